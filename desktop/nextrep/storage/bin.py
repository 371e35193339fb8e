"""The bin: what was deleted rests here for a while."""

from __future__ import annotations

from datetime import datetime

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.domain.bin import BinItem, BinKind
from nextrep.storage.base import Repository, Row
from nextrep.storage.kept_texts import kept_from, kept_text
from nextrep.storage.tables.training import BinRow as B
from nextrep.storage.times import from_ms, to_ms

_COLUMNS = "id, kind, title, day, deleted_at, data"


class BinRepository(Repository):
    """Rows of bin."""

    def __init__(self, database: SqlCipherDatabase) -> None:
        super().__init__(database)
        self._highest = 0

    def insert(self, item: BinItem) -> int:
        """Add an item and return its number: its own if it has one, else a new one for 0.

        No number is given twice while the profile is open, so that one that comes back (undo) finds it free.
        """
        here = int(self._sql("SELECT coalesce(max(id), 0) FROM bin")[0][0])
        number = item.id or max(self._highest, here) + 1
        self._highest = max(self._highest, here, number)
        return self._insert(
            B.insert(
                {
                    B.id: number,
                    B.kind: str(item.kind),
                    B.title: item.title,
                    B.day: item.day,
                    B.deleted_at: to_ms(item.deleted_at),
                    B.data: kept_text(item.kept),
                }
            )
        )

    def get(self, item_id: int) -> BinItem:
        """Return one item.

        Raises:
            KeyError: there is none of that number.
        """
        rows = self._sql(f"SELECT {_COLUMNS} FROM bin WHERE id = ?", (item_id,))
        if not rows:
            raise KeyError(item_id)
        return _item(rows[0])

    def all(self) -> list[BinItem]:
        """Return everything in the bin, what was deleted last first."""
        return [
            _item(row) for row in self._sql(f"SELECT {_COLUMNS} FROM bin ORDER BY deleted_at DESC, id DESC")
        ]

    def count(self) -> int:
        """Return how many things are in the bin."""
        return int(self._sql("SELECT count(*) FROM bin")[0][0])

    def holds(self, kind: BinKind, session_id: int) -> bool:
        """Tell whether something of a kind is in the bin that was, or was part of, a session."""
        sql = "SELECT EXISTS (SELECT 1 FROM bin WHERE kind = ? AND json_extract(data, '$.session.id') = ?)"
        return bool(self._sql(sql, (str(kind), session_id))[0][0])

    def delete(self, item_id: int) -> None:
        """Delete an item for good."""
        self._change(B.delete().where(B.id == item_id))

    def clear(self) -> None:
        """Delete everything for good."""
        self._change(B.delete())

    def count_before(self, instant: datetime) -> int:
        """Return how many things were deleted before an instant."""
        return int(self._sql("SELECT count(*) FROM bin WHERE deleted_at < ?", (to_ms(instant),))[0][0])

    def delete_before(self, instant: datetime) -> None:
        """Delete for good what was deleted before an instant."""
        self._change(B.delete().where(B.deleted_at < to_ms(instant)))


def _item(row: Row) -> BinItem:
    number, kind, title, day, deleted_at, data = row
    return BinItem(number, BinKind(kind), title, day, from_ms(deleted_at, "UTC"), kept_from(data))
