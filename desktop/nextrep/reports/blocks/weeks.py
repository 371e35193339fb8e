"""One row a week, the latest 26 at most; what was left out has no column."""

from __future__ import annotations

from datetime import date

from nextrep.domain.figures import clock, day_month, full, number
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_text
from nextrep.reports.content import ReportContent, WeekRow
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import NOTE
from nextrep.reports.tables import Column, draw_table

MOST_WEEKS = 26
LEAST_WEEKS = 13
"""So many always stand there, whatever else the page has: the usual 12 weeks touch 13 of the calendar."""
_ROW_HEIGHT = 11.6
_AROUND = 15.0 + 13.0 + 4 + 4 * NOTE.leading
"""Heading, head of the table, and what its words mean."""
_SECTIONS = (
    None,
    ReportSection.DAILY,
    ReportSection.DAILY,
    ReportSection.DAILY,
    ReportSection.SLEEP,
    ReportSection.SLEEP,
    ReportSection.TRAINING,
    ReportSection.TRAINING,
    ReportSection.TRAINING,
)
"""The section that each column belongs to."""


def fitting_weeks(content: ReportContent, room: float) -> int:
    """Return how many weeks are drawn in `room` points, 13 to 26 where there are as many."""
    fitting = int((room - _AROUND) / _ROW_HEIGHT)
    return min(len(content.weeks), MOST_WEEKS, max(LEAST_WEEKS, fitting))


def draw_weeks(pen: Pen, at: XY, width: float, content: ReportContent, weeks: int, position: int) -> float:
    """Draw the latest `weeks` rows; return the y below."""
    x, y = at
    shown = _shown(content)
    y = draw_heading(pen, x, y, position, tr("Week by week"), tr("medians; blank = not logged"), width)
    if len(shown) == 1:
        return pen.paragraph((x, y), left_out_text(), NOTE, width)
    if not content.weeks:
        return pen.paragraph((x, y), tr("No weeks in this period."), NOTE, width)
    columns = _columns()
    taken = width * sum(columns[place].share for place in shown) / sum(column.share for column in columns)
    cells = [[_cells(row)[place] for place in shown] for row in content.weeks[len(content.weeks) - weeks :]]
    y = draw_table(pen, (x, y), taken, [columns[place] for place in shown], cells, _ROW_HEIGHT)
    return pen.paragraph((x, y + 4), _words(content, len(content.weeks) - weeks), NOTE, width, 4)


def _shown(content: ReportContent) -> list[int]:
    """Return the places of the columns of what was ticked."""
    return [place for place, section in enumerate(_SECTIONS) if section is None or content.has(section)]


def _columns() -> tuple[Column, ...]:
    right = Align.RIGHT
    return (
        Column(tr("Week of"), 48),
        Column(tr("Days"), 24, right),
        Column(tr("Mood"), 28, right),
        Column(tr("Anxiety"), 35, right),
        Column(tr("Sleep"), 31, right),
        Column(tr("Eff. %"), 30, right),
        Column(tr("Sessions"), 41, right),
        Column(tr("Min"), 22, right),
        Column(tr("Load"), 26, right),
    )


def _words(content: ReportContent, earlier: int) -> str:
    """Return what the heads of the columns mean, and how many weeks have no row."""
    said = []
    if earlier:
        said.append(tr_n("{n} earlier week is not shown.", "{n} earlier weeks are not shown.", earlier))
    if content.has(ReportSection.DAILY):
        said.append(tr("Days: with a check-in."))
    if content.has(ReportSection.SLEEP):
        said.append(tr("Sleep: h:min a night, of up to 7 nights and so provisional."))
        said.append(tr("Eff.: sleep in % of the time in bed."))
    if content.has(ReportSection.TRAINING):
        said.append(tr("Min: minutes trained. Load: effort × minutes, where rated (Foster 2001)."))
    if any(row.sleep_at_most for row in content.weeks):
        said.append(tr("*: at most; minutes awake or to fall asleep are not known for all nights."))
    return " ".join(said)


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
        "" if row.load is None else str(row.load),
    )


def _most(row: WeekRow, value: str) -> str:
    return tr("{value}*", value=value) if row.sleep_at_most else value
