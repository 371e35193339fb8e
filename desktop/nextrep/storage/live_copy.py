"""Copying the database as it stands, while it is in use.

The bytes of its file are copied as they are, encrypted or not, as quickly as any file is copied.
That is safe while these hold: the write-ahead log is empty, so all is in the file; a read transaction that
began on the empty log keeps every checkpoint from writing to the file (it holds the first read mark, see
https://www.sqlite.org/walformat.html, section 2.3.1); and the handle that reads is not closed before the
connections are, because closing any handle of a file drops the locks that this process has on it
(https://www.sqlite.org/howtocorrupt.html, section 2.2). Where the log cannot be emptied, because somebody
else reads or writes, SQLite itself writes the copy (VACUUM INTO), which takes about four times as long.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from nextrep.domain.text import tr
from nextrep.storage import disk
from nextrep.storage.backup_files import DATABASE
from nextrep.storage.database import DATABASE_ERRORS
from nextrep.storage.vault.connection import KeyedDatabase

SNAPSHOT = ".nextrep-copy-"
"""How the names of files begin that are there for as long as a backup is made."""


@dataclass(frozen=True, slots=True)
class Source:
    """The database that is copied.

    Attributes:
        database: open on this thread, with its log of the kind WAL.
        folder: the profile folder.
        handle: reads the file of the database; stays open for as long as the database does.
    """

    database: KeyedDatabase
    folder: Path
    handle: IO[bytes] | None


class RoomIsFull(Exception):  # noqa: N818 - it is tried elsewhere
    """There is no room for a copy that is needed for as long as a backup is made."""


def opened(folder: Path) -> BinaryIO:
    """Open the file of the database for copying; see above for when it may be closed.

    Raises:
        KnownError: it is not there, or cannot be read.
    """
    try:
        return (folder / DATABASE).open("rb")
    except OSError as error:
        raise disk.cannot_write(tr("The backup could not be written."), folder, error) from None


@contextmanager
def copied_from(source: Source, room: Path) -> Iterator[tuple[Callable[[int], bytes], int]]:
    """Give a way to read the database as it stands, and its size in bytes.

    Raises:
        OSError: it cannot be read.
        RoomIsFull: there is no room for the copy that SQLite has to write.
    """
    if source.handle is not None and empty_log(source.database):
        with _reading(source.database):
            log = source.folder / f"{DATABASE}-wal"
            if not log.exists() or not log.stat().st_size:
                source.handle.seek(0)
                yield source.handle.read, os.fstat(source.handle.fileno()).st_size
                return
    snapshot = room / f"{SNAPSHOT}{os.getpid()}-{DATABASE}"
    snapshot.unlink(missing_ok=True)
    try:
        os.close(os.open(snapshot, os.O_CREAT | os.O_EXCL, 0o600))  # SQLite takes an empty file
        with _full_is_full():
            source.database.execute_sql("VACUUM INTO ?", (str(snapshot),))
        with snapshot.open("rb") as copy:
            yield copy.read, os.fstat(copy.fileno()).st_size
    finally:
        snapshot.unlink(missing_ok=True)


@contextmanager
def _full_is_full() -> Iterator[None]:
    try:
        yield
    except DATABASE_ERRORS as error:
        if "full" in str(error).lower():
            raise RoomIsFull from None
        raise


def empty_log(database: KeyedDatabase) -> bool:
    """Fold the write-ahead log into the file, without making anybody wait; tells whether it is empty."""
    sql = database.execute_sql
    if database.in_transaction() or sql("PRAGMA journal_mode").fetchall()[0][0] != "wal":
        return False
    sql("SELECT count(*) FROM sqlite_master").fetchall()  # the log is opened by the first reading only
    patience = sql("PRAGMA busy_timeout").fetchall()[0][0]
    try:
        # The long part takes no lock that writers want; what is left for the second one is next to nothing.
        sql("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        sql("PRAGMA busy_timeout = 0")
        busy: int = sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]
    except DATABASE_ERRORS as error:
        if "full" in str(error).lower():  # all of it stays in the log
            return False
        raise
    finally:
        sql(f"PRAGMA busy_timeout = {patience}")
    return not busy


@contextmanager
def _reading(database: KeyedDatabase) -> Iterator[None]:
    """Hold the database as it is for as long as the body runs; others may write to its log meanwhile."""
    connection: Any = database.connection()
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only now does it begin
        yield
    finally:
        connection.execute("ROLLBACK")
