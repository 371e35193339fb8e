"""Exercise history and year in review in the window: what is shown is what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nextrep.services import demo
from nextrep.storage.store import Store
from nextrep.ui.library.dialog import LibraryDialog
from nextrep.ui.papers.history_dialog import HistoryDialog
from nextrep.ui.papers.paper_dialog import PaperDialog
from nextrep.ui.papers.year_dialog import YearDialog
from nextrep.ui.report.screen import ReportScreen
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.plan_dialog import PlanDialog
from nextrep.ui.transfer.sheet_dialog import SheetDialog
from nextrep.ui.widgets.pdf_pages import read_pages
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    return make_context(tmp_path, store, NOW)[0]


def text_of(dialog: PaperDialog) -> str:
    made = dialog.finished_pages()
    assert made is not None
    return " ".join(page.text for page in made.pages)


def saved(dialog: PaperDialog, qtbot: QtBot, target: Path) -> str:
    """Save to `target` and return the name that was suggested."""
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(target))
    asked.close()
    return Path(asked.selectedFiles()[0]).name


@pytest.mark.parametrize(("kind", "file"), [(HistoryDialog, "exercise-history-"), (YearDialog, "year-2026")])
def test_what_is_chosen_is_shown_saved_and_printed(
    kind: type[PaperDialog], file: str, context: Context, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    demo.fill(store, 60, 1, NOW)
    dialog = kind(context)
    hold(qtbot, dialog)
    dialog.show()
    assert nameless(dialog) == []
    assert isinstance(dialog, HistoryDialog | YearDialog)
    assert dialog.which.currentText() in text_of(dialog)
    dialog.which.setCurrentIndex(1)
    assert dialog.which.currentText() in text_of(dialog)
    dialog.papers.button(1).click()
    made = dialog.finished_pages()
    assert made is not None
    assert made.pages[0].height == pytest.approx(792, abs=1)
    target = tmp_path / "paper.pdf"
    assert saved(dialog, qtbot, target).startswith(file.replace("2026", "2025"))
    assert target.read_bytes() == dialog.preview.pdf
    qtbot.keyClick(dialog.print_button, Qt.Key.Key_Space)
    asked, printer = dialog.findChild(QPrintDialog), dialog.printing.asked
    assert asked is not None and printer is not None
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    asked.accepted.emit(printer)
    asked.close()
    assert len(read_pages((tmp_path / "printed.pdf").read_bytes())) == len(made.pages)


def test_the_history_goes_as_far_back_as_is_wished(context: Context, store: Store, qtbot: QtBot) -> None:
    demo.fill(store, 60, 1, NOW)
    dialog = HistoryDialog(context)
    hold(qtbot, dialog)
    whole = text_of(dialog)
    dialog.spans.button(2).click()
    assert len(text_of(dialog)) < len(whole)


def test_an_empty_profile_says_when_there_will_be_something(context: Context, qtbot: QtBot) -> None:
    for dialog, said in (
        (HistoryDialog(context), "Once a session is logged"),
        (YearDialog(context), "Nothing is recorded in 2026"),
    ):
        hold(qtbot, dialog)
        dialog.show()
        assert said in dialog.message.text()
        assert not dialog.save.isEnabled() and not dialog.print_button.isEnabled()


def test_the_library_opens_the_history_of_what_it_shows_once_something_was_done(
    context: Context, store: Store, qtbot: QtBot
) -> None:
    demo.fill(store, 12, 1, NOW)
    library = LibraryDialog(context)
    hold(qtbot, library)
    library.open()
    library.show_exercise("plank")
    assert not library.details.print_history.isHidden()
    library.details.print_history.click()
    (opened,) = library.findChildren(HistoryDialog)
    assert opened.which.currentText() == "Plank"
    opened.reject()
    library.show_exercise("back_squat")
    assert library.details.print_history.isHidden()


def test_all_papers_are_offered_on_the_report_screen(context: Context, store: Store, qtbot: QtBot) -> None:
    demo.fill(store, 12, 1, NOW)
    screen = ReportScreen(context)
    hold(qtbot, screen)
    screen.show()
    qtbot.mouseClick(screen.form.give.papers, Qt.MouseButton.LeftButton)
    menu = screen.desk.papers
    assert menu.isVisible()
    menu.close()
    for action, kind in (
        (menu.history, HistoryDialog),
        (menu.year, YearDialog),
        (menu.sheet, SheetDialog),
        (menu.hard_days, PlanDialog),
    ):
        action.trigger()
        (opened,) = screen.findChildren(kind)
        opened.reject()
