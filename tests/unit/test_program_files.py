"""Every shipped program: its file, and the plans that come of it for all kinds of weeks."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.exercises import Equipment, Level, Measure, Pattern
from nextrep.domain.plan_making import Movement, generate, movement_of
from nextrep.domain.prescription import ProgressionRule
from nextrep.domain.program import Answers, SessionDraft, minutes_for
from nextrep.domain.program_template import ProgramTemplate, phase_title
from nextrep.domain.recovery import Work, short_rests
from nextrep.resources.exercises import load_exercises
from nextrep.resources.paths import path
from nextrep.resources.programs import LABEL, PROGRAMS, load_program, load_programs

LIBRARY = load_exercises()
MONDAY = date(2026, 11, 23)
START = datetime(1, 1, 1, 12, tzinfo=UTC)
PLACES = (
    frozenset[Equipment](),
    frozenset({Equipment.BAND, Equipment.BACKPACK}),
    frozenset({Equipment.DUMBBELL}),
    frozenset({Equipment.BARBELL, Equipment.RACK, Equipment.BENCH}),
    frozenset(Equipment),
)
WHOLE = set(Movement)
FIXED = [one.key for one in load_programs() if one.offsets]
BY_WEEKDAY = [one.key for one in load_programs() if one.asks_weekdays]

ANSWERS = st.builds(
    Answers,
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    equipment=st.sampled_from(PLACES),
    experience=st.sampled_from(list(Level)),
    minutes=st.integers(10, 120),
    sessions_later=st.integers(2, 4),
)


def plan(template: ProgramTemplate, answers: Answers, start: date = MONDAY) -> tuple[SessionDraft, ...]:
    return generate(template, answers, start, template.weeks, LIBRARY.get)


def movements(sessions: tuple[SessionDraft, ...] | list[SessionDraft]) -> set[Movement | None]:
    return {movement_of(LIBRARY.get(row.exercise_key).pattern) for one in sessions for row in one.exercises}


def test_every_file_is_offered_and_every_program_has_its_file() -> None:
    assert {file.stem for file in path("programs").glob("*.json")} == set(PROGRAMS)
    assert [one.key for one in load_programs()] == list(PROGRAMS)
    assert PROGRAMS[0] == "mind_and_muscle"


@pytest.mark.parametrize("key", PROGRAMS)
def test_a_file_holds_a_program_of_known_exercises(key: str) -> None:
    template = load_program(key)
    assert json.loads(path(f"programs/{key}.json").read_text(encoding="utf-8"))["label"] == LABEL
    assert template.key == key
    assert template.summary.endswith(".")
    assert len(template.summary) <= 120
    assert all(phase_title(rule.phase) for rule in template.rules)
    for pattern, keys in template.prefer.items():
        assert {LIBRARY.get(one).pattern for one in keys} == {pattern}


@pytest.mark.parametrize("key", FIXED + BY_WEEKDAY)
@given(answers=ANSWERS, start=st.dates(date(2024, 1, 1), date(2030, 1, 1)))
@settings(max_examples=15, deadline=None)
def test_a_plan_keeps_to_equipment_experience_and_start(key: str, answers: Answers, start: date) -> None:
    template, order = load_program(key), list(Level)
    sessions = plan(template, answers, start)
    assert sessions == plan(template, answers, start)
    assert min(one.day for one in sessions) >= start.toordinal()
    first = start.toordinal() - start.weekday()
    monday = first + 7 * ((sessions[0].day - first) // 7)
    for session in sessions:
        assert session.exercises or session.note
        assert session.week == (session.day - monday) // 7 + 1
        for row in session.exercises:
            exercise = LIBRARY.get(row.exercise_key)
            assert exercise.possible_with(answers.equipment)
            assert order.index(exercise.level) <= order.index(answers.experience)


@pytest.mark.parametrize("key", BY_WEEKDAY)
@given(answers=ANSWERS)
@settings(max_examples=25, deadline=None)
def test_a_plan_keeps_to_weekdays_and_minutes_and_trains_the_whole_body(key: str, answers: Answers) -> None:
    template = load_program(key)
    sessions = plan(template, answers)
    assert {date.fromordinal(one.day).weekday() for one in sessions} <= set(answers.weekdays)
    assert max(minutes_for(one.exercises) for one in sessions) <= answers.minutes
    if len(answers.weekdays) >= 2:
        for week in range(1, template.weeks + 1):
            assert movements([one for one in sessions if one.week == week]) >= WHOLE, week


@pytest.mark.parametrize("key", BY_WEEKDAY)
@pytest.mark.parametrize("equipment", PLACES)
@pytest.mark.parametrize("level", list(Level))
def test_muscles_have_two_days_of_rest_where_the_days_allow_it(
    key: str, equipment: frozenset[Equipment], level: Level
) -> None:
    weekdays = (0, 1, 3, 4) if key == "upper_lower_4" else (0, 2, 4)
    sessions = plan(load_program(key), Answers(weekdays, equipment, level))
    assert rests(sessions) == []


@pytest.mark.parametrize("key", FIXED)
@pytest.mark.parametrize("equipment", PLACES)
@pytest.mark.parametrize("level", list(Level))
def test_fixed_days_are_short_and_leave_two_days_of_rest(
    key: str, equipment: frozenset[Equipment], level: Level
) -> None:
    sessions = plan(load_program(key), Answers(equipment=equipment, experience=level))
    assert max(minutes_for(one.exercises) for one in sessions) <= 20
    assert rests(sessions) == []


def rests(sessions: tuple[SessionDraft, ...]) -> list[tuple[str, str, int]]:
    work = [
        Work(index, START + timedelta(days=one.day), LIBRARY.get(row.exercise_key), row.sets)
        for index, one in enumerate(sessions)
        for row in one.exercises
    ]
    return [(sessions[rest.session].title, rest.group, rest.hours) for rest in short_rests(work)]


def test_the_starter_is_seven_days_from_ten_squats_to_a_full_session() -> None:
    thursday = date(2026, 11, 26)
    sessions = plan(load_program("seven_day_starter"), Answers(), thursday)
    assert [one.day - thursday.toordinal() for one in sessions] == list(range(7))
    assert [one.week for one in sessions] == [1, 1, 1, 1, 2, 2, 2]
    off = [one for one in sessions if not one.exercises]
    assert [one.day - thursday.toordinal() for one in off] == [1, 3, 5]
    words = " ".join(one.note for one in off)
    assert all(
        word in words for word in ("Rest", "journal", "walk", "days to come", "water", "protein", "sleep")
    )
    assert {row.details.cue.split(":")[0] for row in sessions[2].exercises} == {"Notice the breath"}
    assert load_program("seven_day_starter").then == "mind_and_muscle"
    sessions = tuple(one for one in sessions if one.exercises)
    (squats,) = sessions[0].exercises
    assert (squats.exercise_key, squats.sets, squats.reps_low, squats.reps_high) == (
        "bodyweight_squat",
        1,
        10,
        10,
    )
    assert movements([sessions[1]]) == {Movement.SQUAT, Movement.PUSH}
    assert movements([sessions[2]]) == {Movement.SQUAT, Movement.PUSH, Movement.PULL}
    assert {row.sets for row in sessions[2].exercises} == {2}
    assert sessions[3].exercises == sessions[2].exercises


def test_five_by_five_alternates_from_week_to_week() -> None:
    sessions = plan(load_program("five_by_five"), Answers(equipment=PLACES[-1], experience=Level.EXPERT))
    assert [one.title[-1] for one in sessions[:6]] == list("ABABAB")
    by_day = [[(row.exercise_key, row.sets, row.reps_high) for row in one.exercises] for one in sessions[:2]]
    assert by_day == [
        [("back_squat", 5, 5), ("barbell_bench_press", 5, 5), ("barbell_bent_over_row", 5, 5)],
        [("back_squat", 5, 5), ("barbell_overhead_press", 5, 5), ("deadlift", 1, 5)],
    ]


def test_a_return_begins_with_less_than_half_of_the_usual_sets() -> None:
    sessions = plan(load_program("return_after_a_break"), Answers())
    sets = {w: sum(r.sets for s in sessions if s.week == w for r in s.exercises) for w in range(1, 7)}
    assert sets[1] < sets[3] < sets[5]
    assert sets[1] <= sets[6] / 2


def test_a_short_session_has_fewer_sets_before_it_has_fewer_movements() -> None:
    answers = Answers(equipment=PLACES[-1], minutes=15)
    for session in plan(load_program("full_body_3"), answers):
        assert movements([session]) >= WHOLE
        assert minutes_for(session.exercises) <= 15


def test_a_return_begins_with_a_share_of_the_last_load_that_grows_week_by_week() -> None:
    sessions = plan(load_program("return_after_a_break"), Answers(equipment=PLACES[-1]))
    asked = {one.week: one.exercises[0].details.load.percent for one in sessions}
    assert list(asked.values()) == [600, 700, 800, 850, 900, None]


@pytest.mark.parametrize("key", ["mind_and_muscle", "full_body_3", "upper_lower_4", "five_by_five"])
def test_lighter_weeks_ask_for_fewer_sets_and_four_fifths_of_the_load(key: str) -> None:
    template = load_program(key)
    light = next(rule for rule in template.rules if rule.title == "Lighter week")
    sessions = plan(template, Answers((0, 1, 3, 4), PLACES[-1], minutes=90))
    loaded = [
        (one.week, row)
        for one in sessions
        for row in one.exercises
        if LIBRARY.get(row.exercise_key).measure is Measure.LOADED
    ]
    assert {row.details.load.percent for week, row in loaded if week == light.first_week} == {800}
    assert {row.details.load.percent for week, row in loaded if week == light.first_week - 1} == {None}
    sets = {w: sum(r.sets for s in sessions if s.week == w for r in s.exercises) for w in range(1, 13)}
    assert sets[light.first_week] < 0.75 * sets[light.first_week - 1]


def test_each_exercise_goes_on_in_the_way_that_suits_it() -> None:
    rules = {
        row.exercise_key: row.details.progression.rule
        for equipment in (PLACES[0], PLACES[-1])
        for one in plan(load_program("mind_and_muscle"), Answers(equipment=equipment))
        for row in one.exercises
    }
    assert rules["goblet_squat"] is ProgressionRule.DOUBLE
    assert rules["incline_push_up"] is ProgressionRule.LADDER
    assert rules["plank"] is ProgressionRule.TIME
    five = plan(load_program("five_by_five"), Answers(equipment=PLACES[-1], experience=Level.EXPERT))
    assert {row.details.progression.rule for one in five for row in one.exercises} == {ProgressionRule.LINEAR}


def test_with_experience_the_first_lift_is_warmed_up_to_and_leads_the_strength_block() -> None:
    template = load_program("mind_and_muscle")
    new = plan(template, Answers(equipment=PLACES[-1], minutes=90))
    assert {row.details.warm_up for one in new for row in one.exercises} == {0}
    answers = Answers(equipment=PLACES[-1], experience=Level.INTERMEDIATE, minutes=90)
    for one in plan(template, answers):
        first, *others = one.exercises
        assert first.details.warm_up == (3 if one.week in (9, 10, 11) else 2)
        assert {row.details.warm_up for row in others} == {0}
        leads = first.details.progression.rule is ProgressionRule.TOP_BACKOFF
        assert leads is (one.week in (9, 10, 11))


@pytest.mark.parametrize("equipment", PLACES)
@pytest.mark.parametrize("level", list(Level))
def test_weeks_five_to_eight_bring_new_exercises(equipment: frozenset[Equipment], level: Level) -> None:
    sessions = plan(
        load_program("mind_and_muscle"), Answers(equipment=equipment, experience=level, minutes=60)
    )
    first, then = (
        {row.exercise_key for one in sessions if one.week in weeks for row in one.exercises}
        for weeks in (range(1, 5), range(5, 9))
    )
    assert len(then - first) >= 4


def test_a_program_of_ones_own_is_empty_weeks() -> None:
    own = load_program("own")
    assert own.by_hand
    assert generate(own, Answers(weekdays=()), MONDAY, 52, LIBRARY.get) == ()
    assert not own.asks_weekdays
    assert own.asks_weeks


@pytest.mark.parametrize("equipment", PLACES)
def test_the_work_of_mind_and_muscle_grows_in_small_steps_within_a_phase(
    equipment: frozenset[Equipment],
) -> None:
    sessions = plan(load_program("mind_and_muscle"), Answers(equipment=equipment, minutes=60))
    sets = {w: sum(r.sets for s in sessions if s.week == w for r in s.exercises) for w in range(1, 9)}
    for week in (2, 3, 4, 6, 7, 8):
        assert sets[week - 1] <= sets[week] <= 1.2 * sets[week - 1], week


def test_each_week_of_mind_and_muscle_presses_in_both_directions_once_there_are_three_sessions() -> None:
    sessions = plan(load_program("mind_and_muscle"), Answers(equipment=PLACES[-1]))
    for week in range(5, 13):
        patterns = {
            LIBRARY.get(r.exercise_key).pattern for s in sessions if s.week == week for r in s.exercises
        }
        assert {Pattern.HORIZONTAL_PRESS, Pattern.VERTICAL_PRESS} <= patterns
