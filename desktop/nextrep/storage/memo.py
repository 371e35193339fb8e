"""What was read last, for as long as nothing in the profile has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from playhouse.sqlcipher_ext import SqlCipherDatabase

T = TypeVar("T")


class Memo(threading.local, Generic[T]):
    """Keeps one answer of the database for each thread, because each has a connection of its own.

    SQLite itself says whether anything changed: `total_changes` counts the rows that this connection wrote,
    rows of foreign keys and of transactions that were rolled back included, and `data_version` differs once
    another connection wrote. What is read inside a transaction is not kept: a rollback would not be counted.
    """

    def __init__(self, database: SqlCipherDatabase) -> None:
        self._database = database
        self._state: tuple[object, ...] = ()
        self._kept: T | None = None

    def get(self, key: Hashable, read: Callable[[], T]) -> T:
        """Return what `read` gives, which must depend on `key` and the profile alone and not be changed."""
        connection = self._database.connection()
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        state = (key, connection, connection.total_changes, version)
        if self._kept is not None and state == self._state:
            return self._kept
        found = read()
        if not connection.in_transaction:
            self._state, self._kept = state, found
        return found
