"""The rows of a file that are not taken, with their reasons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.imports import SkippedRow
from nextrep.domain.text import tr, tr_n
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.line_table import FileLine, LineTable
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.labels import Strong


class SkippedTable(QWidget):
    """Hidden while every row is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._title = Strong(wrap=False)
        self.table = LineTable(tr("Rows that are not taken"), tr("Why it is not taken"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        head = row_of(self._title)
        head.addWidget(self.table.copy_all)
        layout.addLayout(head)
        layout.addWidget(self.table, 100)
        layout.addStretch(1)

    def show_rows(self, rows: Sequence[SkippedRow]) -> None:
        """Show which rows are left out and why."""
        self.table.show_rows([FileLine(row.line, row.reason, str(row.line)) for row in rows])
        self.setVisible(bool(rows))
        px = current_theme().px
        self.table.setMaximumHeight(max(self.table.minimumHeight(), px(36) * len(rows) + px(44)))
        self._title.setText(tr_n("{n} row is not taken", "{n} rows are not taken", len(rows)))
