"""Text in the few styles that the program uses. It is always plain: markup in a person's words is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Body(QLabel):
    """Ordinary text, 14 px. Wraps unless told not to."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if not wrap:  # a wrapped text must be free to grow: Qt takes a fixed height from its widest form
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class PageTitle(Body):
    """Title of a screen, 24 px."""


class CardTitle(Body):
    """Title of a card, 16 px."""


class Strong(Body):
    """Body text with more weight, for the name of a thing in a row."""


class Muted(Body):
    """Body text that stands back."""


class Secondary(Body):
    """Secondary text, 12 px, quieter."""


class SmallTitle(Body):
    """Small heading over a field or a figure, 12 px with more weight."""


class Elided(QLabel):
    """One line, cut with an ellipsis where there is no room; the tool tip has the whole text then."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        painter.end()
