"""One event: what it was, in own words, and its days."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from nextrep.domain.events import GOES_ON, MEDICATION, MOST_DETAIL, MOST_TITLE, Event, EventKind, kind_title
from nextrep.domain.text import tr
from nextrep.services import events
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import ComboBox, DateBox

ONE_DAY, GOING_ON, UNTIL = "one day", "going on", "until"


class EventForm(FormDialog):
    """The fields of an event. Which days are asked follows from the kind until the person says otherwise.

    Attributes:
        saved: emitted with the `Event` as it is kept.
    """

    saved = Signal(object)

    def __init__(self, context: Context, event: Event, parent: QWidget | None = None) -> None:
        """Make the form for `event`; one with the id 0 is new, and what it holds is filled in."""
        title = tr("Change the event") if event.id else tr("An event")
        super().__init__(title, tr("Keep"), parent)
        self._context, self._event = context, event
        self._length_chosen = bool(event.id)
        self.kind, self.length = ComboBox(), ComboBox()
        self.title, self.detail = QLineEdit(event.title), QLineEdit(event.detail)
        self.first, self.last = DateBox(), DateBox()
        self.in_report = QCheckBox(tr("May go into a report, with its words"))
        self._fill()
        self._add_fields()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.length.activated.connect(self._on_length)
        self.length.currentIndexChanged.connect(self._show_last)
        self.first.dateChanged.connect(self._on_first)

    def _fill(self) -> None:
        for kind in EventKind:
            self.kind.addItem(kind_title(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(self._event.kind))
        for title, key in (
            (tr("One day"), ONE_DAY),
            (tr("Goes on"), GOING_ON),
            (tr("Until a day"), UNTIL),
        ):
            self.length.addItem(title, key)
        self.title.setMaxLength(MOST_TITLE)
        self.detail.setMaxLength(MOST_DETAIL)
        self.in_report.setChecked(self._event.in_report)
        self.in_report.setMinimumHeight(self.kind.sizeHint().height())
        first, last = self._event.first, self._event.last
        self.first.setDate(_to_date(first))
        self.last.setDate(_to_date(first if last is None else last))
        self._choose_length(GOING_ON if last is None else ONE_DAY if last == first else UNTIL)

    def _add_fields(self) -> None:
        self.add_field("kind", tr("What sort"), self.kind)
        self.add_field("title", tr("Name"), self.title, tr("As you would write it."))
        dose = tr("For a medicine the dose, for example.")
        self.add_field("detail", tr("More, if you like"), self.detail, dose)
        days = FlowLayout(spacing=12, top=True)
        for name, label, editor in (
            ("first", tr("First day"), self.first),
            ("length", tr("How long"), self.length),
            ("last", tr("Last day"), self.last),
        ):
            days.addWidget(self.add_field(name, label, editor))
        self.page.body.addLayout(days)
        self.page.body.addWidget(self.in_report)
        self._show_last()
        self.finish()
        if self._event.id == 0:
            self.title.setFocus()

    def event_now(self) -> Event:
        """Return the event as the fields say."""
        first = _to_day(self.first.date())
        length = self.length.currentData()
        last = {ONE_DAY: first, GOING_ON: None}.get(length, _to_day(self.last.date()))
        return Event(
            self._event.id,
            EventKind(self.kind.currentData()),
            self.title.text(),
            first,
            last,
            self.detail.text(),
            self.in_report.isChecked(),
        )

    def on_take(self) -> None:
        """Keep it."""
        call = partial(events.save, self._context.store, self.event_now(), self._context.now())
        kept = self._context.operate.run(call, initiator=self, on_error=self.show_error)
        if kept is not None:
            self.saved.emit(kept)
            self.accept()

    def _on_kind(self, _index: int) -> None:
        if not self._length_chosen:
            kind = EventKind(self.kind.currentData())
            self._choose_length(GOING_ON if kind in GOES_ON else ONE_DAY)

    def _on_length(self, _index: int) -> None:
        self._length_chosen = True

    def _on_first(self, day: QDate) -> None:
        """Let the last day not be before the first one that was just chosen."""
        if self.last.date() < day:
            self.last.setDate(day)

    def _choose_length(self, key: str) -> None:
        self.length.setCurrentIndex(self.length.findData(key))

    def _show_last(self, _index: int = 0) -> None:
        self._fields["last"].setVisible(self.length.currentData() == UNTIL)


def new_event(kind: EventKind, day: int, title: str = "") -> Event:
    """Return an event to begin a form with: of one day, or going on, as its kind mostly is."""
    return Event(0, kind, title if kind in MEDICATION else "", day, None if kind in GOES_ON else day)


def _to_date(day: int) -> QDate:
    on = date.fromordinal(day)
    return QDate(on.year, on.month, on.day)


def _to_day(day: QDate) -> int:
    return date(day.year(), day.month(), day.day()).toordinal()
