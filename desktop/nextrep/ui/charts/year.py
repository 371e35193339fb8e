"""A year in pixels: one cell a day, a row for each month. It needs no library of charts."""

from __future__ import annotations

from datetime import date
from math import floor

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.days import month_short
from nextrep.domain.series_words import axis_text
from nextrep.domain.text import tr
from nextrep.domain.year_pixels import YearPixels
from nextrep.ui.charts.colors import pixel_colors
from nextrep.ui.theme.theme import SECONDARY, current_theme

_MONTHS, _DAYS = 12, 31
_LABELS, _CELL, _FIGURE_CELL = 40, 12, 20
_TITLED_DAYS = (1, 5, 10, 15, 20, 25, 30)
_WEEK = 7
_STEPS = 5


class YearView(QWidget):
    """Shows a year. One stop for the Tab key; the arrow keys go from day to day and from month to month.

    Attributes:
        readOut: emitted with the day under the cursor in words, "" without one.
    """

    readOut = Signal(str)  # noqa: N815 - named as Qt names its own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._year: YearPixels | None = None
        self._day: int | None = None
        self._hover: int | None = None

    @property
    def day(self) -> int | None:
        """The day that is read out (date ordinal)."""
        return self._hover if self._hover is not None else self._day

    def show_year(self, year: YearPixels) -> None:
        """Show a year; a cursor stays where it is if that day has a cell."""
        self._year = year
        self._hover = None
        if self._day is not None and not year.first <= self._day <= year.last:
            self._day = None
        self.setAccessibleName(tr("{name} in {year}, day by day: arrow keys read out a day",
                                  name=year.series.title, year=year.year))  # fmt: skip
        self._tell()

    def move_to(self, day: int | None) -> None:
        """Read out a day, or none; days without a cell count as the nearest one with."""
        if self._year is None or self._year.last < self._year.first:
            return
        self._hover = None
        self._day = None if day is None else min(max(day, self._year.first), self._year.last)
        self._tell()
        if self._day is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def text(self) -> str:
        """Return what the read-out says."""
        return self._year.day_text(self.day) if self._year is not None and self.day is not None else ""

    def sizeHint(self) -> QSize:
        """Cells with room for their figures."""
        px = current_theme().px
        return QSize(px(_LABELS + _DAYS * 26), px((_MONTHS + 3) * 26))

    def minimumSizeHint(self) -> QSize:
        """Cells that can be told apart."""
        px = current_theme().px
        return QSize(px(_LABELS) + _DAYS * px(_CELL), (_MONTHS + 3) * px(_CELL + 4))

    def cell(self, day: int) -> QRectF:
        """Return the place of a day."""
        on = date.fromordinal(day)
        left, top, width, height = self._measures()
        return QRectF(left + (on.day - 1) * width, top + (on.month - 1) * height, width, height)

    def color_of(self, value: float) -> QColor:
        """Return the colour of a value."""
        assert self._year is not None
        return pixel_colors(self._year, value, current_theme())[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor or put it away."""
        if self._year is None or not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out the day under the pointer."""
        self._hover = self._day_at(event.position().x(), event.position().y())
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the cursor."""
        super().leaveEvent(event)
        self._hover = None
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, cells, legend and cursor."""
        if self._year is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(SECONDARY, tabular=True))
        self._draw_names(painter)
        for day in range(self._year.first, self._year.last + 1):
            self._draw_cell(painter, self.cell(day), self._year.values.get(day))
        self._draw_legend(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.day is not None:
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawRect(self.cell(self.day).adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("primary"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()

    def _measures(self) -> tuple[float, float, float, float]:
        """Return where the cells begin, and their width and height."""
        px = current_theme().px
        left, line = float(px(_LABELS)), float(self.fontMetrics().height() + px(8))
        width = max(1.0, (self.width() - left - px(8)) / _DAYS)
        return left, line, width, max(1.0, (self.height() - 2 * line - px(8)) / _MONTHS)

    def _draw_names(self, painter: QPainter) -> None:
        left, top, width, height = self._measures()
        painter.setPen(current_theme().color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for month in range(_MONTHS):
            place = QRectF(current_theme().px(8), top + month * height, left, height)
            painter.drawText(place, middle, month_short(month + 1))
        for day in _TITLED_DAYS:
            place = QRectF(left + (day - 2) * width, 0, 3 * width, top)
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignHCenter, str(day))

    def _draw_cell(self, painter: QPainter, place: QRectF, value: float | None) -> None:
        """Fill the cell of a value; that of an empty day is an outline with nothing in it."""
        theme = current_theme()
        inner = place.adjusted(1.5, 1.5, -1.5, -1.5)
        if value is None:
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
            return
        assert self._year is not None
        color, figure = pixel_colors(self._year, value, theme)
        painter.fillRect(inner, color)
        if min(place.width(), place.height()) >= theme.px(_FIGURE_CELL):
            painter.setPen(figure)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(floor(value + 0.5)))

    def _draw_legend(self, painter: QPainter) -> None:
        """Draw the scale with its ends, an empty day, and what is the better end."""
        assert self._year is not None
        year, theme, metrics = self._year, current_theme(), painter.fontMetrics()
        left, line, _width, _height = self._measures()
        top, side, gap = self.height() - line, float(metrics.height()), float(theme.px(8))
        x = left
        for part in (axis_text(year.series, year.low), None, axis_text(year.series, year.high)):
            if part is None:
                for step in range(_STEPS):
                    value = year.low + (year.high - year.low) * step / (_STEPS - 1)
                    painter.fillRect(QRectF(x, top, side, side), self.color_of(value))
                    x += side
                x += gap
                continue
            x = self._write(painter, x, top, part) + gap
        x = self._write(painter, x, top, year.legend()) + 2 * gap
        self._draw_cell(painter, QRectF(x, top, side, side), None)
        self._write(painter, x + side + gap, top, tr("not logged"))

    def _write(self, painter: QPainter, x: float, top: float, text: str) -> float:
        """Write a piece of the legend and return where it ends."""
        metrics = painter.fontMetrics()
        painter.setPen(current_theme().color("muted"))
        painter.drawText(int(x), int(top + metrics.ascent()), text)
        return x + metrics.horizontalAdvance(text)

    def _day_at(self, x: float, y: float) -> int | None:
        if self._year is None:
            return None
        left, top, width, height = self._measures()
        month, day = int((y - top) // height) + 1, int((x - left) // width) + 1
        if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS):
            return None
        try:
            found = date(self._year.year, month, day).toordinal()
        except ValueError:
            return None
        return found if found <= self._year.last else None

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        assert self._year is not None
        step = _WEEK if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        at = self._day if self._day is not None else self._year.last
        moves = {
            Qt.Key.Key_Left: at - step,
            Qt.Key.Key_Right: at + step,
            Qt.Key.Key_Up: _month_on(at, -1),
            Qt.Key.Key_Down: _month_on(at, 1),
            Qt.Key.Key_Home: self._year.first,
            Qt.Key.Key_End: self._year.last,
        }
        if key in moves:
            self.move_to(moves[key] if self._day is not None or key == Qt.Key.Key_Home else self._year.last)
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self.move_to(None)
        else:
            return False
        return True

    def _tell(self) -> None:
        said = self.text()
        summary = self._year.summary() if self._year is not None else ""
        self.setAccessibleDescription(said or summary)
        self.readOut.emit(said)
        self.update()


def _month_on(day: int, months: int) -> int:
    """Return the same day of the month before or after, or its last one."""
    on = date.fromordinal(day)
    count = on.year * 12 + on.month - 1 + months
    following = date((count + 1) // 12, (count + 1) % 12 + 1, 1).toordinal()
    return min(date(count // 12, count % 12 + 1, 1).toordinal() + on.day - 1, following - 1)
