"""The calendar: weeks below each other, sessions to choose, drag, move, swap and remove."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from nextrep.domain.text import tr
from nextrep.ui.program.tile_delegate import draw_tile
from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_table import WeekTable
from nextrep.ui.theme.theme import current_theme

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(slots=True)
class _Drag:
    """A tile under the mouse: where it was taken, and where it is once it really moves."""

    tile: Tile
    start: QPoint
    grip: QPoint
    at: QPoint | None = None


class CalendarView(WeekTable):
    """Arrows go from day to day and from session to session of a day; letters do what the buttons do.

    Attributes:
        opened: emitted with a tile on Enter or a double click.
        move_asked, swap_asked, menu_asked: emitted with a tile and the screen position to ask at.
        remove_asked: emitted with a tile.
        dropped_on_day: emitted with a tile and a date ordinal.
        dropped_on_session: emitted with two tiles that shall change places.
    """

    opened = Signal(object)
    move_asked = Signal(object, QPoint)
    swap_asked = Signal(object, QPoint)
    menu_asked = Signal(object, QPoint)
    remove_asked = Signal(object)
    dropped_on_day = Signal(object, int)
    dropped_on_session = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag: _Drag | None = None
        self.setAccessibleDescription(
            tr("Arrows go from day to day. Enter shows a session, M moves it, S swaps it, Delete removes it.")
        )

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Look at the first session of the day gone to; on an empty day the last one stays in view."""
        super().currentChanged(current, previous)
        tiles = self.calendar.tiles(current)
        keys = [tile.key for tile in tiles]
        if tiles and self._tiles.chosen not in keys:
            self._choose(tiles[0])
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from session to session within a day; act on the one that is looked at."""
        self._anchor = None
        step = _UP_DOWN.get(Qt.Key(event.key())) if not event.modifiers() else None
        if step is not None and self._step_within_day(step):
            return
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._drop()
            return
        tile = self._tile_here()
        if (
            tile is None
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
            or not self._act(event, tile)
        ):
            super().keyPressEvent(event)

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
            self._drag = _Drag(tile, point, point - rect.topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the tile along."""
        drag, point = self._drag, event.position().toPoint()
        if drag is None:
            super().mouseMoveEvent(event)
            return
        far = (point - drag.start).manhattanLength() >= QApplication.startDragDistance()
        if drag.at is not None or far:
            drag.at = point
            self._scroll_at_edge(point)
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked twice."""
        tile = self._tile_at(event.position().toPoint())
        if tile is not None:
            self.opened.emit(tile)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tile clicked or looked at."""
        clicked = event.reason() == QContextMenuEvent.Reason.Mouse
        tile = self._tile_at(event.pos()) if clicked else self._tile_here()
        if tile is not None:
            self._choose(tile)
            self.menu_asked.emit(tile, event.globalPos() if clicked else self.place_of(tile))

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what is to be looked at, in the tool tip of its tile."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tile = self._tile_at(event.pos())
            if tile is not None and tile.tip:
                QToolTip.showText(event.globalPos(), tile.tip, self.viewport())
                return True
            QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the session that is looked at, else at today."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            tile = self.tile()
            self.setCurrentIndex(self.calendar.index_of_day(tile.day if tile else self.calendar.today))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the calendar, the focus ring, and what is being dragged."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drag is not None and self._drag.at is not None:
            self._paint_drag(painter, self._drag.tile, self._drag.at, self._drag.grip)
        elif self.hasFocus() and self.currentIndex().isValid():
            tile = self._tile_here()
            index = self.currentIndex()
            rect = self._rect_of(index, tile) if tile else self.visualRect(index).adjusted(4, 4, -4, -4)
            self._ring(painter, rect, theme.px(8))
        painter.end()

    def _paint_drag(self, painter: QPainter, tile: Tile, at: QPoint, grip: QPoint) -> None:
        index, other = self.indexAt(at), self._tile_at(at)
        theme = current_theme()
        if other is not None and other.movable and other.key != tile.key:
            self._ring(painter, self._rect_of(index, other), theme.px(8))
        elif index.isValid():
            self._ring(painter, self.visualRect(index).adjusted(2, 2, -2, -2), theme.px(8))
        rect = self._rect_of(self.calendar.index_of_day(tile.day), tile)
        rect.moveTopLeft(at - grip)
        painter.setOpacity(0.85)
        draw_tile(painter, theme, tile, rect, chosen=True)

    def _ring(self, painter: QPainter, rect: QRect, radius: int) -> None:
        painter.setPen(QPen(current_theme().color("primary"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _act(self, event: QKeyEvent, tile: Tile) -> bool:
        """Do what a key asks for; returns whether it asked for anything."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(tile)
        elif key == Qt.Key.Key_M and tile.movable:
            self.move_asked.emit(tile, self.place_of(tile))
        elif key == Qt.Key.Key_S and tile.movable:
            self.swap_asked.emit(tile, self.place_of(tile))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and tile.movable:
            self.remove_asked.emit(tile)
        else:
            return False
        return True

    def _step_within_day(self, step: int) -> bool:
        tiles, tile = self.calendar.tiles(self.currentIndex()), self._tile_here()
        if tile is None:
            return False
        place = tiles.index(tile) + step
        if 0 <= place < len(tiles):
            self._choose(tiles[place])
            return True
        return False

    def _drop(self) -> _Drag | None:
        drag, self._drag = self._drag, None
        self.viewport().update()
        return drag

    def _scroll_at_edge(self, point: QPoint) -> None:
        bar, edge = self.verticalScrollBar(), current_theme().px(24)
        if point.y() < edge:
            bar.setValue(bar.value() - edge // 2)
        elif point.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge // 2)
