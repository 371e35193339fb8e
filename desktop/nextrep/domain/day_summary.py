"""What was noted about many days: how often, and how much. What was not noted is not known, and never 0."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from nextrep.domain.day_context import DayContext
from nextrep.domain.day_topics import AMOUNTS, YES_NO, Topic


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that was noted.

    Attributes:
        topic: what it belongs to; of tags and pain, `word` says which one.
        days: on how many days it was so: the tag was set, the answer was yes, an amount above 0 or a pain
            above 0 was noted.
        answered: on how many days there was an answer at all; for a tag the same as `days`.
        middle, most: median and highest of the amounts or levels above 0, as kept; None for tags and for yes
            or no, and where none was above 0.
    """

    topic: Topic
    word: str
    days: int
    answered: int
    middle: float | None = None
    most: int | None = None


def noted(contexts: Iterable[DayContext], topics: Collection[Topic]) -> tuple[Noted, ...]:
    """Return what was noted of some topics, each tag and place of pain by itself, the most frequent first.

    Body weight is not among it, whatever is asked for: it has no place in a summary (clinical.md, 4.4).
    """
    tags: dict[str, int] = defaultdict(int)
    facts: dict[Topic, list[int]] = defaultdict(list)
    pain: dict[str, list[int]] = defaultdict(list)
    for context in contexts:
        for tag in context.tags:
            tags[tag] += 1
        for topic, value in context.facts.items():
            facts[topic].append(value)
        for one in context.pain:
            pain[one.place].append(one.level)
    found = [Noted(Topic.TAGS, tag, days, days) for tag, days in tags.items()]
    found += [_of_fact(topic, values) for topic, values in facts.items()]
    found += [_of_values(Topic.PAIN, place, levels) for place, levels in pain.items()]
    order = list(Topic)
    return tuple(
        sorted(
            (one for one in found if one.topic in topics),
            key=lambda one: (order.index(one.topic), -one.days, one.word),
        )
    )


def _of_fact(topic: Topic, values: Sequence[int]) -> Noted:
    if topic in YES_NO:
        return Noted(topic, "", sum(values), len(values))
    return _of_values(topic, "", values)


def _of_values(topic: Topic, word: str, values: Sequence[int]) -> Noted:
    above = [value for value in values if value > 0]
    if topic is Topic.CYCLE_DAY or not above:  # a middle day of a cycle would say nothing
        return Noted(topic, word, len(above), len(values))
    return Noted(topic, word, len(above), len(values), median(above), max(above))


def is_amount(topic: Topic) -> bool:
    """Whether a topic is kept as an amount with a unit (see `day_topics.AMOUNTS`)."""
    return topic in AMOUNTS
