"""Page 3: questionnaires item by item, with our own labels, and what their totals stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.scores import MOST_ON_PAGE_ONE, draw_score_table
from nextrep.reports.charts import draw_small
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.score_content import ItemTable, Scores
from nextrep.reports.styles import COLUMN_GAP, GAP, NOTE, SMALL, SMALL_STRONG
from nextrep.reports.tables import CELL_GAP, Column, draw_table
from nextrep.reports.text import wrap

_TABLE_TITLE = replace(SMALL_STRONG, level=3)
_ROW_HEIGHT = 10.8
_HEADING, _SCORE_ROW = 15.0, 42.8
"""A heading, and a questionnaire of the table of totals with a line for item 9."""
_TITLE_HEIGHT = 12.0
_LEFT_SHARE = 0.66
_LABEL_WIDTH = 124.0
_DAY_WIDTH, _DATE_WIDTH = 28.0, 50.0
"""A date without and with its year, in points."""
_BETWEEN = 3.0
_BESIDE, _LEAST_COURSE = 8.0, 76.0
"""Space before the totals over time, and the least width for them; else the table has them all."""


def draw_items(pen: Pen, top: float, bottom: float, scores: Scores, first_number: int) -> int:
    """Draw between `top` and `bottom`: further totals, answers at the left, sources at the right.

    Returns:
        the number that the next block has.
    """
    y, count = top, first_number + items_count(scores)
    more = scores.rows[MOST_ON_PAGE_ONE:]
    if more:
        y = draw_heading(pen, pen.left, y, first_number, tr("Further questionnaires"))
        y = draw_score_table(pen, (pen.left, y), pen.width, more) + GAP
        first_number += 1
    width = (pen.width - COLUMN_GAP) * _LEFT_SHARE
    if scores.tables:
        _draw_tables(pen, (pen.left, y), (width, bottom - y), scores.tables, first_number)
        first_number += 1
    right = pen.left + width + COLUMN_GAP
    _draw_sources(pen, (right, y), (pen.right - right, bottom - y), scores, first_number)
    return count


def items_count(scores: Scores) -> int:
    """Return how many numbered headings the block has at most."""
    parts = (scores.rows[MOST_ON_PAGE_ONE:], scores.tables, scores.unscored, scores.rights, _sources(scores))
    return sum(bool(part) for part in parts)


def items_height(pen: Pen, scores: Scores) -> float:
    """Return how much of a page the block takes where all of it fits."""
    width = (pen.width - COLUMN_GAP) * _LEFT_SHARE
    left = _HEADING + sum(_table_height(table) + _BETWEEN + 3 for table in scores.tables)
    right = 0.0
    for lines in (scores.unscored, scores.rights, _sources(scores)):
        if lines:
            wrapped = sum(len(wrap(line, pen.width - width - COLUMN_GAP, SMALL, 12)) for line in lines)
            right += _HEADING + wrapped * SMALL.leading + len(lines) * _BETWEEN + 8
    more = len(scores.rows[MOST_ON_PAGE_ONE:])
    further = GAP + _HEADING + _TITLE_HEIGHT + 1 + more * _SCORE_ROW if more else 0.0
    return further + max(left, right)


def _draw_tables(pen: Pen, at: XY, size: XY, tables: Sequence[ItemTable], number: int) -> None:
    x, y = at
    width, height = size
    bottom = y + height
    said = tr("own labels; official forms unless said; blank = no answer")
    y = draw_heading(pen, x, y, number, tr("Answers by item"), said, width)
    for place, table in enumerate(tables):
        below = 0.0 if table is tables[-1] else _TITLE_HEIGHT
        if y + _table_height(table) > bottom - below:
            left = len(tables) - place
            said = tr_n("{n} more questionnaire has no room here.", "{n} more have no room here.", left)
            pen.text((x, y + SMALL.size), said, NOTE, width)
            return
        y = _draw_table(pen, (x, y), width, table) + _BETWEEN + 3


def _table_height(table: ItemTable) -> float:
    return _TITLE_HEIGHT + _ROW_HEIGHT * (2 + len(table.rows) + bool(table.ways))


def _draw_table(pen: Pen, at: XY, width: float, table: ItemTable) -> float:
    x, y = at
    taken = pen.text((x, y + SMALL.size), table.title, _TABLE_TITLE, width)
    if table.earlier:
        said = tr_n("{n} earlier time is not shown", "{n} earlier times are not shown", table.earlier)
        pen.text((x + taken + 6, y + SMALL.size), said, NOTE, width - taken - 6)
    each = _DATE_WIDTH if any(len(day) > len("30 Sep") for day in table.days) else _DAY_WIDTH
    days = [Column(day, each, Align.RIGHT) for day in table.days]
    taken = _LABEL_WIDTH + len(days) * (each + CELL_GAP)
    rows = [*table.rows, (tr("Total"), *table.totals)]
    if table.ways:
        rows.append((tr("From"), *table.ways))
    columns = (Column(tr("Item"), _LABEL_WIDTH), *days)
    below = draw_table(pen, (x, y + _TITLE_HEIGHT), min(taken, width), columns, rows, _ROW_HEIGHT)
    left = x + taken + _BESIDE
    room = x + width - left
    if table.course is not None and len(table.course.points) > 1 and room >= _LEAST_COURSE:
        draw_small(pen, (left, y + _TITLE_HEIGHT), (room, below - y - _TITLE_HEIGHT), table.course)
    return below


def _draw_sources(pen: Pen, at: XY, size: XY, scores: Scores, number: int) -> None:
    """Draw what the table stands on, what has no score, and the files' copyright lines, while they fit."""
    x, y = at
    width, height = size
    for title, lines in (
        (tr("Kept without a score"), scores.unscored),
        (tr("Rights named in the files"), scores.rights),
        (tr("Bands and sizes of change"), _sources(scores)),
    ):
        room = at[1] + height - y
        if lines and room > 2 * _TITLE_HEIGHT:
            y = draw_heading(pen, x, y, number, title)
            y = _draw_lines(pen, (x, y), (width, at[1] + height - y), lines) + 8
            number += 1


def _sources(scores: Scores) -> tuple[str, ...]:
    if not scores.tables:
        return ()
    notes = [
        tr("The names belong to ranges of totals. They say nothing of a person without an examination."),
        tr("Sizes of change are the published ones and hold from 14 days apart. None is estimated here."),
    ]
    if scores.with_item_9:
        notes.append(
            tr("Item 9 of the PHQ-9 is never filled in from other answers. An answer of 0 rules nothing out.")
        )
    return (*notes, *(" ".join(table.sources) for table in scores.tables))


def _draw_lines(pen: Pen, at: XY, size: XY, lines: Sequence[str]) -> float:
    x, y = at
    bottom = y + size[1]
    for line in lines:
        room = int((bottom - y) // SMALL.leading)
        if room < 1:
            return y
        y = pen.paragraph((x, y), line, SMALL, size[0], min(room, 12)) + _BETWEEN
    return y
