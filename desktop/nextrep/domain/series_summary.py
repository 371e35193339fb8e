"""What a panel shows, for those who do not see it: on the screen and in a tagged document alike."""

from __future__ import annotations

from datetime import date

from nextrep.domain.days import day_short
from nextrep.domain.figures import full
from nextrep.domain.series import Bin, Series, first_and_last, sufficiency
from nextrep.domain.series_words import measured, month_text, value_text, without_points
from nextrep.domain.text import tr, tr_n


def summary(series: Series, first: int, last: int) -> str:
    """Return what a panel shows: how much is logged, where it begins and ends, the longest gap."""
    points = series.points
    if not points:
        return tr("{name}: {nothing}.", name=series.title, nothing=without_points(series))
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
    total, low, high = (measured(series, one) for one in (sum(values), min(values), max(values)))
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
        start=measured(series, start.median),
        end=measured(series, end.median),
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
    zone, text = series.zone_of(value), measured(series, value)
    return tr("{value} ({band})", value=text, band=zone.title) if zone else text


def _on(series: Series, day: int) -> str:
    """Return a day, with its year where that is not the year of the last one."""
    if series.covers is Bin.MONTH:
        return month_text(day)
    on, last = date.fromordinal(day), date.fromordinal(series.points[-1][0])
    return day_short(day) if on.year == last.year else full(on)
