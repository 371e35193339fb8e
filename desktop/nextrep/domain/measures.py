"""What a check-in asks: six measures that come along, and the person's own, each with a rhythm.

Values are whole tenths of the unit. The six go from 0 to 10, so they are stored as 0 to 100 and asked in
halves (clinical.md, sections 0.2 and 2.5: own-worded ratings, no questionnaire). A value that was not given
is absent, which is never the same as 0.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.figures import number
from nextrep.domain.journal import Direction, Rating, rating_scales
from nextrep.domain.text import tr

TENTHS = 10
"""Stored steps in one unit."""
OWN_PREFIX = "own_"
MOST_TITLE, MOST_WORDS, MOST_UNIT = 40, 30, 12
"""Longest name, words at an end, and unit, in characters."""
FARTHEST = 1_000_000
"""An end lies within this many units of 0."""
WEEK = 7
"""Days after which a weekly measure is asked again."""
MOST_STEPS = 100


class Rhythm(StrEnum):
    """How often a measure is asked."""

    DAILY = "daily"
    WEEKLY = "weekly"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that a check-in asks.

    Attributes:
        key: a `Rating`, or "own_<n>" for one of the person's own; "" for one that is not kept yet.
        title: its name.
        low, high: whole units at its ends, low below high.
        low_words, high_words: words for the ends, "" for none.
        direction: which end is the better one; None for neither.
        unit: for example "cups", "" for none.
        removed: no longer asked; its values are kept.
    """

    key: str
    title: str
    low: int = 0
    high: int = 10
    low_words: str = ""
    high_words: str = ""
    direction: Direction | None = None
    unit: str = ""
    removed: bool = False

    @property
    def own(self) -> bool:
        """Whether it is one of the person's own."""
        return self.key not in RATINGS

    @property
    def least(self) -> int:
        """The smallest value, in tenths of the unit."""
        return self.low * TENTHS

    @property
    def most(self) -> int:
        """The largest value, in tenths of the unit."""
        return self.high * TENTHS

    @property
    def step(self) -> int:
        """How far one press of a key goes, in tenths of the unit.

        Tenths over up to 2 units, halves up to 10, whole units up to 100, then the smallest of 2, 5, 10, 20 …
        units that takes at most 100 steps from end to end (our convention: a hand can still aim at them).
        """
        span = self.high - self.low
        if span <= 2:
            return 1
        if span <= 10:
            return TENTHS // 2
        units = 1
        while span > MOST_STEPS * units:
            units = units * 5 // 2 if str(units).startswith("2") else units * 2
        return units * TENTHS


RATINGS: frozenset[str] = frozenset(map(str, Rating))


def built_in() -> tuple[Measure, ...]:
    """Return the six that come along, in the order in which they are asked at first."""
    return tuple(
        Measure(str(scale.rating), scale.title, 0, 10, scale.low, scale.high, scale.direction)
        for scale in rating_scales()
    )


def value_words(value: int) -> str:
    """Return a value (tenths of the unit) as it is read, in units: 65 is "6.5"."""
    return number(value / TENTHS).replace("-", "−")


def end_words(measure: Measure) -> tuple[str, str]:
    """Return what stands at the two ends: the words of the measure, else its figures with the unit."""
    return (
        measure.low_words or _with_unit(measure.low, measure.unit),
        measure.high_words or _with_unit(measure.high, measure.unit),
    )


def _with_unit(value: int, unit: str) -> str:
    figure = value_words(value * TENTHS)
    return tr("{value} {unit}", value=figure, unit=unit) if unit else figure


