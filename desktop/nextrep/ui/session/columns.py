"""What can be typed in a row of the set grid."""

from __future__ import annotations

from enum import StrEnum

from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern
from nextrep.domain.training import EffortScale, SetDraft
from nextrep.domain.units import Load
from nextrep.services.session import BlockView


class Column(StrEnum):
    """The fields of a set; the names are those of the fields of `UserError`."""

    LOAD = "load"
    BAND = "band"
    REPS = "reps"
    SECONDS = "seconds"
    DISTANCE = "distance"
    EFFORT = "effort"
    FOCUS = "focus"


def columns_of(block: BlockView, scale: EffortScale | None) -> tuple[Column, ...]:
    """Return the fields of an exercise, in order: what resists, how much of it, how it was."""
    resists: tuple[Column, ...] = (Column.LOAD,)
    if Equipment.BAND in block.exercise.equipment:
        resists = (Column.BAND, Column.LOAD) if _has_load(block) else (Column.BAND,)
    effort = (Column.EFFORT,) if scale is not None else ()
    return (*resists, *_amounts(block), *effort, Column.FOCUS)


def helps(exercise: Exercise) -> bool:
    """Tell whether the load of an exercise is help, which is shown as a plain number: more is easier."""
    return exercise.measure is Measure.ASSISTED


def as_shown(load: Load, *, help_is_plain: bool) -> Load:
    """Return a load as its field shows it: help as a plain number where the exercise `helps`."""
    return Load(-load.grams, load.unit) if help_is_plain else load


def _amounts(block: BlockView) -> tuple[Column, ...]:
    """Return how an exercise is counted: reps, or time, or distance with time beside it."""
    target = block.target
    metres = target is not None and target.details.distance_m is not None
    far = (
        metres
        or block.exercise.pattern is Pattern.CARRY
        or any(draft.distance_m and draft.reps is None for draft in _known(block))
    )
    timed = block.exercise.measure is Measure.TIMED or (target is not None and target.seconds is not None)
    if far:
        return (Column.DISTANCE, Column.SECONDS)
    return (Column.SECONDS,) if timed else (Column.REPS,)


def _has_load(block: BlockView) -> bool:
    return block.suggestion.load is not None or any(draft.load is not None for draft in _known(block))


def _known(block: BlockView) -> tuple[SetDraft, ...]:
    return (*(entry.draft for entry in block.sets), *block.last)
