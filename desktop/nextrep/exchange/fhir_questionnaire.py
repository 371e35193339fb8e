"""Reading a FHIR R4 Questionnaire (JSON; hl7.org/fhir/R4/questionnaire.html).

Its words, choices, order and copyright line are taken as they are. What an answer counts is taken from the
file's ordinalValue (or itemWeight), else from the LOINC answer codes that PHQ and GAD share; nothing is
guessed from words. A file whose items carry all the LOINC codes of an instrument is scored as that one.
Computed and hidden items are left out: NextRep adds up itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NoReturn

from nextrep.domain.forms import (
    Form,
    FormChoice,
    FormFileError,
    FormItem,
    FormKind,
    FormProblem,
    number_of,
    scorable,
)
from nextrep.domain.instruments import InstrumentKey, by_codes
from nextrep.domain.text import tr
from nextrep.exchange.decoding import read_bytes
from nextrep.exchange.fhir_choices import Choices
from nextrep.exchange.fhir_places import Places

MAX_BYTES = 2_000_000
MAX_ITEMS = 500
MAX_DEPTH = 12
MAX_WORDS = 8_000
MAX_TITLE = 200
_LOINC = "http://loinc.org"
_KINDS = {
    "group": FormKind.TEXT_ONLY,
    "display": FormKind.TEXT_ONLY,
    "boolean": FormKind.CHOICE,
    "choice": FormKind.CHOICE,
    "open-choice": FormKind.CHOICE,
    "decimal": FormKind.NUMBER,
    "integer": FormKind.NUMBER,
    "date": FormKind.WORDS,
    "dateTime": FormKind.WORDS,
    "time": FormKind.WORDS,
    "string": FormKind.WORDS,
    "text": FormKind.WORDS,
    "url": FormKind.WORDS,
    "quantity": FormKind.WORDS,
}
_NOT_ASKED = frozenset({"attachment", "reference"})
_COMPUTED = ("calculatedExpression", "questionnaire-hidden")


def read_form_file(path: Path) -> tuple[Form, str]:
    """Read a file; returns the questionnaire and the text to keep.

    Raises:
        UserError: the file cannot be read at all.
        FormFileError: it is no questionnaire, or has mistakes; each names its place.
    """
    data = read_bytes(path)
    if len(data) > MAX_BYTES:
        _refuse(path.name, [FormProblem("", tr("It is larger than 2 MB, which no questionnaire is."))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = tr("byte {n}", n=error.start + 1)
        _refuse(path.name, [FormProblem(place, tr("This is not text in UTF-8, as JSON is."))])
    return read_form(text, path.name), text


def read_form(text: str, name: str) -> Form:
    """Read the text of a questionnaire; `name` is the file's, for messages.

    Raises:
        FormFileError: it is no questionnaire, or has mistakes; each names its place.
    """
    try:
        tree = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = tr("line {line}, column {column}", line=error.lineno, column=error.colno)
        _refuse(name, [FormProblem(place, tr("From here on it is not JSON."))])
    except (RecursionError, ValueError):
        _refuse(name, [FormProblem("", tr("It is nested too deeply, or has a number that is none."))])
    kind = tree.get("resourceType") if isinstance(tree, dict) else None
    if kind != "Questionnaire":
        said = tr("This is not a FHIR questionnaire: its resourceType is not “Questionnaire”.")
        if kind == "QuestionnaireResponse":
            said = tr("These are answers to a questionnaire. NextRep needs the questionnaire itself.")
        _refuse(name, [FormProblem("resourceType", said)])
    reading = _Reading(tree)
    form = reading.form(Path(name).stem)
    if reading.places.problems:
        _refuse(name, reading.places.problems)
    return form


def _no_constant(word: str) -> NoReturn:
    raise ValueError(word)


def _refuse(name: str, problems: list[FormProblem]) -> NoReturn:
    first = problems[0]
    where = f"{first.place}: " if first.place else ""
    text = tr("“{name}” cannot be used. {where}{what}", name=name, where=where, what=first.text)
    raise FormFileError(text, tuple(problems))


class _Reading:
    """One file on its way to a `Form`.

    Attributes:
        places: the mistakes that were found, and notes, each with its place.
    """

    def __init__(self, tree: dict[str, Any]) -> None:
        self.places = Places()
        self._tree = tree
        self._choices = Choices(tree, self.places)
        self._links: dict[str, str] = {}

    def form(self, fallback: str) -> Form:
        """Return the questionnaire; only good if there are no problems afterwards."""
        places, tree = self.places, self._tree
        title = places.words(tree, "title", "") or places.words(tree, "name", "") or fallback
        rights = places.words(tree, "copyright", "")
        items = tuple(self._items(tree, "", 0))
        if not places.problems and not any(one.kind is not FormKind.TEXT_ONLY for one in items):
            places.problem("item", tr("There is no question in it."))
        key = self._instrument(items)
        numbered = tuple(replace(item, number=number_of(item, key)) for item in items)
        return Form(title[:MAX_TITLE], numbered, rights, key, tuple(places.notes))

    def _instrument(self, items: tuple[FormItem, ...]) -> InstrumentKey | None:
        """Return what the items are scored as: all codes of an instrument, once each, with its values."""
        found = by_codes(frozenset(code for item in items for code in item.codes))
        seen: set[int] = set()
        for item in items if found else ():
            number = number_of(item, found.key) if found else None
            if found is None or number is None or found.item(number) is None:
                continue
            if number in seen:
                said = tr("Its LOINC code is there twice, so nothing is added up.")
            elif not scorable(item, number, found.key):
                said = tr("Its choices do not say what they count, so nothing is added up.")
            else:
                seen.add(number)
                continue
            self.places.note(self._links[item.link], said)
            return None
        return found.key if found else None

    def _items(self, holder: dict[str, Any], around: str, depth: int) -> Iterator[FormItem]:
        for place, raw in self.places.members(holder, "item", around):
            if depth >= MAX_DEPTH:
                self.places.problem(place, tr("Groups stand in more than {n} others.", n=MAX_DEPTH))
                return
            if len(self._links) >= MAX_ITEMS:
                self.places.problem(place, tr("There are more than {n} items.", n=MAX_ITEMS))
                return
            item = self._item(raw, place, depth)
            if item is not None:
                yield item
                yield from self._items(raw, place, depth + 1)

    def _item(self, raw: dict[str, Any], place: str, depth: int) -> FormItem | None:
        """Return an item, None for one that is left out with all that is in it."""
        places = self.places
        link, kind = places.words(raw, "linkId", place), places.words(raw, "type", place)
        if not link:
            places.problem(f"{place}.linkId", tr("An item needs a name of its own here."))
            return None
        if link in self._links:
            said = tr("The name “{link}” is taken by {other}.", link=link[:60], other=self._links[link])
            places.problem(f"{place}.linkId", said)
            return None
        self._links[link] = place
        if kind not in _KINDS and kind not in _NOT_ASKED:
            said = tr("“{kind}” is no type of item in FHIR R4.", kind=kind[:60])
            places.problem(f"{place}.type", said)
            return None
        if kind in _NOT_ASKED:
            places.note(place, tr("Files and references are not asked for."))
            return None
        if raw.get("readOnly") is True or _has_extension(raw, _COMPUTED):
            return None
        words = self._item_words(raw, place)
        what = _KINDS[kind]
        choices: tuple[FormChoice, ...] = ()
        if kind == "boolean":
            choices = (FormChoice(tr("No")), FormChoice(tr("Yes")))
        elif what is FormKind.CHOICE:
            choices = self._choices.of(raw, place)
        if what is FormKind.CHOICE and not choices:
            places.note(place, tr("Its choices are not in the file, so it takes words."))
            what = FormKind.WORDS
        codes = frozenset(self._codes(raw, place))
        return FormItem(link, what, words, places.words(raw, "prefix", place).strip(), choices, codes, depth)

    def _item_words(self, raw: dict[str, Any], place: str) -> str:
        """Return the words of an item; where they are only there with markup, the words without it."""
        words = self.places.words(raw, "text", place)
        if not words:
            for extension in _extensions(raw.get("_text")):
                if str(extension.get("url", "")).endswith("rendering-xhtml"):
                    words = _plain(self.places.words(extension, "valueString", f"{place}._text"))
        if len(words) > MAX_WORDS:
            self.places.problem(f"{place}.text", tr("It is longer than {n} characters.", n=MAX_WORDS))
        return words.strip()

    def _codes(self, raw: dict[str, Any], place: str) -> Iterator[str]:
        for where, code in self.places.members(raw, "code", place):
            # Some files leave the system out; their codes have the form of LOINC's.
            if code.get("system", _LOINC) == _LOINC:
                yield self.places.words(code, "code", where)


def _extensions(holder: object) -> list[dict[str, Any]]:
    found = holder.get("extension") if isinstance(holder, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _has_extension(raw: dict[str, Any], endings: tuple[str, ...]) -> bool:
    return any(
        str(one.get("url", "")).endswith(endings) and one.get("valueBoolean") is not False
        for one in _extensions(raw)
    )


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - Python's
        if tag in {"br", "p", "div", "li"}:
            self.parts.append("\n")


def _plain(markup: str) -> str:
    reader = _Text()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).splitlines())
    return "\n".join(line for line in lines if line)
