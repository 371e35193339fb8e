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
    import pypdfium2  # not before a report is asked for

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
    """A job: draws every page `width` screen pixels wide, and returns the pictures."""

    pdf: bytes
    width: int

    def __call__(self, progress: Progress) -> tuple[QImage, ...]:
        """Do the work.

        Raises:
            JobCancelled: nobody waits for it any more.
        """
        import pypdfium2  # not before a report is asked for

        pictures = []
        with _ONE_AT_A_TIME:
            document = pypdfium2.PdfDocument(self.pdf)
            try:
                for page in document:
                    progress.check()
                    drawn = page.render(scale=self.width / page.get_width(), prefer_bgrx=True)
                    picture = QImage(
                        bytes(drawn.buffer),
                        drawn.width,
                        drawn.height,
                        drawn.stride,
                        QImage.Format.Format_RGB32,
                    )
                    pictures.append(picture.copy())
            finally:
                document.close()
        return tuple(pictures)
