"""Peewee's database with a key: every connection, of any thread, is opened with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from nextrep.storage.vault.core_dump import leave_no_core
from nextrep.storage.vault.key import ProfileKey


class KeyedDatabase(SqlCipherDatabase):  # type: ignore[misc] # playhouse has no types
    """A database whose key is no text that stays with Peewee, and can be let go of.

    Peewee would keep the passphrase among its connection's parameters for as long as the program runs.

    Attributes:
        backup_before: the backup that was made because the profile came to a new format; None if it did not.
    """

    backup_before: Path | None = None

    def __init__(
        self, name: str, *, key: ProfileKey | None, pragmas: dict[str, object], timeout: float
    ) -> None:
        super().__init__(name, pragmas=pragmas, timeout=timeout)
        self._key = key

    @property
    def key(self) -> ProfileKey | None:
        """What connections are opened with, None for a plain database."""
        return self._key

    def forget_key(self) -> None:
        """Let go of the key: no connection can be opened from now on."""
        self._key = None

    def _connect(self) -> Any:
        connection = dbapi2.connect(self.database, isolation_level=None, **self.connect_params)
        try:
            if self._key is not None:
                use_key(connection, self._key)
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def open_raw(file: Path, key: ProfileKey | None) -> Any:
    """Return a connection of the driver to a database of any format, for work on the file as a whole."""
    connection = dbapi2.connect(str(file), isolation_level=None, timeout=3)
    try:
        if key is not None:
            use_key(connection, key)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def use_key(connection: Any, key: ProfileKey) -> None:
    """Give a new connection of the driver its key.

    SQLCipher would write lines of its own to stderr when a page does not fit; what is wrong is said by us.
    Its guarding of memory (cipher_memory_security) stays off: it doubles the time of a set.
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    leave_no_core()
    connection.execute(f'PRAGMA key = "{key.passphrase}"')
