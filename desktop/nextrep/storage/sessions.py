"""Sessions; their exercises are in blocks.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from nextrep.domain.training import Session, SessionState
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.training import SessionRow as S
from nextrep.storage.times import from_ms, to_ms, zone_name

_COLUMNS = (
    S.id,
    S.title,
    S.started_at,
    S.started_zone,
    S.ended_at,
    S.ended_zone,
    S.day,
    S.state,
    S.planned_id,
    S.duration_s,
    S.note,
    S.pleasant_before,
    S.activated_before,
    S.pleasant_after,
    S.effort,
    S.origin,
    S.activated_after,
    S.rated_before_at,
    S.rated_after_at,
    S.body_g,
    S.rest_end_at,
    S.rest_total_s,
)
_NO_END = 10**7
_NAMES = ", ".join(column.column_name for column in _COLUMNS)


class SessionRepository(Repository):
    """Rows of session."""

    def insert(self, session: Session, origin_key: str | None = None) -> int:
        """Add a session and return the id that it is given."""
        values = {**_values(session), S.id: self._free_id(), S.origin_key: origin_key}
        return self._insert(S.insert(values))

    def _free_id(self) -> int:
        """Return an id that no session has, nor any in the bin: sets there know theirs by it."""
        return int(
            self._sql(
                "SELECT 1 + max(coalesce((SELECT max(id) FROM session), 0),"
                " coalesce((SELECT max(json_extract(data, '$.session.id')) FROM bin), 0))"
            )[0][0]
        )

    def restore(self, session: Session, origin_key: str | None) -> None:
        """Put a deleted session back under its own id."""
        self._insert(S.insert({**_values(session), S.id: session.id, S.origin_key: origin_key}))

    def update(self, session: Session) -> None:
        """Write every field of a session."""
        self._change(S.update(_values(session)).where(S.id == session.id))

    def delete(self, session_id: int) -> None:
        """Delete a session with its exercises and sets."""
        self._change(S.delete().where(S.id == session_id))

    def get(self, session_id: int) -> Session:
        """Return a session.

        Raises:
            KeyError: there is none of that id.
        """
        row = self._row(S.select(*_COLUMNS).where(S.id == session_id))
        if row is None:
            raise KeyError(session_id)
        return _session(row)

    def active(self) -> Session | None:
        """Return the open session, if there is one."""
        rows = self._sql(f"SELECT {_NAMES} FROM session WHERE state = 'active'")
        return _session(rows[0]) if rows else None

    def active_id(self) -> int:
        """Return the number of the open session, 0 where none is open."""
        rows = self._sql("SELECT id FROM session WHERE state = 'active'")
        return int(rows[0][0]) if rows else 0

    def day_of(self, session_id: int) -> int | None:
        """Return the day (date ordinal) of a session, None where there is none of that id."""
        rows = self._sql("SELECT day FROM session WHERE id = ?", (session_id,))
        return int(rows[0][0]) if rows else None

    def done(self, first: int | None = None, last: int | None = None) -> list[Session]:
        """Return finished sessions by start, of the days `first` to `last` where given."""
        rows = self._sql(
            f"SELECT {_NAMES} FROM session WHERE state = 'done' AND day >= ? AND day <= ?"
            " ORDER BY started_at, id",
            (first if first is not None else 0, last if last is not None else _NO_END),
        )
        return [_session(row) for row in rows]

    def days(self, first: int, last: int) -> list[int]:
        """Return the day of every finished session from `first` to `last`, one for each session."""
        sql = "SELECT day FROM session WHERE state = 'done' AND day BETWEEN ? AND ? ORDER BY day"
        return [row[0] for row in self._sql(sql, (first, last))]

    def span(self) -> tuple[int, int] | None:
        """Return the first and last day with a finished session."""
        row = self._sql("SELECT min(day), max(day) FROM session WHERE state = 'done'")[0]
        return None if row[0] is None else (row[0], row[1])

    def count(self, first: int, last: int) -> int:
        """Return the number of finished sessions of the days `first` to `last`."""
        sql = "SELECT count(*) FROM session WHERE state = 'done' AND day BETWEEN ? AND ?"
        return int(self._sql(sql, (first, last))[0][0])

    def count_done(self) -> int:
        """Return the number of finished sessions."""
        return int(self._sql("SELECT count(*) FROM session WHERE state = 'done'")[0][0])

    def empty(self) -> list[int]:
        """Return the ids of finished sessions without any set."""
        sql = (
            "SELECT id FROM session s WHERE state = 'done'"
            " AND NOT EXISTS (SELECT 1 FROM workset w WHERE w.session_id = s.id)"
        )
        return [int(row[0]) for row in self._sql(sql)]

    def of_program(self, program_id: int) -> dict[int, Session]:
        """Return the finished session of each planned session of a program that has one."""
        rows = self._sql(
            f"SELECT {_NAMES} FROM session WHERE state = 'done'"
            " AND planned_id IN (SELECT id FROM planned WHERE program_id = ?)",
            (program_id,),
        )
        found = [_session(row) for row in rows]
        return {session.planned_id: session for session in found if session.planned_id is not None}

    def origin_ids(self, origin: str) -> dict[str, int]:
        """Return the id of each imported session of `origin` by its key in the file."""
        query = S.select(S.origin_key, S.id).where(S.origin == origin, S.origin_key.is_null(False))
        return {str(row[0]): int(row[1]) for row in self._rows(query)}

    def origin_key(self, session_id: int) -> str | None:
        """Return the key that a session has in the file it came from."""
        row = self._row(S.select(S.origin_key).where(S.id == session_id))
        return row[0] if row else None

    def set_rest(self, session_id: int, end_at: datetime | None, total_s: int | None) -> None:
        """Keep the rest that runs, None for none: it is about now, so it is no step to take back."""
        self._change(
            S.update({S.rest_end_at: _ms(end_at), S.rest_total_s: total_s}).where(S.id == session_id)
        )

    def insert_imported(self, rows: Sequence[tuple[Session, str]]) -> list[int]:
        """Add many finished sessions with their keys in the file; return their ids in the same order."""
        first = self._free_id()
        values = [
            (
                first + index, s.title, to_ms(s.started_at), zone_name(s.started_at), _ms(s.ended_at),
                _zone(s.ended_at), s.day, str(s.state), s.duration_s, s.note, s.pleasant_before,
                s.activated_before, s.pleasant_after, s.effort, s.origin, key,
            )
            for index, (s, key) in enumerate(rows)
        ]  # fmt: skip
        self._many(
            "INSERT INTO session (id, title, started_at, started_zone, ended_at, ended_zone, day, state,"
            " duration_s, note, pleasant_before, activated_before, pleasant_after, effort, origin,"
            " origin_key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        return [first + index for index in range(len(rows))]


def _ms(instant: datetime | None) -> int | None:
    return to_ms(instant) if instant else None


def _instant(ms: int | None, zone: str) -> datetime | None:
    return from_ms(ms, zone) if ms is not None else None


def _zone(instant: datetime | None) -> str | None:
    return zone_name(instant) if instant else None


def _values(session: Session) -> dict[object, object]:
    return {
        S.title: session.title,
        S.started_at: to_ms(session.started_at),
        S.started_zone: zone_name(session.started_at),
        S.ended_at: _ms(session.ended_at),
        S.ended_zone: _zone(session.ended_at),
        S.day: session.day,
        S.state: str(session.state),
        S.planned_id: session.planned_id,
        S.duration_s: session.duration_s,
        S.note: session.note,
        S.pleasant_before: session.pleasant_before,
        S.activated_before: session.activated_before,
        S.pleasant_after: session.pleasant_after,
        S.effort: session.effort,
        S.origin: session.origin,
        S.activated_after: session.activated_after,
        S.rated_before_at: _ms(session.rated_before_at),
        S.rated_after_at: _ms(session.rated_after_at),
        S.body_g: session.body_grams,
        S.rest_end_at: _ms(session.rest_end_at),
        S.rest_total_s: session.rest_total_s,
    }


def _session(row: Row) -> Session:
    return Session(
        id=row[0],
        title=row[1],
        started_at=from_ms(row[2], row[3]),
        ended_at=from_ms(row[4], row[5] or row[3]) if row[4] is not None else None,
        day=row[6],
        state=SessionState(row[7]),
        planned_id=row[8],
        duration_s=row[9],
        note=row[10],
        pleasant_before=row[11],
        activated_before=row[12],
        pleasant_after=row[13],
        effort=row[14],
        origin=row[15],
        activated_after=row[16],
        rated_before_at=_instant(row[17], row[3]),
        rated_after_at=_instant(row[18], row[3]),
        body_grams=row[19],
        rest_end_at=_instant(row[20], row[3]),
        rest_total_s=row[21],
    )
