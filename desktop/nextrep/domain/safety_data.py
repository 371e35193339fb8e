"""What the person made of the lines of help, as plain data and back. What is empty is left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from nextrep.domain.safety import HelpChoices


def choices_to_data(choices: HelpChoices) -> dict[str, Any]:
    """Return plain data; nothing where nothing was chosen."""
    data: dict[str, Any] = {
        "emergency": choices.emergency,
        "ticked": {key: day.isoformat() for key, day in sorted(choices.ticked.items())},
        "hidden": sorted(choices.hidden),
        "corrected": dict(sorted(choices.corrected.items())),
        "own_lines": list(choices.own_lines),
        "contacts": list(choices.contacts),
    }
    return {name: value for name, value in data.items() if value}


def choices_from_data(data: Any) -> HelpChoices:
    """Return what `choices_to_data` wrote.

    Raises:
        ValueError: it is not of that kind.
    """
    if not isinstance(data, Mapping):
        raise ValueError("not a mapping")
    return HelpChoices(
        emergency=_text(data.get("emergency", "")),
        ticked={key: date.fromisoformat(_text(day)) for key, day in _pairs(data, "ticked")},
        hidden=frozenset(_texts(data, "hidden")),
        corrected={key: _text(number) for key, number in _pairs(data, "corrected")},
        own_lines=_texts(data, "own_lines"),
        contacts=_texts(data, "contacts"),
    )


def _pairs(data: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    found = data.get(name, {})
    if not isinstance(found, Mapping):
        raise ValueError(name)
    return [(_text(key), value) for key, value in found.items()]


def _texts(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found = data.get(name, [])
    if not isinstance(found, list):
        raise ValueError(name)
    return tuple(map(_text, found))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value
