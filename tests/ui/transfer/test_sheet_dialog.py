"""The log sheet's dialog: what is shown is what is saved and printed, and all of it without a mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import Equipment
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Unit, load_of
from nextrep.services import plan_editing, program, session
from nextrep.storage.store import Store
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.transfer.sheet_dialog import SheetDialog
from nextrep.ui.transfer.sheet_form import BLOCK, SheetForm
from nextrep.ui.widgets.pdf_pages import read_pages
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)
Opener = Callable[..., SheetDialog]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def planned(store: Store) -> Store:
    program.create(store, ANSWERS, NOW)
    return store


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Opener:
    def make(store: Store, week: int | None = None, *, real_jobs: bool = False) -> SheetDialog:
        context, reporter = make_context(tmp_path, store, NOW)
        if real_jobs:
            context = replace(context, jobs=Jobs(reporter))
        dialog = SheetDialog(context, None, week)
        hold(qtbot, dialog)
        dialog.show()
        return dialog

    return make


def form_of(dialog: SheetDialog) -> SheetForm:
    assert dialog.form is not None
    return dialog.form


def text_of(dialog: SheetDialog) -> str:
    assert dialog.sheet is not None
    return " ".join(page.text for page in dialog.sheet.pages)


def shown(dialog: SheetDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_it_opens_on_this_week_and_shows_its_pages(planned: Store, opened: Opener) -> None:
    dialog = opened(planned)
    assert form_of(dialog).which.currentText() == "Week 1: 23 Nov – 27 Nov"
    assert "Full body A" in text_of(dialog)
    assert "2 sessions on 1 page" in shown(dialog)
    assert [view.accessibleName() for view in dialog.preview.pages] == ["Page 1 of 1"]
    assert "Goblet squat" in dialog.preview.pages[0].accessibleDescription()
    assert dialog.preview.pages[0].picture is not None


def test_it_opens_on_the_week_that_was_asked_for(planned: Store, opened: Opener) -> None:
    dialog = opened(planned, 6)
    form = form_of(dialog)
    assert form.which.currentText().startswith("Week 6:")
    form.kinds.button(BLOCK).click()
    assert form.which.currentText() == "Progressive adaptation, weeks 5–8"
    assert "weeks 5–8" in text_of(dialog)
    assert form_of(opened(planned, 99)).which.currentText().startswith("Week 1:")


def test_every_choice_is_on_the_pages_at_once(planned: Store, opened: Opener) -> None:
    dialog = opened(planned)
    form = form_of(dialog)
    assert dialog.sheet is not None
    assert dialog.sheet.pages[0].height == pytest.approx(842, abs=1)
    form.papers.button(1).click()
    assert dialog.sheet.pages[0].height == pytest.approx(792, abs=1)
    assert "Monday 23 November" in text_of(dialog)
    form.with_dates.click()
    assert "November" not in text_of(dialog)
    form.which.setCurrentIndex(4)
    assert "week 5" in text_of(dialog)
    form.kinds.button(BLOCK).click()
    assert "weeks 1–4" in text_of(dialog)
    form.kinds.button(0).click()
    assert "week 5" in text_of(dialog)  # the week that was chosen before is still chosen


def test_weights_are_on_the_paper_only_when_ticked(planned: Store, opened: Opener) -> None:
    view = program.current(planned)
    assert view is not None
    started = session.start_planned(planned, view.sessions[0].planned.id, NOW).value
    draft = SetDraft(started.blocks[0].exercise_id, 0, load=load_of(16, Unit.KG), reps=10)
    session.log_set(planned, started.session.id, draft, NOW)
    session.finish(planned, started.session.id, NOW)
    dialog = opened(planned, 2)
    assert "16 kg" not in text_of(dialog)
    form_of(dialog).with_loads.click()
    assert "last time 16 kg × 10" in text_of(dialog)


def test_what_is_saved_is_what_is_shown(planned: Store, opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(planned)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert Path(asked.selectedFiles()[0]).name == "log-sheet-week-1.pdf"
    target = tmp_path / "week.pdf"
    asked.fileSelected.emit(str(target))
    asked.close()
    assert target.read_bytes() == dialog.preview.pdf
    assert f"Saved: {target}" in shown(dialog)


def test_a_place_that_cannot_be_written_is_said(
    planned: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(planned)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "nowhere" / "week.pdf"))
    asked.close()
    assert "could not be written" in shown(dialog)
    assert dialog.save.isEnabled()


def print_to(dialog: SheetDialog, qtbot: QtBot, target: Path) -> None:
    """Press Print and accept the system's dialog with a file to print to."""
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Space)
    asked = dialog.findChild(QPrintDialog)
    printer = dialog.printing.asked
    assert asked is not None and printer is not None
    assert printer.docName() == "Training log sheet"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    asked.accepted.emit(printer)
    asked.close()


