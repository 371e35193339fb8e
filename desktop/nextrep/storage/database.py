"""Opening a profile's database: driver, pragmas, schema version, and what can be wrong with the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from nextrep.domain.backup_rotation import BackupKind
from nextrep.domain.errors import DamagedProfile, KnownError
from nextrep.domain.text import tr
from nextrep.storage import wal
from nextrep.storage.migrations import LATEST, MIGRATIONS
from nextrep.storage.tables import ALL_TABLES
from nextrep.storage.vault import errors
from nextrep.storage.vault.connection import KeyedDatabase
from nextrep.storage.vault.errors import Locked
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.pages import reader
from nextrep.storage.vault.state import DATABASE, State, begins_as, state

FILE_NAME = DATABASE
SEAL_FILE = "nextrep.seal"
"""Checksums of the pages, see seal.py."""
MAP_FILE = "nextrep.map"
"""Where each table begins, see seal.py."""
BACKUP_FOLDER = "backups"
APPLICATION_ID = 0x4E585250
"""«NXRP»: marks a SQLite file as a NextRep profile."""

DATABASE_ERRORS = (peewee.DatabaseError, dbapi2.DatabaseError)
"""Peewee's errors, and those of the driver where Peewee hands its cursor or connection out."""

PAGE_BYTES = 4096
"""SQLite's and SQLCipher's usual page, which every profile has."""

HASTY_MS = 5
"""A window waits so long for another writer: enough for a short commit, too short to be seen (a frame has
16 ms). Who asks is told, and may try again; threads that work beside the window wait for seconds."""

_PRAGMAS: dict[str, object] = {
    "foreign_keys": 1,
    "synchronous": "FULL",
    "busy_timeout": 3000,
    "temp_store": "MEMORY",
}


