"""An ordered list of exercises: alternates, or the steps of a ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton

_ROWS_SHOWN = 3


class _KeyList(QListWidget):
    """Alt with an arrow moves an entry, Delete takes it out."""

    step_asked = Signal(int)
    remove_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_asked.emit(step)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class KeysField(QWidget):
    """Exercises by key, shown by name.

    Attributes:
        changed: the list is another one now.
    """

    changed = Signal()

    def __init__(
        self, context: Context, name: str, title_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """Make an empty list.

        Args:
            context: the way to everything outside.
            name: read out to screen readers, and the title of the picker.
            title_of: gives the name of an exercise by its key.
            parent: owner.
        """
        super().__init__(parent)
        px = current_theme().px
        self._context, self._name, self._title_of = context, name, title_of
        self.list = _KeyList()
        self.list.setAccessibleName(name)
        self.list.setFixedHeight(px(38) * _ROWS_SHOWN)
        self.add = LinkButton(tr("Add…"))
        self.add.setAccessibleName(tr("Add to {list}", list=name.lower()))
        self._up, self._down = IconButton("chevron-up", tr("Up")), IconButton("chevron-down", tr("Down"))
        self._remove = IconButton("close", tr("Take out"))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(2))
        for button in (self.add, self._up, self._down, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setFocusProxy(self.add)
        self.add.clicked.connect(self._on_add)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._remove.clicked.connect(self._on_remove)
        self.list.step_asked.connect(self._step)
        self.list.remove_asked.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._show_buttons)
        self._show_buttons()

    def keys(self) -> tuple[str, ...]:
        """Return the keys in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in items)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Show keys, without telling anyone."""
        self.list.clear()
        for key in keys:
            item = QListWidgetItem(self._title_of(key))
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.list.addItem(item)
        self.list.setVisible(bool(keys))
        self._show_buttons()

    def _on_add(self) -> None:
        taken = frozenset(self.keys())
        picker = ExercisePicker(self._context, self, title=self._name, leave_out=taken, may_make=False)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, exercise: Exercise) -> None:
        if exercise.key not in self.keys():
            self._put((*self.keys(), exercise.key), len(self.keys()))

    def _on_up(self) -> None:
        self._step(-1)

    def _on_down(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        row, keys = self.list.currentRow(), list(self.keys())
        if 0 <= row < len(keys) and 0 <= row + step < len(keys):
            keys[row], keys[row + step] = keys[row + step], keys[row]
            self._put(keys, row + step)

    def _on_remove(self) -> None:
        row, keys = self.list.currentRow(), self.keys()
        if 0 <= row < len(keys):
            self._put(keys[:row] + keys[row + 1 :], min(row, len(keys) - 2))

    def _put(self, keys: Sequence[str], row: int) -> None:
        self.set_keys(keys)
        self.list.setCurrentRow(row)
        self.changed.emit()

    def _show_buttons(self, _row: int = 0) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self._up.setVisible(count > 1)
        self._down.setVisible(count > 1)
        self._remove.setVisible(count > 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)
        self._remove.setEnabled(row >= 0)
