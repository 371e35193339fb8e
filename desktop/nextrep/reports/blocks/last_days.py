"""The last 14 days, one column a day. Blank means not logged; what was left out has no row."""

from __future__ import annotations

from datetime import date

from nextrep.domain.figures import clock, day_month, number, weekday
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_text
from nextrep.reports.charts import GUTTER
from nextrep.reports.content import DayColumn, ReportContent
from nextrep.reports.pen import XY, Align, Marker, Pen
from nextrep.reports.plot import Look, look_for
from nextrep.reports.styles import NOTE, SMALL, SMALL_STRONG
from nextrep.reports.tags import Scope

_DAYS = 14
_ROW_HEIGHT = 13.0
_HEAD_HEIGHT = 12.0
_HEADING = 15.0


def last_days_height(content: ReportContent) -> float:
    """Return how high the block is."""
    rows = len(_rows(content))
    return _HEADING + _HEAD_HEIGHT + rows * _ROW_HEIGHT if rows else _HEADING + NOTE.leading


def draw_last_days(pen: Pen, y: float, content: ReportContent, position: int) -> float:
    """Draw the strip; return the y below."""
    days = content.last_days[-_DAYS:]
    title = tr_n("Last day", "Last {n} days", len(days) or _DAYS)
    if not _rows(content):
        y = draw_heading(pen, pen.left, y, position, title)
        return pen.paragraph((pen.left, y), left_out_text(), NOTE, pen.width)
    y = draw_heading(pen, pen.left, y, position, title, _note(days), pen.width)
    width = (pen.right - pen.left - GUTTER) / _DAYS
    with pen.table():
        return _draw_rows(pen, (pen.left + GUTTER, y), width, content)


def _rows(content: ReportContent) -> list[tuple[str, str]]:
    """Return key and title of the rows of what was ticked."""
    rows = (
        (ReportSection.DAILY, "mood", tr("Mood, 0–10")),
        (ReportSection.DAILY, "anxiety", tr("Anxiety, 0–10")),
        (ReportSection.SLEEP, "sleep", tr("Sleep, hours")),
        (ReportSection.TRAINING, "trained", tr("Trained")),
    )
    return [(key, title) for section, key, title in rows if content.has(section)]


def _draw_rows(pen: Pen, at: XY, width: float, content: ReportContent) -> float:
    left, y = at
    days = content.last_days[-_DAYS:]
    with pen.row():
        with pen.cell():
            pass  # above the names of the rows
        for index, day in enumerate(days):
            with pen.cell(Scope.COLUMN):
                _draw_head(pen, left + (index + 0.5) * width, y, day)
    y += _HEAD_HEIGHT
    for key, title in _rows(content):
        look = Look("primary", Marker.SQUARE) if key == "trained" else look_for(key)
        with pen.row():
            with pen.cell(Scope.ROW):
                pen.markers([(pen.left + 3, y + 6.5)], look.marker, 2.4, look.role)
                pen.text((pen.left + 10, y + 9.4), title, SMALL_STRONG, GUTTER - 14)
            for index, day in enumerate(days):
                with pen.cell(alt=tr("yes") if key == "trained" and day.trained else ""):
                    _draw_cell(pen, left + index * width, y, width, key, day)
        y += _ROW_HEIGHT
        pen.line((pen.left, y), (pen.right, y), thickness=0.4)
    return y


def _note(days: tuple[DayColumn, ...]) -> str:
    if not days:
        return tr("none in this period")
    first, last = date.fromordinal(days[0].day), date.fromordinal(days[-1].day)
    note = tr("{first} to {last}; blank = not logged", first=day_month(first), last=day_month(last))
    return tr("{note}; * = at most", note=note) if any(day.sleep_at_most for day in days) else note


def cell_text(key: str, day: DayColumn) -> str:
    """Return the value of one row on one day, "" if it was not logged."""
    if key == "sleep":
        if day.sleep_min is None:
            return ""
        said = clock(day.sleep_min)
        return tr("{value}*", value=said) if day.sleep_at_most else said
    value = day.mood if key == "mood" else day.anxiety
    return "" if value is None else number(value)


def _draw_head(pen: Pen, x: float, y: float, column: DayColumn) -> None:
    day = date.fromordinal(column.day)
    said = tr("{weekday} {day}", weekday=weekday(day), day=day.day)
    pen.text((x, y + 8.5), said, NOTE, align=Align.CENTRE)


def _draw_cell(pen: Pen, x: float, y: float, width: float, key: str, day: DayColumn) -> None:
    corner, size = (x + 0.8, y + 0.6), (width - 1.6, _ROW_HEIGHT - 1.2)
    middle = x + width / 2
    if key == "trained":
        if day.trained:
            pen.box(corner, size, pen.pale("primary", 0.8))
            pen.markers([(middle, y + _ROW_HEIGHT / 2)], Marker.SQUARE, 3.0, "primary")
        return
    text = cell_text(key, day)
    if text:
        pen.box(corner, size, pen.pale("sunken", 0.2))
        pen.text((middle, y + 9.4), text, SMALL, width - 2, Align.CENTRE)
