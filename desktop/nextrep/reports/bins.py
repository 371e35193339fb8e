"""Fewer marks for more days: what is drawn stays honest (lowest and highest are kept) and small."""

from __future__ import annotations

from itertools import groupby, pairwise
from math import ceil

from nextrep.domain.series import Points

LEAST_DAY_WIDTH = 1.0
"""Points of paper that a day needs for a dot of its own."""
LEAST_BIN_WIDTH = 2.4
"""Points of paper between the bars that stand for several days."""


def days_per_bin(days: int, width: float) -> int:
    """Return how many days share one mark when `days` are drawn over `width` points; 1 is a dot a day."""
    if days * LEAST_DAY_WIDTH <= width:
        return 1
    return ceil(days * LEAST_BIN_WIDTH / width)


def ranges(points: Points, first: int, size: int) -> tuple[tuple[float, float, float], ...]:
    """Return (middle day, lowest, highest) of each bin of `size` days from `first` that has a value."""
    found = []
    for index, group in groupby(points, key=lambda point: (point[0] - first) // size):
        values = [value for _day, value in group]
        found.append((first + index * size + (size - 1) / 2, min(values), max(values)))
    return tuple(found)


def thinned(points: Points, first: int, size: int) -> Points:
    """Keep of each bin the first, lowest, highest and last point in time order: the outline of a line."""
    if size == 1:
        return points
    kept: list[tuple[int, float]] = []
    for _index, group in groupby(points, key=lambda point: (point[0] - first) // size):
        inside = list(group)
        low = min(inside, key=lambda point: point[1])
        high = max(inside, key=lambda point: point[1])
        kept.extend(sorted({inside[0], low, high, inside[-1]}))
    return tuple(kept)


def gaps(points: Points, first: int, last: int, longer_than: int) -> tuple[tuple[int, int], ...]:
    """Return (first, last) day of every run of more than `longer_than` days without a value."""
    marks = [first - 1, *(day for day, _value in points if first <= day <= last), last + 1]
    return tuple((a + 1, b - 1) for a, b in pairwise(marks) if b - a - 1 > longer_than)


def grouped_means(points: Points, weeks: int) -> tuple[tuple[int, int, float], ...]:
    """Return (first week, number of weeks, mean value) of each `weeks` weeks in a row."""
    groups = [points[i : i + weeks] for i in range(0, len(points), weeks)]
    return tuple((g[0][0], len(g), sum(value for _week, value in g) / len(g)) for g in groups)
