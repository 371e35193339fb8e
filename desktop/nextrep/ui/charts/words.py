"""What charts say in words: the values of one day, and what a panel shows to those who do not see it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from nextrep.domain.days import day_short, weekday_short
from nextrep.domain.event_marks import EventMark, said_on
from nextrep.domain.figures import full
from nextrep.domain.series import Bin, Points, Series, first_and_last, sufficiency
from nextrep.domain.series_words import month_text, spread_text, start_of, value_in_words, value_text
from nextrep.domain.text import tr, tr_n
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


def summary(series: Series, first: int, last: int) -> str:
    """Return what a panel shows: how much is logged, where it begins and ends, the longest gap."""
    points = series.points
    if not points:
        return tr("{name}: nothing logged in this period.", name=series.title)
    if series.bars:
        return _of_bars(series)
    if series.scores or series.is_summary:
        return " ".join((_count(series), _ends(series)))
    logged = sufficiency([day for day, _value in points], first, last)
    head = tr("{name}: {n} of {days} days.", name=series.title, n=logged.logged, days=logged.days)
    gap = tr_n(
        "Longest gap {n} day.", "Longest gap {n} days.", logged.longest_gap
    ) if logged.longest_gap else tr("No gap.")  # fmt: skip
    return " ".join((head, _course(series), gap))


def _of_bars(series: Series) -> str:
    """Say how much there is in all and in a week or month, and how much was planned."""
    values = [value for _day, value in series.points]
    total, low, high = (value_text(series, one) for one in (sum(values), min(values), max(values)))
    name, n = series.title, len(values)
    if series.covers is Bin.MONTH:
        said = tr("{name}: {total} in {n} months, {low} to {high} a month.", name=name, total=total, n=n,
                  low=low, high=high)  # fmt: skip
    else:
        said = tr("{name}: {total} in {n} weeks, {low} to {high} a week.", name=name, total=total, n=n,
                  low=low, high=high)  # fmt: skip
    if not series.planned:
        return said
    planned = value_text(series, sum(value for _day, value in series.planned))
    return tr("{said} {planned} were planned.", said=said, planned=planned)


def _count(series: Series) -> str:
    n = len(series.points)
    if series.scores:
        return tr_n("{name}: {n} score.", "{name}: {n} scores.", n, name=series.title)
    if series.covers is Bin.MONTH:
        return tr_n("{name}: mean of {n} month.", "{name}: means of {n} months.", n, name=series.title)
    return tr_n("{name}: mean of {n} week.", "{name}: means of {n} weeks.", n, name=series.title)


def _course(series: Series) -> str:
    """Say where the series begins and ends: medians of 14 logged days each, or the two ends."""
    start, end = first_and_last(series.points)
    if start is None or end is None:
        return _ends(series)
    return tr(
        "Median of the first 14 of them {start}, of the last 14 {end}.",
        start=value_text(series, start.median),
        end=value_text(series, end.median),
    )


def _ends(series: Series) -> str:
    """Say the first and the last value, with the bands in which they lie."""
    (day, value), (last_day, last_value) = series.points[0], series.points[-1]
    if day == last_day:
        return tr("{value} on {day}.", value=_banded(series, value), day=_on(series, day))
    return tr(
        "First {value} on {day}, last {last_value} on {last_day}.",
        value=_banded(series, value),
        day=_on(series, day),
        last_value=_banded(series, last_value),
        last_day=_on(series, last_day),
    )


def _banded(series: Series, value: float) -> str:
    zone, text = series.zone_of(value), value_text(series, value)
    return tr("{value} ({band})", value=text, band=zone.title) if zone else text


def _on(series: Series, day: int) -> str:
    """Return a day, with its year where that is not the year of the last one."""
    if series.covers is Bin.MONTH:
        return month_text(day)
    on, last = date.fromordinal(day), date.fromordinal(series.points[-1][0])
    return day_short(day) if on.year == last.year else full(on)
