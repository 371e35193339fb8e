"""Walking through a FHIR file by its own names, noting what is wrong and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nextrep.domain.forms import FormProblem
from nextrep.domain.text import tr

MOST_PROBLEMS = 20
_ALLOWED = frozenset("\t\n\r")


class Places:
    """What was found on the way.

    Attributes:
        problems: mistakes that make the file useless, at most MOST_PROBLEMS.
        notes: what was left out or could not be used, as text with its place.
    """

    def __init__(self) -> None:
        self.problems: list[FormProblem] = []
        self.notes: list[str] = []

    def problem(self, place: str, text: str) -> None:
        """Note a mistake."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(FormProblem(place, text))

    def note(self, place: str, text: str) -> None:
        """Note what could not be used."""
        if len(self.notes) < MOST_PROBLEMS:
            self.notes.append(f"{place}: {text}")

    def words(self, holder: dict[str, Any], name: str, around: str) -> str:
        """Return a text, "" where there is none; anything but good text is a problem at its place."""
        found = holder.get(name)
        place = f"{around}.{name}" if around else name
        if found is None:
            return ""
        if not isinstance(found, str):
            self.problem(place, tr("There should be a text here."))
            return ""
        if not all(map(_is_text, found)):
            self.problem(place, tr("There is a sign here that is no text."))
            return ""
        return found

    def members(self, holder: dict[str, Any], name: str, around: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Go through a list of objects, each with its place; anything else is a problem at its place."""
        found = holder.get(name)
        place = f"{around}.{name}" if around else name
        if found is None:
            return
        if not isinstance(found, list):
            self.problem(place, tr("There should be a list here."))
            return
        for index, one in enumerate(found):
            if isinstance(one, dict):
                yield f"{place}[{index}]", one
            else:
                self.problem(f"{place}[{index}]", tr("There should be an object here."))


def _is_text(letter: str) -> bool:
    code = ord(letter)
    return letter in _ALLOWED or (
        code >= 0x20 and code != 0x7F and not 0xD800 <= code < 0xE000 and code not in {0xFFFE, 0xFFFF}
    )
