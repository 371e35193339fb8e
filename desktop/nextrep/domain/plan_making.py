"""From a program and a person's answers to sessions on days; the same answers always give the same plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Level, Measure, Pattern
from nextrep.domain.program import (
    MAX_WEEKS,
    MIN_WEEKS,
    WEEKDAYS,
    Answers,
    Prescription,
    SessionDraft,
    check_answers,
    minutes_for,
)
from nextrep.domain.program_template import ProgramTemplate, Slot, TemplateDay, WeekRule
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


def spread(weekdays: Sequence[int], count: int) -> tuple[int, ...]:
    """Choose `count` of `weekdays` so that the shortest rest between them is longest.

    Rest runs around the end of the week. Ties go to the earliest days. With fewer days than asked
    for, all of them are taken.
    """
    days = sorted(set(weekdays))
    if count >= len(days):
        return tuple(days)

    def shortest_rest(chosen: tuple[int, ...]) -> int:
        following = (*chosen[1:], chosen[0] + WEEKDAYS)
        return min(after - before for before, after in zip(chosen, following, strict=True))

    return max(combinations(days, count), key=lambda c: (shortest_rest(c), tuple(-d for d in c)))


def first_monday(start: date, weekdays: Sequence[int], sessions: int) -> date:
    """Return the Monday of week 1: this week if enough of its days are still to come, else the next."""
    monday = start - timedelta(days=start.weekday())
    left = [day for day in spread(weekdays, sessions) if day >= start.weekday()]
    needed = min(sessions, len(set(weekdays)))
    return monday if len(left) >= needed else monday + timedelta(days=WEEKDAYS)


def monday_of(template: ProgramTemplate, answers: Answers, start: date) -> date:
    """Return the Monday of week 1 of a plan; fixed days begin on `start` itself."""
    if template.offsets:
        return start - timedelta(days=start.weekday())
    wanted = template.rule_for(1).sessions or answers.sessions_later
    return first_monday(start, answers.weekdays, wanted)


def settled(template: ProgramTemplate, answers: Answers, start: date) -> Answers:
    """Return the answers to keep with a plan.

    Fixed days remember the weekday they begin on, and do not need the person's weekdays.
    """
    if not template.offsets:
        return answers
    return replace(answers, begins=start.weekday(), weekdays=answers.weekdays or Answers().weekdays)


def generate(
    template: ProgramTemplate,
    answers: Answers,
    start: date,
    weeks: int,
    exercise: Callable[[str], Exercise],
) -> tuple[SessionDraft, ...]:
    """Make the sessions of `weeks` weeks. A draft's week counts from the Monday of week 1.

    Args:
        template: the program.
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
    monday = monday_of(template, answers, start).toordinal()
    drafts: list[SessionDraft] = []
    for day, rule, session in _places(template, kept, monday, weeks):
        rows = _exercises(template, kept, rule, session.slots, exercise)
        week = (day - monday) // WEEKDAYS + 1
        drafts.append(SessionDraft(day, week, rule.phase, tr(session.name), rows))
    return tuple(drafts)


def _places(
    template: ProgramTemplate, answers: Answers, monday: int, weeks: int
) -> Iterator[tuple[int, WeekRule, TemplateDay]]:
    """Give each session its day, in order."""
    count = 0
    for week in range(1, weeks + 1):
        rule = template.rule_for(week)
        for index, offset in enumerate(_days_of_week(template, rule, answers)):
            day = monday + WEEKDAYS * (week - 1) + offset
            yield day, rule, template.day_for(index, count)
            count += 1


def _days_of_week(template: ProgramTemplate, rule: WeekRule, answers: Answers) -> tuple[int, ...]:
    """Return days from the Monday of a week on; fixed days may run past its Sunday."""
    if template.offsets:
        return tuple(answers.begins + offset for offset in template.offsets)
    return spread(answers.weekdays, rule.sessions or answers.sessions_later)


VARIANTS = 3
"""Later phases choose among the first three exercises that fit, so that a change is new but not random."""

Row = tuple[Pattern, Prescription]


def _exercises(
    template: ProgramTemplate,
    answers: Answers,
    rule: WeekRule,
    slots: tuple[Slot, ...],
    exercise: Callable[[str], Exercise],
) -> tuple[Prescription, ...]:
    """Choose an exercise for each place, and shorten the session until it fits its minutes."""
    rows: list[Row] = []
    taken: set[str] = set()
    for slot in slots:
        options = [exercise(key) for key in template.choices[slot.pattern]]
        possible = [e for e in options if _suits(e, answers) and e.key not in taken]
        if not possible:
            continue
        chosen = possible[rule.variant % min(len(possible), VARIANTS)]
        taken.add(chosen.key)
        rows.append((slot.pattern, _prescribe(chosen, rule, slot)))
    if template.asks_weekdays:
        _fit(rows, answers.minutes)
    return tuple(row for _pattern, row in rows)


def _fit(rows: list[Row], minutes: int) -> None:
    """Shorten a session to `minutes`: second exercises of a movement go first, then sets, then exercises.

    So a short session still squats, hinges, pushes and pulls. One set of one exercise always stays.
    """
    while minutes_for([row for _pattern, row in rows]) > minutes:
        spare = _spare(rows)
        most = max((row.sets for _pattern, row in rows), default=0)
        if spare is not None:
            rows.pop(spare)
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


_LEVELS = (Level.BEGINNER, Level.INTERMEDIATE, Level.EXPERT)


def _suits(exercise: Exercise, answers: Answers) -> bool:
    hard = _LEVELS.index(exercise.level) > _LEVELS.index(answers.experience)
    return exercise.possible_with(answers.equipment) and not hard


def _prescribe(exercise: Exercise, rule: WeekRule, slot: Slot) -> Prescription:
    timed = exercise.measure is Measure.TIMED
    low, high = slot.reps or (rule.reps_low, rule.reps_high)
    return Prescription(
        exercise_key=exercise.key,
        sets=slot.sets or rule.sets,
        reps_low=None if timed else low,
        reps_high=None if timed else high,
        seconds=30 if timed else None,
        rir_low=rule.rir_low,
        rir_high=rule.rir_high,
        rest_s=rule.rest_s,
    )