def test_what_is_printed_is_what_is_shown(
    planned: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(planned)
    form_of(dialog).kinds.button(BLOCK).click()
    target = tmp_path / "printed.pdf"
    print_to(dialog, qtbot, target)
    assert f"2 pages printed to {target}." in shown(dialog)
    assert len(read_pages(target.read_bytes())) == 2
    assert not dialog.panel.isVisible()
    assert dialog.print_button.isEnabled()


def test_closing_while_it_prints_lets_it_come_to_its_end(
    planned: Store, opened: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(planned, real_jobs=True)
    qtbot.waitUntil(lambda: dialog.sheet is not None, timeout=20_000)
    target = tmp_path / "printed.pdf"
    print_to(dialog, qtbot, target)
    assert dialog.panel.isVisible()
    assert not dialog.print_button.isEnabled()
    with qtbot.waitSignal(dialog.finished, timeout=60_000):
        dialog.reject()
        assert dialog.isHidden()
    assert len(read_pages(target.read_bytes())) == 1


def test_printing_can_be_stopped(planned: Store, opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(planned, real_jobs=True)
    qtbot.waitUntil(lambda: dialog.sheet is not None, timeout=20_000)
    form_of(dialog).kinds.button(BLOCK).click()
    form_of(dialog).which.setCurrentIndex(3)
    qtbot.waitUntil(lambda: dialog.sheet is not None and len(dialog.sheet.pages) > 4, timeout=20_000)
    target = tmp_path / "printed.pdf"
    print_to(dialog, qtbot, target)
    qtbot.mouseClick(dialog.panel.cancel_button, Qt.MouseButton.LeftButton)
    assert "Stopped" in shown(dialog)
    assert dialog.print_button.isEnabled()
    qtbot.waitUntil(lambda: dialog._context.jobs.active == 0, timeout=60_000)
    assert not target.exists()


def test_without_a_plan_it_says_what_to_do(store: Store, opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(store)
    assert "Nothing to print yet" in shown(dialog)
    assert not dialog.print_button.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_what_was_done_meanwhile_is_said_and_the_buttons_wait(planned: Store, opened: Opener) -> None:
    dialog = opened(planned)
    view = program.current(planned)
    assert view is not None
    for one in view.in_week(1):
        plan_editing.skip(planned, one.planned.id)
    form_of(dialog).with_dates.click()
    assert "Nothing is left to do in these weeks" in shown(dialog)
    assert not dialog.print_button.isEnabled()
    form_of(dialog).which.setCurrentIndex(1)
    assert dialog.print_button.isEnabled()
    assert "Nothing is left" not in shown(dialog)


def test_every_part_is_reached_by_tab_and_has_a_name(planned: Store, opened: Opener, qtbot: QtBot) -> None:
    dialog = opened(planned)
    form = form_of(dialog)
    assert nameless(dialog) == []
    wanted = {form.which, form.with_dates, form.with_loads, dialog.preview, dialog.save, dialog.print_button}
    seen = set()
    for _step in range(20):
        seen.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert wanted <= seen
    assert dialog.print_button.isDefault()
