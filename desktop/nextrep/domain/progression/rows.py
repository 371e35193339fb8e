"""The sets of the next time, one by one, with the warm-ups that lead up to them."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.prescription import WHOLE, PlannedKind, PlannedSet, ProgressionRule
from nextrep.domain.progression.asks import counted, of_maximum, planned_sets, share_of
from nextrep.domain.progression.facts import Case, SuggestedSet
from nextrep.domain.progression.moves import part
from nextrep.domain.progression.sources import of_maximum as share_of_maximum
from nextrep.domain.progression.warm_up import MAX_SETS, RAMPS, lead_up
from nextrep.domain.training import MAX_REPS
from nextrep.domain.units import Load


def build(
    case: Case, first: Load | None, aims: Sequence[int | None], wave: tuple[PlannedSet, ...] = ()
) -> tuple[SuggestedSet, ...]:
    """Return every set asked for.

    Args:
        case: what is asked of whom.
        first: load of the first working set; the maximum itself where percentages are of a maximum.
        aims: reps to aim for in each set that counts, in order; None takes the lowest of its range.
        wave: the sets of a session of a wave.
    """
    planned = planned_sets(case.target, wave)
    rest = list(aims) + [None] * len(planned)
    found: list[SuggestedSet] = []
    for row in planned:
        aim = rest.pop(0) if row in counted((row,)) else None
        found.append(_suggested(case, row, first, aim))
    working = [row for row in found if row.kind is not PlannedKind.WARMUP]
    if case.target.details.warm_up and working and len(working) == len(found):
        return (*warm_ups(case, working[0]), *found)
    return tuple(found)


def warm_ups(case: Case, first: SuggestedSet) -> list[SuggestedSet]:
    """Return the warm-up sets before a working set; without load it is one shorter set of the same."""
    sets = min(case.target.details.warm_up, MAX_SETS)
    if first.load is not None:
        steps: list[tuple[Load | None, int]] = list(lead_up(case.exercise, first.load, case.loads, sets))
    else:
        reps = RAMPS[sets][0][1]
        steps = [(None, min(reps, _half(first.reps) or reps))]
    return [
        SuggestedSet(
            PlannedKind.WARMUP,
            load,
            None if first.reps is None else min(reps, first.reps),
            None,
            _half(first.seconds),
        )
        for load, reps in steps
    ]


def _suggested(case: Case, row: PlannedSet, first: Load | None, aim: int | None) -> SuggestedSet:
    timed = row.seconds is not None
    counted_reps = not timed and case.target.details.distance_m is None
    low = row.reps_low if row.reps_low is not None else row.reps_high
    reps = (min(aim if aim is not None else low or 0, MAX_REPS) or None) if counted_reps else None
    high = None if not counted_reps or row.kind is PlannedKind.AMRAP else row.reps_high
    seconds = (aim if aim is not None else row.seconds) if timed else None
    return SuggestedSet(row.kind, _load(case, row, first), reps, high, seconds)


def _load(case: Case, row: PlannedSet, first: Load | None) -> Load | None:
    if first is None:
        return None
    if of_maximum(case.target):
        return share_of_maximum(case, first, share_in_maximum(case, row), case.days_since).load
    return part(case, first, share_of(row, case.target)).load


def share_in_maximum(case: Case, row: PlannedSet) -> int:
    """Return the share of the maximum that a set asks for, in tenths of a percent.

    A set with its own percentage takes that; in a wave, a lighter week takes its share of it.
    """
    plan = case.target.details.load
    if row.percent is None:
        return plan.percent or WHOLE
    if case.target.details.progression.rule is ProgressionRule.WAVE:
        return row.percent * (plan.percent or WHOLE) // WHOLE
    return row.percent


def _half(amount: int | None) -> int | None:
    return None if amount is None else max(1, amount // 2)
