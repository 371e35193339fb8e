"""Rules by which the load steps: double, linear, top set and back-off, reps in total; and ladders by reps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nextrep.domain.prescription import WHOLE, LoadRule, ProgressionRule
from nextrep.domain.progression.aims import climbing, cut, lowest
from nextrep.domain.progression.asks import Ask, asks_of
from nextrep.domain.progression.efforts import by_effort, effort_said
from nextrep.domain.progression.facts import Case, Suggestion
from nextrep.domain.progression.finish import finished, fresh_start
from nextrep.domain.progression.given import given
from nextrep.domain.progression.judging import Asked, Judged, judge, judge_top, judge_total
from nextrep.domain.progression.moves import Moved, gap_share, lighter_of, part
from nextrep.domain.progression.replay import Move, Rule, replay, stay, step_up
from nextrep.domain.progression.said import (
    amount_said,
    gap_said,
    joined,
    lighter_said,
    load_said,
    percent_said,
    refit_said,
    rounding_said,
    turn_said,
)
from nextrep.domain.progression.standing import Standing, Turn, comeback, loads_count
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load

_TO_THE_BOTTOM = (ProgressionRule.LINEAR, ProgressionRule.RPE, ProgressionRule.NONE)
"""Rules that ask for the bottom of a range in every set; the others for its top."""

_GIVEN_LOADS = (LoadRule.FIXED, LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM, LoadRule.RPE_CHART)

_OF_THE_PAST = (Turn.UP, Turn.TOPPED)
"""What these say is about what was asked the last time; the others are about what is asked next."""

_BY_EFFORT = (Turn.UP, Turn.TOPPED, Turn.DOWN, Turn.KEPT)


def stepping(case: Case) -> Suggestion:
    """Suggest by double progression, linear steps, a top set, or reps in total."""
    asks = asks_of(case.target)
    standing = replay(case, rule_for(case.target.details.progression.rule))
    aims = aims_for(case, standing, asks)
    if case.target.details.load.lighter:
        return _lighter(case, standing, asks)
    if not loads_count(case.target):
        return given(case, standing, asks, aims)
    if standing.load is None and not case.history:
        return fresh_start(case)
    share = gap_share(case.days_since)
    if share and standing.turn is not Turn.FIRST:
        moved = comeback(case, standing, share) if standing.load is not None else None
        back = moved.load if moved is not None else None
        aims = lowest(asks) if back is not None else cut(aims, share)
        return finished(case, back, aims, joined(gap_said(case.days_since, back), rounding_said(moved)))
    more = case.target.details.load.percent
    if more is not None and standing.load is not None and more > WHOLE:
        moved = part(case, standing.load, more)
        words = tr(
            "{percent} of {load} is planned.", percent=percent_said(more), load=load_said(standing.load)
        )
        return finished(case, moved.load, lowest(asks), joined(words, rounding_said(moved)))
    return finished(case, standing.load, aims, said(case, standing, asks))


def said(case: Case, standing: Standing, asks: Sequence[Ask]) -> str:
    """Say why, by the rule and what the last time led to."""
    if case.target.details.progression.rule is ProgressionRule.NONE:
        return (
            tr("As planned.")
            if standing.load is None
            else tr("{load} again, as planned.", load=load_said(standing.load))
        )
    rated = _rated(case, standing, asks)
    if standing.refitted and standing.load is not None:
        words = refit_said(standing.load)
    elif rated is not None:
        words = rated
    else:
        past = standing.turn in _OF_THE_PAST and standing.asks
        goal = goal_of(standing.target or case.target, standing.asks) if past else goal_of(case.target, asks)
        words = turn_said(case, standing, asks[0], goal=goal)
    moved = Moved(standing.load, standing.exact) if standing.load and standing.exact else None
    return joined(words, rounding_said(moved))


def _rated(case: Case, standing: Standing, asks: Sequence[Ask]) -> str | None:
    """Return what the effort led to, None where it was not what counted."""
    if case.target.details.progression.rule is not ProgressionRule.RPE or standing.target is None:
        return None
    if standing.load is None or standing.normal is None or standing.turn not in _BY_EFFORT:
        return None
    if any((asks[0].done(one) or 0) < asks[0].low for one in standing.done):
        return None
    return effort_said(case, standing.normal, standing.load, standing.done, standing.target)


def goal_of(target: Target, asks: Sequence[Ask]) -> str:
    """Say what raises the load."""
    rule = target.details.progression.rule
    if rule is ProgressionRule.TOTAL:
        return tr("{n} reps in total", n=total_of(target, asks))
    if rule is ProgressionRule.TOP_BACKOFF:
        return tr("{amount} in the top set", amount=amount_said(asks[0], asks[0].high))
    if rule is ProgressionRule.LINEAR:
        return tr("{amount} in every set", amount=amount_said(asks[0], asks[0].low))
    return tr("{amount} in every set", amount=amount_said(asks[0], asks[0].high))


def rule_for(rule: ProgressionRule) -> Rule:
    """Return how a rule judges a time and moves the load."""
    moves: dict[ProgressionRule, Move] = {ProgressionRule.RPE: by_effort, ProgressionRule.NONE: stay}
    return Rule(partial(_judge, rule), moves.get(rule, step_up))


def _judge(
    rule: ProgressionRule, sets: Sequence[SetDraft], asks: Sequence[Ask], asked: Asked, target: Target
) -> Judged:
    if rule is ProgressionRule.TOP_BACKOFF:
        return judge_top(sets, asks, asked)
    if rule is ProgressionRule.TOTAL:
        return judge_total(sets, asks, asked, total_of(target, asks))
    return judge(sets, asks, asked, top=rule not in _TO_THE_BOTTOM)


def total_of(target: Target, asks: Sequence[Ask]) -> int:
    """Return the reps wanted over all sets; without a number the tops of all ranges."""
    return target.details.progression.total or sum(ask.high for ask in asks)


def aims_for(case: Case, standing: Standing, asks: Sequence[Ask]) -> list[int | None]:
    """Return what each set should aim for by the rule."""
    rule = case.target.details.progression.rule
    if rule is ProgressionRule.NONE or (rule in _TO_THE_BOTTOM and standing.load is not None):
        return lowest(asks)
    if rule is ProgressionRule.TOP_BACKOFF:
        top = [one for one in standing.done if one.load == max_load(standing.done)][:1]
        narrowed = Standing(standing.load, turn=standing.turn, done=tuple(top), refitted=standing.refitted)
        return [*climbing(narrowed, asks[:1]), *lowest(asks[1:])]
    bottom = asks[0].low if case.target.details.load.rule in _GIVEN_LOADS else None
    return climbing(standing, asks, beyond=rule is ProgressionRule.TOTAL, bottom=bottom)


def max_load(sets: Sequence[SetDraft]) -> Load | None:
    """Return the heaviest load of some sets, None without any."""
    return max((one.load for one in sets if one.load is not None), key=lambda load: load.grams, default=None)


def _lighter(case: Case, standing: Standing, asks: Sequence[Ask]) -> Suggestion:
    """A lighter week takes its share of the last normal load; after a gap the smaller of both."""
    share = case.target.details.load.percent or WHOLE
    start = standing.normal or standing.load
    if start is None:
        if not case.history:
            return fresh_start(case)
        return finished(case, None, lowest(asks), lighter_said(share, None, None))
    moved = part(case, start, share)
    gap = gap_share(case.days_since)
    if gap:
        back = comeback(case, standing, gap) if standing.load is not None else moved
        moved = moved if lighter_of(moved.load, back.load) is moved.load else back
    return finished(
        case, moved.load, lowest(asks), joined(lighter_said(share, start, moved.load), rounding_said(moved))
    )
