"""Weekly means and quartiles. Weeks begin on Monday."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.series import Points, monday_of, quantile
from nextrep.domain.trends.limits import MIN_IN_WEEK


@dataclass(frozen=True, slots=True)
class Week:
    """The values of one week.

    Attributes:
        monday: date ordinal of its Monday.
        n: values in it, at least 1.
        mean: their mean.
        lower, upper: their quartiles by linear interpolation, for a band.
    """

    monday: int
    n: int
    mean: float
    lower: float
    upper: float

    @property
    def usable(self) -> bool:
        """Whether it has the 3 entries that a mean needs to count."""
        return self.n >= MIN_IN_WEEK


def weekly(points: Points) -> tuple[Week, ...]:
    """Return the weeks that have values, by ascending Monday; weeks without any are left out, not 0."""
    found: dict[int, list[float]] = {}
    for day, value in points:
        found.setdefault(monday_of(day), []).append(value)
    return tuple(summed_up(monday, sorted(values)) for monday, values in sorted(found.items()))


def summed_up(monday: int, ordered: list[float]) -> Week:
    """Return the mean and the quartiles of values in ascending order, of a week or of other days alike."""
    mean = sum(ordered) / len(ordered)
    return Week(monday, len(ordered), mean, quantile(ordered, 0.25), quantile(ordered, 0.75))


def weeks_touched(first: int, last: int) -> int:
    """Return how many weeks the days `first` to `last` touch."""
    return (monday_of(last) - monday_of(first)) // 7 + 1
