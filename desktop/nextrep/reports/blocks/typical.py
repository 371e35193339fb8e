"""Typical levels at the beginning and at the end, as medians with quartiles."""

from __future__ import annotations

from nextrep.domain.report_sections import ReportSection
from nextrep.domain.series import DAYS_FOR_LEVEL, MIN_FOR_LEVEL
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_text
from nextrep.reports.content import ReportContent, TypicalRow
from nextrep.reports.level_words import level_text
from nextrep.reports.pen import XY, Pen
from nextrep.reports.styles import BODY, GAP, NOTE, SMALL_STRONG, STRONG
from nextrep.reports.tables import Column, draw_table

LEAST_ROWS = 4
"""Page 1 always has room for these."""
ROW_HEIGHT = 13.0
_TALL_ROW_HEIGHT = 20.8
_HEAD_HEIGHT = 13.0
_MOST_MORE = 6


def typical_height(rows: int) -> float:
    """Return how high the block is with that many rows."""
    return 15 + ROW_HEIGHT * (1 + rows)


def draw_typical(pen: Pen, y: float, content: ReportContent, rows: int, position: int) -> float:
    """Draw the first `rows` measures; return the y below."""
    note = tr("median (middle half of the days) of the first and of the last 14 logged days")
    if rows < len(content.typical):
        note = tr("{note}; more on page 2", note=note)
    y = draw_heading(pen, pen.left, y, position, tr("Typical levels"), note, pen.width)
    if not content.typical:
        return pen.paragraph((pen.left, y), _nothing(content), NOTE, pen.width)
    columns = (
        Column(tr("Measure"), 0.92, style=STRONG),
        Column(tr("Direction"), 1.4, style=NOTE),
        Column(tr("First 14 logged days"), 1.55, style=BODY),
        Column(tr("Last 14 logged days"), 1.95, style=STRONG),
    )
    cells = [(row.title, _direction(row), *_levels(row)) for row in in_order(content.typical)[:rows]]
    return draw_table(pen, (pen.left, y), pen.width, columns, cells, ROW_HEIGHT)


def _nothing(content: ReportContent) -> str:
    """Return why there is no level: nothing logged, or what could be logged was left out."""
    daily, sleep = content.has(ReportSection.DAILY), content.has(ReportSection.SLEEP)
    if daily and sleep:
        return tr("No ratings or nights in this period.")
    if daily:
        return tr("No ratings in this period.")
    return tr("No nights in this period.") if sleep else left_out_text()


def draw_more_typical(pen: Pen, at: XY, width: float, content: ReportContent, rows: int) -> float:
    """Draw the measures that page 1, with `rows`, had no room for; return the y below, `at` if none."""
    left_over = in_order(content.typical)[rows:][:_MOST_MORE]
    if not left_over:
        return at[1]
    columns = (
        Column(tr("Levels, continued"), 1.0, style=SMALL_STRONG),
        Column(tr("First 14 logged days"), 1.4),
        Column(tr("Last 14 logged days"), 1.4, style=SMALL_STRONG),
    )
    cells = [
        (f"{row.title}\n{_direction(row)}", *(said.replace("–  ", "–\n") for said in _levels(row)))
        for row in left_over
    ]
    return draw_table(pen, at, width, columns, cells, _TALL_ROW_HEIGHT) + GAP


def more_typical_height(content: ReportContent, rows: int) -> float:
    """Return how high `draw_more_typical` is with the space below it, 0 where page 1 has them all."""
    left_over = min(len(content.typical) - rows, _MOST_MORE)
    return _HEAD_HEIGHT + left_over * _TALL_ROW_HEIGHT + GAP if left_over > 0 else 0.0


def in_order(rows: tuple[TypicalRow, ...]) -> tuple[TypicalRow, ...]:
    """Put the nights after the first two ratings, so that page 1 has mood, anxiety and sleep for sure."""
    nights = tuple(row for row in rows if row.unit)
    ratings = tuple(row for row in rows if not row.unit)
    return (*ratings[:2], *nights, *ratings[2:])


def _direction(row: TypicalRow) -> str:
    """Return which end is better, or what nights are counted with."""
    if row.unit == "%":
        return tr("of time in bed; {direction}", direction=row.direction)
    if row.unit and row.at_most:
        return tr_n("{n} night is an “at most”", "{n} nights are “at most”", row.at_most)
    return row.direction


def _levels(row: TypicalRow) -> tuple[str, str]:
    return level_text(row, row.first, 2 * DAYS_FOR_LEVEL), level_text(row, row.last, MIN_FOR_LEVEL)
