"""A quiet line above the calendar: a few words and what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body


class QuietBand(QWidget):
    """Words with links beside them, hidden until there is something to say."""

    def __init__(self, *links: LinkButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Body(wrap=False)
        px = current_theme().px
        flow = FlowLayout(self, spacing=4)
        flow.setContentsMargins(px(12), px(2), px(12), px(2))
        for widget in (self._words, *links):
            flow.addWidget(widget)
        self.hide()

    def say(self, words: str) -> None:
        """Say something, or hide with ""."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.end()
