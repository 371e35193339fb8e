"""Choosing another exercise of the same movement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercises import Exercise, fold
from nextrep.domain.text import tr
from nextrep.ui.program.scope_field import ScopeField
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.labels import CardTitle, Muted


class SwapDialog(QDialog):
    """Alternates to an exercise, best match first, with a field to search them.

    Attributes:
        exercise_chosen: emitted with the `Exercise` that takes its place, and the `Scope`.
    """

    exercise_chosen = Signal(object, object)

    def __init__(
        self, exercise: Exercise, alternates: Sequence[Exercise], session: str, later: int, parent: QWidget
    ) -> None:
        """Make the dialog.

        Args:
            exercise: what is swapped.
            alternates: what may take its place.
            session: name of the session.
            later: how many open sessions of that name follow.
            parent: the screen it belongs to.
        """
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Swap {exercise}", exercise=exercise.name))
        self.setMinimumSize(px(420), px(420))
        self._alternates = list(alternates)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Exercises of the same movement"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._hint = Muted()
        self.scope = ScopeField(session, later)
        self.take = PrimaryButton(tr("Use this exercise"))
        self.take.setDefault(True)
        leave = SecondaryButton(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(16))
        layout.setSpacing(px(10))
        layout.addWidget(CardTitle(tr("Instead of {exercise}", exercise=exercise.name)))
        layout.addWidget(Muted(tr("The same movement, with what you have at hand. Sets and reps stay.")))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self.scope)
        layout.addLayout(row)
        self.search.textChanged.connect(self._fill)
        self.list.activated.connect(self._on_activated)
        self.take.clicked.connect(self._on_take)
        leave.clicked.connect(self.reject)
        self._fill("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows move in the list while the person types."""
        if self.search.hasFocus() and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list.currentIndex().row() + step
            if 0 <= row < self._model.rowCount():
                self.list.setCurrentIndex(self._model.index(row, 0))
            return
        super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        wanted = fold(text)
        found = [e for e in self._alternates if wanted in fold(" ".join((e.name, *e.aliases)))]
        self._model.clear()
        for exercise in found:
            item = QStandardItem(tr("{name} · {equipment}", name=exercise.name, equipment=_needs(exercise)))
            item.setData(exercise, Qt.ItemDataRole.UserRole)
            item.setToolTip(exercise.note)
            self._model.appendRow(item)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.take.setEnabled(bool(found))
        self._hint.setVisible(not found)
        self._hint.setText(
            tr("No exercise of this movement has that name.")
            if self._alternates
            else tr("Nothing else of this movement is possible with what you have at hand.")
        )

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_take()

    def _on_take(self) -> None:
        exercise = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(exercise, Exercise):
            self.accept()
            self.exercise_chosen.emit(exercise, self.scope.scope())


def _needs(exercise: Exercise) -> str:
    if not exercise.equipment:
        return tr("nothing needed")
    return ", ".join(equipment_title(item).lower() for item in exercise.equipment)
