"""The calendar under the keyboard: days to go through, sessions to choose, letters that act on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr
from nextrep.ui.program.drag_table import DragTable
from nextrep.ui.program.week_room import Span
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.menu_key import opens_menu

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_REMOVE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
WEEKS_A_PAGE = 4
"""How far "earlier" and "later" go where weeks are below each other."""


class CalendarView(DragTable):
    """Arrows go from day to day and from session to session of a day; letters do what the buttons do.

    Attributes:
        opened: emitted with a tile on Enter or a double click.
        move_asked, swap_asked: emitted with a tile and the screen position to ask at.
        skip_asked: emitted with a tile that shall be left out, or taken in again, and the position.
        menu_asked: emitted with a tile, or None on a day without one, the date ordinal, and the position.
        remove_asked: emitted with a tile.
        add_asked: emitted with the date ordinal of a day that shall have a session.
    """

    opened = Signal(object)
    move_asked = Signal(object, QPoint)
    swap_asked = Signal(object, QPoint)
    skip_asked = Signal(object, QPoint)
    menu_asked = Signal(object, int, QPoint)
    remove_asked = Signal(object)
    add_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleDescription(
            tr(
                "Arrows go from day to day. Enter shows a session, M moves it, S swaps it, K leaves it out, "
                "Delete removes it, N adds one, T goes to today; the menu key shows all that can be done."
            )
        )

    def turn(self, step: int) -> None:
        """Go to earlier (-1) or later (1) weeks, with the day gone to."""
        self._anchor = None
        here, seen = self.currentIndex().row(), self.rows_in_view()
        weeks = step if self.span is Span.WEEK else step * WEEKS_A_PAGE
        row = (here if here in seen else seen.start) + weeks
        row = min(max(row, 0), max(self.calendar.rowCount() - 1, 0))
        index = self.calendar.index(row, max(self.currentIndex().column(), 0))
        self.show_week(row)
        if index.isValid():
            self.setCurrentIndex(index)
            if self.span is Span.MONTH:
                self.scrollTo(index, self.ScrollHint.PositionAtTop)

    def go_today(self) -> None:
        """Go to today, and look at what is on it."""
        self.go_to_day(self.calendar.today)
        index = self.calendar.index_of_day(self.calendar.today)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Look at the first session of the day gone to; on an empty day the last one stays in view."""
        super().currentChanged(current, previous)
        tiles = self.calendar.tiles(current)
        keys = [tile.key for tile in tiles]
        if tiles and self._tiles.chosen not in keys:
            self._choose(tiles[0])
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from session to session within a day; act on the one that is looked at."""
        self._anchor = None
        if (event.key() == Qt.Key.Key_Escape and self.cancel_drag()) or opens_menu(self, event):
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and event.key() in _PAGES:
            self.turn(_PAGES[Qt.Key(event.key())])
        elif modifiers or not (self._go(Qt.Key(event.key())) or self._act(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked twice; on an empty day ask for a session."""
        point = event.position().toPoint()
        tile, index = self._tile_at(point), self.indexAt(point)
        if tile is not None:
            self.opened.emit(tile)
        elif index.isValid():
            self.add_asked.emit(self.calendar.day(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the tile, or of the day, clicked or looked at."""
        clicked = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if clicked else self.currentIndex()
        tile = self._tile_at(event.pos()) if clicked else self._tile_here()
        if not index.isValid():
            return
        day = self.calendar.day(index)
        if tile is not None:
            self._choose(tile)
        at = event.globalPos()
        if not clicked:
            at = self.place_of(tile) if tile is not None else self.place_of_day(day)
        self.menu_asked.emit(tile, day, at)

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
            self.setCurrentIndex(self.calendar.index_of_day(self.day()))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring over the calendar."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.dragging or not self.hasFocus() or not index.isValid():
            return
        tile = self._tile_here()
        rect = self._rect_of(index, tile) if tile else self.visualRect(index).adjusted(4, 4, -4, -4)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ring(painter, rect, current_theme().px(8))
        painter.end()

    def _go(self, key: Qt.Key) -> bool:
        """Go where a key leads that the table does not know; returns whether it led anywhere."""
        if key in _UP_DOWN:
            return self._step_within_day(_UP_DOWN[key]) or self.span is Span.WEEK
        if key == Qt.Key.Key_T:
            self.go_today()
            return True
        if self.span is not Span.WEEK:
            return False
        if key in _PAGES:
            self.turn(_PAGES[key])
            return True
        column = self.currentIndex().column() + _SIDEWAYS.get(key, 0)
        if 0 <= column < WEEKDAYS or not self.currentIndex().isValid():
            return False
        row = self.rows_in_view().start + _SIDEWAYS[key]
        if 0 <= row < self.calendar.rowCount():
            self.show_week(row)
            self.setCurrentIndex(self.calendar.index(row, column % WEEKDAYS))
        return True

    def _act(self, key: Qt.Key) -> bool:
        """Do what a key asks for; returns whether it asked for anything."""
        if key == Qt.Key.Key_N and self.currentIndex().isValid():
            self.add_asked.emit(self.calendar.day(self.currentIndex()))
            return True
        tile = self._tile_here()
        if tile is None:
            return False
        if key in _OPEN:
            self.opened.emit(tile)
        elif key == Qt.Key.Key_M and tile.movable:
            self.move_asked.emit(tile, self.place_of(tile))
        elif key == Qt.Key.Key_S and tile.movable:
            self.swap_asked.emit(tile, self.place_of(tile))
        elif key == Qt.Key.Key_K and tile.planned:
            self.skip_asked.emit(tile, self.place_of(tile))
        elif key in _REMOVE and tile.planned:
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
