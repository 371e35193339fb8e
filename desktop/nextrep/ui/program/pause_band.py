"""Says that the plan rests, and goes on with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.days import day_title
from nextrep.domain.text import tr
from nextrep.ui.program.quiet_band import QuietBand
from nextrep.ui.widgets.buttons import LinkButton


class PauseBand(QuietBand):
    """Nothing is due while the plan rests.

    Attributes:
        today_asked: the plan shall go on today.
        day_asked: it shall go on on a day to be chosen.
    """

    today_asked = Signal()
    day_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.today, self.other = LinkButton(tr("Go on today")), LinkButton(tr("Go on on another day…"))
        super().__init__(self.today, self.other, parent=parent)
        self.today.clicked.connect(self.today_asked)
        self.other.clicked.connect(self.day_asked)

    def show_pause(self, since: int | None, today: int) -> None:
        """Show since when (date ordinal) the plan rests, or hide where it does not."""
        if since is None:
            self.say("")
            return
        day = day_title(since)
        if since <= today:
            self.say(tr("The plan is paused since {day}. Nothing is due.", day=day))
            self.today.setText(tr("Go on today"))
        else:
            self.say(tr("The plan will pause on {day}.", day=day))
            self.today.setText(tr("Take the pause back"))
