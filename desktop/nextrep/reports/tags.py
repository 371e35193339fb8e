"""What a document is made of besides its looks: headings, paragraphs, tables, figures, ornament.

While the pen draws, this marks in the page what belongs to which part ("marked content", ISO 32000-2, 14.6),
and keeps the list of parts. reports/tagging.py makes the structure tree of it once the document is finished.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from nextrep.reports.ink import Ink


class Role(StrEnum):
    """A standard structure type (ISO 32000-2, 14.8.4), or ARTIFACT for what is not to be read."""

    DOCUMENT = "Document"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    PARAGRAPH = "P"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    ARTIFACT = "Artifact"


class Scope(StrEnum):
    """Of which cells a header cell is the head."""

    COLUMN = "Column"
    ROW = "Row"


HEADINGS = (Role.H1, Role.H2, Role.H3)
_CONTAINERS = {Role.DOCUMENT, Role.TABLE, Role.ROW}
Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points, y up, as PDF counts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's drawing: index of the page, and the stretch's number on it (its MCID)."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document.

    Attributes:
        parts: what it consists of, in reading order; it may go on over several pages.
        alt: what a figure shows, or a drawn cell says, in words.
        scope: of a header cell.
        box: where a figure stands.
        text: what is written in it, in the order of speech; Arabic in its plain letters.
        turned: some of it is written from right to left, so that the order on paper is another one.
        top: y of its first line, y up; None as long as there is none.
    """

    role: Role
    parts: list[Element | Mark] = field(default_factory=list)
    alt: str = ""
    scope: Scope | None = None
    box: Box | None = None
    text: str = ""
    turned: bool = False
    top: float | None = None


class Part:
    """A part that is open while what belongs to it is drawn: a `with` of its own, as there are thousands."""

    __slots__ = ("_element", "_goes_on", "_opened", "_tags")

    def __init__(self, tags: Tags, element: Element, *, goes_on: bool) -> None:
        self._tags, self._element, self._goes_on = tags, element, goes_on
        self._opened = False

    def __enter__(self) -> None:
        self._opened = self._tags.open(self._element, goes_on=self._goes_on)

    def __exit__(self, *_failure: object) -> None:
        if self._opened:
            self._tags.close()


class Tags:
    """The list of parts of one document, and the marks in its pages."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self.root = Element(Role.DOCUMENT)
        self._stack = [self.root]
        self._ornament = Element(Role.ARTIFACT)
        self._open: Element | None = None
        self._page = 0
        self._next = 0

    @property
    def inside(self) -> Element | None:
        """The part that takes what is drawn now, None where text would need a part of its own."""
        current = self._stack[-1]
        return None if current.role in _CONTAINERS else current

    @property
    def in_table(self) -> bool:
        """Whether a table is open whose rows can be added to."""
        return self._stack[-1].role is Role.TABLE

    @property
    def open_parts(self) -> int:
        """How many parts the open part has so far."""
        return len(self._stack[-1].parts)

    def part(
        self,
        role: Role,
        *,
        alt: str = "",
        scope: Scope | None = None,
        box: Box | None = None,
        goes_on: bool = False,
    ) -> Part:
        """Let what is drawn meanwhile be a part; within a paragraph, cell or figure it stays part of that.

        Args:
            role: what it is.
            alt, scope, box: see Element.
            goes_on: it is more of the part before, where that has the same role, as after a page break.
        """
        return Part(self, Element(role, [], alt, scope, box), goes_on=goes_on)

    def open(self, element: Element, *, goes_on: bool) -> bool:
        """Open a part; return whether there is one to close, which there is not within a paragraph."""
        if element.role is Role.ARTIFACT:
            element = self._ornament
        elif self.inside is not None:
            return False
        else:
            before = self._last(element.role) if goes_on else None
            element = before or self._added(element)
        self._stack.append(element)
        return True

    def close(self) -> None:
        """Close the part that was opened last."""
        self._close()
        self._stack.pop()

    def _last(self, role: Role) -> Element | None:
        for part in self._stack[-1].parts[-1:]:
            if isinstance(part, Element) and part.role is role:
                return part
        return None

    def _added(self, element: Element) -> Element:
        self._stack[-1].parts.append(element)
        return element

    def begin(self) -> None:
        """Mark what is drawn next; lines and areas outside of all parts are ornament."""
        wanted = self.inside or self._ornament
        if wanted is self._open:
            return
        self._close()
        self._open = wanted
        if wanted is self._ornament:
            self._ink.mark("/Artifact BMC")
            return
        self._ink.mark(f"/{wanted.role} <</MCID {self._next}>> BDC")
        wanted.parts.append(Mark(self._page, self._next))
        self._next += 1

    def said(self, text: str, top: float, *, turned: bool = False) -> None:
        """Note what was written into the open part, with its upper edge at `top` (y up).

        Args:
            turned: its letters stand on the paper in another order than they are spoken, from right to left.
        """
        current = self.inside
        if current is None:
            return
        current.text += unicodedata.normalize("NFKC", text) if turned else text
        current.turned = current.turned or turned
        current.top = top if current.top is None else current.top

    def next_page(self) -> None:
        """Close the marks of this page; a part that is still open goes on on the next one."""
        self._close()
        self._page += 1
        self._next = 0

    def _close(self) -> None:
        if self._open is not None:
            self._ink.mark("EMC")
            self._open = None
