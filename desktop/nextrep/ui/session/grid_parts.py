"""The widgets of the set grid: headings and rows, made once and used again, and which have room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.columns import Column
from nextrep.ui.session.grid_row import LAST, LEFT_OUT, LINES, NAME, PLAN, GridRow
from nextrep.ui.session.set_table import HEADS, SetTable
from nextrep.ui.session.words import column_tip
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import SmallTitle


class GridParts:
    """Has as many rows and fields as a table asks for, in the layout of the grid.

    Attributes:
        rows: the widgets of each set. heads: the headings, from the left. columns: the fields that there are.
    """

    def __init__(self, grid: QWidget, layout: QGridLayout) -> None:
        self._grid = grid
        self._layout = layout
        self._spare: list[GridRow] = []  # behind the rows shown, the nearest last
        self._narrow: tuple[bool, bool] = (False, False)
        self.rows: list[GridRow] = []
        self.heads: list[QLabel] = []
        self.columns: tuple[Column, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether there was no room for the plan or the last time."""
        return any(self._narrow)

    def fits(self, table: SetTable) -> bool:
        """Tell whether there is a widget for everything in a table, and no other."""
        return len(table.rows) == len(self.rows) and table.sheet.columns == self.columns

    def fit(self, table: SetTable) -> list[GridRow]:
        """Have widgets for the rows and columns of a table; returns the new ones, which nobody hears yet.

        Rows that are there already stay as they are.
        """
        if table.sheet.columns != self.columns:
            self._take_columns(table.sheet.columns)
        while len(self.rows) > len(table.rows):
            self._put_aside()
        new = []
        while len(self.rows) < len(table.rows):
            if self._spare:
                self._take(self._spare.pop())
            else:
                new.append(self._new_row())
        state = HEADS + len(self.columns)
        width = self.rows[0].save.sizeHint().width() if self.rows else 0
        self._layout.setColumnMinimumWidth(state, width)
        return new

    def show_heads(self, table: SetTable, *, large: bool) -> None:
        """Show the headings; where figures are `large`, those that are left beside them."""
        for index, head in enumerate(self.heads):
            if head.property("large") is not large:
                head.setProperty("large", large)
                head.style().unpolish(head)
                head.style().polish(head)
            head.setText(table.headerData(index, Qt.Orientation.Horizontal))
            head.setVisible(self._has_head(index, large=large))
        for column, head in zip(self.columns, self.heads[HEADS:], strict=True):
            tip = column_tip(column, table.sheet.scale)
            head.setToolTip(tip)
            for row in self.rows:
                row.cells[column].setToolTip(tip)
                row.cells[column].setPlaceholderText(tr("–"))

    def fit_width(self, width: int, *, large: bool) -> bool:
        """Leave out first what was done last time, then the plan, where the fields need the room.

        Args:
            width: of the grid, in pixels.
            large: whether figures are large, which leaves no room for either.

        Returns:
            Whether anything is shown that was not, or the other way round.
        """
        if not self.rows:
            return False
        px = current_theme().px
        gap = self._layout.horizontalSpacing() + px(64)
        fixed = px(76) + gap * len(self.columns) + self.rows[0].save.sizeHint().width() + px(24)
        plan = max(row.plan.sizeHint().width() for row in self.rows) + px(12)
        last = max(row.last.sizeHint().width() for row in self.rows) + px(12)
        narrow = (large or width < fixed + plan, large or width < fixed + plan + max(last, px(70)))
        if narrow == self._narrow:
            return False
        self._narrow = narrow
        for column, hidden in ((PLAN, narrow[0]), (LAST, narrow[1])):
            self.heads[column].setHidden(hidden)
            for row in self.rows:
                (row.plan if column == PLAN else row.last).setHidden(hidden)
        return True

    def show_problem(self, row: int, field: str, message: str) -> None:
        """Say beside a field what is wrong with it, and bring the keyboard there."""
        cells = self.rows[row].cells
        cell = cells.get(Column(field)) if field in set(Column) else None
        cell = cell or cells[self.columns[0]]
        self.rows[row].say_problem(message, cell)
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        cell.selectAll()

    def clear_problems(self) -> None:
        """Take every message away."""
        for row in self.rows:
            row.say_problem("", None)

    def _has_head(self, index: int, *, large: bool) -> bool:
        """Whether there is room for a column."""
        if index in {PLAN, LAST}:
            return not (large or self._narrow[index - PLAN])
        return not (large and index >= HEADS and self.columns[index - HEADS] in LEFT_OUT)

    def _take_columns(self, columns: tuple[Column, ...]) -> None:
        """Begin anew, with other fields."""
        self._drop()
        self.columns = columns
        self.heads = [SmallTitle("", wrap=False) for _ in range(HEADS + len(columns))]
        for index, head in enumerate(self.heads):
            self._layout.addWidget(head, 0, index)
            head.setContentsMargins(0, 0, 0, current_theme().px(6))
        for column in range(self._layout.columnCount()):
            self._layout.setColumnStretch(column, 0)
            self._layout.setColumnMinimumWidth(column, 0)  # where the button was there may be a field now
        for column, stretch in ((NAME, 2), (PLAN, 4), (LAST, 3)):
            self._layout.setColumnStretch(column, stretch)
        self._narrow = (False, False)

    def _drop(self) -> None:
        """Take all widgets out; a field that is hidden hands its focus on, which means nothing here."""
        rows = [*self.rows, *self._spare]
        gone = [*self.heads, *(widget for row in rows for widget in row.widgets)]
        for widget in gone:
            widget.blockSignals(True)
        for widget in gone:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for row in rows:
            self._layout.setRowMinimumHeight(1 + LINES * row.index, 0)
        self.rows, self._spare, self.heads = [], [], []

    def _put_aside(self) -> None:
        """Keep the widgets of the last row for the next one: making them anew is felt at a key."""
        row = self.rows.pop()
        row.hide()
        self._layout.setRowMinimumHeight(1 + LINES * row.index, 0)
        self._spare.append(row)

    def _new_row(self) -> GridRow:
        row = GridRow(self._grid, len(self.rows), self.columns)
        row.put_into(self._layout)
        previous: QWidget = self.rows[-1].save if self.rows else self._grid
        for cell in row.cells.values():
            cell.show()  # a layout would show it a turn later, too late for the keyboard
        for widget in (*row.cells.values(), row.save):
            QWidget.setTabOrder(previous, widget)
            previous = widget
        self._take(row)
        return row

    def _take(self, row: GridRow) -> None:
        for label, hidden in zip((row.plan, row.last), self._narrow, strict=True):
            label.setHidden(hidden)
        self.rows.append(row)
