"""Writes the parts of an SVG picture; texts stay texts, so that they can be read, searched and restyled."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape  # that of xml.sax brings Python's way to the network along

_FAMILY = "system-ui, 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
Place = tuple[float, float]


def figure(value: float) -> str:
    """Return a coordinate with as few digits as a tenth of a pixel needs."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


class SvgPen:
    """Collects elements from back to front. Units are CSS pixels, y runs down."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def line(self, start: Place, end: Place, color: str, dashes: str = "") -> None:
        """Draw a hairline; `dashes` are lengths such as "3 4"."""
        (x1, y1), (x2, y2) = start, end
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<line x1="{figure(x1)}" y1="{figure(y1)}" x2="{figure(x2)}" y2="{figure(y2)}"'
            f' stroke="{color}"{dashed}/>'
        )

    def rect(self, corner: Place, size: Place, fill: str, outline: str = "") -> None:
        """Fill a rectangle; `fill` "none" leaves it empty."""
        (x, y), (width, height) = corner, size
        stroke = f' stroke="{outline}"' if outline else ""
        self._parts.append(
            f'<rect x="{figure(x)}" y="{figure(y)}" width="{figure(max(width, 0))}"'
            f' height="{figure(max(height, 0))}" fill="{fill}"{stroke}/>'
        )

    def path(self, points: Iterable[Place], color: str, width: float = 2.0) -> None:
        """Draw a line through points."""
        places = " ".join(f"{figure(x)},{figure(y)}" for x, y in points)
        self._parts.append(
            f'<polyline points="{places}" fill="none" stroke="{color}" stroke-width="{figure(width)}"'
            f' stroke-linejoin="round"/>'
        )

    def shape(self, points: Iterable[Place], fill: str) -> None:
        """Fill what lies between points."""
        places = " ".join(f"{figure(x)},{figure(y)}" for x, y in points)
        self._parts.append(f'<polygon points="{places}" fill="{fill}"/>')

    def dots(self, points: Iterable[Place], color: str, size: float) -> None:
        """Draw round dots, all of them as one element."""
        places = "".join(f"M{figure(x)},{figure(y)}h.1" for x, y in points)
        if places:
            self._parts.append(
                f'<path d="{places}" fill="none" stroke="{color}" stroke-width="{figure(size)}"'
                f' stroke-linecap="round"/>'
            )

    def text(
        self,
        place: Place,
        words: str,
        color: str,
        *,
        size: float = 12,
        weight: int = 400,
        anchor: str = "start",
    ) -> None:
        """Write words with the base line at `place`; `anchor` is start, middle or end."""
        x, y = place
        self._parts.append(
            f'<text x="{figure(x)}" y="{figure(y)}" fill="{color}" font-size="{figure(size)}"'
            f' font-weight="{weight}" text-anchor="{anchor}">{escape(words, quote=False)}</text>'
        )

    def open_group(self, title: str) -> None:
        """Begin a group that is read out as `title`."""
        self._parts.append(f"<g><title>{escape(title, quote=False)}</title>")

    def close_group(self) -> None:
        """End the group."""
        self._parts.append("</g>")

    def document(self, width: float, height: float, title: str, description: str, background: str) -> str:
        """Return the whole picture as XML."""
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{figure(width)}" height="{figure(height)}"'
            f' viewBox="0 0 {figure(width)} {figure(height)}" role="img" font-family="{_FAMILY}">\n'
            f"<title>{escape(title, quote=False)}</title>\n<desc>{escape(description, quote=False)}</desc>\n"
            f'<rect width="{figure(width)}" height="{figure(height)}" fill="{background}"/>\n'
        )
        return head + "\n".join(self._parts) + "\n</svg>\n"
