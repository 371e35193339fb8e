"""The three-phase plan: dose by phase, the person's days and equipment, the same answer every time."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Level, Pattern
from nextrep.domain.plan_days import first_monday, spread
from nextrep.domain.plan_making import generate
from nextrep.domain.program import Answers, SessionDraft, minutes_for
from nextrep.domain.program_template import Phase
from nextrep.resources.exercises import load_exercises
from nextrep.resources.programs import load_program

LIBRARY = load_exercises()
TEMPLATE = load_program("mind_and_muscle")
MONDAY = date(2026, 11, 23)
NOTHING: frozenset[Equipment] = frozenset()
HOME = frozenset({Equipment.BAND, Equipment.BACKPACK})
DUMBBELLS = frozenset({Equipment.DUMBBELL, Equipment.BENCH})
GYM = frozenset(Equipment)


def plan(answers: Answers, weeks: int = 16, start: date = MONDAY) -> tuple[SessionDraft, ...]:
    return generate(TEMPLATE, answers, start, weeks, LIBRARY.get)


@pytest.mark.parametrize("equipment", [NOTHING, HOME, DUMBBELLS, GYM])
def test_the_dose_of_each_phase(equipment: frozenset[Equipment]) -> None:
    sessions = plan(Answers(equipment=equipment, minutes=60))
    per_week = Counter(session.week for session in sessions)
    assert {per_week[week] for week in (1, 2, 3, 4)} == {2}
    assert {per_week[week] for week in (5, 6, 7, 8)} == {3}
    assert {per_week[week] for week in range(9, 17)} == {3}
    for session in sessions:
        for row in session.exercises:
            if session.phase == Phase.FOUNDATION:
                assert row.sets in (2, 3)
                assert row.reps_low in (8, None)
                assert row.reps_high in (12, None)
            elif session.phase == Phase.ADAPTATION:
                assert row.sets in (3, 4)
                assert row.reps_low in (6, None)
                assert row.reps_high in (10, None)


@pytest.mark.parametrize("equipment", [NOTHING, HOME, DUMBBELLS, GYM])
def test_foundation_has_squat_hinge_press_and_row_in_every_session(equipment: frozenset[Equipment]) -> None:
    for session in plan(Answers(equipment=equipment), weeks=4):
        patterns = {LIBRARY.get(row.exercise_key).pattern for row in session.exercises}
        assert patterns & {Pattern.SQUAT, Pattern.LUNGE}
        assert Pattern.HINGE in patterns
        assert patterns & {Pattern.HORIZONTAL_PRESS, Pattern.VERTICAL_PRESS}
        assert Pattern.HORIZONTAL_PULL in patterns


def test_later_weeks_bring_new_exercises_and_a_lighter_week() -> None:
    sessions = plan(Answers(equipment=DUMBBELLS, minutes=60))
    used = {
        phase: {row.exercise_key for s in sessions if s.phase == phase for row in s.exercises}
        for phase in Phase
    }
    assert len(used[Phase.ADAPTATION] - used[Phase.FOUNDATION]) >= 4
    sets = {week: sum(r.sets for s in sessions if s.week == week for r in s.exercises) for week in (11, 12)}
    assert sets[12] <= sets[11] * 0.6


def test_a_year_repeats_the_blocks_of_sustained_practice() -> None:
    sessions = plan(Answers(equipment=GYM, sessions_later=4, weekdays=(0, 1, 3, 5)), weeks=52)
    assert max(session.week for session in sessions) == 52
    assert Counter(session.week for session in sessions)[40] == 4


@pytest.mark.parametrize("equipment", [NOTHING, HOME, DUMBBELLS, GYM])
@pytest.mark.parametrize("level", list(Level))
def test_only_what_is_at_hand_and_within_experience(equipment: frozenset[Equipment], level: Level) -> None:
    order = list(Level)
    for session in plan(Answers(equipment=equipment, experience=level)):
        assert len(session.exercises) >= 3
        for row in session.exercises:
            exercise = LIBRARY.get(row.exercise_key)
            assert exercise.possible_with(equipment)
            assert order.index(exercise.level) <= order.index(level)


@pytest.mark.parametrize("minutes", [20, 30, 45])
def test_sessions_fit_their_minutes(minutes: int) -> None:
    for session in plan(Answers(equipment=GYM, minutes=minutes)):
        assert minutes_for(session.exercises) <= minutes or len(session.exercises) == 1


@given(st.sets(st.integers(0, 6), min_size=1), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
@settings(max_examples=40, deadline=None)
def test_sessions_fall_on_the_chosen_days_from_the_start_on(weekdays: set[int], start: date) -> None:
    answers = Answers(weekdays=tuple(weekdays))
    sessions = plan(answers, 9, start)
    days = [date.fromordinal(session.day) for session in sessions]
    assert {day.weekday() for day in days} <= weekdays
    assert min(days) >= start
    assert sessions == plan(answers, 9, start)


def test_days_are_spread_for_rest() -> None:
    assert spread((0, 1, 2, 3, 4), 2) == (0, 3)
    assert spread((0, 1, 2, 3, 4, 5, 6), 3) == (0, 2, 4)
    assert spread((5, 6), 3) == (5, 6)
    assert spread(range(7), 4) == (0, 1, 3, 5), "one short rest, the others long"


def test_week_one_waits_for_a_whole_week() -> None:
    assert first_monday(date(2026, 11, 23), (0, 3), 2) == date(2026, 11, 23)
    assert first_monday(date(2026, 11, 27), (0, 3), 2) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weekdays": ()}, "at least one day"),
        ({"weekdays": (7,)}, "seven days"),
        ({"minutes": 5}, "10 to 120"),
        ({"sessions_later": 5}, "2 to 4"),
    ],
)
def test_answers_that_cannot_be_planned_are_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(UserError, match=words):
        plan(replace(Answers(), **change))
