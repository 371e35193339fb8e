"""What a day was like: reading it, and changing one thing of it at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from nextrep.domain import day_context
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.day_context import MOST_PAIN, MOST_TAGS, DayContext, Pain, same_words
from nextrep.domain.day_topics import (
    AMOUNTS,
    YES_NO,
    Topic,
    check_fact,
    topic_title,
    topics_from_data,
    topics_to_data,
)
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.units import Load
from nextrep.services import preferences
from nextrep.settings.table import BODY_WEIGHT_GRAMS, DAY_TOPICS
from nextrep.storage.store import Store

SHOWN_TAGS = 5
"""Suggestions beside a day; all others come while typing."""


@dataclass(frozen=True, slots=True)
class DayContextView:
    """A day, what the person is asked for, and words that can be taken over.

    Attributes:
        tags: own ones, most used first, then those that come with the program.
        places: of pain, in the same order.
    """

    context: DayContext
    topics: frozenset[Topic]
    tags: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def offered_tags(self) -> tuple[str, ...]:
        """The tags to show beside the day: the first suggestions, and those that it has."""
        shown = self.tags[:SHOWN_TAGS]
        return (*shown, *(tag for tag in self.context.tags if tag not in shown))


def view(store: Store, day: int) -> DayContextView:
    """Return what there is of a day (date ordinal)."""
    return DayContextView(
        store.contexts.get(day),
        topics(store),
        day_context.suggestions(store.contexts.tags(), day_context.starting_tags()),
        day_context.suggestions(store.contexts.places(), day_context.body_places()),
    )


def topics(store: Store) -> frozenset[Topic]:
    """Return what the person is asked for."""
    try:
        return topics_from_data(json.loads(preferences.read(store, DAY_TOPICS) or "{}"))
    except ValueError:
        return topics_from_data({})


def choose(store: Store, chosen: Iterable[Topic]) -> Outcome[str]:
    """Ask for these from now on. What was noted before stays, and is shown again with its topic."""
    data = topics_to_data(chosen)
    return preferences.change(store, DAY_TOPICS, json.dumps(data) if data else "")


def set_tag(store: Store, day: int, tag: str, *, on: bool, now: datetime) -> Outcome[DayContext]:
    """Give a day a tag, or take it off. One that is known but for capitals is the known one.

    Raises:
        UserError: the tag is blank or too long, the day has too many, or is still to come.
    """
    known = day_context.suggestions(store.contexts.tags(), day_context.starting_tags())
    words = same_words(day_context.check_tag(tag), known)
    before = store.contexts.get(day)
    tags = {one for one in before.tags if one.casefold() != words.casefold()} | ({words} if on else set())
    if len(tags) > MOST_TAGS:
        raise UserError(tr("A day can have up to {n} tags.", n=MOST_TAGS), field=str(Topic.TAGS))
    return _change(store, replace(before, tags=tuple(sorted(tags))), now, tr("tag"))


def set_fact(store: Store, day: int, topic: Topic, value: int | None, now: datetime) -> Outcome[DayContext]:
    """Note a fact (yes 1, no 0, or an amount, see `day_topics.AMOUNTS`); None takes it away.

    Raises:
        UserError: the value is out of range, or the day is still to come.
    """
    before = store.contexts.get(day)
    facts = {name: kept for name, kept in before.facts.items() if name is not topic}
    if value is not None:
        facts[topic] = check_fact(topic, value)
    return _change(store, replace(before, facts=facts), now, topic_title(topic))


def set_pain(store: Store, day: int, place: str, level: int | None, now: datetime) -> Outcome[DayContext]:
    """Note how much it hurts somewhere (0 to 10); None takes the place away.

    Raises:
        UserError: no place, a level out of range, too many places, or the day is still to come.
    """
    before = store.contexts.get(day)
    known = day_context.suggestions(store.contexts.places(), day_context.body_places())
    pain = day_context.check_pain(same_words(" ".join(place.split()), known), 0 if level is None else level)
    kept = [one for one in before.pain if one.place.casefold() != pain.place.casefold()]
    if level is not None:
        kept.append(pain)
    if len(kept) > MOST_PAIN:
        raise UserError(tr("Up to {n} places fit in a day.", n=MOST_PAIN), field=str(Topic.PAIN))
    return _change(store, replace(before, pain=_in_order(kept)), now, topic_title(Topic.PAIN))


def _in_order(pain: Iterable[Pain]) -> tuple[Pain, ...]:
    return tuple(sorted(pain, key=lambda one: one.place))


def set_weight(store: Store, day: int, weight: Load | None, now: datetime) -> Outcome[DayContext]:
    """Note a body weight for a day; None takes it away.

    The one rule between this and the setting "Body weight": estimates go by the setting alone, and noting a
    weight for the newest day that has one puts it there too. Older days and taking away leave the setting,
    and the setting never writes into a day.

    Raises:
        UserError: it is not from 20 to 500 kg, or the day is still to come.
    """
    before = store.contexts.get(day)
    checked = day_context.check_weight(weight) if weight is not None else None
    newest = store.contexts.newest_weight_day()
    grams = checked.grams if checked is not None and (newest is None or day >= newest) else None
    label = topic_title(Topic.BODY_WEIGHT)
    return _change(store, replace(before, weight=checked), now, label, setting=grams)


def _change(
    store: Store, after: DayContext, now: datetime, label: str, *, setting: int | None = None
) -> Outcome[DayContext]:
    if after.day > now.date().toordinal():
        raise UserError(tr("That day is still to come."), field="day")
    return _put(store, after, label, setting)


def _put(store: Store, after: DayContext, label: str, setting: int | None) -> Outcome[DayContext]:
    """Write a day, and the body weight setting (grams) unless it is None."""
    before = store.contexts.get(after.day)
    before_setting = None if setting is None else preferences.read(store, BODY_WEIGHT_GRAMS)
    if after == before and setting == before_setting:
        return Outcome(after)
    with store.transaction():
        store.contexts.put(after)
        if setting is not None:
            store.settings.put(BODY_WEIGHT_GRAMS, setting)
    return Outcome(
        after,
        Changes(context=True, settings=setting is not None),
        undo=lambda: _put(store, before, label, before_setting),
        label=label,
    )


def export_rows(store: Store) -> list[dict[str, Any]]:
    """Return all days about which anything was said, as plain data; what was not said is left out."""
    return [_plain(store.contexts.get(day)) for day in store.contexts.days()]


def _plain(context: DayContext) -> dict[str, Any]:
    facts = {
        "tags": list(context.tags),
        **_plain_facts(context),
        "pain": [{"place": pain.place, "level": pain.level} for pain in context.pain],
        "body_weight": str(context.weight.value()) if context.weight else None,
        "body_weight_unit": str(context.weight.unit) if context.weight else None,
    }
    kept = {name: value for name, value in facts.items() if value not in (None, [])}
    return {"date": date.fromordinal(context.day).isoformat(), **kept}


_EXPORT_NAMES = {Topic.OUTDOORS: "outdoors_min", Topic.ALCOHOL: "alcohol_drinks"}


def _plain_facts(context: DayContext) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for topic, value in context.facts.items():
        if topic in YES_NO:
            facts[str(topic)] = bool(value)
        else:
            shown = value / AMOUNTS[topic].per_unit
            facts[_EXPORT_NAMES.get(topic, str(topic))] = int(shown) if shown == int(shown) else shown
    return facts
