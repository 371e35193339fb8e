"""Two programs never share days unasked; the one that waits takes over on its first day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.training import SetDraft
from nextrep.services import handover, program, session
from nextrep.services.handover import Overlap
from nextrep.storage.store import Store

ANSWERS = Answers((0, 2, 4))
BERLIN = ZoneInfo("Europe/Berlin")


def to_do(store: Store, program_id: int) -> list[int]:
    return [one.day for one in store.programs.planned_of(program_id) if one.is_open]


def state(store: Store) -> tuple[object, ...]:
    current, then = store.programs.current(), handover.waiting(store)
    days = tuple(tuple(to_do(store, number)) for number in (1,))
    return current and current.id, then and then.id, days


def test_an_overlap_is_never_silent(store: Store, now: datetime) -> None:
    first = program.create(store, ANSWERS, now).value
    with pytest.raises(UserError, match="Mind and Muscle still has sessions") as caught:
        program.create(store, ANSWERS, now, key="full_body_3")
    assert caught.value.field == "overlap"
    current = store.programs.current()
    assert current is not None
    assert current.id == first.id


def test_what_is_shared_is_counted_before_anything_is_made(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    assert handover.overlapping(store, today, today) is None
    first = program.create(store, ANSWERS, now).value
    days = to_do(store, first.id)
    found = handover.overlapping(store, days[3], today)
    assert found is not None
    assert (found.title, found.sessions, found.last_day) == ("Mind and Muscle", len(days) - 3, days[-1])
    assert found.monday_after.weekday() == 0
    assert 0 < found.monday_after.toordinal() - days[-1] <= 7
    assert handover.overlapping(store, days[-1] + 1, today) is None


def test_a_program_takes_the_place_of_another_and_one_step_brings_all_back(
    store: Store, now: datetime, train: Callable[[int], int]
) -> None:
    first = program.create(store, ANSWERS, now).value
    done = store.programs.planned_of(first.id)[0]
    session_id = train(done.id)
    before = state(store)
    outcome = program.create(store, ANSWERS, now, key="full_body_3", overlap=Overlap.TAKE_OVER)
    view = program.current(store)
    assert view is not None
    assert view.program.template == "full_body_3"
    assert to_do(store, first.id) == []
    assert store.programs.planned(done.id).state is PlannedState.DONE
    assert [one.id for one in program.done_beside(store, view)] == [session_id], "what was done stays in view"
    assert outcome.undo is not None
    back = outcome.undo()
    assert state(store) == before
    assert back.undo is not None
    again = back.undo()
    assert to_do(store, first.id) == []
    assert again.undo is not None
    again.undo()
    assert state(store) == before


def test_a_program_that_begins_later_waits_while_the_other_goes_on(store: Store, now: datetime) -> None:
    first = program.create(store, ANSWERS, now).value
    before = state(store)
    start = now.date() + timedelta(days=21)
    outcome = program.create(store, ANSWERS, now, start=start, key="full_body_3", overlap=Overlap.TAKE_OVER)
    current, then = store.programs.current(), handover.waiting(store)
    assert current is not None and current.id == first.id
    assert then is not None and then.id == outcome.value.id
    first_day = handover.begins_on(store, then)
    assert max(to_do(store, first.id)) < first_day
    assert handover.turn(store, first_day - 1).value is None
    assert outcome.undo is not None
    outcome.undo()
    assert state(store) == before


def test_a_program_begins_on_the_monday_after_the_other_ends(store: Store, now: datetime) -> None:
    first = program.create(store, ANSWERS, now, key="seven_day_starter").value
    days = to_do(store, first.id)
    made = program.create(store, ANSWERS, now, overlap=Overlap.AFTER).value
    assert to_do(store, first.id) == days
    first_day = handover.begins_on(store, made)
    assert days[-1] < first_day <= days[-1] + 7
    assert date.fromordinal(made.start_day).weekday() == 0
    current = store.programs.current()
    assert current is not None and current.id == first.id
    turned = handover.turn(store, first_day)
    assert turned.value == made
    assert turned.changes.program
    current = store.programs.current()
    assert current is not None and current.id == made.id
    assert handover.waiting(store) is None
    assert handover.turn(store, first_day).value is None


def test_a_program_that_waits_can_be_let_go(store: Store, now: datetime) -> None:
    program.create(store, ANSWERS, now, key="seven_day_starter")
    made = program.create(store, ANSWERS, now, overlap=Overlap.AFTER).value
    outcome = handover.let_go(store)
    assert handover.waiting(store) is None
    assert outcome.undo is not None
    outcome.undo()
    then = handover.waiting(store)
    assert then is not None and then.id == made.id


def test_a_session_that_is_going_on_is_not_taken_away(store: Store, now: datetime) -> None:
    first = program.create(store, ANSWERS, now).value
    planned = store.programs.planned_of(first.id)[0]
    session.start_planned(store, planned.id, now)
    program.create(store, ANSWERS, now, key="full_body_3", overlap=Overlap.TAKE_OVER)
    assert store.programs.planned(planned.id).is_open


def test_the_starter_ends_by_offering_mind_and_muscle(
    store: Store, now: datetime, train: Callable[[int], int]
) -> None:
    today = now.date().toordinal()
    assert program.following(store, today) is None
    first = program.create(store, ANSWERS, now, key="seven_day_starter").value
    last = to_do(store, first.id)[-1]
    assert program.following(store, last - 1) is None
    assert program.following(store, last) == "mind_and_muscle"
    assert program.following(store, last + 30) == "mind_and_muscle"
    for one in store.programs.planned_of(first.id):
        if one.trains:
            train(one.id)
    assert program.following(store, today) == "mind_and_muscle"
    start = date.fromordinal(last + 1)
    program.create(store, ANSWERS, now, start=start, overlap=Overlap.AFTER)
    assert program.following(store, last) is None


def test_a_program_of_ones_own_has_a_name_and_as_many_weeks_as_wanted(store: Store, now: datetime) -> None:
    made = program.create(store, ANSWERS, now, key="own", weeks=52, title="  My   winter ").value
    assert (made.title, made.weeks) == ("My winter", 52)
    assert program.heading(made) == "My winter, 52 weeks"
    view = program.current(store)
    assert view is not None
    assert view.sessions == ()
    assert [dose.text() for dose in program.phases(made)] == ["from week 1 · filled by hand"]
    with pytest.raises(UserError) as caught:
        program.create(store, ANSWERS, now, key="own", title="x" * 121)
    assert caught.value.field == "title"


@pytest.fixture
def now() -> datetime:
    """A Monday."""
    return datetime(2026, 11, 23, 9, 30, tzinfo=BERLIN)


@pytest.fixture
def train(store: Store, now: datetime) -> Callable[[int], int]:
    """Do a planned session with one set and return the session's id."""

    def do(planned_id: int) -> int:
        view = session.start_planned(store, planned_id, now).value
        draft = SetDraft(view.blocks[0].exercise_id, 0, reps=8)
        session.log_set(store, view.session.id, draft, now)
        session.finish(store, view.session.id, now + timedelta(minutes=20))
        return view.session.id

    return do
