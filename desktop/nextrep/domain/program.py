"""A program that a person follows: what they were asked, and the sessions that follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.duration import seconds_for
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Level, Pattern
from nextrep.domain.joints import Joint
from nextrep.domain.prescription import PLAIN, TargetDetails
from nextrep.domain.text import tr
from nextrep.domain.training import Target

WEEKDAYS = 7

MIN_MINUTES, MAX_MINUTES = 10, 120
MIN_WEEKS, MAX_WEEKS = 1, 52
MINUTES_A_DAY = 24 * 60


class Place(StrEnum):
    """Where the person trains."""

    HOME = "home"
    GYM = "gym"


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said about their week.

    Attributes:
        weekdays: days that suit, 0 = Monday to 6 = Sunday.
        equipment: what is at hand; empty is fine.
        minutes: minutes for one session, 10-120.
        sessions_later: sessions a week from week 9 on, 2-4.
        begins: weekday of the first day, for a program of fixed days; others do not ask for it.
        times: for weekdays that have one, the time of day a session begins: (weekday, minute of the day).
        place: where the person trains, None where it was not said.
        without: keys of exercises to leave out; `without_patterns` whole movements.
        sore: joints to be gentle with: exercises that load them most are left out (see domain.joints).
        quiet: minutes of the day from and to which no noise is wanted, None for no such time; it may run
            past midnight.
    """

    weekdays: tuple[int, ...] = (0, 2, 4)
    equipment: frozenset[Equipment] = frozenset()
    experience: Level = Level.BEGINNER
    minutes: int = 40
    sessions_later: int = 3
    begins: int = 0
    times: tuple[tuple[int, int], ...] = ()
    place: Place | None = None
    without: frozenset[str] = frozenset()
    without_patterns: frozenset[Pattern] = frozenset()
    sore: frozenset[Joint] = frozenset()
    quiet: tuple[int, int] | None = None

    def time_of(self, weekday: int) -> int | None:
        """Return the minute of the day at which a session of that weekday begins, None where not said."""
        return dict(self.times).get(weekday)


def check_answers(answers: Answers) -> Answers:
    """Return `answers` if a plan can be made of them.

    Raises:
        UserError: no day, a day outside the week, minutes outside 10-120, sessions outside 2-4.
    """
    if not answers.weekdays:
        raise UserError(tr("Choose at least one day."), field="weekdays")
    days = (*answers.weekdays, answers.begins, *(day for day, _minute in answers.times))
    if any(not 0 <= day < WEEKDAYS for day in days):
        raise UserError(tr("A week has seven days."), field="weekdays")
    if not MIN_MINUTES <= answers.minutes <= MAX_MINUTES:
        raise UserError(
            tr("Minutes go from {low} to {high}.", low=MIN_MINUTES, high=MAX_MINUTES), field="minutes"
        )
    if not 2 <= answers.sessions_later <= 4:
        raise UserError(tr("From week 9 on: 2 to 4 sessions a week."), field="sessions_later")
    minutes = [minute for _day, minute in answers.times] + list(answers.quiet or ())
    if any(not 0 <= minute < MINUTES_A_DAY for minute in minutes):
        raise UserError(tr("A time of day goes from 0:00 to 23:59."), field="times")
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
    details: TargetDetails = PLAIN

    def target(self, exercise_id: int) -> Target:
        """Return it as a target, with a profile's number of the exercise."""
        return Target(
            exercise_id=exercise_id,
            sets=self.sets,
            reps_low=self.reps_low,
            reps_high=self.reps_high,
            seconds=self.seconds,
            rir_low=self.rir_low,
            rir_high=self.rir_high,
            rest_s=self.rest_s,
            details=self.details,
        )


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session of a generated plan; one without exercises is a day off with its words in `note`."""

    day: int
    week: int
    phase: str
    title: str
    exercises: tuple[Prescription, ...]
    minute: int | None = None
    note: str = ""


class PlannedState(StrEnum):
    """What became of a planned session. It is done when a finished session belongs to it."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"
    REMOVED = "removed"


class SkipReason(StrEnum):
    """Why a session is left out. Nobody has to say."""

    NOT_SAID = "not said"
    ILL = "ill"
    TRAVEL = "travel"
    LOW_DAY = "low day"


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A planned session as kept.

    Attributes:
        day: local date ordinal; `week` counts from 1 and stays when the session is moved.
        first_day: the day that the program gives it, which is where it stood before it was moved by hand.
        minute: minute of the day (0-1439) at which it begins, None where no time is set.
        note: words for the day; a session without targets is a day off, and they are all it has.
        skipped: why it is left out, None unless it is.
    """

    id: int
    program_id: int
    day: int
    week: int
    phase: str
    title: str
    state: PlannedState
    targets: tuple[Target, ...]
    first_day: int = 0
    minute: int | None = None
    note: str = ""
    skipped: SkipReason | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to do."""
        return self.state is PlannedState.PLANNED

    @property
    def trains(self) -> bool:
        """Whether it has exercises; a day off has none."""
        return bool(self.targets)


@dataclass(frozen=True, slots=True)
class Program:
    """A program the person follows.

    Attributes:
        start_day: the Monday (date ordinal) of week 1.
        uid: a name that no other program has, for what leaves the profile (calendar entries).
        paused_on: day (date ordinal) from which it is paused, None while it runs.
    """

    id: int
    template: str
    title: str
    start_day: int
    weeks: int
    answers: Answers
    uid: str = ""
    paused_on: int | None = None


def minutes_for(rows: Sequence[Prescription | Target]) -> int:
    """Estimate the minutes of a session; see domain.duration for what counts."""
    return round(seconds_for(rows) / 60)
