"""The bodyweight ladder: reps up to the top of the range, then a harder exercise from its bottom."""

from __future__ import annotations

from nextrep.domain.progression.aims import cut, lowest
from nextrep.domain.progression.asks import asks_of
from nextrep.domain.progression.facts import Case, Suggestion
from nextrep.domain.progression.finish import finished, fresh_start
from nextrep.domain.progression.moves import gap_share
from nextrep.domain.progression.replay import replay
from nextrep.domain.progression.rungs import rung
from nextrep.domain.progression.said import amount_said, gap_said, lighter_said, turn_said
from nextrep.domain.progression.standing import Turn
from nextrep.domain.progression.stepping import aims_for, rule_for
from nextrep.domain.text import tr


def laddered(case: Case) -> Suggestion:
    """Suggest reps, or the exercise that comes next on the ladder."""
    asks = asks_of(case.target)
    if not case.history:
        return fresh_start(case)
    standing = replay(case, rule_for(case.target.details.progression.rule))
    aims = aims_for(case, standing, asks)
    if case.target.details.load.lighter:
        return finished(case, standing.normal, lowest(asks), lighter_said(0, None, None))
    share = gap_share(case.days_since)
    if share:
        return finished(case, standing.load, cut(aims, share), gap_said(case.days_since, None))
    if standing.turn in {Turn.TOPPED, Turn.UP}:
        key, words = rung(case, up=True)
        if key is not None:
            goal = tr("{amount} in every set last time.", amount=amount_said(asks[0], asks[0].high))
            return finished(case, None, lowest(asks), f"{goal} {words}", exercise_key=key)
    if standing.turn in {Turn.DOWN, Turn.LOWEST}:
        key, words = rung(case, up=False)
        if key is not None:
            return finished(case, None, lowest(asks), words, exercise_key=key)
    return finished(case, standing.load, aims, turn_said(case, standing, asks[0]))
