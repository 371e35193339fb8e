"""Draws the sessions of a day, and knows where each of them is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from nextrep.domain.text import tr
from nextrep.ui.program.calendar_model import CalendarModel
from nextrep.ui.program.tiles import Tile
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_MARGIN, _PAD_Y = 4, 7


@dataclass(frozen=True, slots=True)
class _Room:
    """How a tile is laid out at its width; sizes in px at 100 %.

    Attributes:
        brief: whether it says things in fewer words.
        title: size of its title.
        pad: space at its left and right.
    """

    brief: bool
    title: int
    pad: int

    def lines(self, tile: Tile) -> tuple[str, ...]:
        return tile.brief if self.brief else tile.lines


_WIDE, _SLIM = _Room(brief=False, title=13, pad=8), _Room(brief=True, title=12, pad=5)


class TileDelegate(QStyledItemDelegate):
    """Lays the tiles of a cell out below each other.

    Attributes:
        chosen: name of the tile that is looked at, None for none.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[str, int] | None = None

    def rects(self, cell: QRect, tiles: tuple[Tile, ...]) -> list[QRect]:
        """Return the place of each tile in a cell."""
        theme = current_theme()
        margin = theme.px(_MARGIN)
        top = cell.top() + margin
        found = []
        for tile in tiles:
            width = cell.width() - 2 * margin
            height = _tile_height(theme, tile, width)
            found.append(QRect(cell.left() + margin, top, width, height))
            top += height + margin
        return found

    def tile_at(self, cell: QRect, tiles: tuple[Tile, ...], point: QPoint) -> Tile | None:
        """Return the tile under a point."""
        for tile, rect in zip(tiles, self.rects(cell, tiles), strict=True):
            if rect.contains(point):
                return tile
        return None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for all tiles at the width of the column."""
        theme = current_theme()
        model = index.model()
        assert isinstance(model, CalendarModel)
        cell = QRect(0, 0, option.rect.width(), 0)
        rects = self.rects(cell, model.tiles(index))
        bottom = rects[-1].bottom() + 1 if rects else 0
        return QSize(option.rect.width(), bottom + theme.px(_MARGIN))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the lines of the calendar, the day where nothing is on it, and the tiles."""
        theme = current_theme()
        model = index.model()
        assert isinstance(model, CalendarModel)
        tiles, cell = model.tiles(index), option.rect
        painter.save()
        painter.fillRect(cell, theme.color("surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.drawLine(cell.topLeft(), cell.bottomLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not tiles and model.day(index) == model.today:
            painter.setPen(theme.color("primary"))
            painter.setFont(theme.font(SECONDARY, 600))
            inner = cell.adjusted(theme.px(8), theme.px(8), -theme.px(4), 0)
            painter.drawText(inner, _WRAP, tr("Today"))
        for tile, rect in zip(tiles, self.rects(cell, tiles), strict=True):
            draw_tile(painter, theme, tile, rect, chosen=tile.key == self.chosen)
        painter.restore()


def draw_tile(painter: QPainter, theme: Theme, tile: Tile, rect: QRect, *, chosen: bool) -> None:
    """Draw one session."""
    shape = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    pen = QPen(theme.color("primary" if chosen else "line"), 1.5 if chosen else 1)
    if tile.kind == "beside" and not chosen:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    fill = "tint" if chosen else "surface" if tile.kind == "beside" else "bg"
    painter.setBrush(theme.color(fill))
    painter.drawRoundedRect(shape, theme.px(8), theme.px(8))
    room = _room(theme, rect.width())
    y = rect.top() + theme.px(_PAD_Y)
    left, width = rect.left() + theme.px(room.pad), rect.width() - 2 * theme.px(room.pad)
    painter.setFont(_title_font(theme, room))
    painter.setPen(theme.color("muted" if tile.kind == "beside" or tile.late else "ink"))
    y += _write(painter, QRect(left, y, width, 10_000), tile.title)
    for index, line in enumerate(room.lines(tile)):
        marked = index == 0 and (tile.done or tile.today)
        painter.setFont(_line_font(theme, marked=marked))
        painter.setPen(theme.color("primary" if marked else "muted"))
        y += _write(painter, QRect(left, y, width, 10_000), line)
    if tile.chip:
        painter.setFont(_line_font(theme, marked=False))
        inset = theme.px(4)
        y += inset
        words = QRect(left, y + inset // 2, width - inset, 10_000)
        height = _height(painter.font(), words.width(), tile.chip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warnbg"))
        box = QRect(left - inset, y, width + 2 * inset, height + inset)
        painter.drawRoundedRect(QRectF(box), inset, inset)
        painter.setPen(theme.color("warn"))
        _write(painter, words, tile.chip)


def narrowest_column(theme: Theme) -> int:
    """Return the width of a column in which no usual word is cut."""
    plain = QFontMetrics(_line_font(theme, marked=False))
    words = tr("{n} exercises", n="").split()
    widest = max(plain.horizontalAdvance(word) for word in words)
    return widest + 2 * theme.px(_SLIM.pad) + 2 * theme.px(_MARGIN) + 2


def _room(theme: Theme, width: int) -> _Room:
    """Choose the layout of a tile: the usual one where its longest usual line fits."""
    longest = QFontMetrics(_line_font(theme, marked=False)).horizontalAdvance(tr("about {n} min", n=88))
    return _WIDE if width >= longest + 2 * theme.px(_WIDE.pad) else _SLIM


def _title_font(theme: Theme, room: _Room) -> QFont:
    return theme.font(room.title, 600)


def _line_font(theme: Theme, *, marked: bool) -> QFont:
    return theme.font(SECONDARY, 600 if marked else 400)


def _write(painter: QPainter, rect: QRect, text: str) -> int:
    """Write wrapped text and return its height."""
    painter.drawText(rect, _WRAP, text)
    return _height(painter.font(), rect.width(), text)


def _height(font: QFont, width: int, text: str) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


def _tile_height(theme: Theme, tile: Tile, width: int) -> int:
    room = _room(theme, width)
    inner = width - 2 * theme.px(room.pad)
    height = 2 * theme.px(_PAD_Y) + _height(_title_font(theme, room), inner, tile.title)
    for index, line in enumerate(room.lines(tile)):
        marked = index == 0 and (tile.done or tile.today)
        height += _height(_line_font(theme, marked=marked), inner, line)
    if tile.chip:
        inset = theme.px(4)
        height += _height(_line_font(theme, marked=False), inner - inset, tile.chip) + 2 * inset
    return height
