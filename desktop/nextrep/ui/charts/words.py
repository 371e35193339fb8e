"""What charts say in words: the values of one day. What a panel shows: domain/series_summary.py."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from nextrep.domain.days import day_short, weekday_short
from nextrep.domain.event_marks import EventMark, said_on
from nextrep.domain.series import Bin, Points, Series
from nextrep.domain.series_words import (
    common_bin,
    days_of,
    month_text,
    spread_text,
    start_of,
    value_in_period,
    value_in_words,
)
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

    Where all values speak for weeks or months, the one of that day is named and what is said is said of all
    of it: "Week of Mon 19 Oct: Mood 6.2, middle half 5 to 7 · Sessions 3".

    Args:
        panels: each series with its points as a mapping.
        marks: named on their day.
        day: date ordinal.
        last: last day of the period; the year is named where it is another one.
        events: named on the days on which they begin or end.
    """
    bin_ = common_bin(series for series, _values in panels)
    first = start_of(bin_, day)
    days = range(first, first + days_of(bin_, first))
    found = [said for series, values in panels for said in _said_of(series, values, days, bin_)]
    found += [tr("{phase} begins", phase=mark.label) for mark in marks if mark.day in days]
    found += dict.fromkeys(said for one in days for said in said_on(events, one))
    said = " · ".join(found) or tr("nothing logged")
    return tr("{date}: {values}", date=_named(bin_, first, last), values=said)


def _named(bin_: Bin, first: int, last: int) -> str:
    if bin_ is Bin.MONTH:
        return month_text(first)
    named = named_day(first, last)
    return tr("Week of {date}", date=named) if bin_ is Bin.WEEK else named


def _said_of(series: Series, values: Mapping[int, float], days: range, bin_: Bin) -> Iterator[str]:
    """Give what a series says of these days; of scores each one."""
    asked = days if series.scores else [start_of(series.covers, days.start)]
    for start in asked:
        value = values.get(start)
        if value is None:
            continue
        planned, at_most = _at(series.planned, start), start in series.at_most
        plain = bin_ is Bin.DAY or series.scores or at_most
        said = (
            value_in_words(series, value, planned, at_most=at_most)
            if plain
            else value_in_period(series, value, planned)
        )
        yield _with_spread(series, start, said)


def _with_spread(series: Series, start: int, said: str) -> str:
    """Add the quartiles where the panel shows them."""
    for day, low, high in series.spread[_place(series.spread, start) :][:1]:
        if day == start:
            return tr("{value}, {spread}", value=said, spread=spread_text(series, low, high))
    return said


def _at(points: Points, day: int) -> float | None:
    found = points[_place(points, day) : _place(points, day) + 1]
    return found[0][1] if found and found[0][0] == day else None


def _place(rows: Sequence[tuple[int, *tuple[float, ...]]], day: int) -> int:
    return bisect_left(rows, day, key=lambda row: row[0])
