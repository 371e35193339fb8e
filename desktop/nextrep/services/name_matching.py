"""Names of exercises in a file and the exercises that this profile knows by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.exercise_facts import OWN_PREFIX, own_key
from nextrep.domain.exercises import Exercise, Measure, fold
from nextrep.domain.prescription import LoadRule, TargetDetails
from nextrep.domain.program import Prescription
from nextrep.domain.shared_program import SharedProgram
from nextrep.domain.text import tr
from nextrep.services import catalog
from nextrep.storage.store import Store

LIKELY = 4
"""Exercises that are offered for a name that is not known."""
_ALIKE_ENOUGH = 70
"""Likeness (rapidfuzz WRatio, 0-100) from which a name is offered; below, the offers only puzzle."""


class Instead(StrEnum):
    """What becomes of an exercise that is not known, where no known one takes its place."""

    OWN = "own"
    OUT = "out"


Choice = Exercise | Instead


@dataclass(frozen=True, slots=True)
class Unknown:
    """An exercise of a file that is not known here.

    Attributes:
        line: where the file first names it, 0 if nobody knows.
        sessions: in how many sessions it is asked for.
        likely: known exercises that may be meant, the best first.
    """

    name: str
    line: int
    sessions: int
    likely: tuple[Exercise, ...]


class Names:
    """Finds the exercises of one file."""

    def __init__(self, store: Store, program: SharedProgram) -> None:
        self._store = store
        self.program = program
        self._own_here = {
            _same(known.name): catalog.as_exercise(store.exercises.standing(known.id))
            for known in store.exercises.all()
            if known.own
        }
        self._in_file = {_same(exercise.name): exercise for exercise in reversed(program.own)}

    def find(self, name: str) -> Exercise | None:
        """Return the exercise of a name; one that comes with the file and is new here has no number yet."""
        wanted = _same(name)
        if wanted in self._in_file:
            return self._with_key(self._in_file[wanted])
        try:
            return catalog.library().get(name)
        except KeyError:
            return catalog.library().find(name) or self._own_here.get(wanted)

    def unknown(self, lines: Mapping[str, int]) -> tuple[Unknown, ...]:
        """Return the names that stand for nothing here."""
        return tuple(
            Unknown(name, lines.get(name, 0), self._sessions(name), self._likely(name))
            for name in self.program.names()
            if self.find(name) is None
        )

    def own_for(self, name: str) -> Exercise:
        """Return a new exercise of that name; how it is measured follows from what is asked of it.

        Raises:
            UserError: the name cannot be one.
        """
        rows = [row for one in self.program.sessions for row in one.exercises if row.exercise_key == name]
        measure = Measure.LOADED
        if rows and all(row.reps_low is None and row.seconds is not None for row in rows):
            measure = Measure.TIMED
        elif rows and all(row.details.load.rule is LoadRule.BODYWEIGHT for row in rows):
            measure = Measure.BODYWEIGHT
        return self._with_key(catalog.own_exercise(name, measure))

    def is_new(self, exercise: Exercise) -> bool:
        """Tell whether this profile has no exercise of that key."""
        own = exercise.key.startswith(OWN_PREFIX)
        return own and self._store.exercises.by_key(exercise.key) is None

    def _with_key(self, exercise: Exercise) -> Exercise:
        """Return the exercise here that has this name and is measured alike, else a new one."""
        name, number = exercise.name, 2
        shipped = catalog.library().find(name)
        while True:
            known = self._store.exercises.by_key(own_key(name))
            if known is None:
                if shipped is not None and shipped.measure is exercise.measure:
                    return shipped
                return replace(exercise, key=own_key(name), name=name)
            standing = catalog.as_exercise(self._store.exercises.standing(known.id))
            if standing.measure is exercise.measure:
                return standing
            name = f"{exercise.name[:100]} ({number})"
            number += 1

    def _sessions(self, name: str) -> int:
        return sum(any(row.exercise_key == name for row in one.exercises) for one in self.program.sessions)

    def _likely(self, name: str) -> tuple[Exercise, ...]:
        from rapidfuzz import fuzz, process

        library = catalog.library()
        found = {exercise.key: exercise for exercise in library.search(name, LIKELY)}
        names = {exercise.key: fold(exercise.name) for exercise in library.all}
        names |= {exercise.key: folded for folded, exercise in self._own_here.items()}
        own = {exercise.key: exercise for exercise in self._own_here.values()}
        alike = process.extract(
            fold(name), names, scorer=fuzz.WRatio, score_cutoff=_ALIKE_ENOUGH, limit=LIKELY
        )
        for _folded, _score, key in alike:
            found.setdefault(key, own[key] if key in own else library.get(key))
        return tuple(found.values())[:LIKELY]


@dataclass(slots=True)
class Chosen:
    """The exercise of each name, by the file, this profile and the person's choices.

    Attributes:
        by_key: every exercise by its key.
        new: keys of those that this profile does not have yet.
    """

    by_name: dict[str, Exercise | None] = field(default_factory=dict)
    by_key: dict[str, Exercise] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)

    def row(self, row: Prescription) -> Prescription | None:
        """Return what is asked, with keys for names; None where the exercise is left out."""
        exercise = self.by_name[row.exercise_key]
        if exercise is None:
            return None
        progression = row.details.progression
        details = replace(
            row.details,
            alternates=self._keys(row.details.alternates),
            progression=replace(progression, ladder=self._keys(progression.ladder)),
        )
        return replace(row, exercise_key=exercise.key, details=details)

    def _keys(self, names: tuple[str, ...]) -> tuple[str, ...]:
        found = (self.by_name[name] for name in names)
        return tuple(dict.fromkeys(exercise.key for exercise in found if exercise is not None))


def chosen(names: Names, choices: Mapping[str, Choice]) -> Chosen:
    """Settle what every name of a file stands for.

    Raises:
        UserError: a name is not known and has no choice; `field` is the name.
    """
    settled = Chosen()
    for name in names.program.names():
        exercise = names.find(name)
        if exercise is None:
            choice = choices.get(name)
            if choice is None:
                raise UserError(tr("Say what “{name}” stands for.", name=name), field=name)
            if isinstance(choice, Exercise):
                exercise = choice
            elif choice is Instead.OWN:
                exercise = names.own_for(name)
        settled.by_name[name] = exercise
        if exercise is not None:
            settled.by_key[exercise.key] = exercise
            if names.is_new(exercise):
                settled.new.add(exercise.key)
    return settled


def _same(name: str) -> str:
    """Return what a name is compared by; one of signs alone is compared as it is."""
    return fold(name) or name


def names_of(details: TargetDetails) -> tuple[str, ...]:
    """Return the exercises that a prescription mentions beside its own."""
    return (*details.alternates, *details.progression.ladder)
