"""Trends: what has changed over one time axis, how much lies behind it, and what can be said of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.days import day_short
from nextrep.domain.text import tr
from nextrep.services import trend_view
from nextrep.services.panel_cache import PanelCache
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.trends.asking import Asking
from nextrep.ui.trends.cards import TrendCards
from nextrep.ui.trends.chart_card import ChartCard
from nextrep.ui.trends.findings_card import FindingsCard
from nextrep.ui.trends.findings_desk import FindingsDesk
from nextrep.ui.trends.header import TrendsHeader
from nextrep.ui.trends.period import Period
from nextrep.ui.trends.reading import Reading, ReadTrends
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from nextrep.ui.charts.stack import ChartStack


class TrendsScreen(Screen):
    """The panels of a view over a period; or the same as a table; and below them what they say.

    The charts' library is loaded beside the window at the first visit.

    Attributes:
        header: view, period, grouping, comparison, exercise.
        chart_card: the panels; cards: how much lies behind them; findings: what they say.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._period = Period()
        self._exercise: int | None = None
        self._reading: JobHandle | None = None
        self._shown: Reading | None = None
        self._cache, self._told = PanelCache(), False
        self._looked_back_to: int | None = None
        self._asking = Asking(context, self._days, self)
        self.header = TrendsHeader()
        self.chart_card = ChartCard(context)
        self.cards = TrendCards()
        self.findings = FindingsCard()
        self._empty = EmptyState(
            tr("Nothing to draw yet"),
            tr("Charts appear here with the first sessions and check-ins. A day without one stays a gap."),
            tr("Go to Today"),
        )
        self._findings_desk = FindingsDesk(context, self.findings, self)
        self._lay_out()
        self._connect()

    @property
    def charts(self) -> ChartStack | None:
        """The charts, None before there are any."""
        return self.chart_card.charts

    def concerns(self, changes: Changes) -> bool:
        """Whether the changes alter a chart."""
        logged = changes.training or changes.journal or changes.events
        return logged or changes.program or changes.settings

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """Let the kept series go that the changes alter, before anything is read again."""
        self._cache.hear(changes)
        self._told = True
        super()._on_changed(changes, initiator)
        self._told = False

    def mark_stale(self) -> None:
        """Read again; from the beginning, unless it is known what changed."""
        if not self._told:
            self._cache.forget()
        super().mark_stale()

    def refresh(self) -> None:
        """Read the period again, beside the window; what is shown stays until the answer is there."""
        if self._reading is not None:
            self._reading.cancel()
        self.chart_card.wait()
        today = self.context.now().date().toordinal()
        job = ReadTrends(
            self.context.store,
            today,
            self._period,
            self._exercise,
            self.header.bin,
            self.header.compared,
            self._cache,
            self._shown,
        )
        self._reading = self.context.jobs.run(job, then=self._show_reading, failed=self._failed, owner=self)

    def _lay_out(self) -> None:
        page = ScrollPage()
        px = self.context.theme.px
        page.body.setSpacing(px(12))
        page.body.setContentsMargins(px(24), px(16), px(24), px(16))
        page.body.addWidget(self.header)
        page.body.addWidget(self._empty)
        page.body.addWidget(self.chart_card, 1)
        page.body.addWidget(self.cards)
        page.body.addWidget(self.findings)
        for widget in (self._empty, self.cards, self.findings):
            widget.setVisible(False)
        self.set_content(page)

    def _connect(self) -> None:
        self.header.period_asked.connect(self._on_period)
        self.header.range_asked.connect(self._asking.ask_days)
        self.header.view_chosen.connect(self._on_view)
        self.header.asked_otherwise.connect(self.refresh)
        self.header.choose.clicked.connect(self._asking.ask_panels)
        self.header.exercise.chosen.connect(self._on_exercise)
        self.chart_card.small_wins.clicked.connect(self._asking.show_wins)
        self.chart_card.year.clicked.connect(self._asking.show_year)
        self._asking.period_chosen.connect(self._on_period)
        self._asking.view_kept.connect(self._on_view)
        self._asking.day_asked.connect(self._on_day_asked)
        self.chart_card.saved.connect(self.clear_message)
        self.chart_card.failed.connect(self._failed)
        self._findings_desk.failed.connect(self._failed)
        if self._empty.button is not None:
            self._empty.button.clicked.connect(self._on_go_to_today)

    def _show_reading(self, reading: Reading) -> None:
        self._settle()
        self.clear_message()
        if self._shown is None and reading.too_late:
            self._look_back(reading)
            return
        view, empty = reading.view, reading.nothing_recorded
        if self._looked_back_to is not None:
            self._say_where()
        if empty:
            self.header.show_empty()
        else:
            self.header.show_period(reading.period, reading.reach, reading.bin)
            self.header.show_views(reading.views, reading.shown.key)
            self.header.exercise.show_choices(view.choices, view.chosen)
            self.header.exercise.setVisible(trend_view.asks_exercise(reading.shown))
        self._empty.setVisible(empty)
        self.chart_card.setHidden(empty)
        self.cards.setHidden(empty)
        self._shown = reading
        self.cards.show_view(view)
        if empty:
            self.findings.hide()
            return
        self.chart_card.show_reading(reading)
        self._findings_desk.reckon(reading)

    def _look_back(self, reading: Reading) -> None:
        """Begin where the record ends: after an import of older years the newest weeks would be empty."""
        assert reading.recorded is not None
        length = reading.view.last - reading.view.first + 1
        self._period = Period.between(reading.recorded - length + 1, reading.recorded)
        self._looked_back_to = reading.recorded
        self.refresh()

    def _say_where(self) -> None:
        """Say once why it is not the newest weeks that are shown."""
        assert self._looked_back_to is not None
        day = date.fromordinal(self._looked_back_to)
        self._looked_back_to = None
        on = tr("{day} {year}", day=day_short(day.toordinal()), year=day.year)
        self.show_message(tr("Nothing is logged after {day}, so these are weeks before it.", day=on))

    def _failed(self, error: BaseException) -> None:
        self._settle()
        self.show_error(str(error))

    def _settle(self) -> None:
        self.chart_card.settle()
        self._reading = None

    def _days(self) -> tuple[int, int]:
        """Return first and last day shown; before anything is, those that will be if nothing is recorded."""
        if self._shown is not None:
            return self._shown.view.first, self._shown.view.last
        today = self.context.now().date().toordinal()
        return self._period.days((today, today))

    def _on_period(self, period: Period) -> None:
        self._period = period
        self.refresh()

    def _on_view(self, key: str) -> None:
        self.context.operate.quietly(partial(trend_view.choose, self.context.store, key))
        self.refresh()

    def _on_exercise(self, exercise_id: int) -> None:
        self._exercise = exercise_id
        self.refresh()

    def _on_day_asked(self, day: int) -> None:
        self.navigate.emit("journal", day)

    def _on_go_to_today(self) -> None:
        self.navigate.emit("today", None)
