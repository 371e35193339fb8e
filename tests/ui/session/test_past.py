"""All sessions of the past, logging another day, templates and the bin, as a person sees them."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from nextrep.domain.program import PlannedState
from nextrep.domain.training import SessionState
from nextrep.domain.units import Unit
from nextrep.services import bin as rubbish
from nextrep.services import catalog, preferences, program, session, session_list, session_templates
from nextrep.services.history import history
from nextrep.services.session_list import Held, Outline
from nextrep.settings.table import SAFETY_NOTE_SEEN
from nextrep.ui.session.bin_dialog import BinDialog
from nextrep.ui.session.history_card import HistoryCard
from nextrep.ui.session.past_dialog import PastDialog
from nextrep.ui.session.past_model import PastModel
from nextrep.ui.session.template_dialog import TemplateDialog
from nextrep.ui.widgets.two_lines import LINE_ROLE
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, Hands, did, plan, train

Key = Qt.Key
ENTER = Key.Key_Return
W = TypeVar("W", bound=QWidget)


@pytest.fixture(autouse=True)
def safety_note_is_known(store) -> None:
    preferences.change(store, SAFETY_NOTE_SEEN, True)


def top(kind: type[W]) -> W:
    """The one open window of a kind."""
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def closed(kind: type[QWidget]) -> bool:
    return not any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets())


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def trained(hands: Hands, *days: int) -> list[int]:
    """Sessions of goblet squats so many days ago."""
    return [train(hands.store, MORNING - timedelta(days=day), "goblet_squat", did(16, 9)) for day in days]


def choose_from_menu(hands: Hands, text: str) -> None:
    menu = top(QMenu)
    (action,) = [one for one in menu.actions() if one.text() == text]
    hands.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


# The start


def test_one_button_is_the_next_thing_and_all_others_stand_back(hands: Hands):
    trained(hands, 2, 5)
    plan(hands.store, MORNING)
    session_templates.copy_of_session(hands.store, 1, MORNING, "Short")
    hands.screen.refresh()
    page = hands.screen.start_page
    from nextrep.ui.widgets.buttons import PrimaryButton

    primary = [one for one in page.findChildren(PrimaryButton) if one.isVisible()]
    assert primary == [page.start_button]
    page.focus()
    assert hands.focus() is page.start_button
    assert len(page.other_rows) == 3
    assert [row.title.text() for row in page.template_rows] == ["Short"]
    assert nameless(page) == []


def test_another_planned_session_can_be_begun(hands: Hands):
    plan(hands.store, MORNING)
    hands.screen.refresh()
    row = hands.screen.start_page.other_rows[1]
    hands.click(row.button)
    assert hands.view.session.title == row.title.text()
    assert hands.view.session.planned_id is not None


def test_a_template_is_begun_renamed_and_deleted(hands: Hands):
    (number,) = trained(hands, 3)
    session_templates.copy_of_session(hands.store, number, MORNING, "Short")
    hands.screen.refresh()
    page = hands.screen.start_page
    hands.click(page.template_rows[0].more)
    choose_from_menu(hands, "Rename…")
    dialog = top(TemplateDialog)
    dialog.name.clear()
    hands.qtbot.keyClick(dialog.name, ENTER)
    assert "1 to 120" in texts(dialog)
    hands.qtbot.keyClicks(dialog.name, "Hotel room")
    hands.qtbot.keyClick(dialog.name, ENTER)
    assert [row.title.text() for row in page.template_rows] == ["Hotel room"]
    hands.click(page.template_rows[0].more)
    choose_from_menu(hands, "Delete")
    assert page.template_rows == []
    hands.context.undo.undo()
    hands.click(page.template_rows[0].button)
    assert hands.view.session.title == "Hotel room"
    assert hands.title == "Goblet squat"


def test_links_lead_only_where_there_is_something(hands: Hands):
    page = hands.screen.start_page
    assert page.log_button.isVisible()
    assert not page.past_button.isVisible()
    assert not page.bin_button.isVisible()
    (number,) = trained(hands, 3)
    session.discard(hands.store, number, MORNING)
    trained(hands, 2)
    hands.screen.refresh()
    assert page.past_button.isVisible()
    assert page.bin_button.text() == "Bin (1)…"


# All sessions


def test_the_model_keeps_the_rules_of_qt(qapp):
    sessions = [Outline(n, 739_000 - 9 * n, f"Session {n}", 60 * n or None) for n in range(40)]
    asked: list[list[int]] = []

    def held(ids):
        asked.append(list(ids))
        return {number: Held(3, ("Goblet squat",)) for number in ids}

    model = PastModel(held)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_sessions(sessions, 739_000)
    index = model.index(0, 0)
    assert index.data() == "Session 0"
    assert "3 sets" in index.data(LINE_ROLE)
    assert model.index(39, 0).data(LINE_ROLE).endswith("39 min · Goblet squat")
    assert len(asked) == 1  # a whole screen is read at once
    model.show_sessions([], 739_000)
    assert model.rowCount() == 0
    del tester


def test_all_sessions_are_walked_by_month_and_opened_by_keys(hands: Hands):
    numbers = trained(hands, 400, 60, 31, 2, 1)
    hands.screen.refresh()
    hands.click(hands.screen.start_page.past_button)
    page = hands.screen.past.page
    assert hands.focus() is page.list
    assert "5 sessions" in texts(page)
    assert page.list.current().id == numbers[4]
    hands.keys(Key.Key_Right)
    assert page.list.current().id == numbers[2]
    hands.keys(Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert page.list.current().id == numbers[0]
    hands.keys(Key.Key_Left, Key.Key_Up, Key.Key_Up)
    assert page.list.current().id == numbers[3]
    hands.keys(ENTER)
    assert hands.screen.pages.currentWidget() is hands.screen.train
    assert hands.screen.conductor.view.session.id == numbers[3]
    assert session.active(hands.store) is None


def test_a_search_finds_by_exercise_and_escape_takes_it_back(hands: Hands):
    train(hands.store, MORNING - timedelta(days=3), "plank", did(seconds=40))
    trained(hands, 2, 1)
    hands.screen.open(("past", None))
    page = hands.screen.past.page
    page.field.setFocus()
    hands.keys("plank")
    assert "1 session" in texts(page)
    hands.keys("xx")
    assert "Nothing found for “plankxx”." in texts(page)
    assert not page.open_button.isEnabled()
    hands.keys(Key.Key_Escape)
    assert "3 sessions" in texts(page)
    hands.keys(Key.Key_Down)
    assert page.list.currentIndex().row() == 1
    hands.keys(Key.Key_Escape)
    assert hands.screen.pages.currentWidget() is hands.screen.start_page


def test_a_session_is_repeated_kept_as_a_template_and_deleted_by_keys(hands: Hands):
    first, second = trained(hands, 2, 1)
    hands.screen.open(("past", None))
    page = hands.screen.past.page
    hands.keys("t")
    assert "is a template now" in hands.screen._message.text()
    assert len(session_templates.every(hands.store)) == 1
    hands.keys(Key.Key_Delete)
    assert [one.id for one in session_list.every(hands.store)] == [first]
    assert page.list.current().id == first
    assert "in the bin for 30 days" in hands.screen._message.text()
    hands.context.undo.undo()
    assert len(session_list.every(hands.store)) == 2
    assert hands.screen.pages.currentWidget() is page
    assert page.list.current().id == first
    hands.keys("r")
    assert hands.title == "Goblet squat"
    assert hands.view.session.planned_id is None
    assert second != first


def test_the_menu_of_a_session_offers_the_same(hands: Hands):
    trained(hands, 1)
    hands.screen.open(("past", None))
    hands.chord(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = top(QMenu)
    assert [one.text() for one in menu.actions()] == ["Open", "Repeat", "Make a template", "Delete"]
    choose_from_menu(hands, "Delete")
    assert "Every session that you finish will stand here." in texts(hands.screen.past.page)


def test_an_open_session_waits_behind_all_sessions(planned: Hands):
    planned.keys(ENTER)
    planned.screen.open(("past", None))
    assert planned.screen.pages.currentWidget() is planned.screen.past.page
    planned.click(planned.screen.past.page.back_button)
    assert planned.screen.pages.currentWidget() is planned.screen.train
    assert len(planned.done) == 1


@pytest.mark.parametrize("width", [1280, 1000, 640])
def test_targets_are_large_and_nothing_is_wider_than_the_window(hands: Hands, width: int):
    from PySide6.QtWidgets import QAbstractButton

    trained(hands, 3, 2)
    plan(hands.store, MORNING)
    session_templates.copy_of_session(hands.store, 1, MORNING, "Short")
    session.discard(hands.store, 1, MORNING)
    hands.screen.resize(width, 600)
    for where in (None, ("past", None)):
        hands.screen.refresh() if where is None else hands.screen.open(where)
        QApplication.processEvents()
        page = hands.screen.pages.currentWidget()
        assert page.page.width() <= page.viewport().width()
        small = [
            button.text() or button.accessibleName()
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and button.focusPolicy() and min(button.width(), button.height()) < 44
        ]
        assert small == []
        assert nameless(page) == []


# Another day


def log_dialog(hands: Hands) -> PastDialog:
    hands.click(hands.screen.start_page.log_button)
    return top(PastDialog)


def test_a_session_of_another_day_is_logged_and_gets_its_sets(hands: Hands):
    dialog = log_dialog(hands)
    assert dialog.day.date() == QDate(2026, 11, 19)
    dialog.time.setText("17.30")
    dialog.minutes.setText("50")
    hands.qtbot.keyClick(dialog.minutes, ENTER)
    assert closed(PastDialog)
    (outline,) = session_list.every(hands.store)
    found = hands.store.sessions.get(outline.id)
    assert (found.state, found.duration_s) == (SessionState.DONE, 3000)
    assert (found.started_at.hour, found.started_at.minute, found.started_at.day) == (17, 30, 19)
    assert hands.screen.pages.currentWidget() is hands.screen.train
    assert hands.screen.conductor.view.session.id == outline.id


def test_what_was_planned_for_the_day_stands_first_with_its_usual_length(hands: Hands):
    plan(hands.store, MORNING - timedelta(days=7))
    shown = program.current(hands.store)
    planned = next(one for one in shown.sessions if one.planned.day < MORNING.toordinal())
    hands.screen.refresh()
    dialog = log_dialog(hands)
    dialog.day.setDate(QDate(1, 1, 1).addDays(planned.planned.day - 1))
    assert dialog.source.currentText().startswith(f"{planned.planned.title}, planned for")
    assert dialog.minutes.value() == planned.minutes
    dialog.minutes.setText("33")
    dialog.minutes.textEdited.emit("33")
    dialog.source.setCurrentIndex(1)
    assert dialog.source.currentText().startswith("Something else")
    assert dialog.minutes.text() == "33"  # what was typed stays
    dialog.source.setCurrentIndex(0)
    hands.click(dialog.take)
    assert hands.store.programs.planned(planned.planned.id).state is PlannedState.DONE


def test_a_day_to_come_cannot_be_chosen_and_a_time_must_be_said(hands: Hands):
    dialog = log_dialog(hands)
    dialog.day.setDate(QDate(2026, 12, 24))
    assert dialog.day.date() == QDate(2026, 11, 20)
    dialog.time.clear()
    hands.click(dialog.take)
    assert "about when it began" in texts(dialog)
    dialog.time.setText("23:00")
    hands.click(dialog.take)
    assert "still to come" in texts(dialog)
    dialog.time.setText("06:00")
    dialog.minutes.setText("2000")
    hands.click(dialog.take)
    assert "0 to 1440" in texts(dialog)
    dialog.reject()
    assert session_list.every(hands.store) == []


def test_left_without_a_set_it_goes_away_and_the_way_leads_back(hands: Hands):
    (number,) = trained(hands, 1)
    hands.screen.open(("past", None))
    hands.screen.past.log_another_day()
    dialog = top(PastDialog)
    hands.click(dialog.take)
    past = hands.screen.past
    edited = hands.screen.conductor.view.session.id
    assert edited != number
    hands.screen.edit.session_id = None
    past.end_edit(edited)
    assert [one.id for one in session_list.every(hands.store)] == [number]
    assert hands.screen.pages.currentWidget() is past.page


# The bin


def test_the_bin_says_what_it_was_and_brings_it_back(hands: Hands):
    numbers = trained(hands, 3, 2)
    store = hands.store
    session.delete_set(store, store.sets.of_session(numbers[0])[0].id, MORNING - timedelta(days=1))
    session.discard(store, numbers[1], MORNING)
    hands.screen.refresh()
    hands.click(hands.screen.start_page.bin_button)
    dialog = top(BinDialog)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first, second = (dialog.model.index(row, 0) for row in range(2))
    assert first.data() == "Free session of Wed 18 Nov, 1 set"
    assert first.data(LINE_ROLE) == "Deleted today 07:14 · stays 30 more days"
    assert second.data() == "Set of Goblet squat, 16 kg × 9, from Free session of Tue 17 Nov"
    assert second.data(LINE_ROLE) == "Deleted Thu 19 Nov 07:14 · stays 29 more days"
    assert nameless(dialog) == []
    hands.qtbot.keyClick(dialog.list, ENTER)
    assert "Free session is back." in dialog.message.text()
    assert session_list.every(store)[0].id == numbers[1]
    hands.context.undo.undo()
    assert dialog.model.rowCount() == 2
    dialog.reject()
    assert hands.screen.start_page.bin_button.text() == "Bin (2)…"


def test_what_cannot_come_back_says_what_is_missing(hands: Hands):
    (number,) = trained(hands, 2)
    store = hands.store
    session.delete_set(store, store.sets.of_session(number)[0].id, MORNING)
    session.discard(store, number, MORNING + timedelta(seconds=1))
    hands.screen.open(("bin", None))
    dialog = top(BinDialog)
    hands.qtbot.keyClick(dialog.list, Key.Key_Down)
    hands.click(dialog.restore_button)
    assert "Restore that first" in dialog.message.text()
    assert dialog.model.rowCount() == 2
    dialog.reject()


def test_deleting_for_good_asks_once(hands: Hands):
    numbers = trained(hands, 3, 2)
    for number in numbers:
        session.discard(hands.store, number, MORNING)
    hands.screen.open(("bin", None))
    dialog = top(BinDialog)
    hands.qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert "cannot be taken back" in dialog.question.text()
    assert dialog.focusWidget() is dialog.keep_button
    hands.qtbot.keyClick(dialog, Key.Key_Escape)
    assert rubbish.count(hands.store) == 2
    assert dialog.isVisible()
    hands.click(dialog.delete_button)
    hands.click(dialog.sure_button)
    assert rubbish.count(hands.store) == 1
    hands.click(dialog.empty_button)
    hands.click(dialog.sure_button)
    assert rubbish.count(hands.store) == 0
    assert dialog.nothing.isVisible()
    dialog.reject()


# History


def test_history_shows_each_time_and_is_read_out(hands: Hands, qtbot):
    for day, load in ((9, 14), (400, 10)):
        train(hands.store, MORNING - timedelta(days=day), "goblet_squat", did(load, 10), did(load, 8))
    number = hands.store.exercises.by_key("goblet_squat").id
    card = HistoryCard()
    qtbot.addWidget(card)
    card.show()
    assert "first time" in texts(card)
    card.show_history(history(hands.store, number), Unit.KG, MORNING.toordinal())
    first, second = card.rows
    assert (first.day.text(), first.sets.text()) == ("Wed 11 Nov", "14 kg × 10, 8")
    assert first.estimate.text() == "e1RM 18.7 kg"
    assert second.day.text().endswith("2025")
    assert not card.nothing.isVisible()
    card.focus()
    assert "14 kg × 10, 8" in card.times.accessibleDescription()
    assert nameless(card) == []
    card.show_history((), Unit.KG, MORNING.toordinal())
    assert not first.isVisible()
    assert catalog.exercise_of(hands.store, number).key == "goblet_squat"


def test_a_session_of_the_past_begins_with_its_first_set_and_an_enter_too_many_adds_none(hands: Hands):
    (number,) = trained(hands, 3)
    hands.screen.open(("edit", number))
    assert hands.screen.conductor.block == 0
    assert hands.grid.current == 0
    before = len(hands.store.sets.of_session(number))
    hands.keys(Qt.Key.Key_Return)
    assert len(hands.store.sets.of_session(number)) == before
    card = hands.screen.train.exercise
    assert not (card.reason.isVisible() or card.cue.isVisible()), "nothing is about to be done"
