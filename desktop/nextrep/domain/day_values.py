"""Check-ins of times of day, and what a day counts as.

The value of a day is the day as a whole where the person gave it, and otherwise the median of the moments
of that day, each measure by itself (our convention; Apple's State of Mind keeps the same two apart,
clinical.md, section 1.1). It is stored nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A check-in of a time of day.

    Attributes:
        id: number of its row, 0 for one that is not kept yet.
        day: local date ordinal.
        at: aware instant.
        values: tenths of the unit by key of the measure; what was not given is absent.
    """

    id: int
    day: int
    at: datetime
    values: dict[str, int] = field(default_factory=dict)


def median_value(values: Sequence[int]) -> int:
    """Return the median of one or more values in tenths, to the tenth; halfway between two it is rounded up.

    Raises:
        ValueError: there is none.
    """
    if not values:
        raise ValueError("no values")
    row = sorted(values)
    low, high = row[(len(row) - 1) // 2], row[len(row) // 2]
    return (low + high + 1) // 2


def day_points(whole: Sequence[tuple[int, int]], moments: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the value of each day of one measure, by day.

    Args:
        whole: (day, value) of days as a whole, each day once and in their order.
        moments: (day, value) of moments, in any order.
    """
    days = dict(whole)
    several: dict[int, list[int]] = {}
    for day, value in moments:
        if day not in days:
            several.setdefault(day, []).append(value)
    if not several:
        return list(whole)
    days.update((day, median_value(values)) for day, values in several.items())
    return sorted(days.items())
