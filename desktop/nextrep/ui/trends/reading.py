"""Reads what Trends shows, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nextrep.domain.grouping import fitting_bin
from nextrep.domain.panels import PanelView
from nextrep.domain.series import Bin
from nextrep.services import panels, trend_view, trends
from nextrep.services.panel_cache import PanelCache
from nextrep.services.trends import TrendsView
from nextrep.ui.charts import library
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.trends.comparing import Comparison, earlier_days
from nextrep.ui.trends.period import Period

if TYPE_CHECKING:
    from nextrep.ui.charts.prepared import Prepared
    from nextrep.ui.runtime.context import Store


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        period: what was asked for.
        reach: first and last day with anything recorded (date ordinals).
        view: the panels.
        recorded: last day with anything recorded, None for an empty profile.
        views: all views; shown: the one that was read.
        other: the days that it is compared with.
        bin: by what the values are grouped.
        ready: the panels, made ready to be drawn.
    """

    period: Period
    reach: tuple[int, int]
    view: TrendsView
    recorded: int | None
    views: tuple[PanelView, ...]
    shown: PanelView
    other: TrendsView | None = None
    ready: tuple[Prepared, ...] = ()
    bin: Bin = Bin.DAY

    @property
    def too_late(self) -> bool:
        """Whether the record ends before this period begins."""
        return self.recorded is not None and self.recorded < self.view.first

    @property
    def nothing_recorded(self) -> bool:
        """Whether the whole profile has nothing to draw."""
        return self.reach[0] == self.reach[1] and not any(one.points for one in self.view.series)


@dataclass(frozen=True, slots=True)
class ReadTrends:
    """A job: reads a period and loads what the charts need.

    Attributes:
        exercise_id: of the strength panel; None for the most trained one.
        bin: how values are grouped; None for what fits the length of the period.
        comparison: with which other days.
        cache: what was read before and is still true.
        before: what is shown; what stays the same of it needs not be made ready again.
    """

    store: Store
    today: int
    period: Period
    exercise_id: int | None
    bin: Bin | None = None
    comparison: Comparison = Comparison.NONE
    cache: PanelCache | None = None
    before: Reading | None = None

    def _ready_before(self, first: int, last: int) -> tuple[Prepared, ...]:
        before = self.before
        same = before is not None and (before.view.first, before.view.last) == (first, last)
        return before.ready if before is not None and same else ()

    def __call__(self, progress: Progress) -> Reading:
        """Do the work.

        Raises:
            KnownError: the profile cannot be read.
        """
        with self.store.on_this_thread():
            reach = trends.span(self.store, self.today)
            first, last = self.period.days(reach)
            bin_ = self.bin or fitting_bin(last - first + 1)
            views, shown = panels.views(self.store), trend_view.chosen(self.store)
            view = trend_view.read(self.store, shown.panels, first, last, self.exercise_id, bin_, self.cache)
            before = earlier_days(self.comparison, first, last)
            other = None
            if before is not None:
                # The same exercise, also where another one was trained most in those days.
                other = trend_view.read(self.store, shown.panels, *before, view.chosen, bin_, self.cache)
            recorded = trends.last_recorded(self.store)
        progress.check()
        library.load()
        from nextrep.ui.charts.prepared import all_prepared  # needs numpy, which is loaded by now

        ready = tuple(all_prepared(view.series, first, last, self._ready_before(first, last)))
        return Reading(self.period, reach, view, recorded, views, shown, other, ready, bin_)
