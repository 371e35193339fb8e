"""Sets and sessions: what was lifted, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import PLAIN, TargetDetails
from nextrep.domain.text import tr
from nextrep.domain.units import Load, check_load

MAX_REPS = 1000
MAX_PLANNED_REPS = 999
MAX_SECONDS = 24 * 3600
MAX_DISTANCE_M = 200_000
MAX_SET_NOTE_CHARS = 2_000


class SetKind(StrEnum):
    """What a set is for. Warm-ups stay out of records, volume and "last time".

    FAILURE is a set that ended with a rep that did not go up: the reps before it count. AMRAP is one of as
    many reps as possible, DROP one with less load and no rest after the set before it, REST_PAUSE one that
    goes on with the same load after a few breaths.
    """

    WORKING = "working"
    WARMUP = "warmup"
    DROP = "drop"
    FAILURE = "failure"
    AMRAP = "amrap"
    REST_PAUSE = "rest-pause"

    @property
    def follows_on(self) -> bool:
        """Whether it belongs to the set before it, with hardly a rest between them."""
        return self in {SetKind.DROP, SetKind.REST_PAUSE}


class EffortScale(StrEnum):
    """The scale that an effort was typed in: reps in reserve or rating of perceived exertion."""

    RIR = "rir"
    RPE = "rpe"


@dataclass(frozen=True, slots=True)
class Effort:
    """Effort of one set, as typed.

    Attributes:
        tenths: the value times ten (RPE 8.5 is 85), so that halves are exact.

    RPE = 10 - RIR (Zourdos et al. 2016, J Strength Cond Res 30:267); RIR runs 0-10, RPE 0-10.
    """

    scale: EffortScale
    tenths: int

    @property
    def rir(self) -> Decimal:
        """Reps in reserve, 0-10 in halves."""
        value = Decimal(self.tenths) / 10
        return value if self.scale is EffortScale.RIR else 10 - value


def effort_of(value: Decimal, scale: EffortScale) -> Effort:
    """Make an effort from a number in halves: RPE 1 to 10, or 0 to 10 reps in reserve.

    Raises:
        UserError: outside of that, or between two halves.
    """
    if scale is EffortScale.RPE and not 1 <= value <= 10:
        raise UserError(tr("RPE goes from 1 to 10."), field="effort")
    if not 0 <= value <= 10:
        raise UserError(tr("Reps left go from 0 to 10."), field="effort")
    if (value * 2) % 1:
        raise UserError(tr("Effort goes in halves, for example 8 or 8.5."), field="effort")
    return Effort(scale, int(value * 10))


@dataclass(frozen=True, slots=True)
class SetDraft:
    """A set as entered, before it is kept.

    Attributes:
        block: position of the exercise within its session, from 0.
        load: None for no load (bodyweight).
        reps: 0-1000, None for a timed or distance set. 0 is a failed attempt. Of an exercise that is done
            side by side, the reps of one side.
        seconds: duration in whole seconds; distance_m: metres.
        focus: attention on the muscle, 0-10, None when not rated.
        reps_left, reps_right: both where the sides differ, else None; `reps` is then the lesser of them, so
            that records and progression go by the weaker side.
        band: the person's name of the band, "" for none.
    """

    exercise_id: int
    block: int
    kind: SetKind = SetKind.WORKING
    load: Load | None = None
    reps: int | None = None
    seconds: int | None = None
    distance_m: int | None = None
    effort: Effort | None = None
    focus: int | None = None
    note: str = ""
    reps_left: int | None = None
    reps_right: int | None = None
    band: str = ""


@dataclass(frozen=True, slots=True)
class SetEntry:
    """A set that is kept. `position` counts all sets of the session from 0, in the order of doing."""

    id: int
    session_id: int
    position: int
    done_at: datetime | None
    draft: SetDraft


def check_set(draft: SetDraft) -> SetDraft:
    """Return `draft` if every value is within its range.

    Raises:
        UserError: names the field and its range.
    """
    if draft.reps is None and draft.seconds is None and draft.distance_m is None:
        raise UserError(tr("Enter the reps, or the time for a timed set."), field="reps")
    if draft.load is not None:
        check_load(draft.load)
    _within(draft.reps, 0, MAX_REPS, "reps", tr("Reps go from 0 to {high}.", high=MAX_REPS))
    for side in (draft.reps_left, draft.reps_right):
        _within(side, 0, MAX_REPS, "reps", tr("Reps go from 0 to {high}.", high=MAX_REPS))
    if len(draft.note) > MAX_SET_NOTE_CHARS:
        raise UserError(tr("A note goes up to {n} characters.", n=MAX_SET_NOTE_CHARS), field="note")
    _within(draft.seconds, 0, MAX_SECONDS, "seconds", tr("Time goes from 0 to 24 hours."))
    _within(draft.distance_m, 0, MAX_DISTANCE_M, "distance", tr("Distance goes up to 200 km."))
    _within(draft.focus, 0, 10, "focus", tr("Focus goes from 0 to 10."))
    return draft


def _within(value: int | None, low: int, high: int, field: str, message: str) -> None:
    if value is not None and not low <= value <= high:
        raise UserError(message, field=field)


class SessionState(StrEnum):
    """A session is open until it is finished; at most one is open."""

    ACTIVE = "active"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Target:
    """What is planned for one exercise of one session.

    Attributes:
        sets: number of working sets.
        reps_low, reps_high: rep range; None for a timed exercise.
        seconds: length of a timed set; None for reps.
        rir_low, rir_high: reps in reserve, None where nothing is asked.
        rest_s: rest after each set in seconds.
        details: load, progression and all else that most exercises leave as it is.
    """

    exercise_id: int
    sets: int
    reps_low: int | None
    reps_high: int | None
    seconds: int | None = None
    rir_low: int | None = None
    rir_high: int | None = None
    rest_s: int = 120
    details: TargetDetails = PLAIN

    def text(self) -> str:
        """Return for example "3 × 8–12", "3 × 30 s" or "3 × 40 m"."""
        if self.details.distance_m is not None:
            return tr("{sets} × {metres} m", sets=self.sets, metres=self.details.distance_m)
        if self.seconds is not None:
            return tr("{sets} × {seconds} s", sets=self.sets, seconds=self.seconds)
        return tr("{sets} × {reps}", sets=self.sets, reps=self.reps_text())

    def reps_text(self) -> str:
        """Return the rep range, for example "8–12", or "" for a timed exercise."""
        if self.reps_low is None:
            return ""
        if self.reps_high is None or self.reps_high == self.reps_low:
            return str(self.reps_low)
        return f"{self.reps_low}–{self.reps_high}"


@dataclass(frozen=True, slots=True)
class Block:
    """One exercise within a session: where it stands and what was planned for it (None: nothing).

    Attributes:
        skipped: the person left it out today, without a reason asked.
    """

    block: int
    exercise_id: int
    target: Target | None
    note: str = ""
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A training session without its sets.

    Attributes:
        started_at, ended_at: aware instants; `ended_at` is None while it is open.
        day: local date ordinal (date.toordinal) of the start.
        duration_s: seconds trained, None when unknown.
        pleasant_before, pleasant_after: -5 to +5; activated_before: 1 to 6; None when not rated.
        effort: session RPE 0-10 (Foster 2001), None when not rated.
        origin: "app", "strong", "hevy", "fitnotes" or "demo".
        activated_after: 1 to 6, None when not rated.
        rated_before_at, rated_after_at: aware instants at which the person rated, None when they did not.
        body_grams: body weight on that day where the person gave one; for estimates only, never in a report.
        rest_end_at: aware instant at which the running rest ends, of `rest_total_s` seconds; None for none.
    """

    id: int
    title: str
    started_at: datetime
    ended_at: datetime | None
    day: int
    state: SessionState
    planned_id: int | None = None
    duration_s: int | None = None
    note: str = ""
    pleasant_before: int | None = None
    activated_before: int | None = None
    pleasant_after: int | None = None
    effort: int | None = None
    origin: str = "app"
    activated_after: int | None = None
    rated_before_at: datetime | None = None
    rated_after_at: datetime | None = None
    body_grams: int | None = None
    rest_end_at: datetime | None = None
    rest_total_s: int | None = None
