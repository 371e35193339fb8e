"""The small cards below the exercise: how one felt before, what is done so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.records import Record
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.domain.units import Unit
from nextrep.services.session import SessionView
from nextrep.ui.session.controls import TallLink
from nextrep.ui.session.words import (
    before_words,
    record_words,
    sets_words,
    volume_words,
)
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, SmallTitle

RECORDS_SHOWN = 3


class FeltCard(Card):
    """How the person felt before the session.

    Attributes:
        change_button: asks to rate, or to rate again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = Body()
        self.change_button = TallLink("")
        self.add(SmallTitle(tr("Before you started")))
        row = self.add_row(self.text, stretch=False)
        row.setStretch(0, 1)
        row.addWidget(self.change_button)

    def show_session(self, session: Session) -> None:
        """Show the answers."""
        words = before_words(session)
        self.text.setText(words or tr("Not rated"))
        self.change_button.setText(tr("Change") if words else tr("Rate"))
        self.change_button.setAccessibleName(tr("Rate how you felt before"))


class SoFarCard(Card):
    """Sets, volume and records of the session."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = Body(wrap=False)
        self.add(SmallTitle(tr("So far")))
        self._line = QWidget()
        self._flow = FlowLayout(self._line, spacing=8)
        self._flow.addWidget(self.text)
        self.add(self._line)
        self._chips: list[Chip] = []

    def show_view(self, view: SessionView, records: Sequence[tuple[Exercise, Record]], unit: Unit) -> None:
        """Show what is done; `unit` is the usual one, exercises may have another."""
        units = {block.exercise.key: block.unit or unit for block in view.blocks}
        parts = [sets_words(view.set_count)]
        if view.grams:
            parts.append(volume_words(view.grams, unit))
        self.text.setText(" · ".join(parts))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = record_chips(records[-RECORDS_SHOWN:], units)
        for chip in self._chips:
            self._flow.addWidget(chip)

    def chip_texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.text() for chip in self._chips]


def record_chips(records: Sequence[tuple[Exercise, Record]], units: Mapping[str, Unit]) -> list[Chip]:
    """Return a chip for each record in the unit of its exercise (by key); its tool tip names the exercise."""
    chips = []
    said = [record_words(record, units[exercise.key]) for exercise, record in records]
    for words, (exercise, _record) in zip(said, records, strict=True):
        twice = said.count(words) > 1  # of two exercises: then each is named
        chip = Chip(
            tr("{record}: {exercise}", record=words, exercise=exercise.name) if twice else words, "win"
        )
        chip.setToolTip(exercise.name)
        chips.append(chip)
    return chips
