"""What a pause, a day off and a session left out do to Today and to the numbers of the weeks."""

from datetime import date, datetime

import pytest

from nextrep.domain.exercises import Equipment
from nextrep.domain.program import Answers, SkipReason
from nextrep.services import plan_editing, plan_weeks, program, today
from nextrep.storage.store import Store
from tests.services.plan_steps import sessions

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)


@pytest.fixture
def planned(store: Store, now: datetime) -> Store:
    program.create(store, ANSWERS, now)
    return store


def at(day: int, now: datetime) -> datetime:
    return datetime.combine(date.fromordinal(day), now.timetz())


def shown(store: Store) -> program.ProgramView:
    found = program.current(store)
    assert found is not None
    return found


def test_after_a_pause_the_weeks_go_on_counting_where_they_stopped(planned: Store) -> None:
    start = shown(planned).program.start_day
    plan_weeks.pause(planned, start + 14)
    assert shown(planned).weeks[:4] == (1, 2, 3, 4)
    assert shown(planned).rests_on(start + 400)
    plan_weeks.resume(planned, start + 28)
    view = shown(planned)
    assert view.weeks == (1, 2, None, None, *range(3, 13))
    assert view.program_week(start + 15) is None
    assert view.program_week(start + 28) == 3
    assert view.rests_on(start + 20)
    assert not view.rests_on(start + 28)
    assert not view.program.paused_on


def test_a_week_in_which_a_pause_ends_without_a_session_is_no_week_of_the_program(planned: Store) -> None:
    start = shown(planned).program.start_day
    plan_weeks.pause(planned, start + 14)
    plan_weeks.resume(planned, start + 28 + 5)
    assert shown(planned).weeks == (1, 2, None, None, None, *range(3, 13))


def test_pauses_that_follow_each_other_are_one_to_the_eye(planned: Store) -> None:
    start = shown(planned).program.start_day
    plan_weeks.pause(planned, start + 14)
    plan_weeks.resume(planned, start + 17)
    plan_weeks.pause(planned, start + 17)
    plan_weeks.resume(planned, start + 28)
    assert shown(planned).weeks == (1, 2, None, None, *range(3, 13))


def test_nothing_is_next_while_the_plan_rests(planned: Store, now: datetime) -> None:
    first = sessions(planned)[0]
    plan_weeks.pause(planned, first.day)
    assert today.view(planned, at(first.day, now)).next_up is None
    plan_weeks.resume(planned, first.day)
    found = today.view(planned, at(first.day, now)).next_up
    assert found is not None
    assert found.planned.id == first.id


def test_a_session_left_out_is_neither_next_nor_missing(planned: Store, now: datetime) -> None:
    first, second = sessions(planned)[:2]
    before = today.view(planned, at(first.day, now))
    plan_editing.skip(planned, first.id, SkipReason.ILL)
    after = today.view(planned, at(first.day, now))
    assert after.next_up is not None
    assert after.next_up.planned.id == second.id
    assert (before.week_planned, after.week_planned) == (2, 1)


def test_an_empty_week_is_numbered_between_its_neighbours(planned: Store) -> None:
    plan_weeks.insert_weeks(planned, 5, 1)
    assert shown(planned).weeks == tuple(range(1, 14))


def test_a_session_without_exercises_is_not_up_next(planned: Store) -> None:
    first = sessions(planned)[0]
    [number] = plan_editing.add_session(planned, first.day - 1, "Walk").value.made
    plan_editing.change_session(planned, number, title="Walk", minute=None, note="Twenty minutes outside")
    view = shown(planned)
    up = view.next_up(first.day - 1)
    assert up is not None
    assert up.planned.id == first.id
    off = view.day_off(first.day - 1)
    assert off is not None
    assert off.note == "Twenty minutes outside"
