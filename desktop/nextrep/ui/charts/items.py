"""What is drawn inside a panel: grid, marks, bars, dots, lines, cursor.

Everything is drawn in pixels with pens of width 1 or as plain points: Qt's stroker takes seconds for a
frame of wide antialiased lines. Only what is in view is handed to Qt.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from nextrep.domain.series import Points

_FAR = 1e7
"""Half the side of an item's bounds: no day and no value lies outside, so panning changes no geometry."""
ROUND_DOTS = 1_500
"""Up to this many days in view the dots are round; beyond it they are small squares (30 times cheaper)."""
_BAR_DAYS = 5.6
_BAR_PIXELS = 26.0
"""Greatest width of a week's bar: neighbours stay apart, and a few weeks do not become walls."""
_MIDWEEK = 3
_MOST_LINES = 4
_PIXELS_PER_DOT = 1.5
"""A dot is at most so many times as wide as its day, so that years do not melt into a band."""


class PanelItem(pg.GraphicsObject):
    """Base: maps days and values to pixels and draws there.

    Attributes:
        color: what it is drawn with.
    """

    def __init__(self) -> None:
        super().__init__()
        self.color = QColor()

    def boundingRect(self) -> QRectF:
        """Everywhere."""
        return QRectF(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)

    def set_color(self, color: QColor) -> None:
        """Draw in another colour."""
        self.color = color
        self.update()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Go over to pixels and draw."""
        frame = _Frame(painter.worldTransform(), self.getViewBox().viewRange())
        painter.save()
        painter.resetTransform()
        self.draw(painter, frame)
        painter.restore()

    def draw(self, painter: QPainter, frame: _Frame) -> None:
        """Draw in pixels. For subclasses."""
        raise NotImplementedError


class _Frame:
    """The days and values in view and their places in pixels."""

    __slots__ = ("_dx", "_dy", "_mx", "_my", "bottom", "high", "low", "top")

    def __init__(self, matrix: QTransform, in_view: Sequence[Sequence[float]]) -> None:
        (self.low, self.high), (self.bottom, self.top) = in_view
        self._mx, self._dx, self._my, self._dy = matrix.m11(), matrix.dx(), matrix.m22(), matrix.dy()

    def x(self, day: float) -> float:
        """Place of a day, to the pixel's middle, so that hairlines are sharp."""
        return round(self._mx * day + self._dx - 0.5) + 0.5

    def y(self, value: float) -> float:
        """Place of a value, to the pixel's middle."""
        return round(self._my * value + self._dy - 0.5) + 0.5

    @property
    def per_day(self) -> float:
        """Width of a day in pixels."""
        return self._mx

    def polygon(self, days: np.ndarray, values: np.ndarray, snap: float = 0) -> QPolygonF:
        """Places of many points; `snap` (pixels per unit) puts them in the middle of a row of pixels."""
        y = self._my * values + self._dy
        if snap:
            y = (np.floor(y * snap) + 0.5) / snap
        return pg.functions.arrayToQPolygonF(self._mx * days + self._dx, y)

    def visible(self, days: np.ndarray) -> slice:
        """Which of the ascending `days` are in view, with one more at either side."""
        start, stop = np.searchsorted(days, (self.low, self.high))
        return slice(max(0, int(start) - 1), int(stop) + 1)


