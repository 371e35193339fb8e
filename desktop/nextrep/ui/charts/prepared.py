"""What a panel draws of a series, reckoned once: it needs no window, so it can be done beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from nextrep.domain.series import Bin, Series
from nextrep.domain.series_summary import summary
from nextrep.domain.series_words import axis_text, days_of, value_text
from nextrep.domain.trends.summary_line import Floats, Segments, as_arrays, summary_segments
from nextrep.ui.charts.ticks import value_ticks

Band: TypeAlias = tuple[Floats, Floats, Floats]
_NOTHING = np.empty(0)
_NEXT = {Bin.DAY: 1, Bin.WEEK: 7, Bin.MONTH: 31}
"""Most days from one value to the next where none is missing."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A series, ready to be drawn.

    Attributes:
        by_day: its values by the day at which they stand.
        places: where they are drawn: the middle of the days that they speak for.
        values: its values, by ascending day.
        planned: beside them; empty where nothing is planned, NaN for single days without.
        line: the summary line.
        bands: quartiles beside the line.
        length: days for which a value speaks (of months the usual number).
        ticks: values with a label, the ends of the axis first and last.
        labels: how they are written.
        said: the panel in words.
        figures: of scores, how each is written.
    """

    series: Series
    by_day: Mapping[int, float]
    places: Floats
    values: Floats
    planned: Floats
    line: Segments
    bands: tuple[Band, ...]
    length: float
    ticks: tuple[float, ...]
    labels: tuple[str, ...]
    said: str
    figures: tuple[str, ...]


def prepared(series: Series, first: int, last: int) -> Prepared:
    """Return a series of the days `first` to `last` ready to be drawn."""
    days, values = as_arrays(series.points)
    places = days + _to_middle(series, days)
    ticks = value_ticks(series)
    scaled = bool(series.points) or None not in (
        series.low,
        series.high,
    )  # else nothing says how high it goes
    segments = () if series.bars else summary_segments(series, days, values)
    moved = tuple((found + _to_middle(series, found), line) for found, line in segments)
    return Prepared(
        series=series,
        by_day=dict(series.points),
        places=places,
        values=values,
        planned=_planned(series),
        line=tuple(one for one in moved if one[0].size > 1 or not series.scores),
        bands=_bands(series),
        length={Bin.DAY: 1.0, Bin.WEEK: 7.0, Bin.MONTH: 30.0}[series.covers],
        ticks=ticks,
        labels=tuple(axis_text(series, tick) if scaled else "" for tick in ticks),
        said=summary(series, first, last),
        figures=tuple(value_text(series, value) for value in values.tolist()) if series.scores else (),
    )


def all_prepared(
    series: Sequence[Series], first: int, last: int, before: Sequence[Prepared] = ()
) -> tuple[Prepared, ...]:
    """Return series of the days `first` to `last` ready to be drawn.

    Args:
        series: what is drawn.
        first: date ordinal.
        last: date ordinal.
        before: what was made ready for the same days; it is taken where the very same series comes again.
    """
    known = {id(one.series): one for one in before}
    return tuple(known.get(id(one)) or prepared(one, first, last) for one in series)


def _to_middle(series: Series, days: Floats) -> Floats | float:
    """Return how far behind the first of its days the middle of a value lies."""
    if series.covers is not Bin.MONTH:
        return (days_of(series.covers, 1) - 1) / 2
    return np.array([(days_of(Bin.MONTH, int(day)) - 1) / 2 for day in days.tolist()])


def _planned(series: Series) -> Floats:
    if not series.planned:
        return _NOTHING
    known = dict(series.planned)
    return np.array([known.get(day, np.nan) for day, _value in series.points])


def _bands(series: Series) -> tuple[Band, ...]:
    """Return the quartiles, parted where a week or month has none."""
    if not series.spread:
        return ()
    whole = np.array(series.spread, dtype=float)
    cuts = np.flatnonzero(np.diff(whole[:, 0]) > _NEXT[series.covers]) + 1
    found = []
    for part in np.split(whole, cuts):
        places = part[:, 0] + _to_middle(series, part[:, 0])
        found.append((places, part[:, 1].copy(), part[:, 2].copy()))
    return tuple(found)
