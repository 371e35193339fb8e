"""A table of the rows that are not taken, which can be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.imports import SkippedRow
from nextrep.domain.text import tr, tr_n
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.skipped_model import SkippedModel
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.labels import Strong
from nextrep.ui.widgets.table import TableView

_ROWS_AT_LEAST = 3


class SkippedTable(QWidget):
    """Hidden while every row is taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._title = Strong(wrap=False)
        self.model = SkippedModel(self)
        self.table = TableView(tr("Rows that are not taken"))
        self.table.setModel(self.model)
        self.table.setColumnWidth(0, px(80))
        self.copy_all = LinkButton(tr("Copy all"))
        self.copy_all.clicked.connect(self._on_copy_all)
        copy = QAction(tr("Copy"), self.table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self._on_copy)
        self.table.addAction(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        head = row_of(self._title)
        head.addWidget(self.copy_all)
        layout.addLayout(head)
        layout.addWidget(self.table, 100)
        layout.addStretch(1)

    def show_rows(self, rows: Sequence[SkippedRow]) -> None:
        """Show which rows are left out and why."""
        self.model.show_rows(rows)
        self.setVisible(bool(rows))
        px = current_theme().px
        least = px(36) * min(len(rows), _ROWS_AT_LEAST) + px(44)
        self.table.setMinimumHeight(least)
        self.table.setMaximumHeight(max(least, px(36) * len(rows) + px(44)))
        count = tr_n("{n} row is not taken", "{n} rows are not taken", len(rows))
        self._title.setText(count)

    def _on_copy(self) -> None:
        chosen = [index.row() for index in self.table.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(self.model.text(sorted(chosen)))

    def _on_copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.model.text())
