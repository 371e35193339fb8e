"""The charts of Trends as charts, as two periods side by side, or as a table, and what to do with them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.text import tr, tr_n
from nextrep.services.trends import TrendsView
from nextrep.ui.charts.twin import TwinTable
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.trends.cards import picture_words
from nextrep.ui.trends.comparing import ComparePage, both_in_table
from nextrep.ui.trends.reading import Reading
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.file_dialogs import to_save
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted

if TYPE_CHECKING:
    from nextrep.ui.charts.drawing import Drawing
    from nextrep.ui.charts.stack import ChartStack

_LEAST = 720
"""Narrowest width for the read-out beside the links, px at 100 %."""
QUIET_MS = 200
"""A shorter wait needs no word."""


class ChartCard(Card):
    """Shows the panels of a view. Its charts are made when the first data are there.

    Attributes:
        saved: emitted after a picture was saved.
        failed: emitted with what went wrong.
        charts: None before there are any; pair: two periods, None before they are compared.
        table: the same as figures.
    """

    saved = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._view: TrendsView | None = None
        self._other: TrendsView | None = None
        self._folder = ""
        self._as_table = False
        self.charts: ChartStack | None = None
        self.pair: ComparePage | None = None
        self.table = TwinTable()
        self._waiting = Muted(tr("Drawing…"))
        self._waiting.setVisible(False)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._waiting.show)
        self.read_out = Muted()
        self.small_wins = LinkButton(tr("Small wins"))
        self.year = LinkButton(tr("Year in pixels"))
        self.save_picture = LinkButton(tr("Save picture…"))
        self.copy_table = LinkButton(tr("Copy table"))
        self.as_table = LinkButton(tr("Show as table"))
        self._links = (self.small_wins, self.year, self.save_picture, self.copy_table, self.as_table)
        for link in self._links:
            link.hide()
        self.save_picture.clicked.connect(self._on_save_picture)
        self.copy_table.clicked.connect(self._on_copy)
        self.as_table.clicked.connect(self._on_as_table)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(self._waiting)
        self.add(self._pages, 1)
        links = QWidget()
        flow = FlowLayout(links, spacing=4)
        for link in self._links:
            flow.addWidget(link)
        self.add(Columns([(self.read_out, 1), (links, 1)], _LEAST, spacing=12))
        self.body.setSpacing(current_theme().px(4))

    def wait(self) -> None:
        """Say that something is drawn, if it takes long enough to be noticed."""
        self._quiet.start()

    def settle(self) -> None:
        """Say no more that something is drawn."""
        self._quiet.stop()
        self._waiting.hide()

    def show_reading(self, reading: Reading) -> None:
        """Show a period, beside an earlier one where there is one."""
        view, other = reading.view, reading.other
        shares = [panel.size.share for panel in reading.shown.panels]
        self._view, self._other = view, other
        self.table.show_series(*both_in_table(view, other))
        self.setAccessibleDescription(" ".join(one.said for one in reading.ready))
        if self.charts is None:
            self._make_charts()
        assert self.charts is not None
        self.charts.show_prepared(reading.ready, view.marks, view.first, view.last, view.events, shares)
        if other is not None:
            if self.pair is None:
                self.pair = ComparePage()
                for charts in (self.pair.earlier, self.pair.later):
                    charts.readOut.connect(self._on_read_out)
                self._pages.addWidget(self.pair)
            self.pair.show_views(other, view, shares)
        elif self.pair is not None:
            self._pages.removeWidget(self.pair)
            self.pair.deleteLater()
            self.pair = None
        self._pages.show()
        self._show_page()

    def _make_charts(self) -> None:
        from nextrep.ui.charts.stack import ChartStack  # needs pyqtgraph, which the job has loaded

        self.charts = ChartStack()
        self.charts.readOut.connect(self._on_read_out)
        self._pages.insertWidget(0, self.charts)
        for before, after in pairwise((self.charts, self.table, *self._links)):
            self.setTabOrder(before, after)
        self._on_read_out("")

    def _show_page(self) -> None:
        drawn = self.pair if self.pair is not None else self.charts
        page = self.table if self._as_table else drawn
        assert page is not None
        self._pages.setCurrentWidget(page)
        self.as_table.setText(tr("Show as charts") if self._as_table else tr("Show as table"))
        for link in (self.small_wins, self.year, self.as_table):
            link.show()
        self.copy_table.setVisible(self._as_table)
        self.save_picture.setHidden(self._as_table)

    def _on_read_out(self, text: str) -> None:
        self.read_out.setText(text or self._hint())

    def _hint(self) -> str:
        """Say what is drawn, and how to read it out."""
        shown = self._view.series if self._view is not None else ()
        if any(one.is_summary for one in shown):
            return tr(
                "Lines are means, shades their middle half. Point at a day, or use the Left and Right keys."
            )
        if any(not one.bars and not one.scores for one in shown):
            return tr(
                "Dots are days, lines their 7-day median. Point at a day, or use the Left and Right keys."
            )
        return tr("Point at a day, or use the Left and Right keys.")

    def _on_as_table(self) -> None:
        self._as_table = not self._as_table
        self._show_page()
        if self._as_table:
            self.read_out.setText(tr("Ctrl+C copies the selected days, or all of them."))
        elif self.charts is not None:
            self._on_read_out(self.charts.text())

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
        kinds = [tr("Pictures (*.png)"), tr("Drawings that stay sharp (*.svg)")]
        title = tr("Save the charts as a picture")
        dialog = to_save(title, kinds, name, self._folder or pictures, self)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        if not name or self._view is None or self.charts is None:
            return
        target = Path(name)
        self._folder = str(target.parent)
        words = picture_words(self._view, self._other)
        job: Callable[[Progress], Path]
        if target.suffix.lower() == ".svg":
            from nextrep.ui.charts.svg import SaveSvg  # beside the charts, which are there

            job = SaveSvg(self._drawings(), *words, current_theme(), target)
        else:
            from nextrep.ui.charts.picture import SavePicture, picture_of

            shown: QWidget = self.pair if self.pair is not None else self.charts
            job = SavePicture(picture_of(shown, *words), target)
        self._context.jobs.run(job, then=self._on_saved, failed=self.failed.emit, owner=self)

    def _drawings(self) -> tuple[Drawing, ...]:
        if self.pair is not None:
            return self.pair.drawings()
        alone = self.charts.drawing() if self.charts is not None else None
        return () if alone is None else (alone,)

    def _on_saved(self, target: Path) -> None:
        self.saved.emit()
        self.read_out.setText(tr("Saved: {path}", path=target))
