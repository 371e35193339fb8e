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


def plain_left(folder: Path, *further: Path) -> tuple[Path, ...]:
    """Return the files under an encrypted profile's folder that hold a plain database, by their paths.

    Args:
        further: files and folders elsewhere that are looked at too, such as backups in another place. Of a
            folder, only the files directly in it.
    """
    found: set[Path] = set()
    with suppress(OSError):
        found.update(folder.rglob("*"))
    for place in further:
        with suppress(OSError):
            found.update(place.iterdir() if place.is_dir() else (place,))
    # Of the database itself nothing is opened: closing it would drop this process's locks on it.
    own = {folder / f"{DATABASE}{end}" for end in ("", "-wal", "-shm", "-journal")}
    return tuple(file for file in sorted(found - own) if file.is_file() and _is_plain(file))


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
