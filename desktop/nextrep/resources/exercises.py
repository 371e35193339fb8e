"""The exercise library as it ships: reading it, finding an exercise, and what can stand in for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern, fold
from nextrep.resources.exercise_search import ExerciseIndex
from nextrep.resources.paths import read_json

LIBRARY_FILE = "exercises/library.json"
NOTES_FILE = "exercises/notes.json"

_LEVELS = tuple(Level)


@dataclass(frozen=True)
class ExerciseLibrary:
    """All shipped exercises, in the order of the file. What searching needs is built when first asked for."""

    all: tuple[Exercise, ...]

    def get(self, key: str) -> Exercise:
        """Return the exercise with this key.

        Raises:
            KeyError: there is none.
        """
        return self._by_key[key]

    def find(self, name: str) -> Exercise | None:
        """Return the exercise with this name or alias, whatever its case, accents and punctuation."""
        return self._by_name.get(fold(name))

    def search(self, text: str, limit: int = 20) -> list[Exercise]:
        """Return up to `limit` exercises that match, the best first; see `ExerciseIndex.search`."""
        return self._index.search(text, limit=limit)

    @cached_property
    def _by_key(self) -> dict[str, Exercise]:
        return {exercise.key: exercise for exercise in self.all}

    @cached_property
    def _by_name(self) -> dict[str, Exercise]:
        return {name: exercise for exercise, names in self._folded for name in names}

    @cached_property
    def _index(self) -> ExerciseIndex:
        return ExerciseIndex(self.all)

    @cached_property
    def _folded(self) -> tuple[tuple[Exercise, tuple[str, ...]], ...]:
        return tuple((e, (fold(e.name), *(fold(alias) for alias in e.aliases))) for e in self.all)


def stand_ins(exercise: Exercise, among: Iterable[Exercise], at_hand: frozenset[Equipment]) -> list[Exercise]:
    """Return which of `among` can stand in for `exercise` with the equipment at hand, the closest first.

    The same movement pattern; most shared primary muscles first, then the easier level, the same measure,
    most shared equipment and helping muscles, those with a technique note, and the name. An isolation
    exercise is only replaced by one for the same muscles.
    """
    wanted = set(exercise.primary)
    others = [
        other
        for other in among
        if other.pattern is exercise.pattern and other.key != exercise.key and other.possible_with(at_hand)
    ]
    if exercise.pattern is Pattern.ISOLATION:
        others = [other for other in others if wanted & set(other.primary)]
    others.sort(key=lambda other: _distance(exercise, other))
    return others


def _distance(exercise: Exercise, other: Exercise) -> tuple[int, int, bool, int, int, bool, str]:
    return (
        -len(set(exercise.primary) & set(other.primary)),
        _LEVELS.index(other.level),
        other.measure is not exercise.measure,
        -len(set(exercise.equipment) & set(other.equipment)),
        -len(set(exercise.secondary) & set(other.secondary)),
        not other.note,
        other.name,
    )


def load_exercises() -> ExerciseLibrary:
    """Read the shipped exercises with their technique notes.

    Raises:
        KnownError: a file is missing.
    """
    raw = read_json(LIBRARY_FILE)
    notes: dict[str, str] = read_json(NOTES_FILE)
    return ExerciseLibrary(tuple(_exercise(row, notes.get(row["key"], "")) for row in raw))


def _exercise(row: dict[str, Any], note: str) -> Exercise:
    return Exercise(
        key=row["key"],
        name=row["name"],
        pattern=Pattern(row["pattern"]),
        measure=Measure(row["measure"]),
        primary=tuple(map(Muscle, row["primary"])),
        secondary=tuple(map(Muscle, row.get("secondary", ()))),
        equipment=tuple(map(Equipment, row.get("equipment", ()))),
        unilateral=row.get("unilateral", False),
        level=Level(row.get("level", Level.BEGINNER)),
        aliases=tuple(row.get("aliases", ())),
        note=note,
    )
