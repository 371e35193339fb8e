"""Writing."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from nextrep.domain.journal import Entry
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.journal import EntryRow as E
from nextrep.storage.times import from_ms, to_ms, zone_name

ENTRY_COLUMNS = "id, day, written_at, written_zone, body, in_report, starred"


class EntryRepository(Repository):
    """Rows of entry."""

    def insert(self, entry: Entry) -> int:
        """Add an entry (its id is given by the database) and return its id."""
        return self._insert(E.insert(_values(entry)))

    def restore(self, entry: Entry) -> None:
        """Put a deleted entry back under its own id."""
        self._insert(E.insert({**_values(entry), E.id: entry.id}))

    def update(self, entry: Entry) -> None:
        """Write every field of an entry; each pause in typing does, so Peewee is left out."""
        values = _values(entry)
        names = ", ".join(f"{column.column_name} = ?" for column in values)
        self._sql(f"UPDATE entry SET {names} WHERE id = ?", (*values.values(), entry.id))

    def delete(self, entry_id: int) -> None:
        """Delete an entry."""
        self._change(E.delete().where(E.id == entry_id))

    def get(self, entry_id: int) -> Entry:
        """Return an entry.

        Raises:
            KeyError: there is none of that id.
        """
        rows = self._sql(f"SELECT {ENTRY_COLUMNS} FROM entry WHERE id = ?", (entry_id,))
        if not rows:
            raise KeyError(entry_id)
        return entry_from(rows[0])

    def of_day(self, day: int) -> list[Entry]:
        """Return the entries of a day, oldest first."""
        sql = f"SELECT {ENTRY_COLUMNS} FROM entry WHERE day = ? ORDER BY id"
        return [entry_from(row) for row in self._sql(sql, (day,))]

    def latest(self, limit: int) -> list[Entry]:
        """Return the newest entries; -1 for all."""
        sql = f"SELECT {ENTRY_COLUMNS} FROM entry ORDER BY day DESC, id DESC LIMIT ?"
        return [entry_from(row) for row in self._sql(sql, (limit,))]

    def for_report(self, first: int, last: int) -> list[Entry]:
        """Return the entries of some days that may go into a report, oldest first."""
        sql = (
            f"SELECT {ENTRY_COLUMNS} FROM entry WHERE in_report = 1 AND day BETWEEN ? AND ? ORDER BY day, id"
        )
        return [entry_from(row) for row in self._sql(sql, (first, last))]

    def starred(self, first: int, last: int) -> list[Entry]:
        """Return the entries of the days with a star, oldest first."""
        sql = f"SELECT {ENTRY_COLUMNS} FROM entry WHERE starred = 1 AND day BETWEEN ? AND ? ORDER BY day, id"
        return [entry_from(row) for row in self._sql(sql, (first, last))]

    def count(self) -> int:
        """Return the number of entries."""
        return int(self._sql("SELECT count(*) FROM entry")[0][0])

    def days_among(self, days: Collection[int]) -> list[int]:
        """Return those of some days that have an entry, the newest first."""
        sql = "SELECT DISTINCT day FROM entry WHERE day IN (SELECT value FROM json_each(?)) ORDER BY day DESC"
        return [row[0] for row in self._sql(sql, (json.dumps(sorted(days)),))]

    def days(self, first: int, last: int) -> list[int]:
        """Return the days that have an entry."""
        sql = "SELECT DISTINCT day FROM entry WHERE day BETWEEN ? AND ? ORDER BY day"
        return [row[0] for row in self._sql(sql, (first, last))]


def _values(entry: Entry) -> dict[Any, object]:
    return {
        E.day: entry.day,
        E.written_at: to_ms(entry.written_at),
        E.written_zone: zone_name(entry.written_at),
        E.body: entry.text,
        E.in_report: int(entry.in_report),
        E.starred: int(entry.starred),
    }


def entry_from(row: Row) -> Entry:
    """Return the entry in a row of ENTRY_COLUMNS."""
    number, day, at, zone, body, in_report, starred = row
    return Entry(number, day, from_ms(at, zone), body, bool(in_report), bool(starred))
