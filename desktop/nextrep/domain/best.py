"""The best set of an exercise, for its page in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.domain.strength import PLAIN, SetFact, Yardstick


@dataclass(frozen=True, slots=True)
class Best:
    """The best set; `estimate` is its e1RM in grams, None where none can be given."""

    fact: SetFact
    estimate: float | None


def best_of(facts: Sequence[SetFact], yardstick: Yardstick = PLAIN) -> Best | None:
    """Return the best of the sets of one exercise, the first of equals; None without any.

    By e1RM where sets have one, unless the body is lifted too: then few days have one, those with a body
    weight. Else by load and then reps (less help is more load); else by time.
    """
    estimates = [Best(fact, estimate) for fact in facts if (estimate := yardstick.estimate(fact)) is not None]
    if estimates and not yardstick.measure.of_body:
        return max(estimates, key=lambda best: best.estimate or 0.0)
    counted = [fact for fact in facts if fact.reps]
    if counted:
        best = max(counted, key=lambda fact: (yardstick.grams(fact), fact.reps or 0))
        return Best(best, yardstick.estimate(best))
    timed = [fact for fact in facts if fact.seconds]
    return Best(max(timed, key=lambda fact: fact.seconds or 0), None) if timed else None
