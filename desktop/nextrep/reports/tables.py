"""A small table: a head, hairlines, cells that never run into each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import LABEL, SMALL, TextStyle

CELL_GAP = 6.0


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
    """Draw the head and the rows; return the y below them. An empty cell stays blank."""
    x, y = at
    places = _places(x, width, columns)
    _draw_row(pen, y, row_height, places, columns, [column.title for column in columns], LABEL)
    y += row_height
    pen.line((x, y), (x + width, y), "muted", 0.6)
    for row in rows:
        _draw_row(pen, y, row_height, places, columns, row, None)
        y += row_height
        pen.line((x, y), (x + width, y), thickness=0.4)
    return y


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
    for (x, width), column, cell in zip(places, columns, cells, strict=True):
        used = style or column.style
        baseline = y + height / 2 + used.size * 0.36
        pen.text((x + column.align.value * width, baseline), cell, used, width, column.align)
