"""What to look for beside words: movement, muscles, what is at hand, favourites, one's own, hidden ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import Equipment, MuscleGroup, Pattern, group_title
from nextrep.domain.text import tr
from nextrep.services.library import Facets
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.spin import ComboBox


class FilterBar(QWidget):
    """Two choices and four chips; each narrows what is shown.

    Attributes:
        changed: emitted when the person chose something else.
    """

    changed = Signal()

    def __init__(self, at_hand: frozenset[Equipment], parent: QWidget | None = None) -> None:
        """Make the bar with nothing chosen; `at_hand` is the equipment that the person has."""
        super().__init__(parent)
        self._at_hand = at_hand
        self.pattern, self.group = ComboBox(), ComboBox()
        self.pattern.setAccessibleName(tr("Movement"))
        self.pattern.addItem(tr("Any movement"), None)
        for pattern in Pattern:
            self.pattern.addItem(pattern_title(pattern), pattern)
        self.group.setAccessibleName(tr("Muscle group"))
        self.group.addItem(tr("Any muscle"), None)
        for group in MuscleGroup:
            self.group.addItem(group_title(group), group)
        self.possible = ChipButton(tr("With what I have"), mark=True)
        self.possible.setHidden(at_hand == frozenset(Equipment))
        self.favourites = ChipButton(tr("Favourites"), mark=True)
        self.own = ChipButton(tr("My own"), mark=True)
        self.hidden = ChipButton(tr("Hidden"), mark=True)
        flow = FlowLayout(self)
        for choice in (self.pattern, self.group):
            flow.addWidget(choice)
            choice.currentIndexChanged.connect(self._on_changed)
        for chip in (self.possible, self.favourites, self.own, self.hidden):
            flow.addWidget(chip)
            chip.toggled.connect(self._on_changed)

    def facets(self) -> Facets:
        """Return what is chosen."""
        return Facets(
            pattern=Pattern(self.pattern.currentData()) if self.pattern.currentIndex() else None,
            group=MuscleGroup(self.group.currentData()) if self.group.currentIndex() else None,
            at_hand=self._at_hand if self.possible.isChecked() else None,
            favourites=self.favourites.isChecked(),
            own=self.own.isChecked(),
            hidden=self.hidden.isChecked(),
        )

    def clear(self, *, own: bool = False) -> None:
        """Choose nothing any more, or only one's own, telling it once."""
        self.blockSignals(True)
        self.pattern.setCurrentIndex(0)
        self.group.setCurrentIndex(0)
        for chip in (self.possible, self.favourites, self.own, self.hidden):
            chip.setChecked(chip is self.own and own)
        self.blockSignals(False)
        self.changed.emit()

    def _on_changed(self, _choice: object) -> None:
        self.changed.emit()
