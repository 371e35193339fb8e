"""What to look for in the list of cues."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.cue_search import CueFacets
from nextrep.domain.cues import CueKind, kind_title
from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import Pattern
from nextrep.domain.program_template import Phase, phase_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.spin import ComboBox

_ANY = "any"


class CueFilter(QWidget):
    """Words, three choices and three chips; each narrows what is shown.

    Attributes:
        changed: emitted when the person looks for something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search"))
        self.words.setAccessibleName(tr("Search the cues"))
        self.words.setFixedWidth(current_theme().px(190))
        self.kind = kind_box(tr("Feel, breathe or let go"))
        self.pattern = pattern_box(tr("All movements"), tr("For any movement"))
        self.phase = phase_box(tr("All phases"), tr("For any phase"))
        self.own = ChipButton(tr("Mine"), mark=True)
        self.reworded = ChipButton(tr("In my words"), mark=True)
        self.hidden = ChipButton(tr("Hidden"), mark=True)
        flow = FlowLayout(self)
        flow.addWidget(self.words)
        self.words.textChanged.connect(self._on_changed)
        for box in (self.pattern, self.phase, self.kind):
            flow.addWidget(box)
            box.currentIndexChanged.connect(self._on_changed)
        for chip in (self.own, self.reworded, self.hidden):
            flow.addWidget(chip)
            chip.toggled.connect(self._on_changed)

    def facets(self) -> CueFacets:
        """Return what is chosen."""
        pattern, phase = self.pattern.currentData(), self.phase.currentData()
        return CueFacets(
            kind=kind_of(self.kind),
            pattern=pattern_of(self.pattern),
            any_pattern=pattern == _ANY,
            phase=phase_of(self.phase),
            any_phase=phase == _ANY,
            own=self.own.isChecked(),
            changed=self.reworded.isChecked(),
            hidden=self.hidden.isChecked(),
        )

    def clear(self) -> None:
        """Look for nothing in particular any more, telling it once."""
        self.blockSignals(True)
        self.words.clear()
        for box in (self.kind, self.pattern, self.phase):
            box.setCurrentIndex(0)
        for chip in (self.own, self.reworded, self.hidden):
            chip.setChecked(False)
        self.blockSignals(False)
        self.changed.emit()

    def _on_changed(self, _choice: object) -> None:
        self.changed.emit()


def kind_box(first: str) -> ComboBox:
    """Return a choice of the kinds of cues; `first` stands for all, "" for no such line."""
    box = ComboBox()
    box.setAccessibleName(tr("Kind of cue"))
    if first:
        box.addItem(first, None)
    for kind in CueKind:
        box.addItem(kind_title(kind), kind)
    return box


def pattern_box(first: str, general: str = "") -> ComboBox:
    """Return a choice of movements after `first` and, where given, `general`."""
    box = _box(tr("Movement"), first, general)
    for pattern in Pattern:
        box.addItem(pattern_title(pattern), pattern)
    return box


def phase_box(first: str, general: str = "") -> ComboBox:
    """Return a choice of phases after `first` and, where given, `general`."""
    box = _box(tr("Phase"), first, general)
    for phase in Phase:
        box.addItem(phase_title(phase), phase)
    return box


def kind_of(box: ComboBox) -> CueKind | None:
    """Return the kind that is chosen, None for all."""
    return CueKind(box.currentData()) if box.currentData() is not None else None


def pattern_of(box: ComboBox) -> Pattern | None:
    """Return the movement that is chosen, None where it is none of them."""
    return Pattern(box.currentData()) if box.currentData() not in {None, _ANY} else None


def phase_of(box: ComboBox) -> Phase | None:
    """Return the phase that is chosen, None where it is none of them."""
    return Phase(box.currentData()) if box.currentData() not in {None, _ANY} else None


def _box(name: str, first: str, general: str) -> ComboBox:
    box = ComboBox()
    box.setAccessibleName(name)
    box.addItem(first, None)
    if general:
        box.addItem(general, _ANY)
    return box
