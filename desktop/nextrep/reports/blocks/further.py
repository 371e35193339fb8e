"""Page 3 on: what a person ticked besides the usual: own measures, facts of days, sessions, plan, entries.

Everything is laid out before it is drawn, over as many pages as it takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from nextrep.domain.text import tr
from nextrep.reports.bidi import starts_right
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent, WrittenEntry
from nextrep.reports.flow import Flow
from nextrep.reports.long_table import HEADING_HEIGHT, Table, place_table
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import BODY, NOTE, SMALL_STRONG, STRONG, TextStyle
from nextrep.reports.tables import Column, column_width
from nextrep.reports.text import wrap_all

_SMALL_ROW = 11.6
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


def place_further(pen: Pen, content: ReportContent, flow: Flow) -> None:
    """Put the ticked sections on the pages; the entries of the journal have pages to themselves."""
    for table in (_measures(content), _facts(content), _sessions(pen, content), _plan(pen, content)):
        place_table(pen, flow, table)
    note = tr("as written, each chosen by the person")
    pages = _paged((_entry_lines(entry, pen.width) for entry in content.entries), flow.whole - HEADING_HEIGHT)
    for number, lines in enumerate(pages):
        flow.new_page()
        title = "" if number else tr("From the journal")
        flow.place(flow.whole, partial(_draw_lines, pen, title, note, lines))


def _draw_lines(pen: Pen, title: str, note: str, lines: Sequence[Line], y: float, number: int) -> int:
    if title:
        y = draw_heading(pen, pen.left, y, number, title, note, pen.width)
    for line in lines:
        y += line.before
        if line.text:
            right = starts_right(line.text)
            at = (pen.right if right else pen.left, y + line.style.size)
            with pen.paragraph_of(goes_on=line.goes_on):
                pen.text(at, line.text, line.style, align=Align.RIGHT if right else Align.LEFT)
        y += line.style.leading if line.text else _BLANK
    return number + bool(title)


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


def _measures(content: ReportContent) -> Table:
    columns = (
        Column(tr("Measure"), 132, style=SMALL_STRONG),
        Column(tr("Scale"), 110),
        Column(tr("Days"), 24, Align.RIGHT),
        Column(tr("First 14 logged days"), 122),
        Column(tr("Last 14 logged days"), 122, style=SMALL_STRONG),
    )
    rows = tuple(
        (one.title, f"{one.scale}\n{one.direction}".strip(), one.days, one.first, one.last)
        for one in content.own_measures
    )
    note = tr("named and rated by the person; median (middle half of the days)")
    return Table(tr("Own measures"), note, columns, rows)


def _facts(content: ReportContent) -> Table:
    columns = (
        Column(tr("Noted"), 200, style=SMALL_STRONG),
        Column(tr("Days"), 40, Align.RIGHT),
        Column(tr("How much"), 270),
    )
    rows = tuple((one.what, one.days, one.how_much) for one in content.day_facts)
    note = tr("in the person’s own words; what was not noted is not known")
    return Table(tr("Noted about days"), note, columns, rows, _SMALL_ROW)


def _sessions(pen: Pen, content: ReportContent) -> Table:
    right = Align.RIGHT
    columns = (
        Column(tr("Day"), 70),
        Column(tr("Session"), 270, style=SMALL_STRONG),
        Column(tr("Sets"), 24, right),
        Column(tr("Min"), 24, right),
        Column(tr("Effort"), 30, right),
        Column(tr("Pleasantness"), 56, right),
    )
    width = column_width(pen.width, columns, 1)
    rows = tuple(
        (
            one.day,
            _with_exercises(one.title, one.exercises, width),
            one.sets,
            one.minutes,
            one.effort,
            one.felt,
        )
        for one in content.session_list
    )
    note = tr("effort 0–10; pleasantness −5 to +5 before and after; blank = not rated")
    return Table(tr("Sessions"), note, columns, rows)


def _plan(pen: Pen, content: ReportContent) -> Table:
    columns = (Column(tr("Day"), 70), Column(tr("Session"), 400, style=SMALL_STRONG))
    width = column_width(pen.width, columns, 1)
    rows = tuple((one.day, _with_exercises(one.title, one.exercises, width)) for one in content.plan)
    note = tr("what is planned; it changes as training goes on")
    return Table(tr("Plan for the next weeks"), note, columns, rows)


def _with_exercises(title: str, exercises: str, width: float) -> str:
    """Return a title with the exercises below it, in as many lines as they take: none is cut off."""
    return "\n".join((title, *wrap_all(exercises, width, NOTE)))
