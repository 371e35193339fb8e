"""Things in a list that say two lines each: a name, and a quieter line about it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nextrep.ui.theme.theme import BODY, SECONDARY, current_theme

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The quieter line, beside the name in DisplayRole."""


class TwoLineDelegate(QStyledItemDelegate):
    """Paints a name over a quieter line; who has more to show draws it in `take_room`."""

    def __init__(self, parent: QWidget | None = None, *, least: int = 48) -> None:
        """Make the delegate; a row is at least `least` px high at 100 %, what a tired hand hits."""
        super().__init__(parent)
        self._least = least

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Room for two lines."""
        theme = current_theme()
        name, line = (QFontMetrics(theme.font(size)).height() for size in (BODY, SECONDARY))
        return QSize(theme.px(160), max(theme.px(self._least), name + line + theme.px(14)))

    def take_room(self, painter: QPainter, inner: QRect, index: Index) -> QRect:  # noqa: ARG002 - for subclasses
        """Draw what stands beside the lines and return the room that is left for them."""
        return inner

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme = current_theme()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("tint"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = self.take_room(painter, rect.adjusted(theme.px(10), 0, -theme.px(10), 0), index)
        self._draw_words(painter, inner, index)
        painter.restore()

    def _draw_words(self, painter: QPainter, inner: QRect, index: Index) -> None:
        theme = current_theme()
        fonts = (theme.font(BODY, 600), theme.font(SECONDARY))
        words = (str(index.data()), str(index.data(LINE_ROLE) or ""))
        heights = [
            QFontMetrics(font).height() if text else 0 for font, text in zip(fonts, words, strict=True)
        ]
        top = inner.top() + (inner.height() - sum(heights)) // 2
        for font, text, height, color in zip(fonts, words, heights, ("ink", "muted"), strict=True):
            painter.setFont(font)
            painter.setPen(theme.color(color))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRect(inner.left(), top, inner.width(), height), 0, shown)
            top += height
