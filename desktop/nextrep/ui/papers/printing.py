"""Printing a finished PDF through the system's own dialog, beside the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr, tr_n
from nextrep.ui.runtime.jobs import JobHandle, Jobs, Progress
from nextrep.ui.widgets.pdf_pages import Page, draw_page

if TYPE_CHECKING:
    # Qt's part for printing comes with the first page that is to be printed.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

MOST_DPI, MOST_DPI_IN_COLOUR = 600, 400
"""Dots an inch beyond which a page only takes memory: at these it is 35 MB in grey and 62 MB in colour."""
_FOR_REAL_PRINTERS = sys.platform in {"win32", "darwin"}
"""Where Qt opens the system's own dialog, which knows files itself; without a printer it opens nothing."""


@dataclass(frozen=True, slots=True)
class PrintPages:
    """A job: draws pages on a printer and returns how many.

    Attributes:
        numbers: pages in the order of printing, from 1; a page may come more than once.
    """

    pdf: bytes
    printer: QPrinter
    numbers: tuple[int, ...]
    grey: bool

    def __call__(self, progress: Progress) -> int:
        """Do the work.

        Raises:
            KnownError: the printer, or the file that is printed to, does not take it.
            Cancelled: the person asked to stop; what has reached the printer may still come out.
        """
        painter = QPainter()
        if not painter.begin(self.printer):
            raise _not_taken(self.printer)
        try:
            self._draw_all(painter, progress)
        except BaseException:
            self._abort(painter)
            raise
        if not painter.end() or has_failed(self.printer):
            self._remove_file()
            raise _not_taken(self.printer)
        return len(self.numbers)

    def _draw_all(self, painter: QPainter, progress: Progress) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for done, number in enumerate(self.numbers):
            progress.check()
            if done and not self.printer.newPage():
                raise _not_taken(self.printer)
            self._draw(painter, number)
            progress.report(done + 1, len(self.numbers))

    def _abort(self, painter: QPainter) -> None:
        """Leave no half of a document behind, where it went to a file."""
        self.printer.abort()
        painter.end()
        self._remove_file()

    def _remove_file(self) -> None:
        name = self.printer.outputFileName()
        if name and Path(name).is_file():
            Path(name).unlink()

    def _draw(self, painter: QPainter, number: int) -> None:
        """Draw one page as large as it fits on the paper, in its middle."""
        paper = self.printer.pageLayout().fullRectPixels(self.printer.resolution())
        most = MOST_DPI if self.grey else MOST_DPI_IN_COLOUR
        share = min(1.0, most / self.printer.resolution())
        picture = draw_page(self.pdf, number - 1, max(1, round(paper.width() * share)), grey=self.grey)
        size = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(
            (paper.width() - size.width()) // 2,
            (paper.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(place, picture)


def has_failed(printer: QPrinter) -> bool:
    """Tell whether a printer says of itself that it gave up, as when its queue was taken away meanwhile."""
    from PySide6.QtPrintSupport import QPrinter as Printers

    return printer.printerState() in (Printers.PrinterState.Error, Printers.PrinterState.Aborted)


def _not_taken(printer: QPrinter) -> KnownError:
    where = printer.outputFileName()
    return KnownError(
        tr("“{file}” could not be written.", file=Path(where).name)
        if where
        else tr("The printer did not take the pages."),
        safe=tr("Your record was not touched."),
        next_step=tr("Try again, choose another printer, or save the PDF and print that."),
    )


class Printing(QObject):
    """Asks how to print, and prints beside the window.

    Attributes:
        begun: the person said yes; how many pages there are.
        progressed: pages done, all pages.
        done: printed; says so in words.
        failed: with the exception, see `PrintPages`.
        asked: what the dialog was given, None before it was opened.
    """

    begun = Signal(int)
    progressed = Signal(int, int)
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = parent
        self._pdf = b""
        self._pages: Sequence[Page] = ()
        self._grey = False
        self._job: JobHandle | None = None
        self._running = False
        self.asked: QPrinter | None = None

    @property
    def running(self) -> bool:
        """Whether pages are being printed."""
        return self._running

    def ask(
        self, pdf: bytes, pages: Sequence[Page], title: str, *, grey: bool = False
    ) -> QPrintDialog | None:
        """Open the system's dialog; where it would not open, `failed` says why, and there is none.

        Args:
            pdf: what to print; `pages` are its pages, all of one size.
            title: name in the printer's queue; names nobody.
            grey: print in shades of grey, which is finer and takes less ink.
        """
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        self._pdf, self._pages, self._grey = pdf, tuple(pages), grey
        printer = new_printer(pages[0], title, grey=grey)
        self.asked = printer
        if (missing := no_printer(printer)) is not None:
            self.failed.emit(missing)
            return None
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, True)
        dialog.setMinMax(1, len(pages))
        dialog.setFromTo(1, len(pages))
        printer.setPrintRange(QPrinter.PrintRange.AllPages)
        dialog.accepted.connect(self._on_accepted)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name
        return dialog

    def cancel(self) -> None:
        """Stop between two pages."""
        if self._running and self._job is not None:
            self._job.cancel()
        self._running = False

    def _on_accepted(self) -> None:
        if self.asked is None:
            return
        numbers = chosen_pages(self.asked, len(self._pages))
        grey = self._grey or is_grey(self.asked)
        job = PrintPages(self._pdf, self.asked, numbers, grey)
        self._running = True
        self.begun.emit(len(numbers))
        self._job = self._jobs.run(
            job, then=self._on_done, failed=self._on_failed, owner=self, progress=self._on_progress
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _on_done(self, pages: int) -> None:
        self._running = False
        where = self.asked.outputFileName() if self.asked is not None else ""
        if where:
            said = tr_n("{n} page printed to {file}.", "{n} pages printed to {file}.", pages, file=where)
        else:
            said = tr_n("{n} page sent to the printer.", "{n} pages sent to the printer.", pages)
        self.done.emit(said)

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        self.failed.emit(error)


def new_printer(page: Page, title: str, *, grey: bool) -> QPrinter:
    """Return the usual printer of this computer, set to the paper of a page."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("")
    # The pages have margins of their own, wider than any printer's.
    size = QPageSize(
        QSize(round(page.width), round(page.height)), "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    )
    paper = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(paper)
    printer.setFullPage(True)
    if grey:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def no_printer(printer: QPrinter) -> KnownError | None:
    """Return what to say where the system's dialog opens for real printers only, and there is none."""
    from PySide6.QtPrintSupport import QPrinter

    if not _FOR_REAL_PRINTERS or printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
        return None
    return KnownError(
        tr("No printer is set up on this computer."),
        safe=tr("Your record was not touched."),
        next_step=tr("Add one in the system's settings and try again."),
    )


def is_grey(printer: QPrinter) -> bool:
    """Whether shades of grey were chosen in the system's dialog."""
    from PySide6.QtPrintSupport import QPrinter

    return printer.colorMode() is QPrinter.ColorMode.GrayScale


def chosen_pages(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages to print, from 1, in their order and with the copies that the printer leaves to us."""
    from PySide6.QtPrintSupport import QPrinter

    numbers = list(range(1, count + 1))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if not ranges.isEmpty():
            numbers = [number for number in numbers if ranges.contains(number)]
        elif printer.fromPage():
            numbers = [n for n in numbers if printer.fromPage() <= n <= (printer.toPage() or count)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(numbers * copies)
    return tuple(number for number in numbers for _copy in range(copies))
