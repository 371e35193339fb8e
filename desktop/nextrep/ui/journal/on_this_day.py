"""A quiet line with the years in which something was written on the same date.

Only the years stand there: whether to read an old page again is for the person to say (clinical.md, 4.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import clear_layout
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary

MOST_YEARS = 5


class OnThisDay(QWidget):
    """Links to the same date in earlier years; nothing where there are none.

    Attributes:
        asked: emitted with the day (date ordinal) that the person wants to see.
    """

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, ...] = ()
        self._row = FlowLayout(self, spacing=4)
        self.hide()

    def show_days(self, days: Sequence[int]) -> None:
        """Show the newest of some days, given newest first."""
        shown = tuple(days[:MOST_YEARS])
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._row)
        self._row.addWidget(Secondary(tr("Also written on this day:"), wrap=False))
        for day in shown:
            link = LinkButton(str(date.fromordinal(day).year))
            link.setAccessibleName(tr("This day in {year}", year=date.fromordinal(day).year))
            link.setProperty("day", day)
            link.clicked.connect(self._on_link)
            self._row.addWidget(link)

    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.asked.emit(int(link.property("day")))
