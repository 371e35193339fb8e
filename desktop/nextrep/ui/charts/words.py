"""What charts say in words: the values of one day. What a panel shows: domain/series_summary.py."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from nextrep.domain.days import day_short, weekday_short
from nextrep.domain.event_marks import EventMark, said_on
from nextrep.domain.series import Points, Series
from nextrep.domain.series_words import spread_text, start_of, value_in_words
from nextrep.domain.text import tr
from nextrep.services.trends import Mark


def named_day(day: int, last: int) -> str:
    """Return for example "Thu 22 Oct", with its year where that is not the year of `last`."""
    on = date.fromordinal(day)
    text = tr("{weekday} {date}", weekday=weekday_short(on.weekday()), date=day_short(day))
    return text if on.year == date.fromordinal(last).year else tr("{date} {year}", date=text, year=on.year)


def read_out(
    panels: Sequence[tuple[Series, Mapping[int, float]]],
    marks: Sequence[Mark],
    day: int,
    last: int,
    events: Sequence[EventMark] = (),
) -> str:
    """Return the exact values of one day, for example "Thu 22 Oct: Mood 6.5 · Sleep 7 h 10 min".

    Args:
        panels: each series with its points as a mapping.
        marks: named on their day.
        day: date ordinal.
        last: last day of the period; the year is named where it is another one.
        events: named on the days on which they begin or end.
    """
    found = []
    for series, values in panels:
        start = start_of(series.covers, day)
        value = values.get(start)
        if value is not None:
            found.append(_in_full(series, start, value))
    found += [tr("{phase} begins", phase=mark.label) for mark in marks if mark.day == day]
    found += said_on(events, day)
    said = " · ".join(found) or tr("nothing logged")
    return tr("{date}: {values}", date=named_day(day, last), values=said)


def _in_full(series: Series, start: int, value: float) -> str:
    """Return a value in words, with what was planned and the quartiles where the panel shows them."""
    at_most = start in series.at_most
    said = value_in_words(series, value, _at(series.planned, start), at_most=at_most)
    for day, low, high in series.spread[_place(series.spread, start) :]:
        return (
            tr("{value}, {spread}", value=said, spread=spread_text(series, low, high))
            if day == start
            else said
        )
    return said


def _at(points: Points, day: int) -> float | None:
    found = points[_place(points, day) : _place(points, day) + 1]
    return found[0][1] if found and found[0][0] == day else None


def _place(rows: Sequence[tuple[int, *tuple[float, ...]]], day: int) -> int:
    return bisect_left(rows, day, key=lambda row: row[0])
