"""The journal: writing saves itself, each day can be reached, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QStackedWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import MAX_ENTRY_CHARS, Rating
from nextrep.domain.prompts import PromptTheme
from nextrep.domain.training import Session, SessionState
from nextrep.resources.prompts import load_prompts
from nextrep.services import demo, journal
from nextrep.storage.store import Store
from nextrep.ui.journal.entry_model import MARKS_ROLE, PAGE
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.journal.writing import Writing
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.chips import ChipButton
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=BERLIN)
TODAY = NOW.date().toordinal()


class Desk:
    """The journal in a window of its own, over a real profile."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.store: Store = context.store
        self.screen = JournalScreen(context)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.screen)

    @property
    def writing(self) -> Writing:
        return self.screen._day_card.writing

    def texts(self, day: int = TODAY) -> list[str]:
        return [entry.text for entry in self.store.entries.of_day(day)]

    def words(self) -> str:
        return "\n".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.screen.findChildren(QPushButton) if b.text() == text)

    def chips(self) -> list[ChipButton]:
        return [chip for chip in self.writing.findChildren(ChipButton) if chip.isVisible()]

    def listed(self) -> list[str]:
        model = self.screen._list.view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path, now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def desk(tmp_path: Path, store: Store, qtbot: QtBot) -> Iterator[Desk]:
    context, _reporter = make_context(tmp_path, store, NOW)
    made = Desk(context)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 720)
    made.window.show()
    made.screen.activate()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    context.undo.clear()  # a stack that still holds Python commands must not be left to the collector


def test_who_comes_to_the_journal_by_keyboard_can_write_at_once(desk: Desk, qtbot: QtBot) -> None:
    """What is first in line gets the keyboard when the screen is shown; no button looks pressed."""
    rows = QStackedWidget()
    qtbot.addWidget(rows)
    before = QPushButton("before")
    rows.addWidget(before)
    screen = JournalScreen(desk.context)
    rows.addWidget(screen)
    rows.show()
    rows.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    rows.setCurrentWidget(screen)
    screen.activate()
    assert QApplication.focusWidget() is screen._day_card.writing.editor


def test_writing_saves_itself_when_typing_pauses(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.writing.editor, "Woke early.")
    assert desk.texts() == []
    qtbot.waitUntil(lambda: desk.texts() == ["Woke early."])
    qtbot.keyClicks(desk.writing.editor, " Walked.")
    qtbot.waitUntil(lambda: desk.texts() == ["Woke early. Walked."])
    assert desk.listed() == ["Woke early. Walked."]
    assert desk.context.undo.count() == 1
    desk.context.undo.undo()
    assert desk.texts() == []
    assert desk.writing.editor.toPlainText() == ""
    desk.context.undo.redo()
    assert desk.writing.editor.toPlainText() == "Woke early. Walked."


def test_closing_the_window_while_typing_loses_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.writing.editor, "Half a sent")
    desk.window.close()
    assert desk.texts() == ["Half a sent"]


def test_going_to_another_day_keeps_what_was_typed_on_this_one(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.writing.editor, "Today")
    qtbot.keyClick(desk.screen._month_card.table, Qt.Key.Key_Left)
    qtbot.keyClicks(desk.writing.editor, "Yesterday")
    desk.screen.deactivate()
    assert desk.texts() == ["Today"]
    assert desk.texts(TODAY - 1) == ["Yesterday"]


def test_an_emptied_entry_goes_when_the_person_leaves_it(desk: Desk, qtbot: QtBot) -> None:
    journal.write(desk.store, TODAY, "To go", NOW)
    desk.screen.refresh()
    desk.writing.editor.setFocus()
    qtbot.keyClick(desk.writing.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.writing.editor, Qt.Key.Key_Delete)
    desk.writing.editor.settled.emit()
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(desk.writing.editor, away)  # the context menu, to paste something else
    assert desk.texts() == ["To go"]
    desk.screen.deactivate()
    assert desk.texts() == []
    desk.context.undo.undo()
    assert desk.texts() == ["To go"]
    assert desk.writing.editor.toPlainText() == "To go"


def test_looking_at_an_entry_does_not_change_it(desk: Desk) -> None:
    odd = "One\u00a0line\r\n\r\nand trailing  "
    journal.write(desk.store, TODAY, odd, NOW)
    desk.screen.refresh()
    desk.screen.deactivate()
    assert desk.texts() == [odd]
    assert desk.context.undo.count() == 0


