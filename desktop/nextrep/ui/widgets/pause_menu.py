"""Ways to pause all tracking: until the person goes on, for some weeks, or until a day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nextrep.domain.text import tr, tr_n
from nextrep.domain.tracking_pause import UNTIL, TrackingPause
from nextrep.services import tracking
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.day_text import date_text
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import DateBox

_WEEKS = (1, 2, 4)
_WEEK = 7


def pause_words(pause: TrackingPause) -> str:
    """Return what is said while tracking is paused."""
    if pause.last is None:
        return tr(
            "Tracking is paused since {first}. Everything you wrote is kept.", first=date_text(pause.first)
        )
    return tr(
        "Tracking is paused from {first} to {last}. Everything you wrote is kept.",
        first=date_text(pause.first),
        last=date_text(pause.last),
    )


class PauseMenu(QMenu):
    """Each entry pauses at once; it can be undone.

    Attributes:
        open_end: until the person goes on.
        to_a_day: asks for the last day.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.open_end = self.addAction(tr("Until I go on"))
        self.open_end.triggered.connect(self._on_open_end)
        self.weeks: list[QAction] = []
        for weeks in _WEEKS:
            action = self.addAction(tr_n("For {n} week", "For {n} weeks", weeks))
            action.setData(weeks)
            action.triggered.connect(self._on_weeks)
            self.weeks.append(action)
        self.to_a_day = self.addAction(tr("Until a day…"))
        self.to_a_day.triggered.connect(self.ask_for_day)

    def show_below(self, widget: QWidget) -> None:
        """Open below a button, ready for the arrow keys."""
        self.popup(widget.mapToGlobal(QPoint(0, widget.height())))
        self.setActiveAction(self.open_end)

    def ask_for_day(self) -> PauseForm:
        """Ask for the last day."""
        form = PauseForm(self._context, self.parentWidget())
        form.open()
        return form

    def _on_open_end(self) -> None:
        self._pause(None)

    def _on_weeks(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._pause(self._today() + _WEEK * int(action.data()) - 1)

    def _pause(self, last: int | None) -> None:
        context = self._context
        context.operate.run(partial(tracking.pause, context.store, self._today(), last), initiator=None)

    def _today(self) -> int:
        return self._context.now().date().toordinal()


class PauseForm(FormDialog):
    """Asks until when.

    Attributes:
        last: the last day of the pause.
    """

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(
            tr("Pause tracking"),
            tr("Pause"),
            parent,
            tr("Nothing asks you for anything until then. You can go on earlier at any time."),
        )
        self._context = context
        self._today = context.now().date().toordinal()
        self.last = DateBox(name=tr("Last day of the pause"))
        day = date.fromordinal(self._today + _WEEK - 1)
        self.last.setDate(QDate(day.year, day.month, day.day))
        self.add_field(UNTIL, tr("Last day of the pause"), self.last)
        self.finish()

    def on_take(self) -> None:
        """Pause until that day."""
        chosen = self.last.date()
        last = date(chosen.year(), chosen.month(), chosen.day()).toordinal()
        today = self._context.now().date().toordinal()
        pause = partial(tracking.pause, self._context.store, today, last)
        if self._context.operate.run(pause, initiator=None, on_error=self.show_error) is not None:
            self.accept()
