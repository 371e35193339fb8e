"""The exercises of a session while it is done: swapped, left out, noted, and where one stands there twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.prescription import PLAIN, LoadPlan, LoadRule
from nextrep.domain.training import Block, Session, SessionState, SetDraft, Target
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, session, session_exercises, today
from nextrep.services.session import SessionReader
from nextrep.services.session_past import log_past
from nextrep.services.session_source import FREE
from nextrep.services.wins import wins_of
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, add, kg, reps, train, undo

BENCH = catalog.by_key("barbell_bench_press")
DUMBBELLS = catalog.by_key("dumbbell_bench_press")


def open_with(store: Store, now: datetime, target: Target) -> int:
    """A session with the bench press with a bar, which is asked for like this."""
    started = Session(0, "Push", now, None, now.date().toordinal(), SessionState.ACTIVE)
    with store.transaction():
        number = catalog.number_of(store, BENCH)
        session_id = store.sessions.insert(started)
        store.blocks.add(session_id, Block(0, number, replace(target, exercise_id=number), "slow"))
    return session_id


def pounds(number: int) -> Load:
    return Load(round(number * 453.59237), Unit.LB)


def test_a_weight_that_is_planned_for_one_exercise_is_not_asked_of_another(store: Store, now: datetime):
    fixed = replace(PLAIN, load=LoadPlan(LoadRule.FIXED, load=kg(100)))
    number = open_with(store, now, Target(0, 3, 5, 5, rir_low=2, rir_high=2, rest_s=180, details=fixed))
    assert session.view(store, number).blocks[0].suggestion.load == kg(100)
    session.swap_exercise(store, number, 0, DUMBBELLS)
    (block,) = session.view(store, number).blocks
    assert block.exercise == DUMBBELLS
    assert block.suggestion.load is None, "nobody knows yet"
    assert block.target is not None
    assert (block.target.sets, block.target.reps_low, block.target.rest_s) == (3, 5, 180)
    assert block.note == "slow"


def test_taking_a_swap_back_gives_the_plan_back_as_it_was(store: Store, now: datetime):
    fixed = replace(PLAIN, load=LoadPlan(LoadRule.FIXED, load=kg(100)), note="pause below")
    number = open_with(store, now, Target(0, 3, 5, 5, details=fixed))
    before = store.blocks.of_session(number)
    swapped = session.swap_exercise(store, number, 0, DUMBBELLS)
    after = store.blocks.of_session(number)
    back = undo(swapped)
    assert store.blocks.of_session(number) == before
    again = undo(back)
    assert store.blocks.of_session(number) == after
    undo(again)
    assert store.blocks.of_session(number) == before


def test_an_exercise_with_sets_is_not_swapped(store: Store, now: datetime):
    number = open_with(store, now, Target(0, 3, 5, 5))
    exercise = store.blocks.of_session(number)[0].exercise_id
    session.log_set(store, number, SetDraft(exercise, 0, load=kg(60), reps=5), now)
    with pytest.raises(UserError):
        session.swap_exercise(store, number, 0, DUMBBELLS)


def test_what_is_kept_of_an_exercise_is_taken_back_alone(store: Store, now: datetime):
    number = open_with(store, now, Target(0, 3, 5, 5))
    steps: list[Outcome[object]] = [
        session_exercises.leave_out(store, number, 0, skipped=True),
        session_exercises.note(store, number, 0, "narrow grip"),
    ]
    undo(steps[0])
    (block,) = store.blocks.of_session(number)
    assert (block.skipped, block.note) == (False, "narrow grip")
    undo(steps[1])
    assert store.blocks.of_session(number)[0].note == "slow"


def test_each_of_two_places_of_an_exercise_goes_by_its_own_last_time(store: Store, now: datetime):
    earlier = train(
        store,
        now - timedelta(days=3),
        (GOBLET, reps(5, 5, 5, load=24)),
        (BENCH, reps(8, load=50)),
        (GOBLET, reps(12, 12, load=16)),
    )
    view = session.repeat(store, earlier, now).value
    heavy, _bench, light = view.blocks
    assert [block.goal for block in (heavy, light)] == [3, 2], "not five of each"
    assert [len(block.last) for block in (heavy, light)] == [3, 2]
    assert (heavy.suggestion.load, heavy.suggestion.reps) == (kg(24), 5)
    assert (light.suggestion.load, light.suggestion.reps) == (kg(16), 12)


def test_the_second_place_goes_by_the_first_once_that_is_another_exercise(store: Store, now: datetime):
    earlier = train(store, now - timedelta(days=3), (GOBLET, reps(5, load=24)), (GOBLET, reps(12, load=16)))
    number = session.repeat(store, earlier, now).value.session.id
    reader = SessionReader(store)
    assert reader.read(number).blocks[1].suggestion.load == kg(16)
    session.swap_exercise(store, number, 0, BENCH)
    assert reader.read(number).blocks[1].suggestion.load == kg(24)


def test_of_two_sessions_that_began_in_the_same_minute_only_one_is_before_the_other(
    store: Store, now: datetime
):
    day = (now - timedelta(days=3)).date().toordinal()
    first, second = (log_past(store, FREE, day, 18 * 60, 45, now).value.session.id for _ in range(2))
    for number, amount in ((first, 8), (second, 9)):
        add(store, number, GOBLET, reps(amount), now)
    goblet = store.blocks.of_session(first)[0].exercise_id
    assert store.sets.exposures(goblet, first) == ()
    (before,) = store.sets.exposures(goblet, second)
    assert [one.reps for one in before.sets] == [8]


def test_more_reps_than_last_time_are_more_than_in_any_set_of_it(store: Store, now: datetime):
    train(store, now - timedelta(days=3), (GOBLET, reps(8, load=20)), (GOBLET, reps(5, load=20)))
    number = train(store, now, (GOBLET, reps(6, load=20)))
    assert [win.text for win in wins_of(store, number)] == ["You showed up."]


def test_a_record_is_shown_in_the_unit_of_its_exercise_everywhere(store: Store, now: datetime):
    train(store, now - timedelta(days=3), (GOBLET, [replace(reps(8)[0], load=pounds(40))]))
    goblet = store.blocks.of_session(1)[0].exercise_id
    session_exercises.type_in(store, goblet, Unit.LB)
    train(store, now, (GOBLET, [replace(reps(8)[0], load=pounds(45))]))
    first = today.small_wins(store, now.date().toordinal())[0]
    assert first.text == "Goblet squat 45 lb × 8"
