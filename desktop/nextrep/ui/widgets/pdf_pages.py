"""Pages of a finished PDF: their text, and pictures of them. The only place that knows PDFium."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QImage

from nextrep.ui.runtime.jobs import Progress

_ONE_AT_A_TIME = threading.Lock()
"""PDFium keeps global state and may be used by one thread at a time."""


@dataclass(frozen=True, slots=True)
class Page:
    """Size of a page in points, and its text in reading order."""

    width: float
    height: float
    text: str


def read_pages(pdf: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF. Safe on any thread."""
    import pypdfium2  # not before a paper is asked for

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(_read(page) for page in document)
        finally:
            document.close()


def _read(page: Any) -> Page:
    width, height = page.get_size()
    return Page(width, height, " ".join(page.get_textpage().get_text_range().split()))


@dataclass(frozen=True, slots=True)
class DrawPages:
    """A job: draws some pages (numbers from 0) `width` screen pixels wide, and returns their pictures."""

    pdf: bytes
    width: int
    numbers: tuple[int, ...]

    def __call__(self, progress: Progress) -> dict[int, QImage]:
        """Do the work.

        Raises:
            Cancelled: nobody waits for it any more.
        """
        import pypdfium2  # not before a paper is asked for

        pictures = {}
        with _ONE_AT_A_TIME:
            document = pypdfium2.PdfDocument(self.pdf)
            try:
                for number in self.numbers:
                    progress.check()
                    pictures[number] = _draw(document[number], self.width, grey=False)
            finally:
                document.close()
        return pictures


def draw_page(pdf: bytes, index: int, width: int, *, grey: bool = False) -> QImage:
    """Return a picture of one page (from 0), `width` pixels wide. Safe on any thread."""
    import pypdfium2  # not before a paper is asked for

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return _draw(document[index], width, grey=grey)
        finally:
            document.close()


def _draw(page: Any, width: int, *, grey: bool) -> QImage:
    drawn = page.render(scale=width / page.get_width(), grayscale=grey, prefer_bgrx=not grey)
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    return QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, form).copy()
