"""Shows what is worth a look in the plan, and does what the person says to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from nextrep.domain.advice import Advice, Fix, Severity
from nextrep.domain.changes import Outcome
from nextrep.domain.text import tr, tr_n
from nextrep.services import advice
from nextrep.services.advice import PlanAdvice, WeekAdvice
from nextrep.services.program import ProgramView
from nextrep.ui.program.advice_panel import AdvicePanel
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.screen import Screen


class AdviceDesk(QObject):
    """Connects the panel with the checks of the plan.

    Attributes:
        changed: the plan, or what was put aside, was changed from here.
    """

    changed = Signal()

    def __init__(self, context: Context, panel: AdvicePanel, calendar: CalendarView, screen: Screen) -> None:
        super().__init__(screen)
        self._context, self._screen = context, screen
        self._panel, self._calendar = panel, calendar
        self._advice = PlanAdvice(context.store)
        self._view: ProgramView | None = None
        self._today = 0
        panel.mend_asked.connect(self._on_mend)
        panel.mend_all_asked.connect(self._on_mend_all)
        panel.fine_asked.connect(self._on_fine)
        panel.look_again_asked.connect(self._on_look_again)
        panel.show_asked.connect(self._on_show)
        panel.week_asked.connect(self._on_week)

    def look(self, view: ProgramView, today: int) -> None:
        """Take in the plan as it is now; `today` is a date ordinal."""
        self._view, self._today = view, today
        self._advice.look(view, today)

    def show_week(self, week: int) -> None:
        """Show the advice on a calendar week of the program, from 1."""
        shown = self._advice.week(week)
        self._panel.show_advice(shown)
        self._screen.set_note(_note(shown))

    def _on_mend(self, fix: Fix) -> None:
        self._run(advice.mend, fix, self._today)

    def _on_mend_all(self, name: str) -> None:
        self._run(advice.mend_all, name, self._today)

    def _on_fine(self, one: Advice) -> None:
        if self._view is not None:
            self._run(advice.fine_as_it_is, self._view.program.uid, one)

    def _on_look_again(self) -> None:
        if self._view is not None:
            self._run(advice.look_again, self._view.program.uid)

    def _on_show(self, planned_id: int) -> None:
        if self._calendar.choose(("planned", planned_id)):
            self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_week(self, week: int) -> None:
        """Go to the first session of a week."""
        if self._view is None:
            return
        first = self._view.program.start_day + 7 * (week - 1)
        days = range(first, first + 7)
        here = [one.planned for one in self._view.sessions if one.planned.day in days]
        if here:
            self._calendar.choose(("planned", here[0].id))
        self._calendar.go_to_day(first)

    def _run(self, use_case: Callable[..., Outcome[Any]], *values: object) -> None:
        self._screen.clear_message()
        call = partial(use_case, self._context.store, *values)
        if self._context.operate.run(call, initiator=self._screen) is not None:
            self.changed.emit()


def _note(shown: WeekAdvice) -> str:
    """Say how much is worth a look in the plan, and what it is in the week that is looked at."""
    if not shown.look:
        return ""
    count = tr_n("{n} thing to look at", "{n} things to look at", shown.look)
    first = next((one.text for one in shown.advice if one.severity is Severity.LOOK), "")
    return tr("{count}: {first}", count=count, first=first) if first else count
