"""The one typeface of our papers: Noto Sans (SIL Open Font License), embedded as a subset."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

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
    return faces


@cache
def _glyphs() -> frozenset[int]:
    known = [set(font.face.charToGlyph) for font in load().values()]
    return frozenset(set.intersection(*known))


def has_letterform(character: str) -> bool:
    """Tell whether every face can show this character."""
    return ord(character) in _glyphs()


def width_of(text: str, face: Face, size: float) -> float:
    """Return the width of `text` in points."""
    load()
    return float(pdfmetrics.stringWidth(text, face.value, size))
