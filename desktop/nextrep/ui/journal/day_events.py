"""What happened on a day: two things that come up often as chips, and what is going on, quietly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.event_marks import shortened
from nextrep.domain.events import MEDICATION, Event, EventKind, days_words, event_words
from nextrep.domain.text import tr
from nextrep.services import events
from nextrep.ui.journal.event_form import EventForm, new_event
from nextrep.ui.journal.events_dialog import EventsDialog
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.screen import Screen

MOST = 6
"""Chips of events on one day; the list has all."""
SHORT = 34


class DayEvents(QWidget):
    """Chips: therapy on this day (on or off), a medicine changed (asks more), and each event of the day.

    Attributes:
        kept: emitted after something was kept.
        therapy, medication: the two chips.
        every: opens the list of all events.
    """

    kept = Signal()

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._day = self._today = 0
        self._shown: tuple[Event, ...] = ()
        self._chips: list[ChipButton] = []
        self.therapy = ChipButton(tr("therapy today"), mark=True)
        self.medication = ChipButton(tr("medication changed"))
        self.medication.setCheckable(False)
        self.every = LinkButton(tr("Events"))
        self._flow = FlowLayout(self, spacing=4)
        for widget in (self.therapy, self.medication, self.every):
            self._flow.addWidget(widget)
        self.therapy.clicked.connect(self._on_therapy)
        self.medication.clicked.connect(self.open_medication)
        self.every.clicked.connect(self.open_every)

    def show_day(self, day: int, today: int, found: Sequence[Event]) -> None:
        """Show a day (date ordinal) with its events."""
        self._day, self._today = day, today
        self.therapy.setText(tr("therapy today") if day == today else tr("therapy on this day"))
        self.therapy.setChecked(any(_is_therapy(event) for event in found))
        others = tuple(event for event in found if not _is_therapy(event))
        if others == self._shown:
            return
        self._shown = others
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(event) for event in others[:MOST]]
        self._flow.removeWidget(self.every)
        for widget in (*self._chips, self.every):
            self._flow.addWidget(widget)

    def open_medication(self) -> EventForm:
        """Open the form for a medicine that changed, with the one that was written down last."""
        known = [one for one in events.all_events(self._screen.context.store) if one.kind in MEDICATION]
        title = known[0].title if known else ""
        return self._open(new_event(EventKind.MEDICATION_CHANGED, self._day, title))

    def open_every(self) -> EventsDialog:
        """Open the list of all events."""
        dialog = EventsDialog(self._screen.context, self._day, self)
        dialog.changed.connect(self.kept)
        dialog.open()
        return dialog

    def _chip(self, event: Event) -> ChipButton:
        days = days_words(event, self._today)
        words = tr("{event} · {days}", event=event_words(event), days=days)
        name = shortened(event.title.strip() or event_words(event), SHORT)
        text = name if event.first == event.last else tr("{event} · {days}", event=name, days=days)
        chip = ChipButton(text.replace("&", "&&"))
        chip.setCheckable(False)
        chip.setAccessibleName(words)
        chip.setToolTip(words)
        chip.clicked.connect(partial(self._open, event))
        return chip

    def _open(self, event: Event, _checked: bool = False) -> EventForm:
        form = EventForm(self._screen.context, event, self)
        form.saved.connect(self._on_saved)
        form.open()
        return form

    def _on_saved(self, _event: Event) -> None:
        self.kept.emit()

    def _on_therapy(self, on: bool) -> None:
        context = self._screen.context
        if on:
            event = new_event(EventKind.THERAPY, self._day)
            context.operate.run(
                partial(events.save, context.store, event, context.now()), initiator=self._screen
            )
        else:
            for event in events.of_day(context.store, self._day):
                if _is_therapy(event):
                    context.operate.run(
                        partial(events.delete, context.store, event.id), initiator=self._screen
                    )
        self.kept.emit()


def _is_therapy(event: Event) -> bool:
    return event.kind is EventKind.THERAPY and event.first == event.last
