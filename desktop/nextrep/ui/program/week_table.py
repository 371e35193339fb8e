"""The table below the calendar: where its sessions are, which one is looked at, what is in view."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from nextrep.domain.text import tr
from nextrep.ui.program.calendar_model import CalendarModel
from nextrep.ui.program.tile_delegate import TileDelegate
from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_header import WeekHeader
from nextrep.ui.program.week_room import Span, day_widths
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.table import TableView

_SHORTEST_ROW = 72


class WeekTable(TableView):
    """Weeks below each other, with rows as tall as their fullest day; or one week alone, told in full.

    Attributes:
        chosen: emitted with the tile that is looked at now.
        turned: other weeks are in view now.
        span: how much is shown.
        week_menu_asked: emitted with the row of a week and the screen position.
        calendar: the model.
    """

    chosen = Signal(object)
    turned = Signal()
    week_menu_asked = Signal(int, QPoint)
    span = Span.MONTH  # Qt asks to scroll while the table is still being made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Calendar of the program"), parent)
        self.calendar = CalendarModel(self)
        self._tiles = TileDelegate(self)
        self._anchor: int | None = None  # day to keep in view until the person goes elsewhere
        self._row = 0  # the week shown where one is shown alone
        self.setItemDelegate(self._tiles)
        self._weeks = WeekHeader(self)
        self._weeks.menu_asked.connect(self.week_menu_asked)
        self.setVerticalHeader(self._weeks)
        self.setModel(self.calendar)
        self.setSelectionMode(TableView.SelectionMode.NoSelection)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)  # it would keep Sunday at its usual width, however little room
        header.setMinimumSectionSize(self._tiles.narrowest_column())
        header.setSectionsClickable(False)
        self.calendar.modelReset.connect(self._on_reset)
        self.calendar.rows_changed.connect(self._on_rows_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def tile(self) -> Tile | None:
        """Return the tile that is looked at."""
        return self.calendar.find(self._tiles.chosen) if self._tiles.chosen else None

    def day(self) -> int:
        """Return the day gone to, else that of the tile looked at, else today."""
        if self.currentIndex().isValid():
            return self.calendar.day(self.currentIndex())
        tile = self.tile()
        return tile.day if tile is not None else self.calendar.today

    def choose(self, key: tuple[str, int]) -> bool:
        """Look at a tile and go there; returns whether it is on the calendar."""
        tile = self.calendar.find(key)
        if tile is None:
            return False
        index = self.calendar.index_of_day(tile.day)
        if self.span is Span.WEEK:
            self.show_week(index.row())
        self._mark(key)
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
            self._mark(key)  # the day may hold several, and going there chose its first
        self.chosen.emit(tile)
        return True

    def set_span(self, span: Span) -> None:
        """Show the whole program, or one week in full."""
        if span is self.span:
            return
        day = self.day()
        self.span = span
        self._tiles.big = span is Span.WEEK
        self.calendar.tell(full=span is Span.WEEK)
        self.verticalHeader().setVisible(span is Span.MONTH)
        mode = QHeaderView.ResizeMode.Stretch if span is Span.MONTH else QHeaderView.ResizeMode.Fixed
        self.horizontalHeader().setSectionResizeMode(mode)
        self._row = self.calendar.row_of_day(day)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.go_to_day(day)
        self.turned.emit()

    def show_week(self, row: int) -> None:
        """Show a week; where weeks are below each other, bring it into view."""
        row = min(max(row, 0), max(self.calendar.rowCount() - 1, 0))
        if self.span is Span.MONTH:
            self.go_to_day(self.calendar.monday(row))
        elif row != self._row:
            self._row = row
            self._lay_out()
            self.verticalScrollBar().setValue(0)
            self.turned.emit()

    def rows_in_view(self) -> range:
        """Return the rows of which most can be seen."""
        if self.span is Span.WEEK:
            return range(self._row, self._row + 1)
        edge = current_theme().px(_SHORTEST_ROW) // 2
        first, last = self.rowAt(edge), self.rowAt(self.viewport().height() - edge)
        return range(max(first, 0), (last if last >= 0 else self.calendar.rowCount() - 1) + 1)

    def go_to_day(self, day: int) -> None:
        """Bring the week of a date ordinal into view, with the week before it where there is room."""
        self._anchor = day
        if self.span is Span.WEEK:
            self.show_week(self.calendar.row_of_day(day))
            return
        index = self.calendar.index_of_day(day)
        if index.isValid():
            before = self.calendar.index(max(0, index.row() - 1), index.column())
            self.scrollTo(before, self.ScrollHint.PositionAtTop)
            self.scrollTo(index, self.ScrollHint.EnsureVisible)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: TableView.ScrollHint = TableView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a day into view; a week that is shown alone keeps its place, or shows the tile looked at."""
        if self.span is Span.MONTH:
            super().scrollTo(index, hint)
            return
        tile = self._tile_here()
        if tile is None:
            return
        rect, bar = self._rect_of(self.currentIndex(), tile), self.verticalScrollBar()
        if rect.top() < 0 or rect.height() > self.viewport().height():
            bar.setValue(bar.value() + rect.top() - current_theme().px(4))
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height())

    def place_of(self, tile: Tile) -> QPoint:
        """Return where on the screen a menu about a tile belongs."""
        index = self.calendar.index_of_day(tile.day)
        return self.viewport().mapToGlobal(self._rect_of(index, tile).bottomLeft())

    def place_of_day(self, day: int) -> QPoint:
        """Return where on the screen a menu about a day belongs."""
        rect = self.visualRect(self.calendar.index_of_day(day))
        return self.viewport().mapToGlobal(rect.center())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower columns need taller rows."""
        super().resizeEvent(event)
        self._lay_out()
        if self._anchor is not None:
            self.go_to_day(self._anchor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; from then on the person decides what is in view."""
        self._anchor = None
        super().wheelEvent(event)

    def _choose(self, tile: Tile) -> None:
        if tile.key != self._tiles.chosen:
            self._mark(tile.key)
            if self.span is Span.WEEK:
                self.scrollTo(self.currentIndex())
            self.chosen.emit(tile)

    def _mark(self, key: tuple[str, int]) -> None:
        """Draw another tile as the one that is looked at."""
        before = self.tile()
        self._tiles.chosen = key
        for tile in (before, self.calendar.find(key)):
            if tile is not None:
                self.update(self.calendar.index_of_day(tile.day))

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

    def _on_reset(self) -> None:
        self._row = min(self._row, max(self.calendar.rowCount() - 1, 0))
        self._lay_out()
        self.turned.emit()

    def _on_rows_changed(self, rows: set[int]) -> None:
        if self.span is Span.MONTH:
            self._fit_rows(rows)
        elif self._row in rows:
            self._lay_out()

    def _on_scrolled(self, _value: int) -> None:
        self.turned.emit()

    def _lay_out(self) -> None:
        """Show the rows that belong to the span, at the size they need."""
        alone = self.span is Span.WEEK
        for row in range(self.calendar.rowCount()):
            if self.isRowHidden(row) is not (alone and row != self._row):
                self.setRowHidden(row, alone and row != self._row)
        self.calendar.date_above(self._row if alone else None)
        if alone:
            self._fit_columns()
            self._fit_week()
        else:
            self._fit_rows(range(self.calendar.rowCount()))
            self._weeks.measure()
            self._weeks.setFixedWidth(self._weeks.sizeHint().width())

    def _fit_columns(self) -> None:
        """Give the room to the days that have sessions."""
        header = self.horizontalHeader()
        least = max(header.minimumSectionSize(), header.sectionSizeHint(0))
        busy = [bool(tiles) for tiles in self.calendar.tiles_in_row(self._row)]
        for column, width in enumerate(day_widths(busy, self.viewport().width(), least)):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    def _fit_week(self) -> None:
        """Let the week that is shown alone fill the table, and more where it needs more."""
        widths = [self.columnWidth(column) for column in range(self.calendar.columnCount())]
        height = max(self._height_of(self._row, widths), self.viewport().height())
        if self.rowHeight(self._row) != height:
            self.setRowHeight(self._row, height)

    def _fit_rows(self, rows: range | set[int]) -> None:
        """Make weeks as tall as their fullest day."""
        widths = [self.columnWidth(column) for column in range(self.calendar.columnCount())]
        for row in rows:
            height = self._height_of(row, widths)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _height_of(self, row: int, widths: list[int]) -> int:
        """Return the room that a week needs in columns of these widths."""
        theme = current_theme()
        days = zip(self.calendar.tiles_in_row(row), widths, strict=True)
        needed = [self._tiles.height(theme, tiles, width) for tiles, width in days if tiles]
        return max([theme.px(_SHORTEST_ROW), *needed])
