"""The three-phase program: what is asked of the person, and the sessions that follow from it.

Dose and phases follow the product brief; they are general training advice in the range of the ACSM
progression models (2009, Med Sci Sports Exerc 41:687), not a treatment protocol.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Pattern
from nextrep.domain.text import tr
from nextrep.domain.training import Target

WEEKDAYS = 7


class Phase(StrEnum):
    """Phases of Mind and Muscle."""

    FOUNDATION = "foundation"
    ADAPTATION = "adaptation"
    SUSTAINED = "sustained"


def phase_title(phase: Phase) -> str:
    """Return the phase as people read it."""
    return {
        Phase.FOUNDATION: tr("Foundation"),
        Phase.ADAPTATION: tr("Progressive adaptation"),
        Phase.SUSTAINED: tr("Sustained practice"),
    }[phase]


@dataclass(frozen=True, slots=True)
class WeekRule:
    """What the sessions of some weeks look like.

    Attributes:
        first_week, last_week: from 1; the last rule may repeat (see ProgramTemplate.cycle_weeks).
        sessions: sessions a week; 0 takes the person's choice.
        reps_low, reps_high, rir_low, rir_high: the range asked for.
        rest_s: rest in seconds.
        variant: which of the possible exercises is taken, so that later weeks bring new grips and stances.
        title: name of the block, for example "Strength".
    """

    first_week: int
    last_week: int
    phase: Phase
    sessions: int
    sets: int
    reps_low: int
    reps_high: int
    rir_low: int
    rir_high: int
    rest_s: int
    variant: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class ProgramTemplate:
    """A program as shipped.

    Attributes:
        days: for each session of the week its name and its movement patterns, in order.
        rules: weeks in order; past the last week the last `cycle_weeks` weeks repeat.
        choices: for each pattern the exercise keys in order of preference.
    """

    key: str
    title: str
    days: tuple[tuple[str, tuple[Pattern, ...]], ...]
    rules: tuple[WeekRule, ...]
    cycle_weeks: int
    choices: dict[Pattern, tuple[str, ...]]

    def rule_for(self, week: int) -> WeekRule:
        """Return the rule for `week` (from 1); later weeks repeat the last cycle."""
        last = self.rules[-1].last_week
        if week > last:
            week = last - self.cycle_weeks + 1 + (week - last - 1) % self.cycle_weeks
        return next(rule for rule in self.rules if rule.first_week <= week <= rule.last_week)


MIN_MINUTES, MAX_MINUTES = 10, 120
MIN_WEEKS, MAX_WEEKS = 1, 52


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said about their week.

    Attributes:
        weekdays: days that suit, 0 = Monday to 6 = Sunday.
        equipment: what is at hand; empty is fine.
        minutes: minutes for one session, 10-120.
        sessions_later: sessions a week from week 9 on, 2-4.
    """

    weekdays: tuple[int, ...] = (0, 2, 4)
    equipment: frozenset[Equipment] = frozenset()
    experience: Level = Level.BEGINNER
    minutes: int = 40
    sessions_later: int = 3


def check_answers(answers: Answers) -> Answers:
    """Return `answers` if a plan can be made of them.

    Raises:
        UserError: no day, a day outside the week, minutes outside 10-120, sessions outside 2-4.
    """
    if not answers.weekdays:
        raise UserError(tr("Choose at least one day."), field="weekdays")
    if any(not 0 <= day < WEEKDAYS for day in answers.weekdays):
        raise UserError(tr("A week has seven days."), field="weekdays")
    if not MIN_MINUTES <= answers.minutes <= MAX_MINUTES:
        raise UserError(
            tr("Minutes go from {low} to {high}.", low=MIN_MINUTES, high=MAX_MINUTES), field="minutes"
        )
    if not 2 <= answers.sessions_later <= 4:
        raise UserError(tr("From week 9 on: 2 to 4 sessions a week."), field="sessions_later")
    return answers


@dataclass(frozen=True, slots=True)
class Prescription:
    """One exercise of a planned session, by exercise key; see training.Target for the fields."""

    exercise_key: str
    sets: int
    reps_low: int | None
    reps_high: int | None
    seconds: int | None
    rir_low: int | None
    rir_high: int | None
    rest_s: int


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session of a generated plan."""

    day: int
    week: int
    phase: Phase
    title: str
    exercises: tuple[Prescription, ...]


class PlannedState(StrEnum):
    """What became of a planned session. It is done when a finished session belongs to it."""

    PLANNED = "planned"
    DONE = "done"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A planned session as kept. `day` is a local date ordinal, `week` counts from 1."""

    id: int
    program_id: int
    day: int
    week: int
    phase: Phase
    title: str
    state: PlannedState
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """A program the person follows. `start_day` is the Monday (date ordinal) of week 1."""

    id: int
    template: str
    title: str
    start_day: int
    weeks: int
    answers: Answers


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