def test_the_editor_undoes_its_own_typing(desk: Desk, qtbot: QtBot) -> None:
    journal.write(desk.store, TODAY, "Before", NOW)
    desk.screen.refresh()
    desk.writing.editor.setFocus()
    qtbot.keyClick(desk.writing.editor, Qt.Key.Key_End)
    qtbot.keyClicks(desk.writing.editor, "xyz")
    qtbot.keyClick(desk.writing.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.screen.deactivate()
    assert desk.texts() == ["Before"]


def test_several_entries_of_a_day_stand_beside_each_other(desk: Desk, qtbot: QtBot) -> None:
    journal.write(desk.store, TODAY, "In the morning", NOW.replace(hour=8))
    journal.write(desk.store, TODAY, "At noon", NOW.replace(hour=12))
    desk.screen.refresh()
    assert desk.writing.editor.toPlainText() == "At noon"
    qtbot.waitUntil(lambda: len(desk.chips()) == 2)
    assert [chip.text() for chip in desk.chips()] == ["08:00 In the morning", "12:00 At noon"]
    qtbot.mouseClick(desk.chips()[0], Qt.MouseButton.LeftButton)
    assert desk.writing.editor.toPlainText() == "In the morning"
    qtbot.mouseClick(desk.button("New entry"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(desk.writing.editor, "At night")
    desk.screen.deactivate()
    qtbot.waitUntil(lambda: len(desk.chips()) == 3)
    assert desk.texts() == ["In the morning", "At noon", "At night"]
    assert [chip.isChecked() for chip in desk.chips()] == [False, False, True]


def test_ctrl_z_brings_a_deleted_entry_back_though_the_keyboard_is_in_the_editor(
    desk: Desk, qtbot: QtBot
) -> None:
    undo = desk.context.undo.createUndoAction(desk.window)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    desk.window.addAction(undo)
    editor = desk.writing.editor
    editor.setFocus()
    qtbot.keyClicks(editor, "A good day")
    editor.settled.emit()
    assert desk.texts() == ["A good day"]
    desk.button("Delete entry").click()
    assert desk.texts() == []
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.texts() == ["A good day"]


def test_deleting_an_entry_shows_the_one_before_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    journal.write(desk.store, TODAY, "First", NOW)
    journal.write(desk.store, TODAY, "Second", NOW)
    desk.screen.refresh()
    qtbot.mouseClick(desk.button("Delete entry"), Qt.MouseButton.LeftButton)
    assert desk.texts() == ["First"]
    assert desk.writing.editor.toPlainText() == "First"
    desk.context.undo.undo()
    assert desk.texts() == ["First", "Second"]


def test_only_what_is_marked_may_go_into_a_report(desk: Desk, qtbot: QtBot) -> None:
    assert "Private" in desk.words()
    assert not desk.writing._in_report.isVisible()
    qtbot.keyClicks(desk.writing.editor, "For the clinician")
    desk.writing.flush()
    box = desk.writing._in_report
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(12, box.height() // 2))
    entry = desk.store.entries.of_day(TODAY)[0]
    assert entry.in_report
    assert "May go into a report" in desk.words()
    qtbot.keyClicks(desk.writing.editor, "!")
    desk.context.undo.undo()
    entry = desk.store.entries.of_day(TODAY)[0]
    assert (entry.in_report, entry.text) == (False, "For the clinician")
    desk.screen.deactivate()
    assert "For the clinician" in desk.texts()[0]
    assert "!" in desk.texts()[0]


def test_a_day_that_is_still_to_come_is_refused_kindly(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.screen._month_card.table, Qt.Key.Key_Right)
    assert "still to come" in desk.words()
    desk.screen.open(TODAY + 3)
    assert desk.screen._day == TODAY
    desk.screen.open(date(2026, 11, 3))
    assert "Tuesday 3 November" in desk.words()
    assert "still to come" not in desk.words()


def test_a_past_day_takes_all_six_ratings_and_its_night(desk: Desk, qtbot: QtBot) -> None:
    day = TODAY - 40
    desk.screen.open(day)
    form = desk.screen._form
    assert set(form.sliders) == set(Rating)
    for number, slider in enumerate(form.sliders.values()):
        qtbot.keyClick(slider.track, str(number + 1))
    form.sleep.all_fields.click()
    for name, text in (("into_bed", "22:00"), ("out_of_bed", "6:00"), ("quality", "7")):
        form.sleep.fields.fields[name].setFocus()
        qtbot.keyClicks(form.sleep.fields.fields[name], text)
    desk.screen.deactivate()
    assert sorted(desk.store.checkins.get(day).values.values()) == [10, 20, 30, 40, 50, 60]
    night = desk.store.nights.get(day)
    assert (night.quality, night.time_in_bed_min) == (7, 480)
    assert desk.store.checkins.get(TODAY) is None
    assert "The night before" in desk.words()


def test_the_search_shows_the_line_that_was_found(desk: Desk, qtbot: QtBot) -> None:
    journal.write(desk.store, TODAY - 300, "A day\n\nCoffee with Mara", NOW)
    journal.write(desk.store, TODAY - 2, "Nothing much", NOW)
    desk.screen.refresh()
    search = desk.screen._list.search
    assert search.placeholderText() == "Search 2 entries"
    qtbot.keyClicks(search, "mara")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.listed() == ["Coffee with Mara"]
    view = desk.screen._list.view
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert desk.writing.editor.toPlainText() == "A day\n\nCoffee with Mara"
    search.clear()
    qtbot.keyClicks(search, "100%")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert "No entry has these words." in desk.words()


def test_what_was_searched_for_is_marked_and_a_slip_is_said(desk: Desk, qtbot: QtBot) -> None:
    journal.write(desk.store, TODAY - 300, "A day\n\nCoffee in the Café Müller", NOW)
    desk.screen.refresh()
    search = desk.screen._list.search
    model = desk.screen._list.view.model()
    for typed, line in (("cafe", ""), ("cofee", "Found with “coffee”:")):
        search.setText(typed)
        qtbot.keyClick(search, Qt.Key.Key_Return)
        assert desk.listed() == ["Coffee in the Café Müller"]
        [(start, end)] = model.index(0, 0).data(MARKS_ROLE)
        assert desk.listed()[0][start:end] in {"Café", "Coffee"}
        assert (line in desk.words()) and ("Found with" in desk.words()) == bool(line)
    desk.screen.grab()  # painted without complaint


def test_the_list_opens_the_very_entry(desk: Desk, qtbot: QtBot) -> None:
    first = journal.write(desk.store, TODAY - 2, "First of the day", NOW).value
    journal.write(desk.store, TODAY - 2, "Second of the day", NOW)
    desk.screen.refresh()
    view = desk.screen._list.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert desk.writing.current_id() == first.id


def test_the_list_reads_on_as_the_person_scrolls(desk: Desk) -> None:
    for number in range(PAGE + 20):
        journal.write(desk.store, TODAY - number, f"Entry {number}", NOW)
    desk.screen.refresh()
    assert len(desk.listed()) == PAGE
    view = desk.screen._list.view
    view.scrollToBottom()
    view.model().fetchMore(view.rootIndex())
    assert len(desk.listed()) == PAGE + 20
    assert not view.model().canFetchMore(view.rootIndex())


def test_a_change_elsewhere_leaves_what_is_being_typed(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.writing.editor, "Typing")
    outcome = journal.rate(desk.store, TODAY, {Rating.MOOD: 60}, NOW)
    desk.context.bus.changed.emit(outcome.changes, None)
    assert desk.writing.editor.toPlainText() == "Typing"
    assert desk.screen._form.sliders[Rating.MOOD].value() == 60
    desk.screen.deactivate()
    assert desk.texts() == ["Typing"]


def test_an_entry_that_was_taken_away_while_being_rewritten_is_not_lost(desk: Desk, qtbot: QtBot) -> None:
    entry = journal.write(desk.store, TODAY, "Old", NOW).value
    desk.screen.refresh()
    qtbot.keyClicks(desk.writing.editor, "New ")
    outcome = journal.delete_entry(desk.store, entry.id)
    desk.context.bus.changed.emit(outcome.changes, None)
    desk.screen.deactivate()
    assert desk.texts() == ["New Old"]


def test_a_text_that_is_far_too_long_is_not_kept_and_says_so(desk: Desk) -> None:
    desk.writing.editor.setPlainText("x" * 200_001)
    desk.writing.flush()
    assert desk.texts() == []
    assert "200000 characters" in desk.words()


def test_today_moves_on_after_midnight(tmp_path: Path, store: Store, qtbot: QtBot) -> None:
    clock = [NOW.replace(hour=23, minute=58)]
    context, _reporter = make_context(tmp_path, store, NOW)
    object.__setattr__(context, "now", lambda: clock[0])
    desk = Desk(context)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.screen.activate()
    qtbot.keyClicks(desk.writing.editor, "Late")
    clock[0] += timedelta(minutes=5)
    desk.screen.activate()
    assert desk.texts() == ["Late"]
    assert "Monday 23 November" in desk.words()
    assert desk.writing.editor.toPlainText() == ""
    desk.window.close()
    context.undo.clear()


def test_another_question_comes_by_button_and_key_and_a_theme_can_be_chosen(desk: Desk, qtbot: QtBot) -> None:
    prompt = desk.screen._day_card.prompt
    seen = [prompt.text()]
    desk.button("Another question").click()
    seen.append(prompt.text())
    desk.writing.editor.setFocus()
    qtbot.keyClick(desk.writing.editor, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    seen.append(prompt.text())
    assert len(set(seen)) == 3
    prompt.theme.setCurrentText("Sleep")
    sleep = {one.text for one in load_prompts() if one.theme is PromptTheme.SLEEP}
    asked = set()
    for _turn in sleep:
        asked.add(prompt.text())
        prompt.another.click()
    assert asked == sleep
    shown = prompt.text()
    desk.screen.refresh()
    assert prompt.text() == shown
    desk.screen.go_to(TODAY - 1)
    assert prompt.text() in sleep - {shown}


def test_the_theme_that_was_chosen_is_there_again(desk: Desk) -> None:
    desk.screen._day_card.prompt.theme.setCurrentText("Gratitude")
    again = JournalScreen(desk.context)
    again.activate()
    prompt = again._day_card.prompt
    assert prompt.theme.currentText() == "Gratitude"
    assert prompt.text() in {one.text for one in load_prompts() if one.theme is PromptTheme.GRATITUDE}
    assert desk.context.undo.count() == 0  # looking at other questions is nothing to take back
    again.deleteLater()


def test_after_a_session_the_first_question_is_about_it(desk: Desk) -> None:
    training = {one.text for one in load_prompts() if one.theme is PromptTheme.TRAINING}
    prompt = desk.screen._day_card.prompt
    assert prompt.text() not in training
    with desk.store.transaction():
        done = Session(0, "Session", NOW, NOW, TODAY, SessionState.DONE)
        desk.store.sessions.insert(done)
    desk.screen.refresh()
    assert prompt.text() in training
    assert prompt.theme.currentText() == "Any theme"
    desk.screen.go_to(TODAY - 1)
    assert prompt.text() not in training
    prompt.theme.setCurrentText("Sleep")
    desk.screen.go_to(TODAY)
    assert prompt.text() not in training


def test_the_same_day_of_earlier_years_is_a_link_away(desk: Desk, qtbot: QtBot) -> None:
    assert "Also written on this day" not in desk.words()
    for year in (2024, 2021):
        journal.write(desk.store, date(year, 11, 22).toordinal(), f"Then, in {year}", NOW)
    desk.screen.refresh()
    qtbot.waitUntil(lambda: desk.button("2024").isVisible())
    assert "Also written on this day" in desk.words()
    assert "Then, in" not in "\n".join(chip.text() for chip in desk.chips())
    desk.button("2021").click()
    assert desk.writing.editor.toPlainText() == "Then, in 2021"
    assert not desk.screen._day_card.earlier_years.isVisible()


def test_every_control_has_a_name(desk: Desk) -> None:
    journal.write(desk.store, TODAY, "One", NOW)
    journal.write(desk.store, TODAY, "Two", NOW)
    desk.screen.refresh()
    assert nameless(desk.screen) == []


def test_an_invented_year_fits_a_small_window(desk: Desk, qtbot: QtBot) -> None:
    demo.fill(desk.store, 52, 1, NOW)
    desk.screen.refresh()
    desk.window.resize(1024, 560)
    qtbot.wait(10)
    for label in desk.screen.findChildren(QLabel):
        if label.isVisible():
            assert label.mapTo(desk.window, label.rect().bottomRight()).x() < 1024, label.text()


def test_words_that_cannot_be_kept_are_not_left_behind(desk: Desk, qtbot: QtBot) -> None:
    """Too long for an entry: refused with the reason, and neither another day nor the end takes them away."""
    long = "word " * (MAX_ENTRY_CHARS // 5 + 1)
    desk.writing.editor.setPlainText(long)
    assert desk.screen.go_to(TODAY - 1) is False
    said = [label.text() for label in desk.screen.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("An entry goes up to") for text in said)
    assert desk.writing.editor.toPlainText() == long
    desk.writing.begin_new()
    assert desk.writing.editor.toPlainText() == long
    assert desk.screen.unsaved() == "What you wrote in the journal"
    desk.writing.editor.setPlainText("Shorter.")
    assert desk.screen.go_to(TODAY - 1) is True
    assert desk.texts() == ["Shorter."]
    assert desk.screen.unsaved() == ""
