"""Overlap of early and late days, a description without a test."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from nextrep.domain.series import Points
from nextrep.domain.trends.findings import Overlap
from nextrep.domain.trends.limits import MIN_FOR_OVERLAP, OVERLAP_DAYS


def overlap(points: Points, first: int, last: int) -> Overlap | None:
    """Compare the first with the last 28 days of `first` to `last`.

    Returns:
        None where the two would share days, or either has fewer than 10 values.
    """
    if last - first + 1 < 2 * OVERLAP_DAYS:
        return None
    early = sorted(value for day, value in points if day < first + OVERLAP_DAYS)
    late = [value for day, value in points if day > last - OVERLAP_DAYS]
    if min(len(early), len(late)) < MIN_FOR_OVERLAP:
        return None
    # Twice the count, so that ties, which count half, stay whole numbers.
    won = sum(bisect_left(early, value) + bisect_right(early, value) for value in late)
    return Overlap(len(early), len(late), won / (2 * len(early) * len(late)))
