"""Advice on the plan of a profile: mended in one step, undone, put aside; and it keeps up with edits."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nextrep.domain.advice import Advice, Kind
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Level, MuscleGroup
from nextrep.domain.joints import Joint
from nextrep.domain.program import Answers, SkipReason
from nextrep.domain.training import SetDraft
from nextrep.services import advice, catalog, plan_editing, preferences, program, session
from nextrep.services.advice import PlanAdvice
from nextrep.services.program import ProgramView
from nextrep.settings.table import ADVICE_ASIDE
from nextrep.storage.store import Store

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=60)


@pytest.fixture
def today(now: datetime) -> int:
    return now.date().toordinal()


@pytest.fixture
def plan(store: Store, now: datetime) -> ProgramView:
    program.create(store, ANSWERS, now, key="full_body_3")
    return view(store, now.date().toordinal())


def view(store: Store, today: int) -> ProgramView:
    found = program.current(store, today)
    assert found is not None
    return found


def told(store: Store, today: int, kind: Kind) -> list[Advice]:
    return [one for one in advice.advice(store, view(store, today), today) if one.kind is kind]


def test_a_session_moved_too_close_is_said_mended_and_undone(
    store: Store, plan: ProgramView, today: int
) -> None:
    first, second = (one.planned for one in plan.sessions[:2])
    assert told(store, today, Kind.REST) == []
    plan_editing.move(store, second.id, first.day + 1)
    (found,) = told(store, today, Kind.REST)
    assert found.session_id == second.id
    mended = advice.mend(store, found.fixes[0], today)
    assert told(store, today, Kind.REST) == []
    assert mended.undo is not None
    mended.undo()
    assert len(told(store, today, Kind.REST)) == 1


def test_an_exercise_that_the_profile_did_not_know_comes_in_with_a_number(
    store: Store, plan: ProgramView, today: int
) -> None:
    planned = plan.sessions[0].planned
    plan_editing.swap_exercise(store, planned.id, 0, catalog.by_key("barbell_hack_squat"))
    (found,) = told(store, today, Kind.EQUIPMENT)
    advice.mend(store, found.fixes[0], today)
    assert told(store, today, Kind.EQUIPMENT) == []
    exercise, target = view(store, today).sessions[0].exercises[0]
    assert exercise.possible_with(ANSWERS.equipment)
    assert target.sets == planned.targets[0].sets


def test_one_step_mends_a_thing_in_all_weeks(store: Store, plan: ProgramView, today: int) -> None:
    squat = catalog.by_key("barbell_hack_squat")
    for one in plan.sessions[:5]:
        plan_editing.swap_exercise(store, one.planned.id, 0, squat)
    found = told(store, today, Kind.EQUIPMENT)
    assert len(found) == 5
    outcome = advice.mend_all(store, found[0].name, today)
    assert told(store, today, Kind.EQUIPMENT) == []
    assert outcome.undo is not None
    outcome.undo()
    assert len(told(store, today, Kind.EQUIPMENT)) == 5
    with pytest.raises(UserError, match="changed since"):
        advice.mend_all(store, "no such thing", today)


def test_what_is_fine_as_it_is_stays_away_until_there_is_more_of_it(
    store: Store, plan: ProgramView, today: int
) -> None:
    first, second = (one.planned for one in plan.sessions[:2])
    plan_editing.move(store, second.id, first.day + 1)
    (found,) = told(store, today, Kind.REST)
    outcome = advice.fine_as_it_is(store, plan.program.uid, found)
    assert told(store, today, Kind.REST) == []
    plan_editing.move(store, second.id, first.day)  # on the same day is more than the day after
    assert len(told(store, today, Kind.REST)) == 1
    assert outcome.undo is not None
    outcome.undo()
    assert advice.put_aside(store, plan.program.uid) == {}


def test_what_was_put_aside_belongs_to_its_plan_and_comes_back_when_asked(
    store: Store, plan: ProgramView, today: int
) -> None:
    first, second = (one.planned for one in plan.sessions[:2])
    plan_editing.move(store, second.id, first.day + 1)
    (found,) = told(store, today, Kind.REST)
    advice.fine_as_it_is(store, plan.program.uid, found)
    assert advice.put_aside(store, "another plan") == {}
    advice.look_again(store, plan.program.uid)
    assert len(told(store, today, Kind.REST)) == 1


@pytest.mark.parametrize("text", ["no json", "[]", '{"plan": "?"}', '{"plan": 7, "aside": {"x": "y"}}'])
def test_a_damaged_note_of_what_was_put_aside_is_nothing_put_aside(
    store: Store, plan: ProgramView, text: str
) -> None:
    preferences.change(store, ADVICE_ASIDE, text)
    assert advice.put_aside(store, plan.program.uid) == {}


def test_a_look_keeps_up_with_every_edit(store: Store, plan: ProgramView, today: int) -> None:
    kept = PlanAdvice(store)
    kept.look(plan, today)
    first, second, third = (one.planned for one in plan.sessions[:3])
    edits = (
        lambda: plan_editing.move(store, second.id, first.day + 1),
        lambda: plan_editing.skip(store, first.id, SkipReason.ILL),
        lambda: plan_editing.unskip(store, first.id),
        lambda: plan_editing.add_exercise(store, third.id, catalog.by_key("barbell_curl")),
        lambda: plan_editing.remove(store, second.id),
    )
    for edit in edits:
        edit()
        now = view(store, today)
        kept.look(now, today)
        week = now.week_of(first.day)
        anew = advice.advice(store, now, today)
        assert kept.week(week).advice == tuple(one for one in anew if one.week == week)
        assert kept.week(week).look == len({one.name for one in anew if one.severity == "look"})
        assert kept.week(week).aside == 0


def test_what_was_trained_yesterday_counts_though_it_was_not_planned(
    store: Store, plan: ProgramView, now: datetime
) -> None:
    first = plan.sessions[0].planned
    on = now + timedelta(days=first.day - 1 - now.date().toordinal())
    started = session.start_free(store, on).value
    number = first.targets[0].exercise_id
    session.add_exercise(store, started.session.id, catalog.exercise_of(store, number))
    session.log_set(store, started.session.id, SetDraft(number, 0, reps=8), on)
    session.finish(store, started.session.id, on + timedelta(minutes=30))
    (found,) = told(store, first.day, Kind.REST)
    assert found.session_id == first.id


def test_own_times_change_the_minutes(store: Store, now: datetime, today: int) -> None:
    program.create(store, replace(ANSWERS, minutes=40), now, key="full_body_3")
    plan = view(store, today)
    estimate = plan.sessions[-1].minutes
    assert estimate <= 40
    assert told(store, today, Kind.LONG) == []
    for one in plan.sessions[:5]:
        at = now + timedelta(days=one.planned.day - today)
        started = session.start_planned(store, one.planned.id, at).value
        session.log_set(store, started.session.id, SetDraft(started.blocks[0].exercise_id, 0, reps=8), at)
        session.finish(store, started.session.id, at + timedelta(minutes=1.5 * one.minutes))
    day = plan.sessions[5].planned.day
    assert view(store, day).sessions[-1].minutes == pytest.approx(1.5 * estimate, abs=2)
    assert any("your last 5 sessions" in one.reason for one in told(store, day, Kind.LONG))


def test_mends_bring_in_only_what_suits(store: Store) -> None:
    answers = replace(
        ANSWERS, sore=frozenset({Joint.KNEE}), without=frozenset({"push_up"}), quiet=(1200, 400)
    )
    suits = advice.choices_for(answers, frozenset({"plank"}))
    keys = {one.key for one in suits}
    assert not {"push_up", "plank"} & keys
    assert all(one.possible_with(answers.equipment) and one.level is Level.BEGINNER for one in suits)
    assert len(suits) < len(advice.choices_for(replace(answers, sore=frozenset()), frozenset()))


def test_sets_of_a_week_apart_by_main_movers_and_helpers(store: Store, plan: ProgramView, today: int) -> None:
    sets = advice.week_sets(plan, plan.week_of(plan.sessions[0].planned.day))
    assert sets[MuscleGroup.BACK].main >= 4
    assert sets[MuscleGroup.ARMS].helping > 0
    assert sets[MuscleGroup.ARMS].total == sets[MuscleGroup.ARMS].main + sets[MuscleGroup.ARMS].helping / 2
    for one in plan.sessions[:3]:
        plan_editing.skip(store, one.planned.id)
    after = advice.week_sets(view(store, today), plan.week_of(plan.sessions[0].planned.day))
    assert after[MuscleGroup.BACK].main < sets[MuscleGroup.BACK].main
