"""Events on the panels: dotted lines, light bands, and a row of letters."""

from __future__ import annotations

from math import ceil

from nextrep.domain.event_marks import EventMark, bands_of, flags, lines_of
from nextrep.domain.text import tr
from nextrep.reports.axis import TimeAxis
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import NOTE, SMALL_STRONG

FLAG_ROW_HEIGHT = 11.0
_DOT, _GAP = 1.1, 1.7
_LETTER_GAP = 3.0


def draw_bands(pen: Pen, band: XY, events: tuple[EventMark, ...], axis: TimeAxis) -> None:
    """Draw the days of trips and illnesses behind a panel; `band` is its top and height."""
    top, height = band
    for first, last in bands_of(events):
        left, right = axis.edge(first), axis.edge(last + 1)
        pen.box((left, top), (right - left, height), pen.pale("line", 0.4))


def draw_event_lines(pen: Pen, band: XY, events: tuple[EventMark, ...], axis: TimeAxis) -> None:
    """Draw a dotted line where an event begins, and where it ends on a later day."""
    top, height = band
    starts = [top + (_DOT + _GAP) * i for i in range(ceil(height / (_DOT + _GAP)))]
    for day in lines_of(events):
        x = axis.x(day)
        dots = [((x, y), (x, min(y + _DOT, top + height))) for y in starts]
        pen.strokes(dots, "muted", 0.6)


def draw_flags(pen: Pen, top: float, events: tuple[EventMark, ...], axis: TimeAxis) -> None:
    """Draw the letters; neighbours without room share one place, for example "B–D"."""
    pen.text((pen.left, top + 8.5), tr("Events"), NOTE)
    places = [(mark.tag, axis.x(mark.place)) for mark in events if mark.place is not None]
    width = width_of("M", SMALL_STRONG.face, SMALL_STRONG.size)
    for flag in flags(places, width, _LETTER_GAP, (axis.left, axis.right)):
        pen.text((flag.middle, top + 8.5), flag.text, SMALL_STRONG, align=Align.CENTRE)
