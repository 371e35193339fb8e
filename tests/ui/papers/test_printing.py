"""Printing a PDF: the chosen pages in their order, on the chosen paper, whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from nextrep.domain.errors import KnownError
from nextrep.ui.papers.printing import Printing, chosen_pages, is_grey, new_printer
from nextrep.ui.runtime.jobs import InlineJobs, Jobs
from nextrep.ui.widgets.pdf_pages import Page, draw_page, read_pages
from tests.ui.fixtures_ui import ListCrash, ListReporter
from tests.ui.holding import hold

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="the system's own dialog waits for a person"
)

A4 = Page(595.3, 841.9, "")


def shades(count: int) -> bytes:
    """A PDF on A4 whose pages are told apart by how dark their middle is: page 1 is the darkest."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(A4.width, A4.height))
    for number in range(1, count + 1):
        canvas.setFillGray(number / 10)
        canvas.rect(200, 300, 200, 200, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(file: Path) -> list[int]:
    """Numbers of the pages in a printed file, by their shade."""
    pdf = file.read_bytes()
    found = []
    for index, page in enumerate(read_pages(pdf)):
        picture = draw_page(pdf, index, 200, grey=True)
        middle = picture.pixelColor(100, round(200 * page.height / page.width / 2.1))
        found.append(round(middle.red() / 25.5))
    return found


def to_file(target: Path) -> QPrinter:
    printer = new_printer(A4, "Test", grey=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    return printer


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    hold(qtbot, made)
    made.show()
    return made


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs(ListReporter(), ListCrash())
    yield made
    assert made.shutdown(20_000)


def printing(window: QWidget) -> Printing:
    return Printing(InlineJobs(ListReporter(), ListCrash()), window)


def test_pages_come_out_as_they_are_on_a_worker_thread(
    window: QWidget, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    task = Printing(jobs, window)
    dialog = task.ask(shades(3), read_pages(shades(3)), "Training log sheet", grey=True)
    assert dialog is not None
    assert task.asked is not None
    task.asked.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    task.asked.setOutputFileName(str(target))
    seen: list[tuple[int, int]] = []
    task.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(task.done, timeout=60_000) as done:
        dialog.accepted.emit(task.asked)
        assert task.running
        dialog.close()
    assert not task.running
    assert done.args == [f"3 pages printed to {target}."]
    assert seen[-1] == (3, 3)
    assert printed(target) == [1, 2, 3]
    document = pypdfium2.PdfDocument(target)
    assert document[0].get_size() == pytest.approx((595, 842), abs=1)
    document.close()


def test_only_the_chosen_pages_are_printed() -> None:
    printer = new_printer(A4, "Test", grey=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert chosen_pages(printer, 5) == (1, 2, 3, 4, 5)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    assert chosen_pages(printer, 5) == (2, 3, 5)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 5) == (5, 3, 2)
    printer.setPageRanges(QPageRanges())
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 5) == (3, 2)


def test_copies_are_made_by_us_where_the_printer_does_not_make_them() -> None:
    printer = new_printer(A4, "Test", grey=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert chosen_pages(printer, 2) == (1, 2, 1, 2)
    printer.setCollateCopies(False)
    assert chosen_pages(printer, 2) == (1, 1, 2, 2)


def test_grey_that_is_chosen_in_the_dialog_alone_counts_too() -> None:
    printer = new_printer(A4, "Test", grey=False)
    assert not is_grey(printer)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    assert is_grey(printer)
    assert is_grey(new_printer(A4, "Test", grey=True))


def test_a_page_is_made_to_fit_other_paper(window: QWidget, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    printer = to_file(target)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    task = printing(window)
    dialog = task.ask(shades(1), read_pages(shades(1)), "Test")
    assert dialog is not None
    task.asked = printer
    dialog.accepted.emit(printer)
    dialog.close()
    assert printed(target) == [1]


def test_the_paper_is_that_of_the_pages() -> None:
    assert new_printer(A4, "Test", grey=True).pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    letter = new_printer(Page(612, 792, ""), "Test", grey=False)
    assert letter.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    assert letter.fullPage()
    assert letter.creator() == ""


def test_a_stopped_print_leaves_no_half_of_a_file(
    window: QWidget, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    task = Printing(jobs, window)
    dialog = task.ask(shades(9), read_pages(shades(9)), "Test", grey=True)
    assert dialog is not None
    task.asked = to_file(target)
    task.progressed.connect(task.cancel)
    task.done.connect(lambda _said: pytest.fail("it was stopped"))
    with qtbot.waitSignal(jobs.idle, timeout=60_000):
        dialog.accepted.emit(task.asked)
        dialog.close()
    assert not task.running
    assert not target.exists()


class GoneAway(QPrinter):
    """Stands for a queue that is taken away after the pages were drawn: it says so only at the end."""

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's own name
        return QPrinter.PrinterState.Error


class Jammed(QPrinter):
    """Stands for a printer that takes one page and no more, and has no file that could be named."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's own name
        return False

    def outputFileName(self) -> str:  # noqa: N802 - Qt's own name
        return ""


@pytest.mark.parametrize("kind", [GoneAway, Jammed])
def test_a_printer_that_goes_away_is_said_and_can_be_tried_again(
    kind: type[QPrinter], window: QWidget, tmp_path: Path
) -> None:
    task = printing(window)
    failures: list[Exception] = []
    said: list[str] = []
    task.failed.connect(failures.append)
    task.done.connect(said.append)
    dialog = task.ask(shades(2), read_pages(shades(2)), "Test")
    assert dialog is not None
    task.asked = kind()
    task.asked.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    task.asked.setOutputFileName(str(tmp_path / "queue.pdf"))
    dialog.accepted.emit(task.asked)
    dialog.close()
    assert isinstance(failures[0], KnownError)
    assert "another printer" in str(failures[0])
    assert not task.running
    assert said == []
    if kind is GoneAway:
        assert not (tmp_path / "queue.pdf").exists(), "no half of a document stays"
    again = task.ask(shades(1), read_pages(shades(1)), "Test")
    assert again is not None
    task.asked = to_file(tmp_path / "again.pdf")
    again.accepted.emit(task.asked)
    again.close()
    assert printed(tmp_path / "again.pdf") == [1]


def test_a_file_that_cannot_be_written_is_said(window: QWidget, tmp_path: Path) -> None:
    class Refusing(QPrinter):
        """Stands for a printer that gives up after its first page, as a full disk or a jam makes it."""

        def newPage(self) -> bool:  # noqa: N802 - Qt's own name
            return False

    task = printing(window)
    failures: list[Exception] = []
    task.failed.connect(failures.append)
    dialog = task.ask(shades(2), read_pages(shades(2)), "Test")
    assert dialog is not None
    task.asked = Refusing()
    task.asked.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    task.asked.setOutputFileName(str(tmp_path / "full.pdf"))
    dialog.accepted.emit(task.asked)
    dialog.close()
    assert isinstance(failures[0], KnownError)
    assert "“full.pdf” could not be written." in str(failures[0])
    assert not task.running
    assert not (tmp_path / "full.pdf").exists()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_refuses_from_the_start_is_said(
    window: QWidget, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    task = Printing(jobs, window)
    dialog = task.ask(shades(1), read_pages(shades(1)), "Test")
    assert dialog is not None
    task.asked = to_file(tmp_path / "nowhere" / "out.pdf")
    with qtbot.waitSignal(task.failed, timeout=60_000) as failed:
        dialog.accepted.emit(task.asked)
        dialog.close()
    assert isinstance(failed.args[0], KnownError)
    assert "“out.pdf” could not be written." in str(failed.args[0])


def test_without_a_printer_it_is_said_where_the_dialog_wants_one(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("nextrep.ui.papers.printing._FOR_REAL_PRINTERS", True)
    monkeypatch.setattr(
        "nextrep.ui.papers.printing.new_printer", lambda *_page, **_more: to_file(tmp_path / "never.pdf")
    )
    task = printing(window)
    with qtbot.waitSignal(task.failed) as failed:
        assert task.ask(shades(1), read_pages(shades(1)), "Test") is None
    assert "No printer is set up" in str(failed.args[0])
    assert not task.running


def test_it_prints_to_a_file_through_the_dialog(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "by hand.pdf"
    task = printing(window)
    dialog = task.ask(shades(2), read_pages(shades(2)), "Training log sheet", grey=True)
    assert dialog is not None
    assert isinstance(dialog, QPrintDialog)
    assert (dialog.minPage(), dialog.maxPage()) == (1, 2)
    field = dialog.findChild(QLineEdit, "filename")
    assert isinstance(field, QLineEdit)
    field.setText(str(target))
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Print")
    with qtbot.waitSignal(task.done):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert printed(target) == [1, 2]
