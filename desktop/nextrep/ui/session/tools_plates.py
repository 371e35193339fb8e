"""The plate calculator: type a weight, see how to make it from what is there, and what is missing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nextrep.domain.exercises import Equipment, Exercise
from nextrep.domain.loading import Loading
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar
from nextrep.domain.plates import fine
from nextrep.domain.stock import bars_for, source_of
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit
from nextrep.services.tools import usual_loads
from nextrep.settings.table import OWNED
from nextrep.ui.session.columns import as_shown, helps
from nextrep.ui.session.controls import TallSecondary
from nextrep.ui.session.plates_view import PlatesView
from nextrep.ui.session.tool_fields import LoadField, TallChoice
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, Secondary, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage


class PlatesPage(ScrollPage):
    """Where the person has not said what they have, a usual gym is taken, and that is said.

    Attributes:
        weight: what is wanted. bar: which bar, where there are several.
        lighter, heavier: to the next weight that exists.
        how: how it is made. plates: the picture. why: what is missing.
        assumed: that it is a usual gym. nothing: why there is no answer.
    """

    def __init__(
        self, exercise: Exercise, loads: Loads, load: Load | None, unit: Unit, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exercise, self._mine, self._unit = exercise, loads, unit
        self._usual: dict[tuple[int, Unit], Loads] = {}
        self._with_bar: dict[int, Loads] = {}
        self._bars = bars_for(loads.owned, source_of(exercise))
        self.weight = LoadField(unit, helps=helps(exercise))
        self.weight.set_load(load)
        self.bar = TallChoice(tr("Bar"), [tr("Any"), *(bar.text() for bar in self._bars)])
        self.bar.setVisible(len(self._bars) > 1)
        self.lighter, self.heavier = TallSecondary(""), TallSecondary("")
        self.how = Strong()
        self.plates = PlatesView(large=True)
        self.why = InlineMessage(dismissable=False)
        self.assumed = Secondary(
            tr(
                "You have not said what you have, so this is what a usual gym has. Settings has a place for"
                " it: “{title}”.",
                title=OWNED.title(),
            )
        )
        self.nothing = Muted()
        self._lay_out()
        self.weight.changed.connect(self.show_result)
        self.bar.chosen.connect(self._on_bar)
        self.lighter.clicked.connect(self._on_lighter)
        self.heavier.clicked.connect(self._on_heavier)
        self.show_result()

    def _lay_out(self) -> None:
        self.body.setSpacing(current_theme().px(12))
        row = FlowLayout(spacing=12, top=True)
        label = tr("Help") if helps(self._exercise) else tr("Weight")
        steps = QWidget()
        line = row_of(self.lighter, self.heavier, spacing=8)
        line.setContentsMargins(0, 0, 0, 0)
        steps.setLayout(line)
        for widget in (
            LabelledField(label, self.weight),
            LabelledField(tr("Lighter, heavier"), steps),
            self.bar,
        ):
            row.addWidget(widget)
        self.body.addLayout(row)
        for below in (self.nothing, self.how, self.plates, self.why, self.assumed):
            self.body.addWidget(below)
        self.body.addStretch(1)

    def set_unit(self, unit: Unit) -> None:
        """Show and read in another unit."""
        self._unit = unit
        self.weight.set_unit(unit)

    def show_result(self) -> None:
        """Work out how to make what is typed."""
        typed = self.weight.now()
        load = typed or Load(0, self._unit)
        loads, mine = self._loads(load)
        told = loads.sides(self._exercise, load)
        shown = told if typed is not None else None
        self.assumed.setVisible(told is not None and not mine)
        self.nothing.setText(_no_answer(load) if told is None else tr("Type a weight."))
        self.nothing.setVisible(shown is None)
        self.how.setText(shown.how() if shown is not None else "")
        self.how.setVisible(shown is not None)
        self.plates.show_loading(shown)
        why = _why_words(shown, loads, self._exercise) if shown is not None else ""
        if why:
            self.why.show_message(why, "warn")
        else:
            self.why.clear()
        self._name(self.lighter, self._next(loads, load, -1), load, down=True)
        self._name(self.heavier, self._next(loads, load, 1), load, down=False)

    def _loads(self, load: Load) -> tuple[Loads, bool]:
        """Return what can be loaded, and whether it is the person's own."""
        place = self.bar.choice()
        if place not in self._with_bar:
            self._with_bar[place] = self._only(self._mine, place)
        mine = self._with_bar[place]
        if mine.sides(self._exercise, load) is not None:
            return mine, True
        key = place, self._unit
        if key not in self._usual:
            self._usual[key] = self._only(usual_loads(self._mine, self._unit), place)
        return self._usual[key], False

    def _only(self, loads: Loads, place: int) -> Loads:
        """Return the loads with the bar that was chosen; place 0 takes any."""
        if not place:
            return loads
        kind = Equipment(source_of(self._exercise).value)
        return Loads(replace(loads.owned, bars=(Bar(kind, self._bars[place - 1]),)))

    def _name(self, button: TallSecondary, following: Load, load: Load, *, down: bool) -> None:
        shown = as_shown(following, help_is_plain=helps(self._exercise))
        number = shown.text(self._unit)
        button.setText(tr("↓ {load}", load=number) if down else tr("↑ {load}", load=number))
        button.setAccessibleName(
            tr("Down to {load}", load=number) if down else tr("Up to {load}", load=number)
        )
        button.setEnabled(fine(following) != fine(load))

    def _next(self, loads: Loads, load: Load, sign: int) -> Load:
        """Return the next number up (1) or down (-1); more help is the lighter load."""
        heavier = (sign > 0) is not helps(self._exercise)
        return loads.above(self._exercise, load) if heavier else loads.below(self._exercise, load)

    def _step(self, sign: int) -> None:
        load = self.weight.now() or Load(0, self._unit)
        loads, _mine = self._loads(load)
        self.weight.set_load(self._next(loads, load, sign))

    def _on_lighter(self) -> None:
        self._step(-1)

    def _on_heavier(self) -> None:
        self._step(1)

    def _on_bar(self, _place: int) -> None:
        self.show_result()


def _no_answer(load: Load) -> str:
    if load.grams < 0:
        return tr("Help from a band is not put together of plates.")
    return tr("This exercise takes nothing that is put together: no bar, no plates, no pin.")


def _why_words(told: Loading, loads: Loads, exercise: Exercise) -> str:
    """Return what is missing, and the next load up that can be made; "" where nothing is missing."""
    why = told.why()
    above = loads.above(exercise, told.wanted)
    if not why or told.missing is None or fine(above) <= fine(told.wanted):
        return why
    return tr("{why} The next one up is {load}.", why=why, load=above.text())
