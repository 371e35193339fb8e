"""Questionnaires in the window: one key an answer, saved at once; the calm card before any total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.assessments import Answer, Way
from nextrep.domain.instruments import HARM_CODE, InstrumentKey, instrument
from nextrep.services import questionnaires
from nextrep.services.questionnaires import Subject
from nextrep.storage.store import Store
from nextrep.ui.journal.questionnaires_card import QuestionnairesCard
from nextrep.ui.questionnaires.dialog import QuestionnairesDialog
from nextrep.ui.questionnaires.sheet_page import SheetPage
from nextrep.ui.runtime.context import Context
from tests.exchange.test_fhir_questionnaire import file_of, option, question
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()
PHQ9, GAD7, WHO5 = (Subject(key) for key in (InstrumentKey.PHQ9, InstrumentKey.GAD7, InstrumentKey.WHO5))


class Desk:
    """The dialog over a window, and a real profile."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.context, self.store, self.qtbot = context, context.store, qtbot
        self.window = QMainWindow()
        hold(qtbot, self.window)
        self.window.resize(1280, 720)
        self.window.show()
        self.dialog = QuestionnairesDialog(context, self.window)
        self.dialog.open()
        qtbot.waitExposed(self.dialog)

    @property
    def sheet(self) -> SheetPage:
        assert self.dialog.sheet is not None
        return self.dialog.sheet

    def type(self, keys: str) -> None:
        for key in keys:
            self.qtbot.keyClicks(QApplication.focusWidget(), key)

    def said(self, within: QWidget | None = None) -> str:
        QApplication.processEvents()  # what was just put in is shown with the next layout
        labels = (within or self.dialog).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def fill(self, subject: Subject, values: str, day: int) -> int:
        number = 0
        for place, value in enumerate(values, 1):
            given = Answer(int(value), place)
            number = questionnaires.answer(
                self.store, subject, number or None, str(place), given, day, NOW
            ).value.id
        return number


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    store = Store(tmp_path, now=NOW)
    context, _reporter = make_context(tmp_path, store, NOW)
    made = Desk(context, qtbot)
    yield made
    made.dialog.close()
    made.window.close()
    context.undo.clear()
    store.close()


def test_nine_keys_fill_in_nine_items_and_one_more_shows_the_total(desk: Desk, qtbot: QtBot) -> None:
    desk.dialog.fill_in(PHQ9)
    desk.type("111110110")
    [kept] = desk.store.assessments.all()
    assert list(kept.values().values()) == [1, 1, 1, 1, 1, 0, 1, 1, 0]
    assert "add up" not in desk.said()
    assert desk.dialog.next_button.hasFocus()
    qtbot.keyClick(desk.dialog.next_button, Qt.Key.Key_Return)
    said = desk.said()
    assert "Your PHQ-9 answers add up to 7 of 27." in said
    assert "The published band for 5 to 9 is called “mild” (Kroenke 2001, J Gen Intern Med 16:606)." in said
    assert "Only a qualified professional can say what this means for you." in said


