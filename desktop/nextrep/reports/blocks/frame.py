"""What stands on every page: who and when at the top, what this is not at the bottom."""

from __future__ import annotations

from contextlib import nullcontext

from nextrep.domain.figures import full, period
from nextrep.domain.text import tr
from nextrep.reports.content import ReportContent
from nextrep.reports.document import RIBBON_SPACE, draw_ribbon
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import BODY, HEADING, NOTE, NUMBER, STRONG, TITLE

REPORT_VERSION = 1
FOOTER_HEIGHT = 30.0
SECOND_LINE = 10.0
"""What of it is for signs that cannot be shown, which most reports do not have."""


def document_title() -> str:
    """Return the title of the document, which names nobody."""
    return tr("Training & wellbeing profile")


def draw_first_header(pen: Pen, content: ReportContent) -> float:
    """Draw title, name and period; return the y below."""
    y = draw_ribbon(pen, pen.top, content.invented)
    pen.text((pen.left, y + 15), document_title(), TITLE)
    pen.text((pen.right, y + 8), period(content.first, content.last), STRONG, align=Align.RIGHT)
    printed = tr("printed {date}", date=full(content.printed))
    pen.text((pen.right, y + 19.5), printed, NOTE, align=Align.RIGHT)
    y += 22
    if content.name:
        room = pen.width - width_of(printed, NOTE.face, NOTE.size) - 20
        pen.text((pen.left, y + 9), content.name, BODY, room)
        y += 13
    y += 3
    pen.line((pen.left, y), (pen.right, y), "primary", 1.4)
    return y + 9


def draw_next_header(pen: Pen, content: ReportContent) -> float:
    """Draw the short header of a following page, which repeats page 1; return the y below."""
    with pen.ornament():
        return _draw_next_header(pen, content)


def next_top(pen: Pen, content: ReportContent) -> float:
    """Return where a following page begins below its header."""
    return pen.top + 27 + (RIBBON_SPACE if content.invented else 0.0)


def _draw_next_header(pen: Pen, content: ReportContent) -> float:
    y = draw_ribbon(pen, pen.top, content.invented)
    said = period(content.first, content.last)
    title = tr("Details")
    taken = pen.text((pen.left, y + 11), title, HEADING)
    room = pen.width - taken - width_of(said, NOTE.face, NOTE.size) - 30
    pen.text((pen.left + taken + 10, y + 11), content.name, NOTE, room)
    pen.text((pen.right, y + 11), said, NOTE, align=Align.RIGHT)
    y += 17
    pen.line((pen.left, y), (pen.right, y), "primary", 1.4)
    return y + 10


def draw_heading(
    pen: Pen, x: float, y: float, number: int, title: str, note: str = "", width: float = 0.0
) -> float:
    """Draw a heading with a remark after it that fits `width`; return the y below. It has no number 0."""
    with pen.heading():
        taken = pen.text((x, y + 10), str(number), NUMBER) + 5 if number else 0.0
        taken += pen.text((x + taken, y + 10), title, HEADING)
    if note:
        pen.text((x + taken + 8, y + 10), note, NOTE, width - taken - 8)
    return y + 15


def draw_footer(pen: Pen, content: ReportContent, page: int, pages: int, *, replaced: bool) -> None:
    """Draw the foot of a page: method, versions, what this is not, and the page number.

    Page 1 has it read aloud; on the others it only repeats.
    """
    with pen.ornament() if page > 1 else nullcontext():
        _draw_footer(pen, content, page, pages, replaced=replaced)


def _draw_footer(pen: Pen, content: ReportContent, page: int, pages: int, *, replaced: bool) -> None:
    y = pen.bottom - FOOTER_HEIGHT + 7
    pen.line((pen.left, y), (pen.right, y))
    method = ""
    if page == 1:
        method = tr("Method: pages 2 and 3.") if content.scores else tr("Method and sources: page 2.")
    versions = tr("Report version {report}, NextRep {app}.", report=REPORT_VERSION, app=content.app_version)
    number = tr("Page {page} of {pages}", page=page, pages=pages)
    room = pen.width - width_of(number, NOTE.face, NOTE.size) - 16
    with pen.ornament():
        pen.text((pen.right, y + 11), number, NOTE, align=Align.RIGHT)
    said = tr("Self-reported, not a diagnosis, not monitored by anyone.")
    pen.text((pen.left, y + 11), " ".join((method, versions, said)).strip(), NOTE, room)
    if replaced:
        missing = tr("Some characters cannot be shown here and stand as “?”.")
        pen.text((pen.left, y + 21.5), missing, NOTE, pen.width)
