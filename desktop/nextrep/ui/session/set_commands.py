"""What a key or a button does to the sets of an open session, and what comes after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.training import SetKind
from nextrep.services import session
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.key_help import KeyHelp
from nextrep.ui.session.keys import Command
from nextrep.ui.session.models import SetTable
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import row_title
from nextrep.ui.widgets.screen import Screen


class SetCommands(QObject):
    """Carries out the commands of the exercise card, the load card and the keys."""

    def __init__(self, screen: Screen, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._page = page
        self._conductor = conductor
        for asked in (page.exercise.asked, page.load.asked, page.turned):
            asked.connect(self.do)

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for."""
        if command is Command.HELP:
            KeyHelp(self._screen.window()).open()
            return
        if command is Command.UNDO:
            self._context.undo.undo()
            return
        if command is Command.REDO:
            self._context.undo.redo()
            return
        if self._conductor.table is None:
            return
        if command is Command.CUES:
            self._conductor.turn_cues()
            return
        steps: dict[Command, Callable[[SetTable, int], None]] = {
            Command.SAVE: self._save,
            Command.HEAVIER: partial(self._step, sign=1),
            Command.LIGHTER: partial(self._step, sign=-1),
            Command.WARMUP: self._toggle_warmup,
            Command.ADD: self._add_row,
            Command.DELETE: self._delete,
            Command.NEXT: partial(self._turn, by=1),
            Command.PREVIOUS: partial(self._turn, by=-1),
        }
        if command in steps:
            steps[command](self._conductor.table, self._page.exercise.grid.current)

    def _save(self, table: SetTable, row: int) -> None:
        """Write the row as it stands; then on to the next set, or to the next exercise."""
        grid, store = self._page.exercise.grid, self._context.store
        entry = table.rows[row].entry
        if entry is not None and not table.changed(row):
            grid.go_to(table.next_row())
            return
        try:
            draft = table.draft(row)
        except UserError as error:
            grid.show_problem(row, error.field, str(error))
            return
        assert self._conductor.view is not None
        self._page.exercise.grid.clear_problems()
        if entry is not None:
            use_case: Callable[[], Outcome[Any]] = partial(session.change_set, store, entry.id, draft)
        else:
            now = self._context.now()
            use_case = partial(session.log_set, store, self._conductor.view.session.id, draft, now)
        saved = self._conductor.run(use_case, partial(self._refuse, row))
        if saved is not None:
            self._after_saving(table, row, saved.id, new=entry is None)

    def _refuse(self, row: int, message: str, field: str) -> None:
        self._page.exercise.grid.show_problem(row, field, message)

    def _after_saving(self, table: SetTable, row: int, set_id: int, *, new: bool) -> None:
        """Say so, begin the rest, and go on to what comes next."""
        if new:
            table.take_out(row)
            self._conductor.begun()
        else:
            table.revert(row)
        self._conductor.reload()
        title = next(
            row_title(table, index)
            for index, shown in enumerate(table.rows)
            if shown.entry is not None and shown.entry.id == set_id
        )
        time, name = self._context.now().strftime("%H:%M:%S"), table.block.exercise.name
        self._page.exercise.say_saved(
            tr("{set} of {exercise} saved {time}", set=title, exercise=name, time=time)
        )
        if new:
            self._rest(table)
        grid, waiting, block = self._page.exercise.grid, table.first_open(), table.block
        asked_for = block.target is not None or not block.complete or not block.last
        if waiting is not None and asked_for:
            grid.go_to(waiting, table.first_column(waiting, grid.column))
        elif new:
            self._go_on(table)
        else:
            grid.focus_current()

    def _rest(self, table: SetTable) -> None:
        """Begin the rest, unless nothing is left to rest for."""
        assert self._conductor.view is not None
        if table.first_open() is not None or self._conductor.view.next_open() is not None:
            self._page.rest.start(self._conductor.rest_of(table.block))
        else:
            self._page.rest.clear()

    def _go_on(self, table: SetTable) -> None:
        """After the last set of an exercise: the next one with sets missing, else the finish."""
        assert self._conductor.view is not None
        following, waiting = self._conductor.view.next_open(self._conductor.block), table.first_open()
        if following is not None:
            self._conductor.show_block(following)
        elif waiting is not None:
            self._page.exercise.grid.go_to(waiting)
        else:
            self._page.finish_button.setFocus()

    def _step(self, table: SetTable, row: int, *, sign: int) -> None:
        grid = self._page.exercise.grid
        try:
            table.step(row, sign)
        except UserError as error:
            grid.show_problem(row, error.field, str(error))
            return
        grid.clear_problems()
        grid.sync()

    def _toggle_warmup(self, table: SetTable, row: int) -> None:
        entry = table.rows[row].entry
        grid = self._page.exercise.grid
        if entry is None:
            table.toggle_warmup(row)
            self._page.exercise.show_table(table, row)
            grid.focus_current()
            return
        kind = SetKind.WORKING if table.rows[row].warmup else SetKind.WARMUP
        changed = replace(entry.draft, kind=kind)
        self._conductor.run(partial(session.change_set, self._context.store, entry.id, changed))
        self._conductor.reload()
        grid.focus_current()

    def _add_row(self, table: SetTable, _row: int) -> None:
        added = table.add()
        self._page.exercise.show_table(table, added)
        self._page.exercise.grid.focus_current()

    def _delete(self, table: SetTable, row: int) -> None:
        entry = table.rows[row].entry
        if entry is None:
            return
        self._conductor.run(partial(session.delete_set, self._context.store, entry.id))
        self._page.exercise.say_saved("")
        self._conductor.reload()
        self._page.exercise.grid.go_to(table.next_row())

    def _turn(self, _table: SetTable, _row: int, *, by: int) -> None:
        assert self._conductor.view is not None
        numbers = [block.block for block in self._conductor.view.blocks]
        place = numbers.index(self._conductor.block) + by
        if 0 <= place < len(numbers):
            self._conductor.show_block(numbers[place])
