"""Plans for all kinds of weeks: rest, minutes, equipment, and the whole body every week."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.exercises import Equipment, Exercise, Level, MuscleGroup
from nextrep.domain.plan_making import Movement, generate, movement_of
from nextrep.domain.plan_parts import Part, parts_for
from nextrep.domain.program import Answers, SessionDraft, minutes_for
from nextrep.resources.exercises import load_exercises
from nextrep.resources.programs import load_program
from nextrep.services.plan_preview import preview

LIBRARY = load_exercises()
TEMPLATE = load_program("mind_and_muscle")
MONDAY = date(2026, 11, 23)
WEEKS = 16
WEEKDAY_SETS = [days for n in range(1, 8) for days in combinations(range(7), n)]
PLACES = (
    frozenset[Equipment](),
    frozenset({Equipment.BAND, Equipment.BACKPACK}),
    frozenset({Equipment.DUMBBELL}),
    frozenset({Equipment.BARBELL, Equipment.RACK, Equipment.BENCH}),
    frozenset(Equipment),
)
LEVELS = tuple(Level)
MINUTES = (10, 20, 30, 45, 60)
DAY = 24 * 60


def exercises(session: SessionDraft) -> list[Exercise]:
    return [LIBRARY.get(row.exercise_key) for row in session.exercises]


def main_groups(session: SessionDraft) -> set[MuscleGroup]:
    return {group for exercise in exercises(session) for group in exercise.groups}


def check(answers: Answers) -> None:
    """Check all that every plan promises, whatever the week."""
    sessions = generate(TEMPLATE, answers, MONDAY, WEEKS, LIBRARY.get)
    for before, after in pairwise(sessions):
        if after.day - before.day < 2:
            assert not main_groups(before) & main_groups(after), (answers, before.week)
    by_week: dict[int, set[Movement | None]] = {week: set() for week in range(1, WEEKS + 1)}
    for session in sessions:
        assert minutes_for(session.exercises) <= answers.minutes
        for exercise in exercises(session):
            assert exercise.possible_with(answers.equipment)
            assert LEVELS.index(exercise.level) <= LEVELS.index(answers.experience)
            by_week[session.week].add(movement_of(exercise.pattern))
    for week, movements in by_week.items():
        assert movements >= set(Movement), (answers, week)


@pytest.mark.parametrize("later", [2, 3, 4])
def test_every_choice_of_weekdays_keeps_rest_minutes_equipment_and_the_whole_body(later: int) -> None:
    """All 127 sets of days; equipment, experience and minutes go round beside them in all combinations.

    All 28 575 combinations were run once when this was written; that takes minutes.
    """
    others = list(product(PLACES, LEVELS, MINUTES))
    for index, days in enumerate(WEEKDAY_SETS):
        for step in range(2):
            equipment, level, minutes = others[(2 * index + step + 25 * later) % len(others)]
            check(Answers(days, equipment, level, minutes, later))


@given(
    days=st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found))),
    equipment=st.sets(st.sampled_from(list(Equipment))).map(frozenset),
    level=st.sampled_from(LEVELS),
    minutes=st.integers(10, 120),
    later=st.integers(2, 4),
)
@settings(max_examples=120, deadline=None)
def test_any_answers_keep_rest_minutes_equipment_and_the_whole_body(
    days: tuple[int, ...], equipment: frozenset[Equipment], level: Level, minutes: int, later: int
) -> None:
    check(Answers(days, equipment, level, minutes, later))


@given(
    template=st.sampled_from(["mind_and_muscle", "full_body_3", "five_by_five", "upper_lower_4"]),
    days=st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found))),
    minutes=st.lists(st.one_of(st.none(), st.integers(0, DAY - 1)), min_size=7, max_size=7),
)
@settings(max_examples=60, deadline=None)
def test_rest_that_the_days_do_not_allow_is_said(
    template: str, days: tuple[int, ...], minutes: list[int | None]
) -> None:
    times = tuple((day, minute) for day in days if (minute := minutes[day]) is not None)
    answers = Answers(days, times=times, minutes=60)
    sessions = generate(load_program(template), answers, MONDAY, 12, LIBRARY.get)
    close: set[MuscleGroup] = set()
    timed = all(minutes[day] is not None for day in days)
    for index, before in enumerate(sessions):
        for after in sessions[index + 1 : index + 3]:
            apart = DAY * (after.day - before.day)
            if timed:
                assert before.minute is not None and after.minute is not None
                apart += after.minute - before.minute
            if apart < 2 * DAY:
                close |= main_groups(before) & main_groups(after)
    assert set(preview(answers, MONDAY, template).close) == close


def test_neighbouring_days_take_turns_and_upper_and_lower_body_come_equally_often() -> None:
    days = [DAY * (7 * week + day) for week in range(4) for day in (0, 1, 2)]
    parts = parts_for(days, [week for week in range(4) for _day in range(3)])
    assert parts[:6] == [Part.UPPER, Part.LOWER, Part.UPPER, Part.LOWER, Part.UPPER, Part.LOWER]
    assert parts.count(Part.UPPER) == parts.count(Part.LOWER)


def test_days_apart_train_the_whole_body() -> None:
    assert parts_for([0, 2 * DAY, 4 * DAY], [1, 1, 1]) == [Part.WHOLE] * 3


def test_only_neighbours_take_turns_in_a_week_that_has_both() -> None:
    days = [DAY * day for day in (0, 1, 3, 5)]
    assert parts_for(days, [1] * 4) == [Part.UPPER, Part.LOWER, Part.WHOLE, Part.WHOLE]


def test_sunday_and_monday_are_neighbours_and_each_week_is_whole() -> None:
    days = [DAY * (7 * week + day) for week in range(4) for day in (0, 6)]
    parts = parts_for(days, [week for week in range(4) for _day in range(2)])
    assert parts[0] == Part.WHOLE
    assert parts[-1] == Part.WHOLE
    for sunday, monday in zip(parts[1:-1:2], parts[2:-1:2], strict=True):
        assert not sunday & monday
    assert all(parts[i] | parts[i + 1] == Part.WHOLE for i in range(0, 8, 2))


def test_three_evenings_and_mornings_within_two_days_share_nothing() -> None:
    evening, noon, morning = 20 * 60, DAY + 12 * 60, 2 * DAY + 7 * 60
    parts = parts_for([evening, noon, morning], [1, 1, 1])
    assert sorted(parts) == [Part.PUSH, Part.PULL, Part.LOWER]


def test_a_time_said_for_one_day_alone_does_not_split_the_body() -> None:
    plan = generate(TEMPLATE, Answers(times=((0, 20 * 60),)), MONDAY, 8, LIBRARY.get)
    assert {one.title[:9] for one in plan} == {"Full body"}
    assert {one.minute for one in plan if date.fromordinal(one.day).weekday() == 0} == {20 * 60}
    assert {one.minute for one in plan if date.fromordinal(one.day).weekday() == 2} == {None}


@pytest.mark.parametrize("weekdays", WEEKDAY_SETS[::9])
def test_the_same_answers_give_the_same_plan(weekdays: tuple[int, ...]) -> None:
    answers = Answers(weekdays, PLACES[-1], times=tuple((day, 18 * 60) for day in weekdays))
    first = generate(TEMPLATE, answers, MONDAY, 52, LIBRARY.get)
    assert first == generate(TEMPLATE, answers, MONDAY, 52, LIBRARY.get)
