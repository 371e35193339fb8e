"""From one load to another: up, down, back after a gap, and to another number of reps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.domain.e1rm import e1rm, factor
from nextrep.domain.exercises import Exercise
from nextrep.domain.loads import Loads
from nextrep.domain.plates import fine
from nextrep.domain.prescription import WHOLE
from nextrep.domain.progression.facts import Case, lowest_of
from nextrep.domain.progression.judging import weight
from nextrep.domain.training import SetDraft, SetKind, Target
from nextrep.domain.units import MAX_LOAD_GRAMS, Load

GAP_DAYS = 14
"""Days without an exercise from which on it is a gap."""

GAP_SHARES = ((56, 300), (28, 200), (GAP_DAYS, 100))
"""Days since the last time, and by how many tenths of a percent the load then comes down: nothing below two
weeks, 10 % at two to four, 20 % at four to eight, 30 % beyond. Our convention, see docs/method.md."""

USUAL_RIR = 2
"""Reps in reserve where the plan says nothing: "could do two more"."""

MOST_RISE = 200
"""Tenths of a percent by which a load rises at most when fewer reps are asked. Our convention."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A load that exists, and what was computed before it was made to exist."""

    load: Load
    exact: Load

    @property
    def rounded(self) -> bool:
        """Whether the number was changed, as far as two decimals show it."""
        return self.load.text() != self.exact.text(self.load.unit)


def snap(case: Case, exact: Load) -> Moved:
    """Return the heaviest load that exists and is not above `exact`."""
    return snap_of(case.exercise, case.loads, exact)


def snap_of(exercise: Exercise, loads: Loads, exact: Load) -> Moved:
    """Return the heaviest load that exists for an exercise and is not above `exact`."""
    return Moved(within(lowest_of(exercise, loads.at_most(exercise, exact))), exact)


def up(case: Case, load: Load, step: Load | None) -> Moved:
    """Return the next load: by `step` if there is one, else the next that exists; the same if none does."""
    if step is None:
        heavier = case.loads.above(case.exercise, load)
        exact = heavier
    else:
        exact = Load(load.grams + step.grams, load.unit)
        heavier = case.loads.at_most(case.exercise, exact)
        if fine(heavier) <= fine(load):
            heavier = case.loads.above(case.exercise, load)
    if fine(heavier) <= fine(load) or heavier.grams > MAX_LOAD_GRAMS:
        return Moved(load, load)
    return Moved(heavier, exact)


def down(case: Case, load: Load, share: int) -> Moved:
    """Return a load lighter by `share` (tenths of a percent), at least a step; the same if none is lighter.

    More help is lighter: 20 kg of help becomes 22 kg.
    """
    exact = less(load, share)
    lighter = snap(case, exact).load
    if fine(lighter) >= fine(load):
        lighter = case.lowest(case.loads.below(case.exercise, load))
    if fine(lighter) >= fine(load) or abs(lighter.grams) > MAX_LOAD_GRAMS:
        return Moved(load, load)
    return Moved(lighter, exact)


def less(load: Load, share: int) -> Load:
    """Return what is left of a load without `share` tenths of a percent of its size, rounded down."""
    return Load(load.grams - -(-abs(load.grams) * share // WHOLE), load.unit)


def part(case: Case, load: Load, share: int) -> Moved:
    """Return a share of a load (tenths of a percent) that exists; of help, a smaller share is more help."""
    return part_of(case.exercise, case.loads, load, share)


def part_of(exercise: Exercise, loads: Loads, load: Load, share: int) -> Moved:
    """Return `part` for an exercise and what can be loaded."""
    if share == WHOLE or load.grams == 0:
        return Moved(load, load)
    return snap_of(exercise, loads, within(less(load, WHOLE - share)))


def within(load: Load) -> Load:
    """Return `load`, cut to what can be kept."""
    return Load(max(-MAX_LOAD_GRAMS, min(load.grams, MAX_LOAD_GRAMS)), load.unit)


def gap_share(days: int) -> int:
    """Return by how many tenths of a percent a load comes down after so many days."""
    return next((share for least, share in GAP_SHARES if days >= least), 0)


def lighter_of(one: Load, other: Load) -> Load:
    """Return the lighter of two loads, the first of equals."""
    return other if fine(other) < fine(one) else one


def rir_of(one: SetDraft) -> int | None:
    """Return reps in reserve times ten, None where they were not rated; none are left when a rep failed."""
    if one.kind is SetKind.FAILURE:
        return 0
    return None if one.effort is None else int(one.effort.rir * 10)


def refit(case: Case, load: Load, done: Sequence[SetDraft], before: Target | None, now: Target) -> Moved:
    """Return the load for another number of reps than before; the same where nothing speaks for a change.

    From the e1RM of the best of the sets `done` to the lowest reps asked for now, with the reps in reserve
    asked for; of body and load together where the body is lifted and its weight is known. It comes down
    where fewer reps were done than are asked for now, and goes up, by a fifth at most, where the range asked
    for now lies wholly below the one before.
    """
    low = now.reps_low
    body = case.body_grams
    estimates = [e1rm(body + weight(one), one.reps or 0, rir_of(one), case.formula) for one in done]
    best = max((value for value in estimates if value is not None), default=None)
    if low is None or best is None or load.grams <= 0 or now.details.distance_m is not None:
        return Moved(load, load)
    reserve = now.rir_low if now.rir_low is not None else USUAL_RIR
    exact = Load(int(best / factor(low + reserve, case.formula)) - body, load.unit)
    most = Load(load.grams + load.grams * MOST_RISE // WHOLE, load.unit)
    reps = [one.reps for one in done if one.reps is not None and weight(one) >= load.grams]
    if (not reps or min(reps) < low) and exact.grams < load.grams:
        return snap(case, exact)
    high = now.reps_high if now.reps_high is not None else low
    if before is not None and before.reps_low is not None and high < before.reps_low:
        moved = snap(case, lighter_of(exact, most))
        return moved if fine(moved.load) > fine(load) else Moved(load, load)
    return Moved(load, load)
