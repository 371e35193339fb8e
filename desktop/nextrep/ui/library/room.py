"""The size of a dialog: as wished, but never beyond the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

FRAME = 48
"""Pixels that a window's own frame and a task bar may need."""


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size (device-independent pixels) that its screen has room for."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - FRAME), min(height, room.height() - FRAME))
