"""Showing a folder in the file manager of the desktop."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QUrl
from PySide6.QtGui import QDesktopServices

_OPENER = "xdg-open"
_LIBRARIES = "LD_LIBRARY_PATH"
_LIBRARIES_BEFORE = "LD_LIBRARY_PATH_ORIG"


def show_folder(folder: Path) -> bool:
    """Open a folder in the file manager; returns whether there is one, as far as can be told."""
    if not sys.platform.startswith("linux"):
        return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    opener = shutil.which(_OPENER)
    if opener is None:
        return False
    process = QProcess()
    process.setProgram(opener)
    process.setArguments([str(folder)])
    process.setProcessEnvironment(own_environment(QProcessEnvironment.systemEnvironment()))
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    started: object = process.startDetached()  # PySide's stubs promise a pair, and it answers a bool
    return started is True or (isinstance(started, tuple) and bool(started[0]))


def own_environment(given: QProcessEnvironment) -> QProcessEnvironment:
    """Return the environment for another program: the libraries that are bundled here are not for it."""
    before = given.value(_LIBRARIES_BEFORE)
    if before:
        given.insert(_LIBRARIES, before)
    elif getattr(sys, "frozen", False):
        given.remove(_LIBRARIES)
    given.remove(_LIBRARIES_BEFORE)
    return given