def check_measure(measure: Measure, others: Iterable[Measure]) -> Measure:
    """Return `measure` with its texts tidied if it can be kept beside `others`.

    Raises:
        UserError: no name, one that is taken, a text that is too long, or ends that make no scale; `field`
            is "title", "low", "high", "low_words", "high_words" or "unit".
    """
    tidy = replace(
        measure,
        title=_tidy(measure.title),
        low_words=_tidy(measure.low_words),
        high_words=_tidy(measure.high_words),
        unit=_tidy(measure.unit),
    )
    if not tidy.title:
        raise UserError(tr("Give it a name, for example “Headache”."), field="title")
    for text, field, most in (
        (tidy.title, "title", MOST_TITLE),
        (tidy.low_words, "low_words", MOST_WORDS),
        (tidy.high_words, "high_words", MOST_WORDS),
        (tidy.unit, "unit", MOST_UNIT),
    ):
        if len(text) > most:
            raise UserError(tr("Up to {n} characters fit here.", n=most), field=field)
    _check_name(tidy, others)
    for end, field in ((tidy.low, "low"), (tidy.high, "high")):
        if abs(end) > FARTHEST:
            raise UserError(tr("Choose a number between −{n} and {n}.", n=FARTHEST), field=field)
    if tidy.low >= tidy.high:
        raise UserError(tr("The high end has to be above the low end."), field="high")
    return tidy


def _check_name(measure: Measure, others: Iterable[Measure]) -> None:
    for other in others:
        if other.key == measure.key or other.title.casefold() != measure.title.casefold():
            continue
        if other.removed:
            said = tr("“{name}” is in the list, put away. It can come back.", name=other.title)
        else:
            said = tr("“{name}” is asked already. Choose another name.", name=other.title)
        raise UserError(said, field="title")


def _tidy(text: str) -> str:
    """Return a text on one line, without signs that cannot be seen or stored."""
    seen = "".join(" " if sign.isspace() else sign for sign in text)
    return " ".join("".join(sign for sign in seen if sign.isprintable()).split())


def check_values(values: Mapping[str, int], known: Mapping[str, Measure]) -> dict[str, int]:
    """Return `values` (tenths of the unit by key) if each lies within the ends of its measure.

    Raises:
        UserError: names the measure; `field` is its key.
    """
    for key, value in values.items():
        measure = known.get(key)
        if measure is None:
            raise UserError(tr("What this asks for is no longer there."), field=key)
        if not measure.least <= value <= measure.most:
            low, high = _with_unit(measure.low, ""), _with_unit(measure.high, measure.unit)
            said = tr("{name} goes from {low} to {high}.", name=measure.title, low=low, high=high)
            raise UserError(said, field=key)
    return {str(key): value for key, value in values.items()}


def check_holds(measure: Measure, given: tuple[int, int] | None) -> None:
    """Check that the ends hold every answer so far.

    Args:
        measure: with its new ends.
        given: least and greatest answer in tenths of the unit, None where there is none.

    Raises:
        UserError: says which answers there are; `field` is "low" or "high".
    """
    if given is None:
        return
    low, high = map(value_words, given)
    said = tr("There are answers from {low} to {high}. The ends have to hold them.", low=low, high=high)
    if given[0] < measure.least:
        raise UserError(said, field="low")
    if given[1] > measure.most:
        raise UserError(said, field="high")


@dataclass(frozen=True, slots=True)
class Question:
    """A measure and how often it is asked."""

    measure: Measure
    rhythm: Rhythm


def default_rhythm(key: str) -> Rhythm:
    """Return the rhythm at first: confidence and a clear head weekly, the others daily (section 2.5)."""
    return Rhythm.WEEKLY if key in {Rating.CONFIDENCE, Rating.CLARITY} else Rhythm.DAILY


Order = tuple[tuple[str, Rhythm], ...]
"""Keys in the order in which they are asked, each with its rhythm."""


def arranged(known: Sequence[Measure], order: Order) -> tuple[Question, ...]:
    """Return `known` in the person's order; what the order does not name comes after it, at its default."""
    by_key = {measure.key: measure for measure in known}
    named = [Question(by_key[key], rhythm) for key, rhythm in order if key in by_key]
    told = {key for key, _rhythm in order}
    rest = [Question(one, default_rhythm(one.key)) for one in known if one.key not in told]
    return (*named, *rest)


def order_to_text(order: Order) -> str:
    """Return the order as JSON."""
    return json.dumps([[key, str(rhythm)] for key, rhythm in order])


def order_from_text(text: str) -> Order:
    """Return what `order_to_text` wrote; nothing where it cannot be read, and each key once."""
    try:
        rows = json.loads(text) if text else []
        found = {str(key): Rhythm(rhythm) for key, rhythm in rows}
    except (TypeError, ValueError):
        return ()
    return tuple(found.items())
