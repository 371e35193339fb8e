"""How a day looks in the calendar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nextrep.ui.journal.month_model import MARK_ROLE, DayMark
from nextrep.ui.theme.contrast import ratio
from nextrep.ui.theme.theme import SECONDARY, Theme, current_theme

SHADES = (0.12, 0.26, 0.44, 0.70, 0.96)
"""Share of the mood colour over the card for moods of 0-2, 2-4 and so on up to 10.

Chosen so that ink or its opposite keeps a contrast of 4.5 on each, in both themes; a test asserts it."""


def shade(theme: Theme, mood: int) -> str:
    """Return the colour of a day with this mood (0-100) as "#RRGGBB"."""
    share = SHADES[min(mood * len(SHADES) // 100, len(SHADES) - 1)]
    card, full = theme.color("surface"), theme.color("mood")
    pairs = ((card.red(), full.red()), (card.green(), full.green()), (card.blue(), full.blue()))
    return QColor(*(round(one + (other - one) * share) for one, other in pairs)).name()


def text_on(theme: Theme, background: str) -> str:
    """Return the text colour, of the two that the theme has, that stands out more."""
    return max((theme.tokens.ink, theme.tokens.on_primary), key=lambda colour: ratio(colour, background))


class DayDelegate(QStyledItemDelegate):
    """Paints a day: shade for mood, dot for training, line for writing, rings for today and chosen."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        mark = index.data(MARK_ROLE)
        if not isinstance(mark, DayMark):
            return
        theme = current_theme()
        gap = theme.px(2)
        rect = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = _background(painter, theme, rect, mark)
        painter.setPen(ink)
        painter.setFont(theme.font(SECONDARY, 700 if mark.today else 400, tabular=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        _signs(painter, theme, rect, mark, ink)
        _rings(painter, theme, rect, mark)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The columns share the width; rows are high enough to hit."""
        px = current_theme().px
        return QSize(px(28), px(33))


def _background(painter: QPainter, theme: Theme, rect: QRectF, mark: DayMark) -> QColor:
    """Fill the cell and return the colour for what is written on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    radius = theme.px(6)
    if mark.future:
        return theme.color("muted")
    if mark.mood is None or theme.high_contrast:
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(rect, radius, radius)
        return theme.color("ink")
    background = shade(theme, mark.mood)
    painter.setBrush(QColor(background))
    painter.drawRoundedRect(rect, radius, radius)
    return QColor(text_on(theme, background))


def _signs(painter: QPainter, theme: Theme, rect: QRectF, mark: DayMark, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    size = theme.px(4)
    if mark.trained:
        corner = QPointF(rect.right() - 1.6 * size, rect.top() + 1.6 * size)
        painter.drawEllipse(corner, size / 2, size / 2)
    if mark.written:
        line = QRectF(rect.center().x() - 1.5 * size, rect.bottom() - 1.3 * size, 3 * size, size / 2.5)
        painter.drawRoundedRect(line, 1, 1)


def _rings(painter: QPainter, theme: Theme, rect: QRectF, mark: DayMark) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.px(6)
    if mark.chosen:
        painter.setPen(QPen(theme.color("primary"), theme.px(2)))
        painter.drawRoundedRect(rect, radius, radius)
    elif mark.today:
        painter.setPen(QPen(theme.color("ink"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class WeekdayHeader(QHeaderView):
    """The letters of the weekdays, without lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setFixedHeight(current_theme().px(26))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        """Draw one letter."""
        theme = current_theme()
        painter.setFont(theme.font(SECONDARY, 600))
        painter.setPen(theme.color("muted"))
        text = self.model().headerData(section, Qt.Orientation.Horizontal)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(text))  # type: ignore[call-overload]
