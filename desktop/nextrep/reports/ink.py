"""What the pen draws, as operators of a page (ISO 32000-2, 8 and 9), in fewer steps than ReportLab's own.

ReportLab keeps the document, its fonts and their subsets; it offers no quicker way to its pages than the list
of operators that its canvas keeps. Lengths are points, y runs up as in the file, to a hundredth of a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

XY = tuple[float, float]
_ROUND = 0.5523
"""How far the handles of a curve stand out for a quarter of a circle, as a part of its radius."""
_POINT = "{:.2f} {:.2f} "
_ROUNDED = f"{_POINT}m " + f"{_POINT}l {_POINT * 3}c " * 4 + "h"
"""Four sides and four corners, from the left end of the lower side on."""


class Ink:
    """The pages of one document. What is set already (colour, thickness) is not set again."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._filled = self._stroked = ""
        self._thickness = 0.0
        self._split: dict[tuple[str, str], list[tuple[str, str]]] = {}

    def mark(self, operators: str) -> None:
        """Write operators as they are."""
        self._canvas._code.append(operators)  # noqa: SLF001 - the page's own list, see above

    def next_page(self) -> None:
        """Finish this page."""
        self._canvas.showPage()
        self._forget()

    def text(self, at: XY, font: str, size: float, text: str, colour: str) -> None:
        """Write text from left to right, its baseline at `at`, in a registered font."""
        self._fill(colour)
        found = self._codes(font, text)
        shown = " ".join([f"{name} {size:.4g} Tf {codes} Tj" for name, codes in found])
        self.mark(f"BT 1 0 0 1 {at[0]:.2f} {at[1]:.2f} Tm {shown} ET")

    def rectangle(self, at: XY, size: XY, colour: str, radius: float = 0.0) -> None:
        """Fill a rectangle whose left lower corner is `at`; `radius` rounds its corners."""
        self._fill(colour)
        if radius:
            self.mark(_rounded(at, size, radius) + " f")
        else:
            self.mark(f"{_numbers(*at, *size)} re f")

    def strokes(self, paths: Sequence[Sequence[XY]], colour: str, thickness: float) -> None:
        """Draw open lines through points."""
        if colour != self._stroked:
            self.mark(f"{_shades(colour)} RG")
            self._stroked = colour
        if thickness != self._thickness:
            self.mark(f"{thickness:.4g} w 1 j 0 J")
            self._thickness = thickness
        self.mark(" ".join(map(_line, paths)) + " S")

    def shapes(self, shapes: Sequence[Sequence[XY]], colour: str) -> None:
        """Fill what lies between corners."""
        self._fill(colour)
        self.mark(" ".join(f"{_line(corners)} h" for corners in shapes) + " f")

    def circles(self, middles: Sequence[XY], radius: float, colour: str) -> None:
        """Fill circles."""
        self._fill(colour)
        size = (2 * radius, 2 * radius)
        self.mark(" ".join(_rounded((x - radius, y - radius), size, radius) for x, y in middles) + " f")

    def clip(self, at: XY, size: XY) -> None:
        """Draw only inside a rectangle, until `unclip`."""
        self.mark(f"q {_numbers(*at, *size)} re W n")

    def unclip(self) -> None:
        """Draw everywhere again."""
        self.mark("Q")
        self._forget()

    def _fill(self, colour: str) -> None:
        if colour != self._filled:
            self.mark(f"{_shades(colour)} rg")
            self._filled = colour

    def _forget(self) -> None:
        """Say all anew: a page begins with nothing, and after a clip is what was before it."""
        self._filled = self._stroked = ""
        self._thickness = 0.0

    def _codes(self, font: str, text: str) -> list[tuple[str, str]]:
        """Return the name of each font of the file that is needed, and what is written in it."""
        found = self._split.get((font, text))
        if found is None:
            kept, document = getFont(font), self._canvas._doc  # noqa: SLF001 - whose subset it is
            found = [
                (kept.getSubsetInternalName(subset, document), _string(codes))
                for subset, codes in kept.splitString(text, document)
            ]
            self._split[font, text] = found
        return found


def _line(points: Sequence[XY]) -> str:
    (x, y), *rest = points
    return " ".join((f"{x:.2f} {y:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in rest)))


def _rounded(at: XY, size: XY, radius: float) -> str:
    (left, low), (wide, high) = at, size
    right, top, handle = left + wide, low + high, radius * (1 - _ROUND)
    inner_left, inner_right, inner_low, inner_top = left + radius, right - radius, low + radius, top - radius
    return _ROUNDED.format(
        *(inner_left, low, inner_right, low, right - handle, low, right, low + handle, right, inner_low),
        *(right, inner_top, right, top - handle, right - handle, top, inner_right, top),
        *(inner_left, top, left + handle, top, left, top - handle, left, inner_top),
        *(left, inner_low, left, low + handle, left + handle, low, inner_left, low),
    )


def _numbers(*several: float) -> str:
    return " ".join(f"{one:.2f}" for one in several)


def _string(codes: bytes) -> str:
    """Return a string object (7.3.4): literal where that can be read, else in hexadecimal."""
    text = codes.decode("latin-1")
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<{codes.hex()}>"


@cache
def _shades(colour: str) -> str:
    """Return red, green and blue (0-1) of "#RRGGBB"."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
