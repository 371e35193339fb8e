"""What stands above the charts: title, view, period, exercise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.figures import period as period_text
from nextrep.domain.panels import PanelView, view_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.trends.exercise_box import ExerciseBox
from nextrep.ui.trends.period import LENGTHS, Period, length_title
from nextrep.ui.widgets.buttons import IconButton, LinkButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle
from nextrep.ui.widgets.spin import ComboBox

OWN_RANGE = 1
"""No length: it stands for a stretch of the person's own among the lengths."""


class TrendsHeader(QWidget):
    """Title and controls.

    Attributes:
        period_asked: emitted with the period that the person wants.
        range_asked: emitted when the person wants to say first and last day.
        view_chosen: emitted with the key of another view.
        exercise: the exercise box.
        views: the views; choose: the way to change them.
    """

    period_asked = Signal(object)
    range_asked = Signal()
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = Period()
        self._dates = Muted(wrap=False)
        self.exercise = ExerciseBox()
        self.views = ComboBox()
        self.views.setAccessibleName(tr("View"))
        self.views.setToolTip(tr("View"))
        self.views.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choose = LinkButton(tr("Choose panels"))
        self.earlier = IconButton("chevron-left", tr("Earlier"))
        self.later = IconButton("chevron-right", tr("Later"))
        self._lengths = QButtonGroup(self)
        self._controls = QWidget()
        self._lay_out()
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self._lengths.idClicked.connect(self._on_length)
        self.views.activated.connect(self._on_view)

    def _lay_out(self) -> None:
        px = current_theme().px
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(PageTitle(tr("Trends"), wrap=False))
        titles.addWidget(self._dates)
        flow = FlowLayout(self._controls, spacing=4)
        flow.addWidget(self.views)
        flow.addWidget(self.choose)
        for length in LENGTHS:
            flow.addWidget(self._length_chip(length_title(length), length))
        flow.addWidget(self._length_chip(tr("Days…"), OWN_RANGE))
        for widget in (self.earlier, self.later, self.exercise):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(titles)
        row.addWidget(self._controls, 1, Qt.AlignmentFlag.AlignVCenter)

    def _length_chip(self, title: str, length: int) -> ChipButton:
        chip = ChipButton(title, checked=length == self._period.length)
        self._lengths.addButton(chip, length)
        return chip

    def show_period(self, period: Period, reach: tuple[int, int]) -> None:
        """Show which days are looked at, and which way one can go."""
        self._period = period
        self._dates.show()
        self._controls.show()
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
        self._dates.hide()
        self._controls.hide()

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

    def _on_view(self, index: int) -> None:
        self.view_chosen.emit(self.views.itemData(index))

    def _on_earlier(self) -> None:
        self.period_asked.emit(self._period.moved(-1))

    def _on_later(self) -> None:
        self.period_asked.emit(self._period.moved(1))
