"""How large a window is that was never open before, and where it goes."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMargins, QPoint
from PySide6.QtWidgets import QWidget


def place(window: QWidget, usual: tuple[int, int], smallest: tuple[int, int]) -> None:
    """Give a window its usual size, or less where the screen has no room for that.

    Other desktops keep a new window within the screen. Windows does not: on a small screen the lower edge
    would be under the task bar.

    Args:
        window: not shown yet.
        usual: width and height.
        smallest: what it may be made smaller to, where the screen has that much room.
    """
    room = window.screen().availableGeometry() if window.screen() else window.geometry()
    frame = _frame(window)
    room = room.marginsRemoved(frame)
    window.setMinimumSize(min(smallest[0], room.width()), min(smallest[1], room.height()))
    window.resize(min(usual[0], room.width()), min(usual[1], room.height()))
    if sys.platform == "win32":
        window.move(room.center() - window.rect().center() - QPoint(frame.left(), frame.top()))


def _frame(window: QWidget) -> QMargins:
    """Return how wide the system's frame is; nothing where nobody has to know."""
    if sys.platform == "win32":
        window.winId()  # only what the system knows has a frame
        handle = window.windowHandle()
        return handle.frameMargins() if handle else QMargins()
    return QMargins()
