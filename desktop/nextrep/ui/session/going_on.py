"""What comes after a set that was done: a rest, then the next set, the next exercise, or the end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nextrep.domain.training import SetEntry, SetKind
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.train_page import TrainPage

REST_PAUSE_S = 20
"""A few breaths within a rest-pause set: 15 to 30 s are usual; our convention."""


class GoingOn(QObject):
    """Leads from a set to what comes next.

    Attributes:
        ended: emitted when the last set that was to do is done.
    """

    ended = Signal()

    def __init__(self, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(conductor)
        self._page = page
        self._conductor = conductor

    def after(self, table: SetTable, saved: SetEntry) -> None:
        """Go on from a set just done: to the next one, to another exercise, or to the end."""
        view, block, waiting = self._conductor.view, table.block, table.rows.first_open()
        assert view is not None
        following, rest = view.after_set(block.block)
        kind = table.rows[waiting].kind if waiting is not None else None
        if kind is not None and kind.follows_on:
            self._conductor.rests.begin(REST_PAUSE_S if kind is SetKind.REST_PAUSE else 0)
            self._stay(table, waiting)
        elif waiting is not None and self._stays(table, saved, following):
            self._conductor.rests.begin_after(block)
            self._stay(table, waiting)
        elif following is not None:
            self._conductor.rests.begin(self._conductor.rests.seconds_of(block) if rest else 0)
            self._conductor.show_block(following)
        elif waiting is not None:
            self._conductor.rests.begin_after(block)
            self._stay(table, waiting)
        else:
            self._conductor.rests.begin(0)
            self._page.set_large(False)
            self.ended.emit()

    def from_known(self, table: SetTable, row: int) -> None:
        """Go on from a set that was done before, of which nothing was changed."""
        grid = self._page.exercise.grid
        if self._conductor.editing and row + 1 < len(table.rows):
            grid.go_to(row + 1)  # of the past each set is looked at
        elif table.rows.first_open() is not None:
            grid.go_to(table.rows.next_row())
        else:
            self.ended.emit()

    def from_changed(self, table: SetTable) -> None:
        """Go on from a set that was done before and was changed: to what is to do, else stay."""
        grid, waiting = self._page.exercise.grid, table.rows.first_open()
        grid.go_to(waiting) if waiting is not None else grid.focus_current()

    def _stays(self, table: SetTable, saved: SetEntry, following: int | None) -> bool:
        """Whether the next set is one of the same exercise."""
        block = table.block
        if saved.draft.kind is SetKind.WARMUP or following == block.block:
            return True
        planned, first_time = block.target is not None, not block.last
        return (planned and block.complete) or (not planned and first_time)

    def _stay(self, table: SetTable, row: int | None) -> None:
        if row is not None:
            grid = self._page.exercise.grid
            grid.go_to(row, table.sheet.first_column(row, grid.column))
