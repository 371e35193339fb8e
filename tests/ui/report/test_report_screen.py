"""Report: what is shown is what is saved, what stays private is not in it, mistakes are said in place."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.assessments import Answer
from nextrep.domain.errors import KnownError
from nextrep.domain.events import Event, EventKind
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.measures import Measure
from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of
from nextrep.services import (
    day_context,
    demo,
    events,
    journal,
    measures,
    preferences,
    questionnaires,
    report_giving,
    report_periods,
    word_list,
)
from nextrep.services.questionnaires import Subject
from nextrep.settings.table import PERSON_NAME
from nextrep.storage.store import Store
from nextrep.ui.report.data_dialog import DataDialog
from nextrep.ui.report.entries_dialog import EntriesDialog
from nextrep.ui.report.screen import ReportScreen
from nextrep.ui.report.shared_dialog import SharedDialog
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.widgets.pdf_pages import read_pages
from tests.reports.pdf_reading import colours
from tests.ui.fixtures_ui import opened_screen
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
        return opened_screen(ReportScreen, store, tmp_path, qtbot, NOW, real_jobs=real_jobs)

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
    qtbot.mouseClick(screen.form.give.save, Qt.MouseButton.LeftButton)
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
    assert screen.form.give.saved.text() == f"Saved: {target}"
    qtbot.mouseClick(screen.form.give.copy_path, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(target)


def test_both_pages_are_drawn_and_can_be_heard(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    names = [view.accessibleName() for view in screen.preview.pages]
    assert names == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]
    assert "31 Aug – 22 Nov 2026" in screen.preview.pages[0].accessibleDescription()
    for view in screen.preview.pages[:2]:
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
    assert not screen.form.give.save.isEnabled()
    settled(screen, qtbot)
    assert screen.form.give.save.isEnabled()
    assert "Sam" not in text_of(screen)
    assert "No name." in screen.form.shared.text()
    assert preferences.read(filled, PERSON_NAME) == "Sam Rivera"


def test_words_say_what_is_shared_and_the_journal_is_not(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    content = screen.draft.content
    said = screen.form.shared.text()
    assert said.startswith(
        f"3 pages: check-ins of {content.checkins.logged} days, {content.nights.logged} nights, "
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
    assert not screen.form.give.save.isEnabled()
    screen.form.questions.setPlainText("Short?")
    settled(screen, qtbot)
    assert problem not in shown_texts(screen)


def test_a_period_upside_down_is_said_below_the_dates(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.period.last.set_day(date(2026, 1, 1))
    qtbot.waitUntil(lambda: "The period ends before it begins." in shown_texts(screen))
    assert screen.draft is None
    assert not screen.form.give.save.isEnabled()


def test_periods_choose_the_days(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    period = screen.form.period
    chips = {chip.text(): chip for chip in period.chips.buttons()}
    assert list(chips) == [
        "Since last appointment",
        "4 weeks",
        "12 weeks",
        "This phase: Sustained practice",
        "Since the plan began",
    ]
    assert [text for text, chip in chips.items() if chip.isChecked()] == ["12 weeks"]
    qtbot.mouseClick(chips["4 weeks"], Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert period.first.day() == date(2026, 10, 26)
    assert screen.draft.content.first == date(2026, 10, 26)
    period.first.set_day(date(2026, 10, 20))
    settled(screen, qtbot)
    assert not any(chip.isChecked() for chip in chips.values())


def test_letter_paper_changes_the_pages(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    a4 = {(round(page.width), round(page.height)) for page in screen.draft.pages}
    qtbot.mouseClick(screen.form.papers.button(1), Qt.MouseButton.LeftButton)
    settled(screen, qtbot)
    assert a4 == {(595, 842)}
    assert {(page.width, page.height) for page in read_pages(screen.preview.pdf)} == {(612, 792)}


def test_shades_of_grey_are_those_of_the_file_its_preview_and_its_print(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = settled(opened(filled), qtbot)
    assert not all(len({*one}) == 1 for one in colours(screen.preview.pdf))
    screen.form.grey.click()
    settled(screen, qtbot)
    assert screen.preview.pdf == screen.draft.pdf
    assert all(len({round(part, 3) for part in one}) == 1 for one in colours(screen.preview.pdf))
    screen.form.give.print_button.click()
    printer = screen.desk.giving.printing.asked
    assert printer is not None
    assert printer.colorMode() is QPrinter.ColorMode.GrayScale
    for dialog in screen.findChildren(QPrintDialog):
        dialog.close()
    screen.deactivate()
    assert settled(opened(filled), qtbot).form.grey.isChecked()


def test_a_file_that_cannot_be_written_is_said_in_place(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    save_as(screen, qtbot, tmp_path / "no such folder" / "report.pdf")
    assert "“report.pdf” could not be written. Your record was not touched." in shown_texts(screen)
    assert not screen.form.give.saved.isVisible()
    save_as(screen, qtbot, tmp_path / "report.pdf")
    assert "could not be written" not in shown_texts(screen)
    assert (tmp_path / "report.pdf").read_bytes() == screen.preview.pdf


def test_a_change_after_saving_takes_the_saved_line_away(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    save_as(screen, qtbot, tmp_path / "report.pdf")
    qtbot.keyClicks(screen.form.name, "x")
    assert not screen.form.give.saved.isVisible()
    settled(screen, qtbot)


def test_an_empty_profile_offers_nothing_to_save(store: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(store), qtbot)
    assert "Nothing recorded in this period" in shown_texts(screen)
    assert not screen.form.give.save.isEnabled()
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
    assert screen.form.give.status.text() == "Making the pages…"
    screen.form.name.setText("A")
    screen.refresh()
    screen.form.name.setText("Last")
    screen.refresh()
    qtbot.waitUntil(lambda: screen.draft is not None, timeout=20_000)
    assert screen.draft.choice.name == "Last"
    assert screen.preview.pdf == screen.draft.pdf
    qtbot.waitUntil(lambda: screen.context.jobs.active == 0, timeout=20_000)
    assert all(view.picture is not None for view in screen.preview.pages[:2]), "those in view"
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
    ticks = screen.form.include.scores.ticks
    assert [tick.text() for tick in ticks.values()] == ["PHQ-9, 1 time", "WHO-5, 1 time"]
    ticks["phq-9"].click()
    assert screen.draft is None
    settled(screen, qtbot)
    assert "Item 9" not in screen.form.shared.text() + text_of(screen)
    assert "Totals and answers: WHO-5." in screen.form.shared.text()
    ticks["who-5"].click()
    settled(screen, qtbot)
    assert "No questionnaire." in screen.form.shared.text()
    assert len(screen.draft.pages) == 3
    ticks["phq-9"].click()
    settled(screen, qtbot)
    assert "Item 9" in text_of(screen)


def test_questionnaires_alone_are_something_to_report(store: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(with_scores(store)), qtbot)
    assert screen.form.give.save.isEnabled()
    assert nameless(screen) == []


def test_no_entry_goes_unless_it_is_chosen_and_careful_words_are_counted_before(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    # clinical.md, 4.5
    word_list.write(filled, "brother")
    (entry,) = filled.entries.of_day(NOW.date().toordinal())
    journal.mark_for_report(filled, entry.id, in_report=True)
    screen = settled(opened(filled), qtbot)
    screen.form.include.ticks[ReportSection.JOURNAL].click()
    settled(screen, qtbot)
    assert "No journal text." in screen.form.shared.text()
    assert "brother" not in text_of(screen)
    qtbot.mouseClick(screen.form.include.choose_entries, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(EntriesDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    assert SECRET in dialog.text.toPlainText()
    assert dialog.word.isVisible()
    dialog.view.setCurrentIndex(dialog.view.model().index(dialog.view.model().rowCount() - 1, 0))
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.take.text() == "Put 1 entry in"
    dialog.take.click()
    settled(screen, qtbot)
    said = screen.form.shared.text()
    assert "1 journal entry in full. 1 of them holds a word to be careful with." in said
    assert screen.draft.choice.entries == (entry.id,)
    screen.form.include.ticks[ReportSection.JOURNAL].click()
    settled(screen, qtbot)
    assert screen.draft.choice.entries == ()


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


def test_a_choice_is_remembered_but_not_questions_and_entries(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = settled(opened(filled), qtbot)
    form = screen.form
    form.include.presets.button(list(ReportPreset).index(ReportPreset.TRAINER)).click()
    assert form.include.sections() == sections_of(ReportPreset.TRAINER)
    form.include.ticks[ReportSection.EVENTS].click()
    period(screen, "4 weeks").click()
    form.name.setText("S. R.")
    form.papers.button(1).click()
    form.questions.setPlainText("Mine alone?")
    settled(screen, qtbot)
    screen.deactivate()
    again = settled(opened(filled), qtbot)
    assert again.form.include.preset() is ReportPreset.TRAINER
    assert again.form.include.sections() == {*sections_of(ReportPreset.TRAINER), ReportSection.EVENTS}
    assert again.draft.choice.first == date(2026, 10, 26)
    assert again.draft.choice.name == "S. R."
    assert {round(page.width) for page in again.draft.pages} == {612}
    assert not again.draft.choice.questions
    assert preferences.read(filled, PERSON_NAME) == "Sam Rivera"


def test_what_is_not_ticked_is_not_read_and_said(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    assert screen.draft.content.typical
    for section in (ReportSection.DAILY, ReportSection.SLEEP):
        screen.form.include.ticks[section].click()
    settled(screen, qtbot)
    assert not screen.draft.content.typical
    assert "Left out: Mood, anxiety and other ratings, Sleep" in screen.form.shared.text()


def test_the_last_appointment_can_be_set_and_given_back_to_the_journal(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = settled(opened(filled), qtbot)
    told = report_periods.last_appointment(filled, NOW.date())
    assert told is not None
    screen.form.period.set_appointment.click()
    screen.form.period.appointment.set_day(date(2026, 10, 6))
    settled(screen, qtbot)
    assert screen.draft.choice.first == date(2026, 10, 6)
    assert period(screen, "Since last appointment").isChecked()
    screen.form.period.appointment.set_day(date(2027, 1, 1))
    assert "That day has not come yet." in shown_texts(screen)
    screen.form.period.from_journal.click()
    settled(screen, qtbot)
    assert screen.draft.choice.first == told


def test_initials_take_the_place_of_the_name(filled: Store, opened: Opener, qtbot: QtBot) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.initials.click()
    settled(screen, qtbot)
    assert screen.draft.choice.name == "S. R."
    assert not screen.form.initials.isVisible()
    assert "Sam" not in text_of(screen)


def test_pages_are_gone_through_one_by_one_and_only_near_ones_are_drawn(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    text = "\n\n".join(["A long day with many words. " * 60] * 60)
    entry = journal.write(filled, NOW.date().toordinal(), text, NOW).value
    journal.mark_for_report(filled, entry.id, in_report=True)
    screen = opened(filled)
    screen.form.set_entries((entry.id,))
    screen.form.include.ticks[ReportSection.JOURNAL].click()
    settled(screen, qtbot)
    views = screen.preview.pages
    drawn = [view for view in views if view.picture is not None]
    assert 2 <= len(drawn) <= 4
    far = sum(view.height() for view in views[:-2])
    qtbot.waitUntil(lambda: screen.preview.verticalScrollBar().maximum() > far)  # Qt has laid them out
    screen.pager.later.click()
    assert screen.preview.current() == 2
    screen.preview.go_to(len(views))
    qtbot.waitUntil(lambda: views[-1].picture is not None)
    assert not screen.pager.later.isEnabled()


def test_it_prints_to_a_file_through_the_dialog(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.give.print_button.click()
    (dialog,) = screen.findChildren(QPrintDialog)
    target = tmp_path / "printed.pdf"
    assert screen.desk.giving.printing.asked is not None
    screen.desk.giving.printing.asked.setOutputFileName(str(target))
    dialog.accepted.emit(screen.desk.giving.printing.asked)
    dialog.close()
    assert target.read_bytes().startswith(b"%PDF")
    assert f"{len(screen.draft.pages)} pages printed to {target}." in shown_texts(screen)


def test_making_that_takes_long_can_be_stopped_and_asked_for_again(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    screen = settled(opened(filled), qtbot)
    screen.desk.begin_making()
    screen.desk._on_long()
    assert screen.form.give.progress.isVisible()
    screen.form.give.progress.cancel_button.click()
    assert "Stopped." in shown_texts(screen)
    assert not screen.form.give.save.isEnabled()
    screen.form.give.again.click()
    settled(screen, qtbot)
    assert screen.form.give.save.isEnabled()
    assert not screen.form.give.again.isVisible()


def test_a_locked_file_opens_with_its_password_alone_and_the_password_is_kept_nowhere(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    lock = screen.form.give.lock
    lock.tick.click()
    screen.form.give.save.click()
    assert "Type a password, or take the tick away." in shown_texts(screen)
    qtbot.keyClicks(lock.first, "blue door 7")
    qtbot.keyClicks(lock.again, "blue door")
    screen.form.give.save.click()
    assert "The two are not the same. Type the password again." in shown_texts(screen)
    assert screen.findChild(QFileDialog) is None
    qtbot.keyClicks(lock.again, " 7")
    save_as(screen, qtbot, tmp_path / "locked.pdf")
    data = (tmp_path / "locked.pdf").read_bytes()
    assert b"Sam" not in data
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password="blue door 7") as document:
        assert len(document.pages) == len(screen.draft.pages)
        assert document.encryption.R == 6
    assert screen.form.give.saved.text() == f"Saved with a password: {tmp_path / 'locked.pdf'}"
    kept = b"".join(file.read_bytes() for file in (tmp_path / "profile").rglob("*") if file.is_file())
    assert b"blue door" not in kept
    (share,) = report_giving.shared(filled)
    assert (share.protected, share.file_name) == (True, "locked.pdf")
    lock.tick.click()
    assert not lock.first.text()


def test_a_password_that_programs_read_differently_is_said_at_its_field(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    lock = screen.form.give.lock
    lock.tick.click()
    for field in (lock.first, lock.again):
        field.setText("x" * 200)
    save_as(screen, qtbot, tmp_path / "locked.pdf")
    assert "The password is too long" in shown_texts(screen)
    assert not (tmp_path / "locked.pdf").exists()


def test_what_was_shared_is_listed_for_the_person_and_can_be_taken_off(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    save_as(screen, qtbot, tmp_path / "report.pdf")
    assert screen.form.give.saved.isVisible()
    assert screen.draft is not None
    screen.form.give.shared.click()
    dialog = screen.findChild(SharedDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    model = dialog.table.model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "22 Nov 2026, 09:30",
        "Report saved",
        "31 Aug 2026 to 22 Nov 2026",
    ]
    assert "File: report.pdf." in dialog.what.text()
    dialog.remove.click()
    assert not model.rowCount()
    screen.context.undo.undo()
    assert model.rowCount() == 1


def test_the_same_goes_out_as_data_and_is_listed(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.include.ticks[ReportSection.SLEEP].click()
    settled(screen, qtbot)
    screen.form.give.data.click()
    dialog = screen.findChild(DataDialog)
    assert dialog is not None
    assert nameless(dialog) == []
    for folder in (tmp_path / "none", tmp_path):
        dialog.take.click()
        file_dialog = dialog.findChildren(QFileDialog)[-1]
        assert Path(file_dialog.selectedFiles()[0]).name == "report-2026-08-31-to-2026-11-22.csv"
        file_dialog.fileSelected.emit(str(folder / "figures.csv"))
        file_dialog.close()
        if folder != tmp_path:
            assert "could not be written" in shown_texts(screen)
    rows = (tmp_path / "figures.csv").read_text(encoding="utf-8-sig")
    assert "mood" in rows
    assert "asleep" not in rows
    assert (tmp_path / "figures-dictionary.csv").exists()
    assert screen.form.give.saved.text() == f"Saved as data: {tmp_path / 'figures.csv'}"
    (share,) = report_giving.shared(filled)
    assert (share.kind, share.file_name) == (report_giving.ShareKind.COMPANION, "figures.csv")


def test_own_measures_and_tags_are_said_before_they_are_shared_and_are_in_the_pdf_alone(
    filled: Store, opened: Opener, qtbot: QtBot
) -> None:
    tea = measures.add(filled, Measure("", "Tea"), NOW).value
    journal.rate(filled, NOW.date().toordinal(), {tea.key: 30}, NOW)
    day_context.set_tag(filled, NOW.date().toordinal(), "sea", on=True, now=NOW)
    screen = settled(opened(filled), qtbot)
    said = screen.form.shared.text()
    assert "My own measures" in said[said.index("Left out") :]
    for section in (ReportSection.MEASURES, ReportSection.DAYS):
        screen.form.include.ticks[section].click()
    settled(screen, qtbot)
    said = screen.form.shared.text()
    assert re.search(r"Your own measures: .*Tea", said)
    assert "noted about days" in said
    assert "My own measures" not in said
    screen.form.give.data.click()
    dialog = screen.findChild(DataDialog)
    assert dialog is not None
    assert "Own measures, and tags and facts about days, are in the PDF alone." in shown_texts(dialog)
    dialog.reject()


def test_writing_data_can_be_stopped_and_asked_for_again(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = settled(opened(filled), qtbot)
    screen.form.give.data.click()
    dialog = screen.findChild(DataDialog)
    assert dialog is not None
    assert not dialog.progress.isVisible()
    with monkeypatch.context() as patch:
        patch.setattr(screen.context.jobs, "run", lambda _job, **_more: JobHandle(threading.Event()))
        dialog._on_file_chosen(str(tmp_path / "a.csv"))
    assert dialog.progress.isVisible() and not dialog.take.isEnabled()
    handle = dialog._writing
    dialog.progress.cancel_button.click()
    assert handle.cancelled
    assert dialog.take.isEnabled() and not dialog.progress.isVisible()
    dialog._on_file_chosen(str(tmp_path / "b.csv"))
    qtbot.waitUntil((tmp_path / "b.csv").exists)
    assert not (tmp_path / "a.csv").exists()


def test_a_list_that_cannot_be_written_does_not_take_the_file_away(
    filled: Store, opened: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = settled(opened(filled), qtbot)

    def full(*_given: object) -> None:
        raise KnownError("The disk is full.", safe="", next_step="")

    monkeypatch.setattr(report_giving, "record_share", full)
    save_as(screen, qtbot, tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").exists()
    assert screen.form.give.saved.isVisible()
    assert "The disk is full." in shown_texts(screen)


def period(screen: ReportScreen, title: str) -> QAbstractButton:
    return next(chip for chip in screen.form.period.chips.buttons() if chip.text() == title)
