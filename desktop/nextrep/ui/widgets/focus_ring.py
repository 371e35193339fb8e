"""The focus ring of what scrolls as a whole: a stylesheet draws none inside a viewport."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QScrollArea

from nextrep.ui.theme.theme import current_theme


def draw_ring(area: QScrollArea, radius: int, *, ground: str = "") -> None:
    """Draw the ring around what is in view, while `area` has the keyboard.

    Args:
        area: what is being painted, from its paintEvent; its viewport is updated when the focus turns.
        radius: of the corners, in device-independent pixels.
        ground: role of the colour to fill it with; then a hairline stands there without the keyboard.
    """
    focus = area.hasFocus()
    if not (focus or ground):
        return
    theme = current_theme()
    painter = QPainter(area.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("primary" if focus else "line"), 2 if focus else 1))
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area.viewport().rect()).adjusted(1, 1, -1, -1), radius, radius)
    painter.end()
