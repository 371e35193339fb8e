"""Values over days, with gaps that stay gaps. Charts, tables and reports draw the same Series."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from nextrep.domain.journal import Direction

Points = tuple[tuple[int, float], ...]
"""Pairs of local date ordinal and value, by ascending day, one per day."""

WINDOW_DAYS = 7
MIN_IN_WINDOW = 3
MAX_JOINED_GAP_DAYS = 3
"""Lines join logged days that are at most 3 apart (2 missing days between), and break otherwise."""


class Figure(StrEnum):
    """How a value is written."""

    PLAIN = "plain"
    HOURS = "hours"
    """As hours and minutes."""
    PERCENT = "percent"
    MINUTES = "minutes"


class Bin(StrEnum):
    """Over which days a value speaks; it stands at their first one."""

    DAY = "day"
    WEEK = "week"
    """From its Monday."""
    MONTH = "month"
    """From its first."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the value axis with a published name, both ends included: a band of a questionnaire."""

    low: float
    high: float
    title: str


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over time.

    Attributes:
        key: stable name of what is drawn ("rating:mood", "sleep:tst"; see `panels.Panel.key`).
        family: what it belongs to, which gives its colour ("mood", "anxiety", "sleep", "strength").
        detail: what is shown, for example "estimated 1RM, goblet squat, kg".
        points: one value per day.
        low, high: fixed axis ends, None to fit the data.
        bars: draw as bars from 0 (counts) rather than dots and a line.
        join_days: largest distance in days that the line bridges.
        figure: how its values are written.
        unit: what a plain value counts, as it stands behind it ("kg", "reps"); "" for points on a scale.
        scores: few and far between: each is shown with its figure, and joined to the next.
        zones: published bands of the values, from the lowest up.
        planned: beside what was done (`points` of bars), what was planned, at the same days.
        spread: (day, lower quartile, upper quartile) of a summary by weeks or months.
        bin: over which days each value speaks; bars of none are weeks.
        adds: values of several days are added up (volume), where they are counts (bars) anyway.
        at_most: days whose value is the most that it can be, because a part of it is not known.
    """

    key: str
    title: str
    detail: str
    points: Points
    direction: Direction | None = None
    low: float | None = None
    high: float | None = None
    bars: bool = False
    join_days: int = MAX_JOINED_GAP_DAYS
    family: str = ""
    figure: Figure = Figure.PLAIN
    unit: str = ""
    scores: bool = False
    zones: tuple[Zone, ...] = ()
    planned: Points = ()
    spread: tuple[tuple[int, float, float], ...] = ()
    bin: Bin = Bin.DAY
    adds: bool = False
    at_most: frozenset[int] = frozenset()

    @property
    def covers(self) -> Bin:
        """Over which days each value speaks."""
        return Bin.WEEK if self.bars and self.bin is Bin.DAY else self.bin

    @property
    def is_summary(self) -> bool:
        """Whether its values are means of several days, so that a line shows them and no dots."""
        return self.bin is not Bin.DAY and not self.bars

    def zone_of(self, value: float) -> Zone | None:
        """Return the published band of a value, None where there is none."""
        return next((zone for zone in self.zones if zone.low <= value <= zone.high), None)

    def within(self, first: int, last: int) -> Series:
        """Return the same series with only the days from `first` to `last`."""
        return replace(
            self,
            points=tuple(point for point in self.points if first <= point[0] <= last),
            planned=tuple(point for point in self.planned if first <= point[0] <= last),
            spread=tuple(one for one in self.spread if first <= one[0] <= last),
        )


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """How much of a period was logged.

    Attributes:
        logged, days: logged days and all days of the period.
        longest_gap: most missing days in a row, those of a pause of all tracking among them.
        paused: days of the period that lie in such a pause and were not logged. They stay in `days`: what was
            not logged is not known, whatever the reason. They are said beside the figure.
    """

    logged: int
    days: int
    longest_gap: int
    paused: int = 0

    @property
    def percent(self) -> int:
        """Logged share in whole percent."""
        return round(100 * self.logged / self.days) if self.days else 0

    @property
    def enough(self) -> bool:
        """Tell whether at least 14 days and 70 % are logged.

        Our convention, by analogy with the ambulatory glucose profile (docs/method.md).
        """
        return self.logged >= 14 and self.percent >= 70


def sufficiency(
    days: Sequence[int], first: int, last: int, paused: Collection[int] = frozenset()
) -> Sufficiency:
    """Count the logged `days` (date ordinals) between `first` and `last`, both included.

    Args:
        paused: days of a pause of all tracking (see tracking_pause.paused_days).
    """
    inside = sorted({day for day in days if first <= day <= last})
    marks = [first - 1, *inside, last + 1]
    gap = max((after - before - 1 for before, after in pairwise(marks)), default=0)
    quiet = sum(first <= day <= last for day in set(paused).difference(inside))
    return Sufficiency(len(inside), last - first + 1, gap, quiet)


@dataclass(frozen=True, slots=True)
class Level:
    """Median and quartiles of `n` values."""

    n: int
    median: float
    lower: float
    upper: float


MIN_FOR_LEVEL = 7
DAYS_FOR_LEVEL = 14


def level(values: Sequence[float]) -> Level | None:
    """Return median and quartiles (linear interpolation), None below 7 values (our convention)."""
    if len(values) < MIN_FOR_LEVEL:
        return None
    ordered = sorted(values)
    return Level(len(ordered), quantile(ordered, 0.5), quantile(ordered, 0.25), quantile(ordered, 0.75))


def first_and_last(points: Points) -> tuple[Level | None, Level | None]:
    """Return the level of the first and of the last 14 logged days.

    With fewer than 28 logged days the two would share days, so the first is None.
    """
    values = [value for _day, value in points]
    first = level(values[:DAYS_FOR_LEVEL]) if len(values) >= 2 * DAYS_FOR_LEVEL else None
    return first, level(values[-DAYS_FOR_LEVEL:])


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return the quantile at `share` (0-1) of ascending values, by linear interpolation (numpy's default)."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def monday_of(day: int) -> int:
    """Return the date ordinal of the Monday of the week that holds `day`."""
    return day - (day - 1) % 7  # ordinal 1, the first of January of the year 1, is a Monday


def per_week(days: Sequence[int], first: int, last: int) -> Points:
    """Count `days` per week (by its Monday) for every week that touches first..last, zeros included."""
    counts = dict.fromkeys(range(monday_of(first), last + 1, 7), 0)
    for day in days:
        if first <= day <= last:
            counts[monday_of(day)] += 1
    return tuple((week, float(n)) for week, n in sorted(counts.items()))
