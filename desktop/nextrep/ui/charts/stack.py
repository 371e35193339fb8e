"""Panels above one another over one time axis, moved and read together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nextrep.domain.days import day_short
from nextrep.domain.event_marks import EventMark
from nextrep.domain.series import Series
from nextrep.domain.series_words import full_detail
from nextrep.domain.text import tr
from nextrep.services.trends import Mark
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.event_legend import EventLegend
from nextrep.ui.charts.panel import NORMAL_SHARE, Panel
from nextrep.ui.charts.prepared import Prepared, all_prepared
from nextrep.ui.charts.ruler import TimeRuler
from nextrep.ui.charts.span import Span
from nextrep.ui.charts.words import read_out
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, Strong

TITLE_WIDTH = 168
_CLOSER, _WIDER = 0.7, 1 / 0.7
_ZOOM = {
    Qt.Key.Key_Plus: _CLOSER,
    Qt.Key.Key_Equal: _CLOSER,
    Qt.Key.Key_Minus: _WIDER,
    Qt.Key.Key_Underscore: _WIDER,
}
_WEEK = 7
_PAGE = 0.8
"""Part of the days in view by which a page key moves them."""


class PanelTitle(QWidget):
    """Name, detail and direction of a panel, to its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._detail, self._direction = Strong(wrap=False), Secondary(), Secondary(wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = FlowLayout(spacing=5)  # a long title has its direction below it
        head.addWidget(self._title)
        head.addWidget(self._direction)
        layout.addLayout(head)
        layout.addWidget(self._detail)
        layout.addStretch(1)
        self.apply_theme()

    def show_series(self, series: Series) -> None:
        """Name another series."""
        self._title.setText(series.title)
        self._detail.setText(full_detail(series))
        self._direction.setText(tr(str(series.direction)) if series.direction else "")
        self._direction.setHidden(series.direction is None)

    def sizeHint(self) -> QSize:
        """The height that its fixed width needs; a wrapped label alone would guess a narrower one."""
        return QSize(self.width(), self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        """All of the text."""
        return self.sizeHint()

    def apply_theme(self) -> None:
        """Take the width from the theme."""
        self.setFixedWidth(current_theme().px(TITLE_WIDTH))


class ChartStack(QWidget):
    """The charts. One stop for the Tab key; Left and Right read out one day across all panels.

    Attributes:
        readOut: emitted with the values of the day under the cursor, "" without one.
        spanChanged: emitted when another stretch of days is shown.
        legend: what the letters of events stand for.
    """

    readOut = Signal(str)  # noqa: N815 - named as Qt names its own
    spanChanged = Signal(object)  # noqa: N815 - named as Qt names its own

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            tr(
                "Charts: Left and Right read out a day, plus and minus zoom, "
                "Page Up and Page Down move, 0 shows all"
            )
        )
        self._panels: list[Panel] = []
        self._titles: list[PanelTitle] = []
        self._marks: tuple[Mark, ...] = ()
        self._events: tuple[EventMark, ...] = ()
        self._ready: tuple[Prepared, ...] = ()
        self._shares: tuple[int, ...] = ()
        self._span: Span | None = None
        self._day: int | None = None
        self._hover: int | None = None
        self._below = 0
        self._ruler = TimeRuler(self)
        self.legend = EventLegend(self)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._set_margins()

    @property
    def span(self) -> Span | None:
        """The days in view."""
        return self._span

    @property
    def day(self) -> int | None:
        """The day that is read out."""
        return self._hover if self._hover is not None else self._day

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels from top to bottom."""
        return tuple(self._panels)

    def show_series(
        self,
        series: Sequence[Series],
        marks: Sequence[Mark],
        first: int,
        last: int,
        events: Sequence[EventMark] = (),
        shares: Sequence[int] = (),
    ) -> None:
        """Show these series over the days `first` to `last`, with what happened in them.

        A cursor stays where it is if it still lies in the period.

        Args:
            series: from top to bottom.
            marks: days on which a phase begins.
            first: date ordinal.
            last: date ordinal.
            events: what happened.
            shares: `panels.PanelSize.share` of each panel; all alike where there are none.
        """
        self.show_prepared(all_prepared(series, first, last), marks, first, last, events, shares)

    def show_prepared(
        self,
        ready: Sequence[Prepared],
        marks: Sequence[Mark],
        first: int,
        last: int,
        events: Sequence[EventMark] = (),
        shares: Sequence[int] = (),
    ) -> None:
        """Show the same, of series that were made ready beside the window (`prepared.all_prepared`)."""
        self._fit_panels(len(ready))
        self._ready = tuple(ready)
        self._set_shares(tuple(shares) or (NORMAL_SHARE,) * len(ready))
        self._marks = tuple(marks)
        self._events = tuple(events)
        self._ruler.set_marks(marks, events)
        self.legend.show_events(events)
        self._hover = None
        span = Span.whole(first, last)
        for panel, title, one in zip(self._panels, self._titles, ready, strict=True):
            title.show_series(one.series)
            panel.show_prepared(one, marks, span, events)
        if self._day is not None and not first <= self._day <= last:
            self._day = None
        self._set_span(span)
        self._tell()

    def move_to(self, day: int | None) -> None:
        """Read out a day, or none; days outside the period count as its nearest one."""
        if self._span is None:
            return
        self._hover = None
        self._day = None if day is None else min(max(day, self._span.first), self._span.last)
        if self._day is not None:
            self._set_span(self._span.showing(self._day))
        self._tell()
        if self._day is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show `factor` times as many days, around the cursor or the day `at`."""
        if self._span is not None:
            around = at if at is not None else self._day
            self._set_span(self._span.zoomed(factor, around))

    def pan(self, days: float) -> None:
        """Move the days in view."""
        if self._span is not None:
            self._set_span(self._span.panned(days))

    def look(self, span: Span) -> None:
        """Show these days of the period."""
        self._set_span(span)

    def show_whole(self) -> None:
        """Show the whole period."""
        if self._span is not None:
            self._set_span(Span.whole(self._span.first, self._span.last))

    def drawing(self) -> Drawing | None:
        """Return what stands here now, for a picture; None before anything is shown."""
        if self._span is None:
            return None
        return Drawing(self._ready, self._shares, self._marks, self._events, self._span)

    def text(self) -> str:
        """Return what the read-out says."""
        if self.day is None:
            return ""
        known = [(panel.series, panel.values) for panel in self._panels if panel.series]
        last = self._span.last if self._span else self.day
        return read_out(known, self._marks, self.day, last, self._events)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, zoom, or put the cursor away."""
        if self._span is None or not self._take_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the focus ring."""
        if not self.hasFocus():
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("primary"), 2))
        radius = theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ruler under the plots."""
        super().resizeEvent(event)
        self._place_ruler()

    def changeEvent(self, event: QEvent) -> None:
        """Take colours and sizes from a new theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and hasattr(self, "_grid"):
            self._set_margins()
            for panel, title in zip(self._panels, self._titles, strict=True):
                panel.apply_theme()
                title.apply_theme()
            self._ruler.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Place the ruler anew once the layout has moved things."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_ruler()
        return answer

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        assert self._span is not None
        step = _WEEK if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        if self._moves_view(key):
            text = tr(
                "{first} to {last}",
                first=day_short(self._span.first_whole),
                last=day_short(self._span.last_whole),
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        elif key == Qt.Key.Key_Right:
            self.move_to(self._span.last if self._day is None else self._day + step)
        elif key == Qt.Key.Key_Left:
            self.move_to(self._span.last if self._day is None else self._day - step)
        elif key == Qt.Key.Key_Home:
            self.move_to(self._span.first)
        elif key == Qt.Key.Key_End:
            self.move_to(self._span.last)
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self.move_to(None)
        else:
            return False
        return True

    def _moves_view(self, key: Qt.Key) -> bool:
        """Zoom or pan if that is what the key is for."""
        assert self._span is not None
        if key in _ZOOM:
            self.zoom(_ZOOM[key])
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.pan((_PAGE if key == Qt.Key.Key_PageDown else -_PAGE) * self._span.days)
        elif key == Qt.Key.Key_0:
            self.show_whole()
        else:
            return False
        return True

    def _on_hovered(self, day: int | None) -> None:
        if day != self._hover:
            self._hover = day
            self._tell()

    def _on_zoomed(self, factor: float, at: float) -> None:
        self.zoom(factor, at)

    def _set_span(self, span: Span) -> None:
        self._span = span
        for panel in self._panels:
            panel.set_span(span)
        self._place_ruler()
        self.spanChanged.emit(span)

    def _place_ruler(self) -> None:
        if self._span is not None and self._panels:
            left, right = self._panels[0].plot_edges()
            self._ruler.set_span(self._span, left, right)

    def _tell(self) -> None:
        for panel in self._panels:
            panel.set_cursor(self.day)
        text = self.text()
        self.setAccessibleDescription(text)
        self.readOut.emit(text)

    def _fit_panels(self, count: int) -> None:
        """Have as many panels as there are series."""
        self._grid.removeWidget(self._ruler)
        self._grid.removeWidget(self.legend)
        while len(self._panels) > count:
            for widget in (self._panels.pop(), self._titles.pop()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self._panels) < count:
            panel, title = Panel(self), PanelTitle(self)
            panel.hovered.connect(self._on_hovered)
            panel.dragged.connect(self.pan)
            panel.zoomed.connect(self._on_zoomed)
            row = len(self._panels)
            self._grid.addWidget(title, row, 0)
            self._grid.addWidget(panel, row, 1)
            self._grid.setRowStretch(row, 1)
            self._panels.append(panel)
            self._titles.append(title)
        self._grid.addWidget(self._ruler, count, 1)
        self._grid.setRowStretch(count, 0)
        self._grid.addWidget(self.legend, count + 1, 0, 1, 2)
        self._grid.setRowStretch(count + 1, 0)

    def _set_shares(self, shares: tuple[int, ...]) -> None:
        self._shares = shares
        for row, (panel, share) in enumerate(zip(self._panels, shares, strict=True)):
            panel.set_share(share)
            self._grid.setRowStretch(row, share)

    def foot(self) -> int:
        """Return the height of what stands below the panels at this width, px."""
        if self.legend.isHidden():
            return self._ruler.sizeHint().height()
        edges = self._grid.contentsMargins()
        legend = self.legend.heightForWidth(self.width() - edges.left() - edges.right())
        return self._ruler.sizeHint().height() + self._grid.verticalSpacing() + legend

    def leave_below(self, height: int) -> None:
        """Leave `height` px empty at the bottom, so that panels stand level with those beside them."""
        if height != self._below:
            self._below = height
            self._set_margins()

    def _set_margins(self) -> None:
        px = current_theme().px
        self._grid.setContentsMargins(px(6), px(6), px(6), px(6) + self._below)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(8))
