"""Blocks one below the other over as many pages as they take, laid out before anything is drawn.

So "page 4 of 6" is true on page 1, and no page begins while the one before it has room.
"""

from __future__ import annotations

from collections.abc import Callable

from nextrep.reports.styles import GAP

Draw = Callable[[float, int], int]
"""Draws a block from a top, given its number; returns the number of the next one."""


class Flow:
    """The pages that follow the first two.

    Attributes:
        pages: of each page, the blocks with the y at which they begin.
    """

    def __init__(self, top: float, bottom: float) -> None:
        self._top, self._bottom = top, bottom
        self._y = bottom
        self.pages: list[list[tuple[float, Draw]]] = []

    @property
    def whole(self) -> float:
        """How high an empty page is, in points."""
        return self._bottom - self._top

    @property
    def room(self) -> float:
        """How much of the last page is free, in points; nothing before the first block."""
        return max(self._bottom - self._y, 0.0)

    def place(self, height: float, draw: Draw) -> None:
        """Put a block on the last page if it fits there, else on a page of its own."""
        if height > self.room:
            self.new_page()
        self.pages[-1].append((self._y, draw))
        self._y += height + GAP

    def new_page(self) -> None:
        """Let the next block begin a page."""
        self.pages.append([])
        self._y = self._top
