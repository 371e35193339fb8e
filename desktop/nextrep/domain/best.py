"""The best set of an exercise, for its page in the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.domain.strength import SetFact, e1rm


@dataclass(frozen=True, slots=True)
class Best:
    """The best set; `estimate` is its e1RM in grams, None where none can be given."""

    fact: SetFact
    estimate: float | None


def best_of(facts: Sequence[SetFact]) -> Best | None:
    """Return the best of the sets of one exercise, the first of equals; None without any.

    By e1RM where sets have one; else by load and then reps (less help is more load); else by time.
    """
    estimates = [
        Best(fact, estimate)
        for fact in facts
        if (estimate := e1rm(fact.grams or 0, fact.reps or 0, fact.rir_tenths)) is not None
    ]
    if estimates:
        return max(estimates, key=lambda best: best.estimate or 0.0)
    counted = [fact for fact in facts if fact.reps]
    if counted:
        return Best(max(counted, key=lambda fact: (fact.grams or 0, fact.reps or 0)), None)
    timed = [fact for fact in facts if fact.seconds]
    return Best(max(timed, key=lambda fact: fact.seconds or 0), None) if timed else None
