"""Ratings of the day, and writing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr


class Direction(StrEnum):
    """Which end of a scale is the better one."""

    HIGHER_IS_BETTER = "higher is better"
    LOWER_IS_BETTER = "lower is better"


class Rating(StrEnum):
    """The ratings of a check-in. Values are 0-100, shown as 0-10 with halves."""

    MOOD = "mood"
    ANXIETY = "anxiety"
    STRESS = "stress"
    ENERGY = "energy"
    CONFIDENCE = "confidence"
    CLARITY = "clarity"


@dataclass(frozen=True, slots=True)
class RatingScale:
    """How one rating is asked: its name, the words at its ends, and its direction."""

    rating: Rating
    title: str
    low: str
    high: str
    direction: Direction


def rating_scales() -> tuple[RatingScale, ...]:
    """Return the scales in the order in which they are asked, in the person's language."""
    better, worse = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER
    return (
        RatingScale(Rating.MOOD, tr("Mood"), tr("very low"), tr("very good"), better),
        RatingScale(Rating.ANXIETY, tr("Anxiety"), tr("none"), tr("extreme"), worse),
        RatingScale(Rating.STRESS, tr("Stress"), tr("none"), tr("extreme"), worse),
        RatingScale(Rating.ENERGY, tr("Energy"), tr("none"), tr("full"), better),
        RatingScale(Rating.CONFIDENCE, tr("Confidence"), tr("none"), tr("strong"), better),
        RatingScale(Rating.CLARITY, tr("Clear head"), tr("foggy"), tr("clear"), better),
    )


def scale_of(rating: Rating) -> RatingScale:
    """Return the scale of one rating."""
    return next(scale for scale in rating_scales() if scale.rating is rating)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What was answered of one day as a whole, each measure present or missing; missing is never 0.

    Attributes:
        day: local date ordinal.
        values: tenths of the unit by key of the measure (0-100 for a `Rating`); what was not given is absent.
    """

    day: int
    values: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of writing. Private unless the person marks it for a report.

    Attributes:
        starred: kept among what went well.
    """

    id: int
    day: int
    written_at: datetime
    text: str
    in_report: bool = False
    starred: bool = False


MAX_ENTRY_CHARS = 200_000


def check_entry(text: str) -> str:
    """Return `text` if it fits.

    Raises:
        UserError: over 200,000 characters (a long book chapter), which is surely pasted by mistake; or half
            of a character (a lone surrogate), which no file can hold.
    """
    if len(text) > MAX_ENTRY_CHARS:
        raise UserError(
            tr(
                "An entry goes up to {n} characters, and this one is longer: it is not saved. "
                "Please take some of it out, or put it into another entry.",
                n=MAX_ENTRY_CHARS,
            ),
            field="text",
        )
    halves = [sign for sign in text if "\ud800" <= sign <= "\udfff"] if not text.isascii() else []
    if halves:
        place = text.index(halves[0]) + 1
        raise UserError(tr("Character {n} is only half there and cannot be kept.", n=place), field="text")
    return text
