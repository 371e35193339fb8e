"""Saying that the installation is not whole, before there is a window that could."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from nextrep.domain.errors import KnownError
from nextrep.resources.paths import damaged

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def say_damaged(error: ImportError | KnownError) -> int:
    """Say what is missing on stderr, and in a plain box where Qt is there; return the exit code.

    The box has no theme and no font of ours: those may be what is missing.
    """
    known = error if isinstance(error, KnownError) else damaged(error.name or str(error))
    if sys.stderr is not None:
        print(f"nextrep: {known}", file=sys.stderr)
    try:
        from PySide6.QtWidgets import QApplication, QMessageBox
    except ImportError:
        return 1
    app: QApplication | None = None
    if QApplication.instance() is None:
        app = QApplication([])
    QMessageBox.critical(None, "NextRep", str(known))
    del app  # it had to last until the box was closed
    return 1
