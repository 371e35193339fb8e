"""Report: what is shown is what is saved, what stays private is not in it, mistakes are said in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.assessments import Answer
from nextrep.domain.events import Event, EventKind
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.services import demo, events, journal, preferences, questionnaires, word_list
from nextrep.services.questionnaires import Subject
from nextrep.settings.table import PERSON_NAME
from nextrep.storage.store import Store
from nextrep.ui.report.screen import ReportScreen
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.widgets.pdf_pages import read_pages
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
SECRET = "Nobody is to read this line about the brother in law."
Opener = Callable[..., ReportScreen]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    demo.fill(store, 20, 1, NOW)
    for one in store.assessments.all():  # tests of questionnaires bring their own
        questionnaires.delete(store, one.id)
    journal.write(store, NOW.date().toordinal(), SECRET, NOW)
    preferences.change(store, PERSON_NAME, "Sam Rivera")
    return store


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Opener:
    def make(store: Store, *, real_jobs: bool = False) -> ReportScreen:
        context, reporter = make_context(tmp_path, store, NOW)
        if real_jobs:
            context = replace(context, jobs=Jobs(reporter))
        screen = ReportScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1280, 720)
        screen.show()
        screen.activate()
        return screen

    return make


def settled(screen: ReportScreen, qtbot: QtBot) -> ReportScreen:
    """Wait until the pages say what the form says, and are drawn."""
    qtbot.waitUntil(lambda: screen.draft is not None and not screen.preview._soon.isActive())
    return screen


def text_of(screen: ReportScreen) -> str:
    assert screen.draft is not None
    return " ".join(page.text for page in screen.draft.pages)


def shown_texts(screen: ReportScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def save_as(screen: ReportScreen, qtbot: QtBot, target: Path) -> QFileDialog:
    """Press Save and choose a file in the dialog, as a person would."""
    qtbot.mouseClick(screen.form.save, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    suggested = dialog.selectedFiles()[0]
    dialog.setProperty("suggested", suggested)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    return dialog


def test_the_saved_file_is_the_previewed_one_byte_for_byte(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    target = tmp_path / "for the doctor.pdf"
    dialog = save_as(screen, qtbot, target)
    assert Path(dialog.property("suggested")).name == "report-2026-08-31-to-2026-11-22.pdf"
    assert target.read_bytes() == screen.preview.pdf
    assert len(screen.preview.pdf) > 10_000
    assert screen.form.saved.text() == f"Saved: {target}"
    qtbot.mouseClick(screen.form.copy_path, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(target)


def test_both_pages_are_drawn_and_can_be_heard(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    names = [view.accessibleName() for view in screen.preview.pages]
    assert names == ["Page 1 of 2", "Page 2 of 2"]
    assert "31 Aug – 22 Nov 2026" in screen.preview.pages[0].accessibleDescription()
    for view in screen.preview.pages:
        picture = view.picture
        assert picture is not None
        paper = view.width() - 16
        assert picture.width() == round(paper * view.devicePixelRatioF())
        colors = {picture.pixelColor(x, picture.height() // 4).name() for x in range(picture.width())}
        assert "#ffffff" in colors
        assert len(colors) > 3


def test_a_wider_window_draws_the_pages_anew(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    narrow = screen.preview.pages[0].picture
    assert narrow is not None
    screen.resize(1000, 720)
    page = screen.preview.pages[0]
    qtbot.waitUntil(lambda: page.picture is not None and page.picture.width() != narrow.width())
    assert page.picture.width() == page.width() - 16
    assert page.grab().toImage().pixelColor(page.width() // 2, 20) == QColor("#FFFFFF")


def test_the_name_is_filled_in_and_can_be_taken_out(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    assert screen.form.name.text() == "Sam Rivera"
    assert "Sam Rivera" in text_of(screen)
    assert "The name “Sam Rivera”." in screen.form.shared.text()
    screen.form.name.selectAll()
    qtbot.keyClick(screen.form.name, Qt.Key.Key_Delete)
    assert not screen.form.save.isEnabled()
    settled(screen, qtbot)
    assert screen.form.save.isEnabled()
    assert "Sam" not in text_of(screen)
    assert "No name." in screen.form.shared.text()
    assert preferences.read(filled, PERSON_NAME) == "Sam Rivera"


def test_words_say_what_is_shared_and_the_journal_is_not(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    content = screen.draft.content
    said = screen.form.shared.text()
    assert said.startswith(
        f"2 pages: check-ins of {content.checkins.logged} days, {content.nights.logged} nights, "
        f"{content.training.sessions} sessions."
    )
    assert "No journal text." in said
    assert "brother" not in text_of(screen)
    assert b"brother" not in screen.draft.pdf


def test_questions_are_counted_and_printed(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    qtbot.keyClicks(screen.form.questions, "Is four sessions a week safe?")
    qtbot.keyClick(screen.form.questions, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.form.questions, "May I stop the notes?")
    assert "2 of 3 questions, the longest 29 of 300 characters." in shown_texts(screen)
    settled(screen, qtbot)
    assert "Is four sessions a week safe?" in text_of(screen)
    assert "2 questions." in screen.form.shared.text()


@pytest.mark.parametrize("text", ["\n".join("abcd"), "x" * 301])
def test_too_many_or_too_long_questions_are_said_below_the_field(
    filled: Store, opened: Opener, qtbot: QtBot, text: str
) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.questions.setPlainText(text)
    problem = "Up to 3 questions of 300 characters fit on the page."
    qtbot.waitUntil(lambda: problem in shown_texts(screen))
    assert not screen.form.save.isEnabled()
    screen.form.questions.setPlainText("Short?")
    settled(screen, qtbot)
    assert problem not in shown_texts(screen)


def test_a_period_upside_down_is_said_below_the_dates(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.last.set_day(date(2026, 1, 1))
    qtbot.waitUntil(lambda: "The period ends before it begins." in shown_texts(screen))
    assert screen.draft is None
    assert not screen.form.save.isEnabled()


def test_presets_choose_the_days(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    chips = screen.form.presets.buttons()
    assert [chip.text() for chip in chips] == ["4 weeks", "12 weeks", "Since the plan began"]
    assert [chip.isChecked() for chip in chips] == [False, True, False]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert screen.form.first.day() == date(2026, 10, 26)
    assert screen.draft.content.first == date(2026, 10, 26)
    screen.form.first.set_day(date(2026, 10, 20))
    settled(screen, qtbot)
    assert not any(chip.isChecked() for chip in chips)


def test_letter_paper_changes_the_pages(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    a4 = {(round(page.width), round(page.height)) for page in screen.draft.pages}
    qtbot.mouseClick(screen.form.papers.button(1), Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert a4 == {(595, 842)}
    assert {(page.width, page.height) for page in read_pages(screen.preview.pdf)} == {(612, 792)}


def test_a_file_that_cannot_be_written_is_said_in_place(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    save_as(screen, qtbot, tmp_path / "no such folder" / "report.pdf")
    assert "“report.pdf” could not be written. Your record was not touched." in shown_texts(screen)
    assert not screen.form.saved.isVisible()
    save_as(screen, qtbot, tmp_path / "report.pdf")
    assert "could not be written" not in shown_texts(screen)
    assert (tmp_path / "report.pdf").read_bytes() == screen.preview.pdf


def test_a_change_after_saving_takes_the_saved_line_away(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    save_as(screen, qtbot, tmp_path / "report.pdf")
    qtbot.keyClicks(screen.form.name, "x")
    assert not screen.form.saved.isVisible()
    settled(screen, qtbot)


def test_an_empty_profile_offers_nothing_to_save(store: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(store), qtbot)
    assert "Nothing recorded in this period" in shown_texts(screen)
    assert not screen.form.save.isEnabled()
    went: list[str] = []
    screen.navigate.connect(lambda key, _argument: went.append(key))
    assert screen._empty.button is not None
    qtbot.mouseClick(screen._empty.button, Qt.MouseButton.LeftButton)
    assert went == ["today"]


def test_it_is_made_beside_the_window_and_only_the_last_wish_counts(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = opened(filled, real_jobs=True)
    assert screen.draft is None
    assert screen.form.status.text() == "Making the pages…"
    screen.form.name.setText("A")
    screen.refresh()
    screen.form.name.setText("Last")
    screen.refresh()
    qtbot.waitUntil(lambda: screen.draft is not None, timeout=20_000)
    assert screen.draft.choice.name == "Last"
    assert screen.preview.pdf == screen.draft.pdf
    qtbot.waitUntil(lambda: screen.context.jobs.active == 0, timeout=20_000)
    assert all(view.picture is not None for view in screen.preview.pages)
    assert screen.context.jobs.shutdown()


def test_every_control_has_a_name(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    assert nameless(settled(opened(filled), qtbot)) == []


def with_scores(store: Store) -> Store:
    """A PHQ-9 with all items answered by 1, and a WHO-5 total from paper."""
    today = NOW.date().toordinal()
    made: int | None = None
    for number in range(1, 10):
        subject = Subject(InstrumentKey.PHQ9)
        given = Answer(1, number)
        made = questionnaires.answer(store, subject, made, str(number), given, today - 3, NOW).value.id
    questionnaires.record_total(store, InstrumentKey.WHO5, today - 2, 48, NOW)
    return store


def test_item_9_is_announced_and_each_questionnaire_can_be_left_out(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    # clinical.md, 4.1.5
    screen = settled(opened(with_scores(filled)), qtbot)
    said = screen.form.shared.text()
    assert said.startswith("3 pages: ")
    assert "Totals and answers: PHQ-9 and WHO-5." in said
    assert "Item 9 of the PHQ-9, thoughts of dying or self-harm, stands on a line of its own." in said
    assert "Item 9 thoughts of dying or self-harm 1" in text_of(screen).replace("\n", " ").replace("\r", "")
    ticks = screen.form.scores.ticks
    assert [tick.text() for tick in ticks.values()] == ["PHQ-9, 1 time", "WHO-5, 1 time"]
    ticks["phq-9"].click()
    assert screen.draft is None
    settled(screen, qtbot)
    assert "Item 9" not in screen.form.shared.text() + text_of(screen)
    assert "Totals and answers: WHO-5." in screen.form.shared.text()
    ticks["who-5"].click()
    settled(screen, qtbot)
    assert "No questionnaire." in screen.form.shared.text()
    assert len(screen.draft.pages) == 2
    ticks["phq-9"].click()
    settled(screen, qtbot)
    assert "Item 9" in text_of(screen)


def test_questionnaires_alone_are_something_to_report(store: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(with_scores(store)), qtbot)
    assert screen.form.save.isEnabled()
    assert nameless(screen) == []


def test_marked_entries_and_words_of_the_own_list_are_counted_before_anything_goes(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    word_list.write(filled, "brother")
    day = NOW.date().toordinal()
    for entry in filled.entries.of_day(day):
        journal.mark_for_report(filled, entry.id, in_report=True)
    screen = settled(opened(filled), qtbot)
    said = screen.form.shared.text()
    assert "No journal text. 1 entry is marked for a report and is not printed yet." in said
    assert "1 of them holds a word to be careful with." in said
    assert "brother" not in said + text_of(screen)


def test_events_are_announced_before_they_go_medicines_and_careful_words_by_name(
    store: Store, opened: Opener, qtbot: QtBot
) -> None:
    today = NOW.date().toordinal()
    word_list.write(store, "bridge")
    told = (
        Event(0, EventKind.MEDICATION_STARTED, "Sertraline", today - 5, None, "25 mg"),
        Event(0, EventKind.LIFE, "The bridge", today - 3, today - 3),
        Event(0, EventKind.LIFE, "Bridge, private", today - 2, today - 2, in_report=False),
    )
    for event in told:
        events.save(store, event, NOW)
    journal.rate(store, today, {Rating.MOOD: 50}, NOW)
    screen = settled(opened(store), qtbot)
    said = screen.form.shared.text()
    assert "2 events in your words. Medicines stand there as you wrote them." in said
    assert "1 event holds a word to be careful with." in said
    assert "Each event can be left out under “Events” in the journal." in said
