"""What is asked of one exercise beyond sets and reps: its load, its progression, its sets one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nextrep.domain.units import Load

WHOLE = 1000
"""Percentages are tenths of a percent, so that 62.5 % is exact: 1000 is the whole."""

MAX_WARM_UPS = 6
MAX_NOTE_CHARS = 500
MAX_ALTERNATES = 10
MAX_BAND_CHARS = 60
MAX_PERCENT = 1500
MAX_ROWS = 50
MAX_WAVES = 12
MAX_LADDER = 20
MAX_SECONDS_STEP = 600


class LoadRule(StrEnum):
    """Where the load of the next set comes from."""

    LAST = "last time"
    PERCENT_E1RM = "percent of e1RM"
    PERCENT_TM = "percent of training max"
    RPE_CHART = "rpe chart"
    FIXED = "fixed"
    BODYWEIGHT = "bodyweight"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """The load asked for.

    Attributes:
        percent: tenths of a percent (1-1500). Of what, says the rule; with LAST it is a share of the last
            load, which is how a lighter week asks for less. None is the whole.
        load: the fixed load; the training max for PERCENT_TM (None: 90 % of the e1RM from the log); the
            load added to (or, below 0, the help taken from) bodyweight.
        band: the person's name for the band, or "".
    """

    rule: LoadRule = LoadRule.LAST
    percent: int | None = None
    load: Load | None = None
    band: str = ""

    @property
    def lighter(self) -> bool:
        """Whether it asks for less than last time on purpose, as a lighter week does."""
        return self.rule is LoadRule.LAST and self.percent is not None and self.percent < WHOLE


class PlannedKind(StrEnum):
    """What a planned set is for."""

    WARMUP = "warm-up"
    WORKING = "working"
    DROP = "drop"
    BACKOFF = "back-off"
    AMRAP = "amrap"
    TIMED = "timed"


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """One set where sets are not alike.

    Attributes:
        reps_low, reps_high: rep range; None for a timed set; AMRAP asks for at least `reps_low`.
        seconds: length of a timed set.
        percent: tenths of a percent: of the rule's maximum where the rule has one (PERCENT_E1RM,
            PERCENT_TM), else of the load of the first working set; None is the whole.
    """

    kind: PlannedKind = PlannedKind.WORKING
    reps_low: int | None = None
    reps_high: int | None = None
    seconds: int | None = None
    percent: int | None = None


class ProgressionRule(StrEnum):
    """How the next target follows from the log."""

    NONE = "none"
    DOUBLE = "double"
    LINEAR = "linear"
    TOP_BACKOFF = "top set and back-off"
    WAVE = "percent waves"
    RPE = "rpe"
    TOTAL = "reps in total"
    LADDER = "bodyweight ladder"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Progression:
    """A progression with what it needs; what a rule does not use is left as it is.

    Attributes:
        step: load added on success; None is the smallest step that the equipment has.
        misses: failed sessions in a row before the load comes down (1-6).
        deload: tenths of a percent by which it then comes down (10-500).
        back_off: tenths of a percent of the top set for the back-off sets (TOP_BACKOFF).
        total: reps wanted over all sets (TOTAL).
        wave: the sets of each session of a wave in turn (WAVE); percentages are of the training max.
        ladder: exercise keys from easy to hard (LADDER); empty takes the harder exercises of the pattern.
        seconds_step: seconds added (TIME).
        seconds_high: seconds at which a hold is long enough and something harder is due (TIME).
    """

    rule: ProgressionRule = ProgressionRule.DOUBLE
    step: Load | None = None
    misses: int = 3
    deload: int = 100
    back_off: int = 900
    total: int | None = None
    wave: tuple[tuple[PlannedSet, ...], ...] = ()
    ladder: tuple[str, ...] = ()
    seconds_step: int = 5
    seconds_high: int = 60


@dataclass(frozen=True, slots=True)
class TargetDetails:
    """The rest of a training.Target; the defaults are what most exercises have.

    Attributes:
        distance_m: metres of a carry or a walk, None where reps or time are asked for.
        rows: the sets one by one where they are not alike; empty: `Target.sets` working sets.
        warm_up: warm-up sets before the first working set, 0-6.
        superset: exercises of a session with the same letter are done in turn; "" for none.
        alternates: exercise keys that may stand in, the preferred first.
        note: the person's note; cue: what to feel or where to breathe.
    """

    distance_m: int | None = None
    load: LoadPlan = field(default_factory=LoadPlan)
    progression: Progression = field(default_factory=Progression)
    rows: tuple[PlannedSet, ...] = ()
    warm_up: int = 0
    superset: str = ""
    alternates: tuple[str, ...] = ()
    note: str = ""
    cue: str = ""


PLAIN = TargetDetails()
