"""The line through a series: medians of the days before, in segments that gaps part.

It needs numpy, so that the line of thirty years takes a few milliseconds; whoever draws one has numpy anyway.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from nextrep.domain.series import MIN_IN_WINDOW, WINDOW_DAYS, Points, Series

Floats: TypeAlias = npt.NDArray[np.float64]
Segments: TypeAlias = tuple[tuple[Floats, Floats], ...]
"""Days and values of each segment, ascending."""


def summary_line(series: Series, window: int = WINDOW_DAYS) -> tuple[Points, ...]:
    """Return the trailing median over `window` days as segments, broken where days are missing.

    A day has a value when it was logged and at least 3 days of its window were. Where values are far apart
    (join_days above the window), scores, or means of weeks or months, each counts by itself.
    """
    found = summary_segments(series, *as_arrays(series.points), window)
    return tuple(
        tuple(zip(days.astype(int).tolist(), values.tolist(), strict=True)) for days, values in found
    )


def as_arrays(points: Points) -> tuple[Floats, Floats]:
    """Return the days and the values of points."""
    both = np.fromiter((part for point in points for part in point), dtype=np.float64, count=2 * len(points))
    return np.ascontiguousarray(both[0::2]), np.ascontiguousarray(both[1::2])


def summary_segments(series: Series, days: Floats, values: Floats, window: int = WINDOW_DAYS) -> Segments:
    """Return the same line as arrays, of the series whose days and values are given."""
    if not days.size:
        return ()
    alone = series.join_days > window or series.scores or series.is_summary
    if series.join_days > window:
        line, kept = _medians(days, values, window), np.ones(days.shape, dtype=bool)
    elif alone:
        line, kept = values, np.ones(days.shape, dtype=bool)
    else:
        line, kept = _medians(days, values, window), _inside(days, window) >= MIN_IN_WINDOW
    parts = np.cumsum(np.diff(days, prepend=days[0]) > series.join_days)
    days, line, parts = days[kept], line[kept], parts[kept]
    edges = np.flatnonzero(np.diff(parts)) + 1
    return tuple(
        (found, line_part)
        for found, line_part in zip(np.split(days, edges), np.split(line, edges), strict=True)
        if found.size
    )


def _inside(days: Floats, window: int) -> npt.NDArray[np.intp]:
    """Return how many values lie in the window that ends with each day."""
    return np.arange(1, days.size + 1) - np.searchsorted(days, days - window, side="right")


def _medians(days: Floats, values: Floats, window: int) -> Floats:
    """Return the median of the values of each day's window."""
    counts = _inside(days, window)
    widest = int(counts.max())
    padded = np.concatenate((np.full(widest - 1, np.inf), values))
    rows = np.lib.stride_tricks.sliding_window_view(padded, widest).copy()
    # Values before the window count as missing: they are sorted to the end.
    rows[np.arange(widest) < (widest - counts)[:, None]] = np.inf
    rows.sort(axis=1)
    at = np.arange(days.size)
    low, high = rows[at, (counts - 1) // 2], rows[at, counts // 2]
    return np.where(counts % 2, low, (low + high) / 2)
