"""Writing a file outside the profile so that it is there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr


def save_file(target: Path, data: bytes) -> None:
    """Write a file that the person asked for.

    Raises:
        KnownError: it cannot be written; an older file is left as it was.
    """
    try:
        write_whole(target, data)
    except OSError as error:
        raise KnownError(
            tr("“{file}” could not be written.", file=target.name),
            safe=tr("Your record was not touched."),
            next_step=tr("Choose another place: {why}.", why=error.strerror or str(error)),
        ) from None


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
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
