"""What can be noted about a day, and which of it a person is asked for.

Everything is optional and nothing has a target. Body weight and cycle day are off until the person switches
them on (clinical.md, sections 2.5 and 4.4: weight never by default, no goal, no BMI, hideable; protein and
water as yes or no, without a figure).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nextrep.domain.errors import UserError
from nextrep.domain.figures import number
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import parse_decimal


class Topic(StrEnum):
    """Something about a day. Those of YES_NO and AMOUNTS are facts: one whole number each."""

    TAGS = "tags"
    WITH_OTHERS = "with_others"
    OUTDOORS = "outdoors"
    ILL = "ill"
    PAIN = "pain"
    PROTEIN = "protein"
    WATER = "water"
    CAFFEINE_LATE = "caffeine_late"
    ALCOHOL = "alcohol"
    CYCLE_DAY = "cycle_day"
    BODY_WEIGHT = "body_weight"


YES_NO = (Topic.WITH_OTHERS, Topic.PROTEIN, Topic.WATER, Topic.CAFFEINE_LATE, Topic.ILL)
"""Facts that are 1 (yes) or 0 (no)."""

OFFERED = frozenset(
    {
        Topic.TAGS, Topic.WITH_OTHERS, Topic.OUTDOORS, Topic.ILL, Topic.PAIN, Topic.PROTEIN, Topic.WATER,
    }
)  # fmt: skip
"""Asked for at first. What some had rather not be reminded of (alcohol, caffeine, cycle, weight) waits for a
word from them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How an amount is kept and typed.

    Attributes:
        low, high: range of what is kept.
        step: what one press of a button changes.
        per_unit: how many of what is kept make one of what is typed.
        start: where the first press begins.
    """

    low: int
    high: int
    step: int
    start: int
    per_unit: int = 1


AMOUNTS: Mapping[Topic, Amount] = {
    Topic.OUTDOORS: Amount(0, 1440, 15, 15),  # minutes
    Topic.ALCOHOL: Amount(0, 80, 1, 2, per_unit=2),  # half drinks
    Topic.CYCLE_DAY: Amount(1, 60, 1, 1),  # day of the cycle
}


def topic_title(topic: Topic) -> str:
    """Return what a topic is called."""
    return {
        Topic.TAGS: tr("Tags"),
        Topic.WITH_OTHERS: tr("Trained with others"),
        Topic.OUTDOORS: tr("Outdoors"),
        Topic.ILL: tr("Ill"),
        Topic.PAIN: tr("Pain"),
        Topic.PROTEIN: tr("Protein"),
        Topic.WATER: tr("Water"),
        Topic.CAFFEINE_LATE: tr("Caffeine late"),
        Topic.ALCOHOL: tr("Alcohol"),
        Topic.CYCLE_DAY: tr("Cycle day"),
        Topic.BODY_WEIGHT: tr("Body weight"),
    }[topic]


def topic_hint(topic: Topic) -> str:
    """Return in a few words how a topic is noted."""
    return {
        Topic.TAGS: tr("words of your own"),
        Topic.WITH_OTHERS: tr("yes or no"),
        Topic.OUTDOORS: tr("minutes"),
        Topic.ILL: tr("yes or no"),
        Topic.PAIN: tr("where, and 0 to 10"),
        Topic.PROTEIN: tr("yes or no, without a target"),
        Topic.WATER: tr("yes or no, without a target"),
        Topic.CAFFEINE_LATE: tr("yes or no"),
        Topic.ALCOHOL: tr("drinks, halves too"),
        Topic.CYCLE_DAY: tr("1 to 60"),
        Topic.BODY_WEIGHT: tr("kg or lb, without a goal; never in a report"),
    }[topic]


def amount_text(topic: Topic, value: int) -> str:
    """Return an amount with its unit, for example "45 min", "1.5 drinks", "day 12"."""
    shown = value / AMOUNTS[topic].per_unit
    if topic is Topic.OUTDOORS:
        return tr("{n} min", n=number(shown))
    if topic is Topic.ALCOHOL:
        return tr_n("{n} drink", "{n} drinks", shown if shown == 1 else number(shown))  # type: ignore[arg-type]
    return tr("day {n}", n=number(shown))


def parse_amount(topic: Topic, text: str) -> int:
    """Read an amount as typed, for example "45", "1 h 30", "1.5", "day 12".

    Raises:
        UserError: not a number, or out of range; `field` is the topic.
    """
    amount = AMOUNTS[topic]
    cleaned = "".join(c for c in text.lower().replace("½", ".5") if c.isdigit() or c in ".,:-h ").strip()
    try:
        kept = _minutes(cleaned) if topic is Topic.OUTDOORS else None
        if kept is None:
            kept_exact = parse_decimal(cleaned.replace("h", " ")) * amount.per_unit
            if kept_exact != int(kept_exact):
                raise UserError(_range_words(topic), field=str(topic))
            kept = int(kept_exact)
    except UserError:
        raise UserError(_range_words(topic), field=str(topic)) from None
    return check_fact(topic, kept)


def _minutes(text: str) -> int | None:
    """Read "1h30", "1:30" or "1 h" as minutes; None where it is a plain number."""
    for sign in ("h", ":"):
        hours, found, rest = text.partition(sign)
        if found:
            minutes = parse_decimal(hours) * 60 + (parse_decimal(rest) if rest.strip() else 0)
            return int(minutes)
    return None


def check_fact(topic: Topic, value: int) -> int:
    """Return the value of a fact if it can be kept.

    Raises:
        UserError: out of range, or not a whole number; `field` is the topic.
    """
    low, high = (AMOUNTS[topic].low, AMOUNTS[topic].high) if topic in AMOUNTS else (0, 1)
    if topic not in AMOUNTS and topic not in YES_NO:
        raise UserError(tr("This is not noted as a number."), field=str(topic))
    if not low <= value <= high:
        raise UserError(_range_words(topic), field=str(topic))
    return value


def _range_words(topic: Topic) -> str:
    if topic is Topic.OUTDOORS:
        return tr("Minutes from 0 to 1440, for example 45 or 1:30.")
    if topic is Topic.ALCOHOL:
        return tr("Drinks from 0 to 40 in halves, for example 1.5.")
    if topic is Topic.CYCLE_DAY:
        return tr("A whole number from 1 to 60.")
    return tr("This is noted as yes or no.")


def topics_to_data(topics: Iterable[Topic]) -> dict[str, bool]:
    """Return what a person chose as plain data: only what differs from how it comes."""
    chosen = frozenset(topics)
    return {str(topic): topic in chosen for topic in Topic if (topic in chosen) != (topic in OFFERED)}


def topics_from_data(data: Any) -> frozenset[Topic]:
    """Return what `topics_to_data` wrote; what cannot be read is as it comes."""
    said = data if isinstance(data, Mapping) else {}
    return frozenset(
        topic for topic in Topic if (said[topic] if isinstance(said.get(topic), bool) else topic in OFFERED)
    )
