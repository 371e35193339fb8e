"""What charts draw of training, added up by day where SQL can, so that 30 years are read in a moment."""

from __future__ import annotations

from nextrep.storage.base import Repository


class TrainingFigureRepository(Repository):
    """Rows of session and workset, finished sessions only; days are date ordinals, both ends included."""

    def volumes(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """Return (day, exercise id, grams) of load × reps, as `strength.volume_grams` counts one set."""
        rows = self._sql(
            "SELECT s.day, w.exercise_id, sum(w.weight_g * w.reps) FROM session s"
            " JOIN workset w ON w.session_id = s.id WHERE s.state = 'done' AND s.day BETWEEN ? AND ?"
            " AND w.kind <> 'warmup' AND w.weight_g > 0 AND w.reps > 0"
            " GROUP BY s.day, w.exercise_id ORDER BY s.day",
            (first, last),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def working_sets(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """Return (day, exercise id, number of working sets)."""
        rows = self._sql(
            "SELECT s.day, w.exercise_id, count(*) FROM session s JOIN workset w ON w.session_id = s.id"
            " WHERE s.state = 'done' AND s.day BETWEEN ? AND ? AND w.kind <> 'warmup'"
            " GROUP BY s.day, w.exercise_id ORDER BY s.day",
            (first, last),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def focus(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return (day, focus 0-10) of every set that has one."""
        rows = self._sql(
            "SELECT s.day, w.focus FROM session s JOIN workset w ON w.session_id = s.id"
            " WHERE s.state = 'done' AND s.day BETWEEN ? AND ? AND w.focus IS NOT NULL ORDER BY s.day",
            (first, last),
        )
        return [(row[0], row[1]) for row in rows]

    def efforts(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """Return (day, effort 0-10, seconds) of each session that has both."""
        rows = self._sql(
            "SELECT day, effort, duration_s FROM session WHERE state = 'done' AND day BETWEEN ? AND ?"
            " AND effort IS NOT NULL AND duration_s IS NOT NULL ORDER BY day",
            (first, last),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def feelings(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """Return (day, pleasantness before, after; each -5 to 5) of each session that has both."""
        rows = self._sql(
            "SELECT day, pleasant_before, pleasant_after FROM session WHERE state = 'done'"
            " AND day BETWEEN ? AND ? AND pleasant_before IS NOT NULL AND pleasant_after IS NOT NULL"
            " ORDER BY day, started_at",
            (first, last),
        )
        return [(row[0], row[1], row[2]) for row in rows]
