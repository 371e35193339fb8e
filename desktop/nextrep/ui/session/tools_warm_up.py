"""The warm-up ramp for a working load, and the way of it into the session."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.loads import Loads
from nextrep.domain.progression import SuggestedSet, ramp
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Load, Unit
from nextrep.ui.session.columns import helps
from nextrep.ui.session.controls import TallPrimary
from nextrep.ui.session.tool_fields import LoadField, TallChoice, reps_field
from nextrep.ui.session.words import load_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Well, clear_layout
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, Secondary, Strong
from nextrep.ui.widgets.page import ScrollPage

_MOST_SETS = 6


class WarmUpPage(ScrollPage):
    """Shows the sets that lead up to a load.

    Attributes:
        chosen: emitted with the list of `SuggestedSet` that the person wants in the session.
        weight, reps: of the work. sets: how many warm-up sets; the first chip leaves it to the program.
        add_button: takes them.
        nothing: why there are none.
    """

    chosen = Signal(object)

    def __init__(
        self,
        exercise: Exercise,
        loads: Loads,
        work: tuple[Load | None, int | None],
        unit: Unit,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page; `work` is the load and the reps of the working sets."""
        super().__init__(parent)
        self._exercise, self._loads, self._unit = exercise, loads, unit
        self._found: tuple[SuggestedSet, ...] = ()
        self._shown: object = None
        self.weight = LoadField(unit, helps=helps(exercise))
        self.weight.set_load(work[0])
        self.reps = reps_field()
        self.reps.setValue(work[1])
        self.sets = TallChoice(tr("Warm-up sets"), [tr("As usual"), *map(str, range(1, _MOST_SETS + 1))])
        self.nothing = Muted()
        self._list = Well()
        self._rows = QGridLayout()
        self.add_button = TallPrimary("")
        self._lay_out()
        self.weight.changed.connect(self.show_result)
        self.reps.changed.connect(self.show_result)
        self.sets.chosen.connect(self._on_sets)
        self.add_button.clicked.connect(self._on_add)
        self.show_result()

    def _lay_out(self) -> None:
        px = current_theme().px
        self.body.setSpacing(px(12))
        row = FlowLayout(spacing=12, top=True)
        label = tr("Working help") if helps(self._exercise) else tr("Working weight")
        for field in (LabelledField(label, self.weight), LabelledField(tr("Reps"), self.reps)):
            row.addWidget(field)
        self._rows.setHorizontalSpacing(px(16))
        self._rows.setVerticalSpacing(px(8))
        self._rows.setColumnStretch(1, 1)
        self._list.body.addLayout(self._rows)
        self.body.addLayout(row)
        for below in (self.sets, self.nothing, self._list):
            self.body.addWidget(below)
        foot = FlowLayout()
        foot.addWidget(self.add_button)
        self.body.addLayout(foot)
        self.body.addWidget(
            Secondary(
                tr(
                    "As usual: the empty bar where there is one, then 40, 60 and 80 % as far as the weight is"
                    " heavy enough for them, rounded down to what you have. One convention of several."
                )
            )
        )
        self.body.addStretch(1)

    def set_unit(self, unit: Unit) -> None:
        """Show and read in another unit."""
        self._unit = unit
        self._shown = None
        self.weight.set_unit(unit)

    def found(self) -> tuple[SuggestedSet, ...]:
        """Return the sets that are shown."""
        return self._found

    def show_result(self) -> None:
        """Work out the sets for what is typed."""
        load, sets = self.weight.now(), self.sets.choice()
        self._found = ramp(self._exercise, load, self._loads, sets or None, self.reps.now())
        if (self._found, load, sets) == self._shown:
            return
        self._shown = (self._found, load, sets)
        clear_layout(self._rows)
        for line, one in enumerate(self._found):
            assert one.load is not None, "a ramp is made of loads"
            told = self._loads.sides(self._exercise, one.load)
            amount = tr("{load} × {amount}", load=load_words(one.load, self._unit), amount=one.reps)
            self._rows.addWidget(Strong(amount, wrap=False), line, 0)
            self._rows.addWidget(Secondary(told.short() if told is not None else ""), line, 1)
        count = len(self._found)
        self._list.setVisible(bool(count))
        self.add_button.setVisible(bool(count))
        self.add_button.setText(
            tr_n("Add {n} warm-up set to the session", "Add {n} warm-up sets to the session", count)
        )
        self.nothing.setText(self._why_none(load))
        self.nothing.setVisible(not count)

    def _why_none(self, load: Load | None) -> str:
        if self._exercise.measure is Measure.TIMED:
            return tr("Nothing leads up to a time. A shorter hold does it.")
        if load is None and self._exercise.measure is not Measure.LOADED:
            return tr("With the body’s own weight a few easy reps do it.")
        if load is None:
            return tr("Type the weight of a working set.")
        if self.sets.choice():
            return tr("Nothing lighter leads up to it with what you have.")
        if self._exercise.measure is not Measure.LOADED:
            return tr(
                "With the body’s own weight a few easy reps do it. You can still choose a number above."
            )
        return tr("This is light enough to begin with. You can still choose a number above.")

    def _on_sets(self, _place: int) -> None:
        self.show_result()

    def _on_add(self) -> None:
        if self._found:
            self.chosen.emit(list(self._found))
