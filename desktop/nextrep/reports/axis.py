"""The two axes of a panel: days to the right, values up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from nextrep.domain.days import month_short
from nextrep.domain.figures import day_month
from nextrep.domain.series import Series, monday_of

LABEL_ROOM = 34.0
"""Points of paper between two date labels."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Day ordinals `first` to `last` over the paper from `left` to `right`; each day is a column."""

    first: int
    last: int
    left: float
    right: float

    @property
    def days(self) -> int:
        """Number of days."""
        return self.last - self.first + 1

    @property
    def day_width(self) -> float:
        """Width of one day in points."""
        return (self.right - self.left) / self.days

    def x(self, day: float) -> float:
        """Return the middle of a day's column, kept on the axis."""
        place = self.left + (day - self.first + 0.5) * self.day_width
        return min(max(place, self.left), self.right)

    def edge(self, day: float) -> float:
        """Return where a day's column begins, kept on the axis."""
        place = self.left + (day - self.first) * self.day_width
        return min(max(place, self.left), self.right)

    def ticks(self) -> list[tuple[int, str]]:
        """Return days with labels: days, Mondays, months or years, whichever has room."""
        room = LABEL_ROOM / self.day_width
        if room <= 1:
            return [(day, day_month(date.fromordinal(day))) for day in range(self.first, self.last + 1)]
        if room <= 28:
            step = 7 * ceil(room / 7) if room > 4 else ceil(room)
            start = monday_of(self.first + 6) if step >= 7 else self.first
            return [(day, day_month(date.fromordinal(day))) for day in range(start, self.last + 1, step)]
        return self._month_ticks(room)

    def _month_ticks(self, room: float) -> list[tuple[int, str]]:
        step = next((n for n in (1, 2, 3, 6, 12, 24, 60, 120) if n * 30 >= room), 240)
        ticks = []
        start = date.fromordinal(self.first)
        for count in range(start.year * 12, date.fromordinal(self.last).year * 12 + 12):
            year, index = divmod(count, 12)
            if (count % step if step < 12 else index or year % (step // 12)) or year < 1:
                continue
            day = date(year, index + 1, 1).toordinal()
            if self.first <= day <= self.last:
                ticks.append((day, str(year) if index == 0 else month_short(index + 1)))
        return ticks


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """Values `low` to `high` over the paper from `bottom` up to `top` (y runs down, so top < bottom)."""

    low: float
    high: float
    step: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Return the place of a value, kept on the axis."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - min(max(share, 0.0), 1.0) * (self.bottom - self.top)

    def ticks(self) -> list[float]:
        """Return the values to label: the ends and what lies between by `step`."""
        count = round((self.high - self.low) / self.step)
        return [self.low + i * self.step for i in range(count + 1)]


def value_axis(series: Series, top: float, bottom: float) -> ValueAxis:
    """Return the fixed axis of the series, or one that fits its data with round ends."""
    values = [value for _day, value in (*series.points, *series.planned)]
    low = series.low if series.low is not None else (0.0 if series.bars else min(values, default=0.0))
    high = series.high if series.high is not None else max(values, default=1.0)
    if series.low is not None and series.high is not None and high > low:
        return ValueAxis(low, high, (high - low) / 2, top, bottom)
    step = _round_step(max(high - low, 0.1 * abs(high), 1.0) / 2)
    start = low if series.low is not None or series.bars else floor(low / step) * step
    count = max(ceil((high - start) / step - 1e-9), 1)
    return ValueAxis(start, start + count * step, step, top, bottom)


def _round_step(rough: float) -> float:
    for power in range(-2, 12):
        for base in (1, 2, 5):
            step = float(base * 10**power)
            if step >= rough - 1e-9:
                return step
    return rough
