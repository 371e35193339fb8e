"""From a program and a person's answers to sessions on days; the same answers always give the same plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.exercise_choices import STAND_INS
from nextrep.domain.exercises import Exercise, Level, Measure, MuscleGroup, Pattern
from nextrep.domain.plan_days import Place, monday_of, places, settled
from nextrep.domain.plan_parts import groups_of
from nextrep.domain.plan_prescribing import Prescriber
from nextrep.domain.program import (
    MAX_WEEKS,
    MIN_WEEKS,
    MINUTES_A_DAY,
    Answers,
    Prescription,
    SessionDraft,
    check_answers,
    minutes_for,
)
from nextrep.domain.program_template import ProgramTemplate, Slot
from nextrep.domain.text import tr


class Movement(StrEnum):
    """The movements that a whole week of training has."""

    SQUAT = "squat"
    HINGE = "hinge"
    PUSH = "push"
    PULL = "pull"


_MOVEMENTS = {
    Pattern.SQUAT: Movement.SQUAT,
    Pattern.LUNGE: Movement.SQUAT,
    Pattern.HINGE: Movement.HINGE,
    Pattern.HORIZONTAL_PRESS: Movement.PUSH,
    Pattern.VERTICAL_PRESS: Movement.PUSH,
    Pattern.HORIZONTAL_PULL: Movement.PULL,
    Pattern.VERTICAL_PULL: Movement.PULL,
}


def movement_of(pattern: Pattern) -> Movement | None:
    """Return the movement that a pattern stands for, None for core, carries and the like."""
    return _MOVEMENTS.get(pattern)


def generate(
    template: ProgramTemplate,
    answers: Answers,
    start: date,
    weeks: int,
    exercise: Callable[[str], Exercise],
) -> tuple[SessionDraft, ...]:
    """Make the sessions of `weeks` weeks. A draft's week counts from the Monday of week 1.

    Args:
        template: the program; one to fill by hand has none.
        answers: what the person said.
        start: first day on which a session may fall.
        weeks: 1-52.
        exercise: gives the exercise of a key.

    Raises:
        UserError: see check_answers; also for weeks outside 1-52.
    """
    kept = check_answers(settled(template, answers, start))
    if not MIN_WEEKS <= weeks <= MAX_WEEKS:
        raise UserError(tr("A plan has 1 to 52 weeks."), field="weeks")
    if template.by_hand:
        return ()
    maker = _Maker(template, kept, exercise)
    monday = monday_of(template, kept, start).toordinal()
    drafts = (maker.session(place) for place in places(template, kept, monday, weeks))
    # Where everything of a day is left out, the day is free.
    return tuple(draft for draft in drafts if draft.exercises or draft.note)


VARIANTS = 3
"""Later phases choose among the first three exercises that fit, so that a change is new but not random."""

Row = tuple[Pattern, Prescription]
_LEVELS = (Level.BEGINNER, Level.INTERMEDIATE, Level.EXPERT)


def is_quiet(answers: Answers, minute: int | None) -> bool:
    """Tell whether a session that begins at a minute of the day reaches into the quiet hours."""
    if minute is None or answers.quiet is None:
        return False
    first, last = answers.quiet
    length = (last - first) % MINUTES_A_DAY
    return (minute - first) % MINUTES_A_DAY < length or (first - minute) % MINUTES_A_DAY < answers.minutes


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the sessions of one plan; sessions that are alike are made once."""

    template: ProgramTemplate
    answers: Answers
    exercise: Callable[[str], Exercise]
    made: dict[tuple[object, ...], tuple[Prescription, ...]] = field(default_factory=dict)

    def session(self, place: Place) -> SessionDraft:
        """Return the session of a place."""
        rule, day = place.rule, place.session
        quiet = is_quiet(self.answers, place.minute)
        alike = (rule, day, place.part, quiet)
        if alike not in self.made:
            self.made[alike] = self._exercises(place, quiet=quiet)
        return SessionDraft(
            place.day, place.week, rule.phase, tr(day.name), self.made[alike], place.minute, tr(day.note)
        )

    def _exercises(self, place: Place, *, quiet: bool) -> tuple[Prescription, ...]:
        """Choose an exercise for each place, and shorten the session until it fits its minutes."""
        prescriber = Prescriber(self.template, self.answers, self.exercise)
        rows: list[Row] = []
        taken: set[str] = set()
        for slot in place.session.slots:
            found = self._choose(slot, place, taken, quiet=quiet)
            if found is None:
                continue
            taken.add(found.key)
            row = prescriber.prescribe(place.rule, slot, found)
            if slot.sets is None and len(rows) < place.rule.extra:
                row = replace(row, sets=row.sets + 1)
            rows.append((found.pattern, row if rows else prescriber.open_session(place.rule, row)))
        if self.template.asks_weekdays:
            _fit(rows, self.answers.minutes)
        return tuple(row for _pattern, row in rows)

    def _choose(self, slot: Slot, place: Place, taken: set[str], *, quiet: bool) -> Exercise | None:
        """Return the exercise for a slot; another movement stands in where all of its own is left out."""
        patterns = [slot.pattern]
        if slot.pattern in STAND_INS:
            patterns.append(STAND_INS[slot.pattern])
        groups = groups_of(place.part)
        for allowed in (groups, frozenset(MuscleGroup)):  # rest gives way before a movement is missing
            for pattern in patterns:
                possible = self._possible(pattern, allowed, taken, quiet=quiet)
                if possible:
                    return possible[place.rule.variant % min(len(possible), VARIANTS)]
        return None

    def _possible(
        self, pattern: Pattern, groups: frozenset[MuscleGroup], taken: set[str], *, quiet: bool
    ) -> list[Exercise]:
        choices = self.template.choices
        for keys in choices.tiers(pattern, self.template.prefer, self.answers):
            found = [self.exercise(key) for key in dict.fromkeys(keys) if key not in taken]
            fits = [
                one
                for one in found
                if self._is_for(one, pattern)
                and groups.issuperset(one.groups)
                and not (quiet and choices.is_loud(one))
            ]
            if fits:
                return self._apt(fits)
        return []

    def _is_for(self, exercise: Exercise, pattern: Pattern) -> bool:
        """Tell whether an exercise suits the person and the movement; a side plank does for a carry."""
        stands_in = pattern is Pattern.CARRY and exercise.pattern is Pattern.CORE
        if exercise.pattern is not pattern and not stands_in:
            return False
        hard = _LEVELS.index(exercise.level) > _LEVELS.index(self.answers.experience)
        possible = exercise.possible_with(self.answers.equipment)
        return possible and not hard and not self.template.choices.leaves_out(exercise, self.answers)

    def _apt(self, fits: list[Exercise]) -> list[Exercise]:
        """Narrow down what is possible to what can grow with the person.

        What can be loaded comes before the own weight alone. Where no load can be added, the exercise itself
        has to be harder for someone who has trained for some time.
        """
        if movement_of(fits[0].pattern) is None:
            return fits
        fits = [one for one in fits if one.equipment] or fits
        if self.answers.experience is Level.BEGINNER or fits[0].measure is not Measure.BODYWEIGHT:
            return fits
        return [
            one for one in fits if one.level is not Level.BEGINNER and one.measure is Measure.BODYWEIGHT
        ] or fits


