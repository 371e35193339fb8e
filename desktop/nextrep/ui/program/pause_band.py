"""Says that the plan rests, and goes on with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.days import day_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body


class PauseBand(Well):
    """A quiet line. Nothing is due while the plan rests.

    Attributes:
        today_asked: the plan shall go on today.
        day_asked: it shall go on on a day to be chosen.
    """

    today_asked = Signal()
    day_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.body.setContentsMargins(px(12), px(2), px(12), px(2))
        self._words = Body(wrap=False)
        self.today, self.other = LinkButton(tr("Go on today")), LinkButton(tr("Go on on another day…"))
        holder = QWidget()
        flow = FlowLayout(holder, spacing=4)
        for widget in (self._words, self.today, self.other):
            flow.addWidget(widget)
        self.body.addWidget(holder)
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
