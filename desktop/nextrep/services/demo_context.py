"""What an invented person's days were like, and what happened to them."""

from __future__ import annotations

from collections.abc import Set
from random import Random

from nextrep.domain.day_context import DayContext, Pain
from nextrep.domain.day_topics import Topic
from nextrep.domain.events import Event, EventKind
from nextrep.domain.text import tr
from nextrep.storage.store import Store

MOST_DAYS = 730
"""Only the newest two years have tags and facts: nobody looks at more of them in a demo."""


def fill_context(store: Store, random: Random, first: int, today: int, trained: Set[int]) -> None:
    """Write tags, facts and pain of many days, and some events; days are date ordinals.

    Args:
        store: a profile in a transaction.
        random: where everything comes from.
        first: first day of the record.
        today: last day of it.
        trained: days with a session.
    """
    for event in _events(first, today):
        store.events.insert(event)
    tags = (tr("slept well"), tr("long day"), tr("outside"), tr("with friends"), tr("sea"), tr("work"))
    for day in range(max(first, today - MOST_DAYS), today + 1):
        if random.random() < 0.6:
            store.contexts.put(_day(random, day, tags, day in trained))


def _events(first: int, today: int) -> list[Event]:
    """Return a medicine with a change, a trip, a cold, and therapy every other week: those that fit."""
    found = [
        Event(0, EventKind.MEDICATION_STARTED, "Sertraline", today - 70, today - 20, "25 mg"),
        Event(0, EventKind.MEDICATION_CHANGED, "Sertraline", today - 19, None, "50 mg"),
        Event(0, EventKind.TRAVEL, "Lisbon", today - 45, today - 39),
        Event(0, EventKind.ILLNESS, tr("a cold"), today - 29, today - 26),
        Event(0, EventKind.LIFE, tr("new desk by the window"), today - 12, today - 12, in_report=False),
    ]
    found += [Event(0, EventKind.THERAPY, "", day, day) for day in range(today - 74, today + 1, 14)]
    return [event for event in found if event.first >= first]


def _day(random: Random, day: int, tags: tuple[str, ...], trained: bool) -> DayContext:
    facts: dict[Topic, int] = {}
    if trained:
        facts[Topic.WITH_OTHERS] = int(random.random() < 0.3)
    for topic, share in ((Topic.PROTEIN, 0.5), (Topic.WATER, 0.6)):
        if random.random() < share:
            facts[topic] = int(random.random() < 0.8)
    if random.random() < 0.5:
        facts[Topic.OUTDOORS] = 15 * random.randint(1, 8)
    if random.random() < 0.05:
        facts[Topic.ILL] = 1
    pain = (Pain(random.choice((tr("Lower back"), tr("Head"))), random.randint(1, 6)),)
    chosen = sorted(random.sample(tags, random.choice((0, 1, 1, 2))))
    return DayContext(day, tuple(chosen), facts, pain if random.random() < 0.1 else ())
