"""What is drawn inside a panel: what all of it is made of, grid and cursor.

Everything is drawn in pixels with pens of width 1 or as plain points: Qt's stroker takes seconds for a
frame of wide antialiased lines. Only what is in view is handed to Qt.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_FAR = 1e7
"""Half the side of an item's bounds: no day and no value lies outside, so panning changes no geometry."""
_LINE_ROOM = 3.0
"""Broken lines that are closer together would be one grey field."""


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
        frame = Frame(painter.worldTransform(), self.getViewBox().viewRange())
        painter.save()
        painter.resetTransform()
        self.draw(painter, frame)
        painter.restore()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw in pixels. For subclasses."""
        raise NotImplementedError


class Frame:
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
        return pg.functions.arrayToQPolygonF(self.across(days), y)

    def across(self, days: np.ndarray) -> np.ndarray:
        """Places of many days, in fractions of a pixel."""
        return self._mx * days + self._dx

    def up(self, values: np.ndarray) -> np.ndarray:
        """Places of many values, in fractions of a pixel."""
        return self._my * values + self._dy

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
        self._zero_color: QColor | None = None
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

    def set_zero_color(self, color: QColor | None) -> None:
        """Set the colour of the line at 0 where values lie on both sides of it; None for no such line."""
        self._zero_color = color
        self.update()

    def set_events(self, days: Sequence[int], bands: Sequence[tuple[int, int]]) -> None:
        """Set the days with a line of an event, and the first and last days of bands."""
        self._event_days, self._bands = tuple(days), tuple(bands)
        self.update()

    def set_event_colors(self, line: QColor, band: QColor) -> None:
        """Set the colours of events."""
        self._event_color, self._band_color = line, band
        self.update()

    def draw(self, painter: QPainter, frame: Frame) -> None:
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
        if self._zero_color is not None:
            painter.setPen(QPen(self._zero_color, 1))
            painter.drawLine(QPointF(left, frame.y(0)), QPointF(right, frame.y(0)))
        _draw_days(painter, frame, self._marks, self._mark_color, (3, 4))
        _draw_days(painter, frame, self._event_days, self._event_color, (1, 2))


def _draw_days(
    painter: QPainter, frame: Frame, days: Sequence[int], color: QColor, dashes: Sequence[float]
) -> None:
    """Draw a broken line over the whole height at each day in view that has room; days ascend."""
    pen = QPen(color, 1)
    pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    free = -_FAR
    for day in days:
        if frame.low <= day <= frame.high and (x := frame.x(day)) >= free:
            free = x + _LINE_ROOM
            painter.drawLine(QPointF(x, frame.y(frame.top)), QPointF(x, frame.y(frame.bottom)))


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

    def draw(self, painter: QPainter, frame: Frame) -> None:
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
