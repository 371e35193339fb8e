"""Shifting, pausing, repeating and growing a plan: the future changes, what was done stays, all undoable."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.program import Answers, PlannedSession, PlannedState
from nextrep.domain.training import SetDraft
from nextrep.services import plan_editing, plan_weeks, program, session
from nextrep.storage.store import Store
from tests.services.plan_steps import check_undo, sessions

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)


@pytest.fixture
def planned(store: Store, now: datetime) -> Store:
    program.create(store, ANSWERS, now)
    return store


def week(store: Store, number: int) -> list[PlannedSession]:
    return [one for one in sessions(store) if one.week == number]


def days(found: list[PlannedSession]) -> list[int]:
    return [one.day for one in found]


def do(store: Store, one: PlannedSession, now: datetime) -> None:
    at = datetime.combine(date.fromordinal(one.day), now.timetz())
    started = session.start_planned(store, one.id, at).value
    session.log_set(store, started.session.id, SetDraft(started.blocks[0].exercise_id, 0, reps=8), at)
    session.finish(store, started.session.id, at + timedelta(minutes=30))


def test_the_rest_of_a_week_moves_and_the_next_week_stays(planned: Store) -> None:
    first, second, third = week(planned, 5)
    later = days(week(planned, 6))
    check_undo(planned, lambda: plan_weeks.shift_week(planned, second.id, 1))
    assert days(week(planned, 5)) == [first.day, second.day + 1, third.day + 1]
    assert days(week(planned, 6)) == later


def test_everything_after_a_session_moves_and_nothing_counts_as_moved_by_hand(planned: Store) -> None:
    before = {one.id: one.day for one in sessions(planned)}
    second = week(planned, 3)[1]
    check_undo(planned, lambda: plan_weeks.shift_all(planned, second.id, 2))
    for one in sessions(planned):
        assert one.day == before[one.id] + (2 if before[one.id] >= second.day else 0)
        assert one.first_day == one.day


def test_a_paused_plan_goes_on_by_whole_weeks_on_its_weekdays(planned: Store) -> None:
    start = plan_editing.plan(planned).program.start_day
    thursday = start + 14 + 3
    check_undo(planned, lambda: plan_weeks.pause(planned, thursday))
    with pytest.raises(UserError):
        plan_weeks.pause(planned, thursday)
    before = {one.id: one.day for one in sessions(planned)}
    tuesday = start + 14 + 7 * 2 + 1
    check_undo(planned, lambda: plan_weeks.resume(planned, tuesday))
    after = {one.id: one.day for one in sessions(planned)}
    assert {after[number] - day for number, day in before.items() if day >= thursday} == {14}
    assert {after[number] - day for number, day in before.items() if day < thursday} == {0}
    [pause] = plan_editing.plan(planned).pauses
    assert (pause.first_day, pause.last_day) == (thursday, tuesday - 1)


def test_a_pause_that_is_taken_back_the_same_day_leaves_no_trace(planned: Store) -> None:
    day = sessions(planned)[3].day
    before = plan_editing.plan(planned)
    plan_weeks.pause(planned, day)
    plan_weeks.resume(planned, day)
    assert plan_editing.plan(planned) == before
    with pytest.raises(UserError):
        plan_weeks.resume(planned, day)


def test_a_week_is_done_again_and_what_follows_comes_later(planned: Store) -> None:
    five, six = week(planned, 5), week(planned, 6)
    check_undo(planned, lambda: plan_weeks.repeat_week(planned, 5, 2))
    for step in (1, 2):
        again = week(planned, 5 + step)
        assert days(again) == [day + 7 * step for day in days(five)]
        assert [one.targets for one in again] == [one.targets for one in five]
    assert days(week(planned, 8)) == [day + 14 for day in days(six)]
    assert plan_editing.plan(planned).program.weeks == 14
    with pytest.raises(UserError):
        plan_weeks.repeat_week(planned, 40)


def test_what_is_done_stays_where_it_was(planned: Store, now: datetime) -> None:
    done = week(planned, 5)[1]
    do(planned, done, now)
    plan_weeks.repeat_week(planned, 4)
    plan_weeks.shift_all(planned, week(planned, 1)[0].id, 3)
    plan_weeks.remove_weeks(planned, 5, 6, today=0)
    kept = planned.programs.planned(done.id)
    assert (kept.day, kept.week, kept.state) == (done.day, done.week, PlannedState.DONE)


def test_a_lighter_week_has_half_the_sets_and_less_load(planned: Store) -> None:
    seven = week(planned, 7)
    check_undo(planned, lambda: plan_weeks.insert_lighter_week(planned, 8))
    light = week(planned, 8)
    assert days(light) == [day + 7 for day in days(seven)]
    for heavy, easy in zip(seven, light, strict=True):
        for before, after in zip(heavy.targets, easy.targets, strict=True):
            assert after.sets == (before.sets + 1) // 2
            assert after.details.load.lighter
            assert (after.rir_low or 0) > (before.rir_low or 0)
    assert len(week(planned, 9)) == len(seven)


def test_empty_weeks_make_room(planned: Store) -> None:
    nine = days(week(planned, 9))
    check_undo(planned, lambda: plan_weeks.insert_weeks(planned, 9, 2))
    assert not week(planned, 9)
    assert not week(planned, 10)
    assert days(week(planned, 11)) == [day + 14 for day in nine]
    with pytest.raises(UserError):
        plan_weeks.insert_weeks(planned, 1, 200)


def test_a_phase_of_another_program_is_put_in_on_the_persons_days(planned: Store) -> None:
    five = week(planned, 5)
    check_undo(planned, lambda: plan_weeks.insert_phase(planned, 5, "mind_and_muscle", "foundation"))
    for number in range(5, 9):
        found = week(planned, number)
        assert len(found) == 2
        assert {one.phase for one in found} == {"foundation"}
        assert {(one.day - 1) % 7 for one in found} <= set(ANSWERS.weekdays)
        assert {plan_editing.plan(planned).week_of(one.day) for one in found} == {number}
    assert days(week(planned, 9)) == [one.day + 28 for one in five]
    assert plan_editing.plan(planned).program.weeks == 16


@pytest.mark.parametrize(("key", "phase"), [row[:2] for row in plan_weeks.phases_to_insert()])
def test_every_phase_can_stand_at_the_end(planned: Store, key: str, phase: str) -> None:
    last = max(days(sessions(planned)))
    plan_weeks.insert_phase(planned, 13, key, phase)
    assert max(days(sessions(planned))) > last
    assert all(one.week >= 13 for one in sessions(planned) if one.day > last)


def test_weeks_are_taken_out_and_what_follows_comes_earlier_but_never_before_today(planned: Store) -> None:
    nine, twelve = days(week(planned, 9)), days(week(planned, 12))
    check_undo(planned, lambda: plan_weeks.remove_weeks(planned, 5, 8, today=0))
    assert days(week(planned, 5)) == [day - 28 for day in nine]
    assert days(week(planned, 8)) == [day - 28 for day in twelve]
    assert plan_editing.plan(planned).program.weeks == 8
    today = days(week(planned, 5))[0] - 7
    plan_weeks.remove_weeks(planned, 1, 4, today=today)
    assert min(days(sessions(planned))) >= today
    with pytest.raises(UserError):
        plan_weeks.remove_weeks(planned, 3, 2, today=0)


def test_a_session_that_is_going_on_does_not_change_under_the_person(planned: Store, now: datetime) -> None:
    first = sessions(planned)[0]
    session.start_planned(planned, first.id, now)
    with pytest.raises(UserError):
        plan_weeks.shift_week(planned, first.id, 1)
    plan_weeks.shift_all(planned, sessions(planned)[1].id, 7)
    plan_weeks.remove_weeks(planned, 1, 1, today=0)
    assert planned.programs.planned(first.id) == first


def test_without_a_plan_the_person_is_told_so(store: Store) -> None:
    for step in (
        lambda: plan_weeks.pause(store, 1),
        lambda: plan_weeks.repeat_week(store, 1),
        lambda: plan_editing.add_session(store, 740_000, "Extra"),
    ):
        with pytest.raises(UserError):
            step()


@pytest.mark.parametrize(
    "step",
    [
        lambda store: plan_weeks.remove_weeks(store, 0, 2, 0),
        lambda store: plan_weeks.insert_weeks(store, 0, 1),
        lambda store: plan_weeks.insert_weeks(store, 14, 1),
        lambda store: plan_weeks.insert_phase(store, 50, "mind_and_muscle", "foundation"),
        lambda store: plan_weeks.repeat_week(store, 1, 0),
        lambda store: plan_weeks.repeat_week(store, 1, 10**9),
        lambda store: plan_weeks.insert_lighter_week(store, 1),
    ],
)
def test_weeks_that_the_plan_does_not_have_change_nothing(
    planned: Store, step: Callable[[Store], object]
) -> None:
    before = plan_editing.plan(planned)
    with pytest.raises(UserError):
        step(planned)
    assert plan_editing.plan(planned) == before


def test_many_moves_lead_no_farther_than_one(planned: Store) -> None:
    last = sessions(planned)[-1]
    plan_editing.move(planned, last.id, last.day + 700)
    with pytest.raises(UserError, match="two years"):
        plan_editing.move(planned, last.id, last.day + 1400)
