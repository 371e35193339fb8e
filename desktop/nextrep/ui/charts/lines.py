"""Dots, which are data, and lines, which are summaries; a line may have a band beside it.

Where many days share a column of pixels only the lowest and highest of them are drawn: the picture is the
same, and thirty years cost no more than two.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nextrep.domain.trends.summary_line import Floats, Segments
from nextrep.ui.charts.items import Frame, PanelItem

ROUND_DOTS = 1_500
"""Up to this many days in view the dots are round; beyond it they are small squares (30 times cheaper)."""
_MOST_LINES = 4
_PIXELS_PER_DOT = 1.5
"""A dot is at most so many times as wide as its day, so that years do not melt into a band."""
_CROWDED = 2.0
"""Values in a column of pixels from which only the lowest and highest are drawn."""

Band = tuple[Floats, Floats, Floats]
"""Days, lower and upper ends."""


def outline(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return the lowest and highest of each column of pixels, where values are many more than columns."""
    if not _crowded(x):
        return x, y
    columns = np.floor(x)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    return np.repeat(columns[starts] + 0.5, 2), np.column_stack((low, high)).ravel()


def _crowded(x: Floats) -> bool:
    return x.size > 1 and x.size >= _CROWDED * float(x[-1] - x[0])


class Dots(PanelItem):
    """One dot for each logged day."""

    def __init__(self) -> None:
        super().__init__()
        self._days, self._values = np.empty(0), np.empty(0)
        self._size = 4.0

    def set_points(self, days: Floats, values: Floats) -> None:
        """Set what is shown; days ascend."""
        self._days, self._values = days, values
        self.update()

    def set_size(self, pixels: float) -> None:
        """Set the diameter where there is room for it."""
        self._size = pixels
        self.update()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw round dots, or small squares where there are very many; smaller where days are narrow."""
        shown = frame.visible(self._days)
        days, values = self._days[shown], self._values[shown]
        if not days.size:
            return
        round_ones = days.size <= ROUND_DOTS
        size = min(self._size, max(2.0, _PIXELS_PER_DOT * frame.per_day))
        pen = QPen(self.color, size)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ones else Qt.PenCapStyle.SquareCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, round_ones)
        painter.setPen(pen)
        if round_ones:
            painter.drawPoints(frame.polygon(days, values))
            return
        painter.drawPoints(pg.functions.arrayToQPolygonF(*_apart(frame.across(days), frame.up(values))))


def _apart(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return points to the whole pixel, each once: many days look like one from afar."""
    columns, rows = np.round(x).astype(int), np.round(y).astype(int)
    left, top, height = int(columns.min()), int(rows.min()), int(np.ptp(rows)) + 1
    taken = np.zeros((int(np.ptp(columns)) + 1) * height, dtype=bool)
    taken[(columns - left) * height + rows - top] = True
    across, down = np.divmod(np.flatnonzero(taken), height)
    return across + float(left), down + float(top)


class Line(PanelItem):
    """A summary line in segments; between them nothing was logged, so nothing is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._segments: Segments = ()
        self._days, self._values, self._parts = np.empty(0), np.empty(0), np.empty(0, dtype=int)
        self._width = 2.0

    def set_width(self, pixels: float) -> None:
        """Set how wide it looks."""
        self._width = pixels
        self.update()

    def set_segments(self, segments: Segments, days: float = 1.0) -> None:
        """Set the segments, ascending; one of a single value is a dash as long as its `days`."""
        self._segments = tuple(_dash(*one, days) if one[0].size == 1 else one for one in segments)
        sizes = [one[0].size for one in self._segments]
        self._parts = np.repeat(np.arange(len(sizes)), sizes)
        if sizes:
            self._days, self._values = (np.concatenate(rows) for rows in zip(*self._segments, strict=True))
        self.update()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw each segment as thin lines below each other: looks wide, and costs no more than they do."""
        if not self._segments:
            return
        ratio = painter.deviceTransform().m11()  # also right where a picture is made
        pen = QPen(self.color, 1)
        pen.setCosmetic(True)  # one pixel of the screen, also where a unit is two of them: the fast way
        painter.setPen(pen)
        seen = frame.visible(self._days)
        x = frame.across(self._days[seen])
        if _crowded(x):
            _draw_strokes(painter, x, frame.up(self._values[seen]), self._parts[seen])
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = max(2, min(_MOST_LINES, round(self._width * ratio)))
        for days, values in self._segments:
            if days[-1] < frame.low or days[0] > frame.high:
                continue
            shown = frame.visible(days)
            line = frame.polygon(days[shown], values[shown], ratio)
            line.translate(0, -((lines + 1) // 2) / ratio)
            for _line in range(lines):
                line.translate(0, 1 / ratio)
                painter.drawPolyline(line)


def _draw_strokes(painter: QPainter, x: Floats, y: Floats, parts: npt.NDArray[np.int_]) -> None:
    """Draw one upright stroke for each column of pixels, as far as the line reaches in it.

    It reaches to where the line comes from, unless there is a gap between.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    columns = np.floor(x)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    before = np.maximum(starts - 1, 0)
    joined = parts[starts] == parts[before]
    low = np.where(joined, np.minimum(low, y[before]), low)
    high = np.where(joined, np.maximum(high, y[before]), high)
    rows = zip(columns[starts].tolist(), low.tolist(), high.tolist(), strict=True)
    painter.drawLines([QLineF(at, top, at, bottom + 1) for at, top, bottom in rows])


def _dash(days: Floats, values: Floats, length: float) -> tuple[Floats, Floats]:
    return days + np.array((-length / 2, length / 2)), np.repeat(values, 2)


class SpreadBand(PanelItem):
    """The quartiles of means by weeks or months, as an opaque band."""

    def __init__(self) -> None:
        super().__init__()
        self._bands: Sequence[Band] = ()
        self._days = 7.0

    def set_bands(self, bands: Sequence[Band], days: float) -> None:
        """Set the bands, each without a gap; one of a single value is as wide as its `days`."""
        self._bands, self._days = bands, days
        self.update()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Fill between the quartiles."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color)
        for days, low, high in self._bands:
            shown = frame.visible(days)
            x, bottom, top = frame.across(days[shown]), frame.up(low[shown]), frame.up(high[shown])
            if x.size == 1:
                half = max(2.0, self._days * frame.per_day / 2)
                painter.drawRect(QRectF(x[0] - half, top[0], 2 * half, max(1.0, bottom[0] - top[0])))
            elif x.size:
                around = np.concatenate((x, x[::-1])), np.concatenate((top - 0.5, bottom[::-1] + 0.5))
                painter.drawPolygon(pg.functions.arrayToQPolygonF(*around))
