"""A person's own exercise: what is kept of it beside its name, checked and as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern, fold
from nextrep.domain.prescription import MAX_NOTE_CHARS
from nextrep.domain.text import tr

E = TypeVar("E", bound=StrEnum)

OWN_PREFIX = "own_"
MAX_NAME_CHARS = 120


@dataclass(frozen=True, slots=True)
class ExerciseFacts:
    """What a person says about an exercise of their own; see `Exercise` for the fields."""

    pattern: Pattern = Pattern.ISOLATION
    primary: tuple[Muscle, ...] = ()
    secondary: tuple[Muscle, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    unilateral: bool = False
    level: Level = Level.BEGINNER


UNKNOWN = ExerciseFacts()
"""What is known of an exercise that came with an import: its name and how it is measured."""


def facts_of(exercise: Exercise) -> ExerciseFacts:
    """Return the facts of an exercise."""
    return ExerciseFacts(
        exercise.pattern,
        exercise.primary,
        exercise.secondary,
        exercise.equipment,
        exercise.unilateral,
        exercise.level,
    )


def facts_to_data(facts: ExerciseFacts) -> dict[str, Any]:
    """Return the facts as plain data; what is as usual is left out, but never the movement."""
    data = {
        "pattern": str(facts.pattern),
        "primary": [str(muscle) for muscle in facts.primary],
        "secondary": [str(muscle) for muscle in facts.secondary],
        "equipment": [str(item) for item in facts.equipment],
        "unilateral": facts.unilateral,
        "level": "" if facts.level is Level.BEGINNER else str(facts.level),
    }
    return {name: value for name, value in data.items() if value}


def facts_from_data(data: Mapping[str, Any]) -> ExerciseFacts:
    """Return the facts that `facts_to_data` wrote.

    Raises:
        UserError: a name or a value is unknown or of the wrong kind; `field` names it.
    """
    for name in data:
        if name not in {"pattern", "primary", "secondary", "equipment", "unilateral", "level"}:
            raise UserError(tr("“{name}” is not known here.", name=name), field=str(name))
    unilateral = data.get("unilateral", False)
    if not isinstance(unilateral, bool):
        raise UserError(tr("unilateral is true or false."), field="unilateral")
    facts = ExerciseFacts(
        pattern=_choice(data, "pattern", Pattern, Pattern.ISOLATION),
        primary=_choices(data, "primary", Muscle),
        secondary=_choices(data, "secondary", Muscle),
        equipment=_choices(data, "equipment", Equipment),
        unilateral=unilateral,
        level=_choice(data, "level", Level, Level.BEGINNER),
    )
    _check_facts(facts)
    return facts


def own_of(
    key: str, name: str, measure: Measure, facts: ExerciseFacts, *, note: str = "", cue: str = ""
) -> Exercise:
    """Put an own exercise together from its parts."""
    return Exercise(
        key=key,
        name=name,
        pattern=facts.pattern,
        measure=measure,
        primary=facts.primary,
        secondary=facts.secondary,
        equipment=facts.equipment,
        unilateral=facts.unilateral,
        level=facts.level,
        note=note,
        cue=cue,
    )


def own_key(name: str) -> str:
    """Return the key that an own exercise of this name gets."""
    return OWN_PREFIX + (fold(name) or name).replace(" ", "_")


def clean_name(name: str) -> str:
    """Return a name with single blanks.

    Raises:
        UserError: it is empty or over 120 characters.
    """
    clean = " ".join(name.split())
    if not clean or len(clean) > MAX_NAME_CHARS:
        raise UserError(tr("A name has 1 to {n} characters.", n=MAX_NAME_CHARS), field="name")
    return clean


def check_own(exercise: Exercise) -> Exercise:
    """Return an own exercise with a clean name if it can be kept.

    Raises:
        UserError: the name is empty or too long, a muscle both leads and helps, or a text is too long;
            `field` names it.
    """
    name = clean_name(exercise.name)
    _check_facts(facts_of(exercise))
    note, cue = check_words(exercise.note, "note"), check_words(exercise.cue, "cue")
    return own_of(exercise.key, name, exercise.measure, facts_of(exercise), note=note, cue=cue)


def check_words(text: object, field: str) -> str:
    """Return a note or a cue without blanks around it.

    Raises:
        UserError: it is no text, or over 500 characters.
    """
    if not isinstance(text, str) or len(text.strip()) > MAX_NOTE_CHARS:
        raise UserError(tr("Up to {n} characters fit here.", n=MAX_NOTE_CHARS), field=field)
    return text.strip()


def _check_facts(facts: ExerciseFacts) -> None:
    if set(facts.primary) & set(facts.secondary):
        raise UserError(tr("A muscle either does the main work or helps, not both."), field="secondary")


def _choice(data: Mapping[str, Any], name: str, kind: Callable[[str], E], usual: E) -> E:
    value = data.get(name, usual)
    try:
        return kind(value)
    except (ValueError, TypeError):
        raise UserError(tr("“{value}” is no {name}.", value=value, name=name), field=name) from None


def _choices(data: Mapping[str, Any], name: str, kind: Callable[[str], E]) -> tuple[E, ...]:
    raw = data.get(name, [])
    if not isinstance(raw, list | tuple):
        raise UserError(tr("{name} is a list.", name=name), field=name)
    found = []
    for value in raw:
        try:
            found.append(kind(value))
        except (ValueError, TypeError):
            raise UserError(tr("“{value}” is no {name}.", value=value, name=name), field=name) from None
    return tuple(dict.fromkeys(found))
