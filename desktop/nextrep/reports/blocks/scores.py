"""Questionnaires by the table of clinical.md 1.4b: totals, change, published bands and sizes."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.text import tr
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.score_content import ScoreRow, Scores
from nextrep.reports.styles import NOTE, SMALL, SMALL_STRONG, STRONG
from nextrep.reports.tables import Column, draw_table

MOST_ON_PAGE_ONE = 3
"""Page 1 keeps room for the chart; further ones stand on page 3."""
_ROW_HEIGHT = 21.4
_NOTE_HEIGHT = 12.0


def draw_scores(pen: Pen, y: float, scores: Scores, number: int) -> float:
    """Draw the instruments that have room on page 1; return the y below."""
    said = tr("from official forms unless marked; published bands of totals and sizes of change: page 3")
    y = draw_heading(pen, pen.left, y, number, tr("Questionnaires"), said, pen.width)
    if scores.rows:
        y = draw_score_table(pen, (pen.left, y), pen.width, scores.rows[:MOST_ON_PAGE_ONE])
    note = _note(scores)
    if note:
        pen.text((pen.left, y + 9.5), note, NOTE, pen.width)
        y += _NOTE_HEIGHT
    return y


def draw_score_table(pen: Pen, at: XY, width: float, rows: Sequence[ScoreRow]) -> float:
    """Draw the table of these instruments; return the y below."""
    columns = (
        Column(tr("Total of"), 130, style=STRONG),
        Column(tr("First"), 54, Align.RIGHT, SMALL),
        Column(tr("Previous"), 54, Align.RIGHT, SMALL),
        Column(tr("Latest"), 54, Align.RIGHT, STRONG),
        Column(tr("Change"), 80, Align.RIGHT, SMALL_STRONG),
        Column(tr("Published band"), 78, style=SMALL),
        Column(tr("Published change"), 84, style=SMALL),
    )
    return draw_table(pen, at, width, columns, [cells for row in rows for cells in _cells(row)], _ROW_HEIGHT)


def _cells(row: ScoreRow) -> list[tuple[str, ...]]:
    parts = (row.first, row.previous, row.latest, row.change, row.band, row.sizes)
    lines: list[tuple[str, ...]] = [(f"{row.title}\n{row.direction}", *("\n".join(part) for part in parts))]
    if row.item_9:
        lines.append((tr("Item 9\nthoughts of dying or self-harm"), *row.item_9, "", "", ""))
    return lines


def _note(scores: Scores) -> str:
    parts = []
    if scores.estimated:
        parts.append(tr("* Missing answers count as the mean of the others."))
    if any("–" in row.item_9 for row in scores.rows):
        parts.append(tr("–: no answer to item 9 is known."))
    if len(scores.rows) > MOST_ON_PAGE_ONE:
        parts.append(tr("Further ones: page 3."))
    if scores.unscored:
        parts.append(tr("Without a score: page 3."))
    return " ".join(parts)
