"""Exercises in use: library ones by key, and the person's own."""

from __future__ import annotations

from dataclasses import dataclass

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.domain.exercise_facts import UNKNOWN, ExerciseFacts
from nextrep.domain.exercises import Measure
from nextrep.domain.units import Unit
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.training import ExerciseRow as E
from nextrep.storage.texts import facts_from, facts_text

_COLUMNS = (
    E.id,
    E.key,
    E.name,
    E.own,
    E.measure,
    E.facts,
    E.favourite,
    E.hidden,
    E.note,
    E.cue,
    E.merged_into,
    E.unit,
)
_NAMES = ", ".join(column.column_name for column in _COLUMNS)

# Whatever refers to an exercise (?1), by number or, within what is kept as JSON, by key (?2, in quotes).
_REFERENCES = (
    "EXISTS (SELECT 1 FROM workset WHERE exercise_id = ?1)",
    "EXISTS (SELECT 1 FROM session_exercise WHERE exercise_id = ?1 OR instr(details, ?2))",
    "EXISTS (SELECT 1 FROM planned_exercise WHERE exercise_id = ?1 OR instr(details, ?2))",
    "EXISTS (SELECT 1 FROM exercise WHERE merged_into = ?1)",
)


@dataclass(frozen=True, slots=True)
class KnownExercise:
    """An exercise as the profile knows it.

    Attributes:
        facts: what is known of an own exercise; of a library exercise, the library knows.
        favourite, hidden: offered first; not offered.
        note, cue: the person's own words, "" where the library's stand.
        merged_into: number of the exercise that it became part of, None while it stands alone.
        unit: in which its loads are typed, None for the person's usual one.
    """

    id: int
    key: str
    name: str
    own: bool
    measure: Measure
    facts: ExerciseFacts = UNKNOWN
    favourite: bool = False
    hidden: bool = False
    note: str = ""
    cue: str = ""
    merged_into: int | None = None
    unit: Unit | None = None


class ExerciseRepository(Repository):
    """Gives exercises their numbers in this profile."""

    def __init__(self, database: SqlCipherDatabase) -> None:
        super().__init__(database)
        self._highest = 0

    def all(self) -> list[KnownExercise]:
        """Return every exercise of this profile, those that became part of others included."""
        return [_known(row) for row in self._sql(f"SELECT {_NAMES} FROM exercise")]

    def get(self, exercise_id: int) -> KnownExercise:
        """Return one exercise.

        Raises:
            KeyError: there is none of that number.
        """
        row = self._row(E.select(*_COLUMNS).where(E.id == exercise_id))
        if row is None:
            raise KeyError(exercise_id)
        return _known(row)

    def by_key(self, key: str) -> KnownExercise | None:
        """Return the exercise of a key, None where this profile has none."""
        row = self._row(E.select(*_COLUMNS).where(E.key == key))
        return _known(row) if row else None

    def standing(self, exercise_id: int) -> KnownExercise:
        """Return an exercise, or the one that it became part of.

        Raises:
            KeyError: there is none of that number.
        """
        known = self.get(exercise_id)
        while known.merged_into is not None:
            known = self.get(known.merged_into)
        return known

    def ensure(
        self,
        key: str,
        name: str,
        measure: Measure,
        *,
        own: bool = False,
        facts: ExerciseFacts = UNKNOWN,
        note: str = "",
        cue: str = "",
    ) -> int:
        """Return the number of the exercise `key` (of what it became part of), giving it one if needed."""
        row = self._row(E.select(E.id, E.merged_into).where(E.key == key))
        if row is not None:
            return int(row[0]) if row[1] is None else self.standing(row[1]).id
        return self.insert(KnownExercise(0, key, name, own, measure, facts, note=note, cue=cue))

    def insert(self, known: KnownExercise) -> int:
        """Add an exercise and return its number: its own if it has one, else a new one for 0.

        A new number is one that no exercise had since the profile was opened: one that was deleted may come
        back under its own (undo), and what was done with it before knows it by that.
        """
        number = known.id or max(self._highest, self._highest_here()) + 1
        self._highest = max(self._highest, number)
        return self._insert(E.insert({**_values(known), E.id: number}))

    def _highest_here(self) -> int:
        return int(self._sql("SELECT coalesce(max(id), 0) FROM exercise")[0][0])

    def update(self, known: KnownExercise) -> None:
        """Write everything that is known of an exercise."""
        self._change(E.update(_values(known)).where(E.id == known.id))

    def delete(self, exercise_id: int) -> None:
        """Delete an exercise that nothing refers to (see `in_use`)."""
        self._highest = max(self._highest, self._highest_here())
        self._change(E.delete().where(E.id == exercise_id))

    def in_use(self, known: KnownExercise) -> bool:
        """Tell whether a set, a session, a plan or another exercise refers to it."""
        sql = f"SELECT {' OR '.join(_REFERENCES)}"
        return bool(self._sql(sql, (known.id, f'"{known.key}"'))[0][0])

    def days_used(self) -> dict[int, int]:
        """Return the latest day (date ordinal) of a finished session that each exercise was part of."""
        rows = self._sql(
            "SELECT x.exercise_id, max(s.day) FROM session_exercise x JOIN session s ON s.id = x.session_id"
            " WHERE s.state = 'done' GROUP BY x.exercise_id"
        )
        return {int(number): int(day) for number, day in rows}


def _values(known: KnownExercise) -> dict[object, object]:
    return {
        E.key: known.key,
        E.name: known.name,
        E.own: int(known.own),
        E.measure: str(known.measure),
        E.facts: facts_text(known.facts),
        E.favourite: int(known.favourite),
        E.hidden: int(known.hidden),
        E.note: known.note,
        E.cue: known.cue,
        E.merged_into: known.merged_into,
        E.unit: str(known.unit) if known.unit else None,
    }


def _known(row: Row) -> KnownExercise:
    number, key, name, own, measure, facts, favourite, hidden, note, cue, merged_into, unit = row
    return KnownExercise(
        id=number,
        key=key,
        name=name,
        own=bool(own),
        measure=Measure(measure),
        facts=facts_from(facts),
        favourite=bool(favourite),
        hidden=bool(hidden),
        note=note,
        cue=cue,
        merged_into=merged_into,
        unit=Unit(unit) if unit else None,
    )
