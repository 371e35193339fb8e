"""Putting away what stands over the main window."""

from __future__ import annotations

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget


def close_others(window: QWidget) -> None:
    """Close every other window of the program, whatever it asks, and forget the pictures that Qt keeps.

    A dialog that would ask something first is not asked: nobody may be there to answer.
    """
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.hide()
            other.deleteLater()
    QPixmapCache.clear()
