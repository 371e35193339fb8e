"""Sessions, sets and programs taken out as they stand, so that they can be put back exactly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nextrep.storage.base import Repository, Row

_CHILDREN = ("session_exercise", "workset")
_UNUSED = (
    "exercise WHERE id = ?1"
    " AND NOT EXISTS (SELECT 1 FROM workset WHERE exercise_id = ?1)"
    " AND NOT EXISTS (SELECT 1 FROM session_exercise WHERE exercise_id = ?1)"
    " AND NOT EXISTS (SELECT 1 FROM planned_exercise WHERE exercise_id = ?1)"
    " AND NOT EXISTS (SELECT 1 FROM exercise WHERE merged_into = ?1)"
)


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Rows as they were, by table, in the order in which they can be put back."""

    rows: tuple[tuple[str, tuple[Row, ...]], ...]


class RemovalRepository(Repository):
    """Takes rows out of several tables at once."""

    def take_out(
        self,
        session_ids: Sequence[int],
        blocks: Sequence[tuple[int, int]],
        set_ids: Sequence[int],
        exercise_ids: Sequence[int],
    ) -> TakenOut:
        """Delete and return sessions with all that belongs to them, and further single rows.

        Args:
            session_ids: whole sessions, whatever they hold by now.
            blocks: (session id, block) of exercises in other sessions; one that still has sets stays.
            set_ids: sets in other sessions.
            exercise_ids: exercises that go as well if nothing refers to them any more.
        """
        sessions = self._gather("session WHERE id = ?", ((number,) for number in session_ids))
        children = {
            table: self._gather(f"{table} WHERE session_id = ?", ((number,) for number in session_ids))
            for table in _CHILDREN
        }
        children["workset"] += self._gather("workset WHERE id = ?", ((number,) for number in set_ids))
        self._many("DELETE FROM workset WHERE id = ?", [(number,) for number in set_ids])
        self._many("DELETE FROM session WHERE id = ?", [(number,) for number in session_ids])
        empty = (
            "session_exercise WHERE session_id = ?1 AND block = ?2"
            " AND NOT EXISTS (SELECT 1 FROM workset WHERE session_id = ?1 AND block = ?2)"
        )
        children["session_exercise"] += self._gather(empty, blocks)
        self._many(f"DELETE FROM {empty}", blocks)
        # Nothing refers to the ids of these, and others may have them by the time they are put back.
        children["session_exercise"] = [(None, *row[1:]) for row in children["session_exercise"]]
        exercises = self._take_unused(exercise_ids)
        tables = {"exercise": exercises, "session": sessions, **children}
        return TakenOut(tuple((table, tuple(rows)) for table, rows in tables.items()))

    def take_out_program(self, program_id: int, exercise_ids: Sequence[int]) -> TakenOut:
        """Delete and return a program that is not followed, with what it plans.

        One of which something was done stays, and nothing is taken out.

        Args:
            program_id: the program.
            exercise_ids: exercises that go as well if nothing refers to them any more.
        """
        inside = "planned_id IN (SELECT id FROM planned WHERE program_id = ?)"
        if self._sql(f"SELECT 1 FROM session WHERE {inside} LIMIT 1", (program_id,)):
            return TakenOut(())
        one = [(program_id,)]
        tables = {
            "program": self._gather("program WHERE id = ?", one),
            "planned": self._gather("planned WHERE program_id = ?", one),
            # Nothing refers to the ids of these, and others may have them by the time they are put back.
            "planned_exercise": [
                (None, *row[1:]) for row in self._gather(f"planned_exercise WHERE {inside}", one)
            ],
            "pause": [(None, *row[1:]) for row in self._gather("pause WHERE program_id = ?", one)],
        }
        self._many("DELETE FROM program WHERE id = ?", one)
        found = {"exercise": self._take_unused(exercise_ids), **tables}
        return TakenOut(tuple((table, tuple(rows)) for table, rows in found.items()))

    def _take_unused(self, exercise_ids: Sequence[int]) -> list[Row]:
        exercises = self._gather(_UNUSED, ((number,) for number in exercise_ids))
        self._many(f"DELETE FROM {_UNUSED}", [(number,) for number in exercise_ids])
        return exercises

    def put_back(self, taken: TakenOut) -> None:
        """Write the rows of `taken`; sessions, sets, programs and exercises get their old ids."""
        for table, rows in taken.rows:
            if rows:
                places = ", ".join("?" * len(rows[0]))
                self._many(f"INSERT INTO {table} VALUES ({places})", rows)

    def _gather(self, source: str, values: Iterable[Sequence[object]]) -> list[Row]:
        return [row for value in values for row in self._sql(f"SELECT * FROM {source}", value)]
