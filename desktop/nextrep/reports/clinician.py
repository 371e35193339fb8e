"""The report for a clinician: page 1 to be read in a minute, page 2 with the detail.

Page 3 has the answers to questionnaires and the months; further pages only what the person ticked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO

from nextrep.domain.errors import Cancelled
from nextrep.reports import fonts
from nextrep.reports.blocks.calendar import calendar_height, draw_calendar, months_of
from nextrep.reports.blocks.data import draw_data
from nextrep.reports.blocks.day_after import day_after_height, draw_day_after
from nextrep.reports.blocks.events import draw_events, events_height
from nextrep.reports.blocks.frame import (
    FOOTER_HEIGHT,
    SECOND_LINE,
    document_title,
    draw_first_header,
    draw_footer,
    draw_next_header,
    next_top,
)
from nextrep.reports.blocks.further import place_further
from nextrep.reports.blocks.items import draw_items, items_height
from nextrep.reports.blocks.last_days import draw_last_days, last_days_height
from nextrep.reports.blocks.method import draw_method, methods
from nextrep.reports.blocks.over_time import comfortable_height, draw_over_time
from nextrep.reports.blocks.questions import draw_questions, questions_height
from nextrep.reports.blocks.scores import draw_scores
from nextrep.reports.blocks.strength import draw_strength
from nextrep.reports.blocks.training import draw_training, training_height
from nextrep.reports.blocks.typical import (
    LEAST_ROWS,
    ROW_HEIGHT,
    draw_more_typical,
    draw_typical,
    more_typical_height,
    typical_height,
)
from nextrep.reports.blocks.weeks import draw_weeks, fitting_weeks
from nextrep.reports.content import ReportContent
from nextrep.reports.document import finish, new_document
from nextrep.reports.flow import Draw, Flow
from nextrep.reports.pen import Pen
from nextrep.reports.styles import COLUMN_GAP, GAP, Paper, palette
from nextrep.reports.text import printable_content

__all__ = ["Paper", "build_report"]

STEPS = 10
LEAST_MONTHS = 3
"""Months that must fit below the answers; else they have a page of their own."""
_TALL, _TIGHT_GAP = 730.0, 7.0
"""A page that is less high (Letter) has less space between the blocks of page 1, and more in them."""
STRENGTH_ROOM = 86.0
"""What the blocks above it leave to strength on page 2: its heading and two exercises."""
_DETAIL_SHARE = 0.61
"""Part of page 2's width that the tables take."""

Progress = Callable[[int, int], None]


class _Steps:
    """Counts the drawn blocks aloud, and stops between two of them when asked to."""

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0

    def step(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, STEPS)


