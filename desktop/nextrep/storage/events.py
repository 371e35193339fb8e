"""Events."""

from __future__ import annotations

from nextrep.domain.events import Event, EventKind
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.journal import EventRow as E

_COLUMNS = "id, kind, title, detail, first_day, last_day, in_report"


class EventRepository(Repository):
    """Rows of event."""

    def get(self, number: int) -> Event:
        """Return an event.

        Raises:
            KeyError: there is none of that id.
        """
        rows = self._sql(f"SELECT {_COLUMNS} FROM event WHERE id = ?", (number,))
        if not rows:
            raise KeyError(number)
        return _event(rows[0])

    def insert(self, event: Event) -> int:
        """Add an event and return its id: its own, where it had one before."""
        values = _values(event)
        return self._insert(E.insert({**values, E.id: event.id} if event.id else values))

    def update(self, event: Event) -> None:
        """Write every field of an event."""
        self._change(E.update(_values(event)).where(E.id == event.id))

    def delete(self, number: int) -> None:
        """Take an event away."""
        self._change(E.delete().where(E.id == number))

    def between(self, first: int, last: int) -> list[Event]:
        """Return the events that have a day among `first` to `last`, oldest first."""
        sql = (
            f"SELECT {_COLUMNS} FROM event WHERE first_day <= ? AND (last_day IS NULL OR last_day >= ?)"
            " ORDER BY first_day, id"
        )
        return [_event(row) for row in self._sql(sql, (last, first))]

    def all(self) -> list[Event]:
        """Return all events, the newest first."""
        return [
            _event(row) for row in self._sql(f"SELECT {_COLUMNS} FROM event ORDER BY first_day DESC, id DESC")
        ]


def _values(event: Event) -> dict[object, object]:
    return {
        E.kind: str(event.kind),
        E.title: event.title,
        E.detail: event.detail,
        E.first_day: event.first,
        E.last_day: event.last,
        E.in_report: int(event.in_report),
    }


def _event(row: Row) -> Event:
    number, kind, title, detail, first, last, in_report = row
    return Event(number, EventKind(kind), title, first, last, detail, bool(in_report))
