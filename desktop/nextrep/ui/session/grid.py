"""The sets of one exercise: a row each, with fields that are the same from set to set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.columns import Column
from nextrep.ui.session.controls import Cell, TallMenu, TallPrimary, below
from nextrep.ui.session.grid_row import LAST, LEFT_OUT, LINES, NAME, PLAN, ROW_PX, GridRow
from nextrep.ui.session.keys import Command, command_of
from nextrep.ui.session.load_steps import band_names
from nextrep.ui.session.set_table import HEADS, SetTable
from nextrep.ui.session.words import column_tip
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import SmallTitle


class SetGrid(QWidget):
    """Shows a `SetTable` and lets the person type in it. It saves nothing itself.

    Attributes:
        asked: emitted with a `Command` that is not about moving or typing.
        edited: emitted when a text or the current row changed.
        entered: emitted when a field gets the keyboard.
        current: the row that the keys are about.
        large: whether the current set alone is shown, in large figures.
    """

    asked = Signal(object)
    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SetTable | None = None
        self._rows: list[GridRow] = []
        self._spare: list[GridRow] = []  # behind the rows shown, the nearest last
        self._heads: list[QLabel] = []
        self._columns: tuple[Column, ...] = ()
        self._building = False
        self._narrow: tuple[bool, bool] = (False, False)
        self.current = 0
        self.column = Column.LOAD
        self.large = False
        px = current_theme().px
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(px(8), 0, 0, 0)
        self._layout.setHorizontalSpacing(px(12))
        self._layout.setVerticalSpacing(0)
        self.setAccessibleName(tr("Sets"))

    def show_table(self, table: SetTable, current: int) -> None:
        """Show the sets of an exercise with row `current` as the one to do."""
        had_focus, column = self._has_focus(), self.column
        another = self._table is None or _about(self._table) != _about(table)
        if table is not self._table:
            self.clear_problems()  # what was said was about what stood in the fields before
            if self._table is not None:
                self._table.dataChanged.disconnect(self.sync)
            table.dataChanged.connect(self.sync)
        self._table = table
        if len(table.rows) != len(self._rows) or table.sheet.columns != self._columns:
            self._building = True
            self._build(table)
            self._building = False
        self.column = column if column in self._columns else self._columns[0]
        self.current = min(max(0, current), len(self._rows) - 1)
        if another and self._rows:
            self.column = table.sheet.first_column(self.current, self.column)
        self._show_heads()
        self.sync()
        if had_focus:
            self.focus_current()

    @property
    def narrow(self) -> bool:
        """Whether there was no room for the plan or the last time."""
        return self.large or any(self._narrow)

    def cell(self, row: int, column: Column) -> Cell:
        """Return a field."""
        return self._rows[row].cells[column]

    def save_button(self, row: int) -> TallPrimary:
        """Return the button that saves a row."""
        return self._rows[row].save

    def problem(self, row: int) -> str:
        """Return what is said to be wrong in a row."""
        return self._rows[row].problem.text()

    def set_large(self, large: bool) -> None:
        """Show the current set alone in large figures, or every set."""
        self.large = large
        if self._rows:
            self._show_heads()
            self.sync()

    def focus_current(self) -> None:
        """Put the keyboard into the current row, in the field it was in last."""
        if self._rows:
            if self.large and self.column in LEFT_OUT:
                self.column = self._columns[0]
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

    def show_problem(self, row: int, field: str, message: str) -> None:
        """Say beside the field what is wrong with it; the keyboard stays there."""
        cells = self._rows[row].cells
        cell = cells.get(Column(field)) if field in set(Column) else None
        cell = cell or cells[self._columns[0]]
        self._rows[row].say_problem(message, cell)
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        cell.selectAll()

    def sync(self) -> None:
        """Show what the table has now: texts, states, names."""
        table = self._table
        if table is None or len(table.rows) != len(self._rows):
            return  # rows are on their way in or out; whoever moves them shows the table anew
        for row in self._rows:
            current = row.index == self.current
            row.show(table.sheet, current=current, large=self.large)
            room = current_theme().px(ROW_PX) if current or not self.large else 0
            self._layout.setRowMinimumHeight(1 + LINES * row.index, room)
        self._set_narrow()
        self.update()
        self.edited.emit()

    def clear_problems(self) -> None:
        """Take every message away."""
        for row in self._rows:
            row.say_problem("", None)

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
        self._set_narrow()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the current row's ground and hairlines between rows."""
        theme = current_theme()
        painter = QPainter(self)
        for row in self._rows:
            if self.large and row.index != self.current:
                continue
            top, bottom = row.extent()
            if row.index == self.current:
                painter.fillRect(QRectF(0, top, self.width(), bottom - top + 1), theme.color("bg"))
            painter.fillRect(QRectF(0, top - 1, self.width(), 1), theme.color("line"))
            if self.large or row.index == len(self._rows) - 1:
                painter.fillRect(QRectF(0, bottom, self.width(), 1), theme.color("line"))
        painter.end()

    def _build(self, table: SetTable) -> None:
        """Have widgets for these rows and columns; rows that are there already stay as they are."""
        if table.sheet.columns != self._columns:
            self._drop([*self._rows, *self._spare], self._heads)
            self._columns = table.sheet.columns
            self._heads = [SmallTitle("", wrap=False) for _ in range(HEADS + len(self._columns))]
            for index, head in enumerate(self._heads):
                self._layout.addWidget(head, 0, index)
                head.setContentsMargins(0, 0, 0, current_theme().px(6))
            for column in range(self._layout.columnCount()):
                self._layout.setColumnStretch(column, 0)
                self._layout.setColumnMinimumWidth(column, 0)  # where the button was there may be a field now
            for column, stretch in ((NAME, 2), (PLAN, 4), (LAST, 3)):
                self._layout.setColumnStretch(column, stretch)
            self._narrow = (False, False)
        while len(self._rows) > len(table.rows):
            self._put_aside()
        while len(self._rows) < len(table.rows):
            self._add_row()
        state = HEADS + len(self._columns)
        self._layout.setColumnMinimumWidth(state, self._rows[0].save.sizeHint().width() if self._rows else 0)

    def _put_aside(self) -> None:
        """Keep the widgets of the last row for the next one: making them anew is felt at a key."""
        row = self._rows.pop()
        row.hide()
        self._layout.setRowMinimumHeight(1 + LINES * row.index, 0)
        self._spare.append(row)

    def _add_row(self) -> None:
        if self._spare:
            row = self._spare.pop()
            for label, hidden in zip((row.plan, row.last), self._narrow, strict=True):
                label.setHidden(hidden)
            self._rows.append(row)
            return
        row = GridRow(self, len(self._rows), self._columns)
        row.put_into(self._layout)
        row.save.clicked.connect(self._on_save_clicked)
        previous: QWidget = self._rows[-1].save if self._rows else self
        for cell in row.cells.values():
            cell.asked.connect(self._on_asked)
            cell.entered.connect(self._on_entered)
            cell.textEdited.connect(self._on_typed)
            cell.menu_asked.connect(self._on_bands_asked)
            cell.show()  # a layout would show it a turn later, too late for the keyboard
        for widget in (*row.cells.values(), row.save):
            QWidget.setTabOrder(previous, widget)
            previous = widget
        for label, hidden in zip((row.plan, row.last), self._narrow, strict=True):
            label.setHidden(hidden)
        self._rows.append(row)

    def _drop(self, rows: list[GridRow], heads: list[QLabel]) -> None:
        """Take widgets out; a field that is hidden hands its focus on, which means nothing here."""
        gone = [*heads, *(widget for row in rows for widget in row.widgets)]
        for widget in gone:
            widget.blockSignals(True)
        for widget in gone:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for row in rows:
            self._layout.setRowMinimumHeight(1 + LINES * row.index, 0)
        self._rows = [row for row in self._rows if row not in rows]
        self._spare = [row for row in self._spare if row not in rows]
        self._heads = [head for head in self._heads if head not in heads]

    def _show_heads(self) -> None:
        table = self._table
        assert table is not None
        for index, head in enumerate(self._heads):
            if head.property("large") is not self.large:
                head.setProperty("large", self.large)
                head.style().unpolish(head)
                head.style().polish(head)
            head.setText(table.headerData(index, Qt.Orientation.Horizontal))
            head.setVisible(self._has_head(index))
        for column, head in zip(self._columns, self._heads[HEADS:], strict=True):
            head.setToolTip(column_tip(column, table.sheet.scale))
            for row in self._rows:
                row.cells[column].setToolTip(column_tip(column, table.sheet.scale))
                row.cells[column].setPlaceholderText(tr("–"))

    def _has_head(self, index: int) -> bool:
        """Whether there is room for a column."""
        if index in {PLAN, LAST}:
            return not (self.large or self._narrow[index - PLAN])
        return not (self.large and index >= HEADS and self._columns[index - HEADS] in LEFT_OUT)

    def _set_narrow(self) -> None:
        """Leave out first what was done last time, then the plan, where the fields need the room."""
        if not self._rows:
            return
        px = current_theme().px
        gap = self._layout.horizontalSpacing() + px(64)
        fixed = px(76) + gap * len(self._columns) + self._rows[0].save.sizeHint().width() + px(24)
        plan = max(row.plan.sizeHint().width() for row in self._rows) + px(12)
        last = max(row.last.sizeHint().width() for row in self._rows) + px(12)
        narrow = (
            self.large or self.width() < fixed + plan,
            self.large or self.width() < fixed + plan + max(last, px(70)),
        )
        if narrow != self._narrow:
            self._narrow = narrow
            for column, hidden in ((PLAN, narrow[0]), (LAST, narrow[1])):
                self._heads[column].setHidden(hidden)
                for row in self._rows:
                    (row.plan if column == PLAN else row.last).setHidden(hidden)
            self.edited.emit()

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    def _on_typed(self, text: str) -> None:
        cell = self.sender()
        if self._table is not None and isinstance(cell, Cell):
            self._rows[cell.row].say_problem("", None)
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
        if self._table is None:
            return
        menu = TallMenu(self)
        for name in ("", *band_names(self._table.sheet.loads)):
            action = menu.addAction(name or tr("No band"))
            action.setData((cell.row, name))
        menu.triggered.connect(self._on_band_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(cell))

    def _on_band_chosen(self, action: QAction) -> None:
        row, name = action.data()
        if self._table is not None:
            self._table.set_text(row, Column.BAND, name)

    def _on_asked(self, command: Command) -> None:
        """Move; everything else is for whoever owns the grid."""
        moves = {Command.UP: -1, Command.DOWN: 1}
        shifts = {Command.LEFT: -1, Command.RIGHT: 1}
        if command in moves:
            row = self.current + moves[command]
            if 0 <= row < len(self._rows):
                self.go_to(row)
        elif command in shifts:
            columns = [one for one in self._columns if not (self.large and one in LEFT_OUT)]
            place = columns.index(self.column) + shifts[command]
            if 0 <= place < len(columns):
                self.go_to(self.current, columns[place])
        else:
            self.asked.emit(command)


def _about(table: SetTable) -> tuple[int, str]:
    """Return what a table is about: a place in the session, and the exercise that is done there."""
    return table.block.block, table.block.exercise.key
