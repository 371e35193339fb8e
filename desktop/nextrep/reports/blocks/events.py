"""What happened in the period: the letters of the charts in words, below them and as a list on page 2."""

from __future__ import annotations

from nextrep.domain.event_marks import legend, mark_text
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import XY, Pen
from nextrep.reports.styles import NOTE, SMALL
from nextrep.reports.tables import Column, draw_table
from nextrep.reports.text import shorten

MOST_EVENTS = 20
SHORT_LINES = 3
"""Lines below the charts of page 1: a medicine must be named there, a year of therapy need not be."""
ROW_HEIGHT = 11.6
_HEAD_HEIGHT = 13.0
_BETWEEN = "    "


def short_lines(content: ReportContent, width: float) -> list[str]:
    """Return the events as a few lines of `width` points, medicines first; the others are on page 2."""
    marks = sorted(legend(content.events), key=lambda mark: not mark.medication)
    texts = [shorten(mark_text(mark), width * 0.6, NOTE) for mark in marks]
    lines: list[list[str]] = []
    for count, text in enumerate(texts):
        if lines and _width([*lines[-1], text]) <= width:
            lines[-1].append(text)
        elif len(lines) < SHORT_LINES:
            lines.append([text])
        else:
            _say_how_many(lines[-1], len(texts) - count, width)
            break
    return [_BETWEEN.join(line) for line in lines]


def _say_how_many(line: list[str], left: int, width: float) -> None:
    """Let the last line end with how many events are on page 2, for which it has no room."""
    while True:
        more = tr_n("{n} more event on page 2", "{n} more events on page 2", left)
        if len(line) == 1 or _width([*line, more]) <= width:
            line.append(more)
            return
        line.pop()
        left += 1


def _width(line: list[str]) -> float:
    return width_of(_BETWEEN.join(line), NOTE.face, NOTE.size)


def short_height(content: ReportContent, width: float) -> float:
    """Return how high the lines of page 1 are."""
    return NOTE.leading * len(short_lines(content, width))


def draw_short(pen: Pen, y: float, content: ReportContent) -> float:
    """Draw the lines of page 1 below the charts; return the y below."""
    return pen.lines((pen.left, y), short_lines(content, pen.width), NOTE)


def draw_events(pen: Pen, at: XY, size: XY, content: ReportContent, position: int) -> float:
    """Draw as many events as fit `size`; return the y below."""
    x, y = at
    width, height = size
    note = tr("in the person’s own words, as they chose to share them")
    y = draw_heading(pen, x, y, position, tr("Events"), note, width)
    lines = legend(content.events)
    fitting = int((at[1] + height - y - _HEAD_HEIGHT - NOTE.leading) / ROW_HEIGHT)
    shown = lines[: max(min(fitting, MOST_EVENTS), 0)]
    columns = (Column("", 14, style=SMALL), Column(tr("When"), 106), Column(tr("What"), 190, style=SMALL))
    cells = [(mark.tag, mark.days, mark.words) for mark in shown]
    y = draw_table(pen, (x, y), width, columns, cells, ROW_HEIGHT)
    left_out = len(lines) - len(shown)
    if left_out:
        said = tr_n("{n} more event is not shown.", "{n} more events are not shown.", left_out)
        return pen.paragraph((x, y + 4), said, NOTE, width, 1)
    return y
