"""The field for body weight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.body_weight import body_weight_text, parse_body_weight
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.settings.table import BODY_WEIGHT_GRAMS
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import LabelledField, NumberField


class BodyWeightField(QWidget):
    """A weight in the person's unit, or nothing, which is how it starts.

    Attributes:
        changed: emitted with whole grams, 0 for nothing said.
        field: the line to type in.
    """

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit, self._grams = Unit.KG, 0
        self.field = NumberField(self._parse, self._text)
        self.field.setObjectName("body_weight")
        self.field.setMaximumWidth(current_theme().px(140))
        self.field.valueChanged.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        hint = tr(
            "Only to estimate a maximum for exercises in which you lift yourself. "
            "Never in a report. May stay empty. The newest one noted in the journal comes here too."
        )
        layout.addWidget(LabelledField(BODY_WEIGHT_GRAMS.title(), self.field, hint))

    def show_weight(self, grams: int, unit: Unit) -> None:
        """Show what is kept; 0 grams is nothing."""
        self._grams, self._unit = grams, unit
        self.field.setValue(grams or None)

    def set_unit(self, unit: Unit) -> None:
        """Show the same weight in another unit."""
        self.show_weight(self._grams, unit)

    def commit(self) -> None:
        """Keep what was typed, if it can be read."""
        self.field.commit()

    def _parse(self, text: str) -> int:
        """Read a text. What is shown is rounded: read again unchanged it is what it was."""
        if text == self._text(self._grams):
            return self._grams
        return parse_body_weight(text, self._unit)

    def _text(self, grams: int) -> str:
        return body_weight_text(grams, self._unit)

    def _on_changed(self, grams: int | None) -> None:
        self._grams = grams or 0
        self.changed.emit(self._grams)
