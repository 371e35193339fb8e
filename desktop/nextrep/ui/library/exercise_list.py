"""A search field over a list of exercises; the keys that move in the list work while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.ui.library.exercise_model import EXERCISE_ROLE, ExerciseDelegate, ExerciseModel, Index
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton

ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HANDED_ON = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, *ENTER_KEYS})


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


class SearchField(QLineEdit):
    """A line to type a search in; arrows, Page Up and Down and Enter go to the list below."""

    def __init__(self, exercises: ExerciseList, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = exercises
        self.setPlaceholderText(tr("Name, muscle, equipment or movement"))
        self.setAccessibleName(name)
        self.setMinimumHeight(current_theme().px(44))
        self._clear = IconButton("close", tr("Clear"), self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the field itself
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button that clears the field at its end."""
        super().resizeEvent(event)
        side = self._clear.sizeHint()
        self._clear.setGeometry(
            self.width() - side.width() - current_theme().px(4),
            (self.height() - side.height()) // 2,
            side.width(),
            side.height(),
        )
        self.setTextMargins(0, 0, side.width(), 0)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what moves in the list."""
        if event.key() in _HANDED_ON and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._list.keyPressEvent(event)
            return
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # what the person did last is not what they typed here
            return
        super().keyPressEvent(event)
