"""The list of what can be asked, in order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from nextrep.domain.measures import Measure, Question, Rhythm
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme

_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def rhythm_words(rhythm: Rhythm) -> str:
    """Return a rhythm in words."""
    words = {
        Rhythm.DAILY: tr("every day"), Rhythm.WEEKLY: tr("once a week"), Rhythm.OFF: tr("not asked")
    }  # fmt: skip
    return words[rhythm]


class AskList(QListWidget):
    """Drag a row, or Alt with the arrows, to change the order.

    Attributes:
        reordered: emitted with the keys in their new order.
        edit_asked: Enter or F2 on a row.
        remove_asked: Delete on a row.
    """

    reordered = Signal(list)
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What is asked, in order"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self.edit_asked)

    def show_rows(self, questions: Sequence[Question], removed: Sequence[Measure], key: str) -> None:
        """Show what is asked, then what was removed, and stand on `key` (or near where it stood)."""
        row = max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for one in questions:
            words = tr("{name} · {rhythm}", name=one.measure.title, rhythm=rhythm_words(one.rhythm))
            self._add(one.measure.key, words, drag=True)
        for measure in removed:
            self._add(measure.key, tr("{name} · put away, its answers are kept", name=measure.title))
        found = [number for number in range(self.count()) if self.item(number).data(_KEY) == key]
        self.setCurrentRow(found[0] if found else min(row, self.count() - 1))
        self.blockSignals(False)

    def key(self) -> str:
        """Return the key of the row it stands on, "" where there is none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item else ""

    def keys(self) -> list[str]:
        """Return the keys of the rows that can be put in order."""
        return [
            str(item.data(_KEY))
            for item in map(self.item, range(self.count()))
            if item.flags() & Qt.ItemFlag.ItemIsDragEnabled
        ]

    def can_move(self, step: int) -> bool:
        """Whether the row it stands on can go `step` up (-1) or down (1)."""
        keys, key = self.keys(), self.key()
        return key in keys and 0 <= keys.index(key) + step < len(keys)

    def carry(self, step: int) -> None:
        """Ask for the row it stands on to go `step` up or down."""
        if not self.can_move(step):
            return
        keys = self.keys()
        place = keys.index(self.key())
        keys.insert(place + step, keys.pop(place))
        self.reordered.emit(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, edit and remove by keys."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.carry(_MOVES[key])
        elif key in _ENTER:
            self.edit_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the new order once the drag has ended: the list is shown anew then, from what is kept."""
        super().dropEvent(event)
        QTimer.singleShot(0, self, self._tell_order)

    def _tell_order(self) -> None:
        self.reordered.emit(self.keys())

    def _add(self, key: str, words: str, *, drag: bool = False) -> None:
        item = QListWidgetItem(words)
        item.setData(_KEY, key)
        item.setSizeHint(QSize(0, current_theme().px(36)))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if drag else flags)
        self.addItem(item)
