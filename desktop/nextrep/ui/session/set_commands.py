"""What a key or a button does to the sets of a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from nextrep.domain.errors import UserError
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.training import SetKind
from nextrep.services import session
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.keys import KINDS, Command
from nextrep.ui.session.set_notes import SetNotes
from nextrep.ui.session.set_saver import SetSaver
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.set_timing import SetTiming
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.widgets.screen import Screen


class SetCommands(QObject):
    """Carries out the commands of the exercise card, the load card and the keys.

    Attributes:
        saver: writes the sets.
    """

    def __init__(self, screen: Screen, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(screen)
        self._context = screen.context
        self._page = page
        self._conductor = conductor
        self.saver = SetSaver(screen.context, page, conductor)
        self._notes = SetNotes(page, conductor, self.saver)
        self._timing = SetTiming(page, conductor)
        for asked in (page.exercise.asked, page.load.asked, page.turned):
            asked.connect(self.do)
        page.rated.connect(self.rate_focus)
        page.exercise.focus_strip.rated.connect(self.rate_focus)

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for."""
        if command is Command.UNDO:
            self._context.undo.undo()
            return
        if command is Command.REDO:
            self._context.undo.redo()
            return
        table = self._conductor.table
        if table is None:
            return
        row = self._page.exercise.grid.current
        steps: dict[Command, Callable[[SetTable, int], None]] = {
            Command.SAVE: self.saver.save,
            Command.HEAVIER: partial(self._step, sign=1),
            Command.LIGHTER: partial(self._step, sign=-1),
            Command.NOTE: self._notes.ask,
            Command.ADD: self._add_row,
            Command.DELETE: self._delete,
            Command.REVERT: self._revert,
            Command.NEXT: partial(self._turn, by=1),
            Command.PREVIOUS: partial(self._turn, by=-1),
        }
        if command in KINDS:
            self._toggle(table, row, KINDS[command])
        elif command in steps:
            steps[command](table, row)

    def add_warm_ups(self, asked: list[SuggestedSet]) -> None:
        """Put warm-ups before the sets to do of the exercise that is shown."""
        table = self._conductor.table
        if table is not None:
            table.add_warm_ups(asked)
            self._page.exercise.show_table(table, table.rows.next_row())
            self._page.exercise.grid.focus_current()

    def rate_focus(self, focus: int | None) -> None:
        """Keep how focused the set done last was."""
        view = self._conductor.view
        entry = view.last_set if view is not None else None
        if entry is not None:
            self.saver.change(entry, replace(entry.draft, focus=focus))

    def _step(self, table: SetTable, row: int, *, sign: int) -> None:
        grid = self._page.exercise.grid
        try:
            table.step(row, sign)
        except UserError as error:
            grid.parts.show_problem(row, error.field, str(error))
            return
        grid.parts.clear_problems()

    def _toggle(self, table: SetTable, row: int, kind: SetKind) -> None:
        """Make a set one of a kind, or a working set again."""
        entry = table.rows[row].entry
        if entry is None:
            table.toggle(row, kind)
            self._page.exercise.show_table(table, row)
        else:
            now = SetKind.WORKING if entry.draft.kind is kind else kind
            self.saver.change(entry, replace(entry.draft, kind=now))
        self._page.exercise.grid.focus_current()

    def _add_row(self, table: SetTable, _row: int) -> None:
        added = table.add()
        self._page.exercise.show_table(table, added)
        self._page.exercise.grid.focus_current()

    def _delete(self, table: SetTable, row: int) -> None:
        entry = table.rows[row].entry
        if entry is None:
            return
        self._conductor.run(partial(session.delete_set, self._context.store, entry.id, self._context.now()))
        self._page.exercise.say_saved("")
        self._conductor.reload()
        self._page.exercise.grid.go_to(table.rows.next_row())

    def _revert(self, table: SetTable, row: int) -> None:
        self.saver.give_up(table.rows[row])
        self._page.exercise.grid.parts.clear_problems()
        table.forget(row)
        self._page.exercise.grid.focus_current()

    def _turn(self, _table: SetTable, _row: int, *, by: int) -> None:
        assert self._conductor.view is not None
        numbers = [block.block for block in self._conductor.view.blocks]
        place = numbers.index(self._conductor.block) + by
        if 0 <= place < len(numbers):
            self._conductor.show_block(numbers[place])
