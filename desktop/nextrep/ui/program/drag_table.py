"""Taking a session with the mouse and putting it down on another day."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_room import Span
from nextrep.ui.program.week_table import WeekTable
from nextrep.ui.theme.theme import current_theme

_EDGE = 28
_SCROLL_MS, _TURN_MS = 40, 650
"""While a session is held at the edge: how often the weeks scroll, and when the next week is turned to."""


@dataclass(slots=True)
class _Drag:
    """A tile under the mouse: where it was taken, and where it is once it really moves."""

    tile: Tile
    start: QPoint
    grip: QPoint
    size: QRect
    at: QPoint | None = None


class DragTable(WeekTable):
    """Weeks in which sessions can be dragged; at the edge it goes on to further weeks.

    Attributes:
        dropped_on_day: emitted with a tile and a date ordinal.
        dropped_on_session: emitted with two tiles that shall change places.
    """

    dropped_on_day = Signal(object, int)
    dropped_on_session = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: _Drag | None = None
        self._at_edge = QTimer(self)
        self._at_edge.timeout.connect(self._on_edge)

    @property
    def dragging(self) -> bool:
        """Whether a session is being carried."""
        return self._drag is not None and self._drag.at is not None

    def cancel_drag(self) -> bool:
        """Leave the session where it was; returns whether one was held."""
        return self._drop() is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked, and get ready to drag it."""
        self._anchor = None
        super().mousePressEvent(event)
        point = event.position().toPoint()
        tile = self._tile_at(point)
        if tile is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._choose(tile)
        if tile.movable:
            rect = self._rect_of(self.indexAt(point), tile)
            self._drag = _Drag(tile, point, point - rect.topLeft(), rect)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the tile along."""
        drag, point = self._drag, event.position().toPoint()
        if drag is None:
            super().mouseMoveEvent(event)
            return
        far = (point - drag.start).manhattanLength() >= QApplication.startDragDistance()
        if drag.at is not None or far:
            drag.at = point
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._watch_edge()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the tile down: on another session to change places, else on the day."""
        super().mouseReleaseEvent(event)
        drag = self._drop()
        if drag is None or drag.at is None:
            return
        point = event.position().toPoint()
        index, other = self.indexAt(point), self._tile_at(point)
        if not index.isValid() or not self.viewport().rect().contains(point):
            return
        if other is not None and other.movable and other.key != drag.tile.key:
            self.dropped_on_session.emit(drag.tile, other)
        elif self.calendar.day(index) != drag.tile.day:
            self.dropped_on_day.emit(drag.tile, self.calendar.day(index))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the calendar, and what is being dragged."""
        super().paintEvent(event)
        if self._drag is None or self._drag.at is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_drag(painter, self._drag, self._drag.at)
        painter.end()

    def _paint_drag(self, painter: QPainter, drag: _Drag, at: QPoint) -> None:
        index, other = self.indexAt(at), self._tile_at(at)
        radius = current_theme().px(8)
        if other is not None and other.movable and other.key != drag.tile.key:
            self._ring(painter, self._rect_of(index, other), radius)
        elif index.isValid():
            self._ring(painter, self.visualRect(index).adjusted(2, 2, -2, -2), radius)
        place = QRect(drag.size)
        place.moveTopLeft(at - drag.grip)
        painter.setOpacity(0.85)
        self._tiles.draw_tile(painter, drag.tile, place, chosen=True)

    def _ring(self, painter: QPainter, rect: QRect, radius: int) -> None:
        painter.setPen(QPen(current_theme().color("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _drop(self) -> _Drag | None:
        drag, self._drag = self._drag, None
        self._at_edge.stop()
        if drag is not None and drag.at is not None:
            self.unsetCursor()
            self.viewport().update()
        return drag

    def _edge(self) -> int:
        """Return -1 or 1 where the session is held at the first or last edge, else 0."""
        if self._drag is None or self._drag.at is None:
            return 0
        edge, at = current_theme().px(_EDGE), self._drag.at
        place, length = (
            (at.x(), self.viewport().width())
            if self.span is Span.WEEK
            else (at.y(), self.viewport().height())
        )
        return -1 if place < edge else 1 if place > length - edge else 0

    def _watch_edge(self) -> None:
        if not self._edge():
            self._at_edge.stop()
        elif not self._at_edge.isActive():
            self._at_edge.start(_TURN_MS if self.span is Span.WEEK else _SCROLL_MS)

    def _on_edge(self) -> None:
        """Go on to what lies beyond the edge."""
        step = self._edge()
        if not step:
            self._at_edge.stop()
        elif self.span is Span.WEEK:
            self.show_week(self.rows_in_view().start + step)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * current_theme().px(12))
        self.viewport().update()
