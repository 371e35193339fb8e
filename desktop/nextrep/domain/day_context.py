"""What a day was like: tags, facts, pain, body weight. All of it optional; what was not said is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nextrep.domain.body_bounds import LEAST_BODY_GRAMS, MOST_BODY_GRAMS
from nextrep.domain.day_topics import Topic
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.units import Load

MOST_TAG_CHARACTERS = 40
MOST_TAGS = 30
"""Of one day."""
MOST_PAIN = 10
"""Places of one day."""
MOST_PAIN_LEVEL = 10
PAIN_FOR_REST = 4
"""From this level on, rest may be offered (clinical.md, 4.4: pain 4 or more of 10, or illness)."""


@dataclass(frozen=True, slots=True)
class Pain:
    """How much it hurt somewhere on a day, 0 to 10."""

    place: str
    level: int


@dataclass(frozen=True, slots=True)
class DayContext:
    """What was said about a day (date ordinal).

    Attributes:
        tags: in the order of the alphabet.
        facts: yes and no as 1 and 0, amounts as `day_topics.AMOUNTS` says.
        pain: by place, in the order of the alphabet.
        weight: body weight in the unit it was typed in.
    """

    day: int
    tags: tuple[str, ...] = ()
    facts: Mapping[Topic, int] = field(default_factory=dict)
    pain: tuple[Pain, ...] = ()
    weight: Load | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        return not (self.tags or self.facts or self.pain or self.weight)

    @property
    def may_offer_rest(self) -> bool:
        """Whether rest may be offered: ill, or pain of 4 or more (clinical.md, 4.4)."""
        hurts = any(pain.level >= PAIN_FOR_REST for pain in self.pain)
        return hurts or self.facts.get(Topic.ILL) == 1


def starting_tags() -> tuple[str, ...]:
    """Return the tags that are offered before there are own ones: neutral, none of them a judgement."""
    return (
        tr("slept well"),
        tr("long day"),
        tr("outside"),
        tr("with friends"),
        tr("quiet day"),
        tr("day off"),
    )


def body_places() -> tuple[str, ...]:
    """Return places that are offered for pain; any other words do as well."""
    return (
        tr("Head"),
        tr("Neck"),
        tr("Shoulder"),
        tr("Elbow"),
        tr("Wrist"),
        tr("Upper back"),
        tr("Lower back"),
        tr("Hip"),
        tr("Knee"),
        tr("Ankle"),
        tr("Stomach"),
        tr("Chest"),
    )


def suggestions(used: Iterable[str], start: Iterable[str], most: int = 200) -> tuple[str, ...]:
    """Return own words, given most used first, then starting ones that are not among them."""
    found: dict[str, str] = {}
    for word in (*used, *start):
        found.setdefault(word.casefold(), word)
    return tuple(found.values())[:most]


def check_tag(text: str) -> str:
    """Return a tag with its spaces in order.

    Raises:
        UserError: it is blank or too long, or has signs that cannot be shown; `field` is "tags".
    """
    return _words(text, str(Topic.TAGS))


def check_pain(place: str, level: int) -> Pain:
    """Return where it hurts and how much.

    Raises:
        UserError: no place, one that is too long, or a level outside 0 to 10; `field` is "pain".
    """
    if not 0 <= level <= MOST_PAIN_LEVEL:
        raise UserError(tr("Pain goes from 0 to 10."), field=str(Topic.PAIN))
    return Pain(_words(place, str(Topic.PAIN)), level)


def check_weight(load: Load) -> Load:
    """Return a body weight if it is from 20 to 500 kg.

    Raises:
        UserError: it is not; `field` is "body_weight".
    """
    if not LEAST_BODY_GRAMS <= load.grams <= MOST_BODY_GRAMS:
        raise UserError(tr("Body weight goes from 20 to 500 kg."), field=str(Topic.BODY_WEIGHT))
    return load


def same_words(words: str, known: Iterable[str]) -> str:
    """Return the word of `known` that `words` is but for capitals, else `words`."""
    plain = words.casefold()
    return next((one for one in known if one.casefold() == plain), words)


def _words(text: str, field_name: str) -> str:
    if any(not c.isprintable() and not c.isspace() and c not in "\u200d\u200c\ufe0f" for c in text):
        raise UserError(
            tr("There is a sign in it that cannot be kept. Please type it anew."), field=field_name
        )
    words = " ".join(text.split())
    if not words:
        raise UserError(tr("A word or two, please."), field=field_name)
    if len(words) > MOST_TAG_CHARACTERS:
        raise UserError(tr("Up to {n} characters fit here.", n=MOST_TAG_CHARACTERS), field=field_name)
    return words
