"""Panels above one another over one time axis, moved and read together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.days import day_short
from nextrep.domain.event_marks import EventMark
from nextrep.domain.series import Bin, Series
from nextrep.domain.series_words import common_bin
from nextrep.domain.text import tr
from nextrep.services.trends import Mark
from nextrep.ui.charts.chart_keys import gone_to, looked_at, middle_of
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.panel import Panel
from nextrep.ui.charts.panel_rows import PanelRows, usual_shares
from nextrep.ui.charts.prepared import Prepared, all_prepared
from nextrep.ui.charts.span import Span
from nextrep.ui.charts.words import read_out
from nextrep.ui.theme.theme import current_theme


class ChartStack(QWidget):
    """The charts. One stop for the Tab key; Left and Right read out one value across all panels.

    Attributes:
        readOut: emitted with the values of the day under the cursor, "" without one.
        spanChanged: emitted when another stretch of days is shown.
        rows: the panels with their names, the time axis and the events.
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
        self._ready: tuple[Prepared, ...] = ()
        self._shares: tuple[int, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._events: tuple[EventMark, ...] = ()
        self._bin = Bin.DAY
        self._span: Span | None = None
        self._day: int | None = None
        self._hover: int | None = None
        self.rows = PanelRows(self)
        self.rows.hovered.connect(self._on_hovered)
        self.rows.dragged.connect(self.pan)
        self.rows.zoomed.connect(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

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
        return tuple(self.rows.panels)

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
        self._ready, self._marks, self._events = tuple(ready), tuple(marks), tuple(events)
        self._shares = tuple(shares) or usual_shares(len(ready))
        self._bin = common_bin([one.series for one in ready])
        self._hover = None
        span = Span.whole(first, last)
        self.rows.show_panels(ready, self._shares, span, marks, events)
        if self._day is not None and not first <= self._day <= last:
            self._day = None
        self.look(span)
        self._tell()

    def move_to(self, day: int | None) -> None:
        """Read out a day, or none; days outside the period count as its nearest one."""
        if self._span is None:
            return
        self._hover = None
        self._day = None if day is None else middle_of(self._bin, self._span.inside(day), self._span)
        if self._day is not None:
            self.look(self._span.showing(self._day))
        self._tell()
        if self._day is not None:
            self._announce(self.text())

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show `factor` times as many days, around the cursor or the day `at`."""
        if self._span is not None:
            self.look(self._span.zoomed(factor, at if at is not None else self._day))

    def pan(self, days: float) -> None:
        """Move the days in view."""
        if self._span is not None:
            self.look(self._span.panned(days))

    def look(self, span: Span) -> None:
        """Show these days of the period."""
        self._span = span
        self.rows.set_span(span)
        self.spanChanged.emit(span)

    def drawing(self) -> Drawing | None:
        """Return what stands here now, for a picture; None before anything is shown."""
        if self._span is None:
            return None
        return Drawing(self._ready, self._shares, self._marks, self._events, self._span)

    def text(self) -> str:
        """Return what the read-out says."""
        if self.day is None or self._span is None:
            return ""
        known = [(one.series, one.by_day) for one in self._ready]
        return read_out(known, self._marks, self.day, self._span.last, self._events)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, zoom, or put the cursor away."""
        key, far = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._span is None:
            super().keyPressEvent(event)
        elif (span := looked_at(key, self._span, self._day)) is not None:
            self.look(span)
            first, last = day_short(span.first_whole), day_short(span.last_whole)
            self._announce(tr("{first} to {last}", first=first, last=last))
        elif (day := gone_to(key, self._span, self._day, self._bin, far=far)) is not None:
            self.move_to(day)
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self.move_to(None)
        else:
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

    def _on_hovered(self, day: int | None) -> None:
        if day is not None and self._span is not None:
            day = middle_of(self._bin, day, self._span)
        if day != self._hover:
            self._hover = day
            self._tell()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _tell(self) -> None:
        self.rows.set_cursor(self.day)
        text = self.text()
        self.setAccessibleDescription(text)
        self.readOut.emit(text)
