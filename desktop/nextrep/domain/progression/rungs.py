"""Ladders of exercises: more reps or seconds lead to the next harder one, misses back to the easier one."""

from __future__ import annotations

from nextrep.domain.progression.facts import Case
from nextrep.domain.text import tr


def rung(case: Case, *, up: bool) -> tuple[str | None, str]:
    """Return the key of the next exercise of the ladder, up or down, with its words; (None, "") at an end."""
    ladder = case.target.details.progression.ladder
    if case.exercise.key not in ladder:
        return None, ""
    place = ladder.index(case.exercise.key) + (1 if up else -1)
    if not 0 <= place < len(ladder):
        return None, ""
    key = ladder[place]
    name = _name(case, key)
    if name is None:
        return None, ""
    if up:
        return key, tr("Next on the ladder: {exercise}.", exercise=name)
    return key, tr("One rung down, to grow again from there: {exercise}.", exercise=name)


def _name(case: Case, key: str) -> str | None:
    if case.exercise_of is None:
        return key.replace("_", " ")
    try:
        return case.exercise_of(key).name
    except KeyError:
        return None
