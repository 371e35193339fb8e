"""The sets of one exercise as a table of texts, and the way from a row of texts to a set."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Measure
from nextrep.domain.loads import Loads, usual_step
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.set_text import is_short
from nextrep.domain.text import tr
from nextrep.domain.training import (
    EffortScale,
    SetDraft,
    SetKind,
)
from nextrep.domain.units import Load, Unit
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column, columns_of, helps
from nextrep.ui.session.row_texts import RowTexts
from nextrep.ui.session.rows import Row, Rows
from nextrep.ui.session.words import column_tip, column_title, last_words, plan_words, row_name, row_title

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
HEADS = 3
"""Columns before the fields: the set, the plan, the last time."""


class SetTable(QAbstractTableModel):
    """Rows of one exercise: those done in their order, then those to do. Texts in, sets out.

    A column each for the set, the plan and the last time, then one for each field, then whether it is done.

    Attributes:
        unit: unit that loads are shown and typed in.
        scale: scale of the effort column, None where it is not asked.
        loads: what there is to lift.
        rows: read only; change them by the methods.
        columns: the fields, in order.
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
        self.unit = unit
        self.scale = scale
        self.loads = loads or Loads()
        self.rows = Rows(block, self.loads)
        self.columns = columns_of(block, scale)

    @property
    def block(self) -> BlockView:
        """The exercise as last read."""
        return self.rows.block

    @property
    def timed(self) -> bool:
        """Whether a set is measured in seconds."""
        return Column.SECONDS in self.columns

    @property
    def helps(self) -> bool:
        """Whether the load is help."""
        return helps(self.block.exercise)

    def rowCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Sets, done and to do."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _NO_INDEX) -> int:
        """Heads, fields, and whether it is done."""
        return 0 if parent.isValid() else HEADS + len(self.columns) + 1

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
                "{row}, {column}: {value}", row=row_title(self, index.row()), column=heading, value=value
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            column = self._field(index.column())
            return (column_tip(column, self.scale) or None) if column is not None else None
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
        titles += [column_title(column, self.unit, self.scale, helps=self.helps) for column in self.columns]
        titles.append(tr("State"))
        return titles[section] if 0 <= section < len(titles) else None

    def merge(self, block: BlockView) -> None:
        """Take the exercise as it is in the log now; what was typed but not saved stays."""
        self.beginResetModel()
        self.rows.merge(block)
        self.columns = columns_of(block, self.scale)
        self.endResetModel()

    def take_over(self, before: SetTable) -> None:
        """Go on with what was typed and added for the same exercise, whose unit or fields were others."""
        self.beginResetModel()
        texts = before.texts
        for row in before.rows:
            try:
                typed = texts.typed(row)
                load = texts.load(row, before.start(row), typed)
            except UserError:
                continue  # it is no load in any unit, and stays as it is
            if any(is_short(text) for text in row.typed.values()):
                row.typed = dict(typed)  # "100x5" would be of another unit now
            if load is not None and Column.LOAD in row.typed:
                row.exact, row.typed[Column.LOAD] = load, self._shown(load)
        self.rows.take_over(before.rows)
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

    def first_open(self) -> int | None:
        """Return the first row that is not done, None when all are."""
        return next((index for index, row in enumerate(self.rows) if not row.done), None)

    def next_row(self) -> int:
        """Return the row to do next, else the last."""
        waiting = self.first_open()
        return waiting if waiting is not None else len(self.rows) - 1

    def row_of(self, set_id: int) -> int | None:
        """Return the row of a set that is done."""
        rows = enumerate(self.rows)
        return next((at for at, row in rows if row.entry is not None and row.entry.id == set_id), None)

    def first_column(self, index: int, usual: Column) -> Column:
        """Return the field of a row to begin in: the weight where it is asked for and still empty.

        An exercise without load begins with its reps or seconds, so that they are not taken for a weight.
        """
        first = self.columns[0]
        if self.text(index, first):
            return usual
        if first is Column.LOAD and self.block.exercise.measure is Measure.LOADED:
            return first
        return self.columns[1] if usual is first else usual

    def number(self, index: int) -> int:
        """Return which working set a row is, from 1; 0 for a warm-up and what follows on from a set."""
        return self.rows.number(index)

    def asked(self, index: int) -> SuggestedSet | None:
        """Return what is asked for in a row, None where nothing is."""
        return self.rows.asked_of(self.rows[index])

    def text(self, index: int, column: Column) -> str:
        """Return what a field shows."""
        row = self.rows[index]
        return row.typed.get(column, self._base(row, column))

    def set_text(self, index: int, column: Column, text: str) -> None:
        """Take what the person typed."""
        row = self.rows[index]
        if text.strip() == self._base(row, column):
            row.typed.pop(column, None)
        else:
            row.typed[column] = text
        self.dataChanged.emit(self.index(index, 0), self.index(index, self.columnCount() - 1))

    def changed(self, index: int) -> bool:
        """Whether a row differs from what is in the log or was suggested."""
        return bool(self.rows[index].typed)

    def forget(self, index: int) -> None:
        """Forget what was typed in a row."""
        self.rows[index].typed.clear()
        self.dataChanged.emit(self.index(index, 0), self.index(index, self.columnCount() - 1))

    def hold(self, row: Row, draft: SetDraft) -> None:
        """Keep a row as it was done, whatever is saved before it can be written too."""
        row.unsaved = True
        if row.entry is None:
            index, typed = self.rows.index(row), self.texts.typed(row)  # "100x5" as load and reps
            row.typed = {column: self.text(index, column) for column in self.columns} | typed
            row.exact = draft.load

    @property
    def unsaved(self) -> bool:
        """Whether a set waits to be written."""
        return any(row.unsaved for row in self.rows)

    def note(self, index: int) -> str:
        """Return the words of a set."""
        row = self.rows[index]
        return row.entry.draft.note if row.entry is not None else row.note

    def step(self, index: int, sign: int) -> None:
        """Go to the next number that exists, up (1) or down (-1): of the band, else of the load or the help.

        Raises:
            UserError: what stands in the field is not a load.
        """
        if self.columns[0] is Column.BAND:
            self.set_text(index, Column.BAND, self.next_band(index, sign))
            return
        row = self.rows[index]
        load = self.stepped(index, sign)
        row.exact = load
        self.set_text(index, Column.LOAD, self._shown(load))

    def stepped(self, index: int, sign: int) -> Load:
        """Return the load that a step up (1) or down (-1) leads to.

        Raises:
            UserError: what stands in the field is not a load.
        """
        exercise = self.block.exercise
        now = self._load_of(index)
        start = Load(now.grams, self.unit) if now is not None else Load(0, self.unit)
        if self.helps and sign < 0 and start.grams >= 0:
            return start  # no help is the least there is
        there = self.loads.at_most(exercise, start)
        between = there.grams != start.grams  # 13 kg, where there are 12 and 14
        if (sign > 0) is not self.helps:
            return self.loads.above(exercise, there if between and there.grams < start.grams else start)
        if between and 0 <= there.grams < start.grams:
            return there
        if exercise.measure is Measure.BODYWEIGHT and start.grams <= 0:
            return Load(start.grams - usual_step(exercise, self.unit).grams, self.unit)
        return self.loads.below(exercise, start)

    def step_size(self) -> Load:
        """Return the usual smallest step of the load in the person's unit."""
        return usual_step(self.block.exercise, self.unit)

    def bands(self) -> tuple[str, ...]:
        """Return the names of the bands from light to heavy, the person's own where there are any."""
        return self.loads.owned.bands or (tr("light"), tr("medium"), tr("heavy"))

    def next_band(self, index: int, sign: int) -> str:
        """Return the next heavier (1) or lighter (-1) band; "" is none, before the lightest."""
        names = ("", *self.bands())
        band = self.text(index, Column.BAND)
        place = names.index(band) if band in names else 0
        return names[min(max(place + sign, 0), len(names) - 1)]

    def working_row(self, index: int) -> int:
        """Return a row, or for a warm-up or what follows on the first working set there is."""
        if self.rows[index].main:
            return index
        return next((at for at, row in enumerate(self.rows) if row.main), index)

    def load(self, index: int) -> Load | None:
        """Return the load of a row, None without one or where it cannot be read."""
        try:
            return self._load_of(index)
        except UserError:
            return None

    def draft(self, index: int) -> SetDraft:
        """Read a row.

        Raises:
            UserError: a text is no number or out of range; `field` is the `Column`.
        """
        row = self.rows[index]
        return self.texts.read(row, self.start(row))

    @property
    def texts(self) -> RowTexts:
        """How fields are read and written."""
        return RowTexts(self.block.exercise, self.columns, self.unit, self.scale)

    def start(self, row: Row) -> SetDraft:
        """Return what a row holds before anything is typed."""
        return row.entry.draft if row.entry is not None else self.rows.start_of(row)

    def _load_of(self, index: int) -> Load | None:
        row, texts = self.rows[index], self.texts
        return texts.load(row, self.start(row), texts.typed(row))

    def _base(self, row: Row, column: Column) -> str:
        """Return what a field shows before anything is typed."""
        return self.texts.shown(self.start(row), column)

    def _shown(self, load: Load) -> str:
        return self.texts.shown_load(load)

    def _field(self, section: int) -> Column | None:
        place = section - HEADS
        return self.columns[place] if 0 <= place < len(self.columns) else None

    def _words(self, row: int, section: int) -> str:
        column = self._field(section)
        if column is not None:
            return self.text(row, column)
        if section == HEADS + len(self.columns):
            if self.rows[row].unsaved:
                return tr("not saved")
            return tr("done") if self.rows[row].done else ""
        return (row_name, plan_words, last_words)[section](self, row)
