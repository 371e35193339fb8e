"""The one typeface of our papers: Noto Sans (SIL Open Font License), embedded as a subset."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from nextrep.reports import system_fonts
from nextrep.resources.paths import path


class Face(StrEnum):
    """A weight of Noto Sans, by its file name."""

    REGULAR = "NotoSans-Regular"
    SEMIBOLD = "NotoSans-SemiBold"


@cache
def load() -> dict[Face, TTFont]:
    """Register the faces and make them the default wherever ReportLab would take Helvetica.

    The defaults matter: what falls back to Helvetica is not embedded, and prints differently elsewhere.
    """
    faces = {face: TTFont(face.value, str(path(f"fonts/{face.value}.ttf"))) for face in Face}
    for font in faces.values():
        pdfmetrics.registerFont(font)
    rl_config.canvas_basefontname = Face.REGULAR.value
    rl_config.defaultGraphicsFontName = Face.REGULAR.value
    rl_config.useA85 = 0  # text for programs of the 1980s, and undone when the file is finished
    return faces


@cache
def _glyphs() -> frozenset[str]:
    """Return the characters that every face has."""
    known = [set(font.face.charToGlyph) for font in load().values()]
    return frozenset(map(chr, set.intersection(*known)))


def in_typeface(character: str) -> bool:
    """Tell whether every face of our own typeface has this character."""
    return character in _glyphs()


def has_letterform(character: str) -> bool:
    """Tell whether every face can show this character, or a font of this computer can."""
    return character in _glyphs() or system_fonts.font_with(character) is not None


def runs(text: str, face: Face) -> list[tuple[str, str]]:
    """Split text into (name of a font, what it shows): ours wherever it has the letters."""
    if _glyphs().issuperset(text):
        return [(face.value, text)]
    named = ((_font_of(sign, face), sign) for sign in text)
    return [(name, "".join(sign for _, sign in part)) for name, part in groupby(named, key=itemgetter(0))]


def _font_of(sign: str, face: Face) -> str:
    return face.value if sign in _glyphs() else system_fonts.font_with(sign) or face.value


def width_of(text: str, face: Face, size: float) -> float:
    """Return the width of `text` in points."""
    if _glyphs().issuperset(text):
        return 0.001 * size * _own_width(text, face)
    return float(sum(pdfmetrics.stringWidth(part, name, size) for name, part in runs(text, face)))


@lru_cache(maxsize=4096)
def _own_width(text: str, face: Face) -> float:
    """Return the width in thousandths of the size; figures, heads and units come again and again."""
    return sum(map(_advances(face).__getitem__, text))


@cache
def _advances(face: Face) -> dict[str, float]:
    widths = load()[face].face.charWidths
    return {sign: widths[ord(sign)] for sign in _glyphs()}