def test_an_answer_is_in_the_profile_before_the_next_key_and_can_be_taken_back(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.dialog.fill_in(GAD7)
    desk.type("2")
    [kept] = desk.store.assessments.all()
    assert (kept.values(), kept.way, kept.day) == ({1: 2}, Way.FORM, TODAY)
    desk.sheet.rows[0].focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert desk.store.assessments.all() == []


def test_closing_half_way_loses_nothing_and_the_day_is_gone_on_with(desk: Desk) -> None:
    desk.dialog.fill_in(GAD7)
    desk.type("22")
    desk.dialog.show_list()
    assert "Last on Sun 22 Nov: no total" in desk.said()
    desk.dialog.fill_in(GAD7)
    desk.type("11111")
    [kept] = desk.store.assessments.all()
    assert list(kept.values().values()) == [2, 2, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("value", ["1", "2", "3"])
def test_an_answer_above_0_to_item_9_opens_the_card_at_once_and_no_total_comes_before_it(
    desk: Desk, value: str
) -> None:
    desk.dialog.fill_in(PHQ9)
    desk.type("00000000")
    assert desk.sheet.care_card is None
    desk.type(value)
    card = desk.sheet.care_card
    assert card is not None and card.isVisible()
    assert card.on_button.hasFocus()
    assert desk.store.assessments.all()[0].values()[9] == int(value)
    desk.dialog.next_button.click()
    assert desk.dialog.care_page_card is not None and desk.dialog.care_page_card.isVisible()
    assert desk.dialog.result_page is None
    assert "add up" not in desk.said() and "of 27" not in desk.said()
    desk.dialog.care_page_card.on_button.click()
    assert f"Your PHQ-9 answers add up to {value} of 27." in desk.said()


def test_who_went_on_from_the_card_is_not_shown_it_twice(desk: Desk) -> None:
    desk.dialog.fill_in(PHQ9)
    desk.type("000000001")
    assert desk.sheet.care_card is not None
    desk.sheet.care_card.on_button.click()
    assert not desk.sheet.care_card.isVisible()
    desk.dialog.next_button.click()
    assert desk.dialog.result_page is not None


def test_every_answer_above_0_opens_it_again_and_0_says_nothing_at_all(desk: Desk) -> None:
    desk.dialog.fill_in(PHQ9)
    desk.type("000000001")
    card = desk.sheet.care_card
    assert card is not None
    card.on_button.click()
    desk.sheet.rows[8].focus()
    desk.type("2")
    assert card.isVisible()
    desk.sheet.rows[8].focus()
    desk.type("0")
    assert not card.isVisible()
    desk.dialog.next_button.click()
    assert desk.dialog.result_page is not None and desk.dialog.result_page.care_card is None


def test_a_kept_sheet_with_item_9_shows_the_card_before_its_total_again(desk: Desk) -> None:
    number = desk.fill(PHQ9, "000000002", TODAY - 20)
    desk.dialog.correct(number)
    desk.dialog.next_button.click()
    assert desk.dialog.care_page_card is not None and desk.dialog.result_page is None


def test_a_high_total_has_the_softer_card_below_it(desk: Desk) -> None:
    desk.dialog.fill_in(WHO5)
    desk.type("11111")
    desk.dialog.next_button.click()
    assert desk.dialog.result_page is not None
    assert desk.dialog.result_page.care_card is not None
    assert "Your WHO-5 answers add up to 20 of 100." in desk.said()


def test_too_soon_is_said_before_anybody_answers(desk: Desk) -> None:
    desk.fill(PHQ9, "11", TODAY - 5)
    desk.dialog.show_list()
    assert "Again from Tue 1 Dec on" in desk.said()
    desk.dialog.fill_in(PHQ9)
    assert "looks back over two weeks" in desk.sheet.message.text()
    assert not desk.sheet.rows[0].isEnabled()
    desk.sheet.day.setDate(desk.sheet.day.date().addDays(-30))
    assert desk.sheet.rows[0].isEnabled()
    assert desk.sheet.message.text() == ""


def test_undo_and_redo_reach_the_sheet_that_is_open(desk: Desk) -> None:
    desk.dialog.fill_in(GAD7)
    desk.type("321")
    assert desk.context.undo.count() == 1
    desk.context.undo.undo()
    assert desk.store.assessments.all() == []
    assert [row.scale.value() for row in desk.sheet.rows if row.scale] == [None] * 7
    desk.context.undo.redo()
    assert len(desk.store.assessments.all()) == 1


def test_a_total_from_paper_is_enough(desk: Desk, qtbot: QtBot) -> None:
    form = desk.dialog.add_total(GAD7)
    assert form is not None
    qtbot.keyClicks(form.total, "30")
    form.take.click()
    assert desk.store.assessments.all() == []
    assert "goes from 0 to 21" in desk.said(form)
    form.total.clear()
    qtbot.keyClicks(form.total, "8")
    form.take.click()
    assert "GAD-7: a total of 8 of 21." in desk.said()


def test_the_history_compares_corrects_and_deletes(desk: Desk) -> None:
    desk.fill(PHQ9, "222222210", TODAY - 30)
    desk.fill(PHQ9, "111111110", TODAY)
    desk.dialog.show_history(PHQ9)
    page = desk.dialog.history
    assert page is not None
    cells = [[page.model.index(row, column).data() for column in range(5)] for row in range(2)]
    assert cells == [
        ["Sun 22 Nov", "8 of 27", "mild", "−7", "form"],
        ["Fri 23 Oct", "15 of 27", "moderately severe", "", "form"],
    ]
    assert "0 to 27, lower is better" in desk.said(page)
    assert "The published band for 5 to 9 is called “mild” (Kroenke 2001" in page.words.text()
    assert "7 points lower than on 23 Oct." in page.words.text()
    assert "At least 6 points: reliable change (NHS Talking Therapies manual)." in page.words.text()
    page.delete_button.click()
    assert len(desk.store.assessments.all()) == 1
    desk.context.undo.undo()
    assert desk.dialog.history is not None and desk.dialog.history.model.rowCount() == 2
    desk.dialog.history.correct_button.click()
    assert desk.sheet.assessment is not None and desk.sheet.assessment.day == TODAY


def test_the_history_compares_with_the_last_and_with_the_first(desk: Desk) -> None:
    for back, values in ((400, "222222210"), (200, "111111110"), (0, "111111210")):
        desk.fill(PHQ9, values, TODAY - back)
    desk.dialog.show_history(PHQ9)
    assert desk.dialog.history is not None
    words = desk.dialog.history.words.text()
    assert "1 point higher than on 6 May." in words
    assert "6 points lower than on 18 Oct 2025." in words


def test_a_file_shows_its_own_words_and_rights_and_is_scored_by_its_codes(desk: Desk, tmp_path: Path) -> None:
    items = [question(f"q{n}", one.code) for n, one in enumerate(instrument(InstrumentKey.GAD2).items)]
    path = tmp_path / "mine.json"
    path.write_text(file_of(*items, copyright="© Somebody, all words"), encoding="utf-8")
    desk.dialog.files.load(path)
    row = desk.dialog.list_page.rows[-1]
    assert "from a file" in desk.said(row)
    row.fill.click()
    said = desk.said()
    assert "Question q0" in said and "© Somebody, all words" in said
    desk.type("21")
    desk.dialog.next_button.click()
    assert "Your GAD-2 answers add up to 3 of 6." in desk.said()


def test_an_unknown_file_is_kept_without_a_score(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    text = {"linkId": "w", "type": "text", "text": "In words"}
    path.write_text(file_of(question("a", options=[option(None, "Often")]), text), encoding="utf-8")
    desk.dialog.files.load(path)
    desk.dialog.list_page.rows[-1].fill.click()
    desk.type("1")
    field = desk.sheet.rows[1].words
    assert field is not None and field.hasFocus()
    qtbot.keyClicks(field, "a walk")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    [kept] = desk.store.assessments.all()
    assert {item: one.words for item, one in kept.answers.items()} == {"a": "Often", "w": "a walk"}
    desk.dialog.next_button.click()
    assert "knows no published score" in desk.said()


def test_the_item_about_harm_opens_the_card_in_any_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(file_of(question("h", HARM_CODE)), encoding="utf-8")
    desk.dialog.files.load(path)
    desk.dialog.list_page.rows[-1].fill.click()
    desk.type("1")
    assert desk.sheet.care_card is not None and desk.sheet.care_card.isVisible()
    desk.dialog.next_button.click()
    assert desk.dialog.care_page_card is not None


def test_a_bad_file_is_refused_with_its_place(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(file_of({"linkId": "a", "type": "?"}), encoding="utf-8")
    desk.dialog.files.load(path)
    assert "“bad.json” cannot be used. item[0].type:" in desk.dialog.list_page.message.text()
    assert len(desk.dialog.list_page.rows) == 6


def test_a_file_can_leave_the_list_and_come_back(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text(file_of(question("a")), encoding="utf-8")
    desk.dialog.files.load(path)
    desk.dialog.list_page.rows[-1].remove.click()
    assert len(desk.dialog.list_page.rows) == 6
    desk.context.undo.undo()
    assert len(desk.dialog.list_page.rows) == 7


def test_every_control_has_a_name_and_no_word_judges(desk: Desk) -> None:
    desk.fill(PHQ9, "222222210", TODAY - 30)
    said = ""
    desk.dialog.show_list()
    for turn in (
        desk.dialog.show_list,
        lambda: desk.dialog.fill_in(PHQ9),
        lambda: desk.dialog.show_history(PHQ9),
    ):
        turn()
        assert nameless(desk.dialog) == []
        said += desk.said()
    judging = r"you missed|you are|diagnos|normal|depress|well done|congrat|!"
    assert re.search(judging, said, re.IGNORECASE) is None


def test_the_card_of_the_journal_says_gently_what_can_be_filled_in_again(desk: Desk, qtbot: QtBot) -> None:
    card = QuestionnairesCard(desk.context)
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    assert "can be filled in again" not in desk.said(card)
    desk.fill(PHQ9, "1", TODAY - 14)
    desk.fill(GAD7, "1", TODAY - 20)
    card.refresh()
    assert "PHQ-9 and GAD-7 can be filled in again, if you like." in desk.said(card)
    dialog = card.open()
    assert dialog.isVisible()
    dialog.close()
