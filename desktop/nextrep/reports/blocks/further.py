"""Page 3 on: entries, the list of sessions and the plan that a person ticked, over as many pages as needed.

Everything is laid out before it is drawn, so that "page 4 of 6" is true on page 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nextrep.domain.text import tr
from nextrep.reports.bidi import starts_right
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent, WrittenEntry
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import BODY, SMALL_STRONG, STRONG, TextStyle
from nextrep.reports.tables import Column, draw_table
from nextrep.reports.text import wrap_all

_HEADING_HEIGHT, _HEAD_HEIGHT, _ROW_HEIGHT = 15.0, 13.0, 20.4
_BLANK, _BETWEEN = 5.0, 9.0
_LEAST_LINES = 3
"""So many lines of an entry stand on the page of its day, or the day goes to the next one with them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of writing: its words and look, and the space above it; `goes_on` with the words before it."""

    text: str
    style: TextStyle
    before: float = 0.0
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A part of a table that fits one page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FurtherPage:
    """One page.

    Attributes:
        title: of the section that begins on it, "" where one goes on.
        note: the remark after the title.
    """

    title: str
    note: str
    body: tuple[Line, ...] | Table


def further_pages(pen: Pen, content: ReportContent, height: float) -> tuple[FurtherPage, ...]:
    """Return the pages of `height` points that the ticked sections take; each begins its own page."""
    return (
        *_entries(pen, content, height - _HEADING_HEIGHT),
        *_sessions(content, height - _HEADING_HEIGHT),
        *_plan(content, height - _HEADING_HEIGHT),
    )


def draw_further(pen: Pen, y: float, page: FurtherPage, position: int) -> None:
    """Draw one page below its header."""
    if page.title:
        y = draw_heading(pen, pen.left, y, position, page.title, page.note, pen.width)
    if isinstance(page.body, Table):
        with pen.table(goes_on=not page.title):
            draw_table(pen, (pen.left, y), pen.width, page.body.columns, page.body.rows, _ROW_HEIGHT)
        return
    for line in page.body:
        y += line.before
        if line.text:
            right = starts_right(line.text)
            at = (pen.right if right else pen.left, y + line.style.size)
            with pen.paragraph_of(goes_on=line.goes_on):
                pen.text(at, line.text, line.style, align=Align.RIGHT if right else Align.LEFT)
        y += line.style.leading if line.text else _BLANK


def _entries(pen: Pen, content: ReportContent, height: float) -> Iterator[FurtherPage]:
    note = tr("as written, each chosen by the person")
    pages = _paged((_entry_lines(entry, pen.width) for entry in content.entries), height)
    for number, lines in enumerate(pages):
        yield FurtherPage("" if number else tr("From the journal"), note, tuple(lines))


def _entry_lines(entry: WrittenEntry, width: float) -> list[Line]:
    lines = [Line(entry.day, STRONG, _BETWEEN)]
    for paragraph in entry.paragraphs:
        wrapped = wrap_all(paragraph, width, BODY) or [""]
        lines.extend(Line(line, BODY, goes_on=place > 0) for place, line in enumerate(wrapped))
    return lines


def _paged(blocks: Iterable[Sequence[Line]], height: float) -> Iterator[list[Line]]:
    page: list[Line] = []
    used = 0.0
    for lines in blocks:
        opening = sum(_height(line) for line in lines[:_LEAST_LINES])
        for place, line in enumerate(lines):
            needed = opening if place == 0 else _height(line)
            if page and used + needed > height:
                yield page
                page, used = [], 0.0
            page.append(line)
            used += _height(line)
    if page:
        yield page


def _height(line: Line) -> float:
    return line.before + (line.style.leading if line.text else _BLANK)


def _sessions(content: ReportContent, height: float) -> Iterator[FurtherPage]:
    right = Align.RIGHT
    columns = (
        Column(tr("Day"), 70),
        Column(tr("Session"), 250, style=SMALL_STRONG),
        Column(tr("Sets"), 26, right),
        Column(tr("Min"), 26, right),
        Column(tr("Effort"), 32, right),
        Column(tr("Pleasantness"), 62, right),
    )
    rows = [
        (one.day, f"{one.title}\n{one.exercises}", one.sets, one.minutes, one.effort, one.felt)
        for one in content.session_list
    ]
    note = tr("effort 0–10; pleasantness −5 to +5 before and after; blank = not rated")
    return _table_pages((tr("Sessions"), note), columns, rows, height)


def _plan(content: ReportContent, height: float) -> Iterator[FurtherPage]:
    columns = (Column(tr("Day"), 70), Column(tr("Session"), 400, style=SMALL_STRONG))
    rows = [(one.day, f"{one.title}\n{one.exercises}") for one in content.plan]
    note = tr("what is planned; it changes as training goes on")
    return _table_pages((tr("Plan for the next weeks"), note), columns, rows, height)


def _table_pages(
    said: tuple[str, str], columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]], height: float
) -> Iterator[FurtherPage]:
    each = max(1, int((height - _HEAD_HEIGHT) / _ROW_HEIGHT))
    title, note = said
    for first in range(0, len(rows), each):
        part = Table(columns, tuple(rows[first : first + each]))
        yield FurtherPage("" if first else title, note, part)