class Grid(PanelItem):
    """Opaque hairlines at the labelled values, dashed ones where a phase begins, dotted ones for events.

    Behind them are bands, for events that go on.
    """

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[float, ...] = ()
        self._marks: tuple[int, ...] = ()
        self._mark_color = QColor()
        self._event_days: tuple[int, ...] = ()
        self._bands: tuple[tuple[int, int], ...] = ()
        self._event_color, self._band_color = QColor(), QColor()

    def set_lines(self, values: Sequence[float], marks: Sequence[int]) -> None:
        """Set the values with a horizontal line and the days with a vertical one."""
        self._values, self._marks = tuple(values), tuple(marks)
        self.update()

    def set_mark_color(self, color: QColor) -> None:
        """Set the colour of the vertical lines."""
        self._mark_color = color
        self.update()

    def set_events(self, days: Sequence[int], bands: Sequence[tuple[int, int]]) -> None:
        """Set the days with a line of an event, and the first and last days of bands."""
        self._event_days, self._bands = tuple(days), tuple(bands)
        self.update()

    def set_event_colors(self, line: QColor, band: QColor) -> None:
        """Set the colours of events."""
        self._event_color, self._band_color = line, band
        self.update()

    def draw(self, painter: QPainter, frame: _Frame) -> None:
        """Draw the bands and all lines, not antialiased."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for first, last in self._bands:
            left, right = max(first - 0.5, frame.low), min(last + 0.5, frame.high)
            if left < right:
                top, bottom = frame.y(frame.top), frame.y(frame.bottom)
                place = QRectF(frame.x(left), top, frame.x(right) - frame.x(left), bottom - top)
                painter.fillRect(place, self._band_color)
        painter.setPen(QPen(self.color, 1))
        left, right = frame.x(frame.low), frame.x(frame.high)
        for value in self._values:
            y = frame.y(value)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        _draw_days(painter, frame, self._marks, self._mark_color, (3, 4))
        _draw_days(painter, frame, self._event_days, self._event_color, (1, 2))


def _draw_days(
    painter: QPainter, frame: _Frame, days: Sequence[int], color: QColor, dashes: Sequence[float]
) -> None:
    """Draw a broken line over the whole height at each day in view."""
    pen = QPen(color, 1)
    pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    for day in days:
        if frame.low <= day <= frame.high:
            x = frame.x(day)
            painter.drawLine(QPointF(x, frame.y(frame.top)), QPointF(x, frame.y(frame.bottom)))


class _Values(PanelItem):
    """Base of what shows values by day."""

    def __init__(self) -> None:
        super().__init__()
        self._days = np.empty(0)
        self._values = np.empty(0)

    def set_points(self, points: Points) -> None:
        """Set what is shown; days ascend."""
        both = np.array(points, dtype=float).reshape(-1, 2)
        self._days, self._values = np.ascontiguousarray(both[:, 0]), np.ascontiguousarray(both[:, 1])
        self.update()


class Dots(_Values):
    """One dot for each logged day."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 4.0

    def set_size(self, pixels: float) -> None:
        """Set the diameter where there is room for it."""
        self._size = pixels
        self.update()

    def draw(self, painter: QPainter, frame: _Frame) -> None:
        """Draw round dots, or small squares where there are very many; smaller where days are narrow."""
        shown = frame.visible(self._days)
        days = self._days[shown]
        if not days.size:
            return
        round_ones = days.size <= ROUND_DOTS
        pen = QPen(self.color, min(self._size, max(2.0, _PIXELS_PER_DOT * frame.per_day)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ones else Qt.PenCapStyle.SquareCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, round_ones)
        painter.setPen(pen)
        painter.drawPoints(frame.polygon(days, self._values[shown]))


class Line(PanelItem):
    """A summary line in segments; between them nothing was logged, so nothing is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._segments: list[tuple[np.ndarray, np.ndarray]] = []
        self._width = 2.0

    def set_width(self, pixels: float) -> None:
        """Set how wide it looks."""
        self._width = pixels
        self.update()

    def set_segments(self, segments: Sequence[Points]) -> None:
        """Set the segments, ascending; one of a single day is shown as a short dash."""
        self._segments = []
        for points in segments:
            both = np.array(points, dtype=float).reshape(-1, 2)
            if len(both) == 1:
                both = np.array([[both[0, 0] - 0.5, both[0, 1]], [both[0, 0] + 0.5, both[0, 1]]])
            self._segments.append((np.ascontiguousarray(both[:, 0]), np.ascontiguousarray(both[:, 1])))
        self.update()

    def draw(self, painter: QPainter, frame: _Frame) -> None:
        """Draw each segment as thin lines below each other: looks wide, and costs no more than they do."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = painter.deviceTransform().m11()  # also right where a picture is made
        lines = max(2, min(_MOST_LINES, round(self._width * ratio)))
        pen = QPen(self.color, 1)
        pen.setCosmetic(True)  # one pixel of the screen, also where a unit is two of them: the fast way
        painter.setPen(pen)
        for days, values in self._segments:
            if days[-1] < frame.low or days[0] > frame.high:
                continue
            shown = frame.visible(days)
            line = frame.polygon(days[shown], values[shown], ratio)
            line.translate(0, -((lines + 1) // 2) / ratio)
            for _line in range(lines):
                line.translate(0, 1 / ratio)
                painter.drawPolyline(line)


class Bars(_Values):
    """One bar from 0 for each week, in the middle of its days."""

    def draw(self, painter: QPainter, frame: _Frame) -> None:
        """Draw plain rectangles."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        zero = frame.y(0)
        width = max(1.0, min(_BAR_PIXELS, _BAR_DAYS * frame.per_day))
        for day, value in zip(self._days, self._values, strict=True):
            if value and day + _MIDWEEK * 2 >= frame.low and day <= frame.high:
                left = frame.x(day + _MIDWEEK) - width / 2
                painter.fillRect(QRectF(left, frame.y(value), width, zero - frame.y(value)), self.color)


class Cursor(PanelItem):
    """The day being read out: a line, and a ring round its value."""

    def __init__(self) -> None:
        super().__init__()
        self._day: int | None = None
        self._value: float | None = None
        self._ring_color = QColor()
        self._inside = QColor()
        self._radius = 4.0

    def set_look(self, ring: QColor, inside: QColor, radius: float) -> None:
        """Set the ring's colours and size."""
        self._ring_color, self._inside, self._radius = ring, inside, radius
        self.update()

    def set_day(self, day: int | None, value: float | None) -> None:
        """Show a day with its value (None where nothing was logged), or no day at all."""
        if (day, value) != (self._day, self._value):
            self._day, self._value = day, value
            self.update()

    def draw(self, painter: QPainter, frame: _Frame) -> None:
        """Draw the line over the whole height, and the ring."""
        if self._day is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self.color, 1))
        x = frame.x(self._day)
        painter.drawLine(QPointF(x, frame.y(frame.top)), QPointF(x, frame.y(frame.bottom)))
        if self._value is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ring_color, 1))
            painter.setBrush(self._inside)
            painter.drawEllipse(QPointF(x, frame.y(self._value)), self._radius, self._radius)