ENOUGH_SETS, FEW_SETS = 3, 2
"""Sets beyond the first number go before an exercise does; warm-up sets stay until no exercise has more sets
than the second."""


def _fit(rows: list[Row], minutes: int) -> None:
    """Shorten a session to `minutes`.

    Sets beyond three go first, then second exercises of a movement, then sets, then exercises.
    So a short session still squats, hinges, pushes and pulls. One set of one exercise always stays.
    """
    while minutes_for([row for _pattern, row in rows]) > minutes:
        spare = _spare(rows)
        most = max((row.sets for _pattern, row in rows), default=0)
        warmed = next((i for i, (_pattern, row) in enumerate(rows) if row.details.warm_up), None)
        if spare is not None and most <= ENOUGH_SETS:
            rows.pop(spare)
        elif warmed is not None and most <= FEW_SETS:
            pattern, row = rows[warmed]
            less = replace(row.details, warm_up=row.details.warm_up - 1)
            rows[warmed] = pattern, replace(row, details=less)
        elif most > 1:
            index = max(i for i, (_pattern, row) in enumerate(rows) if row.sets == most)
            pattern, row = rows[index]
            rows[index] = pattern, replace(row, sets=row.sets - 1)
        elif len(rows) > 1:
            rows.pop()
        else:
            return


def _spare(rows: Sequence[Row]) -> int | None:
    """Return the last exercise without which the session has the same movements."""
    movements = [movement_of(pattern) for pattern, _row in rows]
    if len(rows) <= 1:
        return None
    return next(
        (i for i in reversed(range(len(rows))) if movements[i] is None or movements.count(movements[i]) > 1),
        None,
    )
