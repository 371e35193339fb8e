"""Bars from 0: what was done, and beside it in outline what was planned."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nextrep.domain.trends.summary_line import Floats
from nextrep.ui.charts.items import Frame, PanelItem

_SHARE = 0.8
_WIDEST = 26.0
"""Greatest width of a bar in pixels: neighbours stay apart, and a few weeks do not become walls."""
_SIDE_BY_SIDE = 8.0
"""Pixels from which two bars have room beside each other; below it the planned one is a line across."""


class Bars(PanelItem):
    """One bar for each week or month, in the middle of its days."""

    def __init__(self) -> None:
        super().__init__()
        self._days, self._done, self._planned = np.empty(0), np.empty(0), np.empty(0)
        self._length = 7.0
        self._edge = QColor()

    def set_bars(self, days: Floats, done: Floats, planned: Floats, length: float) -> None:
        """Set the middle days, ascending, with what was done and planned (NaN for nothing planned).

        Args:
            days: middle of each week or month.
            done: heights.
            planned: heights; empty where nothing is ever planned.
            length: days for which a bar stands.
        """
        self._days, self._done, self._planned, self._length = days, done, planned, length
        self.update()

    def set_edge(self, color: QColor) -> None:
        """Set the colour of the outline."""
        self._edge = color
        self.update()

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw plain rectangles."""
        shown = frame.visible(self._days)
        middle = np.floor(frame.across(self._days[shown]))
        if not middle.size:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        width = max(1.0, min(_WIDEST * max(1.0, self._length / 14), _SHARE * self._length * frame.per_day))
        planned = self._planned[shown] if self._planned.size else self._planned
        beside = bool(planned.size) and width >= _SIDE_BY_SIDE
        left = np.round(middle - width / 2)
        own = np.floor(width / 2) if beside else width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color)
        _draw_boxes(painter, frame, left, own, self._done[shown])
        painter.setPen(QPen(self._edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if beside:
            _draw_outlines(painter, frame, left + own + 1, width - own - 1, planned)
        elif planned.size:
            _draw_levels(painter, frame, left, width, planned)


def _draw_boxes(painter: QPainter, frame: Frame, left: Floats, width: float, values: Floats) -> None:
    """Fill rectangles from 0; of those that begin in the same column of pixels the highest."""
    kept = values > 0
    left, top = left[kept], np.round(frame.up(values[kept]))
    if not left.size:
        return
    zero = round(float(frame.up(np.zeros(1))[0]))
    starts = np.flatnonzero(np.diff(left, prepend=left[0] - 1))
    rows = zip(left[starts].tolist(), np.minimum.reduceat(top, starts).tolist(), strict=True)
    painter.drawRects([QRectF(x, y, width, zero - y) for x, y in rows])


def _draw_outlines(painter: QPainter, frame: Frame, left: Floats, width: float, values: Floats) -> None:
    """Draw the outlines of rectangles from 0; those that fit side by side are few."""
    zero = frame.y(0)
    for x, value in zip(left.tolist(), values.tolist(), strict=True):
        if value > 0:
            top = frame.y(value)
            painter.drawPolyline(
                pg.functions.arrayToQPolygonF(
                    np.array((x, x, x + width, x + width)) + 0.5, np.array((zero, top, top, zero))
                )
            )


def _draw_levels(painter: QPainter, frame: Frame, left: Floats, width: float, values: Floats) -> None:
    """Draw a line across at each height."""
    kept = values > 0
    left, y = left[kept], np.floor(frame.up(values[kept])) + 0.5
    rows = zip(left.tolist(), y.tolist(), strict=True)
    painter.drawLines([QLineF(x, at, x + width, at) for x, at in rows])
