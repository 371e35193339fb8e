"""Writing a file outside the profile so that it is there as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
