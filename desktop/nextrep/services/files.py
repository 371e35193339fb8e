"""Writing a file outside the profile so that it is there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage import disk
from nextrep.storage.database import FILE_NAME
from nextrep.storage.lock import LOCK_NAME
from nextrep.storage.vault.errors import KEY_FILE
from nextrep.storage.vault.state import CONVERSION

_OF_A_PROFILE = {FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", LOCK_NAME, KEY_FILE, CONVERSION}


def save_file(target: Path, data: bytes) -> None:
    """Write a file that the person asked for.

    Raises:
        KnownError: it cannot be written, or is part of a profile; an older file is left as it was.
    """
    try:
        # Links are followed, so that the file they lead to is written and not the link replaced.
        place = target.resolve()
        if place.name.lower() in _OF_A_PROFILE:
            raise KnownError(
                tr("“{file}” is the name of a profile's own file.", file=place.name),
                safe=tr("Your record was not touched."),
                next_step=tr("Choose another name."),
            )
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)  # a pipe or a device is written to, and never replaced
        else:
            write_whole(place, data)
    except BrokenPipeError:
        return  # who read the pipe has seen enough
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself
        why = getattr(error, "strerror", None) or str(error)
        raise KnownError(
            tr("“{file}” could not be written.", file=target.name),
            safe=tr("Your record was not touched."),
            next_step=tr("Choose another place: {why}.", why=why),
        ) from None


def save_files(files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files that belong together, all of them or none, and return their paths.

    Raises:
        KnownError: as `save_file`; what was written before one that failed is as it was.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for target, data in files.items():
            older = target.read_bytes() if len(files) > 1 and target.is_file() else None
            save_file(target, data)
            before[target] = older
    except (KnownError, OSError):
        for target, older in before.items():
            if older is None:
                target.unlink(missing_ok=True)
            else:
                write_whole(target.resolve(), older)
        raise
    return tuple(files)


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` beside `target`, then put it in place; readable by the owner only.

    Raises:
        OSError: it cannot be written; an older file is left as it was.
    """
    handle, name = tempfile.mkstemp(prefix=".nextrep-", dir=target.absolute().parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        disk.move(Path(name), target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
