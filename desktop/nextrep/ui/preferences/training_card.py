"""Settings that travel with the record: name, unit, effort, cues, formula, rest, body weight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.e1rm import Formula, formula_title
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.settings.table import (
    BODY_WEIGHT_GRAMS,
    CUES_ON,
    E1RM_FORMULA,
    EFFORT_SCALE,
    PERSON_NAME,
    REST_SECONDS,
    UNIT,
)
from nextrep.ui.preferences.body_weight import BodyWeightField
from nextrep.ui.preferences.choice import Choice
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.spin import SpinBox

_LONGEST_NAME = 80

_ON, _OFF = "on", "off"


@dataclass(frozen=True, slots=True)
class TrainingValues:
    """What the card shows.

    Attributes:
        rest_seconds: 0 to 900.
        cues: whether one is shown before each set.
        formula: of the estimated 1RM, a value of domain.e1rm.Formula.
        body_grams: body weight, 0 where it is not said.
    """

    name: str
    unit: str
    effort: str
    rest_seconds: int
    cues: bool
    formula: str
    body_grams: int


class TrainingCard(Card):
    """Each setting is kept at once.

    Attributes:
        changed: emitted with a setting and its new value.
        cues_asked: emitted when the person wants to see the cues.
    """

    changed = Signal(object, object)
    cues_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("You and your training"), parent)
        px = current_theme().px
        self.body.setSpacing(px(12))
        self._name_kept = ""
        self.name = QLineEdit()
        self.name.setObjectName("person_name")
        self.name.setMaxLength(_LONGEST_NAME)
        self.unit = Choice(
            UNIT.title(),
            [("kg", tr("kg")), ("lb", tr("lb"))],
            tr("What you type from now on. What is in your log keeps its unit."),
        )
        self.effort = Choice(
            EFFORT_SCALE.title(),
            [("off", tr("Off")), ("rir", tr("Reps left")), ("rpe", tr("RPE"))],
            tr("Reps left (RIR) is how many more you could do; RPE is 10 minus it. Both can stay empty."),
        )
        self.cues = Choice(
            CUES_ON.title(),
            [(_ON, tr("On")), (_OFF, tr("Off"))],
            tr("A few words on what to feel, where to breathe, what to let go. C turns them off and on."),
        )
        self.formula = Choice(
            E1RM_FORMULA.title(),
            [(str(formula), formula_title(formula)) for formula in Formula],
            tr("What you could lift once, by sets of up to 12 reps. Charts, records and the report use it."),
        )
        low, high = REST_SECONDS.low or 0, REST_SECONDS.high or 0
        self.rest = SpinBox(low, high, REST_SECONDS.default, tr(" s"), name=tr("Rest between sets"))
        self.rest.setSingleStep(15)
        self.rest.setKeyboardTracking(False)
        self.rest.setObjectName("rest_seconds")
        self.rest.setMaximumWidth(px(140))
        for label, field, hint in (
            (PERSON_NAME.title(), self.name, tr("Stands on your report if you want. May stay empty.")),
            (tr("Rest between sets"), self.rest, tr("Where the plan does not say it.")),
        ):
            self.add(LabelledField(label, field, hint))
        self.cues_button = SecondaryButton(tr("My cues…"))
        self.body_weight = BodyWeightField()
        for choice in (self.unit, self.effort, self.cues):
            self.add(choice)
        self.add_row(self.cues_button)
        self.add(self.formula)
        self.add(self.body_weight)
        self.name.editingFinished.connect(self.commit)
        self.unit.chosen.connect(self._on_unit)
        self.effort.chosen.connect(self._on_effort)
        self.cues.chosen.connect(self._on_cues)
        self.cues_button.clicked.connect(self.cues_asked)
        self.formula.chosen.connect(self._on_formula)
        self.body_weight.changed.connect(self._on_body_weight)
        self.rest.valueChanged.connect(self._on_rest)

    def show_values(self, values: TrainingValues) -> None:
        """Show what is kept."""
        if values.name != self._name_kept or not self.name.isModified():
            self.name.setText(values.name)
        self._name_kept = values.name
        self.unit.set_value(values.unit)
        self.effort.set_value(values.effort)
        self.cues.set_value(_ON if values.cues else _OFF)
        self.formula.set_value(values.formula)
        self.body_weight.show_weight(values.body_grams, Unit(values.unit))
        self.rest.blockSignals(True)
        self.rest.setValue(values.rest_seconds)
        self.rest.blockSignals(False)

    def commit(self) -> None:
        """Keep the name and the body weight as typed."""
        self.body_weight.commit()
        text = " ".join(self.name.text().split())
        if text != self._name_kept:
            self._name_kept = text
            self.changed.emit(PERSON_NAME, text)

    def _on_unit(self, value: str) -> None:
        self.body_weight.set_unit(Unit(value))
        self.changed.emit(UNIT, value)

    def _on_effort(self, value: str) -> None:
        self.changed.emit(EFFORT_SCALE, value)

    def _on_cues(self, value: str) -> None:
        self.changed.emit(CUES_ON, value == _ON)

    def _on_formula(self, value: str) -> None:
        self.changed.emit(E1RM_FORMULA, value)

    def _on_body_weight(self, grams: int) -> None:
        self.changed.emit(BODY_WEIGHT_GRAMS, grams)

    def _on_rest(self, value: int) -> None:
        self.changed.emit(REST_SECONDS, value)
