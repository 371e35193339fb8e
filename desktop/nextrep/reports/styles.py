"""Paper, grid, type sizes and colours of our papers. Lengths are in points (1/72 inch), y runs down."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache

from nextrep.reports.fonts import Face
from nextrep.resources.paths import path

MM = 72 / 25.4
MARGIN = 15 * MM
GAP = 10.0
"""Least space between blocks."""
COLUMN_GAP = 18.0


class Paper(Enum):
    """Paper size as (width, height) in points: ISO 216 A4 and ANSI A, called Letter."""

    A4 = (210 * MM, 297 * MM)
    LETTER = (612.0, 792.0)

    @property
    def width(self) -> float:
        """Width in points."""
        return self.value[0]

    @property
    def height(self) -> float:
        """Height in points."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a piece of text looks.

    Attributes:
        size, leading: points. Nothing is below 8, so that a print at 70 % can still be read.
        role: name of a colour in Palette.
        level: 1 to 3 for a heading of that level, 0 for other text; what is read aloud knows by it.
    """

    face: Face
    size: float
    leading: float
    role: str = "ink"
    level: int = 0


TITLE = TextStyle(Face.SEMIBOLD, 17, 21, level=1)
HEADING = TextStyle(Face.SEMIBOLD, 10, 14, level=2)
NUMBER = TextStyle(Face.SEMIBOLD, 10, 14, "primary")
BODY = TextStyle(Face.REGULAR, 9, 12)
STRONG = TextStyle(Face.SEMIBOLD, 9, 12)
SMALL = TextStyle(Face.REGULAR, 8, 10.2)
SMALL_STRONG = TextStyle(Face.SEMIBOLD, 8, 10.2)
NOTE = TextStyle(Face.REGULAR, 8, 10.2, "muted")
LABEL = TextStyle(Face.SEMIBOLD, 8, 10.2, "muted")
FIGURE = TextStyle(Face.SEMIBOLD, 14, 18)
WARNING = TextStyle(Face.SEMIBOLD, 9, 12, "warn")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#RRGGBB", by the roles of resources/themes. Paper is always light."""

    surface: str
    sunken: str
    ink: str
    muted: str
    line: str
    primary: str
    mood: str
    sleep: str
    anxiety: str
    warn: str
    warnbg: str

    def of(self, role: str) -> str:
        """Return the colour of a role, ink for one that is unknown."""
        return str(getattr(self, role, self.ink))


@cache
def palette(*, grey: bool = False) -> Palette:
    """Return the light theme's colours, or shades of grey as light as these."""
    colours = tomllib.loads(path("themes/light.toml").read_text(encoding="utf-8"))
    shades = {field.name: colours[field.name] for field in fields(Palette)}
    return Palette(**({name: _grey(shade) for name, shade in shades.items()} if grey else shades))


def _grey(colour: str) -> str:
    """Return the grey that is as light as a "#RRGGBB" (luma of ITU-R BT.601, as printers and pdftoppm do)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02X}" * 3


@cache
def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0-1) of `other` mixed in, both "#RRGGBB"."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
