"""What was done before a session: enough to know the bests, read at once and not set by set."""

from __future__ import annotations

from nextrep.domain.strength import SetFact
from nextrep.domain.training import SetEntry
from nextrep.storage.base import Repository, Row
from nextrep.storage.sets import RIR_TENTHS, entry_of, fact_of

# Sessions from the one of ?1 on, itself included. By day first, which has an index; a day may differ from the
# instant by a day either way, because it is local.
_FROM_HERE = (
    "SELECT s.id FROM session s JOIN session here ON here.id = ?1"
    " WHERE s.day >= here.day - 2 AND (s.started_at, s.id) >= (here.started_at, here.id)"
)


class HistoryRepository(Repository):
    """Reads worksets of earlier sessions, finished or not, by the start of the session."""

    def before(self, exercise_id: int, session_id: int, *, with_body: bool) -> list[SetFact]:
        """Return the sets of an exercise before a session, each kind of set once and in no order.

        Of thirty years with thousands of sets some hundred differ, so SQLite leaves the rest out. They have
        no day, no session and no id (0); warm-ups are left out.

        Args:
            with_body: give the body weight of the session, which makes more of them differ.
        """
        body = "(SELECT b.body_g FROM session b WHERE b.id = w.session_id)" if with_body else "NULL"
        rows = self._sql(
            f"SELECT DISTINCT 0, 0, 0, w.kind, w.weight_g, w.reps, w.seconds, {RIR_TENTHS}, w.distance_m,"
            f" w.band, {body} FROM workset w WHERE w.exercise_id = ?2 AND w.kind <> 'warmup'"
            f" AND w.session_id NOT IN ({_FROM_HERE})",
            (session_id, exercise_id),
        )
        return list(map(fact_of, rows))

    def times(self, exercise_id: int, before_session: int, limit: int) -> list[tuple[SetEntry, SetFact, str]]:
        """Return the sets of the latest `limit` finished sessions with an exercise before a session.

        The latest time first, its sets in the order of doing, warm-ups left out; each also as a fact, and
        with the note that the exercise has in that session. Without a session of the number, all sessions
        are before it.
        """
        rows = self._sql(
            "WITH latest AS MATERIALIZED (SELECT s.id, s.day, s.started_at, s.body_g"
            " FROM (SELECT DISTINCT session_id FROM workset WHERE exercise_id = ?2 AND kind <> 'warmup') w"
            " JOIN session s ON s.id = w.session_id LEFT JOIN session here ON here.id = ?1"
            " WHERE s.state = 'done' AND s.id <> ?1"
            " AND (here.id IS NULL OR (s.started_at, s.id) < (here.started_at, here.id))"
            " ORDER BY s.started_at DESC, s.id DESC LIMIT ?3)"
            " SELECT w.id, w.session_id, w.exercise_id, w.block, w.position, w.kind, w.weight_g, w.unit,"
            " w.reps, w.seconds, w.distance_m, w.effort_scale, w.effort_tenths, w.focus, w.note, NULL, NULL,"
            f" w.reps_left, w.reps_right, w.band, l.day, l.body_g, coalesce(x.note, ''), {RIR_TENTHS}"
            " FROM latest l JOIN workset w ON w.session_id = l.id"
            " LEFT JOIN session_exercise x ON x.session_id = w.session_id AND x.block = w.block"
            " WHERE w.exercise_id = ?2 AND w.kind <> 'warmup'"
            " ORDER BY l.started_at DESC, l.id DESC, w.position, w.id",
            (before_session, exercise_id, limit),
        )
        return [(entry_of(row[:20]), _fact(row), row[22]) for row in rows]

    def last_day_before(self, session_id: int) -> int | None:
        """Return the day (date ordinal) of the finished session before a session, None without one."""
        sql = (
            "SELECT max(s.day) FROM session s JOIN session here ON here.id = ?"
            " WHERE s.state = 'done' AND (s.started_at, s.id) < (here.started_at, here.id)"
        )
        found = self._sql(sql, (session_id,))[0][0]
        return None if found is None else int(found)

    def volume(self, session_id: int) -> int:
        """Return the volume of a session in grams, warm-ups left out (see strength.volume_grams)."""
        sql = (
            "SELECT coalesce(sum(w.weight_g * w.reps), 0) FROM workset w"
            " WHERE w.session_id = ? AND w.kind <> 'warmup' AND w.weight_g > 0"
        )
        return int(self._sql(sql, (session_id,))[0][0])

    def most_volume_before(self, session_id: int) -> int | None:
        """Return the most volume in grams of an earlier session of exactly the same exercises.

        None where there was none. Exercises that were only warmed up do not count, nor does their order.
        """
        rows = self._sql(
            "WITH mine AS MATERIALIZED (SELECT DISTINCT exercise_id FROM workset"
            "  WHERE session_id = ?1 AND kind <> 'warmup'),"
            " rarest AS (SELECT m.exercise_id FROM mine m JOIN workset w ON w.exercise_id = m.exercise_id"
            "  GROUP BY m.exercise_id ORDER BY count(*) LIMIT 1),"
            " maybe AS MATERIALIZED (SELECT DISTINCT session_id FROM workset"
            "  WHERE exercise_id = (SELECT exercise_id FROM rarest) AND kind <> 'warmup'"
            f"  AND session_id NOT IN ({_FROM_HERE}))"
            " SELECT sum(CASE WHEN w.weight_g > 0 THEN w.weight_g * w.reps ELSE 0 END) AS grams"
            " FROM maybe JOIN workset w ON w.session_id = maybe.session_id AND w.kind <> 'warmup'"
            " GROUP BY maybe.session_id"
            " HAVING count(DISTINCT w.exercise_id) = (SELECT count(*) FROM mine)"
            " AND max(w.exercise_id NOT IN (SELECT exercise_id FROM mine)) = 0"
            " ORDER BY grams DESC LIMIT 1",
            (session_id,),
        )
        return int(rows[0][0] or 0) if rows else None


def _fact(row: Row) -> SetFact:
    """Return a set of `times` as a fact."""
    set_id, session_id, kind, grams, reps, seconds, distance_m = (row[n] for n in (0, 1, 5, 6, 8, 9, 10))
    day, body, rir = row[20], row[21], row[23]
    return fact_of((day, session_id, set_id, kind, grams, reps, seconds, rir, distance_m, row[19], body))
