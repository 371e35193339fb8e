"""Exercises as the person knows them: the shipped library and their own, by number or by key."""

from __future__ import annotations

from functools import lru_cache

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern, fold
from nextrep.domain.text import tr
from nextrep.resources.exercises import ExerciseLibrary, load_exercises
from nextrep.storage.exercises import KnownExercise
from nextrep.storage.store import Store

OWN_PREFIX = "own_"


@lru_cache(maxsize=1)
def library() -> ExerciseLibrary:
    """Return the shipped library, read once."""
    return load_exercises()


def by_key(key: str) -> Exercise:
    """Return a library exercise.

    Raises:
        KeyError: there is none of that key.
    """
    return library().get(key)


def exercise_of(store: Store, exercise_id: int) -> Exercise:
    """Return the exercise of a number used in this profile.

    Raises:
        KeyError: there is none of that number.
    """
    return _as_exercise(store.exercises.get(exercise_id))


def exercises_in_use(store: Store) -> dict[int, Exercise]:
    """Return every exercise of this profile by its number."""
    return {known.id: _as_exercise(known) for known in store.exercises.all()}


def _as_exercise(known: KnownExercise) -> Exercise:
    if not known.own:
        try:
            return library().get(known.key)
        except KeyError:
            pass  # A newer library dropped it: the profile still knows its name.
    return Exercise(known.key, known.name, Pattern.ISOLATION, known.measure, primary=())


def number_of(store: Store, exercise: Exercise) -> int:
    """Return the number of an exercise in this profile, giving it one if needed (in a transaction)."""
    own = exercise.key.startswith(OWN_PREFIX)
    return store.exercises.ensure(exercise.key, exercise.name, exercise.measure, own=own)


def own_exercise(name: str, measure: Measure) -> Exercise:
    """Describe an exercise that the library does not have.

    Raises:
        UserError: the name is empty or over 120 characters.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > 120:
        raise UserError(tr("A name has 1 to 120 characters."), field="name")
    key = OWN_PREFIX + (fold(clean) or clean).replace(" ", "_")
    return Exercise(key, clean, Pattern.ISOLATION, measure, primary=())


def search(store: Store, text: str, limit: int = 30) -> list[Exercise]:
    """Find exercises by name: own ones first, then the library's by its ranking."""
    wanted = fold(text)
    own = [_as_exercise(known) for known in store.exercises.all() if known.own]
    hits = [exercise for exercise in own if wanted in fold(exercise.name)]
    return (hits + library().search(text, limit))[:limit]


def alternates(exercise: Exercise, at_hand: frozenset[Equipment]) -> list[Exercise]:
    """Return exercises of the same movement that are possible with the equipment, best match first."""
    return library().alternates(exercise, at_hand)
