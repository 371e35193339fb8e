"""The schema of the exercise data files, checked by the tests and not at start-up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from nextrep.domain.exercises import Equipment, Level, Measure, Muscle, Pattern, fold

MAX_NOTE_SENTENCES = 3
MAX_NOTE_LENGTH = 280

_REQUIRED = ("key", "name", "pattern", "measure", "primary")
_OPTIONAL = ("secondary", "equipment", "unilateral", "level", "aliases")
_VOCABULARY: dict[str, type[StrEnum]] = {
    "pattern": Pattern,
    "measure": Measure,
    "level": Level,
    "primary": Muscle,
    "secondary": Muscle,
    "equipment": Equipment,
}
_LISTS = ("primary", "secondary", "equipment", "aliases")
_KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def check_library(raw: object) -> list[str]:
    """Return what is wrong with the content of library.json, one line for each fault."""
    if not isinstance(raw, list):
        return ["the library is not a list"]
    faults: list[str] = []
    keys: set[str] = set()
    owners: dict[str, str] = {}
    for number, row in enumerate(raw, start=1):
        if not isinstance(row, dict):
            faults.append(f"row {number} is not an object")
            continue
        where = str(row.get("key", f"row {number}"))
        row_faults = _shape_faults(row) or _value_faults(row)
        if not row_faults:
            if where in keys:
                row_faults.append("the key is there twice")
            keys.add(where)
            row_faults += _name_faults(row, owners)
        faults += [f"{where}: {fault}" for fault in row_faults]
    return faults


def check_notes(raw: object, keys: frozenset[str]) -> list[str]:
    """Return what is wrong with the content of notes.json; `keys` are those of the library."""
    if not isinstance(raw, dict):
        return ["the notes are not an object"]
    faults: list[str] = []
    for key, text in raw.items():
        if key not in keys:
            faults.append(f"{key}: no such exercise")
        if not isinstance(text, str) or not text.strip():
            faults.append(f"{key}: the note is empty")
            continue
        sentences = len(re.findall(r"[.?](?=\s|$)", text))
        if not 1 <= sentences <= MAX_NOTE_SENTENCES or len(text) > MAX_NOTE_LENGTH or not text.endswith("."):
            faults.append(f"{key}: a note is one to three short sentences")
        if "!" in text or text != " ".join(text.split()):
            faults.append(f"{key}: exclamation mark or stray blank")
    return faults


def _shape_faults(row: Mapping[str, Any]) -> list[str]:
    faults = [f"{field} is missing" for field in _REQUIRED if field not in row]
    faults += [f"{field} is not a field" for field in row if field not in _REQUIRED + _OPTIONAL]
    for field, value in row.items():
        if field in _LISTS:
            if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
                faults.append(f"{field} is not a list of texts, or empty")
        elif field == "unilateral":
            if value is not True:
                faults.append("unilateral is true or left out")
        elif not isinstance(value, str) or not value:
            faults.append(f"{field} is not a text")
    return faults


def _value_faults(row: Mapping[str, Any]) -> list[str]:
    faults: list[str] = []
    if not _KEY.fullmatch(row["key"]) or row["key"].startswith("own_"):
        faults.append("the key is not lower case with underscores, or starts with own_")
    for field, vocabulary in _VOCABULARY.items():
        value = row.get(field, [])
        items = [value] if isinstance(value, str) else value
        faults += [f"{item} is not a {field}" for item in items if item not in set(vocabulary)]
    lists = {field: row.get(field, ()) for field in _LISTS}
    faults += [
        f"{field} names something twice" for field, value in lists.items() if len(set(value)) < len(value)
    ]
    if row.get("level") == Level.BEGINNER:
        faults.append("beginner is left out")
    if set(row["primary"]) & set(row.get("secondary", ())):
        faults.append("a muscle is both primary and secondary")
    if row["measure"] == Measure.ASSISTED and "equipment" not in row:
        faults.append("help comes from a band or a machine")
    return faults


def _name_faults(row: Mapping[str, Any], owners: dict[str, str]) -> list[str]:
    """Check that no name or alias, as matching sees it, belongs to two exercises; adds to `owners`."""
    faults: list[str] = []
    seen: set[str] = set()
    for name in (row["name"], *row.get("aliases", ())):
        folded = fold(name)
        if not folded or name != " ".join(name.split()):
            faults.append(f"“{name}” is empty or has stray blanks")
        elif owners.setdefault(folded, row["key"]) != row["key"] or folded in seen:
            faults.append(f"“{name}” also belongs to {owners[folded]}")
        seen.add(folded)
    return faults
