"""A block of weeks: a table for each kind of session, a column each time it comes, a line for each set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from nextrep.domain.text import tr
from nextrep.reports.fonts import width_of
from nextrep.reports.log_sheet.content import SheetExercise, SheetSession
from nextrep.reports.log_sheet.form import (
    BOLD,
    DAY,
    INK,
    LOAD_SHARE,
    SMALL_NAME,
    THIN,
    WRITABLE,
    Title,
    Words,
    broken,
    outline,
    title_of,
    unit_of,
    words_of,
)
from nextrep.reports.log_sheet.grouping import Row, Table
from nextrep.reports.log_sheet.paging import Piece, Section
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import MM, NOTE, SMALL

_WORDS_WIDTH = 46 * MM
_NUMBER_WIDTH = 6 * MM
_DATE_HEIGHT = WRITABLE + 3 * MM
_NOTE_HEIGHT = WRITABLE
_UNITS_HEIGHT = 11.0
_ABOVE_PAD = 1.0
_WARM_UPS_A_LINE = 3
_PAD = 3.0


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of a table are."""

    width: float
    columns: int

    @property
    def left(self) -> float:
        """Where the first column begins, from the left margin."""
        return _WORDS_WIDTH + _NUMBER_WIDTH

    @property
    def wide(self) -> float:
        """Width of a column; a table with one or two does not spread over the whole paper."""
        return (self.width - self.left) / max(self.columns, 3)

    def x(self, pen: Pen, column: int) -> float:
        """Return where a column begins on the paper."""
        return pen.left + self.left + column * self.wide


@dataclass(frozen=True, slots=True)
class _Lines:
    """One exercise as lines: its words at the left, what a single column asks of it above the boxes."""

    row: Row
    words: Words
    above: tuple[tuple[str, ...], ...]
    warm_ups: int
    sets: int

    @property
    def above_height(self) -> float:
        """Height of the words above the boxes."""
        most = max((len(lines) for lines in self.above), default=0)
        return most * NOTE.leading + _ABOVE_PAD if most else 0.0

    @property
    def height(self) -> float:
        """Height of the whole exercise."""
        boxes = self.above_height + (self.warm_ups + self.sets) * WRITABLE
        return max(self.words.height + 2 * _PAD, boxes)


def table_section(table: Table, width: float, unit: str, room: float) -> Section:
    """Return one table as pieces of paper `width` points wide.

    What differs from column to column stands above its boxes; where the table would not fit into `room`
    points of height that way, it stands with the words at the left.
    """
    grid = _Grid(width, len(table.columns))
    lengths = {session.length for session in table.columns}
    length = lengths.pop() if len(lengths) == 1 else ""
    title = title_of(table.title, width, "", length)
    next_title = title_of(tr("{title}, continued", title=table.title), width, "", length)
    head = Piece(
        title.height + _DATE_HEIGHT + WRITABLE + _UNITS_HEIGHT, partial(_draw_head, table, title, grid, unit)
    )
    again = Piece(
        next_title.height + WRITABLE + _UNITS_HEIGHT, partial(_draw_again, table, next_title, grid, unit)
    )
    tail = Piece(WRITABLE + _NOTE_HEIGHT, partial(_draw_tail, grid))
    roomy, tight = (
        Section(head, again, tuple(_exercise(row, table, grid, above=above) for row in table.rows), tail)
        for above in (True, False)
    )
    return tight if tight.height <= room < roomy.height else roomy


def _exercise(row: Row, table: Table, grid: _Grid, *, above: bool) -> Piece:
    asked_for = row.asked_for
    alike = len({one.asked for one in asked_for}) == 1
    asked = asked_for[0].asked if alike else () if above else (_by_week(row, table),)
    over = tuple(
        tuple(broken(tr(" · ").join(cell.asked), grid.wide - 4, NOTE, 2))
        if cell and above and not alike
        else ()
        for cell in row.cells
    )
    lines = _Lines(
        row,
        words_of(asked_for[0], _WORDS_WIDTH - 6, asked, SMALL_NAME),
        over,
        max(ceil(len(one.warm_ups) / _WARM_UPS_A_LINE) for one in asked_for),
        max(len(one.sets) for one in asked_for),
    )
    return Piece(lines.height, partial(_draw_exercise, lines, grid))


