"""Choosing an exercise: by name, from those that fit, or one of one's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure, fold, group_title
from nextrep.domain.text import tr
from nextrep.services.catalog import own_exercise
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import CardTitle, Secondary, SmallTitle

_HANDED_ON = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class ExercisePicker(QDialog):
    """A search field over a list. Up and Down move in the list, Enter picks, Escape leaves.

    Attributes:
        picked: emitted with the `Exercise`.
        field: the search field.
        list: what was found.
    """

    picked = Signal(object)

    def __init__(
        self,
        title: str,
        search: Callable[[str], Sequence[Exercise]],
        first: Sequence[Exercise],
        first_title: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            title: what is chosen.
            search: finds exercises by a text that is not blank.
            first: shown while nothing is typed, under `first_title`.
            first_title: heading of `first`.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(px(480), px(520))
        self._search, self._first, self._first_title = search, first, first_title
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name of the exercise"))
        self.field.setAccessibleName(title)
        self.field.setMinimumHeight(px(44))
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.heading = SmallTitle()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Exercises found"))
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(8))
        layout.addWidget(CardTitle(title))
        layout.addWidget(self.field)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(Secondary(tr("↑ ↓ choose · ↵ takes it · Esc leaves")))
        self._on_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the search field move in the list, and Enter pick."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _HANDED_ON:
                self.list.keyPressEvent(event)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._on_item(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        wanted = " ".join(text.split())
        self.list.clear()
        found = self._search(wanted) if wanted else self._first
        for exercise in found:
            self._add(_described(exercise), exercise)
        if wanted and not any(fold(exercise.name) == fold(wanted) for exercise in found):
            self._add_own(wanted)
        if wanted:
            self.heading.setText(tr("Found") if found else tr("Nothing of that name"))
        else:
            self.heading.setText(self._first_title if found else tr("Type a part of the name"))
        self.list.setCurrentRow(0)

    def _add_own(self, name: str) -> None:
        """Offer to make the exercise, in each way a set can be measured."""
        ways = (
            (Measure.LOADED, tr("Add “{name}” as my own: weight and reps", name=name)),
            (Measure.BODYWEIGHT, tr("Add “{name}” as my own: reps", name=name)),
            (Measure.TIMED, tr("Add “{name}” as my own: time", name=name)),
        )
        for measure, text in ways:
            try:
                self._add(text, own_exercise(name, measure))
            except UserError as error:
                self.heading.setText(str(error))
                return

    def _add(self, text: str, exercise: Exercise) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, exercise)
        self.list.addItem(item)

    def _on_item(self, item: QListWidgetItem | None) -> None:
        exercise = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(exercise, Exercise):
            self.picked.emit(exercise)
            self.close()


def _described(exercise: Exercise) -> str:
    groups = ", ".join(group_title(group) for group in exercise.groups)
    return tr("{name} · {muscles}", name=exercise.name, muscles=groups) if groups else exercise.name
