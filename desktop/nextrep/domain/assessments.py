"""A questionnaire as it was answered on one day, or the total of one that was added up elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nextrep.domain.instruments import HARM_ITEM, InstrumentKey


class Way(StrEnum):
    """How an assessment came in."""

    FORM = "form"
    """Its answers, read off the official form."""
    FILE = "file"
    """Its answers, to a questionnaire that the person opened from a file."""
    TOTAL = "total"
    """Its total alone, for example from a paper at the clinic."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    Attributes:
        value: what it counts, None where it counts nothing.
        number: item number on the official form, None for an item that belongs to none that is scored.
        words: the answer as the file words it, or as it was typed; "" from the official form.
    """

    value: int | None = None
    number: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One questionnaire of one day. An item without an answer is absent, and never 0.

    Attributes:
        day: local date ordinal on which it was filled in.
        instrument: None for a questionnaire that is not scored.
        form_id: the opened file that it was answered by, None without one.
        total: only where `way` is TOTAL; else it is computed from the answers whenever it is needed.
        answers: by the item's name: its number on the official form, or its link in the file.
    """

    id: int
    day: int
    recorded_at: datetime
    way: Way
    instrument: InstrumentKey | None
    form_id: int | None = None
    total: int | None = None
    answers: dict[str, Answer] = field(default_factory=dict)

    def values(self) -> dict[int, int]:
        """Return the answers that count, by item number."""
        return {
            one.number: one.value
            for one in self.answers.values()
            if one.number is not None and one.value is not None
        }

    def harm(self) -> bool:
        """Tell whether the item about dying or self-harm was answered with anything but 0.

        An answer whose worth the file does not say is one: the card it opens can only be kind.
        """
        return any(one.number == HARM_ITEM and one.value != 0 for one in self.answers.values())
