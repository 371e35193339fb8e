"""A table below its heading, over as many pages as it takes; each of them has the heads of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.flow import Flow
from nextrep.reports.pen import Pen
from nextrep.reports.tables import Column, draw_table, height_of

HEADING_HEIGHT = 15.0
_HEAD_HEIGHT, _ROW_HEIGHT = 13.0, 20.4
_LEAST_ROWS = 3
"""So many rows stand below the head of a table, or it begins on the next page."""


@dataclass(frozen=True, slots=True)
class Table:
    """A section that is a table, or a part of it that fits one page; a part that goes on has no title."""

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_height: float = _ROW_HEIGHT

    def height_of(self, row: tuple[str, ...]) -> float:
        """Return how high a row is, in points."""
        return height_of(row, self.row_height)


def place_table(pen: Pen, flow: Flow, table: Table) -> None:
    """Put a table on the pages, as many rows on each as fit."""
    rows, title = table.rows, table.title
    while rows:
        around = (HEADING_HEIGHT if title else 0.0) + _HEAD_HEIGHT
        least = around + sum(map(table.height_of, rows[:_LEAST_ROWS]))
        taken = _fitting(table, rows, (flow.room if least <= flow.room else flow.whole) - around)
        part = Table(title, table.note, table.columns, rows[:taken], table.row_height)
        height = around + sum(map(table.height_of, part.rows))
        flow.place(height, partial(_draw_part, pen, part))
        rows, title = rows[taken:], ""


def _fitting(table: Table, rows: Sequence[tuple[str, ...]], room: float) -> int:
    """Return how many rows fit `room`; at least one."""
    for count, row in enumerate(rows):
        room -= table.height_of(row)
        if room < 0:
            return max(count, 1)
    return len(rows)


def _draw_part(pen: Pen, part: Table, y: float, number: int) -> int:
    if part.title:
        y = draw_heading(pen, pen.left, y, number, part.title, part.note, pen.width)
    with pen.table(goes_on=not part.title):
        draw_table(pen, (pen.left, y), pen.width, part.columns, part.rows, part.row_height)
    return number + bool(part.title)
