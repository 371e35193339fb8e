"""The plan as the screen shows it: what belongs to a tile, a day and a week of it."""

from __future__ import annotations

from nextrep.services.program import PlannedView, ProgramView
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.tiles import Tile


class PlanInView:
    """What everything on the screen goes by.

    Attributes:
        calendar: the weeks on the screen.
        view: the plan as it is shown, None before there is one.
        today: date ordinal.
    """

    def __init__(self, calendar: CalendarView) -> None:
        self.calendar = calendar
        self.view: ProgramView | None = None
        self.today = 0

    @property
    def sessions(self) -> tuple[PlannedView, ...]:
        """The planned sessions, none before there is a plan."""
        return self.view.sessions if self.view else ()

    @property
    def paused(self) -> bool:
        """Whether the plan rests."""
        return self.view is not None and self.view.program.paused_on is not None

    def planned(self, tile: Tile) -> PlannedView | None:
        """Return the planned session of a tile."""
        return next((one for one in self.sessions if tile.key == ("planned", one.planned.id)), None)

    def week_of(self, day: int) -> int:
        """Return the week of the plan (from 1) that a day belongs to, 0 for none."""
        index = self.calendar.calendar.index_of_day(day)
        return self.calendar.calendar.week(index.row()) if index.isValid() else 0

    def phase_around(self, week: int) -> tuple[int, int]:
        """Return the first and last week of the phase that a week is in."""
        phases: dict[int, str] = {}
        for one in self.sessions:
            phases.setdefault(one.planned.week, one.planned.phase)
        first = last = week
        while phases.get(first - 1) is not None and phases[first - 1] == phases.get(week):
            first -= 1
        while phases.get(last + 1) is not None and phases[last + 1] == phases.get(week):
            last += 1
        return first, last
