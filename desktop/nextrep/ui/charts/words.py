"""What charts say in words: the values of one day, and what a panel shows to those who do not see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from nextrep.domain.days import day_short, weekday_short
from nextrep.domain.event_marks import EventMark, said_on
from nextrep.domain.figures import duration_text, number
from nextrep.domain.series import Figure, Series, first_and_last, monday_of, sufficiency
from nextrep.domain.text import tr, tr_n
from nextrep.services.trends import Mark

SESSIONS = "sessions"


def named_day(day: int, last: int) -> str:
    """Return for example "Thu 22 Oct", with its year where that is not the year of `last`."""
    on = date.fromordinal(day)
    text = tr("{weekday} {date}", weekday=weekday_short(on.weekday()), date=day_short(day))
    return text if on.year == date.fromordinal(last).year else tr("{date} {year}", date=text, year=on.year)


def value_text(series: Series, value: float) -> str:
    """Return a value as it stands in the table."""
    return duration_text(round(value * 60)) if series.figure is Figure.HOURS else number(value)


def day_of(series: Series, day: int) -> int:
    """Return the day whose value covers `day`: its Monday where the series counts weeks."""
    return monday_of(day) if series.bars else day


def value_in_words(series: Series, value: float) -> str:
    """Return a value with its name, for example "Mood 6.5" or "7 h 10 min asleep"."""
    if series.figure is Figure.HOURS:
        return tr("{duration} asleep", duration=duration_text(round(value * 60)))
    if series.key == SESSIONS:
        return tr_n("{n} session that week", "{n} sessions that week", round(value))
    return tr("{name} {value}", name=series.title, value=number(value))


def read_out(
    panels: Sequence[tuple[Series, Mapping[int, float]]],
    marks: Sequence[Mark],
    day: int,
    last: int,
    events: Sequence[EventMark] = (),
) -> str:
    """Return the exact values of one day, for example "Thu 22 Oct: Mood 6.5 · 7 h 10 min asleep".

    Args:
        panels: each series with its points as a mapping.
        marks: named on their day.
        day: date ordinal.
        last: last day of the period; the year is named where it is another one.
        events: named on the days on which they begin or end.
    """
    found = []
    for series, values in panels:
        value = values.get(day_of(series, day))
        if value is not None:
            found.append(value_in_words(series, value))
    found += [tr("{phase} begins", phase=mark.label) for mark in marks if mark.day == day]
    found += said_on(events, day)
    said = " · ".join(found) or tr("nothing logged")
    return tr("{date}: {values}", date=named_day(day, last), values=said)


def summary(series: Series, first: int, last: int) -> str:
    """Return what a panel shows: how many days, where it begins and ends, the longest gap."""
    points = series.points
    if not points:
        return tr("{name}: nothing logged in this period.", name=series.title)
    if series.bars:
        return tr(
            "{name}: {n} in {weeks} weeks, {low} to {high} a week.",
            name=series.title,
            n=number(sum(value for _day, value in points)),
            weeks=len(points),
            low=number(min(value for _day, value in points)),
            high=number(max(value for _day, value in points)),
        )
    logged = sufficiency([day for day, _value in points], first, last)
    head = tr("{name}: {n} of {days} days.", name=series.title, n=logged.logged, days=logged.days)
    gap = tr_n(
        "Longest gap {n} day.", "Longest gap {n} days.", logged.longest_gap
    ) if logged.longest_gap else tr("No gap.")  # fmt: skip
    return " ".join((head, _course(series), gap))


def _course(series: Series) -> str:
    """Say where the series begins and ends: medians of 14 logged days each, or the two ends."""
    start, end = first_and_last(series.points)
    if start is not None and end is not None:
        return tr(
            "Median of the first 14 of them {start}, of the last 14 {end}.",
            start=value_text(series, start.median),
            end=value_text(series, end.median),
        )
    (day, value), (last_day, last_value) = series.points[0], series.points[-1]
    return tr(
        "First {value} on {day}, last {last_value} on {last_day}.",
        value=value_text(series, value),
        day=day_short(day),
        last_value=value_text(series, last_value),
        last_day=day_short(last_day),
    )
