"""The sign that a conversion is going on, and what the next start does about one that came to no end."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage import disk
from nextrep.storage.vault.errors import KEY_FILE
from nextrep.storage.vault.header import sync_folder
from nextrep.storage.vault.state import CONVERSION, DATABASE, PLAIN_START

KEPT_FOLDER = "kept"
ASIDE = f"{DATABASE}.converting"
_KEPT_NAME = re.compile(r"before-(en|de)cryption-[0-9-]+\.db")


def mend(folder: Path) -> None:
    """Bring a conversion that came to no end to one: the profile is whole, and nothing else of it is left.

    Costs one look at the folder where there is none. The caller holds the profile.
    """
    sign = folder / CONVERSION
    if not sign.exists():
        return
    with disk_errors(folder):
        plain_after, kept = _read_sign(sign)
        plain = _is_plain(folder, kept)
        if kept is not None and plain is not plain_after:  # the new database did not take its place
            kept.unlink(missing_ok=True)
            kept.with_suffix(".key").unlink(missing_ok=True)
        for name in (ASIDE, f"{ASIDE}-journal", f"{ASIDE}-wal", f"{ASIDE}-shm", f"{KEY_FILE}.new"):
            (folder / name).unlink(missing_ok=True)
        if plain:  # not encrypted yet, or decrypted just now
            _put_away_key(folder / KEY_FILE, kept.with_suffix(".key") if kept and plain_after else None)
        sync_folder(folder)
        sign.unlink()
        sync_folder(folder)


def _put_away_key(key_file: Path, kept: Path | None) -> None:
    """Take a key file away that opens nothing in this folder, and keep it where it opens what is kept."""
    if kept is not None and key_file.exists() and not kept.exists():
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        disk.move(key_file, kept)
    key_file.unlink(missing_ok=True)


def put_up_sign(folder: Path, kept: Path, *, plain_after: bool) -> None:
    """Say that a conversion begins, which keeps the old database as `kept`."""
    with (folder / CONVERSION).open("w", encoding="utf-8") as sign:
        json.dump({"plain_after": plain_after, "kept": kept.name}, sign)
        sign.flush()
        os.fsync(sign.fileno())
    sync_folder(folder)


def _read_sign(sign: Path) -> tuple[bool, Path | None]:
    """Return whether the database is to be plain, and where the old one is kept or was to be.

    A sign that cannot be read was not written to its end, so nothing was done after it.
    """
    try:
        data = json.loads(sign.read_text(encoding="utf-8"))
        plain_after, name = data["plain_after"], data["kept"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return False, None
    if not (isinstance(plain_after, bool) and isinstance(name, str) and _KEPT_NAME.fullmatch(name)):
        return False, None
    return plain_after, sign.parent / KEPT_FOLDER / name


def _is_plain(folder: Path, kept: Path | None) -> bool:
    """Tell whether the database is a plain one.

    Raises:
        OSError: it is not there or cannot be read, so nothing may be taken away.
    """
    database = folder / DATABASE
    if kept is not None and kept.exists() and not database.exists():
        disk.move(kept, database)  # a file system lost the name between two
    with database.open("rb") as source:
        return source.read(len(PLAIN_START)) == PLAIN_START


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Turn what the file system refuses into a KnownError."""
    try:
        yield
    except OSError as error:
        raise KnownError(
            tr("NextRep cannot write to “{folder}”.", folder=folder),
            safe=tr("The profile is whole."),
            next_step=tr("Check the disk: {why}.", why=error.strerror or str(error)),
        ) from None
