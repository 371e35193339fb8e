"""What is asked before the plan is changed: which day, which session, which weeks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from nextrep.domain.text import tr
from nextrep.ui.program.day_menu import DayDialog, MoveMenu, SwapMenu
from nextrep.ui.program.insert_dialog import InsertDialog
from nextrep.ui.program.plan_actions import PlanActions
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.popups import Popups
from nextrep.ui.program.session_dialogs import AddDialog, SessionDialog
from nextrep.ui.program.tiles import Tile
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.screen import Screen


class PlanQuestions(QObject):
    """Menus and dialogs over the calendar; what is answered there, the actions carry out."""

    def __init__(
        self, context: Context, plan: PlanInView, actions: PlanActions, popups: Popups, screen: Screen
    ) -> None:
        super().__init__(screen)
        self._context, self._screen = context, screen
        self._plan, self._actions, self._popups = plan, actions, popups

    def ask_day(self, tile: Tile, at: QPoint) -> None:
        """Ask where a session shall go."""
        title = tr("Move {title} to", title=tile.title)
        self._ask_day(title, tile, at, partial(self._actions.move, tile), "")

    def ask_copy_day(self, tile: Tile, at: QPoint) -> None:
        """Ask where a copy of a session shall be."""
        title = tr("Copy {title} to", title=tile.title)
        self._ask_day(title, tile, at, partial(self._actions.copy, tile), tr("Copy here"))

    def ask_other(self, tile: Tile, at: QPoint) -> None:
        """Ask with which session one shall change places."""
        menu = SwapMenu(tile, self._plan.calendar.calendar.all_tiles(), self._screen)
        menu.chosen.connect(partial(self._actions.swap, tile.id))
        self._popups.show(menu, at)

    def ask_add(self, day: int) -> None:
        """Ask for a new session on a day."""
        dialog = AddDialog(self._context, day, self._plan.sessions, self._screen)
        dialog.made.connect(self._actions.made)
        dialog.open()

    def ask_insert(self, week: int) -> None:
        """Ask for weeks or a phase to put before a week."""
        if self._plan.view is not None:
            InsertDialog(self._context, week, self._plan.view.program.weeks, self._screen).open()

    def ask_resume_day(self) -> None:
        """Ask for the day on which the plan goes on."""
        dialog = DayDialog(tr("Go on with the plan"), self._plan.today, self._screen, tr("Go on from here"))
        dialog.day_chosen.connect(self._actions.resume)
        dialog.open()

    def change_session(self, tile: Tile) -> None:
        """Ask for another name, time or note."""
        view = self._plan.planned(tile)
        if view is not None:
            SessionDialog(self._context, view.planned, self._screen).open()

    def _ask_day(self, title: str, tile: Tile, at: QPoint, then: Callable[[int], None], take: str) -> None:
        menu = MoveMenu(title, tile, self._plan.calendar.calendar.all_tiles(), self._plan.today, self._screen)
        menu.day_chosen.connect(then)
        menu.other_asked.connect(partial(self._ask_any_day, title, tile.day, then, take))
        self._popups.show(menu, at)

    def _ask_any_day(self, title: str, day: int, then: Callable[[int], None], take: str) -> None:
        dialog = DayDialog(title, day, self._screen, take)
        dialog.day_chosen.connect(then)
        dialog.open()
