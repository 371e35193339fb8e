"""From a mend to the edit of the plan that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nextrep.domain import plan_edits
from nextrep.domain.advice import (
    ChangeSets,
    Fix,
    LighterWeek,
    MoveSession,
    SetCount,
    SwapExercise,
    SwapPlaces,
)
from nextrep.domain.duration import working_sets
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.lighter import lighter
from nextrep.domain.plan_edit import PlanEdit, changes_of
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.prescription import PLAIN, LoadPlan, LoadRule, PlannedKind, Progression
from nextrep.domain.program import PlannedSession
from nextrep.domain.text import tr
from nextrep.domain.training import Target

USUAL_SECONDS = 30
USUAL_REPS = 8, 12


def edit_of(facts: PlanFacts, fix: Fix) -> PlanEdit:
    """Return what a mend changes. Exercises that are new to the profile have numbers below 0.

    Raises:
        UserError: the plan is no longer what the mend was made for.
    """
    free = {one.id: one for one in facts.plan.free()}
    try:
        return _edit(facts, free, fix)
    except (KeyError, IndexError):
        raise UserError(tr("The plan has changed since. Look at it again.")) from None


def _edit(facts: PlanFacts, free: dict[int, PlannedSession], fix: Fix) -> PlanEdit:
    if isinstance(fix, MoveSession):
        one = free[fix.planned_id]
        minute = one.minute if fix.minute is None else fix.minute
        return PlanEdit(
            tr("move of {title}", title=one.title),
            changes_of([(one, replace(one, day=fix.day, minute=minute))]),
        )
    if isinstance(fix, SwapPlaces):
        return plan_edits.swap(free[fix.first_id], free[fix.second_id])
    if isinstance(fix, ChangeSets):
        return _set_counts(free, fix.counts)
    if isinstance(fix, LighterWeek):
        week = [
            one for one in free.values() if facts.plan.week_of(one.day) == fix.week and one.day >= facts.today
        ]
        pairs = [(one, replace(one, targets=tuple(map(lighter, one.targets)))) for one in week]
        return PlanEdit(tr("lighter week"), changes_of(pairs))
    one = free[fix.planned_id]
    number = facts.number_of(fix.exercise_key)
    exercise = facts.exercise(number)
    if isinstance(fix, SwapExercise):
        target = asked_of(one.targets[fix.position], number, exercise)
        after = (*one.targets[: fix.position], target, *one.targets[fix.position + 1 :])
        label = tr("swap to {exercise}", exercise=exercise.name)
    else:
        after = (*one.targets, usual_target(one.targets, number, exercise, fix.sets))
        label = tr("addition of {exercise}", exercise=exercise.name)
    return PlanEdit(label, changes_of([(one, replace(one, targets=after))]))


def _set_counts(free: dict[int, PlannedSession], counts: Sequence[SetCount]) -> PlanEdit:
    wanted: dict[int, dict[int, int]] = {}
    for count in counts:
        wanted.setdefault(count.planned_id, {})[count.position] = count.sets
    pairs = []
    for planned_id, by_position in wanted.items():
        one = free[planned_id]
        if max(by_position) >= len(one.targets):
            raise IndexError
        targets = [
            with_sets(target, by_position[index]) if index in by_position else target
            for index, target in enumerate(one.targets)
            if by_position.get(index, 1)
        ]
        pairs.append((one, replace(one, targets=tuple(targets))))
    return PlanEdit(tr("number of sets"), changes_of(pairs))


def with_sets(target: Target, sets: int) -> Target:
    """Return `target` with so many working sets (1 or more), its warm-ups as they are.

    Where the sets are not alike the last ones go, or the last one is asked for again.
    """
    rows = target.details.rows
    if not rows:
        return replace(target, sets=sets)
    working = [row for row in rows if row.kind is not PlannedKind.WARMUP]
    kept = working[:sets] + working[-1:] * (sets - len(working))
    warm_ups = [row for row in rows if row.kind is PlannedKind.WARMUP]
    return replace(target, sets=sets, details=replace(target.details, rows=(*warm_ups, *kept)))


def asked_of(target: Target, number: int, exercise: Exercise) -> Target:
    """Ask another exercise for the same, in reps or in seconds as it is measured.

    A load, a ladder and a training max belong to the exercise that leaves; they do not come along.
    """
    details = target.details
    kept = details
    if details.load.load is not None or details.load.rule is not LoadRule.LAST:
        kept = replace(kept, load=LoadPlan())
    if details.progression != PLAIN.progression:
        kept = replace(kept, progression=Progression())
    if details.rows or details.distance_m is not None:
        kept = replace(kept, rows=(), distance_m=None)
    timed = exercise.measure is Measure.TIMED
    low, high = target.reps_low or USUAL_REPS[0], target.reps_high or target.reps_low or USUAL_REPS[1]
    return replace(
        target,
        exercise_id=number,
        sets=max(1, working_sets(target)),
        reps_low=None if timed else low,
        reps_high=None if timed else max(low, high),
        seconds=(target.seconds or USUAL_SECONDS) if timed else None,
        details=PLAIN if kept == PLAIN else kept,
    )


def usual_target(like: Sequence[Target], number: int, exercise: Exercise, sets: int) -> Target:
    """Ask for `sets` of a new exercise as the session asks for its first one."""
    first = like[0] if like else Target(0, sets, *USUAL_REPS, rir_low=2, rir_high=3)
    return replace(asked_of(replace(first, details=PLAIN), number, exercise), sets=sets)
