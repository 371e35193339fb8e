"""Last page of an import: what was brought in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.services.transfer import ImportReport
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import words
from nextrep.ui.transfer.skipped_table import SkippedTable
from nextrep.ui.widgets.labels import Body, Muted, PageTitle
from nextrep.ui.widgets.page import ScrollPage


class DonePage(ScrollPage):
    """The report of an import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(current_theme().px(12))
        self.text = Body()
        self._undo = Muted()
        self.skipped = SkippedTable()
        self.body.addWidget(PageTitle(tr("Brought in")))
        for widget in (self.text, self._undo):
            self.body.addWidget(widget)
        self.body.addWidget(self.skipped, 100)
        self.body.addStretch(1)

    def show_report(self, report: ImportReport, *, undoable: bool) -> None:
        """Show what was done, and whether it can be taken back in one step."""
        self.text.setText("\n".join(words.done_lines(report)))
        self._undo.setText(
            tr("Undo (Ctrl+Z) takes all of it out again.")
            if undoable
            else tr("Some sets joined sessions that were here already, so this cannot be undone in one step.")
        )
        self.skipped.show_rows(report.skipped)
