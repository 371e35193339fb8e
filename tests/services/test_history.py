"""The history of an exercise beside its sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.training import SetDraft, SetKind
from nextrep.services import catalog, session
from nextrep.services.history import history
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, PLANK, kg, reps, train


def number_of(store: Store, key: str) -> int:
    known = store.exercises.by_key(key)
    assert known is not None
    return known.id


def test_the_latest_times_come_first_with_their_sets_and_their_best(store: Store, now: datetime) -> None:
    for back, load in ((9, 14), (6, 16), (3, 18)):
        warm_up = reps(12, load=8, kind=SetKind.WARMUP)
        train(store, now - timedelta(days=back), (GOBLET, [*warm_up, *reps(10, 8, load=load)]))
    times = history(store, number_of(store, "goblet_squat"))
    today = now.date().toordinal()
    assert [one.day for one in times] == [today - 3, today - 6, today - 9]
    assert [(draft.load, draft.reps) for draft in times[0].drafts] == [(kg(18), 10), (kg(18), 8)]
    assert times[0].e1rm == 18_000 * (1 + 10 / 30)
    assert [one.day for one in history(store, number_of(store, "goblet_squat"), limit=2)] == [
        today - 3,
        today - 6,
    ]


def test_only_what_was_done_before_a_session_is_its_history(store: Store, now: datetime) -> None:
    early, middle, late = (train(store, now - timedelta(days=back), (GOBLET, reps(10))) for back in (9, 6, 3))
    number = number_of(store, "goblet_squat")
    assert [one.session_id for one in history(store, number, middle)] == [early]
    open_one = session.start_free(store, now).value.session.id
    session.add_exercise(store, open_one, GOBLET)
    assert [one.session_id for one in history(store, number, open_one)] == [late, middle, early]


def test_a_time_without_load_has_no_estimate(store: Store, now: datetime) -> None:
    train(store, now, (PLANK, [SetDraft(0, 0, seconds=40)]))
    (time,) = history(store, number_of(store, "plank"))
    assert (time.e1rm, time.drafts[0].seconds) == (None, 40)


def test_words_about_the_exercise_and_its_sets_stand_once_each(store: Store, now: datetime) -> None:
    noted = [replace(draft, note="left knee") for draft in reps(10, 9)]
    session_id = train(store, now, (GOBLET, noted))
    with store.transaction():
        store.blocks.update(session_id, replace(store.blocks.of_session(session_id)[0], note="Belt on"))
    (time,) = history(store, number_of(store, "goblet_squat"))
    assert time.note == "Belt on · left knee"


def test_an_exercise_that_stands_twice_in_a_session_is_one_time(store: Store, now: datetime) -> None:
    train(store, now, (GOBLET, reps(10)), (PLANK, [SetDraft(0, 0, seconds=40)]), (GOBLET, reps(6)))
    (time,) = history(store, number_of(store, "goblet_squat"))
    assert [draft.reps for draft in time.drafts] == [10, 6]


def test_nothing_done_is_no_history(store: Store, now: datetime) -> None:
    with store.transaction():
        number = catalog.number_of(store, GOBLET)
    assert history(store, number) == []
