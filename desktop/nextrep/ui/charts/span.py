"""The stretch of days that a chart shows, and how one moves over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

LEAST_DAYS = 7.0
"""One week is the closest look: below it there is nothing more to see."""


@dataclass(frozen=True, slots=True)
class Span:
    """A window of time inside a period. Days are date ordinals; each day reaches half a day to either side.

    Attributes:
        first, last: period, both days included.
        low, high: ends of the window.
    """

    first: int
    last: int
    low: float
    high: float

    @classmethod
    def whole(cls, first: int, last: int) -> Span:
        """Return the window that shows the whole period."""
        return cls(first, last, first - 0.5, last + 0.5)

    @property
    def days(self) -> float:
        """Width of the window."""
        return self.high - self.low

    @property
    def first_whole(self) -> int:
        """The first day in view of which the middle is seen."""
        return ceil(self.low)

    @property
    def last_whole(self) -> int:
        """The last day in view of which the middle is seen."""
        return floor(self.high)

    @property
    def is_whole(self) -> bool:
        """Whether the whole period is shown."""
        return self.days >= self.last - self.first + 1

    def inside(self, day: int) -> int:
        """Return the day of the period that is nearest to `day`."""
        return min(max(day, self.first), self.last)

    def zoomed(self, factor: float, at: float | None = None) -> Span:
        """Return a window `factor` times as wide; the day `at` keeps its place (the middle by default)."""
        around = (self.low + self.high) / 2 if at is None else at
        whole = self.last - self.first + 1.0
        width = min(max(self.days * factor, min(LEAST_DAYS, whole)), whole)
        share = (around - self.low) / self.days
        return self._placed(around - share * width, width)

    def panned(self, days: float) -> Span:
        """Return the window moved by `days`, stopped at the ends of the period."""
        return self._placed(self.low + days, self.days)

    def showing(self, day: int) -> Span:
        """Return the window moved just as far as it takes to show `day`."""
        if day - 0.5 < self.low:
            return self._placed(day - 0.5, self.days)
        if day + 0.5 > self.high:
            return self._placed(day + 0.5 - self.days, self.days)
        return self

    def _placed(self, low: float, width: float) -> Span:
        low = min(max(low, self.first - 0.5), self.last + 0.5 - width)
        return replace(self, low=low, high=low + width)
