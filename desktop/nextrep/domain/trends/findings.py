"""What can be found in a series, as plain facts without words and without numpy."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Direction
from nextrep.domain.scoring import Change
from nextrep.domain.series import Figure, Level, Series, Sufficiency


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the interval in which it likely lies, all in one unit.

    Attributes:
        low, high: ends of the interval; `value` may lie outside it in very lopsided data.
    """

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Whether the interval lies wholly on one side of 0."""
        return self.low > 0 or self.high < 0

    @property
    def half_width(self) -> float:
        """Half the length of the interval: about the size of change that could still be missed."""
        return (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class Trend:
    """The trend of weekly means.

    Attributes:
        usable, weeks: weeks with enough entries, and all weeks that the period touches.
        per_four: change in 4 weeks, None with too few usable weeks.
        tau: Kendall's tau-b of weeks and means, -1 to 1, None where it is not defined. A companion figure
            only: nothing is said by it.
    """

    usable: int
    weeks: int
    per_four: Estimate | None = None
    tau: float | None = None

    @property
    def over_all(self) -> Estimate | None:
        """The change over all weeks of the period, along the same slope."""
        if self.per_four is None:
            return None
        times = self.weeks / 4
        return Estimate(self.per_four.value * times, self.per_four.low * times, self.per_four.high * times)

    @property
    def flat(self) -> bool:
        """Whether at least the middle of all slopes agree on 0 without any spread, as of equal means."""
        return self.per_four == Estimate(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class AroundSessions:
    """How it felt after sessions against before them.

    Attributes:
        differences: after minus before, in the order of the sessions.
        mean: mean difference with its interval, None below 10 pairs or where there is none.
    """

    differences: tuple[int, ...]
    mean: Estimate | None = None

    @property
    def n(self) -> int:
        """Number of sessions rated before and after."""
        return len(self.differences)

    @property
    def higher(self) -> int:
        """Number of sessions after which it was higher than before."""
        return sum(one > 0 for one in self.differences)

    @property
    def lower(self) -> int:
        """Number of sessions after which it was lower than before."""
        return sum(one < 0 for one in self.differences)

    @property
    def same(self) -> int:
        """Number of sessions after which it was the same."""
        return self.n - self.higher - self.lower


@dataclass(frozen=True, slots=True)
class Group:
    """The days after training, or after other days: how many, and their median (None without any)."""

    n: int
    median: float | None


@dataclass(frozen=True, slots=True)
class DayAfter:
    """The day after training against the day after other days.

    Attributes:
        trained, other: as they are, without any adjustment.
        span_days: days from the first to the last pair, both included.
        effect: difference adjusted for the value of the day before, None with too little data.
    """

    trained: Group
    other: Group
    span_days: int
    effect: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Overlap:
    """Early against late days (nonoverlap of all pairs, Parker and Vannest 2009, Behav Ther 40:357).

    Attributes:
        early, late: days with a value in the first and in the last 28 days.
        share: share of all pairs (0-1) in which the late day is higher, ties counting half.
    """

    early: int
    late: int
    share: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the values are from each other, without a meaning attached.

    Attributes:
        sd: standard deviation (n - 1), None below 14 values.
        rmssd: root mean square of differences from one day to the next, None below 14 such pairs.
    """

    sd: float | None
    rmssd: float | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is looked at, and how it is said.

    Attributes:
        key: key of its series ("rating:mood", "sleep:se").
        night: it belongs to the night before its day, so "the day after" is the night after.
        fixed: whether it was settled before any data were seen (docs/statistics.md).
    """

    key: str
    title: str
    direction: Direction | None
    figure: Figure = Figure.PLAIN
    night: bool = False
    fixed: bool = False


def outcome_of(series: Series, *, fixed: bool = False) -> Outcome:
    """Return what a series of days is as an outcome."""
    night = series.family == "sleep"
    return Outcome(series.key, series.title, series.direction, series.figure, night, fixed)


@dataclass(frozen=True, slots=True)
class OutcomeFindings:
    """All that can be said of one outcome in a period.

    Attributes:
        enough: how much of the period was logged.
        first_level, last_level: of the first and last 14 logged days, None with too few.
        overlap: None with too few days at either end.
    """

    outcome: Outcome
    enough: Sufficiency
    first_level: Level | None
    last_level: Level | None
    trend: Trend
    day_after: DayAfter
    overlap: Overlap | None
    spread: Spread


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Totals of one questionnaire in a period, and their changes by `domain.scoring`.

    Attributes:
        first, latest: (date ordinal, total), from two administrations on.
        previous: the one before the latest, None where that is the first.
        from_first, from_previous: the latest against these.
    """

    key: InstrumentKey
    first: tuple[int, int]
    latest: tuple[int, int]
    from_first: Change
    previous: tuple[int, int] | None = None
    from_previous: Change | None = None
