"""Lines of a file with what there is to say of each: a table whose rows can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.runtime.clipboard import copy_private
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.table import TableView

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line and what is said of it.

    Attributes:
        line: its number from 1, or words where it is no single line.
        place: where it is in more words, for tool tips and the clipboard.
    """

    line: int | str
    text: str
    place: str


class LineModel(QAbstractTableModel):
    """Line and words, one row each; `title` is the heading of the words."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._rows: Sequence[FileLine] = ()

    def show_rows(self, rows: Sequence[FileLine]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Lines of the file."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Line and words."""
        return 0 if parent.isValid() else 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line or the words."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        row = self._rows[index.row()]
        if index.column():
            return row.text
        return row.place if role == Qt.ItemDataRole.ToolTipRole else row.line

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._title if section else tr("Line")

    def text(self, rows: Sequence[int] | None = None) -> str:
        """Return some rows, or all, as lines with a tab, for the clipboard."""
        wanted = self._rows if rows is None else [self._rows[row] for row in rows]
        return "\n".join(f"{row.place}\t{row.text}" for row in wanted)


class LineTable(TableView):
    """Ctrl+C copies the chosen rows, and `copy_all`, a button to be placed by the owner, all of them."""

    _AT_LEAST = 3

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.lines = LineModel(title, self)
        self.setModel(self.lines)
        self.setColumnWidth(0, current_theme().px(80))
        self.copy_all = LinkButton(tr("Copy all"))
        self.copy_all.clicked.connect(self._on_copy_all)
        copy = QAction(tr("Copy"), self)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.triggered.connect(self._on_copy)
        self.addAction(copy)

    def show_rows(self, rows: Sequence[FileLine]) -> None:
        """Show other rows; some of them always have room."""
        self.lines.show_rows(rows)
        px = current_theme().px
        self.setMinimumHeight(px(36) * min(len(rows), self._AT_LEAST) + px(44))

    def _on_copy(self) -> None:
        chosen = [index.row() for index in self.selectionModel().selectedRows()]
        copy_private(self.lines.text(sorted(chosen)))

    def _on_copy_all(self) -> None:
        copy_private(self.lines.text())
