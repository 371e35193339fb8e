"""The rules as they are chosen: their titles, one plain sentence each, and a live example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Equipment, Exercise, Measure
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    ProgressionRule,
)
from nextrep.domain.progression.asks import Amount, asks_of, of_maximum
from nextrep.domain.progression.facts import Case, Exposure, SuggestedSet
from nextrep.domain.progression.moves import USUAL_RIR
from nextrep.domain.progression.rows import build
from nextrep.domain.progression.said import load_said
from nextrep.domain.progression.stepping import total_of
from nextrep.domain.progression.suggesting import suggest
from nextrep.domain.text import tr
from nextrep.domain.training import Effort, EffortScale, SetDraft, Target
from nextrep.domain.units import Load, Unit, load_of, plain

DAY = 730_000
"""A day to invent sessions around; which one does not matter."""

R = ProgressionRule

_FROM_A_MAXIMUM = (LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM, LoadRule.RPE_CHART)
_BETTER_TOO = (R.DOUBLE, R.TOP_BACKOFF, R.RPE, R.TOTAL, R.LADDER)
"""Rules of which a day that only just did it and a day that did it all say more than one."""


def rule_title(rule: ProgressionRule) -> str:
    """Return the name of a rule as people choose it."""
    return {
        R.NONE: tr("No progression"),
        R.DOUBLE: tr("Reps first, then weight"),
        R.LINEAR: tr("A little more weight each time"),
        R.TOP_BACKOFF: tr("One top set, then lighter sets"),
        R.WAVE: tr("Waves in percent"),
        R.RPE: tr("By effort"),
        R.TOTAL: tr("Reps in total"),
        R.LADDER: tr("Harder exercises step by step"),
        R.TIME: tr("Longer holds"),
    }[rule]


def rule_words(rule: ProgressionRule) -> str:
    """Return what a rule does in one plain sentence."""
    return {
        R.NONE: tr("The plan stays as it is; you change it when you like."),
        R.DOUBLE: tr(
            "Reps go up to the top of the range in all sets; then the next weight, from the bottom again."
        ),
        R.LINEAR: tr("When all sets have their reps, the next time is a step heavier."),
        R.TOP_BACKOFF: tr("The first set is the heaviest and decides; the sets after it are lighter."),
        R.WAVE: tr("Sessions in turn, in percent of a training max that grows after each wave."),
        R.RPE: tr("You rate the effort, and the weight follows it, at most one step at a time."),
        R.TOTAL: tr(
            "Spread a number of reps over the sets as you like; when it is reached, the weight goes up."
        ),
        R.LADDER: tr("When all sets reach the top of the range, a harder exercise comes next."),
        R.TIME: tr("When every set was held, the next time is a little longer."),
    }[rule]


def example(
    exercise: Exercise, target: Target, loads: Loads, unit: Unit, formula: Formula = Formula.EPLEY
) -> str:
    """Return the rule at work on an invented session: "3 × 8 at 16 kg done, so next time 3 × 9".

    What is said is what `suggest` answers, so the example cannot promise anything else.
    """
    details = replace(target.details, warm_up=0)
    if details.load.lighter:
        details = replace(details, load=replace(details.load, percent=None))
    scene = _Scene(exercise, replace(target, details=details), loads, unit, formula)
    if of_maximum(scene.target) and scene.plan.load is not None:
        following = scene.next_said([])
        return tr("A training max of {load} gives {next}.", load=load_said(scene.plan.load), next=following)
    if details.load.rule in _FROM_A_MAXIMUM and details.progression.rule is not R.RPE:
        return scene.sentence(scene.before())
    if details.progression.rule is R.WAVE:
        return scene.sentence(scene.before())
    said = [scene.sentence([scene.session(better=False)])]
    if details.progression.rule in _BETTER_TOO:
        said.append(scene.sentence([scene.session(better=True)]))
    return " ".join(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class _Scene:
    """An exercise with its plan, to invent sessions for."""

    exercise: Exercise
    target: Target
    loads: Loads
    unit: Unit
    formula: Formula

    @property
    def plan(self) -> LoadPlan:
        return self.target.details.load

    def sentence(self, history: list[Exposure]) -> str:
        done = history[-1].sets
        return tr(
            "{done} done, so next time {next}.", done=self._done_said(done), next=self.next_said(history)
        )

    def before(self) -> list[Exposure]:
        """A set that gives a maximum, where a rule asks for shares of one."""
        effort = Effort(EffortScale.RIR, 0) if self.plan.rule is LoadRule.RPE_CHART else None
        return [Exposure(DAY, None, (SetDraft(0, 0, load=self._start(), reps=5, effort=effort),))]

    def session(self, *, better: bool) -> Exposure:
        """A session that met the least of what is asked, or (`better`) all of it."""
        asks, rule, start = asks_of(self.target), self.target.details.progression.rule, self._start()
        case = Case(self.exercise, self.target, (), self.loads, DAY, self.unit)
        rows = [
            row for row in build(case, start, ()) if row.kind not in {PlannedKind.WARMUP, PlannedKind.DROP}
        ]
        reserve = self.target.rir_low if self.target.rir_low is not None else USUAL_RIR
        rir = 10 * min(10, reserve + (4 if better else 0))
        sets = []
        for row, ask in zip(rows, asks, strict=False):
            reps = None if row.reps is None else ask.high if better else ask.low
            if rule is R.TOTAL and better and reps is not None:
                reps = -(-total_of(self.target, asks) // len(rows))
            if rule is R.RPE and reps is not None:
                reps = ask.low
            sets.append(
                SetDraft(
                    0,
                    0,
                    load=row.load,
                    reps=reps,
                    seconds=row.seconds,
                    distance_m=ask.low if ask.of is Amount.METRES else None,
                    effort=Effort(EffortScale.RIR, rir) if rule is R.RPE else None,
                )
            )
        return Exposure(DAY, self.target, tuple(sets) or (SetDraft(0, 0, load=start, reps=1),))

    def next_said(self, history: list[Exposure]) -> str:
        """Return the next sets; the load only where it is another one."""
        found = suggest(
            self.exercise,
            self.target,
            history,
            self.loads,
            DAY + 2,
            unit=self.unit,
            formula=self.formula,
        )
        rows = [row for row in found.rows if row.kind is not PlannedKind.WARMUP]
        if found.exercise_key is not None:
            return tr("{sets} of a harder exercise", sets=self._rows_said(rows, with_load=False))
        done = history[-1].sets if history else ()
        changed = [row.load for row in rows] != [one.load for one in done]
        words = self._rows_said(rows, with_load=changed)
        same = [(row.reps, row.seconds) for row in rows] == [(one.reps, one.seconds) for one in done]
        return tr("{sets} again", sets=words) if same and not changed else words

    def _done_said(self, sets: Sequence[SetDraft]) -> str:
        rows = [
            SuggestedSet(
                PlannedKind.WORKING, one.load, one.reps, None, one.seconds if one.reps is None else None
            )
            for one in sets
        ]
        words = self._rows_said(rows, with_load=True)
        effort = sets[0].effort
        if effort is None or self.target.details.progression.rule is not R.RPE:
            return words
        return tr("{sets} with {n} in reserve", sets=words, n=plain(effort.rir))

    def _rows_said(self, rows: Sequence[SuggestedSet], *, with_load: bool) -> str:
        def key(row: SuggestedSet) -> tuple[object, ...]:
            return row.reps, row.seconds, row.load, row.kind is PlannedKind.AMRAP

        return ", ".join(
            self._group_said(list(group), with_load=with_load) for _, group in groupby(rows, key=key)
        )

    def _group_said(self, rows: Sequence[SuggestedSet], *, with_load: bool) -> str:
        row, metres = rows[0], self.target.details.distance_m
        if row.seconds:
            amount = tr("{n} s", n=row.seconds)
        elif row.reps is None and metres is not None:
            amount = tr("{n} m", n=metres)
        else:
            amount = str(row.reps or 0) + ("+" if row.kind is PlannedKind.AMRAP else "")
        text = f"{len(rows)} × {amount}"
        if with_load and row.load is not None and row.load.grams != 0:
            text = tr("{sets} at {load}", sets=text, load=load_said(row.load))
        return text

    def _start(self) -> Load | None:
        return _start_load(self.exercise, self.target, self.loads, self.unit)


def _start_load(exercise: Exercise, target: Target, loads: Loads, unit: Unit) -> Load | None:
    plan = target.details.load
    if plan.rule is LoadRule.BAND or (plan.rule is LoadRule.BODYWEIGHT and plan.load is None):
        return None
    if plan.load is not None and plan.rule in {LoadRule.FIXED, LoadRule.BODYWEIGHT}:
        return loads.at_most(exercise, plan.load)
    bare = exercise.measure is Measure.TIMED and not exercise.equipment
    if bare or exercise.measure is Measure.BODYWEIGHT:
        return None
    if exercise.measure is Measure.ASSISTED:
        return loads.at_most(exercise, load_of(-20 if unit is Unit.KG else -45, unit))
    big = Equipment.BARBELL in exercise.equipment or Equipment.TRAP_BAR in exercise.equipment
    kilograms = 60 if big else 16
    return loads.at_most(exercise, load_of(kilograms if unit is Unit.KG else (135 if big else 35), unit))
