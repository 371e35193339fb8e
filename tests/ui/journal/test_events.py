"""Events in the journal: two chips, a form, a list, and what is going on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.domain.events import Event, EventKind
from nextrep.services import events
from nextrep.ui.journal.day_events import DayEvents
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from tests.ui.names import nameless

TODAY = date(2026, 11, 22).toordinal()
MEDICINE = Event(0, EventKind.MEDICATION_STARTED, "sertraline", TODAY - 30, None, "50 mg")


def part(screen: JournalScreen) -> DayEvents:
    return screen._day_card.events


def kept(context: Context) -> list[Event]:
    return events.all_events(context.store)


def test_therapy_is_one_press_and_one_more_takes_it_back(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    chip = part(screen).therapy
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert [(one.kind, one.first, one.last) for one in kept(context)] == [(EventKind.THERAPY, TODAY, TODAY)]
    assert chip.isChecked()
    context.undo.undo()
    assert not chip.isChecked()
    context.undo.redo()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert kept(context) == []


def test_a_changed_medicine_opens_a_form_with_what_was_written_last(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    events.save(context.store, MEDICINE, context.now())
    form = part(screen).open_medication()
    assert nameless(form) == []
    assert (form.title.text(), form.kind.currentData()) == ("sertraline", EventKind.MEDICATION_CHANGED)
    form.detail.setText("75 mg")
    form.take.click()
    newest = kept(context)[0]
    assert (newest.detail, newest.first, newest.last) == ("75 mg", TODAY, None)
    assert newest.in_report


def test_what_goes_on_is_shown_on_the_day_and_can_be_changed_there(
    screen: JournalScreen, context: Context
) -> None:
    events.save(context.store, MEDICINE, context.now())
    screen.refresh()
    [chip] = part(screen)._chips
    assert chip.text() == "sertraline · since 23 Oct"
    assert chip.accessibleName() == "Medication started: sertraline, 50 mg · since 23 Oct"
    screen.go_to(TODAY - 31)
    assert part(screen)._chips == []


def test_how_long_follows_the_kind_until_the_person_says_otherwise(
    screen: JournalScreen, context: Context
) -> None:
    form = part(screen).open_every().open_new()
    for kind, last in ((EventKind.ILLNESS, None), (EventKind.TRAVEL, TODAY)):
        form.kind.setCurrentIndex(form.kind.findData(kind))
        assert form.event_now().last == last
    form.length.setCurrentIndex(1)
    form.length.activated.emit(1)
    form.kind.setCurrentIndex(form.kind.findData(EventKind.LIFE))
    assert form.event_now().last is None


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    form = part(screen).open_every().open_new()
    form.kind.setCurrentIndex(form.kind.findData(EventKind.OTHER))
    form.take.click()
    assert "in a word or two" in form._fields["title"]._problem.text()
    form.title.setText("Moved")
    form.length.setCurrentIndex(2)
    form.last.setDate(form.first.date().addDays(-3))
    form.take.click()
    assert "before the first" in form._fields["last"]._problem.text()
    assert kept(context) == []
    form.first.setDate(form.first.date().addYears(5))
    form.take.click()
    assert "check the year" in form._fields["first"]._problem.text()


def test_the_list_ends_deletes_and_undoes(screen: JournalScreen, context: Context, qtbot: QtBot) -> None:
    medicine = events.save(context.store, MEDICINE, context.now()).value
    trip = events.save(
        context.store, Event(0, EventKind.TRAVEL, "Lisbon", TODAY + 9, TODAY + 12), context.now()
    ).value
    dialog = part(screen).open_every()
    assert nameless(dialog) == []
    assert dialog.chosen() == trip
    assert not dialog.end.isEnabled()
    dialog.table.selectRow(1)
    dialog.end.click()
    assert events.get(context.store, medicine.id).last == TODAY
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert kept(context) == [trip]
    dialog.undo.click()
    dialog.undo.click()
    assert kept(context) == [trip, medicine]
    assert dialog.table.model().rowCount() == 2


def test_an_empty_list_says_what_will_be_here(screen: JournalScreen) -> None:
    dialog = part(screen).open_every()
    assert dialog._empty.isVisible()
    assert not dialog.change.isEnabled()
    assert not dialog.remove.isEnabled()
