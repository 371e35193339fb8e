"""What a person leaves out stays out, and the plan stays whole as far as it can."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Pattern
from nextrep.domain.joints import Joint
from nextrep.domain.plan_making import Movement, generate, is_quiet, movement_of
from nextrep.domain.program import Answers
from nextrep.resources.choices import JOINTS_FILE, load_choices
from nextrep.resources.exercises import load_exercises
from nextrep.resources.paths import path
from nextrep.resources.programs import load_program
from nextrep.services.plan_preview import preview

LIBRARY = load_exercises()
CHOICES = load_choices()
MONDAY = date(2026, 11, 23)
PLACES = (
    frozenset[Equipment](),
    frozenset({Equipment.BAND, Equipment.BACKPACK}),
    frozenset({Equipment.DUMBBELL}),
    frozenset(Equipment),
)


def exercises(answers: Answers, key: str = "mind_and_muscle") -> list[Exercise]:
    sessions = generate(load_program(key), answers, MONDAY, 16, LIBRARY.get)
    return [LIBRARY.get(row.exercise_key) for one in sessions for row in one.exercises]


def test_all_that_is_named_exists_and_stands_under_its_movement() -> None:
    lists = [CHOICES.usual, *(version.keys for version in CHOICES.versions)]
    for keys in lists:
        for pattern, names in keys.items():
            stand_ins = {Pattern.CORE} if pattern is Pattern.CARRY else set()
            assert {LIBRARY.get(key).pattern for key in names} <= {pattern, *stand_ins}
            assert len(set(names)) == len(names)
    assert CHOICES.versions[-1].needs == frozenset()
    for version in CHOICES.versions:
        assert set(version.keys) == set(CHOICES.usual)
    for names in CHOICES.usual.values():
        assert any(not e.equipment and e.level is Level.BEGINNER for e in map(LIBRARY.get, names))
    for key in CHOICES.loud:
        LIBRARY.get(key)


def test_ladders_go_from_easy_to_hard_without_loads() -> None:
    order = list(Level)
    every = [key for ladder in CHOICES.ladders for key in ladder]
    assert len(set(every)) == len(every), "an exercise stands on one ladder"
    for ladder in CHOICES.ladders:
        steps = [LIBRARY.get(key) for key in ladder]
        assert {step.measure for step in steps} == {Measure.BODYWEIGHT}
        levels = [order.index(step.level) for step in steps]
        assert levels == sorted(levels), ladder


def test_each_joint_says_what_loads_it_and_what_is_gentler() -> None:
    assert set(json.loads(path(JOINTS_FILE).read_text(encoding="utf-8"))) == set(Joint)
    for joint in Joint:
        strain = CHOICES.strain[joint]
        assert strain.keys
        for key in (*strain.keys, *strain.gentle):
            LIBRARY.get(key)
        gentle = [LIBRARY.get(key) for key in strain.gentle]
        assert not any(CHOICES.leaves_out(one, Answers(sore=frozenset({joint}))) for one in gentle)


@pytest.mark.parametrize("joint", list(Joint))
@pytest.mark.parametrize("equipment", PLACES)
@pytest.mark.parametrize("level", list(Level))
def test_a_sore_joint_leaves_a_plan_for_the_whole_body(
    joint: Joint, equipment: frozenset[Equipment], level: Level
) -> None:
    answers = Answers(equipment=equipment, experience=level, sore=frozenset({joint}))
    found = exercises(answers)
    strain = CHOICES.strain[joint]
    assert not {one.key for one in found} & strain.keys
    assert not {one.pattern for one in found} & strain.patterns
    assert {movement_of(one.pattern) for one in found} >= set(Movement)
    assert preview(answers, MONDAY, "mind_and_muscle").gone == ()


@given(
    keys=st.sets(st.sampled_from(sorted(CHOICES.all_keys())), max_size=25).map(frozenset),
    patterns=st.sets(st.sampled_from(list(Pattern)), max_size=3).map(frozenset),
    sore=st.sets(st.sampled_from(list(Joint)), max_size=3).map(frozenset),
    equipment=st.sampled_from(PLACES),
)
@settings(max_examples=80, deadline=None)
def test_nothing_left_out_comes_back_and_what_is_missing_is_said(
    keys: frozenset[str],
    patterns: frozenset[Pattern],
    sore: frozenset[Joint],
    equipment: frozenset[Equipment],
) -> None:
    answers = Answers(equipment=equipment, without=keys, without_patterns=patterns, sore=sore)
    found = exercises(answers)
    assert not {one.key for one in found} & keys
    assert not {one.pattern for one in found} & patterns
    assert not any(CHOICES.leaves_out(one, answers) for one in found)
    if found:
        there = {movement_of(one.pattern) for one in found}
        gone = preview(answers, MONDAY, "mind_and_muscle", 16).gone
        assert set(gone) == set(Movement) - there


def test_another_movement_takes_the_place_of_one_that_is_left_out() -> None:
    found = exercises(Answers(equipment=PLACES[-1], without_patterns=frozenset({Pattern.SQUAT})))
    assert Pattern.SQUAT not in {one.pattern for one in found}
    assert Pattern.LUNGE in {one.pattern for one in found}


def test_steps_of_a_ladder_that_are_left_out_are_not_climbed() -> None:
    answers = Answers(without=frozenset({"knee_push_up"}), sore=frozenset({Joint.SHOULDER}))
    sessions = generate(load_program("mind_and_muscle"), answers, MONDAY, 4, LIBRARY.get)
    ladders = {row.exercise_key: row.details.progression.ladder for one in sessions for row in one.exercises}
    assert ladders["incline_push_up"] == ("wall_push_up", "incline_push_up", "push_up")


@pytest.mark.parametrize(
    ("quiet", "minute", "inside"),
    [
        ((22 * 60, 6 * 60), 22 * 60, True),
        ((22 * 60, 6 * 60), 5 * 60 + 59, True),
        ((22 * 60, 6 * 60), 6 * 60, False),
        ((22 * 60, 6 * 60), 21 * 60 + 19, False),
        ((22 * 60, 6 * 60), 21 * 60 + 20, True),
        ((22 * 60, 6 * 60), 0, True),
        ((13 * 60, 15 * 60), 12 * 60, False),
        ((13 * 60, 15 * 60), 14 * 60, True),
        (None, 0, False),
    ],
)
def test_quiet_hours_run_past_midnight_and_count_the_whole_session(
    quiet: tuple[int, int] | None, minute: int, inside: bool
) -> None:
    assert is_quiet(Answers(minutes=41, quiet=quiet), minute) is inside


def test_a_session_in_quiet_hours_is_quiet_and_said() -> None:
    loud = Answers((0, 3), frozenset({Equipment.DUMBBELL}), minutes=60, sessions_later=4)
    times = ((0, 22 * 60), (3, 18 * 60))
    quiet = Answers(
        (0, 3), loud.equipment, minutes=60, sessions_later=4, times=times, quiet=(22 * 60, 6 * 60)
    )
    noisy = [
        one
        for one in generate(load_program("full_body_3"), quiet, MONDAY, 6, LIBRARY.get)
        if any(CHOICES.is_loud(LIBRARY.get(row.exercise_key)) for row in one.exercises)
    ]
    assert noisy, "on Thursdays carries may be put down"
    assert {date.fromordinal(one.day).weekday() for one in noisy} == {3}
    assert preview(quiet, MONDAY, "mind_and_muscle").quiet == ((0, 22 * 60),)
