"""Files of a profile that another one takes the place of: kept in `kept/`, byte for byte."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from nextrep.storage import disk
from nextrep.storage.database import FILE_NAME
from nextrep.storage.wal import log_of

KEPT_FOLDER = "kept"


def new_folder(folder: Path, what: str, now: datetime) -> Path:
    """Make a folder in `kept/` that begins with `what` and says when, for the owner only.

    Raises:
        OSError: it cannot be made.
    """
    kept = folder / KEPT_FOLDER
    kept.mkdir(mode=0o700, exist_ok=True)
    name = f"{what}-{now:%Y%m%d-%H%M%S}"
    for number in range(1, 1000):
        made = kept / (name if number == 1 else f"{name}-{number}")
        with suppress(FileExistsError):
            made.mkdir(mode=0o700)
            return made
    raise FileExistsError(name)


def put_in_place(folder: Path, file: Path, what: str, now: datetime) -> Path:
    """Make `file` the database of the profile in `folder`, and return where the one before is kept.

    At no moment is there no profile, and what is there is either the whole old or the whole new one: the old
    files are in `kept/` under a second name before anything changes; its log goes before the new file comes,
    because SQLite would take it for the log of that one.

    Args:
        folder: a profile that nobody has open.
        file: a closed database on the same disk, which has no log of its own; it is moved.
        what: begins the name of the folder.
        now: an aware time, for that name.

    Raises:
        OSError: it cannot be done; the profile is as it was, or its files are in the folder that was made.
    """
    database = folder / FILE_NAME
    kept = new_folder(folder, what, now)
    for part in (database, log_of(database)):
        if part.exists():
            _second_name(part, kept / part.name)
    _sync_folder(kept)
    _sync_file(file)
    log_of(database).unlink(missing_ok=True)
    database.with_name(f"{FILE_NAME}-shm").unlink(missing_ok=True)
    _sync_folder(folder)
    disk.move(file, database)
    _sync_folder(folder)
    return kept


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a file system without links
        shutil.copy2(file, name)
        _sync_file(name)


def _sync_file(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows has no such thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
