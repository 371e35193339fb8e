"""What is worth a look in a plan, at the edge of each rule, and what mends it."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from nextrep.domain.advice import Advice, Kind, LighterWeek, MoveSession, Severity, SwapExercise
from nextrep.domain.advice_edits import edit_of
from nextrep.domain.advice_mends import mend_everywhere, mends
from nextrep.domain.duration import Pace
from nextrep.domain.exercises import Equipment, MuscleGroup
from nextrep.domain.plan_checks import PlanChecks, worth_a_look
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.prescription import PLAIN
from nextrep.domain.program import PlannedState
from nextrep.domain.recovery import Bout
from tests.unit.plans import (
    FRIDAY,
    MONDAY,
    PLAIN_ANSWERS,
    WEDNESDAY,
    asked,
    facts,
    same_weeks,
    session,
)

SQUAT, PUSH_UP, ROW = "goblet_squat", "push_up", "one_arm_dumbbell_row"
DAY = {SQUAT: 4, PUSH_UP: 4, ROW: 4, "dumbbell_romanian_deadlift": 4}
"""A session with enough of everything."""


def found(plan: PlanFacts, kind: Kind) -> list[Advice]:
    return [one for one in PlanChecks(plan).all() if one.kind is kind]


def mended(plan: PlanFacts, advice: Advice) -> PlanFacts:
    checks = PlanChecks(plan)
    return checks.after(edit_of(plan, mends(checks, advice)[0])).facts


def texts(advice: Iterable[Advice]) -> list[str]:
    return [one.text for one in advice]


def test_a_well_spread_plan_has_nothing_to_look_at() -> None:
    plan = facts(*same_weeks(4, session(1, 0, DAY), session(2, WEDNESDAY, DAY), session(3, FRIDAY, DAY)))
    assert list(PlanChecks(plan).all()) == []


def test_the_same_main_muscles_within_48_hours_and_a_day_that_mends_it() -> None:
    plan = facts(session(1, 0, DAY, "Full body A"), session(2, 1, DAY, "Full body B"))
    (advice,) = found(plan, Kind.REST)
    assert advice.text.startswith("Full body B on Tuesday comes 24 h after Monday’s work for quads")
    assert advice.severity is Severity.LOOK
    assert "48 h" in advice.reason
    (fix,) = [one for one in mends(PlanChecks(plan), advice) if isinstance(one, MoveSession)]
    assert (fix.planned_id, fix.day - MONDAY, fix.label) == (2, WEDNESDAY, "Move to Wednesday")
    assert found(mended(plan, advice), Kind.REST) == []


def test_rest_runs_over_the_end_of_the_week() -> None:
    plan = facts(session(1, 6, DAY), session(2, 7, DAY))
    (advice,) = found(plan, Kind.REST)
    assert (advice.week, advice.session_id) == (2, 2)


@pytest.mark.parametrize(
    ("first", "second", "hours"), [(18 * 60, 17 * 60, 47), (18 * 60, 18 * 60, None), (18 * 60, None, None)]
)
def test_times_of_day_count_where_both_have_one(first: int, second: int | None, hours: int | None) -> None:
    plan = facts(session(1, 0, DAY, minute=first), session(2, WEDNESDAY, DAY, minute=second))
    assert [48 - one.amount for one in found(plan, Kind.REST)] == ([] if hours is None else [hours])


def test_an_hour_later_mends_an_hour_too_early() -> None:
    plan = facts(session(1, 0, DAY, minute=1080), session(2, WEDNESDAY, DAY, minute=1020))
    (advice,) = found(plan, Kind.REST)
    fix = mends(PlanChecks(plan), advice)[0]
    assert fix.label == "Begin at 18:00"
    assert found(mended(plan, advice), Kind.REST) == []


def test_helping_muscles_are_a_hint_only() -> None:
    press = session(1, 0, {"barbell_bench_press": 4, "barbell_bent_over_row": 4})
    curl = session(2, 1, {"dumbbell_curl": 4})
    (advice,) = found(facts(press, curl), Kind.HELPING_REST)
    assert advice.severity is Severity.HINT
    assert advice.groups == (MuscleGroup.ARMS,)
    assert worth_a_look([advice]) == 0


def test_what_was_done_yesterday_counts_and_what_was_missed_does_not() -> None:
    missed = facts(session(1, 0, DAY), session(2, 1, DAY), today=1)
    assert found(missed, Kind.REST) == []
    legs = frozenset([MuscleGroup.QUADS])
    done = replace(missed, done=(Bout(-7, MONDAY, None, "Beside", legs, frozenset()),))
    assert [one.groups for one in found(done, Kind.REST)] == [(MuscleGroup.QUADS,)]


@pytest.mark.parametrize("state", [PlannedState.SKIPPED, PlannedState.REMOVED])
def test_skipped_and_removed_sessions_and_days_off_do_not_count(state: PlannedState) -> None:
    plan = facts(session(1, 0, DAY, state=state), session(2, 1, DAY), session(3, 2, {}))
    assert found(plan, Kind.REST) == []


def test_a_session_going_on_is_left_alone() -> None:
    plan = facts(session(1, 0, DAY), session(2, 1, {**DAY, "plank": 20}), going_on=2)
    assert [one for one in PlanChecks(plan).all() if one.session_id == 2] == []


def test_longer_than_wanted_is_said_with_its_minutes_and_shortened() -> None:
    answers = replace(PLAIN_ANSWERS, minutes=30)
    plan = facts(session(1, 0, DAY, "Full body"), answers=answers)
    (advice,) = found(plan, Kind.LONG)
    assert advice.text.startswith("Full body on Monday takes about 38 min, 8 minutes more")
    after = mended(plan, advice)
    assert found(after, Kind.LONG) == []
    assert found(plan, Kind.LONG) != []  # the plan itself was not touched


def test_the_persons_own_times_count_and_are_named() -> None:
    plan = facts(session(1, 0, {SQUAT: 4, PUSH_UP: 4, ROW: 4}), answers=replace(PLAIN_ANSWERS, minutes=40))
    assert found(plan, Kind.LONG) == []
    (advice,) = found(replace(plan, pace=Pace(1.5, 8)), Kind.LONG)
    assert "your last 8 sessions, which took 1.5 times" in advice.reason
    assert found(mended(replace(plan, pace=Pace(1.5, 8)), advice), Kind.LONG) == []


def test_few_sets_is_below_four_and_mended_by_more() -> None:
    three = facts(session(1, 0, {**DAY, "standing_calf_raise": 3}))
    (advice,) = found(three, Kind.FEW)
    assert advice.text == "Calves: 3 sets this week."
    assert found(mended(three, advice), Kind.FEW) == []
    four = facts(session(1, 0, {**DAY, "standing_calf_raise": 4}))
    assert found(four, Kind.FEW) == []


def test_other_weeks_of_the_phase_say_what_is_trained() -> None:
    first = session(1, 0, {**DAY, "standing_calf_raise": 4})
    without = session(2, 7, {**DAY, "plank": 4})
    assert [one.group for one in found(facts(first, without), Kind.FEW) if one.week == 2] == [
        MuscleGroup.CALVES
    ]
    other_phase = facts(first, replace(without, phase="next"))
    assert MuscleGroup.CALVES not in {one.group for one in found(other_phase, Kind.FEW)}


def test_lighter_skipped_and_small_weeks_are_not_told_that_they_are_small() -> None:
    full = session(1, 0, {**DAY, "standing_calf_raise": 4})
    lighter = session(2, 7, dict.fromkeys((*DAY, "standing_calf_raise"), 2))
    assert found(facts(full, lighter), Kind.FEW) == []
    skipped = [session(2, 7, DAY), session(3, 9, {"standing_calf_raise": 4}, state=PlannedState.SKIPPED)]
    assert found(facts(full, *skipped), Kind.FEW) == []
    assert found(facts(session(1, 0, {SQUAT: 1, PUSH_UP: 1, ROW: 1})), Kind.FEW) == []


def test_more_than_twenty_sets() -> None:
    at_most = {SQUAT: 5, "split_squat": 5}
    plan = facts(session(1, 0, at_most), session(2, WEDNESDAY, at_most))
    assert found(plan, Kind.MANY) == []
    more = facts(session(1, 0, at_most), session(2, WEDNESDAY, {**at_most, "bodyweight_squat": 1}))
    (advice,) = [one for one in found(more, Kind.MANY) if one.group is MuscleGroup.QUADS]
    assert advice.text == "Quads: 21 sets this week."
    assert MuscleGroup.QUADS not in {one.group for one in found(mended(more, advice), Kind.MANY)}


@pytest.mark.parametrize(("pull", "said"), [(0, True), (2, True), (3, False)])
def test_a_pull_for_a_push(pull: int, said: bool) -> None:
    rows = {SQUAT: 4, PUSH_UP: 6} | ({ROW: pull} if pull else {})
    plan = facts(session(1, 0, rows))
    advice = found(plan, Kind.PULL)
    assert bool(advice) is said
    if said:
        assert found(mended(plan, advice[0]), Kind.PULL) == []


def test_equipment_that_is_not_there_and_what_stands_in() -> None:
    answers = replace(PLAIN_ANSWERS, equipment=frozenset({Equipment.DUMBBELL}))
    row = replace(
        asked("barbell_bent_over_row", 4), details=replace(PLAIN, alternates=("dumbbell_seal_row", ROW))
    )
    plan = facts(session(1, 0, [row, asked(PUSH_UP, 4)]), answers=answers)
    (advice,) = found(plan, Kind.EQUIPMENT)
    assert advice.text.endswith("on Monday needs: barbell.")
    fix = mends(PlanChecks(plan), advice)[0]
    assert isinstance(fix, SwapExercise)
    assert fix.exercise_key == ROW  # the plan names it, and nothing more is needed for it
    assert found(mended(plan, advice), Kind.EQUIPMENT) == []


@pytest.mark.parametrize(("second", "said"), [(12, False), (13, False), (14, True)])
def test_a_step_of_more_than_a_fifth(second: int, said: bool) -> None:
    # From 10 sets, 4 more are both over 20 % and more than a small plan may grow at once.
    rows = {SQUAT: second - 8, PUSH_UP: 4, ROW: 4}
    plan = facts(session(1, 0, {SQUAT: 2, PUSH_UP: 4, ROW: 4}), session(2, 7, rows))
    assert bool(found(plan, Kind.STEP)) is said


def test_a_step_is_mended_over_several_weeks() -> None:
    big = dict.fromkeys(DAY, 8)
    plan = facts(session(1, 0, DAY), *(session(1 + n, 7 * n, big) for n in (1, 2, 3, 4)))
    (advice,) = found(plan, Kind.STEP)
    assert advice.week == 2
    assert found(mended(plan, advice), Kind.STEP) == []


def test_no_step_after_a_lighter_week_and_a_hint_where_a_phase_begins() -> None:
    light = dict.fromkeys(DAY, 2)
    back = facts(session(1, 0, DAY), session(2, 7, light), session(3, 14, DAY))
    assert found(back, Kind.STEP) == []
    new = facts(session(1, 0, light), replace(session(2, 7, DAY), phase="next"))
    assert [one.severity for one in found(new, Kind.STEP)] == [Severity.HINT]


def test_light_to_moderate_weeks_ask_for_no_lighter_one() -> None:
    easy = [replace(asked(key), rir_low=3, rir_high=4) for key in DAY]
    assert found(facts(*same_weeks(17, session(1, 0, easy))), Kind.NO_LIGHTER) == []


def test_eight_weeks_without_a_lighter_one() -> None:
    plan = facts(*same_weeks(7, session(1, 0, DAY)))
    assert found(plan, Kind.NO_LIGHTER) == []
    plan = facts(*same_weeks(17, session(1, 0, DAY)))
    advice = found(plan, Kind.NO_LIGHTER)
    assert [one.week for one in advice] == [8, 16]
    assert isinstance(mends(PlanChecks(plan), advice[0])[0], LighterWeek)
    assert [one.week for one in found(mended(plan, advice[0]), Kind.NO_LIGHTER)] == [16]


def test_what_is_behind_is_not_advised_on() -> None:
    plan = facts(session(1, 0, DAY), session(2, 1, DAY), session(3, 8, DAY), today=7)
    assert {one.week for one in PlanChecks(plan).all()} <= {2}


def test_the_same_thing_in_many_weeks_is_one_thing_and_is_mended_in_all() -> None:
    week = (session(1, 0, DAY, "A"), session(2, 1, DAY, "B"))
    checks = PlanChecks(facts(*same_weeks(6, *week)))
    rests = [one for one in checks.all() if one.kind is Kind.REST]
    assert len(rests) == 6
    assert worth_a_look(rests) == 1
    edit = mend_everywhere(checks, rests[0].name)
    assert edit is not None
    assert len(edit.sessions) == 6
    assert [one for one in checks.after(edit).all() if one.kind is Kind.REST] == []
