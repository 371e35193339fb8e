"""What both layouts are made of: boxes to write in, the words of an exercise, the frame of a page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nextrep.domain.text import tr
from nextrep.reports.document import draw_ribbon
from nextrep.reports.fonts import width_of
from nextrep.reports.log_sheet.content import Box, LogSheet, Measured, SheetExercise
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import HEADING, MM, NOTE, SMALL, STRONG, TITLE, TextStyle
from nextrep.reports.text import wrap

WRITABLE = 9 * MM
"""Least height of anything to write in: about the spacing of wide-ruled paper (8.7 mm)."""
THIN, BOLD = 0.4, 0.8
INK = "muted"
"""Role of all lines: dark enough for a copier."""
SESSION_TITLE = replace(TITLE, size=13, leading=16, level=2)
_PROGRAM = replace(HEADING, level=1)
NAME = replace(STRONG, size=10, leading=12.5)
DAY = replace(HEADING, role="ink", level=0)
SMALL_NAME = STRONG
LOAD_SHARE = 0.56
"""Part of a box that the load takes; its number is the longer one."""
HEADER_HEIGHT = 27.0
RIBBON_ROOM = 22.0
FOOTER_HEIGHT = 22.0


def outline(pen: Pen, at: XY, size: XY, thickness: float = THIN) -> None:
    """Draw the edges of a rectangle."""
    (x, y), (width, height) = at, size
    edge = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    pen.strokes([edge], INK, thickness)


def draw_set_box(pen: Pen, at: XY, size: XY, box: Box, label: str) -> None:
    """Draw the box of a set: its edges, where the load ends, its unit, and what is asked in the corner."""
    (x, y), (width, height) = at, size
    outline(pen, at, size, THIN)
    if label:
        pen.text((x + 2.5, y + 8.2), label, NOTE, width - 4)
    if box.loaded:
        middle = y + height / 2 + (2.5 if label else 0.0)
        pen.text((x + width * LOAD_SHARE, middle + 3), tr("×"), NOTE, align=Align.CENTRE)
    pen.text((x + width - 3, y + height - 3.5), unit_of(box), NOTE, width - 6, Align.RIGHT)


def unit_of(box: Box) -> str:
    """Return the unit that stands small in a box; none for reps where a load makes plain what they are."""
    words = {
        Measured.REPS: "" if box.loaded else tr("reps"),
        Measured.SECONDS: tr("s"),
        Measured.METRES: tr("m"),
    }
    return words[box.measured]


def draw_field(pen: Pen, at: XY, size: XY, label: str, scale: str = "") -> None:
    """Draw a box to write in with its label at the top and, small at its foot, the scale of the answer."""
    (x, y), (width, height) = at, size
    outline(pen, at, size, THIN)
    pen.text((x + 3, y + 8.4), label, SMALL, width - 5)
    pen.text((x + width - 3, y + height - 3.5), scale, NOTE, width - 6, Align.RIGHT)


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text below each other, as they will be drawn."""

    lines: tuple[tuple[str, TextStyle], ...]

    @property
    def height(self) -> float:
        """Height in points."""
        return sum(style.leading for _text, style in self.lines)

    def draw(self, pen: Pen, at: XY) -> None:
        """Draw them, the top of the first at `at`."""
        x, y = at
        with pen.paragraph_of():
            for text, style in self.lines:
                pen.text((x, y + style.size), text, style)
                y += style.leading


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a session over up to two lines, with its day and its length at the right of the first."""

    lines: tuple[str, ...]
    day: str
    length: str

    @property
    def height(self) -> float:
        """Height in points."""
        return SESSION_TITLE.leading * len(self.lines) + 4

    def draw(self, pen: Pen, y: float, left: float | None = None) -> float:
        """Draw it from `left`, the left margin if None; return the y below."""
        baseline = y + SESSION_TITLE.size
        taken = pen.text((pen.right, baseline), self.length, NOTE, align=Align.RIGHT)
        pen.text((pen.right - taken - (10 if taken else 0), baseline), self.day, DAY, align=Align.RIGHT)
        pen.lines((pen.left if left is None else left, y), self.lines, SESSION_TITLE)
        return y + self.height


def title_of(title: str, width: float, day: str = "", length: str = "") -> Title:
    """Return a title that fits into `width`."""
    right = width_of(day, DAY.face, DAY.size) + width_of(length, NOTE.face, NOTE.size) + 22
    return Title(tuple(wrap(title, width - right, SESSION_TITLE, 2)) or ("",), day, length)


def words_of(exercise: SheetExercise, width: float, asked: tuple[str, ...], name: TextStyle = NAME) -> Words:
    """Return the words of an exercise, wrapped to `width`; `asked` is what is asked of it here."""
    said = f"{exercise.superset}  {exercise.name}" if exercise.superset else exercise.name
    lines = [(line, name) for line in wrap(said, width, name, 3)]
    dose = tr(" · ").join(part for part in (*asked, exercise.rest) if part)
    for text, style, most in (
        (dose, SMALL, 3),
        (exercise.last, SMALL, 2),
        (exercise.note, NOTE, 3),
        (exercise.cue, NOTE, 2),
    ):
        lines += [(line, style) for line in broken(text, width, style, most)]
    return Words(tuple(lines))


def broken(text: str, width: float, style: TextStyle, most: int) -> list[str]:
    """Wrap text whose parts are set apart by dots; no line ends in a dot."""
    return [line.removesuffix(" ·") for line in wrap(text, width, style, most)]


def draw_header(pen: Pen, sheet: LogSheet, part: str) -> float:
    """Draw the head of a page: the program and which part of it; return the y below."""
    y = draw_ribbon(pen, pen.top, sheet.invented)
    room = pen.width * 0.6
    taken = pen.text((pen.right, y + 13), part, NOTE, room, Align.RIGHT)
    pen.text((pen.left, y + 13), sheet.title, _PROGRAM, pen.width - taken - 14)
    pen.line((pen.left, y + 19), (pen.right, y + 19), "ink", 1.2)
    return y + HEADER_HEIGHT


def draw_footer(pen: Pen, page: int, pages: int, *, replaced: bool) -> None:
    """Draw the foot of a page: what this is, and the page number."""
    y = pen.bottom - FOOTER_HEIGHT + 7
    pen.line((pen.left, y), (pen.right, y), INK, THIN)
    number = tr("Page {page} of {pages}", page=page, pages=pages)
    room = pen.width - width_of(number, NOTE.face, NOTE.size) - 16
    with pen.ornament():
        pen.text((pen.right, y + 11), number, NOTE, align=Align.RIGHT)
    said = tr("General training advice. Less than planned counts too.")
    if replaced:
        said = tr("General training advice. Some characters cannot be shown here and stand as “?”.")
    pen.text((pen.left, y + 11), said, NOTE, room)