def generate(
    template: ProgramTemplate,
    answers: Answers,
    start: date,
    weeks: int,
    exercise: Callable[[str], Exercise],
) -> tuple[SessionDraft, ...]:
    """Make the sessions of `weeks` weeks; the same answers always give the same plan.

    Args:
        start: first day on which a session may fall.
        weeks: 1-52.
        exercise: gives the exercise of a key.

    Raises:
        UserError: see check_answers; also for weeks outside 1-52.
    """
    check_answers(answers)
    if not MIN_WEEKS <= weeks <= MAX_WEEKS:
        raise UserError(tr("A plan has 1 to 52 weeks."), field="weeks")
    monday = first_monday(start, answers.weekdays, template.rule_for(1).sessions).toordinal()
    drafts: list[SessionDraft] = []
    for week in range(1, weeks + 1):
        rule = template.rule_for(week)
        for index, day in enumerate(_days_of_week(rule, answers, monday, week)):
            name, patterns = template.days[index % len(template.days)]
            rows = _exercises(template, answers, rule, patterns, exercise)
            drafts.append(SessionDraft(day, week, rule.phase, tr(name), rows))
    return tuple(drafts)


def planned_days(template: ProgramTemplate, answers: Answers, monday: int, weeks: int) -> list[int]:
    """Return the date ordinal of every session that `generate` makes, in its order.

    Args:
        monday: date ordinal of the Monday of week 1.
    """
    return [
        day
        for week in range(1, weeks + 1)
        for day in _days_of_week(template.rule_for(week), answers, monday, week)
    ]


def _days_of_week(rule: WeekRule, answers: Answers, monday: int, week: int) -> list[int]:
    chosen = spread(answers.weekdays, rule.sessions or answers.sessions_later)
    return [monday + WEEKDAYS * (week - 1) + weekday for weekday in chosen]


VARIANTS = 3
"""Later phases choose among the first three exercises that fit, so that a change is new but not random."""


def _exercises(
    template: ProgramTemplate,
    answers: Answers,
    rule: WeekRule,
    patterns: tuple[Pattern, ...],
    exercise: Callable[[str], Exercise],
) -> tuple[Prescription, ...]:
    """Choose an exercise for each pattern, and drop the last ones until the session fits its minutes."""
    rows: list[Prescription] = []
    taken: set[str] = set()
    for pattern in patterns:
        options = [exercise(key) for key in template.choices[pattern]]
        possible = [e for e in options if _suits(e, answers) and e.key not in taken]
        if not possible:
            continue
        chosen = possible[rule.variant % min(len(possible), VARIANTS)]
        taken.add(chosen.key)
        rows.append(_prescribe(chosen, rule))
    while len(rows) > 1 and minutes_for(rows) > answers.minutes:
        rows.pop()
    return tuple(rows)


_LEVELS = (Level.BEGINNER, Level.INTERMEDIATE, Level.EXPERT)


def _suits(exercise: Exercise, answers: Answers) -> bool:
    hard = _LEVELS.index(exercise.level) > _LEVELS.index(answers.experience)
    return exercise.possible_with(answers.equipment) and not hard


def _prescribe(exercise: Exercise, rule: WeekRule) -> Prescription:
    timed = exercise.measure is Measure.TIMED
    return Prescription(
        exercise_key=exercise.key,
        sets=rule.sets,
        reps_low=None if timed else rule.reps_low,
        reps_high=None if timed else rule.reps_high,
        seconds=30 if timed else None,
        rir_low=rule.rir_low,
        rir_high=rule.rir_high,
        rest_s=rule.rest_s,
    )


SECONDS_PER_REP = 4
SECONDS_TO_SET_UP = 45
WARM_UP_SECONDS = 4 * 60


def minutes_for(rows: Sequence[Prescription | Target]) -> int:
    """Estimate minutes: 4 s a rep, the rests, 45 s a change of exercise, 4 min to warm up."""
    seconds = WARM_UP_SECONDS
    for row in rows:
        work = row.seconds if row.seconds is not None else (row.reps_high or 10) * SECONDS_PER_REP
        seconds += SECONDS_TO_SET_UP + row.sets * work + max(row.sets - 1, 0) * row.rest_s
    return round(seconds / 60)
