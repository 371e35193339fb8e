"""Where, with what, and how long a session may be."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nextrep.domain.equipment import usual_sets
from nextrep.domain.program import MAX_MINUTES, MIN_MINUTES, Answers, Place
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.text import tr
from nextrep.ui.program.equipment_field import EquipmentField
from nextrep.ui.program.making.parts import Choice, QuestionPage
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.spin import SpinBox

_PLACES = (Place.HOME, Place.GYM)


class PlacePage(QuestionPage):
    """Minutes, home or gym, and what is at hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Minutes and place"), parent)
        self.minutes = SpinBox(
            MIN_MINUTES, MAX_MINUTES, Answers().minutes, tr(" min"), name=tr("Minutes for one session")
        )
        self.minutes.setSingleStep(5)
        self.minutes.setMaximumWidth(current_theme().px(140))
        self.asked_minutes = self.ask(
            tr("Minutes for one session"),
            self.minutes,
            tr("10 to 120. 30 to 45 are enough for most; the session is made to fit, warm-up included."),
        )
        self.place = Choice([tr("At home"), tr("In a gym")])
        self.ask(tr("Where do you train?"), self.place)
        self.equipment = EquipmentField()
        self.ask(tr("What is at hand?"), self.equipment)
        self.body.addStretch(1)
        self.minutes.valueChanged.connect(self._on_changed)
        self.place.chosen.connect(self._on_place)
        self.equipment.changed.connect(self._on_changed)

    def show_answers(self, answers: Answers) -> None:
        """Show what was said."""
        self.minutes.setValue(answers.minutes)
        if answers.place is not None:
            self.place.set_value(_PLACES.index(answers.place))
        self.equipment.set_items(answers.equipment)

    def show_program(self, template: ProgramTemplate) -> None:
        """Ask only what makes a difference in a program."""
        self.asked_minutes.setVisible(template.asks_weekdays)

    def said_place(self) -> Place | None:
        """Return where the person trains, None where it was not said."""
        index = self.place.value()
        return _PLACES[index] if index >= 0 else None

    def first_field(self) -> QWidget:
        """Begin with the minutes."""
        return self.place.chip(0) if self.asked_minutes.isHidden() else self.minutes

    def _on_place(self, index: int) -> None:
        """A gym has everything until the person says otherwise; at home the gym's things are not there."""
        gym = usual_sets()[-1].items
        items = self.equipment.items()
        if _PLACES[index] is Place.GYM and not items:
            self.equipment.set_items(gym)
        elif _PLACES[index] is Place.HOME and items == gym:
            self.equipment.set_items(frozenset())
        self.changed.emit()
