"""Warm-up sets that lead up to a working load: the one ramp, for a plan and for the tools while training."""

from __future__ import annotations

from collections.abc import Iterator

from nextrep.domain.exercises import Exercise, Measure, Pattern
from nextrep.domain.loads import Loads
from nextrep.domain.plates import FINE_PER_GRAM, fine, load_from_fine
from nextrep.domain.prescription import WHOLE, PlannedKind
from nextrep.domain.progression.facts import SuggestedSet
from nextrep.domain.progression.moves import part_of
from nextrep.domain.stock import Source, bars_for, source_of
from nextrep.domain.units import Load

Steps = tuple[tuple[int, int], ...]
"""Tenths of a percent of the working load, and reps."""

RAMPS: tuple[Steps, ...] = (
    (),
    ((600, 5),),
    ((500, 6), (750, 3)),
    ((400, 8), (600, 5), (800, 3)),
    ((400, 8), (550, 5), (700, 3), (850, 2)),
    ((300, 8), (450, 6), (600, 4), (750, 3), (900, 1)),
    ((300, 8), (450, 6), (600, 4), (700, 3), (800, 2), (900, 1)),
)
"""Warm-up sets by their number. Our convention, in the range of ramps in use (50 and 75 %, 40-60-80 %,
40-55-70-85 %): even jumps, fewer reps from set to set. Sets that would be equal, or as heavy as the work, are
left out."""

MAX_SETS = len(RAMPS) - 1

USUAL = RAMPS[3]
"""40, 60 and 80 % as gymcoach has it; each only for a load that is heavy enough (`DUE_ABOVE`)."""

DUE_ABOVE_HEAVY = (70_000, 60_000, 40_000)
DUE_ABOVE_BAR = (60_000, 45_000, 20_000)
DUE_ABOVE_SMALL = (30_000, 15_000, 5_000)
"""Grams of the working load above which each of the `USUAL` sets is due: for a hinge with a bar, for any
other straight bar, and for all else. The borders are Liftosaur's, whose lowest set is 30 % and whose middle
one is 50 %."""

BAR_REPS = 8
"""Reps with the empty bar, as below 45 % (our convention)."""

LEAST_JUMP = 100
"""Tenths of a percent of the working load between two usual warm-up sets at least: less is no step up (our
convention)."""

_STRAIGHT = frozenset({Source.BARBELL, Source.TRAP_BAR, Source.SMITH_MACHINE})


def ramp(
    exercise: Exercise, load: Load | None, loads: Loads, sets: int | None = None, reps: int | None = None
) -> tuple[SuggestedSet, ...]:
    """Return the warm-up sets for a working load, from light to heavy, each lighter than the work.

    Each is a share of the load, rounded down to a load that exists; equal ones are left out.

    Args:
        exercise: nothing is suggested for one that is timed.
        load: the working load; nothing is suggested without one.
        loads: what can be loaded.
        sets: how many, 0 to 6, as a plan asks for; fewer where loads are lacking. None takes the usual ones:
            the empty bar where one is used, then up to three sets if the load is heavy enough; none for the
            body's own weight or with help.
        reps: those of the work, 1 or more; no warm-up set has more.
    """
    if load is None or exercise.measure is Measure.TIMED:
        return ()
    steps = lead_up(exercise, load, loads, sets) if sets is not None else _usual(exercise, load, loads)
    return tuple(SuggestedSet(PlannedKind.WARMUP, one, min(count, reps or count)) for one, count in steps)


def lead_up(exercise: Exercise, load: Load, loads: Loads, sets: int) -> Iterator[tuple[Load, int]]:
    """Yield load and reps of so many warm-up sets (`RAMPS`); of help, a smaller share is more help."""
    last: Load | None = None
    for share, reps in RAMPS[max(0, min(sets, MAX_SETS))]:
        lighter = part_of(exercise, loads, load, share).load
        if fine(lighter) < fine(load) and (last is None or fine(lighter) > fine(last)):
            last = lighter
            yield lighter, reps


def empty_bar(exercise: Exercise, load: Load, loads: Loads) -> Load | None:
    """Return the bar that a load goes on, with its collars; None where none is used or none is known."""
    bars = bars_for(loads.owned, source_of(exercise))
    if not bars:
        return None
    told = loads.sides(exercise, load)
    bar = told.base if told is not None and told.base is not None else min(bars, key=fine)
    collars = 2 * fine(told.collar) if told is not None and told.collar is not None else 0
    return loads.at_most(exercise, load_from_fine(fine(bar) + collars, bar.unit))


def _usual(exercise: Exercise, load: Load, loads: Loads) -> Iterator[tuple[Load, int]]:
    """Yield the usual warm-up sets; see `ramp`."""
    if load.grams <= 0 or exercise.measure is not Measure.LOADED:
        return
    due_above = _due_above(exercise)
    last: Load | None = None
    bar = empty_bar(exercise, load, loads)
    if bar is not None and fine(bar) < fine(load):
        last = bar
        yield bar, BAR_REPS
    for (share, reps), least in zip(USUAL, due_above, strict=True):
        lighter = part_of(exercise, loads, load, share).load
        jump = 0 if last is None else fine(last) + load.grams * LEAST_JUMP // WHOLE * FINE_PER_GRAM
        if load.grams > least and jump <= fine(lighter) < fine(load):
            last = lighter
            yield lighter, reps


def _due_above(exercise: Exercise) -> tuple[int, int, int]:
    if source_of(exercise) not in _STRAIGHT:
        return DUE_ABOVE_SMALL
    return DUE_ABOVE_HEAVY if exercise.pattern is Pattern.HINGE else DUE_ABOVE_BAR
