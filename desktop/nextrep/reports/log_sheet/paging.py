"""Spreading what is to be drawn over pages, so that nothing is cut in two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from nextrep.reports.pen import Pen

Draw = Callable[[Pen, float], None]
"""Draws with its top at a y."""

_GAP = 16.0
"""Between two sections on a page."""
_WORTH_BEGINNING = 0.4
"""A section that needs more than a page begins on a page of which this share is free."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a height in points that stays in one piece."""

    height: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Section:
    """Pieces that belong together.

    Attributes:
        head: stands at the top; `again` in its place where the section goes on on another page.
        tail: stands below the last of the rows, on the same page.
    """

    head: Piece
    again: Piece
    rows: tuple[Piece, ...]
    tail: Piece

    @property
    def height(self) -> float:
        """Height where it need not be broken."""
        return self.head.height + sum(row.height for row in self.rows) + self.tail.height


Page = list[tuple[float, Piece]]
"""Pieces with the y of each, from the top of the room."""


def paginate(sections: Sequence[Section], room: float) -> list[Page]:
    """Spread sections over pages with `room` points of height; always at least one page.

    A section that fits on a page is not broken. A piece higher than a page stands on one of its own.
    """
    pages: list[Page] = [[]]
    y = 0.0
    for section in sections:
        if y:
            y += _GAP
            left = room - y
            if section.height > left and (section.height <= room or left < room * _WORTH_BEGINNING):
                pages.append([])
                y = 0.0
        for piece, ends in _in_order(section):
            below = section.tail.height if ends else 0.0
            if y + piece.height + below > room and pages[-1] and piece is not section.head:
                pages.append([(0.0, section.again)])
                y = section.again.height
            pages[-1].append((y, piece))
            y += piece.height
    return pages


def _in_order(section: Section) -> Iterator[tuple[Piece, bool]]:
    """Yield head and rows, and whether the tail follows, and then the tail."""
    yield section.head, not section.rows
    for index, row in enumerate(section.rows):
        yield row, index == len(section.rows) - 1
    yield section.tail, False
