"""Hands on what the calendar and the details ask for to the actions, with the session that is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt

from nextrep.ui.program.details import SessionDetails
from nextrep.ui.program.plan_actions import PlanActions
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.plan_menus import PlanMenus
from nextrep.ui.program.plan_questions import PlanQuestions
from nextrep.ui.program.popups import Popups
from nextrep.ui.program.session_doors import SessionDoors
from nextrep.ui.program.tiles import Tile
from nextrep.ui.widgets.screen import Screen


class Conductor(QObject):
    """Connects the parts of the screen."""

    def __init__(
        self,
        plan: PlanInView,
        actions: PlanActions,
        questions: PlanQuestions,
        details: SessionDetails,
        popups: Popups,
        screen: Screen,
    ) -> None:
        super().__init__(screen)
        self._actions, self._questions, self._details, self._popups = actions, questions, details, popups
        self._calendar = plan.calendar
        self._doors = SessionDoors(plan, details, screen)
        self._menus = PlanMenus(plan, actions, questions, self._doors, screen)
        self._connect_calendar()
        self._connect_details()

    def _connect_calendar(self) -> None:
        actions, questions, calendar = self._actions, self._questions, self._calendar
        calendar.opened.connect(self._on_opened)
        calendar.move_asked.connect(questions.ask_day)
        calendar.swap_asked.connect(questions.ask_other)
        calendar.skip_asked.connect(self._on_skip)
        calendar.menu_asked.connect(self._on_menu)
        calendar.week_menu_asked.connect(self._on_week_menu)
        calendar.remove_asked.connect(actions.remove)
        calendar.add_asked.connect(questions.ask_add)
        calendar.dropped_on_day.connect(actions.move)
        calendar.dropped_on_session.connect(self._on_dropped_on_session)

    def _connect_details(self) -> None:
        actions, questions, details = self._actions, self._questions, self._details
        details.start_asked.connect(partial(self._with_tile, self._doors.start))
        details.repeat_asked.connect(self._doors.repeat_done)
        details.unskip_asked.connect(partial(self._with_tile, actions.unskip))
        details.move_asked.connect(partial(self._with_tile, questions.ask_day))
        details.swap_asked.connect(partial(self._with_tile, questions.ask_other))
        details.skip_asked.connect(partial(self._with_tile, self._on_skip))
        details.more_asked.connect(partial(self._with_tile, self._on_more))
        actions.made.connect(self._on_made)

    def _with_tile(self, call: Callable[..., None], *values: object) -> None:
        """Do something with the session that is looked at."""
        tile = self._calendar.tile()
        if tile is not None:
            call(tile, *values)

    def _on_opened(self, _tile: Tile) -> None:
        """Go from the calendar to what can be done first with a session."""
        details = self._details
        for button in (details.start, details.repeat, details.unskip_button, details.more_button):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _on_made(self, planned_id: int) -> None:
        """Go to a new session; an empty one asks for its first exercise."""
        if self._calendar.choose(("planned", planned_id)):
            self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._details.rows.count():
            self._details.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_skip(self, tile: Tile, at: QPoint) -> None:
        """Leave a session out, with a reason if the person likes; or take it in again."""
        if tile.skipped:
            self._actions.unskip(tile)
        else:
            self._popups.show(self._menus.for_skip(tile), at)

    def _on_more(self, tile: Tile, at: QPoint) -> None:
        self._on_menu(tile, tile.day, at)

    def _on_menu(self, tile: Tile | None, day: int, at: QPoint) -> None:
        menu = self._menus.for_day(day) if tile is None else self._menus.for_session(tile, at)
        self._popups.show(menu, at)

    def _on_week_menu(self, row: int, at: QPoint) -> None:
        self._popups.show(self._menus.for_week(row), at)

    def _on_dropped_on_session(self, tile: Tile, other: Tile) -> None:
        self._actions.swap(tile.id, other.id)
