"""Where an exercise stands, and how that changes with time and with the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nextrep.domain.plates import fine
from nextrep.domain.prescription import LoadRule, ProgressionRule
from nextrep.domain.progression.asks import Ask, alike
from nextrep.domain.progression.facts import Case
from nextrep.domain.progression.judging import Asked
from nextrep.domain.progression.moves import Moved, gap_share, less, lighter_of, part, refit, snap
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load


class Turn(StrEnum):
    """What the last time led to."""

    FIRST = "first"
    UP = "up"
    TOPPED = "topped"
    KEPT = "kept"
    SHORT = "short"
    LIGHTER = "lighter"
    FOLLOWED = "followed"
    MISSED = "missed"
    DOWN = "down"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an exercise stands after some times.

    Attributes:
        load: what to take next, None without load or when nothing is known.
        exact: what was computed before it was made to exist, None where nothing was.
        normal: what the last normal time was done with: lighter weeks and gaps take their share of it.
        lifted: the heaviest load of the last time that was not planned lighter.
        misses, lighter: how often in a row.
        done: sets of the last normal time.
        asks: what was asked of them.
        target: by which it was judged.
        refitted: whether the load was changed because other reps are asked for.
        plan_load: the load that the plan names, from which a change of the plan is seen.
        back: whether the load came down for a gap and nothing was judged since.
    """

    load: Load | None = None
    exact: Load | None = None
    normal: Load | None = None
    lifted: Load | None = None
    turn: Turn = Turn.FIRST
    misses: int = 0
    lighter: int = 0
    done: tuple[SetDraft, ...] = ()
    asks: tuple[Ask, ...] = ()
    target: Target | None = None
    refitted: bool = False
    plan_load: Load | None = None
    back: bool = False


def asked_of(case: Case, load: Load | None, asks: Sequence[Ask]) -> Asked:
    """Return the load asked of each set, None where loads do not count."""
    return None if load is None else [part(case, load, ask.share).load for ask in asks]


def turned(case: Case, standing: Standing, target: Target) -> Standing:
    """Return the standing seen by another target: other reps or another plan take another load."""
    plan = target.details.load
    if plan.rule is LoadRule.BODYWEIGHT and plan.load != standing.plan_load:
        moved = None if plan.load is None else snap(case, plan.load)
        return replace(
            standing,
            load=moved.load if moved else None,
            exact=moved.exact if moved else None,
            normal=moved.load if moved else None,
            plan_load=plan.load,
            misses=0,
            lighter=0,
            turn=Turn.FIRST,
        )
    if standing.load is None or standing.target is None or alike(standing.target, target):
        return standing
    moved = refit(case, standing.load, standing.done, standing.target, target)
    same = moved.load == standing.load
    return replace(
        standing,
        load=moved.load,
        exact=standing.exact if same else moved.exact,
        target=target,
        refitted=not same,
        misses=0,
        lighter=0,
    )


def rested(case: Case, standing: Standing, days: int) -> Standing:
    """Return the standing after so many days without the exercise."""
    share = gap_share(days)
    if not share or standing.load is None:
        return standing
    moved = comeback(case, standing, share)
    return replace(standing, load=moved.load, exact=moved.exact, misses=0, lighter=0, back=True)


def comeback(case: Case, standing: Standing, share: int) -> Moved:
    """Return the load to come back with; `standing.load` must be known."""
    assert standing.load is not None
    start = standing.load
    for known in (standing.normal, standing.lifted):
        start = start if known is None else lighter_of(start, known)
    exact = less(start, share)
    moved = snap(case, exact)
    return moved if fine(moved.load) <= fine(start) else Moved(start, exact)


def loads_count(target: Target) -> bool:
    """Tell whether the load of the next time follows from the loads of the log."""
    plan = target.details.load
    if plan.rule is LoadRule.RPE_CHART:
        return target.details.progression.rule is ProgressionRule.RPE
    return plan.rule is LoadRule.LAST or (plan.rule is LoadRule.BODYWEIGHT and plan.load is not None)