def _by_week(row: Row, table: Table) -> str:
    """Return what is asked as for example "weeks 5, 6: 3 × 8–12; weeks 7, 8: 4 × 6–10"."""
    weeks: dict[tuple[str, ...], list[int]] = {}
    for cell, session in zip(row.cells, table.columns, strict=True):
        if cell is not None:
            weeks.setdefault(cell.asked, []).append(session.week)
    parts = []
    for asked, some in weeks.items():
        numbers = list(dict.fromkeys(some))
        words = tr("weeks {n}: {asked}") if len(numbers) > 1 else tr("week {n}: {asked}")
        parts.append(words.format(n=", ".join(map(str, numbers)), asked=tr(" · ").join(asked)))
    return tr("; ").join(parts)


def _draw_head(table: Table, title: Title, grid: _Grid, unit: str, pen: Pen, y: float) -> None:
    y = title.draw(pen, y)
    pen.text((pen.left, y + _DATE_HEIGHT - 7), tr("Date"), SMALL)
    for index, session in enumerate(table.columns):
        x = grid.x(pen, index)
        outline(pen, (x, y), (grid.wide, _DATE_HEIGHT), THIN)
        taken = pen.text((x + 3, y + 10), tr("Week {n}", n=session.week), DAY)
        beside = taken + width_of(session.day_short, NOTE.face, NOTE.size) + 10 <= grid.wide
        down = y + 10 if beside else y + 10 + NOTE.leading
        pen.text((x + grid.wide - 3, down), session.day_short, NOTE, grid.wide - 6, Align.RIGHT)
    y += _DATE_HEIGHT
    _draw_pair(table.columns, grid, pen, y, (tr("Before: pleasant, -5 to 5"), tr("and activated, 1 to 6")))
    _draw_units(table.columns, grid, unit, pen, y + WRITABLE)


def _draw_again(table: Table, title: Title, grid: _Grid, unit: str, pen: Pen, y: float) -> None:
    y = title.draw(pen, y)
    for index, session in enumerate(table.columns):
        x = grid.x(pen, index)
        outline(pen, (x, y), (grid.wide, WRITABLE), THIN)
        pen.text((x + 3, y + 10), tr("Week {n}", n=session.week), DAY, grid.wide - 6)
    _draw_units(table.columns, grid, unit, pen, y + WRITABLE)


def _draw_units(columns: Sequence[SheetSession], grid: _Grid, unit: str, pen: Pen, y: float) -> None:
    """Say above the boxes what goes into which half."""
    for index, session in enumerate(columns):
        if any(one.box.loaded for one in session.exercises):
            x = grid.x(pen, index)
            pen.text((x + grid.wide * LOAD_SHARE / 2, y + 8), unit, NOTE, align=Align.CENTRE)
            pen.text((x + grid.wide * (1 + LOAD_SHARE) / 2, y + 8), tr("reps"), NOTE, align=Align.CENTRE)
    pen.line((pen.left, y + _UNITS_HEIGHT), (pen.right, y + _UNITS_HEIGHT), INK, BOLD)


def _draw_pair(columns: Sequence[object], grid: _Grid, pen: Pen, y: float, labels: tuple[str, str]) -> None:
    """Draw two answers side by side in each column, with what they are at the left."""
    room = grid.left - 4
    pen.text((pen.left, y + 10), labels[0], SMALL, room)
    pen.text((pen.left, y + 21), labels[1], SMALL, room)
    for index in range(len(columns)):
        x = grid.x(pen, index)
        outline(pen, (x, y), (grid.wide / 2, WRITABLE), THIN)
        outline(pen, (x + grid.wide / 2, y), (grid.wide / 2, WRITABLE), THIN)


