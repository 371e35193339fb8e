"""How the person is: the day as a whole, its moments, and the night before it. It keeps itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.day_values import Moment
from nextrep.domain.errors import UserError
from nextrep.domain.journal import CheckIn, Rating
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.services import journal, moments
from nextrep.services.measures import DayQuestions
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.day_text import time_text
from nextrep.ui.widgets.labels import Secondary, Strong
from nextrep.ui.widgets.moment_bar import NEW, WHOLE, MomentBar
from nextrep.ui.widgets.moment_line import MomentLine
from nextrep.ui.widgets.rating import RatingSlider
from nextrep.ui.widgets.rating_sheet import Group, RatingSheet
from nextrep.ui.widgets.screen import Screen
from nextrep.ui.widgets.sleep_form import SleepForm

CHECK_IN_KEY = "Ctrl+H"
"""Brings the keyboard to the first slider, on the screens that have this form."""
NOW_KEY = "Ctrl+Shift+H"
"""Begins a moment of now there."""
_NOON = time(12)


class CheckInForm(QWidget):
    """What is asked of one day, and the night before it.

    Attributes:
        kept: emitted after something was written.
        mood_kept: emitted before that with the day, when mood was part of it.
        saved_line: says when that was; the screen places it.
        bar: chooses between the day as a whole and its moments.
        line: the time of the chosen moment.
        sheet: the sliders.
        sleep: the night.
        day: the day that is shown (date ordinal).
    """

    kept = Signal()
    mood_kept = Signal(int)

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        """Make an empty form.

        Args:
            screen: writes in its name.
            parent: owner.
        """
        super().__init__(parent)
        self._screen = screen
        self.day = 0
        self._today = True
        self._questions = DayQuestions(())
        self._whole: dict[str, int] = {}
        self._moments: dict[int, Moment] = {}
        self._chosen = WHOLE
        self._new_at = screen.context.now()
        self.saved_line = Secondary(tr("Saved as you go."), wrap=False)
        self.bar, self.line = MomentBar(), MomentLine()
        self.bar.chips[NEW].setToolTip(tr("How it is at one time of the day ({key})", key=NOW_KEY))
        self.line.hide()
        self._hint = Secondary(tr("What stays blank here counts as the median of the day’s moments."))
        self._hint.hide()
        self.sheet = RatingSheet(self._keep, self.line.remove_button)
        self._night_title = Strong(tr("Last night"))
        self.sleep = SleepForm(screen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(6))
        for widget in (self.bar, self.line, self._hint, self.sheet, self._night_title, self.sleep):
            layout.addWidget(widget)
        self.bar.chosen.connect(self._on_chosen)
        self.line.moved.connect(self._on_moved)
        self.line.remove_asked.connect(self._on_remove)
        self.sleep.kept.connect(self._on_kept)

    @property
    def sliders(self) -> dict[str, RatingSlider]:
        """The sliders on screen by key of the measure."""
        return self.sheet.sliders

    def show_day(
        self,
        day: int,
        questions: DayQuestions,
        checkin: CheckIn | None,
        moments: Sequence[Moment],
        night: Night | None,
        *,
        today: bool,
    ) -> None:
        """Show a day. What the person is just changing on the same day stays."""
        if day != self.day:
            self.saved_line.setText(tr("Saved as you go."))
            self._chosen = WHOLE
        self.day, self._today, self._questions = day, today, questions
        self._whole = dict(checkin.values) if checkin else {}
        self._moments = {moment.id: moment for moment in moments}
        if self._chosen not in {WHOLE, NEW, *self._moments}:
            self._chosen = WHOLE
        self._show_chosen()
        self._night_title.setText(tr("Last night") if today else tr("The night before"))
        self.sleep.show_night(day, night)

    def note_now(self) -> None:
        """Begin a moment of now, with the keyboard on its first slider; not while nothing is asked."""
        if not self.isVisible():
            return
        self._on_chosen(NEW)
        self.sheet.focus()

    def flush(self) -> None:
        """Keep now what has not settled yet."""
        self.sheet.flush()
        self.sleep.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the screen or the window goes away."""
        self.flush()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Settle before an undo, so that it takes back what the person sees last."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            self.sheet.flush()
        return super().event(event)

    def _show_chosen(self) -> None:
        moment = self._moments.get(self._chosen)
        in_order = sorted(self._moments.values(), key=_at)
        self.bar.show_moments(in_order, self._chosen, today=self._today)
        at = moment.at if moment is not None else self._new_at
        self.line.setVisible(self._chosen != WHOLE)
        self.line.show_time(at.hour * 60 + at.minute, time_text(at), new=moment is None)
        self._hint.setVisible(self._chosen == WHOLE and bool(self._moments))
        values = self._whole if self._chosen == WHOLE else moment.values if moment is not None else {}
        self.sheet.show_answers((self.day, self._chosen), self._groups(values), values)

    def _groups(self, values: Mapping[str, int]) -> list[Group]:
        asked = self._questions
        if self._chosen == WHOLE:
            return [
                ("", asked.daily),
                (tr("Once a week"), asked.weekly),
                (tr("Not asked any more"), [one for one in asked.other if one.key in values]),
            ]
        # A weekly one changes slowly; it is asked of a moment only where it was answered there.
        return [
            ("", asked.daily),
            ("", [one for one in asked.every[len(asked.daily) :] if one.key in values]),
        ]

    def _keep(self, waiting: dict[str, int | None]) -> Mapping[str, int] | None:
        """Keep answers of what is shown; see `rating_sheet.Keep`."""
        context = self._screen.context
        if self._chosen == WHOLE:
            call = partial(journal.rate, context.store, self.day, waiting, context.now())
            kept = context.operate.run(call, initiator=self._screen)
            if kept is None:
                return None
            self._whole = dict(kept.values)
            self._on_answered(waiting)
            return kept.values
        return self._keep_moment(waiting)

    def _keep_moment(self, waiting: dict[str, int | None]) -> Mapping[str, int] | None:
        context = self._screen.context
        if self._chosen == NEW:
            call = partial(moments.note, context.store, self._new_at, waiting, context.now())
        else:
            call = partial(moments.rate, context.store, self._chosen, waiting)
        moment = context.operate.run(call, initiator=self._screen, on_error=self._on_error)
        if moment is None:
            return None
        self._moments.pop(self._chosen, None)
        if moment.values:
            self._moments[moment.id] = moment
        else:
            self._new_at = moment.at  # without an answer it is not there any more, but can begin again
        self._chosen = moment.id if moment.values else NEW
        self.sheet.rename((self.day, self._chosen))
        self._show_chosen()
        self._on_answered(waiting)
        return moment.values

    def _on_chosen(self, number: int) -> None:
        self.sheet.flush()
        self.line.set_problem("")
        if number == NEW:
            now = self._screen.context.now()
            noon = datetime.combine(date.fromordinal(self.day), _NOON, now.tzinfo)
            self._new_at = now if self._today else noon
        self._chosen = number
        self._show_chosen()

    def _on_moved(self, minutes: int) -> None:
        """Put the chosen moment at another time of its day."""
        context, before = self._screen.context, self._moments.get(self._chosen)
        old = before.at if before is not None else self._new_at
        clock = time(minutes // 60, minutes % 60)
        at = datetime.combine(date.fromordinal(self.day), clock, old.tzinfo)
        if before is None:
            try:
                self._new_at = moments.check_time(at, context.now())
            except UserError as error:
                self._on_error(str(error), error.field)
            return
        call = partial(moments.move, context.store, before.id, at, context.now())
        moment = context.operate.run(call, initiator=self._screen, on_error=self._on_error)
        if moment is not None:
            self._moments[moment.id] = moment
            self._show_chosen()
            self._on_kept()

    def _on_remove(self) -> None:
        context, number = self._screen.context, self._chosen
        self.sheet.flush()
        call = partial(moments.remove, context.store, number)
        if number in self._moments and context.operate.run(call, initiator=self._screen) is not None:
            del self._moments[number]
            self._chosen = WHOLE
            self._show_chosen()
            self.bar.chips[WHOLE].setFocus()
            self._on_kept()

    def _on_error(self, message: str, field: str) -> None:
        if field == "time":
            self.line.set_problem(message)
        else:
            self._screen.show_error(message, field)

    def _on_answered(self, given: Mapping[str, int | None]) -> None:
        if Rating.MOOD in given:
            self.mood_kept.emit(self.day)
        self._on_kept()

    def _on_kept(self) -> None:
        self.saved_line.setText(tr("Saved {time}", time=time_text(self._screen.context.now())))
        self.kept.emit()


def _at(moment: Moment) -> datetime:
    return moment.at
