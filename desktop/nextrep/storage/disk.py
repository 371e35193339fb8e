"""Writing to a disk so that it is there after a power cut, and saying in plain words why it could not be."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
GONE = frozenset(
    {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOTCONN, errno.ESTALE, errno.ENOTDIR}
)
"""What is said of a stick that was pulled, of a network drive that is away, of a folder that is gone."""
_IN_USE = frozenset({5, 32})
"""Windows' own numbers for it: access denied (of a target that is open), and a sharing violation."""
_PATIENCE_S = (0.02, 0.05, 0.1, 0.2, 0.4)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can do that."""
    if os.name == "nt":
        return  # a folder cannot be opened there; its names are written with the files
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network drives cannot
            raise
    finally:
        os.close(handle)


def move(source: Path, target: Path) -> None:
    """Give a file the name `target`, in the place of what has it: in one step, so that either is whole.

    Windows refuses while another program has one of them open, as a scanner for viruses or a program for
    backups has a new file for a moment. There it is asked again, for less than a second in all.

    Raises:
        OSError: it cannot be done; both files are as they were.
    """
    if sys.platform == "win32":
        for pause in _PATIENCE_S:
            try:
                source.replace(target)
            except PermissionError as error:
                if error.winerror not in _IN_USE:
                    raise
                time.sleep(pause)
            else:
                return
    source.replace(target)


def write_aside(target: Path, data: bytes) -> None:
    """Write a small file as a whole or not at all, readable by the owner only.

    Raises:
        OSError: it cannot be written; an older file is left as it was.
    """
    aside = target.with_name(f".{target.name}.part")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        move(aside, target)
        sync_folder(target.parent)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_json(target: Path, content: object) -> None:
    """Write a small JSON file as `write_aside` does.

    Raises:
        OSError: it cannot be written; an older file is left as it was.
    """
    write_aside(target, json.dumps(content, sort_keys=True).encode())


def cannot_write(title: str, place: Path, error: OSError) -> KnownError:
    """Return what to say where something could not be written to `place`.

    Args:
        title: what could not be.
        place: the folder.
        error: what the system said.
    """
    return KnownError(title, safe=tr("The record itself was not touched."), next_step=_advice(place, error))


def place_of(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other one of the same name, None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def profile_gone(folder: Path) -> KnownError:
    """Return what to say of an open profile whose file is not in its folder any more."""
    return KnownError(
        tr("The profile is not in “{folder}” any more.", folder=folder),
        safe=tr("What was saved before is where the folder is now; the last change was not saved."),
        next_step=tr("Connect the drive again, or put the folder back, and try again."),
    )


def _advice(place: Path, error: OSError) -> str:
    if error.errno in FULL:
        return tr("There is no room left in “{folder}”. Make some, or choose another place.", folder=place)
    if error.errno in GONE:
        return tr("“{folder}” is not there at the moment. Connect it, or choose another place.", folder=place)
    return tr(
        "“{folder}” cannot be written to ({why}). Choose another place.",
        folder=place,
        why=error.strerror or str(error),
    )
