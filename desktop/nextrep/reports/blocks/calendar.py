"""Month by month, as the paper mood charts that clinicians know: a row a measure, a column a day.

A blank cell was not logged (clinical.md 1.1 and 1.3, eMoods). The values are those of the charts of page 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nextrep.domain.days import month_short
from nextrep.domain.event_marks import EventMark
from nextrep.domain.figures import number
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import XY, Align, Marker, Pen
from nextrep.reports.styles import LABEL, NOTE, SMALL, SMALL_STRONG
from nextrep.reports.tags import Scope

Month = tuple[int, int]
Values = Mapping[str, Mapping[int, float]]
"""Values by the key of their series and by day (date ordinal)."""
_ROW_HEIGHT, _HEAD_HEIGHT, _BETWEEN = 11.0, 12.0, 8.0
_HEADING, _NOTE_HEIGHT = 15.0, 12.0
_GUTTER = 62.0
_SHOWN = ("mood", "anxiety", "sleep")


def months_of(content: ReportContent) -> tuple[Month, ...]:
    """Return the months that the period touches; none where there is nothing to show of days."""
    if not (_keys(content) or content.training_days):
        return ()
    first = content.first.year * 12 + content.first.month - 1
    last = content.last.year * 12 + content.last.month - 1
    return tuple((count // 12, count % 12 + 1) for count in range(first, last + 1))


def month_height(content: ReportContent) -> float:
    """Return how high one month is, with the space below it."""
    return _HEAD_HEIGHT + _ROW_HEIGHT * len(_rows(content)) + _BETWEEN


def calendar_height(content: ReportContent, months: int) -> float:
    """Return how high the block is with so many months."""
    return _HEADING + _NOTE_HEIGHT + months * month_height(content)


def draw_calendar(pen: Pen, y: float, bottom: float, content: ReportContent, position: int) -> float:
    """Draw the latest months that fit above `bottom`; return the y below."""
    months = months_of(content)
    fitting = max(1, int((bottom - y - _HEADING - _NOTE_HEIGHT) / month_height(content) + 1e-6))
    shown = months[-fitting:]
    said = tr("blank = not logged; ratings 0–10, sleep in hours")
    y = draw_heading(pen, pen.left, y, position, tr("Month by month"), said, pen.width)
    values = _values(content)
    for month in shown:
        y = _draw_month(pen, y, month, content, values) + _BETWEEN
    left = len(months) - len(shown)
    if left:
        said = tr_n("{n} earlier month is not shown.", "{n} earlier months are not shown.", left)
        y = pen.paragraph((pen.left, y - 4), said, NOTE, pen.width, 1)
    return y


def _keys(content: ReportContent) -> list[str]:
    """Return which of the rows with figures have any."""
    there = {one.key for one in content.panels if one.points}
    return [key for key in _SHOWN if key in there]


def _values(content: ReportContent) -> Values:
    return {one.key: dict(one.points) for one in content.panels if one.key in _SHOWN}


def _rows(content: ReportContent) -> list[tuple[str, str]]:
    titles = {"mood": tr("Mood"), "anxiety": tr("Anxiety"), "sleep": tr("Sleep, h")}
    rows = [(key, titles[key]) for key in _keys(content)]
    if content.training_days:
        rows.append(("trained", tr("Trained")))
    if any(mark.tag for mark in content.events):
        rows.append(("events", tr("Events")))
    return rows


def _draw_month(pen: Pen, y: float, month: Month, content: ReportContent, values: Values) -> float:
    first = date(*month, 1).toordinal()
    following = date(month[0] + month[1] // 12, month[1] % 12 + 1, 1).toordinal()
    days = range(first, following)
    width = (pen.width - _GUTTER) / 31
    inside = [day for day in days if content.first.toordinal() <= day <= content.last.toordinal()]
    with pen.table():
        with pen.row():
            title = tr("{month} {year}", month=month_short(month[1]), year=month[0])
            with pen.cell(Scope.COLUMN):
                pen.text((pen.left, y + 9), title, SMALL_STRONG, _GUTTER - 2)
            for day in days:
                with pen.cell(Scope.COLUMN):
                    at = (pen.left + _GUTTER + (day - first + 0.5) * width, y + 9)
                    style = LABEL if date.fromordinal(day).weekday() >= 5 else NOTE
                    pen.text(at, str(day - first + 1), style, align=Align.CENTRE)
        y += _HEAD_HEIGHT
        pen.line((pen.left, y), (pen.right, y), "muted", 0.6)
        for key, title in _rows(content):
            cells = _cells(key, values, content, inside)
            _draw_row(pen, (y, width), title, {day - first: text for day, text in cells.items()}, len(days))
            y += _ROW_HEIGHT
            pen.line((pen.left, y), (pen.right, y), thickness=0.4)
    return y


def _cells(key: str, values: Values, content: ReportContent, days: list[int]) -> dict[int, str]:
    """Return what stands at each day that has something."""
    if key == "trained":
        return dict.fromkeys(set(content.training_days).intersection(days), "■")
    if key == "events":
        return {day: tags for day in days if (tags := _tags(content.events, day))}
    return {day: number(values[key][day]) for day in days if day in values[key]}


def _tags(events: tuple[EventMark, ...], day: int) -> str:
    tags = [mark.tag for mark in events if mark.tag and mark.place == day]
    return tags[0] + ("+" if len(tags) > 1 else "") if tags else ""


def _draw_row(pen: Pen, place: XY, title: str, cells: Mapping[int, str], days: int) -> None:
    y, width = place
    with pen.row():
        with pen.cell(Scope.ROW):
            pen.text((pen.left, y + 8.4), title, SMALL, _GUTTER - 2)
        for index in range(days):
            text = cells.get(index, "")
            left = pen.left + _GUTTER + index * width
            with pen.cell(alt=tr("yes") if text == "■" else ""):
                if text == "■":
                    pen.markers([(left + width / 2, y + _ROW_HEIGHT / 2)], Marker.SQUARE, 2.6, "primary")
                elif text:
                    pen.box((left + 0.4, y + 0.5), (width - 0.8, _ROW_HEIGHT - 1), pen.pale("sunken", 0.2))
                    pen.text((left + width / 2, y + 8.4), text, SMALL, width, Align.CENTRE)
