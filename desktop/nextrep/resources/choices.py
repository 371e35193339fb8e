"""The exercises that plans are made from, read from resources/exercises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from nextrep.domain.exercise_choices import ExerciseChoices, Keys, Strain, Version
from nextrep.domain.exercises import Equipment, Pattern
from nextrep.domain.joints import Joint
from nextrep.resources.paths import read_json

CHOICES_FILE = "exercises/choices.json"
JOINTS_FILE = "exercises/joints.json"


@lru_cache(maxsize=1)
def load_choices() -> ExerciseChoices:
    """Read the exercises to choose from, once.

    Raises:
        KnownError: a file is missing.
        ValueError, KeyError: a file does not hold what it should (a fault of ours; a test reads them).
    """
    raw = _read(CHOICES_FILE)
    return ExerciseChoices(
        usual=_keys(raw["usual"]),
        versions=tuple(
            Version(row["name"], frozenset(map(Equipment, row["needs"])), _keys(row["choices"]))
            for row in raw["versions"]
        ),
        ladders=tuple(map(tuple, raw["ladders"])),
        loud=frozenset(raw["loud"]),
        strain={Joint(name): _strain(row) for name, row in _read(JOINTS_FILE).items()},
    )


def _read(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = read_json(name)
    return raw


def _keys(raw: Mapping[str, Sequence[str]]) -> Keys:
    return {Pattern(name): tuple(keys) for name, keys in raw.items()}


def _strain(raw: Mapping[str, Sequence[str]]) -> Strain:
    return Strain(
        patterns=frozenset(map(Pattern, raw.get("patterns", ()))),
        keys=frozenset(raw["exercises"]),
        gentle=tuple(raw.get("gentle", ())),
    )
