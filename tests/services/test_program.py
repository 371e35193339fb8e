"""Making a plan, moving, swapping and removing its sessions, doing them."""

from datetime import date, datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, MuscleGroup
from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.training import SetDraft
from nextrep.services import catalog, plan_editing, program, session, today
from nextrep.storage.store import Store

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)


def view(store: Store) -> program.ProgramView:
    found = program.current(store)
    assert found is not None
    return found


def test_a_plan_is_made_and_can_be_taken_back(store: Store, now: datetime) -> None:
    made = program.create(store, ANSWERS, now)
    assert len(view(store).sessions) == 4 * 2 + 4 * 3 + 4 * 3
    assert made.undo is not None
    again = made.undo()
    assert program.current(store) is None
    assert again.undo is not None
    again.undo()
    assert program.current(store) is not None


def test_sessions_move_swap_and_leave_and_come_back(store: Store, now: datetime) -> None:
    program.create(store, ANSWERS, now)
    first, second = (one.planned for one in view(store).sessions[:2])
    moved = plan_editing.move(store, first.id, first.day + 1)
    assert store.programs.planned(first.id).day == first.day + 1
    assert moved.undo is not None
    moved.undo()
    swapped = plan_editing.swap(store, first.id, second.id)
    assert store.programs.planned(first.id).day == second.day
    assert swapped.undo is not None
    swapped.undo()
    assert store.programs.planned(first.id).day == first.day
    removed = plan_editing.remove(store, first.id)
    assert first.id not in [one.planned.id for one in view(store).sessions]
    assert removed.undo is not None
    removed.undo()
    assert first.id in [one.planned.id for one in view(store).sessions]


def test_a_planned_session_is_done_when_a_finished_one_belongs_to_it(store: Store, now: datetime) -> None:
    program.create(store, ANSWERS, now)
    planned = view(store).sessions[0].planned
    at = datetime.combine(date.fromordinal(planned.day), now.timetz())
    started = session.start_planned(store, planned.id, at).value
    number = started.blocks[0].exercise_id
    session.log_set(store, started.session.id, SetDraft(number, 0, reps=8), at)
    session.finish(store, started.session.id, at + timedelta(minutes=35))
    shown = view(store).sessions[0]
    assert shown.planned.state is PlannedState.DONE
    assert shown.session is not None
    assert shown.session.duration_s == 35 * 60
    with pytest.raises(UserError, match="is done"):
        plan_editing.move(store, planned.id, planned.day + 1)
    session.discard(store, started.session.id, now)
    assert view(store).sessions[0].planned.state is PlannedState.PLANNED


def test_short_rest_is_pointed_out_when_a_session_is_moved_close(store: Store, now: datetime) -> None:
    program.create(store, ANSWERS, now)
    first, second = (one.planned for one in view(store).sessions[:2])
    assert not any(one.short_rests for one in view(store).sessions)
    plan_editing.move(store, second.id, first.day + 1)
    moved = next(one for one in view(store).sessions if one.planned.id == second.id)
    assert {rest.hours for rest in moved.short_rests} == {24}
    assert MuscleGroup.BACK in {rest.group for rest in moved.short_rests}


def test_an_exercise_of_the_plan_can_be_swapped(store: Store, now: datetime) -> None:
    program.create(store, ANSWERS, now)
    planned = view(store).sessions[0].planned
    swapped = plan_editing.swap_exercise(store, planned.id, 0, catalog.by_key("dumbbell_squat"))
    exercise, target = view(store).sessions[0].exercises[0]
    assert exercise.key == "dumbbell_squat"
    assert target.sets == planned.targets[0].sets
    assert swapped.undo is not None
    swapped.undo()
    assert view(store).sessions[0].planned.targets == planned.targets


def test_today_offers_the_next_small_thing(store: Store, now: datetime) -> None:
    assert today.view(store, now).first_day
    program.create(store, ANSWERS, now)
    shown = today.view(store, now)
    assert shown.next_up is not None
    assert shown.next_up.planned.day >= now.date().toordinal()
    late = now + timedelta(days=2)
    missed = today.view(store, late).next_up
    assert missed is not None


@pytest.mark.parametrize(
    "answers", [Answers((7,)), Answers(begins=7), Answers(times=((7, 600),)), Answers(times=((0, 1440),))]
)
def test_days_and_times_that_no_week_has_are_refused(store: Store, now: datetime, answers: Answers) -> None:
    with pytest.raises(UserError):
        program.create(store, answers, now)
    assert program.current(store) is None


def test_a_start_far_away_is_a_slip(store: Store, now: datetime) -> None:
    for start in (date.min, date(2062, 11, 23), date.max):
        with pytest.raises(UserError, match="ten years"):
            program.create(store, Answers(), now, start=start)
