"""How the next target follows from the log: the rule in words, what it needs, and an example that is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from nextrep.domain import progression as rules
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import PlannedKind, PlannedSet, Progression, ProgressionRule
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.domain.units import Load, Unit, parse_load
from nextrep.services import preferences
from nextrep.ui.program.editor.keys_field import KeysField
from nextrep.ui.program.editor.part import LiveField, Part, flow_of
from nextrep.ui.program.editor.reading import (
    parse_percent,
    parse_seconds,
    parse_wave,
    percent_words,
    seconds_text,
    wave_text,
)
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Secondary
from nextrep.ui.widgets.spin import ComboBox, SpinBox

_R = ProgressionRule
_STEP = {_R.DOUBLE, _R.LINEAR, _R.TOP_BACKOFF, _R.WAVE, _R.RPE, _R.TOTAL}
_MISSES = {_R.DOUBLE, _R.LINEAR, _R.TOP_BACKOFF, _R.TOTAL, _R.TIME, _R.LADDER}
_DELOAD = {_R.DOUBLE, _R.LINEAR, _R.TOP_BACKOFF, _R.TOTAL}
_MOST_MISSES, _MOST_TOTAL = 6, 999


class ProgressionPart(Part):
    """The rule of progression."""

    def __init__(
        self,
        context: Context,
        exercise: Exercise,
        loads: Loads,
        unit: Unit,
        title_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the part.

        Args:
            context: the way to everything outside.
            exercise: whose progression it is; the example is about it.
            loads: that exist for the person.
            unit: in which weights without a unit are typed.
            title_of: gives the name of an exercise by its key.
            parent: owner.
        """
        super().__init__(tr("Next time"), parent)
        self._exercise, self._loads, self._unit = exercise, loads, unit
        self._formula = preferences.formula(context.store)
        self._usual_total = 0
        self.rule = ComboBox()
        self.rule.setAccessibleName(tr("How it goes on"))
        for rule in ProgressionRule:
            self.rule.addItem(rules.rule_title(rule), rule)
        self.step = LiveField("progression", partial(parse_load, unit=unit), Load.text)
        self.step.setPlaceholderText(tr("the smallest there is"))
        self.misses = SpinBox(1, _MOST_MISSES, Progression().misses)
        self.deload = LiveField("progression", parse_percent, percent_words)
        self.back_off = LiveField("progression", parse_percent, percent_words)
        self.total = SpinBox(0, _MOST_TOTAL, 0)
        self.total.setSpecialValueText(tr("not said"))
        self.seconds_step = LiveField("progression", parse_seconds, seconds_text)
        self.seconds_high = LiveField("progression", parse_seconds, seconds_text)
        self.wave = QPlainTextEdit()
        self.wave.setTabChangesFocus(True)
        self.wave.setFixedHeight(current_theme().px(96))
        self.ladder = KeysField(context, tr("From easy to hard"), title_of)
        self._words, self._example = Secondary(), Body()
        self._lay_out()
        self._connect()

    def show_target(self, target: Target) -> None:
        """Show the progression."""
        progression = target.details.progression
        self.rule.setCurrentIndex(self.rule.findData(progression.rule))
        self.step.setValue(progression.step)
        self.misses.setValue(progression.misses)
        self.deload.setValue(progression.deload)
        self.back_off.setValue(progression.back_off)
        self.total.setValue(progression.total or 0)
        self.seconds_step.setValue(progression.seconds_step)
        self.seconds_high.setValue(progression.seconds_high)
        self.wave.setPlainText(wave_text(progression.wave or usual_wave()))
        self.ladder.set_keys(progression.ladder)
        self._usual_total = target.sets * (target.reps_low or 0)
        self._show_fields()

    def read(self, target: Target) -> Target:
        """Take the progression over; what its rule does not use stays as usual."""
        rule, usual = self.chosen(), Progression()
        timed = rule is _R.TIME
        progression = Progression(
            rule=rule,
            step=self.step.read() if rule in _STEP else None,
            misses=self.misses.value() if rule in _MISSES else usual.misses,
            deload=self._deload() if rule in _DELOAD else usual.deload,
            back_off=self._back_off() if rule is _R.TOP_BACKOFF else usual.back_off,
            total=(self.total.value() or None) if rule is _R.TOTAL else None,
            wave=self._wave() if rule is _R.WAVE else (),
            ladder=self.ladder.keys() if rule is _R.LADDER else (),
            seconds_step=(self.seconds_step.read() or usual.seconds_step) if timed else usual.seconds_step,
            seconds_high=(self.seconds_high.read() or usual.seconds_high) if timed else usual.seconds_high,
        )
        return replace(target, details=replace(target.details, progression=progression))

    def chosen(self) -> ProgressionRule:
        """Return the rule that is chosen."""
        return ProgressionRule(self.rule.currentData())

    def show_example(self, target: Target) -> None:
        """Show what the rule would ask after an invented session."""
        words = rules.example(self._exercise, target, self._loads, self._unit, self._formula)
        self._example.setText(words)

    def show_no_example(self, reason: str) -> None:
        """Say why there is no example yet."""
        self._example.setText(tr("None yet. {reason}", reason=reason))

    def _lay_out(self) -> None:
        rule = self.labelled("progression", tr("How it goes on"), self.rule, width=380)
        step = self.labelled("step", tr("Step"), self.step, width=180)
        misses = self.labelled("misses", tr("Lighter after misses in a row"), self.misses, width=200)
        deload = self.labelled("deload", tr("Then lighter by"), self.deload, width=130)
        back_off = self.labelled("back_off", tr("Back-off sets at"), self.back_off, width=140)
        total = self.labelled("total", tr("Reps in total"), self.total, width=140)
        up = self.labelled("seconds_step", tr("Longer by"), self.seconds_step, width=120)
        top = self.labelled("seconds_high", tr("Long enough at"), self.seconds_high, width=140)
        hint = tr("A line for each session in turn; + stands for as many as possible. Of the training max.")
        wave = self.labelled("wave", tr("The wave"), self.wave, hint)
        ladder = self.labelled(
            "ladder", tr("From easy to hard"), self.ladder, tr("Empty: the harder exercises of the movement.")
        )
        self._shown = {
            step: _STEP,
            misses: _MISSES,
            deload: _DELOAD,
            back_off: {_R.TOP_BACKOFF},
            total: {_R.TOTAL},
            up: {_R.TIME},
            top: {_R.TIME},
            wave: {_R.WAVE},
            ladder: {_R.LADDER},
        }
        self.body.addWidget(rule)
        self.body.addWidget(self._words)
        self._flow = flow_of(step, misses, deload, back_off, total, up, top)
        self.body.addWidget(self._flow)
        self.body.addWidget(wave)
        self.body.addWidget(ladder)
        card = Card()
        card.body.setSpacing(current_theme().px(2))
        card.add(Secondary(tr("For example")))
        card.add(self._example)
        self.body.addWidget(card)

    def _connect(self) -> None:
        self.rule.currentIndexChanged.connect(self._on_rule)
        self.misses.valueChanged.connect(self.on_changed)
        self.total.valueChanged.connect(self.on_changed)
        self.wave.textChanged.connect(self.on_changed)
        self.ladder.changed.connect(self.on_changed)

    def _on_rule(self, _place: int) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        rule = self.chosen()
        self._words.setText(rules.rule_words(rule))
        if rule is _R.TOTAL and not self.total.value():
            self.total.setValue(self._usual_total)
        for field, wanted in self._shown.items():
            field.setVisible(rule in wanted)
        self._flow.setVisible(rule in _STEP | _MISSES)

    def _deload(self) -> int:
        value = self.deload.read() or Progression().deload
        if not 10 <= value <= 500:
            raise UserError(tr("The load comes down by 1 to 50 %."), field="deload")
        return int(value)

    def _back_off(self) -> int:
        value = self.back_off.read() or Progression().back_off
        if not 100 <= value <= 1000:
            raise UserError(tr("Back-off sets are at 10 to 100 % of the top set."), field="back_off")
        return int(value)

    def _wave(self) -> tuple[tuple[PlannedSet, ...], ...]:
        try:
            return parse_wave(self.wave.toPlainText())
        except UserError as error:
            raise UserError(str(error), field="wave") from None


def usual_wave() -> tuple[tuple[PlannedSet, ...], ...]:
    """Return three sessions that climb, to begin with: 5s, 3s, then 5, 3 and 1 (as in 5/3/1)."""

    def line(*sets: tuple[int, int]) -> tuple[PlannedSet, ...]:
        *first, (reps, percent) = sets
        working = tuple(PlannedSet(PlannedKind.WORKING, n, n, percent=share) for n, share in first)
        return (*working, PlannedSet(PlannedKind.AMRAP, reps, None, percent=percent))

    return (
        line((5, 650), (5, 750), (5, 850)),
        line((3, 700), (3, 800), (3, 900)),
        line((5, 750), (3, 850), (1, 950)),
    )
