"""Contacts and plan in their windows: kept as they are written, taken back, printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nextrep.domain.hard_days import MOST_CHARACTERS, PlanPart
from nextrep.domain.safety import ELSEWHERE
from nextrep.services import hard_days, safety
from nextrep.ui.preferences.screen import PreferencesScreen
from nextrep.ui.safety.contacts_dialog import ContactsDialog
from nextrep.ui.safety.plan_dialog import PlanDialog
from nextrep.ui.safety.plan_paper import PlanPaper
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.pdf_pages import read_pages
from tests.ui.holding import hold
from tests.ui.names import nameless
from tests.ui.safety.conftest import said


@pytest.fixture
def contacts(context, qtbot: QtBot) -> Iterator[ContactsDialog]:
    dialog = ContactsDialog(context)
    hold(qtbot, dialog)
    dialog.show()
    yield dialog
    _still(dialog.own_lines, dialog.contacts)


@pytest.fixture
def plan(context, qtbot: QtBot) -> Iterator[PlanDialog]:
    dialog = PlanDialog(context)
    hold(qtbot, dialog)
    dialog.show()
    yield dialog
    _still(*dialog.texts.values())


def _still(*texts) -> None:
    for text in texts:
        text.hold()


def _choose(dialog: ContactsDialog, code: str) -> None:
    dialog.country.setCurrentIndex(dialog.country.findData(code))


def _problems(dialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(FieldProblem) if one.isVisible()]


def test_the_country_is_the_persons_choice_and_comes_back_with_undo(contacts, context, store) -> None:
    assert contacts.country.currentData() == ""
    _choose(contacts, "AT")
    assert safety.country(store) == "AT"
    assert list(contacts.rows) == ["at-telefonseelsorge"]
    _choose(contacts, ELSEWHERE)
    assert list(contacts.rows) == ["elsewhere-findahelpline"]
    contacts.undo_link.click()
    assert contacts.country.currentData() == "AT"
    context.undo.undo()
    assert contacts.country.currentData() == ""
    assert contacts.rows == {}


def test_a_line_is_shown_once_it_is_ticked_as_checked(contacts, store, qtbot) -> None:
    _choose(contacts, "GB")
    row = contacts.rows["gb-shout"]
    assert not row.tick.isChecked()
    assert "Not checked yet" in said(row)
    row.tick.setFocus()
    qtbot.keyClick(row.tick, Qt.Key.Key_Space)
    assert [one.line.key for one in safety.view(store).lines] == ["gb-shout"]
    again = contacts.rows["gb-shout"]
    assert again.tick.isChecked()
    assert "Checked by you in November 2026." in said(again)
    again.tick.click()
    assert safety.view(store).lines == ()


def test_a_number_is_corrected_and_emptied(contacts, store) -> None:
    _choose(contacts, "AT")
    row = contacts.rows["at-telefonseelsorge"]
    row.number.setText("0000")
    row.number.editingFinished.emit()
    assert safety.view(store).lines[0].numbers == ("0000",)
    row = contacts.rows["at-telefonseelsorge"]
    assert row.number.text() == "0000"
    row.number.clear()
    row.number.editingFinished.emit()
    assert safety.view(store).lines[0].numbers == ("142",)


def test_own_lines_and_contacts_are_kept_when_the_dialog_is_left(contacts, store, qtbot) -> None:
    qtbot.keyClicks(contacts.contacts, "Anna 0170 1")
    qtbot.keyClicks(contacts.own_lines, "Student line 555")
    qtbot.keyClicks(contacts.emergency, "112")
    contacts.reject()
    view = safety.view(store)
    assert view.contacts == ("Anna 0170 1",)
    assert view.own_lines == ("Student line 555",)
    assert view.emergency == ("112",)


def test_too_much_is_said_at_its_field_and_stays_in_the_dialog(contacts, store) -> None:
    contacts.contacts.setPlainText("x" * 300)
    contacts.contacts.settled.emit()
    assert _problems(contacts) == ["Up to 20 lines of 200 characters fit here."]
    assert contacts.contacts.toPlainText() == "x" * 300
    contacts.contacts.setPlainText("Anna")
    contacts.contacts.settled.emit()
    assert _problems(contacts) == []
    assert safety.view(store).contacts == ("Anna",)


def test_the_plan_is_kept_in_a_pause_and_taken_back(plan, context, store, qtbot) -> None:
    text = plan.texts[PlanPart.ALONE]
    qtbot.keyClicks(text, "Walk")
    text.settled.emit()
    assert hard_days.read(store).text(PlanPart.ALONE) == "Walk"
    assert plan.undo_link.text() == "Undo: words of the plan"
    plan.undo_link.click()
    assert hard_days.read(store).empty
    assert text.toPlainText() == ""
    context.undo.redo()
    assert text.toPlainText() == "Walk"


def test_closing_keeps_what_is_being_written(plan, store, qtbot) -> None:
    qtbot.keyClicks(plan.texts[PlanPart.SAFER], "Anna has them")
    plan.reject()
    assert hard_days.read(store).text(PlanPart.SAFER) == "Anna has them"


def test_a_part_that_is_too_long_is_said_at_it(plan, store) -> None:
    text = plan.texts[PlanPart.PEOPLE]
    text.setPlainText("x" * (MOST_CHARACTERS + 1))
    text.settled.emit()
    assert len(_problems(plan)) == 1
    assert "one page" in _problems(plan)[0]
    assert hard_days.read(store).empty
    text.setPlainText("")


def test_both_are_set_up_from_the_settings(context, qtbot) -> None:
    screen = PreferencesScreen(context)
    hold(qtbot, screen)
    screen.show()
    screen.activate()
    for button, kind in (
        (screen.help.contacts_button, ContactsDialog),
        (screen.help.plan_button, PlanDialog),
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (dialog,) = screen.findChildren(kind)
        assert dialog.isVisible()
        dialog.reject()


def test_the_plan_has_our_own_six_parts(plan) -> None:
    # 4.1.3: own structure and words
    words = said(plan)
    for part in ("notice", "by myself", "People", "Places", "Professionals", "safer"):
        assert part in words
    for theirs in ("warning signs", "coping strategies", "distraction", "Step 1", "means"):
        assert theirs.casefold() not in words.casefold()


def test_the_page_is_shown_saved_and_printed(context, store, qtbot, tmp_path: Path) -> None:
    hard_days.write(store, PlanPart.SIGNS, "short nights")
    paper = PlanPaper(context)
    hold(qtbot, paper)
    paper.show()
    assert paper.finished_pages() is not None
    assert len(paper.finished_pages().pages) == 1
    assert "short nights" in paper.finished_pages().pages[0].text
    paper.papers.button(1).click()
    assert paper.finished_pages().pages[0].height == pytest.approx(792, abs=1)
    paper.save.click()
    (chooser,) = paper.findChildren(QFileDialog)
    assert "my-plan" in "".join(chooser.selectedFiles())
    chooser.reject()
    paper._on_file_chosen(str(tmp_path / "plan.pdf"))
    assert read_pages((tmp_path / "plan.pdf").read_bytes())[0].text == paper.finished_pages().pages[0].text
    paper.print_button.click()
    (asked,) = paper.findChildren(QPrintDialog)
    assert asked.isVisible()
    asked.reject()
    paper.close()


@pytest.mark.parametrize("kind", [ContactsDialog, PlanDialog, PlanPaper])
def test_the_windows_fit_a_small_display_with_large_text_and_are_read_out(
    context, store, qtbot, qapp, kind
) -> None:
    safety.choose_country(store, "FI")
    apply_theme(qapp, "light", 2.0)
    dialog = kind(context)
    hold(qtbot, dialog)
    dialog.resize(1024, 640)
    dialog.show()
    assert (dialog.width(), dialog.height()) == (1024, 640)
    assert nameless(dialog) == []
    dialog.close()
