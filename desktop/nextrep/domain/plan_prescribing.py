"""What one exercise of a generated plan asks for: sets, reps, load, progression and warm-up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nextrep.domain.exercises import Equipment, Exercise, Level, Measure
from nextrep.domain.prescription import LoadPlan, Progression, ProgressionRule, TargetDetails
from nextrep.domain.program import Answers, Prescription
from nextrep.domain.program_template import ProgramTemplate, Slot, WeekRule

HOLD_SECONDS = 30
HEAVY_REPS = 6
"""Where sets go no higher than this, one warm-up set more is due (our convention)."""
WARM_UPS, WARM_UPS_HEAVY = 2, 3

_NOT_WARMED_UP = frozenset({Equipment.BAND, Equipment.BACKPACK, Equipment.OTHER})
"""With these the general warm-up does."""


@dataclass(frozen=True, slots=True)
class Prescriber:
    """Writes what a program asks of a person; `exercise` gives the exercise of a key."""

    template: ProgramTemplate
    answers: Answers
    exercise: Callable[[str], Exercise]

    def prescribe(self, rule: WeekRule, slot: Slot, exercise: Exercise) -> Prescription:
        """Return what an exercise asks for in the weeks of a rule."""
        timed = exercise.measure is Measure.TIMED
        low, high = slot.reps or (rule.reps_low, rule.reps_high)
        loaded = exercise.measure is Measure.LOADED
        return Prescription(
            exercise_key=exercise.key,
            sets=slot.sets or rule.sets,
            reps_low=None if timed else low,
            reps_high=None if timed else high,
            seconds=HOLD_SECONDS if timed else None,
            rir_low=rule.rir_low,
            rir_high=rule.rir_high,
            rest_s=rule.rest_s,
            details=TargetDetails(
                load=LoadPlan(percent=rule.load) if loaded else LoadPlan(),
                progression=self._progression(exercise),
                cue=slot.cue,
            ),
        )

    def open_session(self, rule: WeekRule, row: Prescription) -> Prescription:
        """Return the first exercise of a session as it is for people with experience.

        They warm up to a load, and in blocks of strength its first set is the heaviest.
        """
        exercise = self.exercise(row.exercise_key)
        if self.answers.experience is Level.BEGINNER or row.sets == 1:
            return row
        if exercise.measure is not Measure.LOADED or _NOT_WARMED_UP & set(exercise.equipment):
            return row
        heavy = row.reps_high is not None and row.reps_high <= HEAVY_REPS
        progression = Progression(rule=rule.main) if rule.main else row.details.progression
        warm_up = WARM_UPS_HEAVY if heavy else WARM_UPS
        return replace(row, details=replace(row.details, warm_up=warm_up, progression=progression))

    def _progression(self, exercise: Exercise) -> Progression:
        if exercise.measure in (Measure.LOADED, Measure.ASSISTED):
            return Progression(rule=self.template.progression)
        if not self.template.grows:
            return Progression(rule=ProgressionRule.NONE)
        if exercise.measure is Measure.TIMED:
            return Progression(rule=ProgressionRule.TIME)
        ladder = self._ladder(exercise)
        if ladder and ladder[-1] != exercise.key:
            return Progression(rule=ProgressionRule.LADDER, ladder=ladder)
        return Progression()

    def _ladder(self, exercise: Exercise) -> tuple[str, ...]:
        """Return what of an exercise's ladder is possible for the person."""
        choices = self.template.choices
        steps = [self.exercise(key) for key in choices.ladder_of(exercise.key)]
        return tuple(
            step.key
            for step in steps
            if step.possible_with(self.answers.equipment) and not choices.leaves_out(step, self.answers)
        )
