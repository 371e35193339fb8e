"""What anyone can still read of a profile after it was encrypted.

Deleting a file takes away its name. Whether its bytes are gone from the disk nobody can promise: flash memory
writes elsewhere when it is told to overwrite, and file systems keep copies (docs/safekeeping.md).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from nextrep.storage.vault.header import sync_folder
from nextrep.storage.vault.state import DATABASE, PLAIN_START

_START = 65_536
"""In a backup file, which is an uncompressed archive, the database begins within so many bytes."""


def plain_left(folder: Path) -> tuple[Path, ...]:
    """Return the files under an encrypted profile's folder that hold a plain database, by their paths."""
    found: list[Path] = []
    with suppress(OSError):
        found = sorted(file for file in folder.rglob("*") if file.is_file() and _is_plain(file))
    return tuple(file for file in found if file != folder / DATABASE)


def delete(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Delete files and return those that could not be deleted."""
    left: list[Path] = []
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            left.append(file)
        sync_folder(file.parent)
    return tuple(left)


def _is_plain(file: Path) -> bool:
    try:
        with file.open("rb") as source:
            start = source.read(_START)
    except OSError:
        return False
    return PLAIN_START in start
