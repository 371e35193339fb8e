"""Sets done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from peewee import Field

from nextrep.domain.progression import Exposure
from nextrep.domain.strength import SetFact
from nextrep.domain.training import Effort, EffortScale, SetDraft, SetEntry, SetKind, Target
from nextrep.domain.units import Load, Unit
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.training import SetRow as W
from nextrep.storage.texts import details_from
from nextrep.storage.times import from_ms, to_ms, zone_name

_LAST_DAY = date.max.toordinal()
_COLUMNS = (
    W.id,
    W.session_id,
    W.exercise_id,
    W.block,
    W.position,
    W.kind,
    W.weight_g,
    W.unit,
    W.reps,
    W.seconds,
    W.distance_m,
    W.effort_scale,
    W.effort_tenths,
    W.focus,
    W.note,
    W.done_at,
    W.done_zone,
    W.reps_left,
    W.reps_right,
    W.band,
)

_ADD = (
    "INSERT INTO workset (session_id, exercise_id, block, kind, weight_g, unit, reps, seconds, distance_m,"
    " effort_scale, effort_tenths, focus, note, done_at, done_zone, reps_left, reps_right, band, position)"
    " VALUES (?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    " (SELECT coalesce(max(position) + 1, 0) FROM workset WHERE session_id = ?1))"
    " RETURNING id, position"
)

# Reps in reserve times ten, whichever scale the effort was typed in.
RIR_TENTHS = "CASE w.effort_scale WHEN 'rir' THEN w.effort_tenths WHEN 'rpe' THEN 100 - w.effort_tenths END"

_MANY_DAYS = 3_000
_FEW_DAYS = 100
_KINDS = {str(kind): kind for kind in SetKind}


def fact_of(row: Row) -> SetFact:
    """Return a set: day, session, id, kind, load, reps, seconds, RIR_TENTHS, metres, band, body weight."""
    day, session_id, set_id, kind, grams, reps, seconds, rir, distance_m, band, body = row
    return SetFact(day, session_id, grams, reps, seconds, rir, set_id, _KINDS[kind], distance_m, band, body)


class SetRepository(Repository):
    """Rows of workset."""

    def insert(self, session_id: int, position: int, draft: SetDraft, done_at: datetime | None) -> SetEntry:
        """Add a set and return it with its id."""
        values = _values(draft)
        values[W.session_id] = session_id
        values[W.position] = position
        values[W.done_at] = to_ms(done_at) if done_at else None
        values[W.done_zone] = zone_name(done_at) if done_at else None
        return SetEntry(self._insert(W.insert(values)), session_id, position, done_at, draft)

    def add(self, session_id: int, draft: SetDraft, done_at: datetime | None) -> SetEntry:
        """Add a set behind the last of its session, in as few steps as SQLite needs for it.

        Somebody waits for this with a bar in the hands: Peewee alone would take as long as the disk.
        """
        load, effort = draft.load, draft.effort
        values = (
            session_id, draft.exercise_id, draft.block, str(draft.kind), load.grams if load else None,
            str(load.unit) if load else None, draft.reps, draft.seconds, draft.distance_m,
            str(effort.scale) if effort else None, effort.tenths if effort else None, draft.focus, draft.note,
            to_ms(done_at) if done_at else None, zone_name(done_at) if done_at else None, draft.reps_left,
            draft.reps_right, draft.band,
        )  # fmt: skip
        with self._known_errors():
            row = self._database.connection().execute(_ADD, values).fetchone()
        return SetEntry(int(row[0]), session_id, int(row[1]), done_at, draft)

    def number(self, entry: SetEntry) -> int:
        """Return which set of its exercise one is, from 1; warm-ups and what follows on do not count."""
        sql = (
            "SELECT count(*) + 1 FROM workset WHERE session_id = ? AND block = ? AND position < ?"
            " AND kind NOT IN ('warmup', 'drop', 'rest-pause')"
        )
        return int(self._sql(sql, (entry.session_id, entry.draft.block, entry.position))[0][0])

    def restore(self, entry: SetEntry) -> None:
        """Put a deleted set back under its own id."""
        values = _values(entry.draft)
        values[W.id] = entry.id
        values[W.session_id] = entry.session_id
        values[W.position] = entry.position
        values[W.done_at] = to_ms(entry.done_at) if entry.done_at else None
        values[W.done_zone] = zone_name(entry.done_at) if entry.done_at else None
        self._insert(W.insert(values))

    def update(self, set_id: int, draft: SetDraft) -> None:
        """Write every entered value of a set."""
        self._change(W.update(_values(draft)).where(W.id == set_id))

    def delete(self, set_id: int) -> None:
        """Delete a set."""
        self._change(W.delete().where(W.id == set_id))

    def make_room(self, session_id: int, position: int) -> None:
        """Move the sets from a position on one place further, for one that comes back there."""
        self._change(
            W.update({W.position: W.position + 1}).where(W.session_id == session_id, W.position >= position)
        )

    def close_gap(self, session_id: int, position: int) -> None:
        """Move the sets behind a position one place back, where none stands any more."""
        self._change(
            W.update({W.position: W.position - 1}).where(W.session_id == session_id, W.position > position)
        )

    def get(self, set_id: int) -> SetEntry:
        """Return a set.

        Raises:
            KeyError: there is none of that id.
        """
        row = self._row(W.select(*_COLUMNS).where(W.id == set_id))
        if row is None:
            raise KeyError(set_id)
        return entry_of(row)

    def of_session(self, session_id: int) -> list[SetEntry]:
        """Return the sets of a session in order."""
        query = W.select(*_COLUMNS).where(W.session_id == session_id).order_by(W.position, W.id)
        return [entry_of(row) for row in self._rows(query)]

    def next_position(self, session_id: int) -> int:
        """Return the position after the last set of a session."""
        sql = "SELECT coalesce(max(position) + 1, 0) FROM workset WHERE session_id = ?"
        return int(self._sql(sql, (session_id,))[0][0])

    def last_time(self, exercise_id: int, before_session: int) -> tuple[int, list[SetDraft]] | None:
        """Return the day and the working sets of the latest session with this exercise before another one.

        Finished sessions only. The other one is that which is being done now, or one of the past; without a
        session of the number, all are before it.
        """
        found = self._sql(
            "SELECT s.id, s.day FROM session s LEFT JOIN session here ON here.id = ?1 WHERE s.state = 'done'"
            " AND (here.id IS NULL OR (s.started_at, s.id) < (here.started_at, here.id))"
            " AND EXISTS (SELECT 1 FROM workset w WHERE w.session_id = s.id AND w.exercise_id = ?2"
            " AND w.kind <> 'warmup') ORDER BY s.day DESC, s.started_at DESC, s.id DESC LIMIT 1",
            (before_session, exercise_id),
        )
        if not found:
            return None
        session_id, day = found[0]
        query = (
            W.select(*_COLUMNS)
            .where(W.session_id == session_id, W.exercise_id == exercise_id, W.kind != str(SetKind.WARMUP))
            .order_by(W.position)
        )
        return day, [entry_of(row).draft for row in self._rows(query)]

    def counts_before(self, exercise_id: int, session_id: int) -> list[int]:
        """Return the sets of an exercise, warm-ups included, in each finished session before a session."""
        rows = self._sql(
            "SELECT count(*) FROM session here JOIN workset w JOIN session s ON s.id = w.session_id"
            " WHERE here.id = ? AND w.exercise_id = ? AND s.state = 'done'"
            " AND (s.started_at, s.id) < (here.started_at, here.id) GROUP BY s.id",
            (session_id, exercise_id),
        )
        return [row[0] for row in rows]

    def exposures(self, exercise_id: int, before_session: int, limit: int = 12) -> tuple[Exposure, ...]:
        """Return the latest `limit` times that an exercise was done before a session, the oldest first.

        Finished sessions only, working sets with what was planned for them. Where an exercise stands twice
        in a session, these are two times. Without a session of the number, all sessions are before it.
        """
        rows = self._sql(
            # By day first, whose index ends the search as soon as there are enough.
            "WITH latest AS MATERIALIZED (SELECT s.id, s.day, s.started_at, s.body_g FROM session s"
            " LEFT JOIN session here ON here.id = ?1 WHERE s.state = 'done'"
            " AND (here.id IS NULL OR (s.started_at, s.id) < (here.started_at, here.id))"
            " AND EXISTS (SELECT 1 FROM workset w WHERE w.exercise_id = ?2 AND w.session_id = s.id"
            " AND w.kind <> 'warmup') ORDER BY s.day DESC, s.started_at DESC, s.id DESC LIMIT ?3)"
            " SELECT w.id, w.session_id, w.exercise_id, w.block, w.position, w.kind, w.weight_g, w.unit,"
            " w.reps, w.seconds, w.distance_m, w.effort_scale, w.effort_tenths, w.focus, w.note, NULL, NULL,"
            " w.reps_left, w.reps_right, w.band,"
            " l.day, x.sets, x.reps_low, x.reps_high, x.seconds, x.rir_low, x.rir_high, x.rest_s, x.details,"
            " l.body_g FROM latest l JOIN workset w ON w.session_id = l.id"
            " LEFT JOIN session_exercise x ON x.session_id = w.session_id AND x.block = w.block"
            " WHERE w.exercise_id = ?2 AND w.kind <> 'warmup'"
            " ORDER BY l.day, l.started_at, l.id, w.block, w.position",
            (before_session, exercise_id, limit),
        )
        times = [list(group) for _, group in groupby(rows, key=lambda row: (row[1], row[3]))]
        return tuple(_exposure(time) for time in times)[-limit:]

    def facts(self, exercise_id: int, first: int = 0, last: int = _LAST_DAY) -> list[SetFact]:
        """Return the sets of an exercise but warm-ups in time order, finished sessions and the open one.

        Args:
            exercise_id: of a row of this profile.
            first, last: days (date ordinals), both included; all of them unless given.
        """
        # Of a few months the sessions are found by day; of more the sets by exercise are fewer.
        from_ = "session s CROSS JOIN workset w" if last - first < _FEW_DAYS else "workset w JOIN session s"
        rows = self._sql(
            "SELECT s.day, s.id, w.id, w.kind, w.weight_g, w.reps, w.seconds, " + RIR_TENTHS + ","
            f" w.distance_m, w.band, s.body_g FROM {from_} ON s.id = w.session_id"
            " WHERE w.exercise_id = ? AND w.kind <> 'warmup' AND s.day BETWEEN ? AND ?"
            " ORDER BY s.started_at, s.id, w.position",
            (exercise_id, first, last),
        )
        return list(map(fact_of, rows))

    def days_by_exercise(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """Return (exercise id, distinct sessions, working sets) of the days, most sessions first."""
        # Many years are counted along the index of the sets, which has all but the day; a few weeks by day.
        join = "CROSS JOIN" if last - first > _MANY_DAYS else "JOIN"
        rows = self._sql(
            "SELECT w.exercise_id, count(DISTINCT w.session_id) AS n, count(*) FROM workset w"
            f" {join} session s ON s.id = w.session_id"
            " WHERE s.state = 'done' AND w.kind <> 'warmup' AND s.day BETWEEN ? AND ?"
            " GROUP BY w.exercise_id ORDER BY n DESC, 3 DESC, w.exercise_id",
            (first, last),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def work(self, first: int, last: int) -> list[tuple[int, int, str, int, int]]:
        """Return (session id, start ms, zone, exercise id, working sets) of sessions of the days."""
        rows = self._sql(
            "SELECT s.id, s.started_at, s.started_zone, w.exercise_id, count(*) FROM workset w"
            " JOIN session s ON s.id = w.session_id"
            " WHERE w.kind <> 'warmup' AND s.day BETWEEN ? AND ? GROUP BY s.id, w.exercise_id"
            " ORDER BY s.started_at",
            (first, last),
        )
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    def count(self, first: int, last: int) -> int:
        """Return the number of working sets of finished sessions of the days."""
        sql = (
            "SELECT count(*) FROM workset w JOIN session s ON s.id = w.session_id"
            " WHERE s.state = 'done' AND w.kind <> 'warmup' AND s.day BETWEEN ? AND ?"
        )
        return int(self._sql(sql, (first, last))[0][0])

    def insert_imported(self, rows: Sequence[tuple[int, int, SetDraft]]) -> range:
        """Add many sets, as (session id, position, draft); return their ids in the same order."""
        first = int(self._sql("SELECT coalesce(max(id), 0) + 1 FROM workset")[0][0])
        self._many(
            "INSERT INTO workset (id, session_id, position, exercise_id, block, kind, weight_g, unit, reps,"
            " seconds, distance_m, effort_scale, effort_tenths, focus, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    first + index, session_id, position, d.exercise_id, d.block, str(d.kind),
                    d.load.grams if d.load else None, str(d.load.unit) if d.load else None, d.reps,
                    d.seconds, d.distance_m, str(d.effort.scale) if d.effort else None,
                    d.effort.tenths if d.effort else None, d.focus, d.note,
                )
                for index, (session_id, position, d) in enumerate(rows)
            ],
        )  # fmt: skip
        return range(first, first + len(rows))

    def export_rows(self) -> list[Row]:
        """Return every set with its session and exercise, in time order, for export."""
        return self._sql(
            "SELECT s.started_at, s.started_zone, s.title, s.duration_s, e.name, w.block, w.position, w.kind,"
            " w.weight_g, w.unit, w.reps, w.seconds, w.distance_m, w.effort_scale, w.effort_tenths, w.focus,"
            " w.note, s.note, w.reps_left, w.reps_right, w.band"
            " FROM workset w JOIN session s ON s.id = w.session_id"
            " JOIN exercise e ON e.id = w.exercise_id ORDER BY s.started_at, s.id, w.position"
        )


def _values(draft: SetDraft) -> dict[Field, object]:
    return {
        W.exercise_id: draft.exercise_id,
        W.block: draft.block,
        W.kind: str(draft.kind),
        W.weight_g: draft.load.grams if draft.load else None,
        W.unit: str(draft.load.unit) if draft.load else None,
        W.reps: draft.reps,
        W.seconds: draft.seconds,
        W.distance_m: draft.distance_m,
        W.effort_scale: str(draft.effort.scale) if draft.effort else None,
        W.effort_tenths: draft.effort.tenths if draft.effort else None,
        W.focus: draft.focus,
        W.note: draft.note,
        W.reps_left: draft.reps_left,
        W.reps_right: draft.reps_right,
        W.band: draft.band,
    }


def _exposure(rows: Sequence[Row]) -> Exposure:
    day, sets, low, high, seconds, rir_low, rir_high, rest_s, details, body = rows[0][20:30]
    target = None
    if sets is not None:
        more = details_from(details or "")
        target = Target(rows[0][2], sets, low, high, seconds, rir_low, rir_high, rest_s or 0, more)
    return Exposure(day, target, tuple(entry_of(row[:20]).draft for row in rows), body)


def entry_of(row: Row) -> SetEntry:
    """Return a set from a row of its columns, as `exposures` asks for them."""
    draft = SetDraft(
        exercise_id=row[2],
        block=row[3],
        kind=SetKind(row[5]),
        load=Load(row[6], Unit(row[7])) if row[6] is not None else None,
        reps=row[8],
        seconds=row[9],
        distance_m=row[10],
        effort=Effort(EffortScale(row[11]), row[12]) if row[11] is not None else None,
        focus=row[13],
        note=row[14],
        reps_left=row[17],
        reps_right=row[18],
        band=row[19],
    )
    done_at = from_ms(row[15], row[16]) if row[15] is not None else None
    return SetEntry(row[0], row[1], row[4], done_at, draft)
