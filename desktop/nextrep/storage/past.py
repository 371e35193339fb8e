"""Finished sessions to look over: all of them at a glance, and what a few of them hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.storage.base import Repository

_NO_END = 10**7
"""A day behind every other, so that the index of days is always the way."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A finished session at a glance. `day` is a date ordinal; `duration_s` is None where it is not known."""

    id: int
    day: int
    title: str
    duration_s: int | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a session holds: working sets, and the numbers of its exercises in order."""

    sets: int
    exercises: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """A finished session in a list: `sets` counts working sets, `grams` is their volume."""

    id: int
    day: int
    title: str
    duration_s: int | None
    sets: int
    grams: int


class PastRepository(Repository):
    """Reads many finished sessions at once."""

    def summaries(self, limit: int, before_day: int | None = None) -> list[SessionSummary]:
        """Return the latest finished sessions, newest first."""
        rows = self._sql(
            # First which ones, by day, whose index ends the search; then what they hold.
            "SELECT s.id, s.day, s.title, s.duration_s, count(w.id),"
            " coalesce(sum(CASE WHEN w.weight_g > 0 THEN w.weight_g * w.reps ELSE 0 END), 0)"
            " FROM (SELECT id, day, title, duration_s, started_at FROM session"
            "  WHERE state = 'done' AND day < ? ORDER BY day DESC, started_at DESC, id DESC LIMIT ?) s"
            " LEFT JOIN workset w ON w.session_id = s.id AND w.kind <> 'warmup' GROUP BY s.id"
            " ORDER BY s.day DESC, s.started_at DESC, s.id DESC",
            (before_day if before_day is not None else _NO_END, limit),
        )
        return [SessionSummary(*row) for row in rows]

    def outlines(self) -> list[Outline]:
        """Return every finished session, the newest first."""
        rows = self._sql(
            "SELECT id, day, title, duration_s FROM session WHERE state = 'done'"
            " ORDER BY day DESC, started_at DESC, id DESC"
        )
        return [Outline(*row) for row in rows]

    def contents(self, ids: Sequence[int]) -> dict[int, Contents]:
        """Return what some sessions hold, by their ids."""
        given = json.dumps(list(ids))
        counted = self._sql(
            "SELECT session_id, count(*) FROM workset"
            " WHERE session_id IN (SELECT value FROM json_each(?)) AND kind <> 'warmup' GROUP BY session_id",
            (given,),
        )
        sets: dict[int, int] = dict(counted)
        exercises: dict[int, list[int]] = {}
        for session_id, exercise_id in self._sql(
            "SELECT session_id, exercise_id FROM session_exercise"
            " WHERE session_id IN (SELECT value FROM json_each(?)) ORDER BY session_id, block",
            (given,),
        ):
            exercises.setdefault(session_id, []).append(exercise_id)
        return {
            number: Contents(sets.get(number, 0), tuple(dict.fromkeys(exercises.get(number, ()))))
            for number in ids
        }

    def with_exercises(self, exercise_ids: Sequence[int]) -> set[int]:
        """Return the ids of the sessions that have a set of one of some exercises."""
        rows = self._sql(
            "SELECT DISTINCT session_id FROM workset WHERE exercise_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(exercise_ids)),),
        )
        return {int(row[0]) for row in rows}