def open_database(folder: Path, *, now: datetime, key: ProfileKey | None = None) -> KeyedDatabase:
    """Open the profile in `folder`, making it or bringing its schema up to date as needed.

    Args:
        now: names the backup that is made before a change of format.
        key: what services.vault.unlock gave, for an encrypted profile.

    Raises:
        Locked: the profile is encrypted, and there is no key.
        KnownError: the folder cannot be written, or the file is not a profile, damaged, too new or of another
            key. In each case the file is left as it is.
    """
    path = folder / FILE_NAME
    _check_state(folder, key)
    if _is_gone(path):
        raise damaged(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(path)
        # Before SQLite looks at it: it would drop what stands behind a damaged place.
        lost = wal.lost(path)
        log = wal.frames(wal.log_of(path)) if key is not None else []
    except OSError as error:
        raise _cannot_write(folder, error) from None
    if key is not None:
        _check_log(log, folder, key)
    try:
        if lost:
            raise damaged(folder)
        return _open(str(path), folder, now, key)
    except KnownError:
        if key is not None and not begins_as(folder, key.profile) and not _is_of(path, key):
            raise errors.another_profile() from None
        raise


def _is_gone(path: Path) -> bool:
    """Tell whether there was a database and its file is empty or away: a new one would hide that."""
    try:
        empty = not path.exists() or not path.stat().st_size
        return empty and any((path.parent / name).exists() for name in (SEAL_FILE, MAP_FILE))
    except OSError:
        return False  # opening it says why


def _is_of(path: Path, key: ProfileKey) -> bool:
    """Tell whether a file whose beginning is not as it should be was encrypted with `key` all the same."""
    with path.open("rb") as file:
        file.seek(PAGE_BYTES)
        second = file.read(PAGE_BYTES)
    return len(second) == PAGE_BYTES and reader(key)(2, second) is not None


def _check_log(log: list[wal.Frame], folder: Path, key: ProfileKey) -> None:
    """Refuse a write-ahead log that the key does not fit, which SQLite would write into the file unread."""
    read = reader(key) if log else None
    fits = [read(number, page) is not None for number, page in wal.latest_pages(log).items() if read]
    if fits and not any(fits):
        raise errors.log_of_another_profile(f"{FILE_NAME}-wal")
    if not all(fits):
        raise damaged(folder)


def _check_state(folder: Path, key: ProfileKey | None) -> None:
    """Refuse a file that the key cannot be for, before anything of it is touched."""
    found = state(folder)
    if found is State.KEY_MISSING:
        raise errors.key_file_missing()
    if found is State.SWAPPED or (found is State.PLAIN and key is not None):
        raise errors.not_encrypted()
    if found is State.ENCRYPTED and key is None:
        raise Locked


def open_in_memory(folder: Path, *, now: datetime) -> KeyedDatabase:
    """Open an empty profile that is never written anywhere; `folder` is only named."""
    return _open(":memory:", folder, now, None)


def _open(name: str, folder: Path, now: datetime, key: ProfileKey | None) -> KeyedDatabase:
    database = KeyedDatabase(name, key=key, pragmas=_PRAGMAS, timeout=3)
    try:
        with known_errors(folder):
            database.connect()
            _check_application(database)
            _migrate(database, folder, now)
            _check_tables(database, folder)
            # Only after the checks: switching a file to WAL writes to it.
            database.execute_sql("PRAGMA journal_mode = WAL")
    except (*DATABASE_ERRORS, UnicodeDecodeError) as error:  # the driver decodes SQLite's words too
        # Whatever else SQLite finds wrong before anything was asked of it is wrong with the file.
        database.close()
        raise damaged(folder) from error
    except BaseException:
        database.close()
        raise
    return database


def _make_private(path: Path) -> None:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if not os.access(path, os.W_OK):
        raise PermissionError(str(path))


def _pragma(database: SqlCipherDatabase, name: str) -> int:
    return int(database.execute_sql(f"PRAGMA {name}").fetchone()[0])


def _check_application(database: SqlCipherDatabase) -> None:
    version = _pragma(database, "user_version")
    if version > LATEST:
        from nextrep.storage.too_new import too_new  # rare

        raise too_new(Path(database.database).parent, version, LATEST)
    empty = not database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not empty and _pragma(database, "application_id") != APPLICATION_ID:
        if _has_our_tables(database):
            raise damaged(Path(database.database).parent)
        raise KnownError(
            tr("“{file}” is a database of another program.", file=FILE_NAME),
            safe=tr("It was not changed."),
            next_step=tr("Choose another profile folder."),
        )


def _has_our_tables(database: SqlCipherDatabase) -> bool:
    """Tell whether this is a profile of ours whose mark is gone."""
    ours = "SELECT count(*) FROM sqlite_master WHERE name IN ('workset', 'session_exercise', 'checkin')"
    return bool(database.execute_sql(ours).fetchone()[0] == 3)


def _migrate(database: KeyedDatabase, folder: Path, now: datetime) -> None:
    version = _pragma(database, "user_version")
    if version == LATEST:
        return
    if version:
        from nextrep.storage.rehearsal import rehearse  # a change of format is rare

        database.backup_before = _back_up_before(database, folder, version, now)
        rehearse(database, folder, partial(_raise_all, version, folder), database.backup_before)
    with suppress(OSError):
        (folder / SEAL_FILE).unlink(missing_ok=True)  # of the file as it was
    with database.atomic("EXCLUSIVE"):
        version = _pragma(database, "user_version")  # another process may have been first
        raise_format(database, version, LATEST)


def _raise_all(version: int, folder: Path, database: SqlCipherDatabase) -> None:
    raise_format(database, version, LATEST)
    _check_tables(database, folder)


def raise_format(database: SqlCipherDatabase, version: int, wanted: int) -> None:
    """Bring a database from one format to a later one, in the caller's transaction."""
    for statements in MIGRATIONS[version:wanted]:
        for statement in statements:
            database.execute_sql(statement)
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute_sql(f"PRAGMA user_version = {wanted}")


def _check_tables(database: SqlCipherDatabase, folder: Path) -> None:
    """Refuse a file whose tables are not all there: every screen would fail on its own otherwise."""
    found = set(
        database.execute_sql(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE m.type = 'table'"
        ).fetchall()
    )
    for table in ALL_TABLES:
        meta = table._meta  # noqa: SLF001 - Peewee's documented way to a table
        if any((meta.table_name, column) not in found for column in meta.columns):
            raise damaged(folder)


def _back_up_before(database: KeyedDatabase, folder: Path, version: int, now: datetime) -> Path:
    """Make a backup of the profile as it is, in the format that it has, and return it."""
    from nextrep.storage import backup, live_copy  # a change of format is rare

    about = backup.about_of(database, version, now, BackupKind.BEFORE_FORMAT)
    return backup.write(live_copy.Source(database, folder, None), folder / BACKUP_FOLDER, about)


@contextmanager
def known_errors(folder: Path) -> Iterator[None]:
    """Turn what the database says of its surroundings into KnownError; bugs pass through."""
    try:
        yield
    except DATABASE_ERRORS as error:
        cause = _cause(error)
        if isinstance(cause, KnownError):
            raise cause from error
        known = _known(str(cause).lower(), folder)
        if known is None:
            raise
        raise known from error


def _cause(error: BaseException) -> BaseException:
    """Return the error that began it.

    On a full disk SQLite rolls back by itself; rolling back again fails, and hides what was wrong.
    """
    while "no transaction is active" in str(error) and error.__context__ is not None:
        error = error.__context__
    return error


def damaged(folder: Path) -> DamagedProfile:
    """Return what to say of a profile whose file is damaged."""
    return DamagedProfile(
        tr("The profile in “{folder}” is damaged or is not a NextRep profile.", folder=folder),
        safe=tr("The file was left exactly as it is."),
        next_step=tr(
            "Open it in NextRep's window: there you can go on with what can still be read, or with a backup."
        ),
    )


_DAMAGE = ("not a database", "malformed", "corrupt", "unsupported file format", "could not decode")


def is_damage(text: str) -> bool:
    """Tell whether SQLite's words say that the file is wrong, rather than the disk, a lock or a query."""
    return any(words in text.lower() for words in _DAMAGE)


def _known(text: str, folder: Path) -> KnownError | None:
    if is_damage(text):
        return damaged(folder)
    if "locked" in text or "busy" in text:
        return KnownError(
            tr("Another program is writing to this profile."),
            safe=tr("Nothing was changed."),
            next_step=tr("Wait a moment and try again."),
        )
    if "full" in text:
        return KnownError(
            tr("The disk is full."),
            safe=tr("Everything saved before is safe; the last change was not saved."),
            next_step=tr("Make some room on the disk, then try again."),
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text or "disk i/o" in text:
        return _cannot_write(folder, None)
    return None


def _cannot_write(folder: Path, error: OSError | None) -> KnownError:
    why = f" ({error.strerror})" if error is not None and error.strerror else ""
    return KnownError(
        tr("NextRep cannot write to “{folder}”{why}.", folder=folder, why=why),
        safe=tr("Nothing was changed."),
        next_step=tr("Check that the folder is there and that you may write to it, or choose another one."),
    )
