"""The sets of one exercise: a row each, with fields that are the same from set to set."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import Cell, TallPrimary
from nextrep.ui.session.keys import Command, command_of
from nextrep.ui.session.models import Column, SetTable
from nextrep.ui.session.words import (
    column_tip,
    column_title,
    last_words,
    plan_words,
    row_name,
    row_title,
)
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.labels import Body, Muted, SmallTitle

_SET, _PLAN, _LAST, _FIRST_CELL = range(4)
_LINES = 2
"""Lines of the layout for each set: its fields, and what is wrong with them."""


@dataclass(slots=True)
class _RowWidgets:
    name: Body
    plan: Muted
    last: Muted
    cells: dict[Column, Cell]
    done: Chip
    save: TallPrimary
    problem: FieldProblem


class SetGrid(QWidget):
    """Shows a `SetTable` and lets the person type in it. It saves nothing itself.

    Attributes:
        asked: emitted with a `Command` that is not about moving or typing.
        edited: emitted when a text or the current row changed.
        entered: emitted when a field gets the keyboard.
        current: the row that the keys are about.
    """

    asked = Signal(object)
    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SetTable | None = None
        self._rows: list[_RowWidgets] = []
        self._heads: list[QLabel] = []
        self._columns: tuple[Column, ...] = ()
        self._narrow: tuple[bool, bool] = (False, False)
        self.current = 0
        self.column = Column.LOAD
        px = current_theme().px
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(px(8), 0, 0, 0)
        self._layout.setHorizontalSpacing(px(12))
        self._layout.setVerticalSpacing(0)
        self.setAccessibleName(tr("Sets"))

    def show_table(self, table: SetTable, current: int) -> None:
        """Show the sets of an exercise with row `current` as the one to do."""
        had_focus, column = self._has_focus(), self.column
        another = self._table is None or self._table.block.block != table.block.block
        if table is not self._table:
            self.clear_problems()  # what was said was about what stood in the fields before
        self._table = table
        if len(table.rows) != len(self._rows) or table.columns != self._columns:
            self._build(table)
        self.column = column if column in self._columns else self._columns[0]
        self.current = min(max(0, current), len(self._rows) - 1)
        if another and self._rows:
            self.column = table.first_column(self.current, self.column)
        self._show_heads()
        self.sync()
        if had_focus:
            self.focus_current()

    @property
    def narrow(self) -> bool:
        """Whether there was no room for the plan or the last time."""
        return any(self._narrow)

    def cell(self, row: int, column: Column) -> Cell:
        """Return a field."""
        return self._rows[row].cells[column]

    def save_button(self, row: int) -> TallPrimary:
        """Return the button that saves a row."""
        return self._rows[row].save

    def problem(self, row: int) -> str:
        """Return what is said to be wrong in a row."""
        return self._rows[row].problem.text()

    def focus_current(self) -> None:
        """Put the keyboard into the current row, in the field it was in last."""
        if self._rows:
            self.cell(self.current, self.column).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, row: int, column: Column | None = None) -> None:
        """Make a row the current one and put the keyboard into it."""
        self.column = column or self.column
        self.current = row
        self.sync()
        self.focus_current()

    def show_problem(self, row: int, field: str, message: str) -> None:
        """Say beside the field what is wrong with it; the keyboard stays there."""
        widgets = self._rows[row]
        cell = widgets.cells.get(Column(field)) if field in set(Column) else None
        cell = cell or widgets.cells[self._columns[0]]
        widgets.problem.setText(message)
        widgets.problem.show()
        cell.set_problem(message)
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        cell.selectAll()

    def sync(self) -> None:
        """Show what the table has now: texts, states, names."""
        table = self._table
        if table is None:
            return
        for index, widgets in enumerate(self._rows):
            row = table.rows[index]
            current, changed = index == self.current, table.changed(index)
            widgets.name.setText(row_name(table, index))
            widgets.plan.setText(plan_words(table, index))
            widgets.last.setText(last_words(table, index))
            title = row_title(table, index)
            for column, cell in widgets.cells.items():
                cell.quiet = not row.done and not current and not changed
                cell.editing_deletes = not row.done or changed
                cell.show_text(table.text(index, column))
                cell.setPlaceholderText(tr("–"))
                heading = column_title(column, table.unit, table.scale)
                cell.setAccessibleName(tr("{row}, {column}", row=title, column=heading))
                cell.update()
            saving = current and (not row.done or changed)
            widgets.save.setText(tr("Save ↵") if row.done else tr("Done ↵"))
            widgets.save.setAccessibleName(tr("Save {row}", row=title))
            widgets.save.setVisible(saving)
            widgets.done.setVisible(row.done and not saving)
            widgets.done.setAccessibleName(tr("{row} is done", row=title))
        self._set_narrow()
        self.update()
        self.edited.emit()

    def clear_problems(self) -> None:
        """Take every message away."""
        for widgets in self._rows:
            self._clear_problem(widgets)

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
        for index in range(len(self._rows)):
            top = self._layout.cellRect(1 + _LINES * index, _SET)
            bottom = self._layout.cellRect(2 + _LINES * index, _SET)
            if index == self.current:
                ground = QRectF(0, top.top(), self.width(), bottom.bottom() - top.top() + 1)
                painter.fillRect(ground, theme.color("bg"))
            painter.fillRect(QRectF(0, top.top() - 1, self.width(), 1), theme.color("line"))
            if index == len(self._rows) - 1:
                painter.fillRect(QRectF(0, bottom.bottom(), self.width(), 1), theme.color("line"))
        painter.end()

    def _build(self, table: SetTable) -> None:
        """Make the widgets anew for another number of rows or columns."""
        self._drop_all()
        self._columns = table.columns
        self._heads = [SmallTitle("", wrap=False) for _ in range(_FIRST_CELL + len(self._columns))]
        for index, head in enumerate(self._heads):
            self._layout.addWidget(head, 0, index)
            head.setContentsMargins(0, 0, 0, current_theme().px(6))
        self._rows = [self._make_row(index) for index in range(len(table.rows))]
        state = _FIRST_CELL + len(self._columns)
        for column in range(self._layout.columnCount()):
            self._layout.setColumnStretch(column, 0)
        for column, stretch in ((_SET, 2), (_PLAN, 4), (_LAST, 3)):
            self._layout.setColumnStretch(column, stretch)
        self._layout.setColumnMinimumWidth(state, self._rows[0].save.sizeHint().width() if self._rows else 0)
        previous: QWidget = self
        for row in self._rows:
            for widget in (*row.cells.values(), row.save):
                QWidget.setTabOrder(previous, widget)
                previous = widget
            for cell in row.cells.values():
                cell.show()  # a layout would show it a turn later, too late for the keyboard
        self._narrow = (False, False)

    def _drop_all(self) -> None:
        """Take the widgets out; a field that is hidden hands its focus on, which means nothing here."""
        gone: list[QWidget] = [*self._heads]
        for row in self._rows:
            gone += [row.name, row.plan, row.last, *row.cells.values(), row.done, row.save, row.problem]
        for widget in gone:
            widget.blockSignals(True)
        for widget in gone:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows, self._heads = [], []

    def _make_row(self, index: int) -> _RowWidgets:
        px = current_theme().px
        made = _RowWidgets(
            name=Body(wrap=False),
            plan=Muted(wrap=False),
            last=Muted(wrap=False),
            cells={column: Cell(index, column, self) for column in self._columns},
            done=Chip(tr("done"), "tint"),
            save=TallPrimary(tr("Done ↵")),
            problem=FieldProblem(),
        )
        line = 1 + _LINES * index
        layout = self._layout
        layout.setRowMinimumHeight(line, px(54))
        for column, label in ((_SET, made.name), (_PLAN, made.plan), (_LAST, made.last)):
            layout.addWidget(label, line, column)
        for offset, cell in enumerate(made.cells.values()):
            layout.addWidget(cell, line, _FIRST_CELL + offset, Qt.AlignmentFlag.AlignVCenter)
            cell.asked.connect(self._on_asked)
            cell.entered.connect(self._on_entered)
            cell.textEdited.connect(self._on_typed)
        state = _FIRST_CELL + len(self._columns)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        layout.addWidget(made.done, line, state, middle)
        layout.addWidget(made.save, line, state, middle)
        made.save.clicked.connect(self._on_save_clicked)
        made.problem.setContentsMargins(0, 0, 0, px(8))
        made.problem.hide()
        layout.addWidget(made.problem, line + 1, _FIRST_CELL, 1, len(self._columns) + 1)
        return made

    def _show_heads(self) -> None:
        table = self._table
        assert table is not None
        titles = [tr("Set"), tr("Plan"), tr("Last time")]
        titles += [column_title(column, table.unit, table.scale) for column in self._columns]
        for head, title in zip(self._heads, titles, strict=True):
            head.setText(title)
        for column, head in zip(self._columns, self._heads[_FIRST_CELL:], strict=True):
            head.setToolTip(column_tip(column, table.scale))
            for row in self._rows:
                row.cells[column].setToolTip(column_tip(column, table.scale))

    def _set_narrow(self) -> None:
        """Leave out first what was done last time, then the plan, where the fields need the room."""
        if not self._rows:
            return
        px = current_theme().px
        gap = self._layout.horizontalSpacing() + px(64)
        fixed = px(76) + gap * len(self._columns) + self._rows[0].save.sizeHint().width() + px(24)
        plan = max(row.plan.sizeHint().width() for row in self._rows) + px(12)
        last = max(row.last.sizeHint().width() for row in self._rows) + px(12)
        narrow = (self.width() < fixed + plan, self.width() < fixed + plan + max(last, px(70)))
        if narrow != self._narrow:
            self._narrow = narrow
            for column, hidden in ((_PLAN, narrow[0]), (_LAST, narrow[1])):
                self._heads[column].setHidden(hidden)
                for row in self._rows:
                    (row.plan if column == _PLAN else row.last).setHidden(hidden)
            self.edited.emit()

    def _clear_problem(self, widgets: _RowWidgets) -> None:
        if widgets.problem.text():
            widgets.problem.setText("")
            widgets.problem.hide()
        for cell in widgets.cells.values():
            cell.set_problem("")

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    def _on_typed(self, text: str) -> None:
        cell = self.sender()
        if self._table is not None and isinstance(cell, Cell):
            self._table.set_text(cell.row, cell.column, text)
            self._clear_problem(self._rows[cell.row])
            self.sync()

    def _on_entered(self, cell: Cell) -> None:
        self.column = cell.column
        if cell.row != self.current:
            self.current = cell.row
            self.sync()
        self.entered.emit()

    def _on_save_clicked(self) -> None:
        self._on_asked(Command.SAVE)

    def _on_asked(self, command: Command) -> None:
        """Move, or step the weight; everything else is for whoever owns the grid."""
        moves = {Command.UP: -1, Command.DOWN: 1}
        shifts = {Command.LEFT: -1, Command.RIGHT: 1}
        if command in moves:
            row = self.current + moves[command]
            if 0 <= row < len(self._rows):
                self.go_to(row)
        elif command in shifts:
            place = self._columns.index(self.column) + shifts[command]
            if 0 <= place < len(self._columns):
                self.go_to(self.current, self._columns[place])
        else:
            self.asked.emit(command)
