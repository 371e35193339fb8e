"""Small plans to check, made of library exercises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from nextrep.domain.exercises import Equipment
from nextrep.domain.plan_edit import Plan
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.program import Answers, PlannedSession, PlannedState, Program
from nextrep.domain.training import Target
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()
NUMBERS = {exercise.key: index + 1 for index, exercise in enumerate(LIBRARY.all)}
EXERCISES = {number: LIBRARY.get(key) for key, number in NUMBERS.items()}
MONDAY = date(2026, 11, 23).toordinal()

WEDNESDAY, FRIDAY = 2, 4
EVERYTHING = frozenset(Equipment)
PLAIN_ANSWERS = Answers(equipment=EVERYTHING, minutes=60)


def asked(key: str, sets: int = 3) -> Target:
    return Target(NUMBERS[key], sets, 8, 12, rir_low=2, rir_high=3, rest_s=90)


def session(
    number: int,
    day: int,
    exercises: Mapping[str, int] | Sequence[Target],
    title: str = "",
    phase: str = "build",
    minute: int | None = None,
    state: PlannedState = PlannedState.PLANNED,
) -> PlannedSession:
    """Return a session; `day` counts from the Monday of week 1."""
    rows = (
        tuple(asked(key, sets) for key, sets in exercises.items())
        if isinstance(exercises, Mapping)
        else tuple(exercises)
    )
    return PlannedSession(
        id=number, program_id=1, day=MONDAY + day, week=day // 7 + 1, phase=phase,
        title=title or f"Session {number}", state=state, targets=rows, first_day=MONDAY + day, minute=minute,
    )  # fmt: skip


def facts(
    *sessions: PlannedSession, answers: Answers = PLAIN_ANSWERS, today: int = 0, going_on: int | None = None
) -> PlanFacts:
    """Return a plan of sessions; `today` counts from the Monday of week 1."""
    ordered = tuple(sorted(sessions, key=lambda one: (one.day, one.id)))
    weeks = max((one.week for one in ordered), default=1)
    program = Program(1, "own", "Own", MONDAY, weeks, answers)
    return PlanFacts(
        Plan(program, ordered, going_on=going_on),
        EXERCISES,
        MONDAY + today,
        choices=tuple(one for one in LIBRARY.all if one.possible_with(answers.equipment)),
    )


def same_weeks(weeks: int, *of_week: PlannedSession) -> tuple[PlannedSession, ...]:
    """Repeat the sessions of one week."""
    return tuple(
        replace(
            one, id=one.id + 100 * week, day=one.day + 7 * week, first_day=one.day + 7 * week, week=week + 1
        )
        for week in range(weeks)
        for one in of_week
    )
