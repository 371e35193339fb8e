"""Help in a crisis: the lines that ship, what the person made of them, and what is shown of both.

The rules follow the project's research notes (clinical.md, sections 4.1 and 4.2): the emergency number
first, then crisis lines, then own contacts; numbers with the month of their check. Nothing says how great
a danger is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

ELSEWHERE = "elsewhere"
"""In the place of a country code: the person's country is not in the list."""
STALE_AFTER_MONTHS = 12
"""A number has to be checked again after this time (clinical.md, section 4.2)."""


class Confidence(StrEnum):
    """How sure a number is. A row below `HIGH` is shown only once the person says that they checked it."""

    HIGH = "high"
    MEDIUM = "medium"


class Channel(StrEnum):
    """How a line is reached."""

    CALL = "call"
    TEXT = "text"
    CHAT = "chat"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """One row of the file.

    Attributes:
        key: lower case, never changed afterwards.
        country: ISO 3166-1 code, or `ELSEWHERE`.
        numbers: as they are dialled; an address for `Channel.WEB`.
        languages: ISO 639-1 codes; empty where the source does not say.
        hours: in words; None where the source does not say.
        note: what has to be known to use it, "" for nothing.
        source: where the row comes from.
        checked_on: when it was compared with a public source; None where it never was.
    """

    key: str
    country: str
    numbers: tuple[str, ...]
    channels: tuple[Channel, ...]
    operator: str
    languages: tuple[str, ...]
    hours: str | None
    note: str
    source: str
    checked_on: date | None
    confidence: Confidence

    @property
    def sure(self) -> bool:
        """Whether it is shown without being checked by the person."""
        return self.confidence is Confidence.HIGH


@dataclass(frozen=True, slots=True)
class CrisisFile:
    """Everything in the file.

    Attributes:
        countries: name by code, in the order of their names.
        emergency: emergency numbers; may be empty.
        lines: crisis lines, in the order in which they are shown.
    """

    countries: Mapping[str, str]
    emergency: tuple[CrisisLine, ...]
    lines: tuple[CrisisLine, ...]

    def of(self, country: str) -> tuple[CrisisLine, ...]:
        """Return the crisis lines of a country."""
        return tuple(line for line in self.lines if line.country == country)


@dataclass(frozen=True, slots=True)
class HelpChoices:
    """What the person made of it.

    Attributes:
        emergency: their emergency number, "" for the shipped one.
        ticked: day on which they checked a line, by its key.
        hidden: keys of lines that they do not want to see.
        corrected: their number in the place of the shipped ones, by the line's key.
        own_lines, contacts: what they wrote, a line each.
    """

    emergency: str = ""
    ticked: Mapping[str, date] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    corrected: Mapping[str, str] = field(default_factory=dict)
    own_lines: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A crisis line as the person sees it.

    Attributes:
        corrected: the number is the person's own.
        checked_on: day of the last check, by whoever made it; None for a number of the person's own.
        by_person: the person made that check.
    """

    line: CrisisLine
    numbers: tuple[str, ...]
    corrected: bool
    checked_on: date | None
    by_person: bool


@dataclass(frozen=True, slots=True)
class HelpView:
    """What a card of help shows, whether a profile is open or not.

    Attributes:
        country: name of the country, "" while none is chosen.
        emergency: the number, "" where none is known: then general words stand there.
        unchecked: how many further lines of the country wait to be checked by the person.
        plan: title and text of each part of the plan for hard days that has one.
    """

    country: str = ""
    emergency: tuple[str, ...] = ()
    lines: tuple[ShownLine, ...] = ()
    own_lines: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    unchecked: int = 0
    plan: tuple[tuple[str, str], ...] = ()


def help_view(
    crisis: CrisisFile, country: str, choices: HelpChoices, plan: tuple[tuple[str, str], ...] = ()
) -> HelpView:
    """Return what is shown: sure lines unless put aside, others only where the person ticked them."""
    of_country = crisis.of(country)
    shown = [line for line in of_country if is_shown(line, choices)]
    given = tuple(
        number
        for line in crisis.emergency
        if line.country == country and line.sure
        for number in line.numbers
    )
    return HelpView(
        country=crisis.countries.get(country, ""),
        emergency=(choices.emergency,) if choices.emergency else given,
        lines=tuple(_shown(line, choices) for line in shown),
        own_lines=choices.own_lines,
        contacts=choices.contacts,
        unchecked=sum(not line.sure and line.key not in choices.ticked for line in of_country),
        plan=plan,
    )


def is_shown(line: CrisisLine, choices: HelpChoices) -> bool:
    """Tell whether a line stands among the contacts."""
    return line.key not in choices.hidden and (line.sure or line.key in choices.ticked)


def stale_on(lines: Iterable[CrisisLine], today: date) -> tuple[CrisisLine, ...]:
    """Return the sure lines whose check is over twelve months old on `today`."""
    return tuple(line for line in lines if line.sure and _months_over(line.checked_on, today))


def written_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text without blank ones and without spaces around them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _shown(line: CrisisLine, choices: HelpChoices) -> ShownLine:
    own = choices.corrected.get(line.key, "")
    ticked = choices.ticked.get(line.key)
    return ShownLine(
        line,
        (own,) if own else line.numbers,
        corrected=bool(own),
        checked_on=None if own else ticked or line.checked_on,
        by_person=ticked is not None,
    )


def _months_over(checked: date | None, today: date) -> bool:
    if checked is None:
        return True
    months = (today.year - checked.year) * 12 + today.month - checked.month
    return months > STALE_AFTER_MONTHS or (months == STALE_AFTER_MONTHS and today.day > checked.day)
