"""The sets of the next time, one by one, with the warm-ups that lead up to them."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.plates import fine
from nextrep.domain.prescription import WHOLE, PlannedKind, PlannedSet, ProgressionRule
from nextrep.domain.progression.asks import counted, of_maximum, planned_sets, share_of
from nextrep.domain.progression.facts import Case, SuggestedSet
from nextrep.domain.progression.moves import part
from nextrep.domain.progression.sources import of_maximum as share_of_maximum
from nextrep.domain.training import MAX_REPS
from nextrep.domain.units import Load

RAMPS: tuple[tuple[tuple[int, int], ...], ...] = (
    (),
    ((600, 5),),
    ((500, 6), (750, 3)),
    ((400, 8), (600, 5), (800, 3)),
    ((400, 8), (550, 5), (700, 3), (850, 2)),
    ((300, 8), (450, 6), (600, 4), (750, 3), (900, 1)),
    ((300, 8), (450, 6), (600, 4), (700, 3), (800, 2), (900, 1)),
)
"""Warm-up sets by their number: tenths of a percent of the first working load, and reps. Our convention, in
the range of ramps in use (50 and 75 %, 40-60-80 %, 40-55-70-85 %): even jumps, fewer reps from set to set.
Sets that would be equal, or as heavy as the work, are left out."""


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
    """Return the warm-up sets before a working set; without load they are shorter sets of the same."""
    found: list[SuggestedSet] = []
    ramp = RAMPS[min(case.target.details.warm_up, len(RAMPS) - 1)]
    for share, reps in ramp:
        load = None if first.load is None else part(case, first.load, share).load
        if load is not None and first.load is not None and fine(load) >= fine(first.load):
            continue
        if load is not None and found and found[-1].load == load:
            continue
        most = reps if load is not None else _half(first.reps)
        fewer = None if first.reps is None else min(reps, first.reps, most or reps)
        found.append(SuggestedSet(PlannedKind.WARMUP, load, fewer, None, _half(first.seconds)))
    return found[:1] if first.load is None else found


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
