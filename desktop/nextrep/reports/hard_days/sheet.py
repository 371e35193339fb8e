"""The plan for hard days as a PDF of one page. The same content gives the same bytes.

The type is as large as the text allows. What does not fit in the least type is cut, and the page says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise

from nextrep.domain.errors import Cancelled
from nextrep.domain.text import tr
from nextrep.reports import fonts
from nextrep.reports.document import finish, new_document
from nextrep.reports.hard_days.content import PlanPage
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY, HEADING, NOTE, STRONG, TITLE, Paper, TextStyle, palette
from nextrep.reports.text import printable_content, wrap

_SIZES = (11.0, 10.0, 9.0, 8.0)
_LEADING = 1.34
_GAP = 9.0
_LEAST_GAP = 5.0
_FOOT = 14.0
_RULE = 20.0
"""Height of a line to write on by hand: about that of college-ruled paper."""
_RULES = 2
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading and its lines as they will be drawn; `rules` lines to write on where there are none.

    Attributes:
        begins: which lines begin one of the person's own, each read as a paragraph with what follows.
    """

    title: str
    lines: tuple[str, ...]
    style: TextStyle
    rules: int = 0
    begins: tuple[int, ...] = ()

    @property
    def height(self) -> float:
        """Height in points."""
        head = HEADING.leading + 2 if self.title else 0.0
        return head + len(self.lines) * self.style.leading + self.rules * _RULE

    def draw(self, pen: Pen, y: float) -> float:
        """Draw it from `y`; return the y below."""
        if self.title:
            pen.text((pen.left, y + HEADING.size), self.title, HEADING, pen.width)
            y += HEADING.leading + 2
        begins = [place for place in self.begins if place < len(self.lines)]  # the last ones may be cut
        for first, end in pairwise((*begins, len(self.lines))):
            y = pen.lines((pen.left, y), self.lines[first:end], self.style)
        for _ in range(self.rules):
            y += _RULE
            pen.line((pen.left, y), (pen.right, y), "muted", 0.4)
        return y


def build_plan_page(
    content: PlanPage,
    *,
    paper: Paper = Paper.A4,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the plan as a PDF of one page.

    Args:
        content: texts of any length and script.
        paper: size of the page, upright.
        cancelled: asked before the page is drawn.

    Raises:
        Cancelled: `cancelled` said so.
    """
    fonts.load()
    shown, replaced = printable_content(content)
    file = BytesIO()
    canvas = new_document(file, paper, tr("Plan"))
    pen = Pen(canvas, paper, palette())
    if cancelled is not None and cancelled():
        raise Cancelled
    pen.text((pen.left, pen.top + TITLE.size), shown.title, TITLE, pen.width)
    top = pen.top + TITLE.leading + 6
    pen.line((pen.left, top), (pen.right, top), "ink", 1.2)
    top += 10
    blocks, gap, cut = _fitting(shown, pen.width, pen.bottom - _FOOT - top)
    y = top
    for block in blocks:
        y = block.draw(pen, y) + gap
    pen.text((pen.left, pen.bottom), _foot(cut=cut, replaced=replaced), NOTE, pen.width)
    pen.next_page()
    return finish(canvas, file, pen)


def _fitting(content: PlanPage, width: float, room: float) -> tuple[list[_Block], float, bool]:
    """Return the blocks in the largest type that fits, the gap between them, and whether they were cut."""
    blocks: list[_Block] = []
    gap = _GAP
    for size in _SIZES:
        blocks = _blocks(content, width, size)
        gap = _GAP if size > _SIZES[-1] else _LEAST_GAP
        if _height(blocks, gap) <= room:
            return blocks, gap, False
    while _height(blocks, gap) > room:
        longest = max(range(len(blocks)), key=lambda place: len(blocks[place].lines))
        one = blocks[longest]
        if len(one.lines) < 2:
            break
        blocks[longest] = replace(one, lines=(*one.lines[:-2], "…"))
    return blocks, gap, True


def _height(blocks: list[_Block], gap: float) -> float:
    return sum(block.height for block in blocks) + gap * (len(blocks) - 1)


def _blocks(content: PlanPage, width: float, size: float) -> list[_Block]:
    body = replace(BODY, size=size, leading=size * _LEADING)
    strong = replace(STRONG, size=size, leading=size * _LEADING)
    return [
        _block("", content.contacts, width, strong),
        *(_block(section.title, section.lines, width, body) for section in content.sections),
    ]


def _block(title: str, said: tuple[str, ...], width: float, style: TextStyle) -> _Block:
    """Return what was said wrapped to `width`; lines to write on where there is a title and nothing below."""
    lines: list[str] = []
    begins = []
    for line in said:
        wrapped = wrap(line, width, style, _MOST_LINES)
        if wrapped:
            begins.append(len(lines))
            lines += wrapped
    rules = _RULES if title and not said else 0
    return _Block(title, tuple(lines), style, rules, tuple(begins))


def _foot(*, cut: bool, replaced: bool) -> str:
    """Say what this page is, and what is not on it."""
    if cut:
        return tr("My own words. Some lines did not fit on one page.")
    if replaced:
        return tr("My own words. Some characters cannot be shown here and stand as “?”.")
    return tr("My own words. Written on my computer, and shown to nobody by it.")
