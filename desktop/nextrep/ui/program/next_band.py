"""Says which program takes over when this one has come to its end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.days import day_title
from nextrep.domain.text import tr
from nextrep.ui.program.quiet_band import QuietBand
from nextrep.ui.widgets.buttons import LinkButton


class NextBand(QuietBand):
    """The program that waits.

    Attributes:
        let_go_asked: the person wants to do without it.
    """

    let_go_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.let_go = LinkButton(tr("Do without it"))
        super().__init__(self.let_go, parent=parent)
        self.let_go.clicked.connect(self.let_go_asked)

    def show_next(self, title: str, day: int) -> None:
        """Show the name of the program and its first day (date ordinal); hide without a name."""
        self.say(tr("Then {title} begins, on {day}.", title=title, day=day_title(day)) if title else "")
