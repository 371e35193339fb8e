"""Leads through an open session: which exercise is shown, with which sets, rest and feelings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from nextrep.domain.changes import Outcome
from nextrep.domain.cues import LineUp
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale
from nextrep.services import cues, preferences, session, session_ratings
from nextrep.services.session import BlockView, SessionView
from nextrep.settings.table import EFFORT_SCALE, REST_SECONDS
from nextrep.ui.runtime.operate import OnError
from nextrep.ui.session.models import SetTable
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import before_words, minutes_between
from nextrep.ui.widgets.screen import Screen

_MINUTE_MS = 20_000
"""How often "17 min in" is looked at."""
_LONG_AGO_S = 15 * 60
"""A set this long ago starts no rest when the session is opened again."""


class Conductor(QObject):
    """Between the page of an open session and the services.

    What a person does to sets and exercises, `SetCommands` and `ExerciseCommands` carry out; afterwards they
    have the session read anew here.

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
        self._cues: dict[tuple[int, Exercise, bool], LineUp | None] = {}
        self._before_open = False
        self.view: SessionView | None = None
        self.block = -1
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.timeout.connect(self._show_heading)
        page.exercises.chosen.connect(self.show_block)
        page.exercise.grid.edited.connect(self._show_load)
        page.before.rated.connect(self._on_rated)
        page.before.closed.connect(self._on_before_closed)
        page.felt.change_button.clicked.connect(self._on_change_felt)
        page.rest.skip.clicked.connect(page.exercise.grid.focus_current)

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
            self._page.exercise.grid.current = self.table.next_row()
            self._page.exercise.say_saved("")  # it may have been taken back; who saves says so afterwards
        self._show()

    def leave(self) -> None:
        """Forget the session: it is finished or gone."""
        self.view = None
        self.block = -1
        self._before_open = False
        self._tables.clear()
        self._cues.clear()
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
        self._page.exercise.grid.current = table.next_row()
        self._show()
        self.focus()

    def turn_cues(self) -> None:
        """Show a cue before each set, or no longer."""
        store = self._context.store
        self.run(partial(cues.switch, store, on=not cues.switched_on(store)))
        self._show()
        self.focus()

    def _cues_of(self, block: BlockView) -> LineUp | None:
        """Return the cues of an exercise; they are lined up once, for its sets change nothing about them."""
        assert self.view is not None
        store, number = self._context.store, self.view.session.id
        key = block.block, block.exercise, cues.switched_on(store)
        if key not in self._cues:
            self._cues[key] = cues.for_exercise(store, number, block.exercise, block.target)
        return self._cues[key]

    def begun(self) -> None:
        """Put the question of how it is before the session away: the first set is done."""
        self._before_open = False

    def reload(self) -> None:
        """Read the open session anew and show it."""
        view = session.active(self._context.store)
        if view is not None:
            self.show(view)

    def run(self, use_case: Callable[[], Outcome[Any]], on_error: OnError | None = None) -> Any:
        """Carry out a use case for the screen; returns its value, None if it failed."""
        return self._context.operate.run(use_case, initiator=self._screen, on_error=on_error)

    def rest_of(self, block: BlockView) -> int:
        """Return the rest after a set of an exercise in seconds: as planned, else the person's usual one."""
        if block.target is not None:
            return block.target.rest_s
        return preferences.read(self._context.store, REST_SECONDS)

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
        rest = self.rest_of(block)
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
            self._page.exercise.grid.current = self.table.next_row()

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
            page.exercise.set_cues(self._cues_of(table.block))
            page.exercise.show_table(table, page.exercise.grid.current)
            ahead = table.first_open() is not None or view.next_open() is not None
            page.rest.set_planned(self.rest_of(table.block) if ahead else 0)
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

    def _on_rated(self, pleasant: int | None, activated: int | None) -> None:
        if self.view is not None:
            session_id = self.view.session.id
            now = self._context.now()
            self.run(
                partial(session_ratings.rate_before, self._context.store, session_id, pleasant, activated, now)
            )
            self.reload()

    def _on_before_closed(self) -> None:
        self._before_open = False
        self._show()
        self.focus()

    def _on_change_felt(self) -> None:
        self._before_open = True
        self._show()
        self._page.before.pleasant.focus()


def _changed_blocks(before: SessionView, after: SessionView) -> list[int]:
    """Return the exercises that have more or fewer sets than before."""
    counts = {block.block: len(block.sets) for block in before.blocks}
    return [block.block for block in after.blocks if counts.get(block.block, 0) != len(block.sets)]


def _first_block(view: SessionView) -> int:
    """Return the first exercise with sets missing, else the last, else none (-1)."""
    missing = view.next_open()
    return missing if missing is not None else max((block.block for block in view.blocks), default=-1)
