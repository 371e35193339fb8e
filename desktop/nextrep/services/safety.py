"""Help in a crisis: what is shown, the person's country, their own lines and contacts, and corrections.

Everything can be taken back. Reading never fails for want of a profile: `general_view` needs none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.hard_days import part_title
from nextrep.domain.safety import (
    ELSEWHERE,
    CrisisLine,
    HelpChoices,
    HelpView,
    help_view,
    is_shown,
    written_lines,
)
from nextrep.domain.safety_data import choices_from_data, choices_to_data
from nextrep.domain.text import tr
from nextrep.resources.crisis import load_crisis_file
from nextrep.services import hard_days
from nextrep.settings.table import COUNTRY, HELP
from nextrep.storage.store import Store

T = TypeVar("T")

LONGEST_NUMBER = 60
LONGEST_LINE = 200
MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class LineChoice:
    """A shipped line of the person's country, to be checked, corrected or put aside.

    Attributes:
        shown: it stands among the contacts.
        number: the person's correction, "" for none.
        ticked_on: day on which the person checked it.
    """

    line: CrisisLine
    shown: bool
    number: str
    ticked_on: date | None


def general_view() -> HelpView:
    """Return what can be shown without a profile: general words, no data of a person."""
    return help_view(load_crisis_file(), "", HelpChoices())


def view(store: Store) -> HelpView:
    """Return what the cards of help show."""
    texts = hard_days.read(store).texts
    plan = tuple((part_title(part), text.strip()) for part, text in texts.items())
    return help_view(load_crisis_file(), country(store), choices(store), plan)


def country(store: Store) -> str:
    """Return the code that the person chose, "" for none or one that is no longer in the list."""
    code = store.settings.get(COUNTRY)
    return code if code in {*load_crisis_file().countries, ELSEWHERE} else ""


def countries() -> tuple[tuple[str, str], ...]:
    """Return code and name of each country that has lines, in the order of the names, and the way out."""
    named = sorted((tr(name), code) for code, name in load_crisis_file().countries.items())
    return (*((code, name) for name, code in named), (ELSEWHERE, tr("My country is not in this list")))


def choices(store: Store) -> HelpChoices:
    """Return what the person made of it; nothing where that cannot be read."""
    text = store.settings.get(HELP)
    try:
        return choices_from_data(json.loads(text)) if text else HelpChoices()
    except ValueError:
        return HelpChoices()


def line_choices(store: Store) -> tuple[LineChoice, ...]:
    """Return the shipped lines of the person's country, those that are not shown included."""
    made = choices(store)
    return tuple(
        LineChoice(line, is_shown(line, made), made.corrected.get(line.key, ""), made.ticked.get(line.key))
        for line in load_crisis_file().of(country(store))
    )


def choose_country(store: Store, code: str) -> Outcome[str]:
    """Choose the country of the lines, or none with "".

    Raises:
        UserError: there is no such country in the list.
    """
    before = store.settings.get(COUNTRY)
    if code not in {"", ELSEWHERE, *load_crisis_file().countries}:
        raise UserError(tr("“{country}” is not in the list.", country=code), field="country")
    if code == before:
        return Outcome(code)
    with store.transaction():
        store.settings.put(COUNTRY, code)
    return Outcome(
        code, Changes(settings=True), undo=lambda: choose_country(store, before), label=COUNTRY.title()
    )


def set_emergency(store: Store, number: str) -> Outcome[HelpChoices]:
    """Keep the person's emergency number; "" goes back to the shipped one.

    Raises:
        UserError: it is too long; `field` is "emergency".
    """
    kept = replace(choices(store), emergency=_number(number, "emergency"))
    return _save(store, kept, tr("emergency number"))


def show_line(store: Store, key: str, today: date) -> Outcome[HelpChoices]:
    """Show a line; for one that ships unsure, the person says by this that they checked it on `today`.

    Raises:
        KeyError: there is no such line.
    """
    line, made = _line(key), choices(store)
    ticked = made.ticked if line.sure else {**made.ticked, key: today}
    kept = replace(made, ticked=ticked, hidden=made.hidden - {key})
    return _save(store, kept, tr("showing of {operator}", operator=line.operator))


def hide_line(store: Store, key: str) -> Outcome[HelpChoices]:
    """Show a line no longer; it stays in the list of lines that can be shown.

    Raises:
        KeyError: there is no such line.
    """
    line, made = _line(key), choices(store)
    hidden = made.hidden | {key} if line.sure else made.hidden
    kept = replace(made, ticked=_without(made.ticked, key), hidden=hidden)
    return _save(store, kept, tr("hiding of {operator}", operator=line.operator))


def correct(store: Store, key: str, number: str) -> Outcome[HelpChoices]:
    """Put the person's number in the place of the shipped ones; "" or the shipped one goes back.

    Raises:
        UserError: it is too long; `field` is the key.
        KeyError: there is no such line.
    """
    line, made = _line(key), choices(store)
    text = _number(number, key)
    corrected = _without(made.corrected, key)
    if text and text != ", ".join(line.numbers):
        corrected[key] = text
    label = tr("number of {operator}", operator=line.operator)
    return _save(store, replace(made, corrected=corrected), label)


def write_own_lines(store: Store, text: str) -> Outcome[HelpChoices]:
    """Keep the person's own crisis lines, one on each line of the text.

    Raises:
        UserError: there are too many, or one is too long; `field` is "own_lines".
    """
    kept = replace(choices(store), own_lines=_lines(text, "own_lines"))
    return _save(store, kept, tr("own help lines"))


def write_contacts(store: Store, text: str) -> Outcome[HelpChoices]:
    """Keep the person's own contacts, one on each line of the text.

    Raises:
        UserError: there are too many, or one is too long; `field` is "contacts".
    """
    return _save(store, replace(choices(store), contacts=_lines(text, "contacts")), tr("own contacts"))


def _save(store: Store, kept: HelpChoices, label: str) -> Outcome[HelpChoices]:
    """Keep it as one step; without a step where it is what it was."""
    before = choices(store)
    if kept == before:
        return Outcome(kept)
    data = choices_to_data(kept)
    with store.transaction():
        store.settings.put(HELP, json.dumps(data, ensure_ascii=False) if data else "")
    return Outcome(kept, Changes(settings=True), undo=lambda: _save(store, before, label), label=label)


def _line(key: str) -> CrisisLine:
    for line in load_crisis_file().lines:
        if line.key == key:
            return line
    raise KeyError(key)


def _without(values: Mapping[str, T], key: str) -> dict[str, T]:
    return {each: value for each, value in values.items() if each != key}


def _number(text: str, field: str) -> str:
    said = " ".join(text.replace("\0", "").split())
    if len(said) > LONGEST_NUMBER:
        raise UserError(tr("Up to {n} characters fit here.", n=LONGEST_NUMBER), field=field)
    return said


def _lines(text: str, field: str) -> tuple[str, ...]:
    lines = written_lines(text.replace("\0", ""))
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        said = tr("Up to {n} lines of {length} characters fit here.", n=MOST_LINES, length=LONGEST_LINE)
        raise UserError(said, field=field)
    return lines
