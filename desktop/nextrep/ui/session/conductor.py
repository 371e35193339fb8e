"""Leads through a session: which exercise is shown, with which sets, rest and feelings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.cues import LineUp
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.training import SessionState, SetEntry, SetKind
from nextrep.services import cues, session_exercises, session_ratings
from nextrep.services.session import BlockView, SessionReader, SessionView
from nextrep.ui.runtime.operate import OnError, OnKnown
from nextrep.ui.session.habits import Habits
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import before_words, minutes_between, row_title
from nextrep.ui.widgets.screen import Screen

_MINUTE_MS = 20_000
"""How often "17 min in" is looked at."""


class Conductor(QObject):
    """Between the page of a session and the services: of the open one, or of a past one that is edited.

    What a person does to sets and exercises, `SetCommands` and `ExerciseCommands` carry out; afterwards they
    hand over what changed (`take_set`), or have the session read anew (`reload`).

    Attributes:
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
        self._reader: SessionReader | None = None
        self._habits: Habits | None = None
        self._tables: dict[int, SetTable] = {}
        self._cues: dict[tuple[int, Exercise, bool], LineUp | None] = {}
        self._before_open = False
        self._history: tuple[object, ...] = ()
        self.view: SessionView | None = None
        self.block = -1
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.timeout.connect(self._show_heading)
        page.exercises.chosen.connect(self.show_block)
        page.exercise.grid.edited.connect(self._show_row)
        page.before.rated.connect(self._on_rated)
        page.before.closed.connect(self._on_before_closed)
        page.felt.change_button.clicked.connect(self._on_change_felt)
        page.rest.changed.connect(self._on_rest_changed)
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

    @property
    def habits(self) -> Habits:
        """How the person logs sets."""
        if self._habits is None:
            self._habits = Habits.read(self._context.store)
        return self._habits

    def hear(self, changes: Changes) -> None:
        """Forget what these changes may have altered; what the open session holds is read anew anyway."""
        if not changes.of_open and self._reader is not None:
            self._reader.forget()
        if changes.settings:
            self._habits = None
            self._cues.clear()  # the person may have reworded one, or hidden it

    def open(self, session_id: int) -> None:
        """Read a session and show it.

        Raises:
            KeyError: there is none of that id.
        """
        if self._reader is None:
            self._reader = SessionReader(self._context.store)
        self.show(self._reader.read(session_id))

    def show(self, view: SessionView) -> None:
        """Show a session as it is in the log now; an exercise whose sets changed comes to the front."""
        known, touched, before = self.view, False, self.block
        if known is None or known.session.id != view.session.id:
            self._begin(view)
        elif changed := _changed_blocks(known, view):
            touched = True
            self.block = self.block if self.block in changed else changed[0]
        self.view = view
        if self.block not in {one.block for one in view.blocks}:
            self.block = _first_block(view, past=self.editing)
        self._take_tables(view)
        if self.table is not None and (touched or self.block != before):
            self._page.exercise.grid.current = self._row_to_begin(self.table, changed=touched)
        if touched:
            self._page.exercise.say_saved("")  # it may have been taken back; who saves says so afterwards
        self._show()
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
        self._show()

    def leave(self) -> None:
        """Forget the session: it is finished or gone."""
        self._forget()
        self._page.rest.clear()

    def _forget(self) -> None:
        self.view = None
        self.block = -1
        self._before_open = False
        self._tables.clear()
        self._cues.clear()
        self._minutes.stop()
        self._page.timer.cancel()
        self._page.exercise.say_saved("")
        self._page.exercise.note_line.hide()
        self.left.emit()

    def show_time(self) -> None:
        """Look at the minutes again."""
        self._show_heading()
        self._minutes.start()

    def pause(self) -> None:
        """Stop looking at the minutes while nobody looks at them."""
        self._minutes.stop()

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
        self._page.exercise.grid.clear_problems()
        self._page.exercise.grid.current = self._row_to_begin(table)
        self._show()
        self._page.exercise.grid.focus_current()

    def last_set(self) -> SetEntry | None:
        """Return the set that was done last, which focus is rated of; warm-ups are not asked about."""
        done = [entry for block in self.view.blocks for entry in block.sets] if self.view else []
        done = [entry for entry in done if entry.draft.kind is not SetKind.WARMUP]
        return max(done, key=lambda entry: entry.position, default=None)

    def turn_cues(self) -> None:
        """Show a cue before each set, or no longer."""
        store = self._context.store
        self.run(partial(cues.switch, store, on=not cues.switched_on(store)))
        self._show()
        self._page.exercise.grid.focus_current()

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

    def rest_of(self, block: BlockView) -> int:
        """Return the rest after a set of an exercise in seconds: as planned, else the person's usual one."""
        return block.target.rest_s if block.target is not None else self.habits.rest_s

    def rest(self, seconds: int) -> None:
        """Begin a rest, or end the one that runs with 0; a session of the past has none."""
        if seconds and not self.editing:
            self._page.rest.start(seconds)
        elif self._page.rest.clock.running:
            self._page.rest.skip_rest()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        self.hear(changes)

    def _begin(self, view: SessionView) -> None:
        """Start afresh with a session, where it was left; beside one of the past a rest runs on."""
        self._forget()
        self.view = view
        if not self.editing:
            self._page.rest.clear()
        rated = bool(before_words(view.session))
        any_set = any(block.sets for block in view.blocks)
        self._before_open = not (rated or any_set or self.editing)
        self.block = _first_block(view, past=self.editing)
        end, total = view.session.rest_end_at, view.session.rest_total_s
        if end is None or not total or self.editing:
            return
        ahead = end.timestamp() - self._context.now().timestamp()
        if 0 < ahead <= total:  # a clock that was set back must not make the rest longer
            self._page.rest.resume(total, ahead)

    def _row_to_begin(self, table: SetTable, *, changed: bool = False) -> int:
        """Return the row to do next; of the past the first one, so that an Enter too many adds no set."""
        return 0 if self.editing and not changed else table.rows.next_row()

    def _take_tables(self, view: SessionView) -> None:
        """Have a table for each exercise; one that is still the same keeps what was typed."""
        habits = self.habits
        tables: dict[int, SetTable] = {}
        for block in view.blocks:
            known, unit = self._tables.get(block.block), block.unit or habits.unit
            wanted = (block.exercise, unit, habits.scale, habits.loads)
            if known is not None and (
                _shown_as(known) == wanted or known.rows.unsaved
            ):  # what is not written yet stays as it was typed
                if known.block != block:
                    known.merge(block)
                tables[block.block] = known
            else:
                tables[block.block] = SetTable(block, unit, habits.scale, habits.loads)
                if known is not None and known.block.exercise_id == block.exercise_id:
                    tables[block.block].take_over(known)
        new = self.block not in self._tables
        self._tables = tables
        if new and self.table is not None:
            self._page.exercise.grid.current = self.table.rows.next_row()

    def _show(self) -> None:
        view, page, table = self.view, self._page, self.table
        assert view is not None
        page.show_parts(exercise=table is not None, before=self._before_open, editing=self.editing)
        page.exercises.show_blocks(view, self.block)
        if table is not None:
            page.exercise.set_cues(self._cues_of(table.block))
            page.exercise.show_table(table, page.exercise.grid.current)
            ahead = table.rows.first_open() is not None or view.next_open() is not None
            page.rest.set_planned(self.rest_of(table.block) if ahead else 0)
        else:
            page.rest.set_planned(self.habits.rest_s)
        page.felt.show_session(view.session)
        page.before.show_session(view.session)
        self._show_focus()
        self.show_history()
        if self._reader is not None:
            records = self._reader.records(view)
            page.so_far.show_view(view, records, self.habits.unit)
        self._show_heading()
        if self._screen.isVisible() and not self.editing:
            self._minutes.start()

    def show_history(self) -> None:
        """Show what was done before of the exercise that is shown, where it is wanted."""
        if self._reader is None or self.view is None or self.table is None or not self._page.history_wanted:
            return
        times = self._reader.history(self.table.block.exercise_id, self.view.session.id)
        today = self._context.now().date().toordinal()
        shown = self.table.block.exercise_id, self.table.sheet.unit, today, times
        if shown != self._history:
            self._history = shown
            self._page.history.show_history(times, self.table.sheet.unit, today)

    def _show_focus(self) -> None:
        """Ask how focused the set done last was; nobody is asked about a set of the past."""
        entry = self.last_set()
        if entry is None or self.editing:
            self._page.exercise.focus_strip.show_set("", None)
            return
        table = self._tables[entry.draft.block]
        place = table.rows.row_of(entry.id)
        title = row_title(table.sheet, place) if place is not None else tr("the last set")
        if entry.draft.block != self.block:
            title = tr("{set} of {exercise}", set=title, exercise=table.block.exercise.name)
        self._page.exercise.focus_strip.show_set(title, entry.draft.focus)

    def _cues_of(self, block: BlockView) -> LineUp | None:
        """Return the cues of an exercise; they are lined up once, for its sets change nothing about them."""
        assert self.view is not None
        store, number = self._context.store, self.view.session.id
        key = block.block, block.exercise, self.habits.cues
        if key not in self._cues:
            self._cues[key] = cues.for_exercise(store, number, block.exercise, block.target)
        return self._cues[key]

    def _show_heading(self) -> None:
        if self.view is None:
            return
        title = self.view.session.title
        if not self.editing:
            minutes = minutes_between(self.view.session.started_at, self._context.now())
            title = tr("{title} · {n} min in", title=title, n=minutes)
        self._page.heading.setText(title)

    def _show_row(self) -> None:
        """Show what goes with the current row: its load, and the timer where it is timed."""
        row = self._page.exercise.grid.current
        if self.table is not None and row < len(self.table.rows):
            self._page.load.show_row(self.table.sheet, row)
            self._page.show_timed(self.table.sheet, row)

    def _on_rest_changed(self, left_s: float | None, total_s: int) -> None:
        """Keep the rest, so that it is where it was after a crash."""
        if self.view is None or self.editing:
            return
        end = None if left_s is None else self._context.now() + timedelta(seconds=left_s)
        keep = partial(session_exercises.keep_rest, self._context.store, self.view.session.id, end)
        self._context.operate.quietly(partial(keep, total_s if end is not None else None))

    def _on_rated(self, pleasant: int | None, activated: int | None) -> None:
        if self.view is not None:
            session_id, now = self.view.session.id, self._context.now()
            store = self._context.store
            self.run(partial(session_ratings.rate_before, store, session_id, pleasant, activated, now))
            self.reload()

    def _on_before_closed(self) -> None:
        self._before_open = False
        self._show()
        self.focus()

    def _on_change_felt(self) -> None:
        self._before_open = True
        self._show()
        self._page.before.focus()


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


def _shown_as(table: SetTable) -> tuple[object, ...]:
    """Return what a table was made for; for something else there must be another one."""
    sheet = table.sheet
    return (sheet.block.exercise, sheet.unit, sheet.scale, sheet.loads)
