"""Loads that exist: which one comes next, and which one is nearest to what was computed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nextrep.domain.exercises import Equipment, Exercise, Pattern
from nextrep.domain.units import Load, Unit, load_of


@dataclass(frozen=True, slots=True)
class Loads:
    """What can be loaded. Without anything said about it, the usual steps count."""

    def above(self, exercise: Exercise, load: Load) -> Load:
        """Return the next heavier load that exists for the exercise."""
        return Load(load.grams + usual_step(exercise, load.unit).grams, load.unit)

    def at_most(self, exercise: Exercise, load: Load) -> Load:
        """Return the heaviest load that exists and is not above `load`."""
        step = usual_step(exercise, load.unit).grams
        return Load(load.grams // step * step, load.unit)


def usual_step(exercise: Exercise, unit: Unit) -> Load:
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
