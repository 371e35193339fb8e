"""Sets, and reps or time or distance, how hard, and how long to rest."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QButtonGroup, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.target_check import MAX_SETS
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale, Target
from nextrep.ui.program.editor.part import LiveField, Part, flow_of
from nextrep.ui.program.editor.reading import (
    Range,
    metres_text,
    parse_metres,
    parse_range,
    parse_seconds,
    range_text,
    seconds_text,
)
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import SmallTitle
from nextrep.ui.widgets.spin import SpinBox

_REPS, _TIME, _DISTANCE = range(3)
_HARDEST = 10


class AmountPart(Part):
    """What most people change."""

    def __init__(self, scale: EffortScale, parent: QWidget | None = None) -> None:
        """Make the part; `scale` is how the person says how hard a set is."""
        super().__init__(tr("How much"), parent)
        self._scale = scale
        self._one_by_one = False
        self.sets = SpinBox(1, MAX_SETS, 3)
        self.reps = LiveField("reps", parse_range, range_text)
        self.seconds = LiveField("seconds", parse_seconds, seconds_text)
        self.metres = LiveField("distance", parse_metres, metres_text)
        self.effort = LiveField("rir", parse_range, range_text)
        self.rest = LiveField("rest_s", parse_seconds, seconds_text)
        self._kinds = QButtonGroup(self)
        self.chips = [ChipButton(words) for words in (tr("Reps"), tr("Time"), tr("Distance"))]
        for number, chip in enumerate(self.chips):
            self._kinds.addButton(chip, number)
            chip.setAccessibleName(tr("Ask for {kind}", kind=chip.text().lower()))
        self.body.addWidget(flow_of(SmallTitle(tr("Asked in"), wrap=False), *self.chips, top=False))
        rpe = scale is EffortScale.RPE
        self._sets = self.labelled("sets", tr("Sets"), self.sets, width=96)
        self._reps = self.labelled("reps", tr("Reps"), self.reps, tr("8, or a range: 8–12"), width=150)
        self._seconds = self.labelled("seconds", tr("Time"), self.seconds, tr("45 s, 1:30"), width=150)
        self._metres = self.labelled("distance", tr("Distance"), self.metres, tr("40 m"), width=150)
        effort = self.labelled(
            "rir",
            tr("RPE") if rpe else tr("Reps left"),
            self.effort,
            tr("7–8; empty: not asked") if rpe else tr("2–3; empty: not asked"),
            width=150,
        )
        self.effort.setToolTip(
            tr(
                "Reps left: how many more you could still do. "
                "Also called RIR, reps in reserve; RPE is 10 minus it."
            )
        )
        rest = self.labelled("rest_s", tr("Rest"), self.rest, tr("90 s, 2 min"), width=120)
        self.body.addWidget(flow_of(self._sets, self._reps, self._seconds, self._metres, effort, rest))
        self.sets.valueChanged.connect(self.on_changed)
        self._kinds.idClicked.connect(self._on_kind)

    def set_one_by_one(self, on: bool) -> None:
        """Leave sets and reps to the list of sets, or take them back."""
        self._one_by_one = on
        for chip in self.chips:
            chip.setEnabled(not on)
        for field in (self._sets, self._reps, self._seconds, self._metres):
            field.setEnabled(not on)

    def show_target(self, target: Target) -> None:
        """Show sets, amount, effort and rest."""
        metres = target.details.distance_m
        kind = _DISTANCE if metres is not None else _TIME if target.seconds is not None else _REPS
        self.chips[kind].setChecked(True)
        self.sets.setValue(target.sets)
        low = target.reps_low
        self.reps.setValue(None if low is None else (low, target.reps_high or low))
        self.seconds.setValue(target.seconds)
        self.metres.setValue(metres)
        self.effort.setValue(self._shown_effort(target))
        self.rest.setValue(target.rest_s)
        self._show_kind()

    def read(self, target: Target) -> Target:
        """Take over sets, amount, effort and rest."""
        low, high = self._read_effort()
        target = replace(target, rir_low=low, rir_high=high, rest_s=self.rest.read() or 0)
        if self._one_by_one:
            return target
        kind = self._kinds.checkedId()
        reps: Range | None = self.reps.read() if kind == _REPS else None
        seconds = self.seconds.read() if kind == _TIME else None
        metres = self.metres.read() if kind == _DISTANCE else None
        if reps is None and seconds is None and metres is None:
            field = ("reps", "seconds", "distance")[kind]
            raise UserError(tr("Say how many reps, how long or how far."), field=field)
        return replace(
            target,
            sets=self.sets.value(),
            reps_low=reps[0] if reps else None,
            reps_high=reps[1] if reps else None,
            seconds=seconds,
            details=replace(target.details, distance_m=metres),
        )

    def _shown_effort(self, target: Target) -> Range | None:
        if target.rir_low is None:
            return None
        low, high = target.rir_low, target.rir_low if target.rir_high is None else target.rir_high
        return (_HARDEST - high, _HARDEST - low) if self._scale is EffortScale.RPE else (low, high)

    def _read_effort(self) -> tuple[int | None, int | None]:
        found: Range | None = self.effort.read()
        if found is None:
            return None, None
        if found[1] > _HARDEST:
            raise UserError(tr("It goes from 0 to 10."), field="rir")
        low, high = found
        return (_HARDEST - high, _HARDEST - low) if self._scale is EffortScale.RPE else found

    def _on_kind(self, kind: int) -> None:
        """Show the field of a kind, with a usual value where it was empty."""
        usual: tuple[tuple[LiveField, object], ...] = (
            (self.reps, (8, 12)),
            (self.seconds, 30),
            (self.metres, 40),
        )
        field, value = usual[kind]
        if field.value() is None:
            field.setValue(value)
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        shown: tuple[LabelledField, ...] = (self._reps, self._seconds, self._metres)
        for number, field in enumerate(shown):
            field.setVisible(number == self._kinds.checkedId())
