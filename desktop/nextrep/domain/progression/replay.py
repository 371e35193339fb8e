"""Where an exercise stands: the log gone through once, from the oldest time to the last.

Nothing is stored, so a corrected set corrects all that follows from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nextrep.domain.plates import fine
from nextrep.domain.prescription import LoadRule
from nextrep.domain.progression.asks import Ask, alike, asks_of
from nextrep.domain.progression.facts import Case, Exposure
from nextrep.domain.progression.judging import Asked, Judged, Verdict, weight
from nextrep.domain.progression.moves import Moved, down, lighter_of, refit, up
from nextrep.domain.progression.standing import Standing, Turn, asked_of, loads_count, rested, turned
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load

FRESH_DAYS = 21
"""So old may the last time with the same reps be, where other reps were done since. Our convention."""

LIGHTER_TIMES = 2
"""So often in a row a lighter load is chosen before the plan follows it. Our convention."""


Judge = Callable[[Sequence[SetDraft], Sequence[Ask], Asked, Target], Judged]
Move = Callable[[Case, Load, Sequence[SetDraft], Target], Moved]


@dataclass(frozen=True, slots=True)
class Rule:
    """How a rule judges a time, and where the load goes when it was met."""

    judge: Judge
    move: Move


def step_up(case: Case, load: Load, _sets: Sequence[SetDraft], target: Target) -> Moved:
    """Return the next load after success."""
    return up(case, load, target.details.progression.step)


def stay(_case: Case, load: Load, _sets: Sequence[SetDraft], _target: Target) -> Moved:
    """Return the same load: there is no progression."""
    return Moved(load, load)


def replay(case: Case, rule: Rule) -> Standing:
    """Go through the times that say something about the target."""
    standing = Standing()
    chosen = set(map(id, _telling(case)))
    day: int | None = None
    for one in case.history:
        gap = 0 if day is None else one.day - day
        day = one.day
        standing = rested(case, standing, gap)
        if one.lighter:
            standing = _after_lighter(standing, one)
        elif id(one) in chosen:
            target = one.target or case.target
            standing = _after(case, turned(case, standing, target), one, target, rule)
    return turned(case, standing, case.target)


def _telling(case: Case) -> list[Exposure]:
    """Return the times to judge: those with the same reps while they are fresh, else all.

    So a heavy and a light day of the same week each go their own way, and a new phase starts from the last.
    """
    normal = [one for one in case.history if not one.lighter]
    same = [one for one in normal if one.target is None or alike(one.target, case.target)]
    fresh = bool(same) and normal[-1].day - same[-1].day <= FRESH_DAYS
    return same if fresh else normal


def _after(case: Case, before: Standing, one: Exposure, target: Target, rule: Rule) -> Standing:
    asks = asks_of(target)
    if not asks:
        return before
    plan = target.details.load
    load = before.load if loads_count(target) else plan.load if plan.rule is LoadRule.FIXED else None
    new = load is None and loads_count(target)
    sets = _with_loads(one.judged, load)
    if new:
        load = _first_load(sets, asks)
    judged = rule.judge(sets, asks, asked_of(case, load, asks), target)
    if new and judged.verdict is Verdict.LIGHTER:
        judged = replace(judged, verdict=Verdict.KEPT)  # a ramp up to the heaviest set: nothing was planned
    after = replace(
        before,
        done=sets,
        asks=asks,
        target=target,
        refitted=False,
        plan_load=plan.load,
        back=False,
        lifted=_heaviest(sets),
    )
    if new and one.target is None and judged.verdict is Verdict.MISSED and load is not None:
        # Nothing was asked then, so nothing was missed: other reps take another load.
        moved = refit(case, load, sets, None, target)
        return replace(
            after,
            load=moved.load,
            exact=moved.exact,
            normal=load,
            turn=Turn.KEPT,
            refitted=moved.load != load,
        )
    counts = loads_count(target)
    if judged.verdict is Verdict.MET:
        return _after_success(case, after, judged.load if counts else None, sets, rule)
    held = replace(
        after, load=judged.load if counts else None, exact=None, normal=judged.load if counts else None
    )
    if judged.verdict is Verdict.KEPT:
        return replace(held, turn=Turn.KEPT, misses=0, lighter=0)
    if judged.verdict is Verdict.SHORT:
        return _unjudged(before, held, Turn.SHORT)
    if judged.verdict is Verdict.LIGHTER:
        return _after_choice(before, held, sets, asks)
    if one.target is None or rule.move is stay:
        return replace(held, turn=Turn.KEPT)
    return _after_miss(case, held, target)


def _after_success(
    case: Case, after: Standing, reached: Load | None, sets: Sequence[SetDraft], rule: Rule
) -> Standing:
    after = replace(after, normal=reached, misses=0, lighter=0)
    if reached is None or after.target is None:
        return replace(after, load=None, exact=None, turn=Turn.TOPPED)
    moved = rule.move(case, reached, sets, after.target)
    turn = Turn.TOPPED
    if fine(moved.load) != fine(reached):
        turn = Turn.UP if fine(moved.load) > fine(reached) else Turn.DOWN
    return replace(after, load=moved.load, exact=moved.exact, turn=turn)


def _after_miss(case: Case, held: Standing, target: Target) -> Standing:
    progression = target.details.progression
    misses = held.misses + 1
    if misses < progression.misses:
        return replace(held, turn=Turn.MISSED, misses=misses, lighter=0)
    if held.load is None:
        return replace(held, turn=Turn.DOWN, misses=0, lighter=0)
    moved = down(case, held.load, progression.deload)
    turn = Turn.DOWN if moved.load != held.load else Turn.LOWEST
    return replace(held, load=moved.load, exact=moved.exact, turn=turn, misses=0, lighter=0)


def _after_choice(
    before: Standing, held: Standing, sets: Sequence[SetDraft], asks: Sequence[Ask]
) -> Standing:
    """After a lighter load than planned: the plan stays, and follows when it happens again."""
    times = before.lighter + 1
    good = [one.load for one in sets if one.load is not None and (asks[0].done(one) or 0) >= asks[0].low]
    if times < LIGHTER_TIMES or not good:
        return replace(_unjudged(before, held, Turn.LIGHTER), lighter=times)
    chosen = max(good, key=fine)
    if held.load is not None:
        chosen = lighter_of(held.load, chosen)
    return replace(held, load=chosen, normal=chosen, turn=Turn.FOLLOWED, lighter=0)


def _unjudged(before: Standing, held: Standing, turn: Turn) -> Standing:
    """Leave everything as it was but for the word; the aims go on from the last time that says something."""
    if before.turn is Turn.FIRST or not before.done:
        return replace(held, turn=turn)
    return replace(
        held,
        turn=turn,
        done=before.done,
        asks=before.asks,
        normal=before.normal or held.normal,
        exact=before.exact,
    )


def _after_lighter(standing: Standing, one: Exposure) -> Standing:
    """A lighter week is not judged; but what was lifted then can be lifted again after a gap."""
    if not standing.back or standing.load is None or standing.normal is None:
        return standing
    best = max((s.load for s in one.judged if s.load is not None and s.reps), key=fine, default=None)
    if best is None or not fine(standing.load) < fine(best) <= fine(standing.normal):
        return standing
    return replace(standing, load=best, exact=None)


def _with_loads(sets: tuple[SetDraft, ...], load: Load | None) -> tuple[SetDraft, ...]:
    """Write the body alone as a load of 0 where loads count."""
    known = load or next((one.load for one in sets if one.load is not None), None)
    if known is None:
        return sets
    body = Load(0, known.unit)
    return tuple(one if one.load is not None else replace(one, load=body) for one in sets)


def _first_load(sets: Sequence[SetDraft], asks: Sequence[Ask]) -> Load | None:
    """Return the load that a first time was done with: the heaviest that got its reps, else the heaviest."""
    heaviest: Load | None = None
    for least in (asks[0].low, 1, 0):
        good = [one for one in sets if one.load is not None and (asks[0].done(one) or 0) >= least]
        if good:
            heaviest = max(good, key=weight).load
            break
    return None if heaviest is None or heaviest.grams == 0 else heaviest


def _heaviest(sets: Sequence[SetDraft]) -> Load | None:
    return max((one.load for one in sets if one.load is not None), key=fine, default=None)
