"""The drawing of a report as ReportLab alone does it: the same primitives in the same order, nothing else.

What is noted while a report is made is replayed with the calls of ReportLab's canvas. What the pages say,
where it stands, and how it is read aloud (tags, bookmarks) is not in the replay: that is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from nextrep.reports.ink import XY, Ink

Call = tuple[str, tuple[Any, ...]]
_NOTED = ("text", "rectangle", "strokes", "shapes", "circles", "clip", "unclip", "next_page")


@contextmanager
def noted() -> Iterator[list[Call]]:
    """Let the paper that is made meanwhile be noted, call by call."""
    calls: list[Call] = []
    before = {name: getattr(Ink, name) for name in _NOTED}
    for name, plain in before.items():
        setattr(Ink, name, _noting(name, plain, calls))
    try:
        yield calls
    finally:
        for name, plain in before.items():
            setattr(Ink, name, plain)


def _noting(name: str, plain: Callable[..., Any], calls: list[Call]) -> Callable[..., Any]:
    @wraps(plain)
    def noting(ink: Ink, *args: Any) -> Any:
        calls.append((name, args))
        return plain(ink, *args)

    return noting


class Bare:
    """The same primitives by ReportLab's own calls; colours are made once."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.colours: dict[str, Color] = {}

    def colour(self, name: str) -> Color:
        if name not in self.colours:
            self.colours[name] = HexColor(name)
        return self.colours[name]

    def text(self, at: XY, font: str, size: float, text: str, colour: str) -> None:
        self.canvas.setFillColor(self.colour(colour))
        self.canvas.setFont(font, size)
        self.canvas.drawString(*at, text)

    def rectangle(self, at: XY, size: XY, colour: str, radius: float = 0.0) -> None:
        self.canvas.setFillColor(self.colour(colour))
        if radius:
            self.canvas.roundRect(*at, *size, radius, stroke=0, fill=1)
        else:
            self.canvas.rect(*at, *size, stroke=0, fill=1)

    def strokes(self, paths: list[list[XY]], colour: str, thickness: float) -> None:
        self.canvas.setStrokeColor(self.colour(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.drawPath(self._path(paths, closed=False), stroke=1, fill=0)

    def shapes(self, shapes: list[list[XY]], colour: str) -> None:
        self.canvas.setFillColor(self.colour(colour))
        self.canvas.drawPath(self._path(shapes, closed=True), stroke=0, fill=1)

    def circles(self, middles: list[XY], radius: float, colour: str) -> None:
        self.canvas.setFillColor(self.colour(colour))
        path = self.canvas.beginPath()
        for x, y in middles:
            path.circle(x, y, radius)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def clip(self, at: XY, size: XY) -> None:
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(*at, *size)
        self.canvas.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        self.canvas.restoreState()

    def next_page(self) -> None:
        self.canvas.showPage()

    def _path(self, several: list[list[XY]], *, closed: bool) -> Any:
        path = self.canvas.beginPath()
        for points in several:
            path.moveTo(*points[0])
            for point in points[1:]:
                path.lineTo(*point)
            if closed:
                path.close()
        return path


def replay(calls: list[Call], size: XY) -> bytes:
    """Draw the same on a canvas of ReportLab's own and return the finished file."""
    ours, rl_config.useA85 = rl_config.useA85, 1  # as ReportLab comes
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, pageCompression=1)
    bare = Bare(canvas)
    for name, args in calls:
        getattr(bare, name)(*args)
    canvas.save()
    rl_config.useA85 = ours
    return file.getvalue()
