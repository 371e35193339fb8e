"""What weight for how many reps, from a maximum, in loads that exist."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.e1rm import MAX_REPS_FOR_E1RM, Formula, load_for
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.loads import Loads
from nextrep.domain.plates import fine
from nextrep.domain.stock import SAME_FINE
from nextrep.domain.units import Load, Unit, check_load


@dataclass(frozen=True, slots=True)
class RepLoad:
    """The load with which so many reps would just go.

    Attributes:
        exact: as computed, to the gram.
        load: the heaviest that exists and is not above it; None where all that exists is heavier.
    """

    reps: int
    exact: Load
    load: Load | None


def rep_loads(
    exercise: Exercise,
    maximum_grams: float,
    loads: Loads,
    unit: Unit,
    formula: Formula = Formula.EPLEY,
    body_grams: int = 0,
) -> tuple[RepLoad, ...]:
    """Return a load for each number of reps from 1 to 12, by the inverse of the formula (see e1rm.load_for).

    Args:
        exercise: decides which loads exist.
        maximum_grams: the maximum for one rep; with the body where the body is lifted too.
        loads: what can be loaded.
        unit: the unit that the exercise is lifted in.
        formula: the one that the maximum was estimated with.
        body_grams: the weight of the body where it is lifted too: what is left is added, below 0 it is help.

    Raises:
        UserError: a load is beyond 1,000 kg.
    """
    found = []
    helped = exercise.measure in {Measure.BODYWEIGHT, Measure.ASSISTED}
    for reps in range(1, MAX_REPS_FOR_E1RM + 1):
        grams = round(load_for(maximum_grams, reps, formula)) - body_grams
        exact = check_load(Load(grams if helped else max(grams, 0), unit))
        load = loads.at_most(exercise, exact)
        exists = fine(load) <= fine(exact) + SAME_FINE
        found.append(RepLoad(reps, exact, load if exists else None))
    return tuple(found)
