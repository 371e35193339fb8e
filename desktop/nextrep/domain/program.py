"""A program that a person follows: what they were asked, and the sessions that follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.text import tr
from nextrep.domain.training import Target

WEEKDAYS = 7

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
        begins: weekday of the first day, for a program of fixed days; others do not ask for it.
    """

    weekdays: tuple[int, ...] = (0, 2, 4)
    equipment: frozenset[Equipment] = frozenset()
    experience: Level = Level.BEGINNER
    minutes: int = 40
    sessions_later: int = 3
    begins: int = 0


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
    phase: str
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
    phase: str
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
