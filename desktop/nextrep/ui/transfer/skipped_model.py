"""The rows of a file that are not taken, with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nextrep.domain.imports import SkippedRow
from nextrep.domain.text import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class SkippedModel(QAbstractTableModel):
    """Line and reason, one row each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[SkippedRow] = ()

    def show_rows(self, rows: Sequence[SkippedRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Rows of the file that are not taken."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Line and reason."""
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line number or the reason."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        row = self._rows[index.row()]
        return row.reason if index.column() else row.line

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return tr("Why it is not taken") if section else tr("Line")

    def text(self, rows: Sequence[int] | None = None) -> str:
        """Return some rows, or all, as lines with a tab, for the clipboard."""
        wanted = self._rows if rows is None else [self._rows[row] for row in rows]
        return "\n".join(f"{row.line}\t{row.reason}" for row in wanted)
