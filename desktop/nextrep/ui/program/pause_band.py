"""Says that the plan rests, and goes on with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nextrep.domain.days import day_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body


class PauseBand(QWidget):
    """A quiet line. Nothing is due while the plan rests.

    Attributes:
        today_asked: the plan shall go on today.
        day_asked: it shall go on on a day to be chosen.
    """

    today_asked = Signal()
    day_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Body(wrap=False)
        self.today, self.other = LinkButton(tr("Go on today")), LinkButton(tr("Go on on another day…"))
        px = current_theme().px
        flow = FlowLayout(self, spacing=4)
        flow.setContentsMargins(px(12), px(2), px(12), px(2))
        for widget in (self._words, self.today, self.other):
            flow.addWidget(widget)
        self.today.clicked.connect(self.today_asked)
        self.other.clicked.connect(self.day_asked)
        self.hide()

    def show_pause(self, since: int | None, today: int) -> None:
        """Show since when (date ordinal) the plan rests, or hide where it does not."""
        self.setVisible(since is not None)
        if since is not None:
            day = day_title(since)
            words = (
                tr("The plan rests since {day}. Nothing is due.", day=day)
                if since <= today
                else tr("The plan rests from {day} on.", day=day)
            )
            self._words.setText(words)
            self.today.setText(tr("Go on today") if since <= today else tr("Take the pause back"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.end()
