"""One exercise becoming part of another: all that refers to it moves, and can move back."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.storage.base import Repository

# A set keeps its id for good. The rows of the other two tables are made anew whenever a session or a plan is
# changed or brought back, so they are remembered by their place.
_PLACES = {
    "workset": ("id",),
    "session_exercise": ("session_id", "block"),
    "planned_exercise": ("planned_id", "position"),
}


@dataclass(frozen=True, slots=True)
class Moved:
    """What referred to an exercise: for each table the places of its rows."""

    source: int
    places: tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """How much refers to an exercise: sets done, sessions with them, and planned sessions."""

    sets: int
    sessions: int
    planned: int


class MergingRepository(Repository):
    """Moves the rows of workset, session_exercise and planned_exercise from one exercise to another."""

    def move(self, source: int, into: int) -> Moved:
        """Let all that refers to `source` refer to `into`, and `source` become part of it."""
        places = tuple((table, self._places(table, source)) for table in _PLACES)
        for table in _PLACES:
            self._many(f"UPDATE {table} SET exercise_id = ? WHERE exercise_id = ?", [(into, source)])
        self._many("UPDATE exercise SET merged_into = ? WHERE id = ?", [(into, source)])
        return Moved(source, places)

    def move_back(self, moved: Moved) -> None:
        """Let what was moved refer to its exercise again, which stands alone again."""
        self._many("UPDATE exercise SET merged_into = NULL WHERE id = ?", [(moved.source,)])
        for table, places in moved.places:
            where = " AND ".join(f"{column} = ?" for column in _PLACES[table])
            self._many(
                f"UPDATE {table} SET exercise_id = ? WHERE {where}",
                [(moved.source, *place) for place in places],
            )

    def extent(self, exercise_id: int) -> Extent:
        """Return how much refers to an exercise."""
        sets, sessions = self._sql(
            "SELECT count(*), count(DISTINCT session_id) FROM workset WHERE exercise_id = ?", (exercise_id,)
        )[0]
        planned = self._sql(
            "SELECT count(DISTINCT planned_id) FROM planned_exercise WHERE exercise_id = ?", (exercise_id,)
        )[0][0]
        return Extent(int(sets), int(sessions), int(planned))

    def loads(self, exercise_id: int) -> bool:
        """Tell whether a set of an exercise has a load other than 0."""
        sql = "SELECT EXISTS (SELECT 1 FROM workset WHERE exercise_id = ? AND weight_g <> 0)"
        return bool(self._sql(sql, (exercise_id,))[0][0])

    def _places(self, table: str, exercise_id: int) -> tuple[tuple[int, ...], ...]:
        columns = ", ".join(_PLACES[table])
        return tuple(self._sql(f"SELECT {columns} FROM {table} WHERE exercise_id = ?", (exercise_id,)))
