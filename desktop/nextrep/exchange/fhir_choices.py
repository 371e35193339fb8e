"""The choices of a FHIR item: beside it, or in a value set that the file contains; and what each counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nextrep.domain.forms import FormChoice
from nextrep.domain.text import tr
from nextrep.exchange.fhir_places import Places

MAX_CHOICES = 200
MAX_WORTH = 1000
_WORTH = ("/ordinalValue", "/itemWeight", "/questionnaire-ordinalValue")
_LOINC_ANSWERS = {"LA6568-5": 0, "LA6569-3": 1, "LA6570-1": 2, "LA6571-9": 3, "LA18938-3": 2}
"""The answers that PHQ and GAD share (clinical notes, 3.1); the last is another wording of the third."""


class Choices:
    """Finds the choices of items."""

    def __init__(self, tree: dict[str, Any], places: Places) -> None:
        """Look up the value sets that the file contains, by `#id` and by address."""
        self._places = places
        self._sets: dict[str, tuple[str, dict[str, Any]]] = {}
        for place, one in places.members(tree, "contained", ""):
            if one.get("resourceType") == "ValueSet":
                for name in (f"#{one.get('id')}", str(one.get("url"))):
                    self._sets[name] = (place, one)

    def of(self, item: dict[str, Any], place: str) -> tuple[FormChoice, ...]:
        """Return the choices of an item, none where they are not in the file."""
        found = list(self._beside(item, place)) or list(self._from_set(item, place))
        if len(found) > MAX_CHOICES:
            self._places.problem(place, tr("There are more than {n} choices.", n=MAX_CHOICES))
        return tuple(found[:MAX_CHOICES])

    def _beside(self, item: dict[str, Any], around: str) -> Iterator[FormChoice]:
        for place, option in self._places.members(item, "answerOption", around):
            coding = option.get("valueCoding")
            if isinstance(coding, dict):
                choice = self._coding(coding, f"{place}.valueCoding", option)
            else:
                choice = self._plain(option, place)
            if choice is not None:
                yield choice

    def _plain(self, option: dict[str, Any], place: str) -> FormChoice | None:
        for name in ("valueString", "valueInteger", "valueDate", "valueTime"):
            value = option.get(name)
            if isinstance(value, str):
                return FormChoice(self._places.words(option, name, place), self._worth(option, place))
            if isinstance(value, int) and not isinstance(value, bool):
                worth = self._worth(option, place)
                return FormChoice(str(value), value if worth is None else worth)
        self._places.problem(place, tr("A choice needs a value here."))
        return None

    def _from_set(self, item: dict[str, Any], place: str) -> Iterator[FormChoice]:
        name = self._places.words(item, "answerValueSet", place)
        if not name or name.split("|", 1)[0] not in self._sets:
            return
        around, found = self._sets[name.split("|", 1)[0]]
        yield from self._concepts(found.get("expansion"), "contains", f"{around}.expansion")
        if isinstance(found.get("expansion"), dict):
            return
        compose = found.get("compose")
        if isinstance(compose, dict):
            for inside, part in self._places.members(compose, "include", f"{around}.compose"):
                yield from self._concepts(part, "concept", inside)

    def _concepts(self, holder: object, name: str, around: str) -> Iterator[FormChoice]:
        if isinstance(holder, dict):
            for place, coding in self._places.members(holder, name, around):
                choice = self._coding(coding, place, coding)
                if choice is not None:
                    yield choice

    def _coding(self, coding: dict[str, Any], place: str, option: dict[str, Any]) -> FormChoice | None:
        code = self._places.words(coding, "code", place)
        words = self._places.words(coding, "display", place) or code
        if not words:
            self._places.problem(place, tr("A choice needs words or a code here."))
            return None
        worth = self._worth(option, place)
        if worth is None and option is not coding:
            worth = self._worth(coding, place)
        return FormChoice(words.strip(), _LOINC_ANSWERS.get(code) if worth is None else worth)

    def _worth(self, holder: dict[str, Any], place: str) -> int | None:
        """Return what the file says a choice counts; None where it says nothing, or no whole number."""
        for _where, extension in self._places.members(holder, "extension", place):
            if str(extension.get("url", "")).endswith(_WORTH):
                value = extension.get("valueDecimal", extension.get("valueInteger"))
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    return int(value) if float(value).is_integer() and abs(value) < MAX_WORTH else None
        return None
