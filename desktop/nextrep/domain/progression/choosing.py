"""The rules as they are chosen: their titles, one plain sentence each, and a live example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from nextrep.domain.exercises import Equipment, Exercise, Measure
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import (
    LoadRule,
    PlannedKind,
    ProgressionRule,
)
from nextrep.domain.progression.asks import asks_of
from nextrep.domain.progression.facts import Exposure, SuggestedSet, Suggestion
from nextrep.domain.progression.said import load_said
from nextrep.domain.progression.stepping import total_of
from nextrep.domain.progression.suggesting import suggest
from nextrep.domain.text import tr
from nextrep.domain.training import Effort, EffortScale, SetDraft, Target
from nextrep.domain.units import Load, Unit, load_of

DAY = 730_000
"""A day to invent sessions around; which one does not matter."""

R = ProgressionRule


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


def example(exercise: Exercise, target: Target, loads: Loads, unit: Unit) -> str:
    """Return the rule at work on an invented session: "3 × 8 at 16 kg done, so next time 3 × 9".

    What is said is what `suggest` answers, so the example cannot promise anything else.
    """
    details = replace(target.details, warm_up=0)
    if details.load.lighter:
        details = replace(details, load=replace(details.load, percent=None))
    target = replace(target, details=details)
    sentences = []
    for better in (False, True):
        history = _invented(exercise, target, loads, unit, better=better)
        done = _done_said(history[-1].sets, unit)
        found = suggest(exercise, target, history, loads, DAY + 2, unit=unit)
        following = _next_said(found, history[-1].sets, unit)
        sentence = tr("{done} done, so next time {next}.", done=done, next=following)
        if sentence not in sentences:
            sentences.append(sentence)
    return " ".join(sentences)


def _invented(
    exercise: Exercise, target: Target, loads: Loads, unit: Unit, *, better: bool
) -> list[Exposure]:
    """Invent a session that met the least of what is asked, or (`better`) all of it."""
    start = _start_load(exercise, target, loads, unit)
    first = suggest(exercise, target, _before(target, start), loads, DAY, unit=unit)
    rows = [row for row in first.rows if row.kind not in {PlannedKind.WARMUP, PlannedKind.DROP}]
    asks = asks_of(target)
    rule = target.details.progression.rule
    sets = []
    for index, row in enumerate(rows):
        ask = asks[min(index, len(asks) - 1)] if asks else None
        reps = row.reps
        if ask is not None and row.reps is not None and rule is not R.WAVE:
            reps = ask.high if better else ask.low
        if rule is R.TOTAL and better and reps is not None:
            reps = -(-total_of(target, asks) // len(rows))
        load = row.load if row.load is not None else start
        seconds = row.seconds
        effort = None
        if rule is R.RPE:
            effort = Effort(
                EffortScale.RIR, 10 * ((target.rir_low if target.rir_low is not None else 2) + 3 * better)
            )
        metres = target.details.distance_m if row.reps is None and row.seconds is None else None
        sets.append(SetDraft(0, 0, load=load, reps=reps, seconds=seconds, distance_m=metres, effort=effort))
    if rule is R.WAVE:
        return [*_before(target, start), Exposure(DAY, target, tuple(sets))]
    return [Exposure(DAY, target, tuple(sets))]


def _before(target: Target, start: Load | None) -> list[Exposure]:
    """A set that gives a maximum, where a rule asks for shares of one."""
    rules = {LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM, LoadRule.RPE_CHART}
    if target.details.load.rule not in rules and target.details.progression.rule is not R.WAVE:
        return []
    return [
        Exposure(DAY - 2, None, (SetDraft(0, 0, load=start, reps=5, effort=Effort(EffortScale.RIR, 20)),))
    ]


def _start_load(exercise: Exercise, target: Target, loads: Loads, unit: Unit) -> Load | None:
    plan = target.details.load
    if plan.rule is LoadRule.BAND or (plan.rule is LoadRule.BODYWEIGHT and plan.load is None):
        return None
    if plan.load is not None and plan.rule in {LoadRule.FIXED, LoadRule.BODYWEIGHT}:
        return loads.at_most(exercise, plan.load)
    if exercise.measure in {Measure.BODYWEIGHT, Measure.TIMED} and not exercise.equipment:
        return None
    if exercise.measure is Measure.BODYWEIGHT:
        return None
    if exercise.measure is Measure.ASSISTED:
        return loads.at_most(exercise, load_of(-20 if unit is Unit.KG else -45, unit))
    big = Equipment.BARBELL in exercise.equipment or Equipment.TRAP_BAR in exercise.equipment
    kilograms = 60 if big else 16
    return loads.at_most(exercise, load_of(kilograms if unit is Unit.KG else (135 if big else 35), unit))


def _done_said(sets: Sequence[SetDraft], unit: Unit) -> str:
    """Return sets as "3 × 8 at 16 kg", like ones together."""
    rows = [
        SuggestedSet(PlannedKind.WORKING, one.load, one.reps, None, one.seconds if one.reps is None else None)
        for one in sets
    ]
    metres = sets[0].distance_m if sets else None
    return _rows_said(rows, unit, metres=metres, with_load=True)


def _next_said(found: Suggestion, before: Sequence[SetDraft], unit: Unit) -> str:
    """Return the next sets; the load only where it is another one."""
    rows = [row for row in found.rows if row.kind is not PlannedKind.WARMUP]
    if found.exercise_key is not None:
        return tr("{sets} of a harder exercise", sets=_rows_said(rows, unit, metres=None, with_load=False))
    changed = [row.load for row in rows] != [one.load for one in before]
    metres = before[0].distance_m if before else None
    words = _rows_said(rows, unit, metres=metres, with_load=changed)
    same = not changed and [(row.reps, row.seconds) for row in rows] == [
        (one.reps, one.seconds) for one in before
    ]
    return tr("{sets} again", sets=words) if same else words


def _rows_said(rows: Sequence[SuggestedSet], unit: Unit, *, metres: int | None, with_load: bool) -> str:
    parts = []
    for key, group in groupby(
        rows, key=lambda row: (row.reps, row.seconds, row.load, row.kind is PlannedKind.AMRAP)
    ):
        reps, seconds, load, amrap = key
        count = len(list(group))
        amount = tr("{n} m", n=metres) if metres else tr("{n} s", n=seconds) if seconds else str(reps or 0)
        amount = f"{amount}+" if amrap else amount
        text = f"{count} × {amount}"
        if with_load and load is not None and load.grams != 0:
            text = tr(
                "{sets} at {load}", sets=text, load=load_said(load, None if load.unit is unit else load.unit)
            )
        parts.append(text)
    return ", ".join(parts)
