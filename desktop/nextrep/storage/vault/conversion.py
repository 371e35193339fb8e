"""Encrypting a plain profile and decrypting an encrypted one, so that a kill at any moment leaves it whole.

The new database is written beside the old one and compared with it, row by row, before it takes its name in
one step of the file system. That step alone decides which of the two the profile is. A sign in the folder
says that a conversion is going on; the next start takes away what one without an end left (mending.py).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage import disk
from nextrep.storage.database import SEAL_FILE, known_errors
from nextrep.storage.vault import header as key_file
from nextrep.storage.vault.connection import open_raw
from nextrep.storage.vault.errors import KEY_FILE
from nextrep.storage.vault.header import KeyHeader, sync_folder
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.mending import ASIDE, KEPT_FOLDER, disk_errors, mend, put_up_sign
from nextrep.storage.vault.same import Contents, contents, problems
from nextrep.storage.vault.state import DATABASE

Report = Callable[[int, int], None]
"""Gets (done, total) in rows; may raise Cancelled, which leaves the profile as it was."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """From what to what.

    Attributes:
        before, after: the keys, None for a plain profile; one of them is None.
        header: the key file that comes with `after`.
    """

    before: ProfileKey | None
    after: ProfileKey | None
    header: KeyHeader | None = None

    @property
    def word(self) -> str:
        """What it is called in names of files."""
        return "encryption" if self.before is None else "decryption"


def convert(folder: Path, conversion: Conversion, now: datetime, report: Report) -> Path:
    """Convert the profile in `folder`, which is closed and held by the caller.

    Returns:
        The old database, which is kept in the folder `kept` (with its key file, where it has one).

    Raises:
        KnownError: another program has it open, the disk is full, or the copy is not the same as the profile.
        Cancelled: `report` raised it. In each case the profile is what it was.
    """
    with known_errors(folder), disk_errors(folder):
        kept = _free_name(folder, f"before-{conversion.word}-{now:%Y%m%d-%H%M%S}")
        try:
            put_up_sign(folder, kept, plain_after=conversion.after is None)
            # What follows changes the file, and its checksums would take that for damage.
            (folder / SEAL_FILE).unlink(missing_ok=True)
            _fold(folder / DATABASE, conversion.before)
            old = _write_aside(folder, conversion, report)
            _compare(folder, conversion, old, report)
            _swap(folder, conversion, kept)
            _open_once(folder / DATABASE, conversion.after)
        finally:
            mend(folder)
    return kept


def _fold(database: Path, key: ProfileKey | None) -> None:
    """Bring all of a database into its one file, which ends the write-ahead log.

    Raises:
        KnownError: another connection is open.
    """
    with closing(open_raw(database, key)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    if mode != "delete":
        raise KnownError(
            tr("Another program is reading this profile."),
            safe=tr("Nothing was changed."),
            next_step=tr("Close it, then try again."),
        )
    for ending in ("-wal", "-shm", "-journal"):
        # A process that was killed may have left one that SQLite has no use for, and it is as plain as the
        # database. What it had a use for is in the database by now.
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _write_aside(folder: Path, conversion: Conversion, report: Report) -> Contents:
    """Write the new database beside the old one and return what the old one holds."""
    aside = folder / ASIDE
    os.close(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600))
    with closing(open_raw(folder / DATABASE, conversion.before)) as connection:
        total = _rows(connection)
        old = contents(connection, _counting(report, 0, 3 * total))
        secret = "" if conversion.after is None else conversion.after.passphrase
        connection.execute("ATTACH ? AS aside KEY ?", (str(aside), secret))
        # Nobody needs it after a crash; it is made to last as a whole below.
        connection.execute("PRAGMA aside.journal_mode = OFF")
        connection.execute("PRAGMA aside.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('aside')").fetchall()
        for name, number in zip(("application_id", "user_version"), old.versions, strict=True):
            connection.execute(f"PRAGMA aside.{name} = {number}")
        connection.execute("DETACH aside")
    report(2 * total, 3 * total)
    with aside.open("rb+") as out:
        os.fsync(out.fileno())
    return old


def _compare(folder: Path, conversion: Conversion, old: Contents, report: Report) -> None:
    with closing(open_raw(folder / ASIDE, conversion.after)) as connection:
        found = problems(connection, encrypted=conversion.after is not None)
        new = contents(connection, _counting(report, 2 * old.rows, 3 * old.rows))
    if found or new != old:
        raise KnownError(
            tr("The new copy of the profile is not the same as the profile."),
            safe=tr("The profile is as it was, and the copy was taken away."),
            next_step=tr("Look for a fault of the disk: make a backup on another one and check the profile."),
        )


def _free_name(folder: Path, stem: str) -> Path:
    """Return a name for the old database that no other file has."""
    place = folder / KEPT_FOLDER
    names = (place / f"{stem}{f'-{n}' if n > 1 else ''}.db" for n in count(1))
    return next(name for name in names if not name.exists())


def _swap(folder: Path, conversion: Conversion, kept: Path) -> None:
    """Keep the old database under another name, and let the new one take its place in one step."""
    kept.parent.mkdir(mode=0o700, exist_ok=True)
    if conversion.header is not None:
        key_file.write(folder, conversion.header)
    else:
        _copy(folder / KEY_FILE, kept.with_suffix(".key"))
    _keep(folder / DATABASE, kept)
    sync_folder(kept.parent)
    disk.move(folder / ASIDE, folder / DATABASE)
    sync_folder(folder)


def _keep(database: Path, kept: Path) -> None:
    """Give the old database a second name, so that there is no moment without it under its own."""
    try:
        os.link(database, kept)
    except OSError:  # not on every file system
        _copy(database, kept)


def _copy(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with source.open("rb") as data, os.fdopen(handle, "wb") as out:
        shutil.copyfileobj(data, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())


def _open_once(database: Path, key: ProfileKey | None) -> None:
    with closing(open_raw(database, key)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _rows(connection: Any) -> int:
    """Return about how many rows there are, for the progress."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return sum(int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names)


def _counting(report: Report, done: int, total: int) -> Callable[[int], None]:
    def tick(rows: int) -> None:
        nonlocal done
        done += rows
        report(done, total)

    return tick
