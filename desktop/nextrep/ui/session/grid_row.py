"""The widgets of one set in the grid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.columns import Column
from nextrep.ui.session.controls import Cell, TallPrimary
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.set_table import HEADS
from nextrep.ui.session.words import column_title, last_words, plan_words, row_name, row_title
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.labels import Body, Muted, Secondary

NAME, PLAN, LAST = range(HEADS)
LINES = 3
"""Lines of the layout for each set: its fields, its note, and what is wrong with them."""
LEFT_OUT = frozenset({Column.FOCUS})
"""Fields that large figures leave no room for; focus has its keys."""
ROW_PX = 54
"""Least height of a set, px at 100 %."""


class GridRow:
    """A set: what it is, what is planned, what was done last time, its fields, and whether it is done."""

    def __init__(self, grid: QWidget, index: int, columns: tuple[Column, ...]) -> None:
        self.index = index
        self.name = Body(wrap=False)
        self.name.setProperty("large", False)
        self.plan = Muted(wrap=False)
        self.last = Muted(wrap=False)
        self.cells = {column: Cell(index, column, grid) for column in columns}
        self.done = Chip(tr("done"), "tint")
        self.unsaved = Chip(tr("not saved"), "warn")
        self.save = TallPrimary(tr("Done ↵"))
        self.note = Secondary()
        self.problem = FieldProblem()
        self.note.hide()
        self.problem.hide()

    @property
    def widgets(self) -> list[QWidget]:
        """Everything that is in the layout."""
        states = (self.done, self.unsaved, self.save, self.note, self.problem)
        return [self.name, self.plan, self.last, *self.cells.values(), *states]

    def hide(self) -> None:
        """Take the row out of sight; a field that is hidden hands its focus on, which means nothing here."""
        for widget in self.widgets:
            widget.blockSignals(True)
            widget.hide()
            widget.blockSignals(False)

    def put_into(self, layout: QGridLayout) -> None:
        """Take the lines of this row in a layout."""
        px = current_theme().px
        line = 1 + LINES * self.index
        for column, label in ((NAME, self.name), (PLAN, self.plan), (LAST, self.last)):
            layout.addWidget(label, line, column)
        for offset, cell in enumerate(self.cells.values()):
            layout.addWidget(cell, line, HEADS + offset, Qt.AlignmentFlag.AlignVCenter)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for state in (self.done, self.unsaved, self.save):
            layout.addWidget(state, line, HEADS + len(self.cells), middle)
        self.note.setContentsMargins(0, 0, 0, px(8))
        self.problem.setContentsMargins(0, 0, 0, px(8))
        layout.addWidget(self.note, line + 1, NAME, 1, HEADS + len(self.cells) + 1)
        layout.addWidget(self.problem, line + 2, HEADS, 1, len(self.cells) + 1)

    def show(self, sheet: SetSheet, *, current: bool, large: bool = False) -> None:
        """Show the texts and the state of the set; where figures are `large`, of the current one only."""
        index, row = self.index, sheet.rows[self.index]
        changed, shown = row.changed, current or not large
        self.name.setText(row_name(sheet, index))
        self.plan.setText(plan_words(sheet, index))
        self.last.setText(last_words(sheet, index))
        title = row_title(sheet, index)
        for column, cell in self.cells.items():
            cell.quiet = not row.done and not current and not changed
            cell.editing_deletes = not row.done or changed
            cell.show_text(sheet.text(index, column))
            heading = column_title(column, sheet.unit, sheet.scale, helps=sheet.helps)
            cell.setAccessibleName(tr("{row}, {column}", row=title, column=heading))
            cell.set_large(large)
            cell.setVisible(shown and not (large and column in LEFT_OUT))
            cell.update()
        saving = current and (not row.done or changed)
        self.name.setVisible(shown)
        self.save.setText(tr("Save ↵") if row.done else tr("Done ↵"))
        self.save.setAccessibleName(tr("Save {row}", row=title))
        self.save.setVisible(saving)
        self.unsaved.setVisible(shown and row.unsaved and not saving)
        self.done.setVisible(shown and row.done and not saving)
        self.done.setAccessibleName(tr("{row} is done", row=title))
        note = row.words
        self.note.setText(note)
        self.note.setVisible(shown and bool(note))
        self._size_name(large=large)

    def _size_name(self, *, large: bool) -> None:
        if self.name.property("large") is not large:
            for words in (self.name, self.note, self.problem):
                words.setProperty("large", large)
                words.style().unpolish(words)
                words.style().polish(words)

    def extent(self) -> tuple[int, int]:
        """Return where the row begins and ends in the grid.

        The layout does not know: what it says of its lines is out of date once words wrap.
        """
        cell = next(iter(self.cells.values())).geometry()
        half = max(current_theme().px(ROW_PX), cell.height() + current_theme().px(10)) // 2
        below = [words.geometry().bottom() for words in (self.note, self.problem) if not words.isHidden()]
        return cell.center().y() - half, max([cell.center().y() + half, *below])

    def say_problem(self, message: str, cell: Cell | None) -> None:
        """Say what is wrong with the row, at a field; "" for nothing."""
        if not message and not self.problem.text():
            return
        self.problem.setText(message)
        self.problem.setVisible(bool(message))
        for one in self.cells.values():
            one.set_problem(message if one is cell else "")
