"""Which days Trends looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nextrep.domain.text import tr

FOUR_WEEKS, TWELVE_WEEKS, YEAR = 28, 84, 365
ALL = 0
LEAST_DAYS = 7
LENGTHS = (FOUR_WEEKS, TWELVE_WEEKS, YEAR, ALL)


def length_title(length: int) -> str:
    """Return the name of a length of time."""
    names = {FOUR_WEEKS: tr("4 weeks"), TWELVE_WEEKS: tr("12 weeks"), YEAR: tr("1 year")}
    return names.get(length, tr("All"))


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, known once one knows what is recorded.

    Attributes:
        length: days, `ALL` for everything recorded.
        back: how many lengths it lies before the newest one.
        fixed: first and last day (date ordinals) of a stretch that the person chose, with its length.
    """

    length: int = TWELVE_WEEKS
    back: int = 0
    fixed: tuple[int, int] | None = None

    @classmethod
    def between(cls, first: int, last: int) -> Period:
        """Return the days `first` to `last`."""
        return cls(last - first + 1, 0, (first, last))

    def days(self, reach: tuple[int, int]) -> tuple[int, int]:
        """Return first and last day (date ordinals) where `reach` is the first and last day recorded."""
        if self.fixed is not None:
            return self.fixed
        first, last = reach
        if self.length == ALL:
            return min(first, last - LEAST_DAYS + 1), last
        end = last - self.back * self.length
        return end - self.length + 1, end

    def has_earlier(self, reach: tuple[int, int]) -> bool:
        """Whether anything lies before it."""
        return self.length != ALL and self.days(reach)[0] > reach[0]

    def has_later(self, reach: tuple[int, int]) -> bool:
        """Whether it is not the newest one."""
        if self.fixed is not None:
            return self.fixed[1] < reach[1]
        return self.length != ALL and self.back > 0

    def moved(self, steps: int) -> Period:
        """Return the period `steps` lengths later (negative for earlier)."""
        if self.fixed is not None:
            return Period.between(*(day + steps * self.length for day in self.fixed))
        return replace(self, back=max(0, self.back - steps))
