"""Charts as pyqtgraph alone draws them: the same points, plain items, an axis of whole days."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from nextrep.ui.charts.prepared import Prepared

_MONTHS = (1, 3, 6, 12, 24, 60, 120)
_ROOM = 70


class DayAxis(pg.AxisItem):
    """Dates under whole days, one level of ticks: the fast way that the charts are measured against."""

    def tickValues(  # noqa: N802 - pyqtgraph's name
        self, low: float, high: float, size: float
    ) -> list[tuple[float, list[int]]]:
        least = _ROOM * (high - low) / max(size, 1)
        if least <= 28:
            step = max(1, int(np.ceil(least)))
            return [(step, list(range(int(np.ceil(low / step)) * step, int(high) + 1, step)))]
        months = next((one for one in _MONTHS if one * 30.4 >= least), _MONTHS[-1])
        first, last = date.fromordinal(max(1, int(low))), date.fromordinal(max(1, int(high)))
        days = [
            date(count // 12, count % 12 + 1, 1).toordinal()
            for count in range(first.year * 12, last.year * 12 + 12)
            if not count % months
        ]
        return [(months * 30.4, [day for day in days if low <= day <= high])]

    def tickStrings(  # noqa: N802 - pyqtgraph's name
        self, values: list[int], _scale: float, spacing: float
    ) -> list[str]:
        form = "%d %b" if spacing < 29 else "%b %Y"
        return [date.fromordinal(int(value)).strftime(form) for value in values]


class BareCharts(pg.GraphicsLayoutWidget):
    """One plot for each series, linked: dots and line, or bars."""

    def __init__(
        self, ready: tuple[Prepared, ...], low: float, high: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.plots: list[pg.PlotItem] = []
        for row, one in enumerate(ready):
            plot = self.addPlot(row, 0, axisItems={"bottom": DayAxis("bottom")})
            plot.setMenuEnabled(False)
            if self.plots:
                plot.setXLink(self.plots[0])
            self.plots.append(plot)
            self._draw(plot, one)
        self.look(low, high)

    def _draw(self, plot: pg.PlotItem, one: Prepared) -> None:
        if one.series.bars:
            plot.addItem(
                pg.BarGraphItem(x=one.places, height=one.values, width=0.8 * one.length, brush="b", pen=None)
            )
            return
        plot.addItem(pg.ScatterPlotItem(x=one.places, y=one.values, size=4, pen=None, brush="b", pxMode=True))
        if one.line:
            gap = np.array([np.nan])
            days = np.concatenate([part for days, _values in one.line for part in (days, gap)])
            values = np.concatenate([part for _days, values in one.line for part in (values, gap)])
            plot.plot(days, values, pen=pg.mkPen("b", width=1), connect="finite")

    def look(self, low: float, high: float) -> None:
        """Show these days."""
        self.plots[0].setXRange(low, high, padding=0)
