"""The plan for hard days: what the person wrote down for themselves while they were well enough to write.

Parts and words are our own (clinical.md, section 4.1, point 3: signs, what helps, people, places,
professionals, making the place safer; the form that is best known has a copyright and is not copied).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

MOST_CHARACTERS = 900
"""Of one part: all parts together fit on one sheet of paper then, in the least type we print."""


class PlanPart(StrEnum):
    """A part of the plan, in the order in which it is read."""

    SIGNS = "signs"
    ALONE = "alone"
    PEOPLE = "people"
    PLACES = "places"
    PROFESSIONALS = "professionals"
    SAFER = "safer"


def part_title(part: PlanPart) -> str:
    """Return the heading of a part."""
    return {
        PlanPart.SIGNS: tr("How I notice that it is getting hard"),
        PlanPart.ALONE: tr("What I can do by myself for a while"),
        PlanPart.PEOPLE: tr("People I can be with or write to"),
        PlanPart.PLACES: tr("Places that are good for me"),
        PlanPart.PROFESSIONALS: tr("Professionals and services I can reach"),
        PlanPart.SAFER: tr("How I make the place I am in safer"),
    }[part]


def part_hint(part: PlanPart) -> str:
    """Return what may stand in a part, as a few examples."""
    return {
        PlanPart.SIGNS: tr("Thoughts, moods, things you do or stop doing. In your own words."),
        PlanPart.ALONE: tr("Small things that pass the time or take the edge off: a walk, a shower, a song."),
        PlanPart.PEOPLE: tr("Names and numbers. They need not know why you call."),
        PlanPart.PLACES: tr("Where there are other people, or where it is calm."),
        PlanPart.PROFESSIONALS: tr("Doctor, therapist, clinic, crisis line, with numbers and hours."),
        PlanPart.SAFER: tr(
            "What to put out of reach or hand to somebody for a while, and who can help with it."
        ),
    }[part]


@dataclass(frozen=True, slots=True)
class HardDaysPlan:
    """The texts by part; a part without a text is not there."""

    texts: Mapping[PlanPart, str] = field(default_factory=dict)

    def text(self, part: PlanPart) -> str:
        """Return the text of a part, "" for none."""
        return self.texts.get(part, "")

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        return not self.texts

    def with_text(self, part: PlanPart, text: str) -> HardDaysPlan:
        """Return the plan with another text in one part.

        Raises:
            UserError: it is too long, or has characters that no text has; `field` is the part.
        """
        if len(text) > MOST_CHARACTERS:
            said = tr("Up to {n} characters fit here, so that the plan stays on one page.", n=MOST_CHARACTERS)
            raise UserError(said, field=str(part))
        if "\0" in text:
            raise UserError(tr("A null character cannot be kept. Please take it out."), field=str(part))
        texts = {each: kept for each, kept in self.texts.items() if each is not part}
        if text.strip():
            texts[part] = text
        return replace(self, texts={each: texts[each] for each in PlanPart if each in texts})


def plan_to_data(plan: HardDaysPlan) -> dict[str, str]:
    """Return plain data."""
    return {str(part): text for part, text in plan.texts.items()}


def plan_from_data(data: Any) -> HardDaysPlan:
    """Return what `plan_to_data` wrote.

    Raises:
        ValueError: it is not of that kind.
    """
    if not isinstance(data, Mapping) or not all(isinstance(text, str) for text in data.values()):
        raise ValueError("not a plan")
    return HardDaysPlan({part: data[part] for part in PlanPart if data.get(part)})
