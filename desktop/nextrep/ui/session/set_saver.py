"""Writing sets: at once where that is possible, else they wait on the screen and are tried again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft, SetEntry
from nextrep.services import session
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.going_on import GoingOn
from nextrep.ui.session.rows import Row
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.waiting_sets import WaitingSet, WaitingSets
from nextrep.ui.session.words import row_title


class SetSaver(QObject):
    """Brings rows to the disk, and what is there back to the screen.

    Attributes:
        logged: emitted with a `Row` and the id of the set that it has become, before the row goes.
        going_on: leads to what comes after a set.
    """

    logged = Signal(object, object)

    def __init__(self, context: Context, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(conductor)
        self._context = context
        self._page = page
        self._conductor = conductor
        self._waiting = WaitingSets(page.unsaved)
        self.going_on = GoingOn(page, conductor)
        page.unsaved.retry.connect(self._try_again)
        conductor.left.connect(self._forget_waiting)

    def save(self, table: SetTable, row: int) -> None:
        """Write the row as it stands; then on to the next set, or to the next exercise."""
        grid, here, entry = self._page.exercise.grid, table.rows[row], table.rows[row].entry
        if entry is not None and not here.changed:
            self.going_on.from_known(table, row)
            return
        try:
            draft = table.sheet.draft(row)
        except UserError as error:
            grid.parts.show_problem(row, error.field, str(error))
            return
        grid.parts.clear_problems()
        self._write_those_before(here)
        saved = self._write(table, here, draft, partial(self._refuse, row))
        if saved is not None:
            self._after_saving(table, table.rows.index(here), saved, new=entry is None)
        else:
            grid.cell(grid.current, grid.column).selectAll()  # the next digit replaces, as everywhere

    def change(self, entry: SetEntry, draft: SetDraft) -> bool:
        """Write a change of a set that is done; returns whether it is kept."""
        saved = self._conductor.run(partial(session.change_set, self._context.store, entry.id, draft))
        if saved is not None:
            self._conductor.take_set(saved)
        return saved is not None

    def give_up(self, row: Row) -> None:
        """Try a row no more: what stands in it is no longer wanted."""
        self._waiting.take_out(row)

    def settle(self) -> str:
        """Write what waits, if it can be now; returns which set still waits, "" where none does."""
        self._write_those_before(None)
        return self._waiting.title()

    def _write(
        self, table: SetTable, row: Row, draft: SetDraft, refuse: Callable[[str, str], None]
    ) -> SetEntry | None:
        """Write a set; one that cannot be written stays where it is, is told, and is tried again."""
        assert self._conductor.view is not None
        store, waiting = self._context.store, self._waiting.find(row)
        at = waiting.at if waiting is not None else self._context.now()
        if row.entry is not None:
            use_case: Callable[[], Outcome[Any]] = partial(session.change_set, store, row.entry.id, draft)
        else:
            use_case = partial(session.log_set, store, self._conductor.view.session.id, draft, at)
        keep = partial(self._waiting.add, table, row, draft, at)
        saved: SetEntry | None = self._conductor.run(use_case, refuse, keep)
        if saved is not None:
            self._waiting.take_out(row)
        else:
            self._page.exercise.grid.sync()
        return saved

    def _forget_waiting(self) -> None:
        self._waiting.clear()

    def _try_again(self) -> None:
        """Write what could not be written; what is being typed anew is left alone."""
        table = self._conductor.table
        here = table.rows[self._page.exercise.grid.current] if table is not None else None
        self._write_those_before(None, typing=here)

    def _write_those_before(self, last: Row | None, typing: Row | None = None) -> None:
        """Write what waits, up to a row, in the order of doing; ends at the first that cannot be written."""
        for one in self._waiting:
            place = one.place
            if one.row is last:
                return
            if place is None:
                self._waiting.take_out(one.row)
                continue
            try:
                draft = one.table.sheet.draft(place)
            except UserError:
                continue  # it is being typed in
            if one.row is typing and draft != one.draft:
                continue
            if not self._write_waiting(one, place, draft):
                return

    def _write_waiting(self, one: WaitingSet, place: int, draft: SetDraft) -> bool:
        """Write a set that waits; where the person is meanwhile is left alone. Returns whether it is kept."""
        new, table, grid = one.row.entry is None, self._conductor.table, self._page.exercise.grid
        here = table.rows[grid.current] if table is not None else None
        saved = self._write(one.table, one.row, draft, partial(self._refuse, place))
        if saved is None:
            return False
        if one.row is here and self._page.exercise.note_line.isHidden():  # words are not taken from the hands
            self._after_saving(one.table, place, saved, new=new)
            return True
        self._take_in(one.table, place, saved, new=new)
        if table is not None and here is not None and here in table.rows:
            grid.follow(table.rows.index(here))
        return True

    def _refuse(self, row: int, message: str, field: str) -> None:
        self._page.exercise.grid.parts.show_problem(row, field, message)

    def _take_in(self, table: SetTable, row: int, saved: SetEntry, *, new: bool) -> None:
        """Show a set as it is on the disk now, and say that it is there."""
        if new:
            self.logged.emit(table.rows[row], saved.id)
            table.take_out(row)
            self._conductor.begun()
        else:
            table.rows[row].typed.clear()
        self._conductor.take_set(saved)
        place = table.rows.row_of(saved.id)
        title = row_title(table.sheet, place if place is not None else 0)
        time, name = self._context.now().strftime("%H:%M:%S"), table.block.exercise.name
        self._page.exercise.say_saved(
            tr("{set} of {exercise} saved {time}", set=title, exercise=name, time=time)
        )

    def _after_saving(self, table: SetTable, row: int, saved: SetEntry, *, new: bool) -> None:
        """Say so, begin the rest, and go on to what comes next."""
        self._take_in(table, row, saved, new=new)
        if new:
            self.going_on.after(table, saved)
        else:
            self.going_on.from_changed(table)
