"""The sets of one exercise: a row each, with fields that are the same from set to set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.band_menu import BandMenu
from nextrep.ui.session.columns import Column
from nextrep.ui.session.controls import Cell, below
from nextrep.ui.session.grid_parts import GridParts
from nextrep.ui.session.grid_row import LEFT_OUT, LINES, ROW_PX, GridRow
from nextrep.ui.session.keys import Command, command_of
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.theme.theme import current_theme


class SetGrid(QWidget):
    """Shows a `SetTable` and lets the person type in it. It saves nothing itself.

    Attributes:
        asked: emitted with a `Command` that is not about moving or typing.
        edited: emitted when a text or the current row changed.
        entered: emitted when a field gets the keyboard.
        parts: the widgets.
        current: the row that the keys are about.
        large: whether the current set alone is shown, in large figures.
    """

    asked = Signal(object)
    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SetTable | None = None
        self._building = False
        self.current = 0
        self.column = Column.LOAD
        self.large = False
        px = current_theme().px
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(px(8), 0, 0, 0)
        self._layout.setHorizontalSpacing(px(12))
        self._layout.setVerticalSpacing(0)
        self.parts = GridParts(self, self._layout)
        self.setAccessibleName(tr("Sets"))

    def show_table(self, table: SetTable, current: int) -> None:
        """Show the sets of an exercise with row `current` as the one to do."""
        had_focus, column = self._has_focus(), self.column
        another = self._table is None or _about(self._table) != _about(table)
        if table is not self._table:
            self.parts.clear_problems()  # what was said was about what stood in the fields before
            if self._table is not None:
                self._table.dataChanged.disconnect(self.sync)
            table.dataChanged.connect(self.sync)
        self._table = table
        if not self.parts.fits(table):
            self._building = True
            for row in self.parts.fit(table):
                self._listen_to(row)
            self._building = False
        self.column = column if column in self.parts.columns else self.parts.columns[0]
        self.current = min(max(0, current), len(self.parts.rows) - 1)
        if another and self.parts.rows:
            self.column = table.sheet.first_column(self.current, self.column)
        self.parts.show_heads(table, large=self.large)
        self.sync()
        if had_focus:
            self.focus_current()

    def cell(self, row: int, column: Column) -> Cell:
        """Return a field."""
        return self.parts.rows[row].cells[column]

    def set_large(self, large: bool) -> None:
        """Show the current set alone in large figures, or every set."""
        self.large = large
        if self._table is not None and self.parts.rows:
            self.parts.show_heads(self._table, large=large)
            self.sync()

    def focus_current(self) -> None:
        """Put the keyboard into the current row, in the field it was in last."""
        if self.parts.rows:
            if self.large and self.column in LEFT_OUT:
                self.column = self.parts.columns[0]
            self.cell(self.current, self.column).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, row: int, column: Column | None = None) -> None:
        """Make a row the current one and put the keyboard into it."""
        self.column = column or self.column
        self.current = row
        self.sync()
        self.focus_current()

    def follow(self, row: int) -> None:
        """Stay in the row that was moved to a place by another one, in the middle of typing."""
        if row == self.current:
            return
        typing = self._has_focus()
        self.current = row
        self.sync()
        if typing:
            self.focus_current()
            self.cell(row, self.column).deselect()

    def sync(self) -> None:
        """Show what the table has now: texts, states, names."""
        table = self._table
        if table is None or len(table.rows) != len(self.parts.rows):
            return  # rows are on their way in or out; whoever moves them shows the table anew
        for row in self.parts.rows:
            current = row.index == self.current
            row.show(table.sheet, current=current, large=self.large)
            room = current_theme().px(ROW_PX) if current or not self.large else 0
            self._layout.setRowMinimumHeight(1 + LINES * row.index, room)
        self._fit_width()
        self.update()
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys from the buttons of the grid too."""
        command = command_of(event)
        if command is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            self._on_asked(command)

    def event(self, event: QEvent) -> bool:
        """Draw the lines anew where the rows moved: the grid itself may keep its size."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the texts out that have no room."""
        super().resizeEvent(event)
        self._fit_width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the current row's ground and hairlines between rows."""
        theme = current_theme()
        painter = QPainter(self)
        for row in self.parts.rows:
            if self.large and row.index != self.current:
                continue
            top, bottom = row.extent()
            if row.index == self.current:
                painter.fillRect(QRectF(0, top, self.width(), bottom - top + 1), theme.color("bg"))
            painter.fillRect(QRectF(0, top - 1, self.width(), 1), theme.color("line"))
            if self.large or row.index == len(self.parts.rows) - 1:
                painter.fillRect(QRectF(0, bottom, self.width(), 1), theme.color("line"))
        painter.end()

    def _listen_to(self, row: GridRow) -> None:
        row.save.clicked.connect(self._on_save_clicked)
        for cell in row.cells.values():
            cell.asked.connect(self._on_asked)
            cell.entered.connect(self._on_entered)
            cell.textEdited.connect(self._on_typed)
            cell.menu_asked.connect(self._on_bands_asked)

    def _fit_width(self) -> None:
        if self.parts.fit_width(self.width(), large=self.large):
            self.edited.emit()

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    def _on_typed(self, text: str) -> None:
        cell = self.sender()
        if self._table is not None and isinstance(cell, Cell):
            self.parts.rows[cell.row].say_problem("", None)
            self._table.set_text(cell.row, cell.column, text)

    def _on_entered(self, cell: Cell) -> None:
        if self._building:
            return  # a field that is put away hands its focus on, which means nothing here
        self.column = cell.column
        if cell.row != self.current:
            self.current = cell.row
            self.sync()
        self.entered.emit()

    def _on_save_clicked(self) -> None:
        self._on_asked(Command.SAVE)

    def _on_bands_asked(self, cell: Cell) -> None:
        """Let a click choose the band."""
        if self._table is not None:
            BandMenu(self._table, cell.row, self).popup(below(cell))

    def _on_asked(self, command: Command) -> None:
        """Move; everything else is for whoever owns the grid."""
        moves = {Command.UP: -1, Command.DOWN: 1}
        shifts = {Command.LEFT: -1, Command.RIGHT: 1}
        if command in moves:
            row = self.current + moves[command]
            if 0 <= row < len(self.parts.rows):
                self.go_to(row)
        elif command in shifts:
            columns = [one for one in self.parts.columns if not (self.large and one in LEFT_OUT)]
            place = columns.index(self.column) + shifts[command]
            if 0 <= place < len(columns):
                self.go_to(self.current, columns[place])
        else:
            self.asked.emit(command)


def _about(table: SetTable) -> tuple[int, str]:
    """Return what a table is about: a place in the session, and the exercise that is done there."""
    return table.block.block, table.block.exercise.key
