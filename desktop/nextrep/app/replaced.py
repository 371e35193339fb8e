"""Noticing that another version was installed, or this one removed, while the program runs.

Installing on Linux does not wait for a window to be closed. The window goes on with what it has loaded
(packaging/hold_archive.py), but what comes from files of its own may be another version's now, or gone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

LOOK_MS = 30_000
"""How often it is looked: soon enough to know why something went wrong, too seldom to be felt."""


class Replaced(QObject):
    """Knows whether the file of the running program is still the one that was started.

    Args:
        program: that file; None where the program runs from its sources, which change all the time.

    Attributes:
        said: emitted once, with what happened in a sentence for the line at the bottom.
    """

    said = Signal(str)

    def __init__(self, program: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._started = _identity(program) if program is not None else None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        if self._started is not None:
            self._timer.start()

    def look(self) -> None:
        """Say so once where the program was replaced or removed."""
        if not self.happened():
            return
        self._timer.stop()
        if self._program is not None and self._program.exists():
            words = tr(
                "Another version of NextRep was installed. It is there the next time you start NextRep."
            )
        else:
            words = tr("NextRep was removed from this computer. What you saved stays.")
        self.said.emit(words)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def happened(self) -> bool:
        """Return whether the program was replaced or removed since it was started."""
        if self._started is None or self._program is None:
            return False
        return _identity(self._program) != self._started

    def cause(self) -> KnownError | None:
        """Return what to say of a fault that comes of it; None where nothing was replaced."""
        if not self.happened():
            return None
        return KnownError(
            tr("NextRep was updated or removed while it was open"),
            safe=tr("What you saved is safe. This part needs files that are no longer there."),
            next_step=tr("Close NextRep and start it again."),
        )


def own_program() -> Path | None:
    """Return the file of the installed program, None where it runs from its sources."""
    return Path(sys.executable) if getattr(sys, "frozen", False) else None


def _identity(program: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one of its name; None where there is none."""
    try:
        found = program.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
