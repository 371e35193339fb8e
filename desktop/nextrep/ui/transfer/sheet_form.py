"""What the person chooses for a log sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.log_sheet import Offer, Printable, SheetChoice
from nextrep.ui.papers.choosing import chip_row, chosen_paper, paper_row
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.spin import ComboBox

WEEK, BLOCK = 0, 1
_TARGET = 44
_INDENT = 30


class SheetForm(QWidget):
    """The choices, one below the other.

    Attributes:
        changed: emitted when the person changed anything.
    """

    changed = Signal()

    def __init__(self, offer: Offer, week: int | None = None, parent: QWidget | None = None) -> None:
        """Make the form.

        Args:
            offer: what there is to print; not empty.
            week: program week to begin with; the next one to do if None or not offered.
            parent: owner.
        """
        super().__init__(parent)
        self._offer = offer
        numbers = [one.first_week for one in offer.weeks]
        here = numbers.index(week) if week in numbers else offer.now
        self._chosen = [here, offer.block_of(numbers[here])]
        self.kinds = QButtonGroup(self)
        self.which = ComboBox()
        self.papers = QButtonGroup(self)
        self.with_dates = QCheckBox(tr("With the planned days"))
        self.with_dates.setChecked(True)
        self.with_loads = QCheckBox(tr("With my weights"))
        self.about = Secondary()
        self._lay_out()
        self._fill(WEEK)
        self.kinds.idClicked.connect(self._on_kind)
        self.which.currentIndexChanged.connect(self._on_which)
        self.papers.idClicked.connect(self._on_edited)
        self.with_dates.toggled.connect(self._on_edited)
        self.with_loads.toggled.connect(self._on_edited)

    def choice(self) -> SheetChoice:
        """Return what is chosen."""
        one = self._listed()[self.which.currentIndex()]
        return SheetChoice(
            one.first_week,
            one.last_week,
            with_loads=self.with_loads.isChecked(),
            with_dates=self.with_dates.isChecked(),
        )

    def paper(self) -> str:
        """Return the chosen paper, one of `papers.choosing.PAPERS`."""
        return chosen_paper(self.papers)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(8))
        kinds = [tr("One week")] + ([tr("Several weeks")] if self._offer.blocks else [])
        layout.addWidget(chip_row(tr("Sheet for"), kinds, self.kinds, WEEK))
        self.which.setMinimumContentsLength(12)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        which = LabelledField(tr("Which"), self.which)
        which.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout.addWidget(which)
        layout.addWidget(self.about)
        layout.addWidget(paper_row(self.papers))
        layout.addLayout(_ticked(self.with_dates, tr("Without them, one sheet serves for any week like it.")))
        hint = tr("What you lifted last time, and the loads of the plan. Paper lies around.")
        layout.addLayout(_ticked(self.with_loads, hint))

    def _listed(self) -> tuple[Printable, ...]:
        return self._offer.blocks if self.kinds.checkedId() == BLOCK else self._offer.weeks

    def _fill(self, kind: int) -> None:
        """List the weeks or the blocks, without telling anyone."""
        self.which.blockSignals(True)
        self.which.clear()
        for one in self._listed():
            self.which.addItem(one.title)
        self.which.setCurrentIndex(self._chosen[kind])
        self.which.blockSignals(False)
        self.about.setText(
            tr("Each session with a box for every set.")
            if kind == WEEK
            else tr("A table for each kind of session, with a column every week.")
        )

    def _on_kind(self, kind: int) -> None:
        self._fill(kind)
        self.changed.emit()

    def _on_which(self, index: int) -> None:
        self._chosen[self.kinds.checkedId()] = index
        self.changed.emit()

    def _on_edited(self, _what: object = None) -> None:
        self.changed.emit()


def _ticked(box: QCheckBox, hint: str) -> QVBoxLayout:
    """Return a box to tick with what it means below its words."""
    px = current_theme().px
    box.setMinimumHeight(px(_TARGET))
    box.setAccessibleDescription(hint)
    words = Secondary(hint)
    words.setContentsMargins(px(_INDENT), 0, 0, 0)
    both = QVBoxLayout()
    both.setSpacing(0)
    both.addWidget(box)
    both.addWidget(words)
    return both
