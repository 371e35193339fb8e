"""Putting a backup in the place of a profile, so that a kill at any moment leaves the one or the other whole.

What is to come lies complete in a folder of its own (`stage`); a sign in the profile folder decides that it
comes (`decide`); from then on every start brings it to its end (`finish`), which may be cut off and begun
again as often as it likes. The database comes last: while it waits, what is in its place is the old one.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from nextrep.storage import disk
from nextrep.storage.backup_files import DATABASE, KEY

SIGN = "restoring.json"
STAGED = ".restoring"
KEPT_FOLDER = "kept"
_OLD = (f"{DATABASE}-wal", f"{DATABASE}-shm", DATABASE)
"""What makes up the old database; its log goes first, so that it never lies beside the new one."""


def staging(folder: Path) -> Path:
    """Make the folder for what is to come, empty.

    Raises:
        OSError: it cannot be made.
    """
    staged = folder / STAGED
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(mode=0o700)
    return staged


def created(file: Path) -> BinaryIO:
    """Make a file that only its owner can read, and open it for writing.

    Raises:
        OSError: it cannot be made.
    """
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def clear(folder: Path) -> None:
    """Take away what was prepared and not decided."""
    if not is_decided(folder):
        shutil.rmtree(folder / STAGED, ignore_errors=True)


def is_decided(folder: Path) -> bool:
    """Tell whether a backup waits to take the place of the profile."""
    return (folder / SIGN).exists()


def decide(folder: Path, name: str) -> Path:
    """Have what is prepared come at the next start, and return where the old files will be kept.

    Args:
        folder: the profile folder.
        name: of the folder in `kept`; given a number where there is one.

    Raises:
        OSError: it cannot be written; nothing is decided then.
    """
    for file in (folder / STAGED).iterdir():
        with file.open("rb+") as written:
            os.fsync(written.fileno())
    disk.sync_folder(folder / STAGED)
    disk.sync_folder(folder)
    kept, number = folder / KEPT_FOLDER / name, 2
    while kept.exists():
        kept, number = kept.with_name(f"{name} {number}"), number + 1
    content = {"kept": kept.name, "key": (folder / STAGED / KEY).exists()}
    disk.write_json(folder / SIGN, content)
    return kept


def finish(folder: Path) -> None:
    """Put what waits in its place; the caller holds the profile, and nobody has its database open.

    Raises:
        OSError: a file cannot be moved; the next time goes on from there.
    """
    sign, staged = folder / SIGN, folder / STAGED
    if not sign.exists():
        return
    kept, has_key = _said(sign)
    if (staged / DATABASE).exists():
        place = folder / KEPT_FOLDER / kept
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in _OLD:
            _move(folder / name, place / name)
        if not has_key or (staged / KEY).exists():
            _move(folder / KEY, place / KEY)
        disk.sync_folder(place)
        disk.sync_folder(folder)
        _move(staged / KEY, folder / KEY)
        disk.sync_folder(folder)
        disk.move(staged / DATABASE, folder / DATABASE)
        disk.sync_folder(folder)
    shutil.rmtree(staged, ignore_errors=True)
    sign.unlink()
    disk.sync_folder(folder)


def _said(sign: Path) -> tuple[str, bool]:
    """Return the name of the folder for the old files, and whether a key file comes with the backup."""
    with suppress(ValueError, KeyError, TypeError):
        content = json.loads(sign.read_text("utf-8"))
        return Path(str(content["kept"])).name, bool(content["key"])
    # It was written as a whole, so this is a disk's fault; what is prepared says the same.
    return "restored", (sign.parent / STAGED / KEY).exists()


def _move(source: Path, target: Path) -> None:
    if source.exists():
        disk.move(source, target)
