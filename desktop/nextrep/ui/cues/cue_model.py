"""Cues in a list: what a row says, how it is painted, and how its words are changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nextrep.domain.cue_edits import CueEntry
from nextrep.domain.cue_search import cue_facts
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import BODY, SECONDARY, current_theme

ENTRY_ROLE = Qt.ItemDataRole.UserRole
FACTS_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class CueModel(QAbstractListModel):
    """Cues as they were found. It writes nothing: new words are asked for with `reworded`.

    Attributes:
        reworded: emitted with the `Cue` and the words that the person gave it.
    """

    reworded = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[CueEntry] = ()

    def show_entries(self, entries: Sequence[CueEntry]) -> None:
        """Show cues."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return the row of the cue of a key, -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._entries) if entry.cue.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cue can be reworded."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, a line about them, the entry itself, and all of it for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.cue.text}, {cue_facts(entry)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            came = tr("As it came: {text}", text=entry.shipped_text) if entry.changed else ""
            return "\n".join(line for line in (entry.cue.text, came) if line)
        found = {
            Qt.ItemDataRole.DisplayRole: entry.cue.text,
            Qt.ItemDataRole.EditRole: entry.cue.text,
            FACTS_ROLE: cue_facts(entry),
            ENTRY_ROLE: entry,
        }
        return found.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for other words."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        entry = self._entries[index.row()]
        if value != entry.cue.text:
            self.reworded.emit(entry.cue, value)
        return True


class CueDelegate(QStyledItemDelegate):
    """Paints a cue: its words over a quieter line; hidden ones stand back as a whole.

    Attributes:
        begin_with: words to go on with when a cue is opened next, "" for its own.
    """

    begin_with = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Room for two lines, never below what a finger hits."""
        theme = current_theme()
        words, line = (QFontMetrics(theme.font(size)).height() for size in (BODY, SECONDARY))
        return QSize(theme.px(160), max(theme.px(48), words + line + theme.px(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = current_theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        entry: CueEntry = index.data(ENTRY_ROLE)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("tint"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(10), theme.px(6), -theme.px(10), -theme.px(6))
        for text, font, color in (
            (str(index.data()), theme.font(BODY), "muted" if entry.hidden else "ink"),
            (str(index.data(FACTS_ROLE)), theme.font(SECONDARY), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(color))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRect(inner.left(), inner.top(), inner.width(), metrics.height()), 0, shown)
            inner.setTop(inner.top() + metrics.height())
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Return a line to write in."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Words of the cue"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Put the line over the whole row."""
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the words as they are."""
        if isinstance(editor, QLineEdit):
            editor.setText(self.begin_with or index.data(Qt.ItemDataRole.EditRole))
            if not self.begin_with:
                editor.selectAll()
            self.begin_with = ""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the words."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
