"""What stands above the charts: title, view, period, exercise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget

from nextrep.domain.figures import period as period_text
from nextrep.domain.panels import PanelView, view_title
from nextrep.domain.series import Bin
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.trends.comparing import Comparison, comparison_title
from nextrep.ui.trends.exercise_box import ExerciseBox
from nextrep.ui.trends.period import LENGTHS, Period, length_title
from nextrep.ui.widgets.buttons import IconButton, LinkButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle
from nextrep.ui.widgets.spin import ComboBox


def bin_title(one: Bin) -> str:
    """Return the name of a way to group values."""
    return {Bin.DAY: tr("By day"), Bin.WEEK: tr("By week"), Bin.MONTH: tr("By month")}[one]


OWN_RANGE = 1
"""No length: it stands for a stretch of the person's own among the lengths."""


class TrendsHeader(QWidget):
    """Title and controls.

    Attributes:
        period_asked: emitted with the period that the person wants.
        range_asked: emitted when the person wants to say first and last day.
        view_chosen: emitted with the key of another view.
        asked_otherwise: emitted when the same days shall be grouped or compared in another way.
        exercise: the exercise box.
        views: the views; choose: the way to change them.
        bins: by day, week or month; comparison: with which other days.
    """

    period_asked = Signal(object)
    range_asked = Signal()
    view_chosen = Signal(str)
    asked_otherwise = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = Period()
        self._bin_chosen = False
        self._dates = Muted(wrap=False)
        self.exercise = ExerciseBox()
        self.views = ComboBox()
        self.views.setAccessibleName(tr("View"))
        self.views.setToolTip(tr("View"))
        self.views.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choose = LinkButton(tr("Choose panels"))
        self.bins = _box(tr("Values by"), [(bin_title(one), one) for one in Bin])
        self.comparison = _box(tr("Comparison"), [(comparison_title(one), one) for one in Comparison])
        self.earlier = IconButton("chevron-left", tr("Earlier"))
        self.later = IconButton("chevron-right", tr("Later"))
        self._lengths = QButtonGroup(self)
        self._controls = QWidget()
        self._lay_out()
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self._lengths.idClicked.connect(self._on_length)
        self.views.activated.connect(self._on_view)
        self.bins.activated.connect(self._on_bin)
        self.comparison.activated.connect(self.asked_otherwise)

    def _lay_out(self) -> None:
        px = current_theme().px
        flow = FlowLayout(self._controls, spacing=4)
        for length in LENGTHS:
            flow.addWidget(self._length_chip(length_title(length), length))
        flow.addWidget(self._length_chip(tr("Days…"), OWN_RANGE))
        for widget in (self.earlier, self.later, self.bins, self.comparison, self.exercise):
            flow.addWidget(widget)
        head = FlowLayout(spacing=12)
        for part in (PageTitle(tr("Trends"), wrap=False), self._dates, self.views, self.choose):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self._controls)

    def _length_chip(self, title: str, length: int) -> ChipButton:
        chip = ChipButton(title, checked=length == self._period.length)
        self._lengths.addButton(chip, length)
        return chip

    def show_period(self, period: Period, reach: tuple[int, int], bin_: Bin = Bin.DAY) -> None:
        """Show which days are looked at, which way one can go, and by what their values are grouped."""
        self._period = period
        self.bins.setCurrentIndex(self.bins.findData(bin_))
        for widget in (self._dates, self._controls, self.views, self.choose):
            widget.show()
        first, last = period.days(reach)
        self._dates.setText(period_text(date.fromordinal(first), date.fromordinal(last)))
        self._mark_length()
        self.earlier.setEnabled(period.has_earlier(reach))
        self.later.setEnabled(period.has_later(reach))

    def show_views(self, views: Sequence[PanelView], key: str) -> None:
        """Offer views, the one of `key` chosen."""
        self.views.clear()
        for view in views:
            self.views.addItem(view_title(view), view.key)
        self.views.setCurrentIndex(max(0, self.views.findData(key)))

    def show_empty(self) -> None:
        """Leave only the title: there are no days to choose."""
        for widget in (self._dates, self._controls, self.views, self.choose):
            widget.hide()

    @property
    def bin(self) -> Bin | None:
        """How the person wants values to be grouped; None as long as they did not say."""
        return Bin(self.bins.currentData()) if self._bin_chosen else None

    @property
    def compared(self) -> Comparison:
        """With which days the period is compared."""
        return Comparison(self.comparison.currentData())

    def chips(self) -> tuple[ChipButton, ...]:
        """Return the lengths that can be chosen."""
        return tuple(
            chip for length in LENGTHS if isinstance(chip := self._lengths.button(length), ChipButton)
        )

    @property
    def own_range(self) -> ChipButton:
        """The chip that asks for first and last day."""
        chip = self._lengths.button(OWN_RANGE)
        assert isinstance(chip, ChipButton)
        return chip

    def _mark_length(self) -> None:
        length = OWN_RANGE if self._period.fixed is not None else self._period.length
        self._lengths.button(length).setChecked(True)

    def _on_length(self, length: int) -> None:
        if length == OWN_RANGE:
            self._mark_length()  # until there is a range, it is still the length before
            self.range_asked.emit()
        else:
            self.period_asked.emit(Period(length))

    def _on_bin(self, _index: int) -> None:
        self._bin_chosen = True
        self.asked_otherwise.emit()

    def _on_view(self, index: int) -> None:
        self.view_chosen.emit(self.views.itemData(index))

    def _on_earlier(self) -> None:
        self.period_asked.emit(self._period.moved(-1))

    def _on_later(self) -> None:
        self.period_asked.emit(self._period.moved(1))


def _box(name: str, choices: Sequence[tuple[str, object]]) -> ComboBox:
    box = ComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for title, value in choices:
        box.addItem(title, value)
    return box
