"""Logging a session of another day: when it was, how long it took, and what it began with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.services import past_choices, session_past
from nextrep.services.past_choices import PastChoice
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.past_bar import read_minutes
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.fields import NumberField, TimeField
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import ComboBox, DateBox

_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


class PastDialog(FormDialog):
    """A form of four fields; the sets are added afterwards, on the page where one trains.

    Attributes:
        logged: emitted with the id of the session.
        day, time, minutes, source: the fields.
    """

    logged = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None, planned_id: int | None = None) -> None:
        """Make the form; `planned_id` is the planned session that it begins with."""
        super().__init__(
            tr("Log another day"),
            tr("Add its sets"),
            parent,
            tr("For a session that you did without NextRep. It is saved at once; its sets come next."),
        )
        self._context = context
        self._today = context.now().date().toordinal()
        self._choices: list[PastChoice] = []
        self._typed: set[object] = set()
        self.day = DateBox()
        self.day.setMaximumDate(_EPOCH.addDays(self._today - 1))
        self.time = TimeField()
        self.minutes = NumberField(read_minutes)
        self.source = ComboBox()
        self.add_field("day", tr("Day"), self.day)
        self.add_field("source", tr("What you did"), self.source)
        self.add_field("minute", tr("Time it began"), self.time)
        self.add_field("minutes", tr("Minutes"), self.minutes, tr("Leave it empty if you do not know."))
        self.time.textEdited.connect(self._on_typed)
        self.minutes.textEdited.connect(self._on_typed)
        self.day.dateChanged.connect(self._on_day)
        self.source.currentIndexChanged.connect(self._on_source)
        planned = past_choices.day_of(context.store, planned_id) if planned_id is not None else None
        self.day.setDate(_EPOCH.addDays(min(planned or self._today - 1, self._today) - 1))
        self._on_day(self.day.date())
        places = [place for place, one in enumerate(self._choices) if one.planned_id == planned_id]
        if planned_id is not None and places:
            self.source.setCurrentIndex(places[0])
        self.finish()

    def on_take(self) -> None:
        """Log it."""
        self.clear_problems()
        if not self.committed():
            return
        minute = self.time.minutes()
        if minute is None:
            self.show_error(tr("Say about when it began."), "minute")
            return
        call = partial(
            session_past.log_past,
            self._context.store,
            self._choices[self.source.currentIndex()].source,
            self._day(),
            minute,
            self.minutes.value(),
            self._context.now(),
        )
        view = self._context.operate.run(call, initiator=self)
        if view is not None:
            self.accept()
            self.logged.emit(view.session.id)

    def _day(self) -> int:
        return _EPOCH.daysTo(self.day.date()) + 1

    def _on_typed(self, _text: str) -> None:
        self._typed.add(self.sender())

    def _on_day(self, _date: QDate) -> None:
        """Offer what was planned for that day first."""
        before = self._choices[self.source.currentIndex()].source if self._choices else None
        self._choices = past_choices.choices(self._context.store, self._day(), self._context.now())
        self.source.blockSignals(True)
        self.source.clear()
        for one in self._choices:
            self.source.addItem(choice_words(one, self._today))
        sources = [one.source for one in self._choices]
        kept = before is not None and before in sources and not self._choices[0].of_day
        self.source.setCurrentIndex(sources.index(before) if kept and before is not None else 0)
        self.source.blockSignals(False)
        self._on_source(self.source.currentIndex())

    def _on_source(self, place: int) -> None:
        """Suggest time and length until the person typed them."""
        if not 0 <= place < len(self._choices):
            return
        one = self._choices[place]
        for field, value in ((self.time, one.minute), (self.minutes, one.minutes)):
            if field not in self._typed:
                field.setValue(value)


def choice_words(one: PastChoice, today: int) -> str:
    """Return a choice as it stands in the list."""
    if one.day is None:
        free = tr("Something else: I add the exercises")
        return tr("Template: {title}", title=one.title) if one.template else free
    day = short_day_text(one.day, today)
    if one.planned_id is not None:
        return tr("{title}, planned for {day}", title=one.title, day=day)
    return tr("The same as {title} of {day}", title=one.title, day=day)
