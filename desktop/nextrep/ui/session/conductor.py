"""Leads through an open session: which exercise is shown, what a key or button does, what is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale, SetKind
from nextrep.services import catalog, preferences, session
from nextrep.services.program import equipment_at_hand
from nextrep.services.session import BlockView, SessionView
from nextrep.settings.table import EFFORT_SCALE, REST_SECONDS
from nextrep.ui.session.controls import below
from nextrep.ui.session.key_help import KeyHelp
from nextrep.ui.session.keys import Command
from nextrep.ui.session.models import SetTable
from nextrep.ui.session.picker import ExercisePicker
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import before_words, minutes_between, row_title
from nextrep.ui.widgets.screen import Screen

_MINUTE_MS = 20_000
"""How often "17 min in" is looked at."""
_LONG_AGO_S = 15 * 60
"""A set this long ago starts no rest when the session is opened again."""


class Conductor(QObject):
    """Between the page of an open session and the services.

    Attributes:
        view: the session as last read, None before the first.
        block: number of the exercise that is shown.
    """

    def __init__(self, screen: Screen, page: TrainPage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._page = page
        self._tables: dict[int, SetTable] = {}
        self._before_open = False
        self.view: SessionView | None = None
        self.block = -1
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.timeout.connect(self._show_heading)
        page.exercises.chosen.connect(self.show_block)
        page.exercises.add_button.clicked.connect(self.ask_exercise)
        page.add_first_button.clicked.connect(self.ask_exercise)
        page.exercise.asked.connect(self.do)
        page.exercise.swap_asked.connect(self.ask_swap)
        page.exercise.grid.edited.connect(self._show_load)
        page.load.asked.connect(self.do)
        page.turned.connect(self.do)
        page.before.rated.connect(self._on_rated)
        page.before.closed.connect(self._on_before_closed)
        page.felt.change_button.clicked.connect(self._on_change_felt)
        page.rest.skip.clicked.connect(page.exercise.grid.focus_current)
        page.more_button.clicked.connect(self._on_more)

    @property
    def table(self) -> SetTable | None:
        """The sets of the exercise that is shown."""
        return self._tables.get(self.block)

    def show(self, view: SessionView) -> None:
        """Show a session as it is in the log now; an exercise whose sets changed comes to the front."""
        known, touched = self.view, False
        if known is None or known.session.id != view.session.id:
            self._begin(view)
        elif changed := _changed_blocks(known, view):
            touched = True
            self.block = self.block if self.block in changed else changed[0]
        self.view = view
        if self.block not in {one.block for one in view.blocks}:
            self.block = _first_block(view)
        self._take_tables(view)
        if touched and self.table is not None:
            self._page.exercise.grid.current = _next_row(self.table)
            self._page.exercise.say_saved("")  # it may have been taken back; who saves says so afterwards
        self._show()

    def leave(self) -> None:
        """Forget the session: it is finished or gone."""
        self.view = None
        self.block = -1
        self._before_open = False
        self._tables.clear()
        self._minutes.stop()
        self._page.rest.clear()
        self._page.exercise.say_saved("")

    def show_time(self) -> None:
        """Look at the minutes again."""
        self._show_heading()
        self._minutes.start()

    def pause(self) -> None:
        """Stop looking at the minutes while nobody looks at them."""
        self._minutes.stop()

    def focus(self) -> None:
        """Put the keyboard where the next set is typed."""
        if self.table is not None:
            self._page.exercise.grid.focus_current()
        else:
            self._page.add_first_button.setFocus()

    def show_block(self, block: int) -> None:
        """Turn to an exercise and its next set."""
        if self.view is None:
            return
        self.block = block
        table = self._tables[block]
        self._page.exercise.grid.clear_problems()
        self._page.exercise.grid.current = _next_row(table)
        self._show()
        self.focus()

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
        if self.table is None:
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
            steps[command](self.table, self._page.exercise.grid.current)

    def ask_exercise(self) -> None:
        """Let the person choose an exercise to add."""
        store = self._context.store
        known = sorted(catalog.exercises_in_use(store).values(), key=lambda one: one.name)
        self._pick(tr("Add exercise"), known, tr("Used before"), self._add_exercise)

    def ask_swap(self) -> None:
        """Let the person choose an exercise for the place of the one that is shown."""
        block = self._block_view()
        if block is None:
            return
        fitting = catalog.alternates(block.exercise, equipment_at_hand(self._context.store))
        title = tr("Instead of {exercise}", exercise=block.exercise.name)
        self._pick(title, fitting, tr("The same movement, with your equipment"), self._swap)

    def discard(self) -> None:
        """Take the session away; it can be undone."""
        if self.view is not None:
            self._run(partial(session.discard, self._context.store, self.view.session.id))
            self._screen.refresh()
            if session.active(self._context.store) is None:
                self._screen.show_message(tr("The session is discarded. Undo brings it back."))

    def _begin(self, view: SessionView) -> None:
        """Start afresh with a session, where it was left."""
        self.leave()
        rated = bool(before_words(view.session))
        self._before_open = not rated and not any(block.sets for block in view.blocks)
        self.block = _first_block(view)
        done = [(entry, block) for block in view.blocks for entry in block.sets if entry.done_at is not None]
        if not done:
            return
        entry, block = max(done, key=lambda pair: pair[0].position)
        assert entry.done_at is not None
        ago = self._context.now().timestamp() - entry.done_at.timestamp()
        rest = self._rest_of(block)
        if 0 <= ago < min(rest, _LONG_AGO_S):
            self._page.rest.start(rest, rest - ago)

    def _take_tables(self, view: SessionView) -> None:
        """Have a table for each exercise; one that is still the same keeps what was typed."""
        store = self._context.store
        unit = preferences.unit(store)
        effort = preferences.read(store, EFFORT_SCALE)
        scale = EffortScale(effort) if effort != "off" else None
        tables: dict[int, SetTable] = {}
        for block in view.blocks:
            known = self._tables.get(block.block)
            same = known is not None and (known.block.exercise, known.unit, known.scale) == (
                block.exercise,
                unit,
                scale,
            )
            if known is not None and same:
                known.merge(block)
                tables[block.block] = known
            else:
                tables[block.block] = SetTable(block, unit, scale)
        new = self.block not in self._tables
        self._tables = tables
        if new and self.table is not None:
            self._page.exercise.grid.current = _next_row(self.table)

    def _show(self) -> None:
        view, page = self.view, self._page
        assert view is not None
        table = self.table
        page.exercise.setVisible(table is not None)
        page.empty_card.setVisible(table is None)
        page.load.setVisible(table is not None)
        page.finish_button.setVisible(table is not None)
        page.exercises.add_button.setVisible(table is not None)
        page.exercises.show_blocks(view, self.block)
        if table is not None:
            page.exercise.show_table(table, page.exercise.grid.current)
            ahead = table.first_open() is not None or view.next_open() is not None
            page.rest.set_planned(self._rest_of(table.block) if ahead else 0)
        else:
            page.rest.set_planned(preferences.read(self._context.store, REST_SECONDS))
        page.felt.show_session(view.session)
        page.before.show_session(view.session)
        page.before.setVisible(self._before_open)
        page.felt.setVisible(not self._before_open)
        store = self._context.store
        records = session.records_of(store, view.session.id)
        page.so_far.show_view(view, records, preferences.unit(store))
        self._show_heading()
        if self._screen.isVisible():
            self._minutes.start()

    def _show_heading(self) -> None:
        if self.view is not None:
            started = self.view.session.started_at
            minutes = minutes_between(started, self._context.now())
            title = self.view.session.title
            self._page.heading.setText(tr("{title} · {n} min in", title=title, n=minutes))

    def _show_load(self) -> None:
        if self.table is not None:
            self._page.load.show_row(self.table, self._page.exercise.grid.current)

    def _reload(self) -> None:
        view = session.active(self._context.store)
        if view is not None:
            self.show(view)

    def _run(self, use_case: Callable[[], Outcome[Any]]) -> Any:
        return self._context.operate.run(use_case, initiator=self._screen)

    def _save(self, table: SetTable, row: int) -> None:
        """Write the row as it stands; then on to the next set, or to the next exercise."""
        grid, store = self._page.exercise.grid, self._context.store
        entry = table.rows[row].entry
        if entry is not None and not table.changed(row):
            grid.go_to(_next_row(table))
            return
        try:
            draft = table.draft(row)
        except UserError as error:
            grid.show_problem(row, error.field, str(error))
            return
        assert self.view is not None
        self._page.exercise.grid.clear_problems()
        if entry is not None:
            use_case: Callable[[], Outcome[Any]] = partial(session.change_set, store, entry.id, draft)
        else:
            now = self._context.now()
            use_case = partial(session.log_set, store, self.view.session.id, draft, now)
        saved = self._context.operate.run(
            use_case, initiator=self._screen, on_error=partial(self._refuse, row)
        )
        if saved is not None:
            self._after_saving(table, row, saved.id, new=entry is None)

    def _refuse(self, row: int, message: str, field: str) -> None:
        self._page.exercise.grid.show_problem(row, field, message)

    def _after_saving(self, table: SetTable, row: int, set_id: int, *, new: bool) -> None:
        """Say so, begin the rest, and go on to what comes next."""
        if new:
            table.take_out(row)
            self._before_open = False
        else:
            table.revert(row)
        self._reload()
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
            grid.go_to(waiting)
        elif new:
            self._go_on(table)
        else:
            grid.focus_current()

    def _rest(self, table: SetTable) -> None:
        """Begin the rest, unless nothing is left to rest for."""
        assert self.view is not None
        if table.first_open() is not None or self.view.next_open() is not None:
            self._page.rest.start(self._rest_of(table.block))
        else:
            self._page.rest.clear()

    def _go_on(self, table: SetTable) -> None:
        """After the last set of an exercise: the next one with sets missing, else the finish."""
        assert self.view is not None
        following, waiting = self.view.next_open(self.block), table.first_open()
        if following is not None:
            self.show_block(following)
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
            return
        kind = SetKind.WORKING if table.rows[row].warmup else SetKind.WARMUP
        changed = replace(entry.draft, kind=kind)
        self._run(partial(session.change_set, self._context.store, entry.id, changed))
        self._reload()
        grid.focus_current()

    def _add_row(self, table: SetTable, _row: int) -> None:
        added = table.add()
        self._page.exercise.show_table(table, added)
        self._page.exercise.grid.focus_current()

    def _delete(self, table: SetTable, row: int) -> None:
        entry = table.rows[row].entry
        if entry is None:
            return
        self._run(partial(session.delete_set, self._context.store, entry.id))
        self._page.exercise.say_saved("")
        self._reload()
        self._page.exercise.grid.go_to(_next_row(table))

    def _turn(self, _table: SetTable, _row: int, *, by: int) -> None:
        assert self.view is not None
        numbers = [block.block for block in self.view.blocks]
        place = numbers.index(self.block) + by
        if 0 <= place < len(numbers):
            self.show_block(numbers[place])

    def _pick(
        self, title: str, first: list[Exercise], first_title: str, take: Callable[[Exercise], None]
    ) -> None:
        search = partial(catalog.search, self._context.store)
        picker = ExercisePicker(title, search, first, first_title, self._screen.window())
        picker.picked.connect(take)
        picker.open()
        picker.field.setFocus()

    def _add_exercise(self, exercise: Exercise) -> None:
        if self.view is None:
            return
        block = self._run(partial(session.add_exercise, self._context.store, self.view.session.id, exercise))
        if block is not None:
            self._reload()
            self.show_block(block)

    def _swap(self, exercise: Exercise) -> None:
        if self.view is None:
            return
        session_id = self.view.session.id
        self._run(partial(session.swap_exercise, self._context.store, session_id, self.block, exercise))
        self._reload()
        self.focus()

    def _on_more(self) -> None:
        menu = QMenu(self._page)
        block = self._block_view()
        if block is not None:
            out = menu.addAction(tr("Take {exercise} out", exercise=block.exercise.name))
            out.triggered.connect(self._take_out)
        menu.addAction(tr("Keys while training")).triggered.connect(self._on_help)
        menu.addSeparator()
        menu.addAction(tr("Discard session")).triggered.connect(self.discard)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self._page.more_button))

    def _on_help(self) -> None:
        self.do(Command.HELP)

    def _take_out(self) -> None:
        if self.view is not None:
            session_id = self.view.session.id
            self._run(partial(session.remove_exercise, self._context.store, session_id, self.block))
            self._reload()
            self.focus()

    def _on_rated(self, pleasant: int | None, activated: int | None) -> None:
        if self.view is not None:
            session_id = self.view.session.id
            self._run(partial(session.rate_before, self._context.store, session_id, pleasant, activated))
            self._reload()

    def _on_before_closed(self) -> None:
        self._before_open = False
        self._show()
        self.focus()

    def _on_change_felt(self) -> None:
        self._before_open = True
        self._show()
        self._page.before.pleasant.focus()

    def _block_view(self) -> BlockView | None:
        return self.table.block if self.table is not None else None

    def _rest_of(self, block: BlockView) -> int:
        """Return the rest after a set of an exercise in seconds: as planned, else the person's usual one."""
        if block.target is not None:
            return block.target.rest_s
        return preferences.read(self._context.store, REST_SECONDS)


def _changed_blocks(before: SessionView, after: SessionView) -> list[int]:
    """Return the exercises that have more or fewer sets than before."""
    counts = {block.block: len(block.sets) for block in before.blocks}
    return [block.block for block in after.blocks if counts.get(block.block, 0) != len(block.sets)]


def _first_block(view: SessionView) -> int:
    """Return the first exercise with sets missing, else the last, else none (-1)."""
    missing = view.next_open()
    return missing if missing is not None else max((block.block for block in view.blocks), default=-1)


def _next_row(table: SetTable) -> int:
    """Return the row to do next, else the last."""
    waiting = table.first_open()
    return waiting if waiting is not None else len(table.rows) - 1
