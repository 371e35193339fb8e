"""The estimated maximum of a set, and what weight that is for how many reps."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from nextrep.domain.e1rm import MAX_REPS_FOR_E1RM, Formula, e1rm, formula_words
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.figures import number
from nextrep.domain.loads import Loads
from nextrep.domain.rep_loads import RepLoad, rep_loads
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit
from nextrep.ui.session.columns import helps
from nextrep.ui.session.tool_fields import LoadField, left_field, reps_field
from nextrep.ui.session.words import load_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Well, clear_layout
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Muted, Secondary, SmallTitle, Strong
from nextrep.ui.widgets.page import ScrollPage

_LIFTS_THE_BODY = frozenset({Measure.BODYWEIGHT, Measure.ASSISTED})
_COLUMNS = 2


class MaximumPage(ScrollPage):
    """Shows an estimate, always with the name of its formula.

    Attributes:
        weight, reps, left: the set; reps left may stay empty.
        body_weight: asked where the body is lifted too; it is kept nowhere.
        result: the estimate in words. formula: how it was made. nothing: why there is none.
    """

    def __init__(
        self,
        exercise: Exercise,
        loads: Loads,
        work: tuple[Load | None, int | None],
        unit: Unit,
        formula: Formula,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page; `work` is the load and the reps to begin with."""
        super().__init__(parent)
        self._exercise, self._loads, self._unit, self._formula = exercise, loads, unit, formula
        self._shown: object = None
        self.weight = LoadField(unit, helps=helps(exercise))
        self.weight.set_load(work[0])
        self.reps, self.left = reps_field(), left_field()
        self.reps.setValue(work[1])
        self.body_weight = LoadField(unit)
        self.result = CardTitle()
        self.formula = Secondary()
        self.nothing = Muted()
        self._table = Well()
        self._rows = QGridLayout()
        self._lay_out()
        for field in (self.weight, self.reps, self.left, self.body_weight):
            field.changed.connect(self.show_result)
        self.show_result()

    def _lay_out(self) -> None:
        px = current_theme().px
        self.body.setSpacing(px(12))
        row = FlowLayout(spacing=12, top=True)
        fields = [
            (tr("Help") if helps(self._exercise) else tr("Weight"), self.weight),
            (tr("Reps"), self.reps),
            (tr("Reps left"), self.left),
        ]
        if self._exercise.measure in _LIFTS_THE_BODY:
            fields.append((tr("Body weight"), self.body_weight))
        for label, field in fields:
            row.addWidget(LabelledField(label, field))
        self.left.setPlaceholderText(tr("0"))
        self._rows.setHorizontalSpacing(px(24))
        self._rows.setVerticalSpacing(px(6))
        self._table.body.addLayout(self._rows)
        self.body.addLayout(row)
        note = tr(
            "An estimate. Formulas differ by some percent from each other, and none is given above {n} reps.",
            n=MAX_REPS_FOR_E1RM,
        )
        for below in (self.nothing, self.result, self.formula, self._table, Secondary(note)):
            self.body.addWidget(below)
        self.body.addStretch(1)

    def set_unit(self, unit: Unit) -> None:
        """Show and read in another unit."""
        self._unit = unit
        self._shown = None
        self.weight.set_unit(unit)
        self.body_weight.set_unit(unit)

    def show_result(self) -> None:
        """Work out the estimate for what is typed."""
        typed = (self.weight.now(), self.reps.now(), self.left.now(), self.body_weight.now())
        if typed == self._shown:
            return
        self._shown = typed
        whole, why = self._whole(), ""
        rows: tuple[RepLoad, ...] = ()
        if whole is None:
            why = self._why_none()
        else:
            try:
                rows = rep_loads(
                    self._exercise, whole, self._loads, self._unit, self._formula, self._body_grams() or 0
                )
            except UserError as error:
                why = str(error)
        self.nothing.setText(why)
        self.nothing.setVisible(bool(why))
        for widget in (self.result, self.formula, self._table):
            widget.setVisible(not why)
        if rows and whole is not None:
            self._show_maximum(whole - (self._body_grams() or 0))
        self._show_rows(rows)

    def _body_grams(self) -> int | None:
        """Return the body weight that is lifted too: 0 where it is not, None where it is not known."""
        if self._exercise.measure not in _LIFTS_THE_BODY:
            return 0
        body = self.body_weight.now()
        return body.grams if body is not None else None

    def _whole(self) -> float | None:
        """Return the estimated maximum in grams, with the body where it is lifted too."""
        load, reps, body = self.weight.now(), self.reps.now(), self._body_grams()
        if reps is None or body is None:
            return None
        return e1rm(body + (load.grams if load is not None else 0), reps, self.left.now(), self._formula)

    def _why_none(self) -> str:
        reps = self.reps.now()
        if self._exercise.measure is Measure.TIMED:
            return tr("A time has no maximum for one rep.")
        if reps is not None and reps + (self.left.now() or 0) / 10 > MAX_REPS_FOR_E1RM:
            return tr("Above {n} reps, with those left, no estimate is given.", n=MAX_REPS_FOR_E1RM)
        if self._body_grams() is None:
            return tr("Type reps and your body weight, which is lifted too. It is not kept.")
        return tr("Type the weight and the reps of a set.")

    def _show_maximum(self, grams: float) -> None:
        load = Load(round(grams), self._unit)
        about = tr("{value} {unit}", value=number(abs(float(load.value()))), unit=self._unit)
        if load.grams < 0:
            self.result.setText(tr("About {load} of help for one rep", load=about))
        elif self._exercise.measure in _LIFTS_THE_BODY:
            self.result.setText(tr("About {load} on top of the body for one rep", load=about))
        else:
            self.result.setText(tr("About {load} for one rep", load=about))
        words = formula_words(self._formula)
        self.formula.setText(tr("By {formula}; r are the reps with those left.", formula=words))

    def _show_rows(self, rows: tuple[RepLoad, ...]) -> None:
        clear_layout(self._rows)
        half = -(-len(rows) // _COLUMNS)
        known = self._loads.sides(self._exercise, Load(0, self._unit)) is not None
        heading = tr("Weight that you have") if known else tr("Weight")
        for place, one in enumerate(rows):
            line, column = place % half, 2 * (place // half)
            if not line:
                self._rows.addWidget(SmallTitle(tr("Reps")), 0, column)
                self._rows.addWidget(SmallTitle(heading), 0, column + 1)
            self._rows.addWidget(Strong(str(one.reps), wrap=False), line + 1, column)
            words = tr("less than there is") if one.load is None else load_words(one.load, self._unit)
            shown = Body(words)
            shown.setToolTip(tr("Exactly {load}", load=one.exact.text()))
            self._rows.addWidget(shown, line + 1, column + 1)
        for column in range(_COLUMNS):
            self._rows.setColumnStretch(2 * column + 1, 1)
