"""The ways from a session of the calendar to the Session screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nextrep.ui.program.details import SessionDetails
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.tiles import Tile
from nextrep.ui.widgets.screen import Screen


class SessionDoors(QObject):
    """Goes to the Session screen, to do a session or to look at what was done."""

    def __init__(self, plan: PlanInView, details: SessionDetails, screen: Screen) -> None:
        super().__init__(screen)
        self._plan, self._details, self._screen = plan, details, screen

    def start(self, tile: Tile) -> None:
        """Begin a session."""
        self._go("start_planned", tile.id)

    def repeat(self, tile: Tile) -> None:
        """Do a finished session again, as the details of it offer."""
        if self._plan.calendar.choose(tile.key):
            self._details.repeat.click()

    def repeat_done(self, session_id: int) -> None:
        """Do a session of the log again."""
        self._go("repeat", session_id)

    def log(self, tile: Tile) -> None:
        """Write down a session that was done without the program."""
        self._go("log_past", tile.id)

    def correct(self, tile: Tile) -> None:
        """Look at what was done, and correct it."""
        planned = self._plan.planned(tile)
        done = planned.session if planned is not None else None
        self._go("edit", done.id if done is not None else tile.id)

    def _go(self, wish: str, number: int) -> None:
        self._screen.navigate.emit("session", (wish, number))
