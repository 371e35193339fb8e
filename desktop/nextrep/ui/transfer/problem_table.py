"""What is wrong in a file, by line, to be mended in an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from nextrep.domain.shared_program import FileProblem
from nextrep.domain.text import tr, tr_n
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.table import TableView

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ROWS_AT_LEAST = 3


class ProblemModel(QAbstractTableModel):
    """Line and what to mend, one row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FileProblem] = ()

    def show_rows(self, rows: Sequence[FileProblem]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Things to mend."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Line and what to mend."""
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line or the words."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        row = self._rows[index.row()]
        if index.column():
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return _place(row)
        return row.line or tr("All")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr("What to mend") if section else tr("Line")

    def text(self, rows: Sequence[int] | None = None) -> str:
        """Return some rows, or all, as lines with a tab, for the clipboard."""
        wanted = self._rows if rows is None else [self._rows[row] for row in rows]
        return "\n".join(f"{_place(row)}\t{row.text}" for row in wanted)


def _place(row: FileProblem) -> str:
    if not row.line:
        return tr("the file as a whole")
    return tr("line {line}, column {column}", line=row.line, column=row.column)


class ProblemTable(QWidget):
    """Hidden while there is nothing to mend; long reasons wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.model = ProblemModel(self)
        self.table = TableView(tr("What to mend in the file"))
        self.table.setModel(self.model)
        self.table.setWordWrap(True)
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(px(36))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setColumnWidth(0, px(80))
        self._more = Secondary()
        self.copy_all = LinkButton(tr("Copy all"))
        self.copy_all.clicked.connect(self._on_copy_all)
        copy = QAction(tr("Copy"), self.table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self._on_copy)
        self.table.addAction(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.table, 1)
        foot = row_of(self._more)
        foot.addWidget(self.copy_all)
        layout.addLayout(foot)
        self.hide()

    def show_problems(self, rows: Sequence[FileProblem], more: int) -> None:
        """Show what is wrong; `more` is how much there is beyond these."""
        self.model.show_rows(rows)
        self.setVisible(bool(rows))
        px = current_theme().px
        self.table.setMinimumHeight(px(36) * min(len(rows), _ROWS_AT_LEAST) + px(44))
        self._more.setText(tr_n("and {n} more", "and {n} more", more) if more else "")

    def _on_copy(self) -> None:
        chosen = [index.row() for index in self.table.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(self.model.text(sorted(chosen)))

    def _on_copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.model.text())
