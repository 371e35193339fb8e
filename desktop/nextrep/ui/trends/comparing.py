"""Two periods side by side, on the same scales, so that heights can be compared by eye."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.event_marks import EventMark
from nextrep.domain.figures import period as period_text
from nextrep.domain.series import Series
from nextrep.domain.text import tr
from nextrep.domain.trends.compared import alike, compared
from nextrep.services.trends import TrendsView
from nextrep.ui.charts.ticks import value_ticks
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.labels import Secondary, Strong

if TYPE_CHECKING:
    from nextrep.ui.charts.drawing import Drawing
    from nextrep.ui.charts.span import Span
    from nextrep.ui.charts.stack import ChartStack

_LEAST = 900
"""Narrowest width for two stacks of charts, px at 100 %."""
_YEAR = 364
"""52 whole weeks, so that weekdays stand above weekdays."""


class Comparison(StrEnum):
    """With which days the period is compared."""

    NONE = "none"
    BEFORE = "before"
    YEAR_BEFORE = "year_before"


def comparison_title(one: Comparison) -> str:
    """Return the name of a comparison."""
    return {
        Comparison.NONE: tr("No comparison"),
        Comparison.BEFORE: tr("With the time before"),
        Comparison.YEAR_BEFORE: tr("With a year before"),
    }[one]


def earlier_days(one: Comparison, first: int, last: int) -> tuple[int, int] | None:
    """Return the days (date ordinals) to compare `first` to `last` with, None for none.

    A year before begins on the same day of the week: 364 days earlier, or a multiple of it for longer
    periods, so that the two do not share days.
    """
    length = last - first + 1
    if one is Comparison.BEFORE:
        return first - length, last - length
    if one is Comparison.YEAR_BEFORE:
        back = _YEAR * -(-length // _YEAR)
        return first - back, last - back
    return None


def on_one_scale(earlier: Sequence[Series], later: Sequence[Series]) -> tuple[list[Series], list[Series]]:
    """Return two lists of the same panels, each pair with the same ends of its value axis.

    A pair that counts differently (see `compared.alike`) keeps an axis each.
    """
    pairs = [_pair(one, other) for one, other in zip(earlier, later, strict=True)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _pair(one: Series, other: Series) -> tuple[Series, Series]:
    if one.low is not None and one.high is not None:
        return one, other
    if not (one.points or other.points) or not alike(one, other):
        return one, other
    both = replace(
        one,
        points=(*one.points, *other.points),
        planned=(*one.planned, *other.planned),
        spread=(*one.spread, *other.spread),
    )
    ticks = value_ticks(both)
    low, high = ticks[0], ticks[-1]
    return replace(one, low=low, high=high), replace(other, low=low, high=high)


def both_in_table(view: TrendsView, other: TrendsView | None) -> tuple[list[Series], tuple[EventMark, ...]]:
    """Return what a table shows: a period alone, or two, each with its dates in the names."""
    if other is None:
        return list(view.series), view.events
    series = [
        replace(one, title=tr("{name}, {period}", name=one.title, period=_dates(each)))
        for each in (view, other)
        for one in each.series
    ]
    return series, (*view.events, *other.events)


def _dates(view: TrendsView) -> str:
    return period_text(date.fromordinal(view.first), date.fromordinal(view.last))


class ComparePage(QWidget):
    """The earlier period and the later one.

    Attributes:
        earlier, later: their charts.
        words: the medians of both, a line for each panel.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from nextrep.ui.charts.stack import ChartStack  # needs pyqtgraph, which is loaded by now

        self.earlier, self.later = ChartStack(), ChartStack()
        self._headings = (Strong(wrap=False), Strong(wrap=False))
        sides = [
            _side(heading, charts)
            for heading, charts in zip(self._headings, (self.earlier, self.later), strict=True)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._columns = Columns([(side, 1) for side in sides], _LEAST)
        column.addWidget(self._columns, 1)
        self.words = Secondary()
        column.addWidget(self.words)
        for charts in (self.earlier, self.later):
            charts.installEventFilter(self)
        self.earlier.spanChanged.connect(self._on_earlier_moved)
        self.later.spanChanged.connect(self._on_later_moved)

    def show_views(self, earlier: TrendsView, later: TrendsView, shares: Sequence[int]) -> None:
        """Show two periods with the same panels; `shares` are those of their heights."""
        ones, others = on_one_scale(earlier.series, later.series)
        pairs = zip(earlier.series, later.series, strict=True)
        self.words.setText("\n".join([tr("Medians of what is drawn:"), *(compared(*pair) for pair in pairs)]))
        for heading, charts, view, series in zip(
            self._headings, (self.earlier, self.later), (earlier, later), (ones, others), strict=True
        ):
            days = date.fromordinal(view.first), date.fromordinal(view.last)
            heading.setText(period_text(*days))
            charts.setAccessibleName(
                tr("Charts of {period}: Left and Right read out a day", period=period_text(*days))
            )
            charts.show_series(series, view.marks, view.first, view.last, view.events, shares)

    def drawings(self) -> tuple[Drawing, ...]:
        """Return what stands on both sides now, for a picture; each with its days as heading."""
        sides = zip(self._headings, (self.earlier, self.later), strict=True)
        found = [(heading.text(), charts.drawing()) for heading, charts in sides]
        return tuple(replace(one, heading=words) for words, one in found if one is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the panels of both sides level: one side can have more events below it."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._level()
        return super().eventFilter(watched, event)

    def _on_earlier_moved(self, span: Span) -> None:
        _look_alike(span, self.later)

    def _on_later_moved(self, span: Span) -> None:
        _look_alike(span, self.earlier)

    def _level(self) -> None:
        sides = (self.earlier, self.later)
        feet = [0, 0] if self._columns.piled() else [charts.rows.foot() for charts in sides]
        for charts, foot in zip(sides, feet, strict=True):
            charts.rows.leave_below(max(feet) - foot)


def _look_alike(span: Span, other: ChartStack) -> None:
    """Show the same part of another period of the same length."""
    theirs = other.span
    if theirs is None or theirs.last - theirs.first != span.last - span.first:
        return  # the other side is about to show another period itself
    ahead = theirs.first - span.first
    wanted = replace(theirs, low=span.low + ahead, high=span.high + ahead)
    if wanted != theirs:
        other.look(wanted)


def _side(heading: QWidget, charts: ChartStack) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current_theme().px(4))
    column.addWidget(heading)
    column.addWidget(charts, 1)
    return holder
