"""What candidates for a mend are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from nextrep.domain.advice import (
    ChangeSets,
    Fix,
    SetCount,
    SwapExercise,
)
from nextrep.domain.days import weekday_title
from nextrep.domain.exercises import Exercise, MuscleGroup, group_title
from nextrep.domain.plan_checks import PlanChecks
from nextrep.domain.plan_facts import SessionFacts, Traits, WeekFacts
from nextrep.domain.program import WEEKDAYS
from nextrep.domain.text import tr, tr_n

MOST_CHOICES = 3

Place = tuple[SessionFacts, int]
"""An exercise: its session and its position."""


def session_of(week: WeekFacts, planned_id: int | None) -> SessionFacts:
    """Return a session of a week."""
    return next(one for one in week.sessions if one.planned.id == planned_id)


def places_of(week: WeekFacts) -> list[Place]:
    """Return the exercises of a week that may change."""
    return [(session, index) for session in week.ahead for index in range(len(session.counts))]


def traits_of(place: Place) -> Traits:
    """Return what counts of an exercise."""
    return place[0].traits[place[1]]


def key_of(place: Place) -> tuple[int, int]:
    """Return what names an exercise: the id of its session and its position."""
    return place[0].planned.id, place[1]


def exercises_for(checks: PlanChecks, week: WeekFacts, wanted: Callable[[Exercise], bool]) -> list[Exercise]:
    """Return some exercises that can be brought in: those the plan has around this week come first."""
    at_hand = checks.facts.plan.program.answers.equipment
    near = [checks.weeks[number] for number in range(week.week - 2, week.week + 3) if number in checks.weeks]
    known = [traits.exercise for one in near for session in one.sessions for traits in session.traits]
    options = dict.fromkeys(one for one in (*known, *checks.facts.choices) if wanted(one))
    return list(islice((one for one in options if one.possible_with(at_hand)), MOST_CHOICES))


def swap(session: SessionFacts, position: int, other: Exercise, *, named: bool) -> Fix:
    """Put another exercise in the place of one; `named` says of which, where the advice does not."""
    exercise = session.traits[position].exercise.name
    label = tr("Swap for {other}", other=other.name)
    if named:
        label = tr("Swap {exercise} for {other}", exercise=exercise, other=other.name)
    return SwapExercise(label, session.planned.id, position, other.key)


def change(label: str, session: SessionFacts, counts: dict[int, int]) -> Fix:
    """Give exercises of a session other numbers of sets, by position."""
    return ChangeSets(label, tuple(SetCount(session.planned.id, *row) for row in sorted(counts.items())))


def sets_off(session: SessionFacts, counts: dict[int, int]) -> Fix:
    """Take sets off a session, by position."""
    off = sum(session.counts[position] - sets for position, sets in counts.items())
    if len(counts) == 1:
        (position,) = counts
        label = tr_n(
            "Take {n} set off {exercise}",
            "Take {n} sets off {exercise}",
            off,
            exercise=session.traits[position].exercise.name,
        )
    else:
        label = tr_n("Take {n} set off", "Take {n} sets off", off)
    return change(label, session, counts)


def left_out(session: SessionFacts, positions: Sequence[int]) -> Fix:
    """Leave exercises out."""
    name = session.traits[positions[0]].exercise.name
    return change(tr("Leave out {exercise}", exercise=name), session, dict.fromkeys(positions, 0))


def sets_on(counts: dict[tuple[int, int], tuple[int, int]], group: MuscleGroup | None) -> Fix:
    """Add sets, as (before, after) by exercise."""
    more = sum(after - before for before, after in counts.values())
    what = group_title(group).lower() if group else tr("pulling")
    label = tr_n("Add {n} set for {what}", "Add {n} sets for {what}", more, what=what)
    return ChangeSets(label, tuple(SetCount(*key, after) for key, (_before, after) in counts.items()))


def sets_off_week(counts: dict[tuple[int, int], tuple[int, int]], group: MuscleGroup) -> Fix:
    """Take sets of a muscle group off a week, as (before, after) by exercise."""
    off = sum(before - after for before, after in counts.values())
    label = tr_n("Take {n} set off {what}", "Take {n} sets off {what}", off, what=group_title(group).lower())
    return ChangeSets(label, tuple(SetCount(*key, after) for key, (_before, after) in counts.items()))


def weekday_of(day: int) -> str:
    """Return the name of the weekday of a date ordinal."""
    return weekday_title((day - 1) % WEEKDAYS)
