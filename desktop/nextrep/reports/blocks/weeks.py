"""Block 7: one row a week, the latest 26 at most."""

from __future__ import annotations

from datetime import date

from nextrep.domain.figures import clock, day_month, full, number
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent, WeekRow
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import NOTE
from nextrep.reports.tables import Column, draw_table

MOST_WEEKS = 26
_ROW_HEIGHT = 11.6


def draw_weeks(pen: Pen, at: XY, width: float, content: ReportContent, position: int) -> float:
    """Draw the table; return the y below."""
    x, y = at
    rows = content.weeks[-MOST_WEEKS:]
    left_out = len(content.weeks) - len(rows)
    y = draw_heading(pen, x, y, position, tr("Week by week"), tr("medians; blank = not logged"), width)
    if not rows:
        return pen.paragraph((x, y), tr("No weeks in this period."), NOTE, width)
    right = Align.RIGHT
    columns = (
        Column(tr("Week of"), 62),
        Column(tr("Days"), 26, right),
        Column(tr("Mood"), 28, right),
        Column(tr("Anxiety"), 34, right),
        Column(tr("Sleep"), 30, right),
        Column(tr("Eff. %"), 30, right),
        Column(tr("Sessions"), 40, right),
        Column(tr("Min"), 26, right),
    )
    y = draw_table(pen, (x, y), width, columns, [_cells(row) for row in rows], _ROW_HEIGHT)
    said = tr(
        "Days: with a check-in. Sleep: h:min a night, of up to 7 nights and so provisional. "
        "Eff.: sleep in % of the time in bed. Min: minutes trained."
    )
    if any(row.sleep_at_most for row in rows):
        said += " " + tr("*: at most; minutes awake or to fall asleep are not known for all nights.")
    if left_out:
        earlier = tr_n("{n} earlier week is not shown.", "{n} earlier weeks are not shown.", left_out)
        said = f"{earlier} {said}"
    return pen.paragraph((x, y + 4), said, NOTE, width, 4)


def _cells(row: WeekRow) -> tuple[str, ...]:
    monday = date.fromordinal(row.monday)
    return (
        full(monday) if monday.month == 1 and monday.day <= 7 else day_month(monday),
        str(row.days_logged),
        "" if row.mood is None else number(row.mood),
        "" if row.anxiety is None else number(row.anxiety),
        "" if row.sleep_min is None else _most(row, clock(row.sleep_min)),
        "" if row.efficiency is None else _most(row, number(row.efficiency, 0)),
        str(row.sessions),
        "" if row.minutes is None else str(row.minutes),
    )


def _most(row: WeekRow, value: str) -> str:
    return tr("{value}*", value=value) if row.sleep_at_most else value
