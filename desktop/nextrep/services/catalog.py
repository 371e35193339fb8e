"""Exercises as the person knows them: the shipped library and their own, by number or by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from nextrep.domain.exercise_facts import (
    MAX_NAME_CHARS,
    OWN_PREFIX,
    UNKNOWN,
    clean_name,
    facts_of,
    own_key,
    own_of,
)
from nextrep.domain.exercises import Exercise, Measure, fold
from nextrep.resources.exercises import ExerciseLibrary, load_exercises
from nextrep.storage.exercises import KnownExercise
from nextrep.storage.store import Store


@lru_cache(maxsize=1)
def library() -> ExerciseLibrary:
    """Return the shipped library, read once."""
    return load_exercises()


def by_key(key: str) -> Exercise:
    """Return a library exercise as it ships.

    Raises:
        KeyError: there is none of that key.
    """
    return library().get(key)


def find_key(store: Store, key: str) -> Exercise | None:
    """Return the exercise of a key as this profile has it, own ones too; None where there is none.

    An exercise that became part of another is that other one. For keys kept in plans: alternates, ladders.
    """
    known = store.exercises.by_key(key)
    if known is not None:
        return as_exercise(store.exercises.standing(known.id))
    try:
        return library().get(key)
    except KeyError:
        return None


def exercise_of(store: Store, exercise_id: int) -> Exercise:
    """Return the exercise of a number used in this profile; of one that became part of another, that one.

    Raises:
        KeyError: there is none of that number.
    """
    return as_exercise(store.exercises.standing(exercise_id))


def exercises_in_use(store: Store) -> dict[int, Exercise]:
    """Return every exercise of this profile by its number."""
    known = {one.id: one for one in store.exercises.all()}
    return {number: as_exercise(standing(known, one)) for number, one in known.items()}


def standing(known: Mapping[int, KnownExercise], one: KnownExercise) -> KnownExercise:
    """Return what an exercise is part of by now, itself where it stands alone; `known` has all by number."""
    while one.merged_into is not None:
        one = known[one.merged_into]
    return one


def as_exercise(known: KnownExercise) -> Exercise:
    """Return an exercise with what the person wrote about it."""
    if not known.own:
        try:
            shipped = library().get(known.key)
        except KeyError:
            pass  # A newer library dropped it: the profile still knows its name.
        else:
            if not (known.note or known.cue):
                return shipped
            return replace(shipped, note=known.note or shipped.note, cue=known.cue or shipped.cue)
    return own_of(known.key, known.name, known.measure, known.facts, note=known.note, cue=known.cue)


def number_of(store: Store, exercise: Exercise) -> int:
    """Return the number of an exercise in this profile, giving it one if needed (in a transaction).

    One that became part of another has the number of that other one.
    """
    if not exercise.key.startswith(OWN_PREFIX):
        return store.exercises.ensure(exercise.key, exercise.name, exercise.measure)
    return store.exercises.ensure(
        exercise.key,
        exercise.name,
        exercise.measure,
        own=True,
        facts=facts_of(exercise),
        note=exercise.note,
        cue=exercise.cue,
    )


def keys_of(store: Store, names: Iterable[str]) -> dict[str, str]:
    """Return the key of the exercise that each name of a file stands for here.

    Exact names only, but for case, accents and punctuation. An own exercise is known by the name it came
    with and by the one it has now; one that became part of another stands for that one.
    """
    known = {one.id: one for one in store.exercises.all()}
    by_key = {one.key: one for one in known.values()}
    by_name = {fold(one.name): one for one in known.values() if one.own}
    keys: dict[str, str] = {}
    for name in names:
        shipped = library().find(name)
        key = shipped.key if shipped else own_key(clean_name(name[:MAX_NAME_CHARS]))
        here = by_key.get(key) or (None if shipped else by_name.get(fold(name)))
        keys[name] = standing(known, here).key if here else key
    return keys


def own_exercise(name: str, measure: Measure) -> Exercise:
    """Describe an exercise that the library does not have, of which no more is known than its name.

    Raises:
        UserError: the name is empty or over 120 characters.
    """
    clean = clean_name(name)
    return own_of(own_key(clean), clean, measure, UNKNOWN)
