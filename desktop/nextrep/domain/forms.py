"""A questionnaire that the person opened from a file: its words, its order, its choices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.instruments import HARM_CODE, HARM_ITEM, InstrumentKey, instrument


class FormKind(StrEnum):
    """What an item asks for."""

    TEXT_ONLY = "text only"
    """Words to read, without a question: a heading, an explanation."""
    CHOICE = "choice"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class FormChoice:
    """One answer to choose; `value` is what it counts by the file or its LOINC code, None where unsaid."""

    words: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class FormItem:
    """One item.

    Attributes:
        link: its name in the file, under which its answer is kept.
        words: as the file has them; `prefix` is the sign before them ("1.", "a)"), "" for none.
        codes: LOINC codes.
        depth: how many groups it stands in.
        number: its number in the instrument that the file is, or that of the item about dying or self-harm in
            any file; None for all others.
    """

    link: str
    kind: FormKind
    words: str
    prefix: str = ""
    choices: tuple[FormChoice, ...] = ()
    codes: frozenset[str] = frozenset()
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A whole questionnaire, its items in the order of the file.

    Attributes:
        rights: the copyright line, "" where the file has none; always shown.
        instrument: how it is scored; None where it is not.
        notes: what was left out or could not be used, and where.
    """

    title: str
    items: tuple[FormItem, ...]
    rights: str = ""
    instrument: InstrumentKey | None = None
    notes: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[FormItem, ...]:
        """The items that ask for something."""
        return tuple(item for item in self.items if item.kind is not FormKind.TEXT_ONLY)

    def item(self, link: str) -> FormItem | None:
        """Return the item of that name, None where there is none."""
        return next((one for one in self.items if one.link == link), None)


def scorable(item: FormItem, number: int, key: InstrumentKey) -> bool:
    """Tell whether an item's choices count what the instrument's do: each value once, from 0 to the most."""
    values = sorted(-1 if choice.value is None else choice.value for choice in item.choices)
    of = instrument(key)
    return of.item(number) is not None and values == list(range(of.most + 1))


def number_of(item: FormItem, key: InstrumentKey | None) -> int | None:
    """Return the number under which an item counts, or gets care; None for any other."""
    if key is not None:
        found = [one.number for one in instrument(key).items if one.code and one.code in item.codes]
        if found:
            return found[0]
    return HARM_ITEM if HARM_CODE in item.codes else None


@dataclass(frozen=True, slots=True)
class FormProblem:
    """A mistake in a file: its place, as the file's own names lead to it, and what is wrong there."""

    place: str
    text: str


class FormFileError(UserError):
    """A file that is no questionnaire, or has mistakes.

    Attributes:
        problems: each with its place.
    """

    def __init__(self, message: str, problems: tuple[FormProblem, ...]) -> None:
        super().__init__(message)
        self.problems = problems
