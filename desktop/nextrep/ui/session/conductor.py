"""Leads through a session: which exercise is shown, with which sets, rest and feelings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.training import SessionState, SetEntry
from nextrep.services.session import SessionView
from nextrep.ui.runtime.operate import OnError, OnKnown
from nextrep.ui.session.known import Known
from nextrep.ui.session.page_content import PageContent
from nextrep.ui.session.rest_keeper import RestKeeper
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.set_tables import SetTables
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import before_words
from nextrep.ui.widgets.screen import Screen


class Conductor(QObject):
    """Between the page of a session and the services: of the open one, or of a past one that is edited.

    What a person does to sets and exercises, `SetCommands` and `ExerciseCommands` carry out; afterwards they
    hand over what changed (`take_set`), or have the session read anew (`reload`).

    Attributes:
        known: what the session is shown with beside its sets.
        rests: its rests. heading: its name and minutes.
        view: the session as it is in the log, None before the first.
        block: number of the exercise that is shown.
        left: emitted when the session is no longer shown.
    """

    left = Signal()

    def __init__(self, screen: Screen, page: TrainPage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._page = page
        self._tables = SetTables()
        self._before_open = False
        self.known = Known(self._context)
        self.rests = RestKeeper(self._context, page.rest, self.known)
        self._content = PageContent(self._context, page, self.known, self._tables, self.rests)
        self.heading = self._content.heading
        self.view: SessionView | None = None
        self.block = -1
        page.exercises.chosen.connect(self.show_block)
        page.exercise.grid.edited.connect(self._show_row)
        page.rest.skip.clicked.connect(page.exercise.grid.focus_current)
        self._context.bus.changed.connect(self._on_changed)  # the screen hears nothing of its own changes

    @property
    def table(self) -> SetTable | None:
        """The sets of the exercise that is shown."""
        return self._tables.get(self.block)

    @property
    def editing(self) -> bool:
        """Whether a session of the past is shown: it has no rest, and nothing is asked before it."""
        return self.view is not None and self.view.session.state is SessionState.DONE

    def open(self, session_id: int) -> None:
        """Read a session and show it.

        Raises:
            KeyError: there is none of that id.
        """
        self.show(self.known.reader.read(session_id))

    def show(self, view: SessionView) -> None:
        """Show a session as it is in the log now; an exercise whose sets changed comes to the front."""
        known, touched, before = self.view, False, self.block
        if known is None or known.session.id != view.session.id:
            self._begin(view)
        elif changed := _changed_blocks(known, view):
            touched = True
            self.block = self.block if self.block in changed else changed[0]
        self.view = view
        self.rests.session = None if self.editing else view.session
        if self.block not in {one.block for one in view.blocks}:
            self.block = _first_block(view, past=self.editing)
        new = self.block not in self._tables
        self._tables.take(view, self.known.habits)
        if new and self.table is not None:
            self._page.exercise.grid.current = self.table.rows.next_row()
        if self.table is not None and (touched or self.block != before):
            self._page.exercise.grid.current = self._row_to_begin(self.table, changed=touched)
        if touched:
            self._page.exercise.say_saved("")  # it may have been taken back; who saves says so afterwards
        self.show_anew()
        if touched and self._page.finish_button.hasFocus():
            self.focus()  # the last set was taken back: there is one to do again

    def take_set(self, entry: SetEntry) -> None:
        """Show a set of this session that was just written or changed; nothing else is read anew."""
        assert self.view is not None
        self.view = self.view.with_set(entry)
        block = self.view.find(entry.draft.block)
        table = self._tables.get(entry.draft.block)
        if block is not None and table is not None:
            table.merge(block)
        self.show_anew()

    def leave(self) -> None:
        """Forget the session: it is finished or gone."""
        self._forget()
        self._page.rest.clear()

    def _forget(self) -> None:
        self.view = None
        self.block = -1
        self._before_open = False
        self.rests.session = None
        self._tables.clear()
        self.known.forget_cues()
        self._content.clear()
        self.left.emit()

    def focus(self) -> None:
        """Put the keyboard on the question before the session, else where the next set is typed."""
        if self._before_open:
            self._page.before.focus()
        elif self.table is not None:
            self._page.exercise.grid.focus_current()
        else:
            self._page.add_first_button.setFocus()

    def show_block(self, block: int) -> None:
        """Turn to an exercise and its next set."""
        if self.view is None:
            return
        self._page.exercise.note_line.settle()  # while the set is shown that it is about
        self.block = block
        table = self._tables[block]
        self._page.exercise.grid.parts.clear_problems()
        self._page.exercise.grid.current = self._row_to_begin(table)
        self.show_anew()
        self._page.exercise.grid.focus_current()

    def ask_before(self, *, wanted: bool) -> None:
        """Ask how it is before the session, or put the question away and go on to the sets."""
        self._before_open = wanted
        self.show_anew()
        self.focus()

    def begun(self) -> None:
        """Put the question of how it is before the session away: the first set is done."""
        self._before_open = False

    def reload(self) -> None:
        """Read the session anew and show it."""
        if self.view is not None:
            self.open(self.view.session.id)

    def run(
        self,
        use_case: Callable[[], Outcome[Any]],
        on_error: OnError | None = None,
        on_known: OnKnown | None = None,
    ) -> Any:
        """Carry out a use case for the screen; returns its value, None if it failed."""
        run = self._context.operate.run
        return run(use_case, initiator=self._screen, on_error=on_error, on_known=on_known)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        self.known.hear(changes)

    def _begin(self, view: SessionView) -> None:
        """Start afresh with a session, where it was left; beside one of the past a rest runs on."""
        self._forget()
        self.view = view
        self.rests.session = None if self.editing else view.session
        if not self.editing:
            self._page.rest.clear()
        rated = bool(before_words(view.session))
        any_set = any(block.sets for block in view.blocks)
        self._before_open = not (rated or any_set or self.editing)
        self.block = _first_block(view, past=self.editing)
        self.rests.resume()

    def _row_to_begin(self, table: SetTable, *, changed: bool = False) -> int:
        """Return the row to do next; of the past the first one, so that an Enter too many adds no set."""
        return 0 if self.editing and not changed else table.rows.next_row()

    def show_anew(self) -> None:
        """Show the session as it was read last."""
        assert self.view is not None
        self._content.show(self.view, self.table, before=self._before_open, seen=self._screen.isVisible())

    def show_history(self) -> None:
        """Show what was done before of the exercise that is shown, where it is wanted."""
        if self.view is not None:
            self._content.show_history(self.view, self.table)

    def _show_row(self) -> None:
        if self.table is not None:
            self._content.show_row(self.table)


def _changed_blocks(before: SessionView, after: SessionView) -> list[int]:
    """Return the exercises that have more or fewer sets than before."""
    counts = {block.block: len(block.sets) for block in before.blocks}
    return [block.block for block in after.blocks if counts.get(block.block, 0) != len(block.sets)]


def _first_block(view: SessionView, *, past: bool) -> int:
    """Return the first exercise with sets missing, else the last; of the past the first; else none (-1)."""
    if past:
        return min((block.block for block in view.blocks), default=-1)
    missing = view.next_open()
    return missing if missing is not None else max((block.block for block in view.blocks), default=-1)
