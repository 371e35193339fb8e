"""Scores of questionnaires: squares with their figures, joined, over their published bands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from nextrep.domain.trends.summary_line import Floats
from nextrep.ui.charts.items import Frame, PanelItem

_HALF = 0.5
"""Bands hold whole figures: between 9 and 10 the border is drawn half-way."""
_SMALLEST = 3.0
"""Side of a square in pixels where there are very many."""
_NEAR, _FIGURE = 8.0, 20.0
"""Pixels around a square, and below a name, in which a square's figure would touch the name."""


class Zones(PanelItem):
    """Published bands as light stripes, with their names at the right edge."""

    def __init__(self) -> None:
        super().__init__()
        self._zones: tuple[tuple[float, float, str], ...] = ()
        self._colors: tuple[QColor, ...] = ()
        self._font = QFont()
        self._points: tuple[Floats, Floats] = (np.empty(0), np.empty(0))

    def set_zones(self, zones: Sequence[tuple[float, float, str]], points: tuple[Floats, Floats]) -> None:
        """Set low end, high end and name of each, from the lowest up, and the values that names avoid."""
        self._zones, self._points = tuple(zones), points
        self.update()

    def set_look(self, colors: Sequence[QColor], text: QColor, font: QFont) -> None:
        """Set a colour for each zone, and how names are written."""
        self._colors, self._font = tuple(colors), font
        self.set_color(text)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Fill the stripes and write the names that have room, where they hide no value if that can be."""
        if not self._zones:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        left, right = frame.x(frame.low), frame.x(frame.high)
        stripes = []
        for (low, high, name), color in zip(self._zones, self._colors, strict=True):
            top, bottom = frame.y(min(high + _HALF, frame.top)), frame.y(max(low - _HALF, frame.bottom))
            painter.fillRect(QRectF(left, top, right - left, bottom - top), color)
            stripes.append((QRectF(left, top, right - left, bottom - top), name))
        painter.setFont(self._font)
        painter.setPen(self.color)
        metrics = QFontMetricsF(self._font)
        for place, name in self._names(stripes, metrics, frame):
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, name)

    def _names(
        self, stripes: Sequence[tuple[QRectF, str]], metrics: QFontMetricsF, frame: Frame
    ) -> list[tuple[QRectF, str]]:
        """Return where the names go: at the right, or at the left if only there they hide nothing."""
        shown = frame.visible(self._points[0])
        x, y = frame.across(self._points[0][shown]), frame.up(self._points[1][shown])
        rows: list[tuple[QRectF, str]] = []
        last_top = float("inf")
        for stripe, name in stripes:
            height = metrics.height()
            top = stripe.center().y() - height / 2
            too_low = height > stripe.height() + 2 * metrics.descent()
            if too_low or top + height > last_top + metrics.descent():
                continue
            width = metrics.horizontalAdvance(name) + metrics.averageCharWidth()
            right = QRectF(stripe.right() - width, top, width, height)
            left = QRectF(stripe.left(), top, width, height)
            rows.append((left if _covers(right, x, y) and not _covers(left, x, y) else right, name))
            last_top = top
        return rows


def _covers(place: QRectF, x: Floats, y: Floats) -> bool:
    """Whether a name would lie under the line, or under a square or its figure above."""
    if not x.size:
        return False
    columns = np.arange(max(place.left(), x[0]) - _NEAR, min(place.right(), x[-1]) + _NEAR, 2.0)
    line = np.interp(columns, x, y)
    on_line = (line > place.top()) & (line < place.bottom())
    near = (x > place.left() - _NEAR) & (x < place.right() + _NEAR)
    under = (y > place.top() - _NEAR) & (y < place.bottom() + _FIGURE)
    return bool(on_line.any() or (near & under).any())


class Scores(PanelItem):
    """A square for each score, with its figure beside it where it has room."""

    def __init__(self) -> None:
        super().__init__()
        self._days, self._values = np.empty(0), np.empty(0)
        self._texts: tuple[str, ...] = ()
        self._text_color = QColor()
        self._font = QFont()
        self._size = 7.0

    def set_points(self, days: Floats, values: Floats, texts: Sequence[str]) -> None:
        """Set the scores, ascending by day, and how they are written."""
        self._days, self._values, self._texts = days, values, tuple(texts)
        self.update()

    def set_look(self, color: QColor, text: QColor, font: QFont, size: float) -> None:
        """Set the colours, the font of the figures and the side of a square in pixels."""
        self._text_color, self._font, self._size = text, font, size
        self.set_color(color)

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw the squares; figures that would touch the one before are left out, the newest is kept."""
        shown = frame.visible(self._days)
        x, y = np.round(frame.across(self._days[shown])), np.round(frame.up(self._values[shown]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        apart = (x[-1] - x[0]) / (x.size - 1) if x.size > 1 else self._size * 2
        size = max(_SMALLEST, min(self._size, apart * 0.8))
        half = size / 2
        for across, up in zip(x.tolist(), y.tolist(), strict=True):
            painter.fillRect(QRectF(across - half, up - half, size, size), self.color)
        painter.setFont(self._font)
        painter.setPen(self._text_color)
        metrics = QFontMetricsF(self._font)
        left, right, top = frame.x(frame.low), frame.x(frame.high), frame.y(frame.top)
        free = float("inf")
        rows = list(zip(x.tolist(), y.tolist(), self._texts[shown], strict=True))
        if apart < metrics.horizontalAdvance("00"):
            rows = rows[-1:]  # between squares that nearly touch no figure would belong to one of them
        for across, up, text in reversed(rows):
            width = metrics.horizontalAdvance(text)
            start = min(max(across - width / 2, left), right - width)
            if start + width > free or not left <= across <= right:
                continue
            above = up - half - metrics.descent() - 1
            base = above if above - metrics.ascent() >= top else up + half + metrics.ascent()
            painter.drawText(QPointF(start, base), text)
            free = start - metrics.averageCharWidth() / 2
