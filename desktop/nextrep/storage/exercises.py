"""Exercises in use: library ones by key, and the person's own."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.exercises import Measure
from nextrep.storage.base import Repository
from nextrep.storage.tables import ExerciseRow


@dataclass(frozen=True, slots=True)
class KnownExercise:
    """An exercise as the profile knows it."""

    id: int
    key: str
    name: str
    own: bool
    measure: Measure


class ExerciseRepository(Repository):
    """Gives exercises their numbers in this profile."""

    def all(self) -> list[KnownExercise]:
        """Return every exercise that was ever used here."""
        query = ExerciseRow.select(
            ExerciseRow.id, ExerciseRow.key, ExerciseRow.name, ExerciseRow.own, ExerciseRow.measure
        )
        return [_known(row) for row in self._rows(query)]

    def get(self, exercise_id: int) -> KnownExercise:
        """Return one exercise.

        Raises:
            KeyError: there is none of that number.
        """
        row = self._row(
            ExerciseRow.select(
                ExerciseRow.id, ExerciseRow.key, ExerciseRow.name, ExerciseRow.own, ExerciseRow.measure
            ).where(ExerciseRow.id == exercise_id)
        )
        if row is None:
            raise KeyError(exercise_id)
        return _known(row)

    def ensure(self, key: str, name: str, measure: Measure, *, own: bool = False) -> int:
        """Return the number of the exercise `key`, giving it one if needed."""
        row = self._row(ExerciseRow.select(ExerciseRow.id).where(ExerciseRow.key == key))
        if row is not None:
            return int(row[0])
        return self._insert(ExerciseRow.insert(key=key, name=name, measure=str(measure), own=int(own)))


def _known(row: tuple[object, ...]) -> KnownExercise:
    number, key, name, own, measure = row
    return KnownExercise(int(str(number)), str(key), str(name), bool(own), Measure(str(measure)))
