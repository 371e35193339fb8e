"""The sets of one exercise for Qt: whoever watches is told what changed, cell by cell with its words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nextrep.domain.loads import Loads
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale, SetKind
from nextrep.domain.units import Unit
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column
from nextrep.ui.session.load_steps import next_band, next_load
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.words import column_tip, column_title, last_words, plan_words, row_name, row_title

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
HEADS = 3
"""Columns before the fields: the set, the plan, the last time."""


class SetTable(QAbstractTableModel):
    """A `SetSheet` that says what changes: change it here, read it there.

    A column each for the set, the plan and the last time, then one for each field, then whether it is done.

    Attributes:
        sheet: its texts and what they mean; change them by the methods of the table only.
        rows: the rows of the sheet.
    """

    def __init__(
        self,
        block: BlockView,
        unit: Unit,
        scale: EffortScale | None = None,
        loads: Loads | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sheet = SetSheet(block, unit, scale, loads)
        self.rows = self.sheet.rows

    @property
    def block(self) -> BlockView:
        """The exercise as last read."""
        return self.sheet.block

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Sets, done and to do."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Heads, fields, and whether it is done."""
        return 0 if parent.isValid() else HEADS + len(self.sheet.columns) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; for screen readers with its set and heading."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
            value = self._words(index.row(), index.column()) or tr("empty")
            return tr(
                "{row}, {column}: {value}",
                row=row_title(self.sheet, index.row()),
                column=heading,
                value=value,
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            column = self._field(index.column())
            return (column_tip(column, self.sheet.scale) or None) if column is not None else None
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed in a field."""
        column = self._field(index.column()) if index.isValid() else None
        if column is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.set_text(index.row(), column, str(value))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Fields can be typed in."""
        if not index.isValid():
            return Qt.ItemFlag(0)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self._field(index.column()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the headings."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = [tr("Set"), tr("Plan"), tr("Last time")]
        titles += [
            column_title(column, self.sheet.unit, self.sheet.scale, helps=self.sheet.helps)
            for column in self.sheet.columns
        ]
        titles.append(tr("State"))
        return titles[section] if 0 <= section < len(titles) else None

    def merge(self, block: BlockView) -> None:
        """Take the exercise as it is in the log now; what was typed but not saved stays."""
        self.beginResetModel()
        self.sheet.merge(block)
        self.endResetModel()

    def take_over(self, before: SetTable) -> None:
        """Go on with what was typed and added for the same exercise, whose unit or fields were others."""
        self.beginResetModel()
        self.sheet.take_over(before.sheet)
        self.endResetModel()

    def take_out(self, index: int) -> None:
        """Forget a row: its set was saved, or what was typed in it is no longer wanted."""
        self.beginResetModel()  # rows behind it get other numbers, which removing one row must not do
        del self.rows[index]
        self.endResetModel()

    def add(self) -> int:
        """Add a working set beyond the plan and return its row."""
        self.beginResetModel()
        self.rows.extra += 1
        self.rows.fit()
        self.endResetModel()
        return len(self.rows) - 1

    def add_warm_ups(self, asked: list[SuggestedSet]) -> None:
        """Put warm-ups before the sets to do."""
        self.beginResetModel()
        self.rows.add_warm_ups(asked)
        self.endResetModel()

    def toggle(self, index: int, kind: SetKind) -> None:
        """Make a row that is not done one of a kind, or a working set again."""
        self.beginResetModel()
        self.rows.toggle(index, kind)
        self.endResetModel()

    def set_text(self, index: int, column: Column, text: str) -> None:
        """Take what the person typed."""
        self.sheet.set_text(index, column, text)
        self._say_changed(index)

    def forget(self, index: int) -> None:
        """Forget what was typed in a row."""
        self.rows[index].typed.clear()
        self._say_changed(index)

    def step(self, index: int, sign: int) -> None:
        """Go to the next number that exists, up (1) or down (-1): of the band, else of the load or the help.

        Raises:
            UserError: what stands in the field is not a load.
        """
        if self.sheet.columns[0] is Column.BAND:
            self.sheet.set_text(index, Column.BAND, next_band(self.sheet, index, sign))
        else:
            self.sheet.set_load(index, next_load(self.sheet, index, sign))
        self._say_changed(index)

    def _say_changed(self, index: int) -> None:
        self.dataChanged.emit(self.index(index, 0), self.index(index, self.columnCount() - 1))

    def _field(self, section: int) -> Column | None:
        place = section - HEADS
        return self.sheet.columns[place] if 0 <= place < len(self.sheet.columns) else None

    def _words(self, row: int, section: int) -> str:
        column = self._field(section)
        if column is not None:
            return self.sheet.text(row, column)
        if section == HEADS + len(self.sheet.columns):
            if self.rows[row].unsaved:
                return tr("not saved")
            return tr("done") if self.rows[row].done else ""
        return (row_name, plan_words, last_words)[section](self.sheet, row)
