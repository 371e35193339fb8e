"""Where the panels stand: one below the other, their names beside or above them, the dates at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from nextrep.domain.event_marks import EventMark
from nextrep.services.trends import Mark
from nextrep.ui.charts.event_legend import EventLegend
from nextrep.ui.charts.panel import AXIS_WIDTH, NORMAL_SHARE, Panel
from nextrep.ui.charts.panel_title import TITLE_WIDTH, PanelTitle
from nextrep.ui.charts.prepared import Prepared
from nextrep.ui.charts.ruler import TimeRuler
from nextrep.ui.charts.span import Span
from nextrep.ui.theme.theme import current_theme

_LEAST_PLOT = 240
"""Narrowest plot beside its name, px at 100 %; below that the name goes above the plot."""


class PanelRows(QWidget):
    """Holds the panels with their names, the time axis and the list of events.

    Attributes:
        panels: from top to bottom.
        legend: what the letters of events stand for.
        hovered, dragged, zoomed: as those of `Panel`, whichever it was.
    """

    hovered = Signal(object)
    dragged = Signal(float)
    zoomed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panels: list[Panel] = []
        self.legend = EventLegend(self)
        self._titles: list[PanelTitle] = []
        self._shares: tuple[int, ...] = ()
        self._span: Span | None = None
        self._above = False
        self._below = 0
        self._ruler = TimeRuler(self)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._set_margins()

    def show_panels(
        self,
        ready: Sequence[Prepared],
        shares: tuple[int, ...],
        span: Span,
        marks: Sequence[Mark],
        events: Sequence[EventMark],
    ) -> None:
        """Show series over these days, one panel each; `shares` are their heights."""
        if self._fit(len(ready)) or shares != self._shares:
            self._shares = shares
            self._arrange()
        self._ruler.set_marks(marks, events)
        self.legend.show_events(events)
        for panel, title, one in zip(self.panels, self._titles, ready, strict=True):
            title.show_series(one.series)
            panel.show_prepared(one, marks, span, events)

    def set_span(self, span: Span) -> None:
        """Show these days."""
        self._span = span
        for panel in self.panels:
            panel.set_span(span)
        self._place_ruler()

    def set_cursor(self, day: int | None) -> None:
        """Mark the day that is read out."""
        for panel in self.panels:
            panel.set_cursor(day)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names above the plots where there is no room beside them."""
        super().resizeEvent(event)
        px, edges = current_theme().px, self._grid.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        above = room < px(TITLE_WIDTH) + px(AXIS_WIDTH) + px(_LEAST_PLOT)
        for title in self._titles:
            title.stand_above(room if above else None)
        if above != self._above:
            self._above = above
            self._arrange()
        self._place_ruler()

    def changeEvent(self, event: QEvent) -> None:
        """Take colours and sizes from a new theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and hasattr(self, "_grid"):
            self._set_margins()
            for panel, title in zip(self.panels, self._titles, strict=True):
                panel.apply_theme()
                title.apply_theme()
            self._ruler.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Place the ruler anew once the layout has moved things."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_ruler()
        return answer

    def _on_hovered(self, day: int | None) -> None:
        self.hovered.emit(day)

    def _on_dragged(self, days: float) -> None:
        self.dragged.emit(days)

    def _on_zoomed(self, factor: float, at: float) -> None:
        self.zoomed.emit(factor, at)

    def _fit(self, count: int) -> bool:
        """Have as many panels as there are series; return whether that took a change."""
        before = len(self.panels)
        while len(self.panels) > count:
            for widget in (self.panels.pop(), self._titles.pop()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        while len(self.panels) < count:
            panel, title = Panel(self), PanelTitle(self)
            title.stand_above(self._titles[0].maximumWidth() if self._above and self._titles else None)
            panel.hovered.connect(self._on_hovered)
            panel.dragged.connect(self._on_dragged)
            panel.zoomed.connect(self._on_zoomed)
            self.panels.append(panel)
            self._titles.append(title)
        return before != count

    def _arrange(self) -> None:
        """Put everything into its row."""
        parts: list[QWidget] = [*self.panels, *self._titles, self._ruler, self.legend]
        for widget in parts:
            self._grid.removeWidget(widget)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        column, wide = (0, 2) if self._above else (1, 1)
        row = 0
        for panel, title, share in zip(self.panels, self._titles, self._shares, strict=True):
            policy = QSizePolicy.Policy.Fixed if self._above else QSizePolicy.Policy.Preferred
            title.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
            self._grid.addWidget(title, row, 0, 1, wide)
            row += int(self._above)
            panel.set_share(share)
            self._grid.addWidget(panel, row, column, 1, wide)
            self._grid.setRowStretch(row, share)
            row += 1
        self._grid.addWidget(self._ruler, row, column, 1, wide)
        self._grid.addWidget(self.legend, row + 1, 0, 1, 2)

    def _place_ruler(self) -> None:
        if self._span is not None and self.panels:
            left, right = self.panels[0].plot_edges()
            self._ruler.set_span(self._span, left, right)

    def _set_margins(self) -> None:
        px = current_theme().px
        self._grid.setContentsMargins(px(6), px(6), px(6), px(6) + self._below)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(8))


def usual_shares(count: int) -> tuple[int, ...]:
    """Return the heights of so many panels that are all alike."""
    return (NORMAL_SHARE,) * count
