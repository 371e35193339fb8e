"""The sets of one exercise as texts: what each field shows, and which set a row of texts means."""

from __future__ import annotations

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Measure
from nextrep.domain.loads import Loads
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.set_text import is_short
from nextrep.domain.training import EffortScale, SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column, columns_of, helps
from nextrep.ui.session.row_starts import start_of
from nextrep.ui.session.row_texts import RowTexts
from nextrep.ui.session.rows import Row, Rows


class SetSheet:
    """Rows of one exercise with their fields. Texts in, sets out; whoever changes it says so to the screen.

    Attributes:
        unit: unit that loads are shown and typed in.
        scale: scale of the effort column, None where it is not asked.
        loads: what there is to lift.
        rows: those done in their order, then those to do.
        columns: the fields, in order.
    """

    def __init__(
        self, block: BlockView, unit: Unit, scale: EffortScale | None = None, loads: Loads | None = None
    ) -> None:
        self.unit = unit
        self.scale = scale
        self.loads = loads or Loads()
        self.rows = Rows(block)
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

    def merge(self, block: BlockView) -> None:
        """Take the exercise as it is in the log now; what was typed but not saved stays."""
        self.rows.merge(block)
        self.columns = columns_of(block, self.scale)

    def take_over(self, before: SetSheet) -> None:
        """Go on with what was typed and added for the same exercise, whose unit or fields were others."""
        texts = before._texts
        for row in before.rows:
            try:
                typed = texts.typed(row)
                load = texts.load(row, before._start(row), typed)
            except UserError:
                continue  # it is no load in any unit, and stays as it is
            if any(is_short(text) for text in row.typed.values()):
                row.typed = dict(typed)  # "100x5" would be of another unit now
            if load is not None and Column.LOAD in row.typed:
                row.exact, row.typed[Column.LOAD] = load, self._texts.shown_load(load)
        self.rows.take_over(before.rows)

    def asked(self, index: int) -> SuggestedSet | None:
        """Return what is asked for in a row, None where nothing is."""
        return self.rows.asked_of(self.rows[index])

    def text(self, index: int, column: Column) -> str:
        """Return what a field shows."""
        row = self.rows[index]
        return row.typed.get(column, self._base(row, column))

    def set_text(self, index: int, column: Column, text: str) -> None:
        """Take what the person typed; what stood there before is no change."""
        row = self.rows[index]
        if text.strip() == self._base(row, column):
            row.typed.pop(column, None)
        else:
            row.typed[column] = text

    def set_load(self, index: int, load: Load) -> None:
        """Take a load that was chosen and not typed: it stays exact, whatever its field shows of it."""
        self.rows[index].exact = load
        self.set_text(index, Column.LOAD, self._texts.shown_load(load))

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

    def hold(self, row: Row, draft: SetDraft) -> None:
        """Keep a row as it was done, whatever is saved before it can be written too."""
        row.unsaved = True
        if row.entry is None:
            index, typed = self.rows.index(row), self._texts.typed(row)  # "100x5" as load and reps
            row.typed = {column: self.text(index, column) for column in self.columns} | typed
            row.exact = draft.load

    def load(self, index: int) -> Load | None:
        """Return the load of a row, None without one or where it cannot be read."""
        try:
            return self.read_load(index)
        except UserError:
            return None

    def read_load(self, index: int) -> Load | None:
        """Return the load of a row, None without one.

        Raises:
            UserError: what stands in the field is not a load.
        """
        row, texts = self.rows[index], self._texts
        return texts.load(row, self._start(row), texts.typed(row))

    def draft(self, index: int) -> SetDraft:
        """Read a row.

        Raises:
            UserError: a text is no number or out of range; `field` is the `Column`.
        """
        row = self.rows[index]
        return self._texts.read(row, self._start(row))

    @property
    def _texts(self) -> RowTexts:
        return RowTexts(self.block.exercise, self.columns, self.unit, self.scale)

    def _start(self, row: Row) -> SetDraft:
        return start_of(row, self.rows, self.loads)

    def _base(self, row: Row, column: Column) -> str:
        """Return what a field shows before anything is typed."""
        return self._texts.shown(self._start(row), column)
