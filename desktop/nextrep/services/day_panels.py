"""What the panels of day facts draw: pain, time outdoors, what was answered with yes or no.

A topic that the person is not asked for is not drawn either, whatever was noted of it before: who switched it
off had rather not be reminded (domain/day_topics.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nextrep.domain.day_context import MOST_PAIN_LEVEL
from nextrep.domain.day_topics import AMOUNTS, YES_NO, Topic, topic_title
from nextrep.domain.journal import Direction
from nextrep.domain.series import Figure, Points, Series, monday_of
from nextrep.domain.text import tr, tr_n
from nextrep.services import day_context, preferences
from nextrep.storage.store import Store

_FAMILY = "day"


def series(store: Store, key: str, topic: Topic, first: int, last: int) -> Series:
    """Return what was noted of a topic from `first` to `last` (date ordinals).

    Pain is the worst of the day, 0 to 10; amounts are as they are typed; days with a yes are counted by week.
    A day without a note has no value, and no more has a week without an answer.
    """
    if topic not in day_context.topics(store):
        return Series(key, topic_title(topic), tr("not ticked under “About this day” in the journal"), ())
    if topic is Topic.PAIN:
        return _pain(store, key, first, last)
    if topic is Topic.BODY_WEIGHT:
        return _weight(store, key, first, last)
    noted = store.contexts.facts(topic, first, last)
    return _days_with(key, topic, noted) if topic in YES_NO else _amounts(key, topic, noted)


def _pain(store: Store, key: str, first: int, last: int) -> Series:
    points = tuple((day, float(level)) for day, level in store.contexts.worst_pain(first, last))
    detail = tr("the most of a day, wherever it hurt · {days}", days=_days(points))
    return Series(
        key, topic_title(Topic.PAIN), detail, points, Direction.LOWER_IS_BETTER, 0, MOST_PAIN_LEVEL,
        family=_FAMILY,
    )  # fmt: skip


def _weight(store: Store, key: str, first: int, last: int) -> Series:
    unit = preferences.unit(store)
    rows = store.contexts.weights(first, last)
    points = tuple((day, round(grams / float(unit.grams), 1)) for day, grams in rows)
    detail = tr("{unit} · {days}", unit=unit, days=_days(points))
    return Series(key, topic_title(Topic.BODY_WEIGHT), detail, points, family=_FAMILY, unit=str(unit))


def _amounts(key: str, topic: Topic, noted: Sequence[tuple[int, int]]) -> Series:
    per_unit = AMOUNTS[topic].per_unit
    points = tuple((day, value / per_unit) for day, value in noted)
    outdoors = topic is Topic.OUTDOORS
    what = tr("minutes") if outdoors else tr("drinks")
    return Series(
        key, topic_title(topic), tr("{what} · {days}", what=what, days=_days(points)), points, low=0,
        family=_FAMILY, figure=Figure.MINUTES if outdoors else Figure.PLAIN, unit="" if outdoors else what,
    )  # fmt: skip


def _days_with(key: str, topic: Topic, noted: Sequence[tuple[int, int]]) -> Series:
    weeks: dict[int, int] = defaultdict(int)
    for day, value in noted:
        weeks[monday_of(day)] += value
    points = tuple((week, float(days)) for week, days in sorted(weeks.items()))
    detail = tr_n("days a week · {n} answer", "days a week · {n} answers", len(noted))
    title = tr("{topic}, days", topic=topic_title(topic))
    return Series(key, title, detail, points, low=0, high=7, bars=True, join_days=7, family=_FAMILY)


def _days(points: Points) -> str:
    return tr_n("{n} day", "{n} days", len(points))
