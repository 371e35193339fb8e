"""What all our papers share: an empty document that names nobody, and the ribbon on invented data."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from nextrep.domain.text import tr
from nextrep.reports import fonts
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import WARNING, Paper
from nextrep.reports.tagging import finished

_RIBBON_HEIGHT = 16.0
RIBBON_SPACE = _RIBBON_HEIGHT + 6
"""What the ribbon takes of a page."""


def new_document(file: BytesIO, paper: Paper, title: str) -> Canvas:
    """Return an empty document whose bytes depend on nothing but what is drawn on it.

    Its pages are compressed once, when it is finished.
    """
    canvas = Canvas(
        file,
        pagesize=paper.value,
        pageCompression=0,
        invariant=1,
        initialFontName=fonts.Face.REGULAR.value,
        lang="en",
    )
    canvas.setTitle(title)
    # Who wrote it and with what is nobody's business but the person's.
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def finish(canvas: Canvas, file: BytesIO, pen: Pen) -> bytes:
    """Return the finished document: tagged, with bookmarks, and nothing in its properties but a title."""
    canvas.save()
    return finished(file.getvalue(), pen.tags.root)


def draw_ribbon(pen: Pen, y: float, invented: bool) -> float:
    """Say at the top of a page that its data is invented, where it is; return the y below."""
    if not invented:
        return y
    pen.box((pen.left, y), (pen.width, _RIBBON_HEIGHT), "warnbg", radius=3)
    said = tr("INVENTED DATA – demonstration, not a real person")
    pen.text(((pen.left + pen.right) / 2, y + 11.5), said, WARNING, pen.width - 10, Align.CENTRE)
    return y + RIBBON_SPACE
