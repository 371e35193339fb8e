"""The exercises of the session that is looked at, in order. Its rows are made once and shown anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.program.exercise_row import ExerciseRow, RowText
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.card import Divider


class _Line(QWidget):
    """A row with its swap button, below a hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = ExerciseRow()
        self.swap = IconButton("swap", "")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_theme().px(4))
        line.addWidget(self.row, 1)
        line.addWidget(self.swap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Divider())
        layout.addLayout(line)

    def show_words(self, words: RowText, *, changeable: bool) -> None:
        self.row.show_words(words, changeable=changeable)
        self.swap.setVisible(changeable)
        if changeable:
            name = tr("Swap {exercise} for another exercise", exercise=words.name)
            if name != self.swap.accessibleName():
                self.swap.setAccessibleName(name)
                self.swap.setToolTip(name)


class ExerciseList(QWidget):
    """Rows by position, from 0.

    Attributes:
        opened: emitted with the position whose prescription shall be changed.
        swap_asked: emitted with the position that shall have another exercise.
        move_asked: emitted with a position and where it shall go.
        remove_asked: emitted with the position that shall go.
        menu_asked: emitted with a position and the screen position for a menu.
    """

    opened = Signal(int)
    swap_asked = Signal(int)
    move_asked = Signal(int, int)
    remove_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._count = 0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def count(self) -> int:
        """How many exercises are shown."""
        return self._count

    def row(self, position: int) -> ExerciseRow:
        """Return the row of an exercise."""
        return self._lines[position].row

    def swap_button(self, position: int) -> IconButton:
        """Return the button that swaps an exercise."""
        return self._lines[position].swap

    def show_rows(self, rows: Sequence[RowText], *, changeable: bool) -> None:
        """Show exercises."""
        while len(self._lines) < len(rows):
            self._add_line()
        self._count = len(rows)
        for line, words in zip(self._lines, rows, strict=False):
            line.show_words(words, changeable=changeable)
            line.show()
        for line in self._lines[len(rows) :]:
            line.hide()
        self.setVisible(bool(rows))

    def focus_row(self, position: int) -> None:
        """Put the keyboard on an exercise, or the nearest one there is."""
        if self._count:
            row = self._lines[min(max(position, 0), self._count - 1)].row
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_swap(self, position: int) -> None:
        """Put the keyboard on the swap button of an exercise."""
        if 0 <= position < self._count:
            self._lines[position].swap.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        line, position = _Line(), len(self._lines)
        self._lines.append(line)
        self._layout.addWidget(line)
        before: QWidget = self._lines[position - 1].swap if position else self
        for widget in (line.row, line.swap):  # made late, they would come after the whole window
            QWidget.setTabOrder(before, widget)
            before = widget
        line.swap.clicked.connect(partial(self.swap_asked.emit, position))
        row = line.row
        row.clicked.connect(partial(self.opened.emit, position))
        row.swap_asked.connect(partial(self.swap_asked.emit, position))
        row.remove_asked.connect(partial(self.remove_asked.emit, position))
        row.menu_asked.connect(partial(self.menu_asked.emit, position))
        row.step_asked.connect(partial(self._on_step, position))
        row.move_asked.connect(partial(self._on_move, position))

    def _on_step(self, position: int, step: int) -> None:
        if 0 <= position + step < self._count:
            self.focus_row(position + step)

    def _on_move(self, position: int, step: int) -> None:
        if 0 <= position + step < self._count:
            self.move_asked.emit(position, position + step)
