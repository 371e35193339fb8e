"""The other papers that can be printed, where a person looks for them: beside the report."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from nextrep.domain.text import tr
from nextrep.ui.papers.history_dialog import open_history
from nextrep.ui.papers.year_dialog import open_year
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.doors import open_plan
from nextrep.ui.transfer.sheet_dialog import open_sheet


class PapersMenu(QMenu):
    """Each entry opens its window.

    Attributes:
        history, year, sheet, hard_days: the entries.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(tr("Other papers"), window)
        self._context, self._window = context, window
        self.history = self.addAction(tr("Exercise history…"))
        self.year = self.addAction(tr("A year in review…"))
        self.sheet = self.addAction(tr("Log sheet…"))
        self.hard_days = self.addAction(tr("Plan for hard days…"))
        self.history.triggered.connect(self._on_history)
        self.year.triggered.connect(self._on_year)
        self.sheet.triggered.connect(self._on_sheet)
        self.hard_days.triggered.connect(self._on_hard_days)

    def show_above(self, widget: QWidget) -> None:
        """Open above a button near the foot of the window, ready for the arrow keys."""
        self.popup(widget.mapToGlobal(QPoint(0, -self.sizeHint().height())))
        self.setActiveAction(self.history)

    def _on_history(self) -> None:
        open_history(self._context, self._window)

    def _on_year(self) -> None:
        open_year(self._context, self._window)

    def _on_sheet(self) -> None:
        open_sheet(self._context, self._window)

    def _on_hard_days(self) -> None:
        open_plan(self._context, self._window)
