"""The ramp of warm-up sets: lighter than the work, ever heavier, and of loads that exist."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.exercises import Equipment, Exercise, Measure, Muscle, Pattern
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import Pieces, fine
from nextrep.domain.prescription import PlannedKind, TargetDetails
from nextrep.domain.progression import Exposure, ramp, suggest
from nextrep.domain.progression.warm_up import MAX_SETS
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Load, Unit, load_of
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()
SQUAT, BENCH = LIBRARY.get("back_squat"), LIBRARY.get("barbell_bench_press")
DEADLIFT, CURL = LIBRARY.get("deadlift"), LIBRARY.get("dumbbell_curl")
PULL_UP, HELPED = LIBRARY.get("pull_up"), LIBRARY.get("assisted_pull_up_machine")
GYM_KG, GYM_LB = Loads(presets()[2].owned), Loads(presets()[3].owned)
NOTHING_SAID = Loads()
LOADS = (NOTHING_SAID, Loads(presets()[1].owned), GYM_KG, GYM_LB)


def kg(value: float) -> Load:
    return load_of(value, Unit.KG)


def said(rows) -> list[tuple[str, int]]:
    return [(row.load.text(), row.reps) for row in rows]


working_loads = st.builds(Load, st.integers(-60_000, 400_000), st.sampled_from(Unit))
exercises = st.sampled_from([one for one in LIBRARY.all if one.measure is not Measure.TIMED])


@given(
    exercises,
    working_loads,
    st.sampled_from(LOADS),
    st.none() | st.integers(0, MAX_SETS),
    st.none() | st.integers(1, 20),
)
def test_each_is_lighter_than_the_work_and_heavier_than_the_one_before_and_exists(
    exercise, load, loads, sets, reps
):
    found = ramp(exercise, load, loads, sets, reps)
    amounts = [fine(row.load) for row in found]
    assert amounts == sorted(set(amounts))
    assert all(amount < fine(load) for amount in amounts)
    assert len(found) <= (sets if sets is not None else 4)
    counts = [row.reps for row in found]
    assert counts == sorted(counts, reverse=True)
    for row in found:
        assert row.kind is PlannedKind.WARMUP
        assert 1 <= row.reps <= (reps or 8)
        assert row.seconds is None
        if row.load.grams >= 0 or exercise.measure is Measure.ASSISTED:
            assert loads.at_most(exercise, row.load) == row.load


@given(exercises, working_loads, st.sampled_from(LOADS))
def test_the_usual_ramp_leaves_out_steps_that_are_none(exercise, load, loads):
    found = ramp(exercise, load, loads)
    for before, after in pairwise(found):
        assert after.load.grams - before.load.grams >= load.grams // 10 - 1


@given(exercises, st.integers(1, 3), st.integers(10_000, 200_000), st.sampled_from(LOADS))
def test_the_plan_and_the_tools_have_one_ramp(exercise, sets, grams, loads):
    plan = Target(1, 2, 5, 5, details=TargetDetails(warm_up=sets))
    done = tuple(SetDraft(1, 0, load=Load(grams, Unit.KG), reps=reps) for reps in (5, 4))
    rows = suggest(exercise, plan, [Exposure(730_000, plan, done)], loads, 730_002).rows
    first = next(row for row in rows if row.kind is not PlannedKind.WARMUP)
    planned = [row for row in rows if row.kind is PlannedKind.WARMUP]
    assert planned == list(ramp(exercise, first.load, loads, sets, first.reps))


def test_the_empty_bar_comes_first_then_40_60_and_80_percent_rounded_down():
    assert said(ramp(BENCH, kg(101), GYM_KG)) == [("20 kg", 8), ("40 kg", 8), ("60 kg", 5), ("80 kg", 3)]
    assert said(ramp(BENCH, load_of(225, Unit.LB), GYM_LB)) == [
        ("45 lb", 8),
        ("90 lb", 8),
        ("135 lb", 5),
        ("180 lb", 3),
    ]


def test_where_no_bar_is_known_the_shares_stand_alone():
    assert said(ramp(BENCH, kg(100), NOTHING_SAID)) == [("40 kg", 8), ("60 kg", 5), ("80 kg", 3)]


@pytest.mark.parametrize(
    ("exercise", "grams", "loads"),
    [
        (BENCH, 61, [20, 35, 47.5]),  # 40 % would be 22.5, hardly more than the bar
        (BENCH, 60, [20, 35, 47.5]),
        (BENCH, 45, [20, 35]),
        (BENCH, 22.5, [20]),
        (BENCH, 20, []),
        (DEADLIFT, 60, [20, 47.5]),
        (DEADLIFT, 65, [20, 37.5, 50]),
        (CURL, 32, [12, 18, 24]),
        (CURL, 16, [9, 12]),
        (CURL, 10, [8]),
        (CURL, 5, []),
    ],
)
def test_a_light_load_needs_fewer(exercise, grams, loads):
    assert [row.load for row in ramp(exercise, kg(grams), GYM_KG)] == [kg(one) for one in loads]


def test_the_bar_is_the_one_that_the_load_goes_on_with_its_collars():
    bars = (Bar(Equipment.BARBELL, kg(20)), Bar(Equipment.BARBELL, kg(15)))
    loads = Loads(Owned(bars=bars, plates=(Pieces(kg(20), 4),), collar=kg(2.5)))
    assert ramp(BENCH, kg(65), loads)[0].load == kg(25)
    assert ramp(BENCH, kg(60), loads)[0].load == kg(20), "15 kg and two collars"


def test_a_bar_without_plates_is_begun_with_too():
    loads = Loads(Owned(bars=(Bar(Equipment.BARBELL, kg(15)),)))
    assert ramp(BENCH, kg(50), loads)[0].load == kg(15)


def test_nothing_leads_up_to_the_body_to_help_to_time_or_to_nothing():
    timed = Exercise("x", "X", Pattern.CORE, Measure.TIMED, (Muscle.ABDOMINALS,))
    assert ramp(PULL_UP, kg(20), GYM_KG) == ()
    assert ramp(PULL_UP, None, GYM_KG) == ()
    assert ramp(HELPED, kg(-20), GYM_KG) == ()
    assert ramp(BENCH, None, GYM_KG, 3) == ()
    assert ramp(BENCH, kg(0), GYM_KG) == ()
    assert ramp(timed, kg(40), GYM_KG, 3) == ()


def test_who_asks_for_sets_gets_them_and_never_more_reps_than_the_work_has():
    assert said(ramp(PULL_UP, kg(20), GYM_KG, 2)) == [("10 kg", 6), ("15 kg", 3)]
    assert said(ramp(SQUAT, kg(140), GYM_KG, 3, reps=3)) == [("55 kg", 3), ("82.5 kg", 3), ("110 kg", 3)]
    assert ramp(SQUAT, kg(140), GYM_KG, 0) == ()
