"""Trends: what has changed over one time axis, and how much lies behind it."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.days import day_short
from nextrep.domain.text import tr, tr_n
from nextrep.services import trend_view
from nextrep.services.trends import TrendsView
from nextrep.ui.charts.twin import TwinTable
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.trends.cards import TrendCards, picture_words
from nextrep.ui.trends.header import TrendsHeader
from nextrep.ui.trends.panels_dialog import PanelsDialog
from nextrep.ui.trends.period import Period
from nextrep.ui.trends.range_dialog import RangeDialog
from nextrep.ui.trends.reading import Reading, ReadTrends
from nextrep.ui.trends.wins_dialog import WinsDialog
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.file_dialogs import to_save
from nextrep.ui.widgets.labels import Muted
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from nextrep.ui.charts.stack import ChartStack

QUIET_MS = 200
"""A shorter wait needs no word."""


class TrendsScreen(Screen):
    """Charts of strength, sessions, ratings and sleep; or the same as a table.

    The charts' library is loaded beside the window at the first visit.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._period = Period()
        self._exercise: int | None = None
        self._reading: JobHandle | None = None
        self.charts: ChartStack | None = None
        self._view: TrendsView | None = None
        self._looked_back_to: int | None = None
        self._folder = ""
        self.header = TrendsHeader()
        self.header.period_asked.connect(self._on_period)
        self.header.range_asked.connect(self._on_range_asked)
        self.header.view_chosen.connect(self._on_view)
        self.header.choose.clicked.connect(self._on_choose)
        self.header.exercise.chosen.connect(self._on_exercise)
        self.table = TwinTable()
        self.cards = TrendCards()
        self._waiting = Muted(tr("Drawing…"))
        self._waiting.setVisible(False)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._waiting.show)
        self.read_out = Muted()
        self.as_table = LinkButton(tr("Show as table"))
        self.as_table.clicked.connect(self._on_as_table)
        self.save_picture = LinkButton(tr("Save picture…"))
        self.save_picture.clicked.connect(self._on_save_picture)
        self.small_wins = LinkButton(tr("Small wins"))
        self.small_wins.clicked.connect(self._on_small_wins)
        self.copy_table = LinkButton(tr("Copy table"))
        self.copy_table.clicked.connect(self._on_copy)
        self.copy_table.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._card = Card()
        self._empty = EmptyState(
            tr("Nothing to draw yet"),
            tr("Charts appear here with the first sessions and check-ins. A day without one stays a gap."),
            tr("Go to Today"),
        )
        self._lay_out()

    def concerns(self, changes: Changes) -> bool:
        """Whether the changes alter a chart."""
        logged = changes.training or changes.checkins or changes.nights
        return logged or changes.program or changes.settings or changes.events

    def refresh(self) -> None:
        """Read the period again, beside the window; what is shown stays until the answer is there."""
        if self._reading is not None:
            self._reading.cancel()
        self._quiet.start()
        today = self.context.now().date().toordinal()
        job = ReadTrends(self.context.store, today, self._period, self._exercise)
        self._reading = self.context.jobs.run(job, then=self._show_reading, failed=self._failed, owner=self)

    def _lay_out(self) -> None:
        page = ScrollPage()
        px = self.context.theme.px
        page.body.setSpacing(px(12))
        page.body.setContentsMargins(px(24), px(16), px(24), px(16))
        self._card.add(self._waiting)
        self._card.add(self._pages, 1)
        foot = row_of(
            self.read_out, self.small_wins, self.save_picture, self.copy_table, self.as_table, stretch=False
        )
        foot.setStretch(0, 1)
        self._card.body.addLayout(foot)
        self._card.body.setSpacing(px(4))
        page.body.addWidget(self.header)
        page.body.addWidget(self._empty)
        page.body.addWidget(self._card, 1)
        page.body.addWidget(self.cards)
        self._empty.setVisible(False)
        if self._empty.button is not None:
            self._empty.button.clicked.connect(self._on_go_to_today)
        self._pages.setVisible(False)
        self.cards.setVisible(False)
        self.as_table.setVisible(False)
        self.save_picture.setVisible(False)
        self.set_content(page)

    def _show_reading(self, reading: Reading) -> None:
        self._settle()
        self.clear_message()
        if self._view is None and reading.steps_back:
            self._look_back(reading)
            return
        view, empty = reading.view, reading.nothing_recorded
        if self._looked_back_to is not None:
            self._say_where()
        if empty:
            self.header.show_empty()
        else:
            self.header.show_period(reading.period, reading.reach)
            self.header.show_views(reading.views, reading.shown.key)
            self.header.exercise.show_choices(view.choices, view.chosen)
            self.header.exercise.setVisible(trend_view.asks_exercise(reading.shown))
        self._empty.setVisible(empty)
        self._card.setHidden(empty)
        self.cards.setHidden(empty)
        self._pages.setVisible(True)
        self.as_table.setVisible(True)
        self.save_picture.setVisible(self._pages.currentWidget() is not self.table or self.charts is None)
        self._view = view
        self.cards.show_view(view)
        self.table.show_series(view.series, view.events)
        if not empty:
            self._draw(view)

    def _look_back(self, reading: Reading) -> None:
        """Begin where the record ends: after an import of older years the newest weeks would be empty."""
        self._period = reading.period.moved(-reading.steps_back)
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
        self._quiet.stop()
        self._waiting.hide()
        self._reading = None

    def _draw(self, view: TrendsView) -> None:
        """Show the panels; they are made when the first data are there."""
        if self.charts is not None:
            self.charts.show_series(view.series, view.marks, view.first, view.last, view.events)
            return
        from nextrep.ui.charts.stack import ChartStack  # needs pyqtgraph, which the job has loaded

        self.charts = ChartStack()
        self.charts.readOut.connect(self._on_read_out)
        self.charts.show_series(view.series, view.marks, view.first, view.last, view.events)
        self._pages.insertWidget(0, self.charts)
        self._pages.setCurrentWidget(self.charts)
        stops = (
            self.header.exercise, self.charts, self.table, self.small_wins, self.save_picture,
            self.copy_table, self.as_table,
        )  # fmt: skip
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _on_read_out(self, text: str) -> None:
        hint = tr("Dots are days, lines their 7-day median. Point at a day, or use the Left and Right keys.")
        self.read_out.setText(text or hint)

    def _on_period(self, period: Period) -> None:
        self._period = period
        self.refresh()

    def _on_range_asked(self) -> None:
        if self._view is None:
            return
        today = self.context.now().date().toordinal()
        dialog = RangeDialog((self._view.first, min(self._view.last, today)), today, self)
        dialog.chosen.connect(self._on_period)
        dialog.open()

    def _on_view(self, key: str) -> None:
        self.context.operate.quietly(partial(trend_view.choose, self.context.store, key))
        self.refresh()

    def _on_choose(self) -> None:
        if self._view is None:
            return
        shown = trend_view.chosen(self.context.store)
        dialog = PanelsDialog(self.context, shown, self._view.first, self._view.last, self)
        dialog.kept.connect(self._on_view)
        dialog.open()

    def _on_exercise(self, exercise_id: int) -> None:
        self._exercise = exercise_id
        self.refresh()

    def _on_as_table(self) -> None:
        if self.charts is None:
            return
        table = self._pages.currentWidget() is self.charts
        self._pages.setCurrentWidget(self.table if table else self.charts)
        self.as_table.setText(tr("Show as charts") if table else tr("Show as table"))
        self.copy_table.setVisible(table)
        self.save_picture.setHidden(table)
        if table:
            self.read_out.setText(tr("Ctrl+C copies the selected days, or all of them."))
        else:
            self._on_read_out(self.charts.text())

    def _on_small_wins(self) -> None:
        if self._view is not None:
            dialog = WinsDialog(self.context, self._view.first, self._view.last, self)
            dialog.day_asked.connect(self._on_day_asked)
            dialog.open()

    def _on_day_asked(self, day: int) -> None:
        self.navigate.emit("journal", day)

    def _on_copy(self) -> None:
        days = self.table.copy()
        self.read_out.setText(tr_n("{n} day is on the clipboard.", "{n} days are on the clipboard.", days))

    def _on_save_picture(self) -> None:
        """Ask where to; the window goes on working meanwhile."""
        if self._view is None:
            return
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        first, last = date.fromordinal(self._view.first), date.fromordinal(self._view.last)
        name = f"trends-{first.isoformat()}-to-{last.isoformat()}.png"
        title, kind = tr("Save the charts as a picture"), tr("Pictures (*.png)")
        dialog = to_save(title, kind, name, self._folder or pictures, self)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        if not name or self._view is None or self.charts is None:
            return
        target = Path(name)
        self._folder = str(target.parent)
        from nextrep.ui.charts.picture import SavePicture, picture_of  # beside the charts, which are there

        picture = picture_of(self.charts, *picture_words(self._view))
        self.context.jobs.run(
            SavePicture(picture, target), then=self._on_saved, failed=self._failed, owner=self
        )

    def _on_saved(self, target: Path) -> None:
        self.clear_message()
        self.read_out.setText(tr("Saved: {path}", path=target))

    def _on_go_to_today(self) -> None:
        self.navigate.emit("today", None)
