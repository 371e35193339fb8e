"""A damaged profile's readable part as a new database file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from nextrep.domain.contents import Contents, Recovered
from nextrep.storage import wal
from nextrep.storage.contents import contents_of
from nextrep.storage.database import FILE_NAME
from nextrep.storage.salvage.leftovers import keep_leftovers, write_leftovers
from nextrep.storage.salvage.pages import read_pages
from nextrep.storage.salvage.salvage import Salvaged, salvage
from nextrep.storage.seal import roots
from nextrep.storage.vault.connection import KeyedDatabase
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.pages import RESERVED, reader


def recover(
    damaged: Path, folder: Path, progress: Callable[[int, int], None], key: ProfileKey | None = None
) -> Recovered:
    """Read a damaged database, which is not changed, into a new one in `folder`.

    With a `key` the damaged one is encrypted with it, and so is everything that is written.

    Raises:
        OSError: the damaged file cannot be read at all, or the folder cannot be written.
        KnownError: the disk is full.
    """
    target = folder / FILE_NAME
    os.close(os.open(target, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600))
    log_hurt = wal.lost(damaged) > 0
    pages = read_pages(damaged) if key is None else read_pages(damaged, reader(key), RESERVED)
    # Nothing needs it after a crash, and it is put on the disk as a whole before it takes any place.
    pragmas: dict[str, object] = {"synchronous": "OFF", "journal_mode": "MEMORY", "temp_store": "MEMORY"}
    database = KeyedDatabase(str(target), key=key, pragmas=pragmas, timeout=3)
    database.connect()
    try:
        found, leftovers = salvage(pages, database, folder, progress, roots(damaged.parent))
        contents = contents_of(database.connection())
    finally:
        database.close()
        database.forget_key()
    if leftovers and key is not None:
        keep_leftovers(folder, leftovers, key)
    elif leftovers:
        write_leftovers(folder, leftovers)
    return _recovered(contents, found, log_hurt=log_hurt)


def _recovered(contents: Contents, found: Salvaged, *, log_hurt: bool) -> Recovered:
    rows = sum(found.rows.values())
    return Recovered(contents, rows, found.leftovers, found.missing, found.bad_pages, found.pages, log_hurt)
