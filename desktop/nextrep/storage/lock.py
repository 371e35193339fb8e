"""One window per profile: a lock that the system releases by itself when a process dies.

The libraries for this pull in asyncio, which costs a third of the start-up, so the two system calls are
made here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

LOCK_NAME = "in-use.lock"


class ProfileLock:
    """Holds a profile folder for this process.

    Raises:
        KnownError: on creation, when another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError:
            os.close(self._handle)
            raise KnownError(
                tr("This profile is open in another NextRep window."),
                safe=tr("Nothing was changed, and the other window keeps saving."),
                next_step=tr("Go on in the other window, or close it and try again."),
            ) from None

    def release(self) -> None:
        """Let others open the profile."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> ProfileLock:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Release."""
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
