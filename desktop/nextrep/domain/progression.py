"""What to do next time, as a pure function of the log: double progression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern
from nextrep.domain.text import tr
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, Unit, load_of


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to lift and why. `load` is None for bodyweight or when nothing is known yet."""

    load: Load | None
    reps: int | None
    reason: str


def smallest_step(exercise: Exercise, unit: Unit) -> Load:
    """Return the usual smallest load step.

    2.5 kg (5 lb), or 5 kg (10 lb) for a barbell squat or hinge; 2 kg (5 lb) for dumbbells and 4 kg
    (10 lb) for kettlebells, which come in fixed sizes. Our convention, after what is usually sold.
    """
    heavy = exercise.pattern in (Pattern.SQUAT, Pattern.HINGE) and Equipment.BARBELL in exercise.equipment
    if heavy:
        return load_of(Decimal(5) if unit is Unit.KG else Decimal(10), unit)
    if Equipment.KETTLEBELL in exercise.equipment:
        return load_of(Decimal(4) if unit is Unit.KG else Decimal(10), unit)
    if Equipment.DUMBBELL in exercise.equipment:
        return load_of(Decimal(2) if unit is Unit.KG else Decimal(5), unit)
    return load_of(Decimal("2.5") if unit is Unit.KG else Decimal(5), unit)


def suggest(exercise: Exercise, target: Target | None, last: Sequence[SetDraft]) -> Suggestion:
    """Suggest load and reps for the next working set.

    Double progression, a common convention: once every set reached the top of the range, the
    load goes up by the smallest step and the reps go back to the bottom; otherwise both stay.

    Args:
        last: the working sets of the last time this exercise was done, in order; may be empty.
    """
    low = target.reps_low if target else None
    high = (target.reps_high or target.reps_low) if target else None
    if not last:
        return Suggestion(None, low, _first_time(exercise))
    load = max((s.load for s in last if s.load), key=lambda value: value.grams, default=None)
    top = [s for s in last if s.load == load]
    done = [s.reps for s in top if s.reps is not None]
    if high is None or not done:
        return Suggestion(load, last[0].reps, tr("The same as last time."))
    enough = len(done) >= (target.sets if target else 1)
    if load is not None and enough and min(done) >= high:
        step = smallest_step(exercise, load.unit)
        heavier = Load(load.grams + step.grams, load.unit)
        reason = tr("{reps} reps in every set last time, so {load} today.", reps=high, load=heavier.text())
        return Suggestion(heavier, low, reason)
    if load is not None:
        step = smallest_step(exercise, load.unit)
        heavier = Load(load.grams + step.grams, load.unit)
        reason = tr("{reps} reps in every set, and next time it is {load}.", reps=high, load=heavier.text())
        return Suggestion(load, min(max(done), high), reason)
    return Suggestion(None, min(max(done) + 1, high), tr("One rep more than last time, if it feels right."))


def _first_time(exercise: Exercise) -> str:
    if exercise.measure is Measure.TIMED:
        return tr("First time: stop while you could still hold it a little longer.")
    if exercise.measure is Measure.BODYWEIGHT:
        return tr("First time: stop while a few more reps would still be possible.")
    return tr("First time: choose a load that leaves a few reps in reserve.")
