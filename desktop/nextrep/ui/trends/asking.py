"""The dialogs that Trends opens: which days, which panels, small wins, a year in pixels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nextrep.services import trend_view
from nextrep.ui.runtime.context import Context
from nextrep.ui.trends.panels_dialog import PanelsDialog
from nextrep.ui.trends.period import Period
from nextrep.ui.trends.range_dialog import RangeDialog
from nextrep.ui.trends.wins_dialog import WinsDialog
from nextrep.ui.trends.year_dialog import YearDialog


class Asking(QObject):
    """Opens them over a screen and says what came of it.

    Attributes:
        period_chosen: emitted with a stretch of days.
        view_kept: emitted with the key of a view that was saved.
        day_asked: emitted with a day (date ordinal) whose words the person wants to read.
    """

    period_chosen = Signal(object)
    view_kept = Signal(str)
    day_asked = Signal(int)

    def __init__(self, context: Context, days: Callable[[], tuple[int, int]], screen: QWidget) -> None:
        """Make it for a screen; `days` gives first and last day shown (date ordinals)."""
        super().__init__(screen)
        self._context, self._days, self._screen = context, days, screen

    def ask_days(self) -> None:
        """Ask for first and last day."""
        first, last = self._days()
        today = self._context.now().date().toordinal()
        dialog = RangeDialog((first, min(last, today)), today, self._screen)
        dialog.chosen.connect(self._on_period)
        dialog.open()

    def ask_panels(self) -> None:
        """Let the person change the view."""
        shown = trend_view.chosen(self._context.store)
        dialog = PanelsDialog(self._context, shown, *self._days(), self._screen)
        dialog.kept.connect(self._on_view)
        dialog.open()

    def show_wins(self) -> None:
        """Show what went well in these days."""
        dialog = WinsDialog(self._context, *self._days(), self._screen)
        dialog.day_asked.connect(self._on_day)
        dialog.open()

    def show_year(self) -> None:
        """Show the year of the last day."""
        YearDialog(self._context, self._days()[1], self._screen).open()

    def _on_period(self, period: Period) -> None:
        self.period_chosen.emit(period)

    def _on_view(self, key: str) -> None:
        self.view_kept.emit(key)

    def _on_day(self, day: int) -> None:
        self.day_asked.emit(day)
