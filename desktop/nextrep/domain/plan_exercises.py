"""What a person can do with the exercises of planned sessions, in one session or in all that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.plan_edit import Plan, PlanEdit, changes_of
from nextrep.domain.prescription import LoadPlan, LoadRule, Progression, ProgressionRule, TargetDetails
from nextrep.domain.program import PlannedSession
from nextrep.domain.target_check import check_target
from nextrep.domain.text import tr
from nextrep.domain.training import Target

Targets = tuple[Target, ...]

MOST_EXERCISES = 30


class Scope(StrEnum):
    """How far a change of an exercise reaches."""

    THIS = "this session"
    FOLLOWING = "this and later sessions of the same name"


def put(
    plan: Plan, planned: PlannedSession, position: int, target: Target, scope: Scope, label: str
) -> PlanEdit:
    """Ask for something else in the place of an exercise.

    In later sessions only what was changed here changes, so that their own sets and reps stay where only the
    rest was changed. Where the two together could not be, all of it is asked for as here.

    Raises:
        IndexError: there is no such position.
    """
    old = planned.targets[position]
    changed = _changed(old, target)

    def later(targets: Targets) -> Targets:
        place = _place_of(targets, old.exercise_id, position)
        if place is None:
            return targets
        merged = _merged(targets[place], changed)
        return _with(targets, place, merged if _possible(merged) else target)

    here = _with(planned.targets, position, target)
    return _spread(plan, planned, here, later, scope, label)


def add(plan: Plan, planned: PlannedSession, target: Target, scope: Scope, label: str) -> PlanEdit:
    """Add an exercise at the end; later sessions that have it already stay as they are.

    Raises:
        UserError: the session has 30 exercises.
    """

    def later(targets: Targets) -> Targets:
        known = any(one.exercise_id == target.exercise_id for one in targets)
        return targets if known or len(targets) >= MOST_EXERCISES else (*targets, target)

    if len(planned.targets) >= MOST_EXERCISES:
        raise UserError(tr("A session has up to {n} exercises.", n=MOST_EXERCISES))
    return _spread(plan, planned, (*planned.targets, target), later, scope, label)


def remove(plan: Plan, planned: PlannedSession, position: int, scope: Scope, label: str) -> PlanEdit:
    """Take an exercise out.

    Raises:
        UserError: it is the only one.
        IndexError: there is no such position.
    """
    gone = planned.targets[position].exercise_id
    if len(planned.targets) == 1:
        raise UserError(tr("This is its only exercise. Take the session off the calendar instead."))

    def later(targets: Targets) -> Targets:
        place = _place_of(targets, gone, position)
        return targets if place is None or len(targets) == 1 else targets[:place] + targets[place + 1 :]

    return _spread(
        plan, planned, planned.targets[:position] + planned.targets[position + 1 :], later, scope, label
    )


def reorder(
    plan: Plan, planned: PlannedSession, position: int, to: int, scope: Scope, label: str
) -> PlanEdit:
    """Put an exercise at another place of the order; `to` beyond the ends is the end.

    Raises:
        IndexError: there is no such position.
    """
    moved = planned.targets[position].exercise_id

    def later(targets: Targets) -> Targets:
        place = _place_of(targets, moved, position)
        return targets if place is None else _reordered(targets, place, to)

    return _spread(plan, planned, _reordered(planned.targets, position, to), later, scope, label)


def asked_of(target: Target, exercise_id: int, exercise: Exercise) -> Target:
    """Ask another exercise for the same, in reps or in seconds as it is measured.

    Weights and ladders belong to the exercise that they were given for and do not come along.
    """
    details = target.details
    load, progression = details.load, details.progression
    if load.load is not None or load.band or load.rule in (LoadRule.FIXED, LoadRule.BAND):
        load = LoadPlan()
    progression = replace(progression, ladder=())
    timed = exercise.measure is Measure.TIMED
    was_timed = target.reps_low is None and (target.seconds is not None or details.distance_m is not None)
    if timed is not was_timed:
        if not timed and progression.rule is ProgressionRule.TIME:
            progression = Progression()
        details = replace(details, rows=(), distance_m=None)
    details = replace(details, load=load, progression=progression)
    if timed:
        seconds = None if details.distance_m is not None else target.seconds or 30
        return replace(target, exercise_id=exercise_id, reps_low=None, reps_high=None, seconds=seconds,
                       details=details)  # fmt: skip
    return replace(
        target,
        exercise_id=exercise_id,
        reps_low=target.reps_low or 8,
        reps_high=target.reps_high or target.reps_low or 12,
        seconds=None,
        details=details,
    )


def _spread(
    plan: Plan,
    planned: PlannedSession,
    here: Targets,
    later: Callable[[Targets], Targets],
    scope: Scope,
    label: str,
) -> PlanEdit:
    pairs = [(planned, replace(planned, targets=here))]
    if scope is Scope.FOLLOWING:
        pairs += [
            (one, replace(one, targets=later(one.targets)))
            for one in plan.free()
            if one.title == planned.title and one.id != planned.id and one.day >= planned.day
        ]
    return PlanEdit(label, changes_of(pairs))


_BELONG_TOGETHER = (("reps_low", "reps_high", "seconds"), ("rir_low", "rir_high"))
"""Fields of a Target that say one thing: half of a range is none."""


def _changed(old: Target, new: Target) -> dict[str, Any]:
    """Return the fields that differ, those of the details under their own names."""
    found = {f.name: getattr(new, f.name) for f in fields(Target) if _differs(old, new, f.name)}
    found.pop("details", None)
    for names in _BELONG_TOGETHER:
        if found.keys() & set(names):
            found |= {name: getattr(new, name) for name in names}
    inner = {
        f.name: getattr(new.details, f.name)
        for f in fields(TargetDetails)
        if _differs(old.details, new.details, f.name)
    }
    return found | {"details": inner} if inner else found


def _merged(target: Target, changed: Mapping[str, Any]) -> Target:
    values = dict(changed)
    inner = values.pop("details", {})
    return replace(target, **values, details=replace(target.details, **inner))


def _possible(target: Target) -> bool:
    try:
        check_target(target, known_max=True)
    except UserError:
        return False
    return True


def _differs(old: object, new: object, name: str) -> bool:
    return bool(getattr(old, name) != getattr(new, name))


def _place_of(targets: Sequence[Target], exercise_id: int, hint: int) -> int | None:
    """Find an exercise, at the same place if it is there."""
    if hint < len(targets) and targets[hint].exercise_id == exercise_id:
        return hint
    return next(_places(targets, exercise_id), None)


def _places(targets: Sequence[Target], exercise_id: int) -> Iterator[int]:
    return (place for place, one in enumerate(targets) if one.exercise_id == exercise_id)


def _with(targets: Targets, position: int, target: Target) -> Targets:
    return (*targets[:position], target, *targets[position + 1 :])


def _reordered(targets: Targets, position: int, to: int) -> Targets:
    rest = targets[:position] + targets[position + 1 :]
    place = max(0, min(to, len(rest)))
    return (*rest[:place], targets[position], *rest[place:])
