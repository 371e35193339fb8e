"""Draws the sessions of a day, and knows where each of them is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nextrep.domain.text import tr
from nextrep.ui.program.calendar_model import CalendarModel
from nextrep.ui.program.tile_layout import WRAP, TileSetter, narrowest_tile
from nextrep.ui.program.tiles import Face, Tile
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme

_MARGIN = 4
_MOST_PICTURES = 256


class TileDelegate(QStyledItemDelegate):
    """Lays the tiles of a cell out below each other.

    Attributes:
        chosen: name of the tile that is looked at, None for none.
        big: whether the tiles tell their exercises.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[str, int] | None = None
        self.big = False
        self._setter = TileSetter()
        self._look: tuple[Theme, float, bool] | None = None
        self._pictures: dict[tuple[Face, int, int, bool], QPixmap] = {}

    def rects(self, cell: QRect, tiles: tuple[Tile, ...]) -> list[QRect]:
        """Return the place of each tile in a cell."""
        theme = current_theme()
        margin = theme.px(_MARGIN)
        top, width = cell.top() + margin, cell.width() - 2 * margin
        found = []
        for tile in tiles:
            height = self._setter.lay_out(theme, tile.face, width, big=self.big).height
            found.append(QRect(cell.left() + margin, top, width, height))
            top += height + margin
        return found

    def tile_at(self, cell: QRect, tiles: tuple[Tile, ...], point: QPoint) -> Tile | None:
        """Return the tile under a point."""
        for tile, rect in zip(tiles, self.rects(cell, tiles), strict=True):
            if rect.contains(point):
                return tile
        return None

    def height(self, theme: Theme, tiles: tuple[Tile, ...], width: int) -> int:
        """Return the room that the tiles of a day need in a column."""
        margin = theme.px(_MARGIN)
        inner = width - 2 * margin
        heights = (self._setter.lay_out(theme, tile.face, inner, big=self.big).height for tile in tiles)
        return margin + sum(height + margin for height in heights)

    def narrowest_column(self) -> int:
        """Return the width of a column in which no usual word is cut."""
        theme = current_theme()
        return narrowest_tile(self._setter, theme) + 2 * theme.px(_MARGIN)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for all tiles at the width of the column."""
        model = index.model()
        assert isinstance(model, CalendarModel)
        return QSize(
            option.rect.width(), self.height(current_theme(), model.tiles(index), option.rect.width())
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the lines of the calendar, the day where nothing is on it, and the tiles."""
        theme = current_theme()
        model = index.model()
        assert isinstance(model, CalendarModel)
        tiles, cell = model.tiles(index), option.rect
        paused = model.paused(index)
        # One word for the days of a week that rest, not one for each.
        before = model.index(index.row(), index.column() - 1)
        named = paused and not (before.isValid() and model.paused(before))
        painter.save()
        painter.fillRect(cell, theme.color("sunken" if paused else "surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.drawLine(cell.topLeft(), cell.bottomLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not tiles:
            self._draw_words(painter, theme, cell, today=model.day(index) == model.today, paused=named)
        for tile, rect in zip(tiles, self.rects(cell, tiles), strict=True):
            chosen = tile.key == self.chosen
            painter.drawPixmap(
                rect.topLeft(), self._picture(painter, theme, tile, rect.size(), chosen=chosen)
            )
        painter.restore()

    def _picture(self, painter: QPainter, theme: Theme, tile: Tile, size: QSize, *, chosen: bool) -> QPixmap:
        """Return a tile drawn once: the sessions of a plan look alike, and words are dear to draw."""
        ratio = painter.device().devicePixelRatio()
        look = (theme, ratio, self.big)
        if self._look != look:
            self._look = look
            self._pictures.clear()
        key = (tile.face, size.width(), size.height(), chosen)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            found = self._pictures[key] = QPixmap(size * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(theme.color("surface"))
            inner = QPainter(found)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_tile(inner, tile, QRect(QPoint(), size), chosen=chosen)
            inner.end()
        return found

    def draw_tile(self, painter: QPainter, tile: Tile, rect: QRect, *, chosen: bool) -> None:
        """Draw one session."""
        theme = current_theme()
        look = tile.face.look
        shape = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(theme.color("primary" if chosen else "line"), 1.5 if chosen else 1)
        if look in {"beside", "skipped"} and not chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        if look == "off" and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(pen)
        fill = {"beside": "surface", "skipped": "surface", "paused": "sunken"}.get(look, "bg")
        painter.setBrush(theme.color("tint" if chosen else fill))
        if look == "off" and not chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape, theme.px(8), theme.px(8))
        layout = self._setter.lay_out(theme, tile.face, rect.width(), big=self.big)
        if layout.chip is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("warnbg"))
            painter.drawRoundedRect(QRectF(layout.chip.translated(rect.topLeft())), theme.px(4), theme.px(4))
        for run in layout.runs:
            painter.setFont(self._setter.font(theme, run.size, run.weight))
            painter.setPen(theme.color(run.role))
            painter.drawText(run.place.translated(rect.topLeft()), WRAP, run.text)

    def _draw_words(self, painter: QPainter, theme: Theme, cell: QRect, *, today: bool, paused: bool) -> None:
        words = [tr("Today")] if today else []
        if paused:
            words.append(tr("Paused"))
        if not words:
            return
        painter.setPen(theme.color("primary" if today else "muted"))
        painter.setFont(self._setter.font(theme, SECONDARY, 600 if today else 400))
        inner = cell.adjusted(theme.px(8), theme.px(8), -theme.px(4), 0)
        painter.drawText(inner, WRAP, "\n".join(words))
