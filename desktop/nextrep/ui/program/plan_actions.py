"""Everything that changes the sessions and weeks of the plan, from the question to the kept step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from nextrep.domain.changes import Outcome
from nextrep.domain.program import SkipReason
from nextrep.domain.text import tr
from nextrep.services import handover, plan_editing, plan_weeks
from nextrep.services.program import PlannedView, ProgramView
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.day_menu import DayDialog, MoveMenu, SwapMenu
from nextrep.ui.program.insert_dialog import InsertDialog
from nextrep.ui.program.popups import Popups
from nextrep.ui.program.session_dialogs import AddDialog, SessionDialog
from nextrep.ui.program.tiles import Tile
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.screen import Screen


class PlanActions(QObject):
    """What the buttons, menus and keys of the screen do.

    Attributes:
        calendar: the weeks on the screen.
        view: the plan as it is shown, None before there is one.
        today: date ordinal.
        popups: shows the menus.
        changed: the plan was changed from here.
        made: emitted with the id of a new session.
        start_asked: emitted with the tile of a session to begin; repeat_asked with one to do again.
        log_asked: emitted with the id of a planned session that was done already, to be written down.
        correct_asked: emitted with the id of a finished session, to be looked at and corrected.
    """

    changed = Signal()
    made = Signal(int)
    start_asked = Signal(object)
    repeat_asked = Signal(object)
    log_asked = Signal(int)
    correct_asked = Signal(int)

    def __init__(self, context: Context, calendar: CalendarView, popups: Popups, screen: Screen) -> None:
        super().__init__(screen)
        self._context, self._screen = context, screen
        self.calendar, self.popups = calendar, popups
        self.view: ProgramView | None = None
        self.today = 0

    @property
    def paused(self) -> bool:
        """Whether the plan rests."""
        return self.view is not None and self.view.program.paused_on is not None

    def planned(self, tile: Tile) -> PlannedView | None:
        """Return the planned session of a tile."""
        views = self.view.sessions if self.view else ()
        return next((one for one in views if tile.key == ("planned", one.planned.id)), None)

    def week_of(self, day: int) -> int:
        """Return the week of the plan (from 1) that a day belongs to, 0 for none."""
        index = self.calendar.calendar.index_of_day(day)
        return self.calendar.calendar.week(index.row()) if index.isValid() else 0

    def phase_around(self, week: int) -> tuple[int, int]:
        """Return the first and last week of the phase that a week is in."""
        phases: dict[int, str] = {}
        for one in self.view.sessions if self.view else ():
            phases.setdefault(one.planned.week, one.planned.phase)
        first = last = week
        while phases.get(first - 1) is not None and phases[first - 1] == phases.get(week):
            first -= 1
        while phases.get(last + 1) is not None and phases[last + 1] == phases.get(week):
            last += 1
        return first, last

    def start(self, tile: Tile) -> None:
        """Begin a session."""
        self.start_asked.emit(tile)

    def repeat(self, tile: Tile) -> None:
        """Do a finished session again."""
        self.repeat_asked.emit(tile)

    def log(self, tile: Tile) -> None:
        """Write down a session that was done without the program."""
        self.log_asked.emit(tile.id)

    def correct(self, tile: Tile) -> None:
        """Look at what was done, and correct it."""
        planned = self.planned(tile)
        done = planned.session if planned is not None else None
        self.correct_asked.emit(done.id if done is not None else tile.id)

    def ask_day(self, tile: Tile, at: QPoint) -> None:
        """Ask where a session shall go."""
        title = tr("Move {title} to", title=tile.title)
        self._ask_day(title, tile, at, partial(self.move, tile), "")

    def ask_copy_day(self, tile: Tile, at: QPoint) -> None:
        """Ask where a copy of a session shall be."""
        title = tr("Copy {title} to", title=tile.title)
        self._ask_day(title, tile, at, partial(self.copy, tile), tr("Copy here"))

    def ask_other(self, tile: Tile, at: QPoint) -> None:
        """Ask with which session one shall change places."""
        menu = SwapMenu(tile, self.calendar.calendar.all_tiles(), self._screen)
        menu.chosen.connect(partial(self.swap, tile.id))
        self.popups.show(menu, at)

    def ask_add(self, day: int) -> None:
        """Ask for a new session on a day."""
        sessions = self.view.sessions if self.view else ()
        dialog = AddDialog(self._context, day, sessions, self._screen)
        dialog.made.connect(self.made)
        dialog.open()

    def ask_insert(self, week: int) -> None:
        """Ask for weeks or a phase to put before a week."""
        if self.view is not None:
            InsertDialog(self._context, week, self.view.program.weeks, self._screen).open()

    def ask_resume_day(self) -> None:
        """Ask for the day on which the plan goes on."""
        dialog = DayDialog(tr("Go on with the plan"), self.today, self._screen, tr("Go on from here"))
        dialog.day_chosen.connect(self.resume)
        dialog.open()

    def change_session(self, tile: Tile) -> None:
        """Ask for another name, time or note."""
        view = self.planned(tile)
        if view is not None:
            SessionDialog(self._context, view.planned, self._screen).open()

    def move(self, tile: Tile, day: int) -> None:
        """Put a session on another day."""
        self._run(plan_editing.move, tile.id, day)

    def swap(self, first_id: int, second_id: int) -> None:
        """Let two sessions change places."""
        self._run(plan_editing.swap, first_id, second_id)

    def copy(self, tile: Tile, day: int) -> None:
        """Put the same session on another day too."""
        edit = self._run(plan_editing.add_session, day, tile.title, tile.id)
        if edit is not None and edit.made:
            self.made.emit(edit.made[0])

    def remove(self, tile: Tile) -> None:
        """Take a session off the calendar."""
        self._run(plan_editing.remove, tile.id)

    def skip(self, tile: Tile, reason: SkipReason) -> None:
        """Leave a session out."""
        self._run(plan_editing.skip, tile.id, reason)

    def unskip(self, tile: Tile) -> None:
        """Take a session in again."""
        self._run(plan_editing.unskip, tile.id)

    def shift_week(self, tile: Tile, days: int) -> None:
        """Move a session and the rest of its week."""
        self._run(plan_weeks.shift_week, tile.id, days)

    def shift_all(self, tile: Tile, days: int) -> None:
        """Move a session and all after it."""
        self._run(plan_weeks.shift_all, tile.id, days)

    def pause(self, day: int) -> None:
        """Let the plan rest from a day on."""
        self._run(plan_weeks.pause, day)

    def resume(self, day: int) -> None:
        """Go on with the plan from a day on."""
        if self._run(plan_weeks.resume, day) is not None:
            self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone now

    def repeat_week(self, week: int) -> None:
        """Do a week twice."""
        self._run(plan_weeks.repeat_week, week)

    def insert_lighter_week(self, week: int) -> None:
        """Put a lighter week before one."""
        self._run(plan_weeks.insert_lighter_week, week)

    def remove_weeks(self, first: int, last: int) -> None:
        """Take weeks out."""
        self._run(plan_weeks.remove_weeks, first, last, self.today)

    def _ask_day(self, title: str, tile: Tile, at: QPoint, then: Callable[[int], None], take: str) -> None:
        menu = MoveMenu(title, tile, self.calendar.calendar.all_tiles(), self.today, self._screen)
        menu.day_chosen.connect(then)
        menu.other_asked.connect(partial(self._ask_any_day, title, tile.day, then, take))
        self.popups.show(menu, at)

    def _ask_any_day(self, title: str, day: int, then: Callable[[int], None], take: str) -> None:
        dialog = DayDialog(title, day, self._screen, take)
        dialog.day_chosen.connect(then)
        dialog.open()

    def let_next_go(self) -> None:
        """Do without the program that would take over."""
        self._run(handover.let_go)

    def _run(self, use_case: Callable[..., Outcome[Any]], *values: object) -> Any:
        """Change the plan and have it shown as it is then; returns the edit, None when it failed."""
        self._screen.clear_message()
        call = partial(use_case, self._context.store, *values)
        edit = self._context.operate.run(call, initiator=self._screen)
        self.changed.emit()
        return edit
