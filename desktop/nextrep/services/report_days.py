"""The days of a report: typical levels, panels, the last two weeks, and week by week."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from statistics import median

from nextrep.domain.journal import Rating, scale_of
from nextrep.domain.panels import SleepFigure
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.series import Points, Series, first_and_last, monday_of
from nextrep.domain.sleep import Night
from nextrep.domain.training import Session
from nextrep.domain.trends.findings import outcome_of
from nextrep.domain.trends.short_words import ShortDayAfter, ShortTrend, short_day_after, short_trend
from nextrep.reports.content import DayColumn, TypicalRow, WeekRow
from nextrep.services import findings, sleep_series, training_panels, trends
from nextrep.storage.store import Store

LAST_DAYS = 14
Ratings = Mapping[Rating, Series]


def ratings(store: Store, first: int, last: int) -> dict[Rating, Series]:
    """Return the series of each rating of the period (date ordinals)."""
    return {rating: trends.rating_series(store, rating, first, last) for rating in Rating}


def typical(ratings: Ratings, nights: Sequence[Night]) -> tuple[TypicalRow, ...]:
    """Return the levels of what has data: ratings, then hours asleep and sleep efficiency."""
    rows = []
    for rating, series in ratings.items():
        if series.points:
            scale = scale_of(rating)
            rows.append(TypicalRow(scale.title, str(scale.direction), "", *first_and_last(series.points)))
    for figure, unit in ((SleepFigure.TST, "h"), (SleepFigure.SE, "%")):
        slept = sleep_series.of_nights(nights, figure)
        if slept.points:
            direction = str(slept.direction) if slept.direction else ""
            ends = first_and_last(slept.points)
            rows.append(TypicalRow(slept.title, direction, unit, *ends, at_most=len(slept.at_most)))
    return tuple(rows)


def panels(
    store: Store, ratings: Ratings, sections: Collection[ReportSection], first: int, last: int
) -> tuple[Series, ...]:
    """Return the panels of the ticked sections that have data: mood, anxiety, sleep, strength, sessions."""
    found = [ratings[one] for one in (Rating.MOOD, Rating.ANXIETY) if one in ratings]
    if ReportSection.SLEEP in sections:
        found.append(trends.sleep_series(store, first, last))
    if ReportSection.STRENGTH in sections:
        choices = trends.strength_choices(store, first, last)
        found.append(trends.strength_series(store, choices[0].exercise_id if choices else None, first, last))
    if ReportSection.TRAINING in sections:
        found.append(training_panels.sessions(store, "sessions", first, last))
    return tuple(series for series in found if series.points)


_WITH_TREND = ("mood", "anxiety", "sleep")
"""Settled in advance (clinical.md 5.2): no panel gets a trend because its data have one."""


def short_trends(panels: Sequence[Series], first: int, last: int) -> tuple[ShortTrend, ...]:
    """Return the trends of mood, anxiety and hours asleep, as the screen reckons and says them."""
    from nextrep.domain.trends.trend import trend  # numpy: only when a report is made

    return tuple(
        short_trend(one.key, outcome_of(one), trend(one.within(first, last).points, first, last))
        for one in panels
        if one.key in _WITH_TREND
    )


def day_after(
    ratings: Ratings, nights: Sequence[Night], sessions: Sequence[Session]
) -> tuple[ShortDayAfter, ...]:
    """Return mood, anxiety and sleep on the day after training; nothing without sessions.

    The outcomes are those of `findings.view`, settled in advance, so that screen and paper agree.
    """
    from nextrep.domain.trends.day_after import day_after as compare  # numpy: only when a report is made

    outcomes = [ratings[one] for one in (Rating.MOOD, Rating.ANXIETY) if one in ratings]
    outcomes.append(findings.sleep_outcome(nights))
    trained = {session.day for session in sessions}
    return tuple(
        short_day_after(outcome_of(one, fixed=True), compare(one.points, trained))
        for one in outcomes
        if one.points and trained
    )


def last_days(
    ratings: Ratings,
    nights: Sequence[Night],
    sessions: Sequence[Session],
    first: int,
    last: int,
) -> tuple[DayColumn, ...]:
    """Return the last 14 days of the period, fewer where it is shorter."""
    mood, anxiety = dict(_points(ratings, Rating.MOOD)), dict(_points(ratings, Rating.ANXIETY))
    sleep = {night.day: night for night in nights}
    trained = {session.day for session in sessions}
    return tuple(
        DayColumn(
            day,
            mood.get(day),
            anxiety.get(day),
            sleep[day].total_sleep_min if day in sleep else None,
            day in trained,
            sleep_at_most=day in sleep and sleep[day].at_most,
        )
        for day in range(max(first, last - LAST_DAYS + 1), last + 1)
    )


def weeks(
    ratings: Ratings,
    nights: Sequence[Night],
    sessions: Sequence[Session],
    loads: Points,
    first: int,
    last: int,
) -> tuple[WeekRow, ...]:
    """Return every week that the period touches, the empty ones too.

    Args:
        ratings, nights, sessions: of the period.
        loads: of weeks by their Monday, as `training_panels.load` reckons them.
        first, last: the period (date ordinals).
    """
    rows, load = [], dict(loads)
    logged = {day for series in ratings.values() for day, _value in series.points}
    for monday in range(monday_of(first), last + 1, 7):
        days = range(monday, monday + 7)
        slept = [night for night in nights if night.day in days]
        asleep = [night.total_sleep_min for night in slept if night.total_sleep_min is not None]
        efficiency = [night.efficiency for night in slept if night.efficiency is not None]
        trained = [session for session in sessions if session.day in days]
        minutes = [s.duration_s / 60 for s in trained if s.duration_s]
        rows.append(
            WeekRow(
                monday=monday,
                days_logged=sum(day in logged for day in days),
                mood=_median_in(_points(ratings, Rating.MOOD), days),
                anxiety=_median_in(_points(ratings, Rating.ANXIETY), days),
                sleep_min=round(median(asleep)) if asleep else None,
                efficiency=median(efficiency) if efficiency else None,
                sessions=len(trained),
                minutes=round(sum(minutes)) if minutes else None,
                sleep_at_most=any(night.at_most for night in slept),
                load=round(load[monday]) if monday in load else None,
            )
        )
    return tuple(rows)


def _points(ratings: Ratings, rating: Rating) -> Points:
    return ratings[rating].points if rating in ratings else ()


def _median_in(points: Points, days: range) -> float | None:
    values = [value for day, value in points if day in days]
    return median(values) if values else None