def build_report(
    content: ReportContent,
    *,
    paper: Paper = Paper.A4,
    grey: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the report as a PDF; the same content, the same bytes.

    Args:
        content: what is said; texts may be of any length and script.
        paper: size of the pages.
        grey: in shades of grey.
        progress: called with (blocks drawn, all blocks).
        cancelled: asked between blocks.

    Raises:
        Cancelled: `cancelled` said so.
    """
    fonts.load()
    shown, replaced = printable_content(content)
    steps = _Steps(progress, cancelled)
    file = BytesIO()
    canvas = new_document(file, paper, document_title())
    pen = Pen(canvas, paper, palette(grey=grey))
    if not replaced:
        pen.bottom += SECOND_LINE
    rest = _rest(pen, shown)
    pages = 2 + len(rest)
    rows = _draw_first_page(pen, shown, steps)
    draw_footer(pen, shown, 1, pages, replaced=replaced)
    pen.next_page()
    number = _draw_second_page(pen, shown, steps, rows)
    draw_footer(pen, shown, 2, pages, replaced=replaced)
    pen.next_page()
    steps.step()
    for page, blocks in enumerate(rest, 3):
        if cancelled is not None and cancelled():
            raise Cancelled
        draw_next_header(pen, shown)
        for y, draw in blocks:
            number = draw(y, number)
        draw_footer(pen, shown, page, pages, replaced=replaced)
        pen.next_page()
    steps.step()
    return finish(canvas, file, pen)


def _rest(pen: Pen, content: ReportContent) -> list[list[tuple[float, Draw]]]:
    """Return what stands on each page from 3 on: answers, months, then what the person ticked."""
    flow = Flow(next_top(pen, content), pen.bottom - FOOTER_HEIGHT)
    if content.scores:
        height = min(items_height(pen, content.scores), flow.whole)
        flow.place(height, lambda y, number: draw_items(pen, y, y + height, content.scores, number))
    months = len(months_of(content))
    if months:
        fits = calendar_height(content, min(months, LEAST_MONTHS)) <= flow.room
        room = flow.room if fits else flow.whole
        taken = min(room, calendar_height(content, months))
        flow.place(taken, partial(_draw_months, pen, content, taken))
    place_further(pen, content, flow)
    return flow.pages


def _draw_months(pen: Pen, content: ReportContent, height: float, y: float, number: int) -> int:
    draw_calendar(pen, y, y + height, content, number)
    return number + 1


def _draw_first_page(pen: Pen, content: ReportContent, steps: _Steps) -> int:
    """Return how many rows of typical levels had room; page 2 has the others."""
    steps.step()
    gap = GAP if pen.bottom - pen.top > _TALL else _TIGHT_GAP
    y = draw_first_header(pen, content)
    y = draw_data(pen, y, content, 1) + gap
    steps.step()
    after = 1
    if content.scores:
        y = draw_scores(pen, y, content.scores, 2) + gap
        after = 2
    last_row = max(training_height(pen, content), questions_height(pen, content))
    room = pen.bottom - FOOTER_HEIGHT - last_days_height(content) - last_row - 2 * gap - y
    rows = _typical_rows(pen, content, room)
    y = draw_typical(pen, y, content, rows, after + 1) + gap
    steps.step()
    room -= typical_height(rows) + gap
    y = draw_over_time(pen, y, room, content, after + 2) + gap
    steps.step()
    y = draw_last_days(pen, y, content, after + 3) + gap
    steps.step()
    draw_training(pen, y, content, after + 4)
    draw_questions(pen, y, content, after + 5)
    return rows


def _typical_rows(pen: Pen, content: ReportContent, room: float) -> int:
    spare = room - GAP - typical_height(0) - comfortable_height(pen, content)
    return min(len(content.typical), max(LEAST_ROWS, int(spare / ROW_HEIGHT)))


def _draw_second_page(pen: Pen, content: ReportContent, steps: _Steps, rows: int) -> int:
    """Return the number that the next block has."""
    steps.step()
    first_number = 8 if content.scores else 7
    top = draw_next_header(pen, content)
    width = (pen.width - COLUMN_GAP) * _DETAIL_SHARE
    bottom, number = pen.bottom - FOOTER_HEIGHT, first_number + 1
    below = STRENGTH_ROOM + GAP + more_typical_height(content, rows)
    after = day_after_height(content, width)
    listed = events_height(content)
    below += sum(height + GAP for height in (after, listed) if height)
    weeks = fitting_weeks(content, bottom - top - below)
    y = draw_weeks(pen, (pen.left, top), width, content, weeks, first_number) + GAP
    y = draw_more_typical(pen, (pen.left, y), width, content, rows)
    steps.step()
    if content.events:
        room = bottom - STRENGTH_ROOM - y - (after + GAP if after else 0.0)
        y = draw_events(pen, (pen.left, y), (width, room), content, number) + GAP
        number += 1
    if after:
        y = draw_day_after(pen, (pen.left, y), width, content, number) + GAP
        number += 1
    draw_strength(pen, (pen.left, y), (width, bottom - y), content, number)
    steps.step()
    right = pen.left + width + COLUMN_GAP
    draw_method(pen, (right, top), pen.right - right, content, number + 1)
    return number + 3 + bool(methods(content))
