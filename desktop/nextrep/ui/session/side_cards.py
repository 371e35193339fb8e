"""The small cards beside and below the exercise: load, how one felt before, what is done so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.strength import Record
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.domain.units import Unit
from nextrep.services.session import SessionView
from nextrep.ui.session.controls import TallLink, TallSecondary
from nextrep.ui.session.keys import Command
from nextrep.ui.session.models import Column, SetTable
from nextrep.ui.session.words import (
    before_words,
    equipment_words,
    load_words,
    record_words,
    sets_words,
    volume_words,
)
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

RECORDS_SHOWN = 3


class LoadCard(Card):
    """The load of the current row, with what is needed, and buttons that change it by the smallest step.

    Attributes:
        asked: emitted with `Command.HEAVIER` or `Command.LIGHTER`.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.load = Body()
        self._equipment = Secondary()
        self.lighter, self.heavier = TallSecondary(""), TallSecondary("")
        self.lighter.clicked.connect(self._on_lighter)
        self.heavier.clicked.connect(self._on_heavier)
        self.add(SmallTitle(tr("Load")))
        self.add(self.load)
        self.add(self._equipment)
        self.body.addLayout(row_of(self.lighter, self.heavier, spacing=8))

    def show_row(self, table: SetTable, index: int) -> None:
        """Show the load of a row."""
        load = table.load(index)
        typed = bool(table.text(index, Column.LOAD).strip())
        unknown = load is None and (typed or table.block.exercise.measure is Measure.LOADED)
        self.load.setText(tr("Not chosen yet") if unknown else load_words(load, table.unit))
        self._equipment.setText(equipment_words(table.block.exercise))
        self._equipment.setVisible(bool(table.block.exercise.equipment))
        step = table.step_size().text(table.unit)
        self.lighter.setText(tr("− {step}", step=step))
        self.heavier.setText(tr("+ {step}", step=step))
        self.lighter.setAccessibleName(tr("{step} less", step=step))
        self.heavier.setAccessibleName(tr("{step} more", step=step))

    def _on_lighter(self) -> None:
        self.asked.emit(Command.LIGHTER)

    def _on_heavier(self) -> None:
        self.asked.emit(Command.HEAVIER)


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
        """Show what is done."""
        parts = [sets_words(view.set_count)]
        if view.grams:
            parts.append(volume_words(view.grams, unit))
        self.text.setText(" · ".join(parts))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = record_chips(records[-RECORDS_SHOWN:], unit)
        for chip in self._chips:
            self._flow.addWidget(chip)

    def chip_texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.text() for chip in self._chips]


def record_chips(records: Sequence[tuple[Exercise, Record]], unit: Unit) -> list[Chip]:
    """Return a chip for each record; its tool tip names the exercise."""
    chips = []
    for exercise, record in records:
        chip = Chip(record_words(record, unit), "win")
        chip.setToolTip(exercise.name)
        chips.append(chip)
    return chips
