"""A year in pixels: one measure of the check-in or the night, day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.panels import Panel
from nextrep.domain.series import Series
from nextrep.domain.text import tr
from nextrep.domain.year_pixels import YearPixels, year_pixels
from nextrep.services import panel_choices, panels
from nextrep.ui.charts.picture import SavePicture, picture_of
from nextrep.ui.charts.year import YearView
from nextrep.ui.charts.year_svg import SaveYearSvg
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.file_dialogs import to_save
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.spin import ComboBox

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

_WIDTH, _HEIGHT = 860, 620


@dataclass(frozen=True, slots=True)
class ReadYear:
    """A job: reads one measure of a year."""

    store: Store
    panel: Panel
    year: int

    def __call__(self, _progress: Progress) -> Series:
        """Do the work.

        Raises:
            KnownError: the profile cannot be read.
        """
        first, last = date(self.year, 1, 1).toordinal(), date(self.year, 12, 31).toordinal()
        with self.store.on_this_thread():
            return panels.series(self.store, self.panel, first, last, None)


class YearDialog(QDialog):
    """The year of a day, one measure at a time; arrows go to other years.

    Attributes:
        measure: which measure; earlier, later: other years.
        view: the cells.
        read_out: what the day under the cursor says.
    """

    def __init__(self, context: Context, day: int, parent: QWidget | None = None) -> None:
        """Begin with the year of `day` (date ordinal)."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Year in pixels"))
        self._context = context
        self._this_year = context.now().year
        self._year = min(date.fromordinal(day).year, self._this_year)
        self._shown: YearPixels | None = None
        self.measure = ComboBox()
        self.measure.setAccessibleName(tr("Measure"))
        for choice in panel_choices.choices(context.store, day, day):
            if choice.panel.is_daily:
                self.measure.addItem(choice.title, choice.panel)
        self.earlier = IconButton("chevron-left", tr("Year before"))
        self.later = IconButton("chevron-right", tr("Next year"))
        self._title = Strong(wrap=False)
        self.view = YearView()
        self.read_out = Muted()
        self._message = InlineMessage()
        self.save_picture = LinkButton(tr("Save picture…"))
        self.close_button = SecondaryButton(tr("Close"))
        self._lay_out()
        self.measure.activated.connect(self.refresh)
        self.earlier.clicked.connect(partial(self._go, -1))
        self.later.clicked.connect(partial(self._go, 1))
        self.view.readOut.connect(self._on_read_out)
        self.save_picture.clicked.connect(self._on_save)
        self.close_button.clicked.connect(self.accept)
        self.refresh()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(tr("Year in pixels")))
        controls = QWidget()
        flow = FlowLayout(controls)
        for widget in (self.measure, self.earlier, self._title, self.later):
            flow.addWidget(widget)
        page.body.addWidget(controls)
        page.body.addWidget(self._message)
        page.body.addWidget(self.view, 1)
        page.body.addWidget(self.read_out)
        foot = new_foot()
        foot.addWidget(self.save_picture)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        put_together(self, page, foot)
        fit(self, px(_WIDTH), px(_HEIGHT))

    def refresh(self) -> None:
        """Read the year anew, beside the window."""
        self._title.setText(str(self._year))
        self.later.setEnabled(self._year < self._this_year)
        panel = self.measure.currentData()
        job = ReadYear(self._context.store, panel, self._year)
        self._context.jobs.run(job, then=self._show, failed=self._failed, owner=self)

    def _show(self, series: Series) -> None:
        self._message.clear()
        self._shown = year_pixels(series, self._year, self._context.now().date().toordinal())
        self.view.show_year(self._shown)
        self._on_read_out(self.view.text())

    def _go(self, step: int) -> None:
        self._year += step
        self.refresh()

    def _on_read_out(self, text: str) -> None:
        hint = tr("Point at a day, or use the arrow keys. A cell without colour is a day without an entry.")
        self.read_out.setText(text or hint)

    def _on_save(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = [tr("Pictures (*.png)"), tr("Drawings that stay sharp (*.svg)")]
        title = tr("Save the year as a picture")
        dialog = to_save(title, kinds, f"year-{self._year}.png", pictures, self)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        if not name or self._shown is None:
            return
        words = tr("{name}, {year}", name=self._shown.series.title, year=self._year)
        target = Path(name)
        job: Callable[[Progress], Path]
        if target.suffix.lower() == ".svg":
            job = SaveYearSvg(self._shown, words, current_theme(), target)
        else:
            job = SavePicture(picture_of(self.view, words, self._shown.series.detail), target)
        self._context.jobs.run(job, then=self._on_saved, failed=self._failed, owner=self)

    def _on_saved(self, target: Path) -> None:
        self._message.clear()
        self.read_out.setText(tr("Saved: {path}", path=target))

    def _failed(self, error: BaseException) -> None:
        self._message.show_message(str(error), "error")
