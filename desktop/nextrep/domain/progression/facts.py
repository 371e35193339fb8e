"""What progression knows of the past, and what it says about the next time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Exercise
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.training import MAX_DISTANCE_M, MAX_REPS, MAX_SECONDS, SetDraft, SetKind, Target
from nextrep.domain.units import MAX_LOAD_GRAMS, Load, Unit

_JUDGED = (SetKind.WORKING, SetKind.FAILURE, SetKind.AMRAP)


@dataclass(frozen=True, slots=True)
class Exposure:
    """One past time of an exercise.

    Attributes:
        day: local date ordinal.
        target: what was planned that day; None where nothing was (a free session, an import).
        sets: the sets in the order of doing.
        body_grams: body weight on that day, None where it is not known.
    """

    day: int
    target: Target | None
    sets: tuple[SetDraft, ...]
    body_grams: int | None = None

    @property
    def judged(self) -> tuple[SetDraft, ...]:
        """The sets that say how it went: no warm-ups, no drop sets, no values that nobody can lift."""
        return tuple(one for one in self.sets if one.kind in _JUDGED and _possible(one))

    @property
    def lighter(self) -> bool:
        """Whether it was planned lighter on purpose."""
        return self.target is not None and self.target.details.load.lighter


@dataclass(frozen=True, slots=True)
class SuggestedSet:
    """One set of the next time.

    Attributes:
        load: None for bodyweight, a band, or when nothing is known yet.
        reps: reps to aim for, at least; None for a timed set. `reps_high` is the top of the range.
        seconds: length of a timed set.
    """

    kind: PlannedKind
    load: Load | None
    reps: int | None
    reps_high: int | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do next time and why.

    Attributes:
        load, reps, seconds: those of the first working set.
        rows: every set asked for, in order, warm-ups first.
        exercise_key: the harder or easier exercise that a ladder asks for now; None is the same one.
    """

    load: Load | None
    reps: int | None
    reason: str
    rows: tuple[SuggestedSet, ...] = ()
    seconds: int | None = None
    exercise_key: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """All that a suggestion follows from.

    Attributes:
        history: the past times, oldest first, each with at least one set that can be judged.
        today: local date ordinal.
        exercise_of: the exercise of a key; KeyError where there is none.
        formula: of estimated maxima.
    """

    exercise: Exercise
    target: Target
    history: tuple[Exposure, ...]
    loads: Loads
    today: int
    unit: Unit
    exercise_of: Callable[[str], Exercise] | None = None
    formula: Formula = Formula.EPLEY

    @property
    def body_grams(self) -> int:
        """The last known body weight, 0 where it is not known or is no part of what is lifted."""
        if not self.can_help:
            return 0
        return next((one.body_grams for one in reversed(self.history) if one.body_grams is not None), 0)

    @property
    def days_since(self) -> int:
        """Days since the last time, 0 when there was none."""
        return max(0, self.today - self.history[-1].day) if self.history else 0

    @property
    def can_help(self) -> bool:
        """Whether a load below zero (help) makes sense for this exercise."""
        return can_be_helped(self.exercise)

    def lowest(self, load: Load) -> Load:
        """Return `load`, but not below zero where there is no help."""
        return lowest_of(self.exercise, load)


def can_be_helped(exercise: Exercise) -> bool:
    """Tell whether a load below zero (help) makes sense for an exercise."""
    return exercise.measure.of_body


def lowest_of(exercise: Exercise, load: Load) -> Load:
    """Return `load`, but not below zero where there is no help."""
    return load if can_be_helped(exercise) or load.grams >= 0 else Load(0, load.unit)


def usable(history: Sequence[Exposure]) -> tuple[Exposure, ...]:
    """Return the times that have a set that can be judged."""
    return tuple(one for one in history if one.judged)


def _possible(one: SetDraft) -> bool:
    if one.reps is None and one.seconds is None and one.distance_m is None:
        return False
    if one.load is not None and abs(one.load.grams) > MAX_LOAD_GRAMS:
        return False
    limits = ((one.reps, MAX_REPS), (one.seconds, MAX_SECONDS), (one.distance_m, MAX_DISTANCE_M))
    return all(value is None or 0 <= value <= most for value, most in limits)
