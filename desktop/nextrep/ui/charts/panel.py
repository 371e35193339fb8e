"""One panel: a series over the shared time axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.event_marks import EventMark, bands_of, lines_of
from nextrep.domain.figures import number
from nextrep.domain.series import Series, summary_line
from nextrep.domain.text import tr
from nextrep.services.trends import Mark
from nextrep.ui.charts.items import Bars, Cursor, Dots, Grid, Line
from nextrep.ui.charts.span import Span
from nextrep.ui.charts.ticks import value_ticks
from nextrep.ui.charts.words import summary
from nextrep.ui.theme.theme import SECONDARY, current_theme

_COLORS = {"strength": "primary", "sessions": "primary"}
"""Colour roles of families whose name is not one; measures of the person's own take that of strength."""
AXIS_WIDTH = 48
LEAST_HEIGHT = 60
DOT_SHARE = 0.72
"""How much of its line's colour a dot or a bar has: it stands back, and still has 3 : 1 against the card."""


def series_color(series: Series) -> str:
    """Return the colour role of a series."""
    family = series.family or series.key
    return _COLORS.get(family, family if hasattr(current_theme().tokens, family) else "primary")


def mixed(color: QColor, under: QColor, share: float) -> QColor:
    """Return `color` over `under`, opaque; `share` 1 is `color` alone."""

    def part(over: int, below: int) -> int:
        return round(over * share + below * (1 - share))

    return QColor(
        part(color.red(), under.red()), part(color.green(), under.green()), part(color.blue(), under.blue())
    )


