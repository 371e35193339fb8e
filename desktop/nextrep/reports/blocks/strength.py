"""What was lifted at the beginning and at the end, by exercise."""

from __future__ import annotations

from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_text
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import NOTE, SMALL_STRONG
from nextrep.reports.tables import Column, draw_table

MOST_EXERCISES = 12
_ROW_HEIGHT = 22.0
_HEAD_HEIGHT = 13.0
_NOTE_HEIGHT = 14.0


def draw_strength(pen: Pen, at: XY, size: XY, content: ReportContent, position: int) -> float:
    """Draw as many exercises as fit `size`, 12 at most; return the y below."""
    x, y = at
    width, height = size
    y = draw_heading(pen, x, y, position, tr("Strength"), tr("first and last in the period"), width)
    fitting = int((at[1] + height - _NOTE_HEIGHT - _HEAD_HEIGHT - y) / _ROW_HEIGHT)
    rows = content.strength[: max(min(fitting, MOST_EXERCISES), 0)]
    if not content.has(ReportSection.STRENGTH):
        return pen.paragraph((x, y), left_out_text(), NOTE, width)
    if not content.strength:
        return pen.paragraph((x, y), tr("No exercise was done often enough to compare."), NOTE, width)
    right = Align.RIGHT
    columns = (
        Column(tr("Exercise"), 130, style=SMALL_STRONG),
        Column(tr("First"), 44, right),
        Column(tr("Last"), 44, right, SMALL_STRONG),
        Column(tr("Change"), 40, right),
        Column(tr("Times"), 28, right),
    )
    cells = [(f"{r.exercise}\n{r.measure}", r.first, r.last, r.change, str(r.sessions)) for r in rows]
    y = draw_table(pen, (x, y), width, columns, cells, _ROW_HEIGHT)
    left_out = len(content.strength) - len(rows)
    if left_out:
        said = tr_n("{n} more exercise is not shown.", "{n} more exercises are not shown.", left_out)
        return pen.paragraph((x, y + 4), said, NOTE, width, 1)
    return y
