"""The table below the calendar: where its sessions are, which one is looked at, what is in view."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr
from nextrep.ui.program.calendar_model import CalendarModel
from nextrep.ui.program.tile_delegate import TileDelegate, narrowest_column
from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_header import WeekHeader
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.table import TableView

_SHORTEST_ROW = 72


class WeekTable(TableView):
    """Weeks below each other, with rows as tall as their fullest day.

    Attributes:
        chosen: emitted with the tile that is looked at now.
        calendar: the model.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Calendar of the program"), parent)
        self.calendar = CalendarModel(self)
        self._tiles = TileDelegate(self)
        self._anchor: int | None = None  # day to keep in view until the person goes elsewhere
        self.setItemDelegate(self._tiles)
        self.setVerticalHeader(WeekHeader(self))
        self.setModel(self.calendar)
        self.setSelectionMode(TableView.SelectionMode.NoSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)  # it would keep Sunday at its usual width, however little room
        header.setMinimumSectionSize(narrowest_column(current_theme()))
        header.setSectionsClickable(False)
        self.calendar.modelReset.connect(self._fit_rows)

    def tile(self) -> Tile | None:
        """Return the tile that is looked at."""
        return self.calendar.find(self._tiles.chosen) if self._tiles.chosen else None

    def choose(self, key: tuple[str, int]) -> bool:
        """Look at a tile and go there; returns whether it is on the calendar."""
        tile = self.calendar.find(key)
        if tile is None:
            return False
        self._tiles.chosen = key
        self.setCurrentIndex(self.calendar.index_of_day(tile.day))
        self._tiles.chosen = key  # the day may hold several, and going there chose its first
        self.viewport().update()
        self.chosen.emit(tile)
        return True

    def go_to_day(self, day: int) -> None:
        """Bring the week of a date ordinal into view, with the week before it where there is room."""
        self._anchor = day
        index = self.calendar.index_of_day(day)
        if index.isValid():
            before = self.calendar.index(max(0, index.row() - 1), index.column())
            self.scrollTo(before, self.ScrollHint.PositionAtTop)
            self.scrollTo(index, self.ScrollHint.EnsureVisible)

    def place_of(self, tile: Tile) -> QPoint:
        """Return where on the screen a menu about a tile belongs."""
        index = self.calendar.index_of_day(tile.day)
        return self.viewport().mapToGlobal(self._rect_of(index, tile).bottomLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower columns need taller rows."""
        super().resizeEvent(event)
        self._fit_rows()
        if self._anchor is not None:
            self.go_to_day(self._anchor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; from then on the person decides what is in view."""
        self._anchor = None
        super().wheelEvent(event)

    def _choose(self, tile: Tile) -> None:
        if tile.key != self._tiles.chosen:
            self._tiles.chosen = tile.key
            self.viewport().update()
            self.chosen.emit(tile)

    def _tile_here(self) -> Tile | None:
        """Return the tile that is looked at if it is on the current day."""
        tiles = self.calendar.tiles(self.currentIndex())
        return next((tile for tile in tiles if tile.key == self._tiles.chosen), None)

    def _tile_at(self, point: QPoint) -> Tile | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        return self._tiles.tile_at(self.visualRect(index), self.calendar.tiles(index), point)

    def _rect_of(self, index: QModelIndex, tile: Tile) -> QRect:
        tiles = self.calendar.tiles(index)
        rects = self._tiles.rects(self.visualRect(index), tiles)
        return next((r for one, r in zip(tiles, rects, strict=True) if one.key == tile.key), QRect())

    def _fit_rows(self) -> None:
        """Make each week as tall as its fullest day."""
        shortest = current_theme().px(_SHORTEST_ROW)
        option = QStyleOptionViewItem()
        for row in range(self.calendar.rowCount()):
            height = shortest
            for column in range(WEEKDAYS):
                option.rect = QRect(0, 0, self.columnWidth(column), 0)
                height = max(height, self._tiles.sizeHint(option, self.calendar.index(row, column)).height())
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.verticalHeader().setFixedWidth(self.verticalHeader().sizeHint().width())
