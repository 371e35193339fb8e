"""One panel: a series over the shared time axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.event_marks import EventMark, bands_of, lines_of
from nextrep.domain.series import Series
from nextrep.domain.series_words import start_of, without_points
from nextrep.services.trends import Mark
from nextrep.ui.charts.bars import Bars
from nextrep.ui.charts.colors import BAND_SHARE, DOT_SHARE, mixed, series_color, zone_colors
from nextrep.ui.charts.items import Cursor, Grid
from nextrep.ui.charts.lines import Dots, Line, SpreadBand
from nextrep.ui.charts.prepared import Prepared, prepared
from nextrep.ui.charts.scores import Scores, Zones
from nextrep.ui.charts.span import Span
from nextrep.ui.theme.theme import SECONDARY, current_theme

AXIS_WIDTH = 48
LEAST_HEIGHT = 60
NORMAL_SHARE = 3
"""Of a panel of usual height, see `panels.PanelSize.share`."""
_NOTHING = np.empty(0)
_ZONE_TEXT = 11
_NOTCH = 120
"""What one step of a wheel turns, as Qt counts it."""


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
        self._places = (_NOTHING, _NOTHING)
        self._shown: tuple[Prepared, tuple[Mark, ...], tuple[EventMark, ...], int, int] | None = None
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
        self._zones, self._band, self._grid, self._bars = Zones(), SpreadBand(), Grid(), Bars()
        self._dots, self._line, self._scores, self._cursor = Dots(), Line(), Scores(), Cursor()
        for item in (self._zones, self._band, self._grid, self._bars, self._dots, self._line, self._scores,
                     self._cursor):  # fmt: skip
            self._box.addItem(item, ignoreBounds=True)
        self._share = NORMAL_SHARE
        self._ticks: tuple[float, ...] = (0.0, 1.0)
        self.apply_theme()

    def show_series(
        self, series: Series, marks: Sequence[Mark], span: Span, events: Sequence[EventMark] = ()
    ) -> None:
        """Show a series with the days on which a phase begins, and with events."""
        self.show_prepared(prepared(series, span.first, span.last), marks, span, events)

    def show_prepared(
        self, ready: Prepared, marks: Sequence[Mark], span: Span, events: Sequence[EventMark] = ()
    ) -> None:
        """Show the same, of a series that is ready to be drawn."""
        series = ready.series
        shown = (ready, tuple(marks), tuple(events), span.first, span.last)
        if self._shown is not None and shown[0] is self._shown[0] and shown[1:] == self._shown[1:]:
            self.set_span(span)
            self.set_cursor(None)
            return
        self._shown = shown
        self.series, self.values, self._ticks = series, ready.by_day, ready.ticks
        self._places = (ready.places, ready.values)
        self._axis.setTicks([list(zip(ready.ticks, ready.labels, strict=True))])
        self._grid.set_lines(ready.ticks, [mark.day for mark in marks])
        self._grid.set_events(lines_of(events), bands_of(events))
        bars, dots = series.bars, not (series.bars or series.scores or series.is_summary)
        nothing = (_NOTHING, _NOTHING)
        self._bars.set_bars(*(self._places if bars else nothing), ready.planned, ready.length)
        self._dots.set_points(*(self._places if dots else nothing))
        self._scores.set_points(*(self._places if series.scores else nothing), ready.figures)
        self._zones.set_zones([(zone.low, zone.high, zone.title) for zone in series.zones], self._places)
        self._line.set_segments(ready.line, ready.length)
        self._band.set_bands(ready.bands, ready.length)
        self.setAccessibleName(series.title)
        self.setAccessibleDescription(ready.said)
        self.setToolTip("" if series.points else _sentence(without_points(series)))
        self.apply_theme()
        self._fit_height()
        self.set_span(span)
        self.set_cursor(None)

    def set_share(self, share: int) -> None:
        """Set how tall it is at least, in thirds of the usual height."""
        self._share = share
        self.setMinimumHeight(current_theme().px(LEAST_HEIGHT * share / NORMAL_SHARE))

    def set_span(self, span: Span) -> None:
        """Show these days."""
        self._span = span
        self._box.setXRange(span.low, span.high, padding=0)
        self.scene().prepareForPaint()  # or it would find out while it paints, and paint twice

    def set_cursor(self, day: int | None) -> None:
        """Mark the day that is read out."""
        value = None
        if self.series is not None and not self.series.bars and day is not None:
            value = self.values.get(start_of(self.series.covers, day))
        self._cursor.set_day(day, value)

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
        both_sides = self._ticks[0] < 0 < self._ticks[-1]
        self._grid.set_zero_color(theme.color("muted") if both_sides else None)
        self._grid.set_event_colors(theme.color("muted"), theme.color("sunken"))
        self._bars.set_color(mixed(color, surface, DOT_SHARE))
        self._bars.set_edge(color)
        self._band.set_color(mixed(color, surface, BAND_SHARE))
        zones = zone_colors(color, surface, len(self.series.zones) if self.series else 0)
        self._zones.set_look(zones, theme.color("ink"), theme.font(_ZONE_TEXT))
        self._scores.set_look(color, theme.color("ink"), theme.font(SECONDARY, tabular=True), theme.px(7))
        self._dots.set_color(mixed(color, surface, DOT_SHARE))
        self._dots.set_size(theme.px(5))
        self._line.set_color(color)
        self._line.set_width(2 * theme.scale)
        self._cursor.set_color(theme.color("muted"))
        self._cursor.set_look(color, surface, theme.px(4))
        self.set_share(self._share)
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
            words, align = _sentence(without_points(self.series)), Qt.AlignmentFlag.AlignCenter
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
        """Zoom with Ctrl, move through time with a sideways wheel, else leave it to the page."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoomed.emit(0.8 if event.angleDelta().y() > 0 else 1.25, self._day_at(event.position().x()))
            event.accept()
        elif self._span is not None and abs(turned.x()) > abs(turned.y()):
            self.dragged.emit(-turned.x() / _NOTCH * self._span.days / 10)
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


def _sentence(words: str) -> str:
    """Return words that stand by themselves."""
    return words[:1].upper() + words[1:]
