"""Everything that changes the sessions and weeks of the plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from nextrep.domain.changes import Outcome
from nextrep.domain.program import SkipReason
from nextrep.services import handover, plan_editing, plan_weeks
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.tiles import Tile
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.screen import Screen


class PlanActions(QObject):
    """Changes the plan, each time in one step that can be undone.

    Attributes:
        changed: the plan was changed from here.
        made: emitted with the id of a new session.
    """

    changed = Signal()
    made = Signal(int)

    def __init__(self, context: Context, plan: PlanInView, screen: Screen) -> None:
        super().__init__(screen)
        self._context, self._plan, self._screen = context, plan, screen

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
            self._plan.calendar.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone now

    def repeat_week(self, week: int) -> None:
        """Do a week twice."""
        self._run(plan_weeks.repeat_week, week)

    def insert_lighter_week(self, week: int) -> None:
        """Put a lighter week before one."""
        self._run(plan_weeks.insert_lighter_week, week)

    def remove_weeks(self, first: int, last: int) -> None:
        """Take weeks out."""
        self._run(plan_weeks.remove_weeks, first, last, self._plan.today)

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
