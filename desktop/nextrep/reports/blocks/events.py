"""What happened in the period: the letters of the charts in words, below them and as a list on page 2."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.event_marks import EventMark, legend, mark_text
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import XY, Pen
from nextrep.reports.styles import NOTE, SMALL
from nextrep.reports.tables import Column, draw_table
from nextrep.reports.text import shorten

MOST_EVENTS = 20
SHORT_LINES, SHORT_LINES_BESIDE_SCORES = 3, 1
"""Lines below the charts of page 1: a medicine must be named there, a year of therapy need not be."""
ROW_HEIGHT = 11.6
_HEAD_HEIGHT = 13.0
_BETWEEN = "    "


def short_lines(content: ReportContent, width: float) -> list[str]:
    """Return the events as a few lines of `width` points, the latest medicine first; page 2 has all."""
    listed = legend(content.events)
    marks = [mark for mark in reversed(listed) if mark.medication]
    marks += [mark for mark in listed if not mark.medication]
    most = SHORT_LINES
    if content.scores.rows:
        most = SHORT_LINES_BESIDE_SCORES if any(mark.medication for mark in marks) else 0
    if not most:
        return []
    texts = [shorten(mark_text(mark), width * 0.6, NOTE) for mark in marks]
    lines: list[list[str]] = []
    for count, text in enumerate(texts):
        if lines and _width([*lines[-1], text]) <= width:
            lines[-1].append(text)
        elif len(lines) < most:
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


def events_height(content: ReportContent) -> float:
    """Return how high the list on page 2 is where all of it fits."""
    lines = len(legend(content.events))
    return 15.0 + _HEAD_HEIGHT + min(lines, MOST_EVENTS) * ROW_HEIGHT if lines else 0.0


def _most_telling(lines: Sequence[EventMark], fitting: int) -> list[EventMark]:
    """Return as many events as fit, in their order: a medicine has its place before anything else."""
    wanted = sorted(lines, key=lambda mark: not mark.medication)[:fitting]
    return [mark for mark in lines if mark in wanted]


def draw_events(pen: Pen, at: XY, size: XY, content: ReportContent, position: int) -> float:
    """Draw as many events as fit `size`; return the y below."""
    x, y = at
    width, height = size
    note = tr("in the person’s own words, as they chose to share them")
    y = draw_heading(pen, x, y, position, tr("Events"), note, width)
    lines = legend(content.events)
    room = at[1] + height - y - _HEAD_HEIGHT
    if len(lines) * ROW_HEIGHT > room + 0.1:
        room -= NOTE.leading  # to say how many are not there
    fitting = int((room + 0.1) / ROW_HEIGHT)
    shown = _most_telling(lines, max(min(fitting, MOST_EVENTS), 0))
    columns = (Column("", 14, style=SMALL), Column(tr("When"), 118), Column(tr("What"), 178, style=SMALL))
    cells = [(mark.tag, mark.days, mark.words) for mark in shown]
    y = draw_table(pen, (x, y), width, columns, cells, ROW_HEIGHT)
    left_out = len(lines) - len(shown)
    if left_out:
        said = tr_n("{n} more event is not shown.", "{n} more events are not shown.", left_out)
        return pen.paragraph((x, y + 4), said, NOTE, width, 1)
    return y
