"""The chord for keyboards that have no menu key."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def opens_menu(widget: QWidget, event: QKeyEvent) -> bool:
    """Open the menu of a widget where the key is Shift+F10, which Qt itself does on Windows only.

    Returns:
        Whether it was that key.
    """
    if event.key() != Qt.Key.Key_F10 or event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
        return False
    at = widget.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(QPoint(at)))
    QApplication.sendEvent(widget, asked)
    return True
