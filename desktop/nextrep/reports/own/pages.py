"""What the papers for the person have in common: a title, blocks over pages, a short head and foot."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from io import BytesIO
from typing import TypeVar

from nextrep.domain.errors import Cancelled
from nextrep.domain.figures import full
from nextrep.domain.text import tr
from nextrep.reports import fonts
from nextrep.reports.document import RIBBON_SPACE, draw_ribbon, finish, new_document
from nextrep.reports.flow import Flow
from nextrep.reports.fonts import width_of
from nextrep.reports.own.content import ExerciseHistory, Front, YearReview
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import BODY, NOTE, TITLE, Paper, TextStyle, palette
from nextrep.reports.text import printable_content, wrap

_HEAD, _FOOT = 26.0, 24.0
_TITLE = TITLE
_TITLE_LINES, _ABOUT_LINES = 3, 4


OwnPaper = TypeVar("OwnPaper", ExerciseHistory, YearReview)


def build_pages(
    content: OwnPaper,
    place: Callable[[OwnPaper, Pen, Flow], None],
    paper: Paper,
    *,
    grey: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the paper as a PDF; the same content, the same bytes.

    Args:
        content: what is on the paper, with what stands around it; printable or not.
        place: puts the blocks of the printable content on the pages, once the title is there.
        paper: size of the pages, upright.
        grey: in shades of grey.
        progress: called with (pages drawn, all pages).
        cancelled: asked between pages.

    Raises:
        Cancelled: `cancelled` said so.
    """
    fonts.load()
    shown, replaced = printable_content(content)
    front = shown.front
    file = BytesIO()
    canvas = new_document(file, paper, front.kind)
    pen = Pen(canvas, paper, palette(grey=grey))
    top = pen.top + _HEAD + (RIBBON_SPACE if front.invented else 0.0)
    flow = Flow(top, pen.bottom - _FOOT)
    _place_title(pen, flow, front)
    place(shown, pen, flow)
    for number, blocks in enumerate(flow.pages, 1):
        if cancelled is not None and cancelled():
            raise Cancelled
        with nullcontext() if number == 1 else pen.ornament():
            _draw_head(pen, front)
        for y, draw in blocks:
            draw(y, 0)
        _draw_foot(pen, front, number, len(flow.pages), replaced=replaced)
        pen.next_page()
        if progress is not None:
            progress(number, len(flow.pages))
    return finish(canvas, file, pen)


def _place_title(pen: Pen, flow: Flow, front: Front) -> None:
    titles = wrap(front.title, pen.width, _TITLE, _TITLE_LINES)
    about = wrap(front.about, pen.width, BODY, _ABOUT_LINES)

    def draw(y: float, number: int) -> int:
        y = _lines(pen, y, titles, _TITLE)
        _lines(pen, y + 3, about, BODY)
        return number

    flow.place(len(titles) * _TITLE.leading + 3 + len(about) * BODY.leading, draw)


def _lines(pen: Pen, y: float, lines: list[str], style: TextStyle) -> float:
    return pen.lines((pen.left, y), lines, style)


def _draw_head(pen: Pen, front: Front) -> None:
    y = draw_ribbon(pen, pen.top, front.invented)
    pen.text((pen.left, y + 9), front.kind, NOTE)
    pen.text((pen.right, y + 9), front.when, NOTE, align=Align.RIGHT)
    pen.line((pen.left, y + 15), (pen.right, y + 15), "primary", 1.4)


def _draw_foot(pen: Pen, front: Front, page: int, pages: int, *, replaced: bool) -> None:
    y = pen.bottom - _FOOT + 8
    pen.line((pen.left, y), (pen.right, y))
    number = tr("Page {page} of {pages}", page=page, pages=pages)
    with pen.ornament():
        pen.text((pen.right, y + 11), number, NOTE, align=Align.RIGHT)
    said = tr(
        "From my own record. Printed {date}, NextRep {app}.",
        date=full(front.printed),
        app=front.app_version,
    )
    if replaced:
        said = " ".join((said, tr("Some characters cannot be shown here and stand as “?”.")))
    with pen.ornament() if page > 1 else nullcontext():
        pen.text((pen.left, y + 11), said, NOTE, pen.width - width_of(number, NOTE.face, NOTE.size) - 16)
