"""Where the load of the next set comes from, in words, with the fields that it needs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.prescription import WHOLE, LoadPlan, LoadRule
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.domain.units import Load, Unit, parse_load
from nextrep.ui.program.editor.part import LiveField, Part, flow_of
from nextrep.ui.program.editor.reading import parse_percent, percent_words
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.spin import ComboBox

_PERCENT = {LoadRule.LAST, LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM}
_WEIGHT = {LoadRule.PERCENT_TM, LoadRule.FIXED, LoadRule.BODYWEIGHT}
_OF_A_MAX = {LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM}


def load_titles() -> dict[LoadRule, tuple[str, str]]:
    """Return the load rules as people read them: a title, and what it means."""
    return {
        LoadRule.LAST: (
            tr("As last time"),
            tr("Goes on from the log. A share below 100 % asks for less on purpose, as a lighter week does."),
        ),
        LoadRule.PERCENT_E1RM: (
            tr("A share of my estimated max"),
            tr("Of the best estimated one-rep max (e1RM) that the log gives."),
        ),
        LoadRule.PERCENT_TM: (
            tr("A share of a training max"),
            tr("Of a max that you set. Left empty, it is 90 % of the e1RM from the log."),
        ),
        LoadRule.RPE_CHART: (
            tr("By effort"),
            tr("From the e1RM, the reps and the reps left, by the usual RPE chart."),
        ),
        LoadRule.FIXED: (tr("A fixed weight"), tr("The same each time, until you change it here.")),
        LoadRule.BODYWEIGHT: (
            tr("Bodyweight"),
            tr("A weight above 0 is added; below 0 it is the help taken, as −20 kg on an assisted pull-up."),
        ),
        LoadRule.BAND: (tr("A band"), tr("Call it what you call it: green, light.")),
    }


class LoadPart(Part):
    """The load rule."""

    def __init__(self, unit: Unit, known_max: bool, parent: QWidget | None = None) -> None:
        """Make the part.

        Args:
            unit: in which weights without a unit are typed.
            known_max: whether the log gives an e1RM for this exercise.
            parent: owner.
        """
        super().__init__(tr("Load"), parent)
        self._known_max = known_max
        self.rule = ComboBox()
        self.rule.setAccessibleName(tr("Load"))
        for rule, (title, _words) in load_titles().items():
            self.rule.addItem(title, rule)
        self.percent = LiveField("load", parse_percent, percent_words)
        self.weight = LiveField("load", partial(parse_load, unit=unit), Load.text)
        self.band = QLineEdit()
        self.band.setMaxLength(60)
        self._words = Secondary()
        self._unknown = FieldProblem(tr("The log gives no max yet: log a set of up to 12 reps first."))
        self._rule = self.labelled("load", tr("What to lift"), self.rule, width=300)
        self._percent = self.labelled("percent", tr("Percent"), self.percent, width=110)
        usual = tr("60 kg") if unit is Unit.KG else tr("135 lb")
        self._weight = self.labelled("weight", tr("Weight"), self.weight, usual, width=130)
        self._band = self.labelled("band", tr("Band"), self.band, width=170)
        self.body.addWidget(flow_of(self._rule, self._percent, self._weight, self._band))
        self.body.addWidget(self._words)
        self.body.addWidget(self._unknown)
        self.rule.currentIndexChanged.connect(self._on_rule)
        self.band.textEdited.connect(self.on_changed)

    def show_target(self, target: Target) -> None:
        """Show the load rule."""
        plan = target.details.load
        self.rule.setCurrentIndex(self.rule.findData(plan.rule))
        usual = WHOLE if plan.rule is LoadRule.LAST else None
        self.percent.setValue(plan.percent if plan.percent is not None else usual)
        self.weight.setValue(plan.load)
        self.band.setText(plan.band)
        self._show_fields()

    def read(self, target: Target) -> Target:
        """Take the load rule over, with what belongs to it."""
        rule = self.chosen()
        percent = self.percent.read() if rule in _PERCENT else None
        if rule is LoadRule.LAST and percent == WHOLE:
            percent = None
        plan = LoadPlan(
            rule=rule,
            percent=percent,
            load=self.weight.read() if rule in _WEIGHT else None,
            band=self.band.text().strip() if rule is LoadRule.BAND else "",
        )
        return replace(target, details=replace(target.details, load=plan))

    def chosen(self) -> LoadRule:
        """Return the rule that is chosen."""
        return LoadRule(self.rule.currentData())

    def _on_rule(self, _place: int) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        rule = self.chosen()
        self._words.setText(load_titles()[rule][1])
        self._percent.setVisible(rule in _PERCENT)
        self._weight.setVisible(rule in _WEIGHT)
        self._band.setVisible(rule is LoadRule.BAND)
        needed = rule in _OF_A_MAX and not self._known_max
        self._unknown.setVisible(needed and not (rule is LoadRule.PERCENT_TM and self.weight.text().strip()))