def _draw_exercise(lines: _Lines, grid: _Grid, pen: Pen, y: float) -> None:
    lines.words.draw(pen, (pen.left, y + _PAD - 1))
    top = y + lines.above_height
    with pen.ornament():  # the numbers of the boxes beside them
        _draw_numbers(lines, pen, top)
    for index, (cell, above) in enumerate(zip(lines.row.cells, lines.above, strict=True)):
        x = grid.x(pen, index)
        pen.lines((x + 2, y + _ABOVE_PAD), above, NOTE)
        _draw_cell(cell, lines, (x, top), grid.wide, pen)
    bottom = y + lines.height
    pen.line((pen.left, bottom), (pen.right, bottom), INK, BOLD)


def _draw_numbers(lines: _Lines, pen: Pen, top: float) -> None:
    middle = pen.left + _WORDS_WIDTH + _NUMBER_WIDTH / 2
    for number in range(lines.sets):
        baseline = top + (lines.warm_ups + number) * WRITABLE + WRITABLE / 2 + 3
        pen.text((middle, baseline), str(number + 1), NOTE, align=Align.CENTRE)
    if lines.warm_ups:
        pen.text((middle, top + WRITABLE / 2 + 3), tr("w"), NOTE, align=Align.CENTRE)


def _draw_cell(
    cell: SheetExercise | None, lines: _Lines, at: tuple[float, float], wide: float, pen: Pen
) -> None:
    """Draw the boxes of one exercise in one column; what is not asked for is grey."""
    x, y = at
    warm_ups = cell.warm_ups if cell else ()
    for line in range(lines.warm_ups):
        some = warm_ups[line * _WARM_UPS_A_LINE : (line + 1) * _WARM_UPS_A_LINE]
        if not some:
            _draw_unasked(pen, (x, y), wide)
        for index, label in enumerate(some):
            each = wide / len(some)
            outline(pen, (x + index * each, y), (each, WRITABLE), THIN)
            pen.text((x + index * each + 2, y + 8), label, NOTE, each - 3)
        y += WRITABLE
    for number in range(lines.sets):
        if cell is None or number >= len(cell.sets):
            _draw_unasked(pen, (x, y), wide)
        else:
            _draw_set(cell, cell.sets[number], (x, y), wide, pen)
        y += WRITABLE


def _draw_unasked(pen: Pen, at: tuple[float, float], wide: float) -> None:
    pen.box(at, (wide, WRITABLE), "sunken")
    outline(pen, at, (wide, WRITABLE), THIN)


def _draw_set(cell: SheetExercise, label: str, at: tuple[float, float], wide: float, pen: Pen) -> None:
    x, y = at
    outline(pen, at, (wide, WRITABLE), THIN)
    pen.text((x + 2, y + 8), label, NOTE, wide - 4)
    if cell.box.loaded:
        middle = x + wide * LOAD_SHARE
        pen.line((middle, y + (10 if label else 4)), (middle, y + WRITABLE - 4), INK, THIN)
    pen.text((x + wide - 3, y + WRITABLE - 3.5), unit_of(cell.box), NOTE, wide / 2, Align.RIGHT)


def _draw_tail(grid: _Grid, pen: Pen, y: float) -> None:
    columns = range(grid.columns)
    _draw_pair(columns, grid, pen, y, (tr("After: pleasant, -5 to 5"), tr("and effort, 0 to 10")))
    y += WRITABLE
    pen.text((pen.left, y + _NOTE_HEIGHT - 8), tr("Note"), SMALL)
    for index in columns:
        outline(pen, (grid.x(pen, index), y), (grid.wide, _NOTE_HEIGHT), THIN)
