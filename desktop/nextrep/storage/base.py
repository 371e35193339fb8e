"""What every repository shares: running a query on the store's own database."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.storage.database import known_errors

Row = tuple[Any, ...]


class Repository:
    """Access to the rows of one noun. Methods neither open nor end transactions.

    Any of them may raise KnownError: a page of the file can turn out to be damaged when it is first read.
    """

    def __init__(self, database: SqlCipherDatabase) -> None:
        self._database = database
        self._folder = Path(database.database).parent

    def _known_errors(self) -> AbstractContextManager[None]:
        return known_errors(self._folder)

    def _rows(self, query: Any) -> list[Row]:
        """Run a Peewee query and return plain tuples, which are much faster than models."""
        with self._known_errors():
            return list(self._database.execute(query).fetchall())

    def _row(self, query: Any) -> Row | None:
        with self._known_errors():
            found: Row | None = self._database.execute(query).fetchone()
            return found

    def _insert(self, query: Any) -> int:
        with self._known_errors():
            return int(self._database.execute(query).lastrowid)

    def _change(self, query: Any) -> int:
        with self._known_errors():
            return int(self._database.execute(query).rowcount)

    def _sql(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self._known_errors():
            return list(self._database.execute_sql(sql, values).fetchall())

    def _many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Write many rows on Peewee's own connection; its insert_many is 8-26 times slower."""
        if not rows:
            return
        with self._known_errors():
            self._database.connection().executemany(sql, rows)

    def _span_of(self, *tables: str) -> tuple[int, int] | None:
        """Return the first and last day (date ordinals) in the tables of days, None where they are empty."""
        ends = " UNION ALL ".join(
            f"SELECT min(day) AS day FROM {table} UNION ALL SELECT max(day) FROM {table}" for table in tables
        )
        row = self._sql(f"SELECT min(day), max(day) FROM ({ends})")[0]
        return None if row[0] is None else (row[0], row[1])
