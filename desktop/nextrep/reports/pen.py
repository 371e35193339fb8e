"""Drawing on a page: y runs down from the top, colours go by role, text always fits its width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import Enum

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from nextrep.reports.bidi import visual
from nextrep.reports.fonts import runs, width_of
from nextrep.reports.ink import XY, Ink
from nextrep.reports.styles import COLUMN_GAP, MARGIN, Palette, Paper, TextStyle, mixed
from nextrep.reports.tags import HEADINGS, Role, Scope, Tags
from nextrep.reports.text import plain, shorten, wrap

__all__ = ["XY", "Align", "Marker", "Pen"]


class Align(Enum):
    """Where a text stands relative to its x."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


class Marker(Enum):
    """Shape of a data point, so that series differ without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


_CORNERS: dict[Marker, tuple[XY, ...]] = {
    Marker.SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    Marker.TRIANGLE: ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
    Marker.DIAMOND: ((0, -1.3), (1.2, 0), (0, 1.3), (-1.2, 0)),
}


def _role_of(style: TextStyle) -> Role:
    return HEADINGS[style.level - 1] if style.level else Role.PARAGRAPH


class Pen:
    """One document's canvas with our grid."""

    def __init__(self, canvas: Canvas, paper: Paper, palette: Palette) -> None:
        self._ink = Ink(canvas)
        self._height = paper.height
        self._palette = palette
        self.tags = Tags(self._ink)
        self.left = MARGIN
        self.right = paper.width - MARGIN
        self.top = MARGIN
        self.bottom = paper.height - MARGIN

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self.right - self.left

    def half(self) -> float:
        """Width of one of two equal columns."""
        return (self.width - COLUMN_GAP) / 2

    def pale(self, role: str, share: float = 0.55) -> str:
        """Return a role's colour lightened towards the paper, as "#RRGGBB"."""
        return mixed(self._palette.of(role), self._palette.surface, share)

    def next_page(self) -> None:
        """Finish this page; a part that is still open goes on on the next one."""
        self.tags.next_page()
        self._ink.next_page()

    def heading(self) -> AbstractContextManager[None]:
        """Let what is written meanwhile be one heading."""
        return self.tags.part(Role.H2)

    def paragraph_of(self, *, goes_on: bool = False) -> AbstractContextManager[None]:
        """Let what is written meanwhile be one paragraph; `goes_on` for more of the one before it."""
        return self.tags.part(Role.PARAGRAPH, goes_on=goes_on)

    def ornament(self) -> AbstractContextManager[None]:
        """Let what is drawn meanwhile be left out when the document is read aloud: a repeated head."""
        return self.tags.part(Role.ARTIFACT)

    def table(self, *, goes_on: bool = False) -> AbstractContextManager[None]:
        """Let what is drawn meanwhile be a table, in rows of cells; one that is open already goes on.

        With `goes_on` it is more of the table before it, as at the top of a page.
        """
        return nullcontext() if self.tags.in_table else self.tags.part(Role.TABLE, goes_on=goes_on)

    def row(self) -> AbstractContextManager[None]:
        """Let what is drawn meanwhile be a row of the open table."""
        return self.tags.part(Role.ROW)

    def cell(self, head: Scope | None = None, *, alt: str = "") -> AbstractContextManager[None]:
        """Let what is drawn meanwhile be a cell of the open row, or the head of its row or column.

        Args:
            head: of which cells it is the head, None for a cell with data.
            alt: what it says, where it is drawn and not written.
        """
        return self.tags.part(Role.HEAD if head else Role.CELL, scope=head, alt=alt)

    def figure(self, alt: str, at: XY, size: XY) -> AbstractContextManager[None]:
        """Let what is drawn meanwhile in a rectangle be a figure that shows what `alt` says."""
        top = self._height - at[1]
        return self.tags.part(Role.FIGURE, alt=alt, box=(at[0], top - size[1], at[0] + size[0], top))

    def text(
        self,
        at: XY,
        text: str,
        style: TextStyle,
        width: float | None = None,
        align: Align = Align.LEFT,
    ) -> float:
        """Write one line with its baseline at `at`, shortened to `width`; return its width."""
        shown = plain(text)
        if not shown:
            return 0.0
        taken = width_of(shown, style.face, style.size)
        if width is not None and taken > width:
            shown = shorten(shown, width, style)
            taken = width_of(shown, style.face, style.size)
        place = (at[0] - align.value * taken, self._height - at[1])
        if self.tags.inside is not None:
            # Several texts of one part are read one after the other, as words.
            self._write(place, shown, style, " ")
            return taken
        with self.tags.part(_role_of(style)):
            self._write(place, shown, style, "")
        return taken

    def _write(self, at: XY, shown: str, style: TextStyle, after: str) -> None:
        """Write into the open part; `after` is said after it, and written, but takes no room."""
        x, y = at
        self.tags.begin()
        on_paper = visual(shown)
        self.tags.said(shown + after, y + style.size, turned=on_paper != shown)
        colour = self._colour(style.role)
        for place, (font, part) in enumerate(parts := runs(on_paper + after, style.face)):
            self._ink.text((x, y), font, style.size, part, colour)
            if place + 1 < len(parts):
                x += stringWidth(part, font, style.size)

    def lines(self, at: XY, lines: Sequence[str], style: TextStyle) -> float:
        """Write lines below each other as one paragraph, its top at `at`; return the y below them."""
        x, y = at
        with self.tags.part(_role_of(style)):
            for line in lines:
                self.text((x, y + style.size), line, style)
                y += style.leading
        return y

    def paragraph(self, at: XY, text: str, style: TextStyle, width: float, most: int = 40) -> float:
        """Write text wrapped to `width`, its top at `at`; return the y below it."""
        return self.lines(at, wrap(text, width, style, most), style)

    def box(self, at: XY, size: XY, role: str, radius: float = 0.0) -> None:
        """Fill a rectangle with a role's colour or a "#RRGGBB"."""
        self.tags.begin()
        corner = (at[0], self._height - at[1] - size[1])
        self._ink.rectangle(corner, size, self._colour(role), radius)

    def line(self, start: XY, end: XY, role: str = "line", thickness: float = 0.6) -> None:
        """Draw a straight line."""
        self.strokes([(start, end)], role, thickness)

    def strokes(self, paths: Sequence[Sequence[XY]], role: str, thickness: float) -> None:
        """Draw several open polylines in one go."""
        if not paths:
            return
        self.tags.begin()
        self._ink.strokes(list(map(self._upwards, paths)), self._colour(role), thickness)

    def area(self, corners: Sequence[XY], role: str) -> None:
        """Fill the shape between `corners`; nothing with fewer than three."""
        if len(corners) < 3:
            return
        self.tags.begin()
        self._ink.shapes([self._upwards(corners)], self._colour(role))

    def markers(self, points: Sequence[XY], marker: Marker, radius: float, role: str) -> None:
        """Draw filled data points of one shape in one go."""
        if not points:
            return
        self.tags.begin()
        middles = self._upwards(points)
        if marker is Marker.CIRCLE:
            self._ink.circles(middles, radius, self._colour(role))
            return
        corners = [(right * radius, down * radius) for right, down in _CORNERS[marker]]
        shapes = [[(x + right, y - down) for right, down in corners] for x, y in middles]
        self._ink.shapes(shapes, self._colour(role))

    @contextmanager
    def clipped(self, at: XY, size: XY) -> Iterator[None]:
        """Draw only inside a rectangle."""
        self.tags.begin()
        self._ink.clip((at[0], self._height - at[1] - size[1]), size)
        yield
        self._ink.unclip()

    def _upwards(self, points: Sequence[XY]) -> list[XY]:
        """Return points of the page with y as the file counts it."""
        return [(x, self._height - y) for x, y in points]

    def _colour(self, role: str) -> str:
        return role if role.startswith("#") else self._palette.of(role)
