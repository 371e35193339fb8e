"""A small table: a head, hairlines, cells that never run into each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import LABEL, NOTE, SMALL, TextStyle
from nextrep.reports.tags import Scope

CELL_GAP = 6.0
_HEAD_HEIGHT = 13.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        share: part of the table's width, relative to the other columns.
    """

    title: str
    share: float
    align: Align = Align.LEFT
    style: TextStyle = SMALL


def draw_table(
    pen: Pen,
    at: XY,
    width: float,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    row_height: float,
) -> float:
    """Draw the head and the rows; return the y below them.

    An empty cell stays blank. What follows a line break stands small below the rest of the cell; with more
    than one line of it the row is higher (see `height_of`). For who has it read aloud, titles are the heads
    of their columns and the first cell is the head of its row; within `pen.table()` all tables are one, whose
    head is read once.
    """
    x, y = at
    places = _places(x, width, columns)
    head = min(row_height, _HEAD_HEIGHT)
    goes_on = pen.tags.in_table and bool(pen.tags.open_parts)
    with pen.table():
        with pen.ornament() if goes_on else pen.row():
            _draw_row(pen, y, head, places, columns, [column.title for column in columns], LABEL)
        y += head
        pen.line((x, y), (x + width, y), "muted", 0.6)
        for row in rows:
            height = height_of(row, row_height)
            with pen.row():
                _draw_row(pen, y, height, places, columns, row, None)
            y += height
            pen.line((x, y), (x + width, y), thickness=0.4)
    return y


def height_of(row: Sequence[str], row_height: float) -> float:
    """Return how high a row is: `row_height` has room for one line below another, each more adds to it."""
    more = max((cell.count("\n") for cell in row), default=0) - 1
    return row_height + max(more, 0) * NOTE.leading


def column_width(width: float, columns: Sequence[Column], place: int) -> float:
    """Return how wide the column at `place` is in a table of `width`."""
    return _places(0.0, width, columns)[place][1]


def _places(x: float, width: float, columns: Sequence[Column]) -> list[XY]:
    total = sum(column.share for column in columns)
    room = width - CELL_GAP * (len(columns) - 1)
    places = []
    for column in columns:
        taken = room * column.share / total
        places.append((x, taken))
        x += taken + CELL_GAP
    return places


def _draw_row(
    pen: Pen,
    y: float,
    height: float,
    places: Sequence[XY],
    columns: Sequence[Column],
    cells: Sequence[str],
    style: TextStyle | None,
) -> None:
    for index, ((x, width), column, cell) in enumerate(zip(places, columns, cells, strict=True)):
        used = style or column.style
        main, *below = cell.split("\n")
        baseline = y + height / 2 + used.size * 0.36 - len(below) * NOTE.leading / 2
        place = x + column.align.value * width
        of_row = Scope.ROW if index == 0 and cell else None
        with pen.cell(Scope.COLUMN if style and cell else of_row):
            pen.text((place, baseline), main, used, width, column.align)
            for line, words in enumerate(below, 1):
                pen.text((place, baseline + line * NOTE.leading), words, NOTE, width, column.align)
