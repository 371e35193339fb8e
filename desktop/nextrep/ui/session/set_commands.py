"""What a key or a button does to the sets of a session, and what comes after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft, SetEntry, SetKind
from nextrep.services import session
from nextrep.ui.session.columns import Column
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.keys import KINDS, Command
from nextrep.ui.session.rows import Row
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.waiting_sets import WaitingSet, WaitingSets
from nextrep.ui.session.words import row_title
from nextrep.ui.widgets.screen import Screen

REST_PAUSE_S = 20
"""A few breaths within a rest-pause set: 15 to 30 s are usual; our convention."""


class SetCommands(QObject):
    """Carries out the commands of the exercise card, the load card and the keys.

    Attributes:
        ended: emitted when the last set that was to do is done.
    """

    ended = Signal()

    def __init__(self, screen: Screen, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(screen)
        self._context = screen.context
        self._page = page
        self._conductor = conductor
        self._waiting = WaitingSets(page.unsaved)
        self._noted: tuple[SetTable, Row, int] | None = None  # what the note is about, with its id once done
        self._timed: tuple[SetTable, Row] | None = None  # what is being timed
        for asked in (page.exercise.asked, page.load.asked, page.turned):
            asked.connect(self.do)
        page.exercise.note_line.kept.connect(self._on_note)
        page.exercise.note_line.left.connect(page.exercise.grid.focus_current)
        page.rated.connect(self.rate_focus)
        page.exercise.focus_strip.rated.connect(self.rate_focus)
        page.unsaved.retry.connect(self._try_again)
        conductor.left.connect(self._forget_waiting)
        page.timer.began.connect(self._on_timer_began)
        page.timer.stopped.connect(self._on_timer_stopped)

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
            Command.SAVE: self._save,
            Command.HEAVIER: partial(self._step, sign=1),
            Command.LIGHTER: partial(self._step, sign=-1),
            Command.NOTE: self._ask_note,
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

    def _on_timer_began(self) -> None:
        table = self._conductor.table
        if table is not None:
            self._timed = table, table.rows[self._page.exercise.grid.current]

    def _on_timer_stopped(self, sides: list[int]) -> None:
        """Take what the timer measured for the row that was current when it was started.

        Of two sides the shorter one counts, as with reps.
        """
        if self._timed is None:
            return
        (table, row), self._timed = self._timed, None
        if row not in table.rows or Column.SECONDS not in table.sheet.columns:
            return
        place = table.rows.index(row)
        table.set_text(place, Column.SECONDS, str(min(sides)))
        if table is self._conductor.table:
            self._page.exercise.grid.go_to(place, Column.SECONDS)

    def rate_focus(self, focus: int | None) -> None:
        """Keep how focused the set done last was."""
        entry = self._conductor.last_set()
        if entry is not None:
            self._change(entry, replace(entry.draft, focus=focus))

    def _save(self, table: SetTable, row: int) -> None:
        """Write the row as it stands; then on to the next set, or to the next exercise."""
        grid, here, entry = self._page.exercise.grid, table.rows[row], table.rows[row].entry
        if entry is not None and not here.changed:
            if self._conductor.editing and row + 1 < len(table.rows):
                grid.go_to(row + 1)  # of the past each set is looked at
            elif table.rows.first_open() is not None:
                grid.go_to(table.rows.next_row())
            else:
                self.ended.emit()
            return
        try:
            draft = table.sheet.draft(row)
        except UserError as error:
            grid.show_problem(row, error.field, str(error))
            return
        grid.clear_problems()
        self._write_those_before(here)
        saved = self._write(table, here, draft, partial(self._refuse, row))
        if saved is not None:
            self._after_saving(table, table.rows.index(here), saved, new=entry is None)
        else:
            grid.cell(grid.current, grid.column).selectAll()  # the next digit replaces, as everywhere

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

    def settle(self) -> str:
        """Write what waits, if it can be now; returns which set still waits, "" where none does."""
        self._write_those_before(None)
        return self._waiting.title()

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
        self._page.exercise.grid.show_problem(row, field, message)

    def _take_in(self, table: SetTable, row: int, saved: SetEntry, *, new: bool) -> None:
        """Show a set as it is on the disk now, and say that it is there."""
        if new:
            if self._noted is not None and self._noted[1] is table.rows[row]:
                self._noted = *self._noted[:2], saved.id
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
            self._go_on(table, saved)
            return
        grid, waiting = self._page.exercise.grid, table.rows.first_open()
        grid.go_to(waiting) if waiting is not None else grid.focus_current()

    def _go_on(self, table: SetTable, saved: SetEntry) -> None:
        """After a set: the next of the exercise, the next exercise of a round or at all, the end."""
        view, block, waiting = self._conductor.view, table.block, table.rows.first_open()
        assert view is not None
        following, rest = view.after_set(block.block)
        kind = table.rows[waiting].kind if waiting is not None else None
        if kind is not None and kind.follows_on:
            self._conductor.rest(REST_PAUSE_S if kind is SetKind.REST_PAUSE else 0)
            self._stay(table, waiting)
        elif waiting is not None and self._stays(table, saved, following):
            self._conductor.rest(self._conductor.rest_of(block))
            self._stay(table, waiting)
        elif following is not None:
            self._conductor.rest(self._conductor.rest_of(block) if rest else 0)
            self._conductor.show_block(following)
        elif waiting is not None:
            self._conductor.rest(self._conductor.rest_of(block))
            self._stay(table, waiting)
        else:
            self._conductor.rest(0)
            self._page.set_large(False)
            self.ended.emit()

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

    def _step(self, table: SetTable, row: int, *, sign: int) -> None:
        grid = self._page.exercise.grid
        try:
            table.step(row, sign)
        except UserError as error:
            grid.show_problem(row, error.field, str(error))
            return
        grid.clear_problems()

    def _toggle(self, table: SetTable, row: int, kind: SetKind) -> None:
        """Make a set one of a kind, or a working set again."""
        entry = table.rows[row].entry
        if entry is None:
            table.toggle(row, kind)
            self._page.exercise.show_table(table, row)
        else:
            now = SetKind.WORKING if entry.draft.kind is kind else kind
            self._change(entry, replace(entry.draft, kind=now))
        self._page.exercise.grid.focus_current()

    def _change(self, entry: SetEntry, draft: SetDraft) -> bool:
        """Write a change of a set that is done; returns whether it is kept."""
        saved = self._conductor.run(partial(session.change_set, self._context.store, entry.id, draft))
        if saved is not None:
            self._conductor.take_set(saved)
        return saved is not None

    def _ask_note(self, table: SetTable, row: int) -> None:
        one = table.rows[row]
        self._noted = table, one, one.entry.id if one.entry is not None else 0
        self._page.exercise.note_line.ask(row_title(table.sheet, row), one.words)

    def _on_note(self, words: str) -> None:
        """Keep the words with the set that they were asked for, wherever its row is by now."""
        if self._noted is None:
            return
        table, noted, set_id = self._noted
        row = table.rows.row_of(set_id) if set_id else None
        if row is None and noted in table.rows:
            row = table.rows.index(noted)
        if row is None or table is not self._conductor.table:
            return
        entry = table.rows[row].entry
        if entry is None:
            table.rows[row].note = words
            self._page.exercise.grid.sync()
        elif words != entry.draft.note and not self._change(entry, replace(entry.draft, note=words)):
            self._page.exercise.note_line.ask(row_title(table.sheet, row), words)  # nobody writes it twice
            return
        self._page.exercise.grid.go_to(row)

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
        self._waiting.take_out(table.rows[row])
        self._page.exercise.grid.clear_problems()
        table.forget(row)
        self._page.exercise.grid.focus_current()

    def _turn(self, _table: SetTable, _row: int, *, by: int) -> None:
        assert self._conductor.view is not None
        numbers = [block.block for block in self._conductor.view.blocks]
        place = numbers.index(self._conductor.block) + by
        if 0 <= place < len(numbers):
            self._conductor.show_block(numbers[place])
