"""The icon in the title bar and in lists of windows."""

from __future__ import annotations

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from nextrep.resources.paths import path


def show_icon(window: QWidget) -> None:
    """Give `window` the program's icon where nothing else does. Takes some 5 ms: not before the first paint.

    Windows and macOS take it from the installed program. On Linux a desktop that knows the menu entry does
    so, too; a plain window manager has only what the window brings.
    """
    if sys.platform.startswith("linux") and window.windowIcon().isNull():
        window.setWindowIcon(QIcon(str(path("icons/nextrep.svg"))))
