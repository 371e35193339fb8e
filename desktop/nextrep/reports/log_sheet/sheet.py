"""The log sheet as a PDF. The same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from io import BytesIO

from nextrep.domain.errors import Cancelled
from nextrep.domain.text import tr
from nextrep.reports import fonts
from nextrep.reports.document import finish, new_document
from nextrep.reports.log_sheet.block import table_section
from nextrep.reports.log_sheet.content import Layout, LogSheet
from nextrep.reports.log_sheet.form import (
    FOOTER_HEIGHT,
    HEADER_HEIGHT,
    RIBBON_ROOM,
    draw_footer,
    draw_header,
)
from nextrep.reports.log_sheet.grouping import spans
from nextrep.reports.log_sheet.paging import Page, paginate
from nextrep.reports.log_sheet.week import session_section
from nextrep.reports.pen import Pen
from nextrep.reports.styles import Paper, palette
from nextrep.reports.text import printable_content

__all__ = ["LogSheet", "Paper", "build_log_sheet"]


def document_title() -> str:
    """Return the title of the document, which names nobody."""
    return tr("Training log sheet")


def build_log_sheet(
    sheet: LogSheet,
    *,
    paper: Paper = Paper.A4,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the sheet as a PDF of as many pages as it needs, at least one.

    Args:
        sheet: what is asked for; texts may be of any length and script.
        paper: size of the pages, upright.
        progress: called with (pages drawn, all pages).
        cancelled: asked between pages.

    Raises:
        Cancelled: `cancelled` said so.
    """
    fonts.load()
    shown, replaced = printable_content(sheet)
    file = BytesIO()
    canvas = new_document(file, paper, document_title())
    pen = Pen(canvas, paper, palette())
    pages = _pages(shown, pen)
    for number, (part, page) in enumerate(pages, start=1):
        if cancelled is not None and cancelled():
            raise Cancelled
        with nullcontext() if number == 1 else pen.ornament():
            top = draw_header(pen, shown, part)
        for y, piece in page:
            piece.draw(pen, top + y)
        with nullcontext() if number == 1 else pen.ornament():
            draw_footer(pen, number, len(pages), replaced=replaced)
        pen.next_page()
        if progress is not None:
            progress(number, len(pages))
    return finish(canvas, file, pen)


def _pages(sheet: LogSheet, pen: Pen) -> list[tuple[str, Page]]:
    """Return the pages, each with what it says at its top right."""
    room = pen.bottom - FOOTER_HEIGHT - pen.top - HEADER_HEIGHT - (RIBBON_ROOM if sheet.invented else 0.0)
    if sheet.layout is Layout.WEEK:
        sections = [session_section(session, pen.width, sheet.unit) for session in sheet.sessions]
        part = _part(sheet.sessions[0].phase, *_weeks(sheet)) if sheet.sessions else ""
        return [(part, page) for page in paginate(sections, room)]
    pages = []
    for span in spans(sheet.sessions):
        tables = [table_section(table, pen.width, sheet.unit, room) for table in span.tables]
        part = _part(span.phase, span.first_week, span.last_week)
        pages += [(part, page) for page in paginate(tables, room)]
    return pages or [("", [])]


def _weeks(sheet: LogSheet) -> tuple[int, int]:
    weeks = [session.week for session in sheet.sessions]
    return min(weeks), max(weeks)


def _part(phase: str, first: int, last: int) -> str:
    weeks = tr("week {n}", n=first) if first == last else tr("weeks {first}–{last}", first=first, last=last)
    return tr("{phase}, {weeks}", phase=phase, weeks=weeks) if phase else weeks[:1].upper() + weeks[1:]
