"""Exercises in a list, of which one is the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.ui.library.exercise_model import EXERCISE_ROLE, ExerciseDelegate, ExerciseModel
from nextrep.ui.widgets.search_field import ENTER_KEYS
from nextrep.ui.widgets.two_lines import Index


class ExerciseList(QListView):
    """A list of exercises of which one is the current one.

    Attributes:
        taken: emitted with the `Exercise` that was clicked or on which Enter was pressed.
        entered: emitted after `taken` where it was Enter.
        shown: emitted with the `Exercise` that the list moved to, None where it is empty.
    """

    taken = Signal(object)
    entered = Signal()
    shown = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exercises = ExerciseModel()
        self.setModel(self.exercises)
        self.setItemDelegate(ExerciseDelegate(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_taken)

    def current(self) -> Exercise | None:
        """Return the exercise that the list stands on."""
        return self._exercise(self.currentIndex())

    def stand_on(self, row: int) -> None:
        """Move to a row and make it visible."""
        index = self.exercises.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the list moved to."""
        super().currentChanged(current, previous)
        self.shown.emit(self._exercise(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter take what the list stands on."""
        if event.key() in ENTER_KEYS:
            self._on_taken(self.currentIndex())
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _on_taken(self, index: Index) -> None:
        exercise = self._exercise(index)
        if exercise is not None:
            self.taken.emit(exercise)

    @staticmethod
    def _exercise(index: Index) -> Exercise | None:
        exercise = index.data(EXERCISE_ROLE) if index.isValid() else None
        return exercise if isinstance(exercise, Exercise) else None


def search_hint() -> str:
    """Return what exercises are searched by."""
    return tr("Name, muscle, equipment or movement")