class Panel(pg.GraphicsView):
    """Draws one series. It takes the mouse and says what it means; the stack answers for all panels.

    Attributes:
        hovered: emitted with the day under the pointer, None when it has left.
        dragged: emitted with the days by which the person pulled the time axis.
        zoomed: emitted with the factor (below 1 is closer) and the day under the pointer.
    """

    hovered = Signal(object)
    dragged = Signal(float)
    zoomed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.series: Series | None = None
        self.values: Mapping[int, float] = {}
        self._span: Span | None = None
        self._grip: float | None = None
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._box.disableAutoRange()
        self._axis = pg.AxisItem("left")
        self._axis.setStyle(tickLength=0, autoReduceTextSpace=False, hideOverlappingLabels=False)
        self._axis.linkToView(self._box)
        layout = pg.GraphicsLayout(border=None)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.layout.setHorizontalSpacing(0)
        layout.addItem(self._axis, 0, 0)
        layout.addItem(self._box, 0, 1)
        self.setCentralItem(layout)
        self._grid, self._bars, self._dots, self._line, self._cursor = (
            Grid(),
            Bars(),
            Dots(),
            Line(),
            Cursor(),
        )
        for item in (self._grid, self._bars, self._dots, self._line, self._cursor):
            self._box.addItem(item, ignoreBounds=True)
        self._ticks: tuple[float, ...] = (0.0, 1.0)
        self.apply_theme()

    def show_series(
        self, series: Series, marks: Sequence[Mark], span: Span, events: Sequence[EventMark] = ()
    ) -> None:
        """Show a series with the days on which a phase begins, and with events."""
        self.series, self.values = series, dict(series.points)
        self._ticks = value_ticks(series)
        self._axis.setTicks([[(value, number(value)) for value in self._ticks]])
        self._grid.set_lines(self._ticks, [mark.day for mark in marks])
        self._grid.set_events(lines_of(events), bands_of(events))
        self._bars.set_points(series.points if series.bars else ())
        self._dots.set_points(() if series.bars else series.points)
        self._line.set_segments(() if series.bars else summary_line(series))
        self.setAccessibleName(series.title)
        self.setAccessibleDescription(summary(series, span.first, span.last))
        self.setToolTip("" if series.points else tr("Nothing logged in this period."))
        self.apply_theme()
        self._fit_height()
        self.set_span(span)
        self.set_cursor(None)

    def set_span(self, span: Span) -> None:
        """Show these days."""
        self._span = span
        self._box.setXRange(span.low, span.high, padding=0)

    def set_cursor(self, day: int | None) -> None:
        """Mark the day that is read out."""
        shown = self.series is not None and not self.series.bars and day is not None
        self._cursor.set_day(day, self.values.get(day) if shown and day is not None else None)

    def plot_edges(self) -> tuple[float, float]:
        """Return where the plot begins and ends, in pixels of this widget."""
        left = float(current_theme().px(AXIS_WIDTH))
        return left, max(left + 1.0, float(self.width()))

    def apply_theme(self) -> None:
        """Take colours and sizes from the theme."""
        theme = current_theme()
        surface = theme.color("surface")
        color = theme.color(series_color(self.series)) if self.series else theme.color("ink")
        self.setBackground(surface)
        self._axis.setPen(None)
        self._axis.setTickPen(theme.color("line"))
        self._axis.setTextPen(theme.color("muted"))
        self._axis.setStyle(tickFont=theme.font(SECONDARY, tabular=True), tickTextOffset=theme.px(8))
        self._axis.setWidth(theme.px(AXIS_WIDTH))
        self._grid.set_color(theme.color("line"))
        self._grid.set_mark_color(theme.color("primary"))
        self._grid.set_event_colors(theme.color("muted"), theme.color("sunken"))
        self._bars.set_color(mixed(color, surface, DOT_SHARE))
        self._dots.set_color(mixed(color, surface, DOT_SHARE))
        self._dots.set_size(theme.px(5))
        self._line.set_color(color)
        self._line.set_width(2 * theme.scale)
        self._cursor.set_color(theme.color("muted"))
        self._cursor.set_look(color, surface, theme.px(4))
        self.setMinimumHeight(theme.px(LEAST_HEIGHT))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel, and words instead of an empty plot."""
        super().paintEvent(event)
        if self.series is not None and not self.series.points:
            theme = current_theme()
            painter = QPainter(self.viewport())
            painter.setFont(theme.font(SECONDARY))
            painter.setPen(theme.color("muted"))
            plot = self.viewport().rect().adjusted(theme.px(AXIS_WIDTH), 0, 0, 0)
            words, align = tr("Nothing logged in this period"), Qt.AlignmentFlag.AlignCenter
            # On a ground of its own, or the line of the grid would strike the words through.
            ground = painter.boundingRect(plot, align, words).adjusted(-theme.px(8), 0, theme.px(8), 0)
            painter.fillRect(ground, theme.color("surface"))
            painter.drawText(plot, align, words)
            painter.end()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Keep room for half a label above and below."""
        super().resizeEvent(event)
        if event is not None:
            self._fit_height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the time axis."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().x()
        event.ignore()  # so that the stack takes the focus

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the time axis, or read out the day under the pointer."""
        x = event.position().x()
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self._day_at(self._grip) - self._day_at(x))
            self._grip = x
        self.hovered.emit(self._whole_day_at(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole period again."""
        self.zoomed.emit(1e6, self._day_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading out."""
        super().leaveEvent(event)
        self.hovered.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else leave the wheel to the page."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoomed.emit(0.8 if event.angleDelta().y() > 0 else 1.25, self._day_at(event.position().x()))
            event.accept()
        else:
            event.ignore()

    def _fit_height(self) -> None:
        half = QFontMetricsF(current_theme().font(SECONDARY)).height() / 2 + 1
        low, high = self._ticks[0], self._ticks[-1]
        usable = max(1.0, self.height() - 2 * half)
        pad = (high - low) * half / usable
        self._box.setYRange(low - pad, high + pad, padding=0)

    def _day_at(self, x: float) -> float:
        if self._span is None:
            return 0.0
        left, right = self.plot_edges()
        return self._span.low + (x - left) / (right - left) * self._span.days

    def _whole_day_at(self, x: float) -> int | None:
        day = round(self._day_at(x))
        inside = self._span is not None and self._span.first <= day <= self._span.last
        return day if inside and x >= self.plot_edges()[0] else None

    def map_day(self, day: float) -> QPointF:
        """Return the place of a day at half height, in pixels of this widget."""
        assert self._span is not None
        left, right = self.plot_edges()
        return QPointF(left + (day - self._span.low) / self._span.days * (right - left), self.height() / 2)
