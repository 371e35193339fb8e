"""The weeks at the side of the calendar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from nextrep.ui.program.calendar_model import SMALL_ROLE
from nextrep.ui.theme.theme import SECONDARY, current_theme

_ALIGN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WeekHeader(QHeaderView):
    """Two lines for each week: its number, and what became of it or when it begins.

    Attributes:
        menu_asked: emitted with the row of a week and the screen position for a menu.
    """

    menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._widest = 0
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the widest week, which `measure` found; Qt would measure every week at every edit."""
        return QSize(self._widest + current_theme().px(20), 0)

    def measure(self) -> None:
        """Find the widest week; call it when the weeks are other ones."""
        theme = current_theme()
        strong = QFontMetrics(theme.font(14, 600))
        quiet = QFontMetrics(theme.font(SECONDARY))
        titles = {self._text(row, Qt.ItemDataRole.DisplayRole) for row in range(self.count())}
        states = {self._text(row, SMALL_ROLE) for row in range(self.count())}
        self._widest = max([0, *map(strong.horizontalAdvance, titles), *map(quiet.horizontalAdvance, states)])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a week."""
        row = self.logicalIndexAt(event.pos())
        if row >= 0:
            self.menu_asked.emit(row, event.globalPos())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw one week."""
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(8), theme.px(8), 0, 0)
        font = theme.font(14, 600)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, _ALIGN, self._text(logicalIndex, Qt.ItemDataRole.DisplayRole))
        painter.setFont(theme.font(SECONDARY))
        painter.setPen(theme.color("muted"))
        below = inner.adjusted(0, QFontMetrics(font).height(), 0, 0)
        painter.drawText(below, _ALIGN, self._text(logicalIndex, SMALL_ROLE))
        painter.restore()

    def _text(self, row: int, role: int) -> str:
        return str(self.model().headerData(row, Qt.Orientation.Vertical, role) or "")
