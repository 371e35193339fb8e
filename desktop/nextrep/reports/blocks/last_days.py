"""Block 4: the last 14 days, one column a day. Blank means not logged."""

from __future__ import annotations

from datetime import date

from nextrep.domain.figures import clock, day_month, number, weekday
from nextrep.domain.text import tr
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.charts import GUTTER, Look, look_of
from nextrep.reports.content import DayColumn, ReportContent
from nextrep.reports.pen import XY, Align, Marker, Pen
from nextrep.reports.styles import NOTE, SMALL, SMALL_STRONG
from nextrep.reports.tags import Scope

_DAYS = 14
_ROW_HEIGHT = 13.0
_HEAD_HEIGHT = 12.0
HEIGHT = 15.0 + _HEAD_HEIGHT + 4 * _ROW_HEIGHT
"""Height of the whole block."""


def draw_last_days(pen: Pen, y: float, content: ReportContent, position: int) -> float:
    """Draw the strip; return the y below."""
    days = content.last_days[-_DAYS:]
    y = draw_heading(pen, pen.left, y, position, tr("Last 14 days"), _note(days), pen.width)
    width = (pen.right - pen.left - GUTTER) / _DAYS
    left = pen.right - width * len(days)
    with pen.table():
        return _draw_rows(pen, (left, y), width, days)


def _draw_rows(pen: Pen, at: XY, width: float, days: tuple[DayColumn, ...]) -> float:
    left, y = at
    with pen.row():
        with pen.cell():
            pass  # above the names of the rows
        for index, day in enumerate(days):
            with pen.cell(Scope.COLUMN):
                _draw_head(pen, left + (index + 0.5) * width, y, day)
    y += _HEAD_HEIGHT
    for key, title in (
        ("mood", tr("Mood, 0–10")),
        ("anxiety", tr("Anxiety, 0–10")),
        ("sleep", tr("Sleep, hours")),
        ("trained", tr("Trained")),
    ):
        look = Look("primary", Marker.SQUARE) if key == "trained" else look_of(key)
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
