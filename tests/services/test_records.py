"""Records of a session out of a profile: read once, and right again whatever is changed in the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.e1rm import Formula
from nextrep.domain.records import RecordKind, records
from nextrep.domain.strength import Yardstick
from nextrep.domain.training import Effort, EffortScale, Session, SessionState, SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, preferences
from nextrep.services.records import RecordBook, records_of, volume_record_of
from nextrep.settings.table import E1RM_FORMULA
from nextrep.storage.store import Store

K = RecordKind
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
KEYS = ("goblet_squat", "pull_up", "assisted_pull_up_machine", "plank")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A profile that is emptied before each log, because making one takes longer than asking it."""
    store = Store(tmp_path_factory.mktemp("shelf"), now=NOW, in_memory=True)
    with store.transaction():
        for key in KEYS:
            catalog.number_of(store, catalog.by_key(key))
    yield store
    store.close()


def number(store: Store, key: str) -> int:
    with store.transaction():
        return catalog.number_of(store, catalog.by_key(key))


def keep(store: Store, days_ago: int, *drafts: SetDraft, body: int | None = None, done: bool = True) -> int:
    """Write a session straight into the profile and return its number."""
    at = NOW - timedelta(days=days_ago)
    state = SessionState.DONE if done else SessionState.ACTIVE
    session = Session(0, "Session", at, at if done else None, at.date().toordinal(), state, body_grams=body)
    with store.transaction():
        session_id = store.sessions.insert(session)
        for position, draft in enumerate(drafts):
            store.sets.insert(session_id, position, draft, at)
    return session_id


def squat(store: Store, kilograms: float, reps: int, kind: SetKind = SetKind.WORKING) -> SetDraft:
    load = Load(round(kilograms * 1000), Unit.KG)
    return SetDraft(number(store, "goblet_squat"), 0, kind, load, reps)


def kinds(store: Store, session_id: int) -> list[RecordKind]:
    return [record.kind for _exercise, record in records_of(store, session_id)]


class TestThePastChanges:
    def test_a_corrected_set_corrects_what_came_after_it(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10))
        typo = keep(store, 6, squat(store, 180, 10))
        after = keep(store, 3, squat(store, 20, 10))
        assert kinds(store, after) == []
        (entry,) = store.sets.of_session(typo)
        with store.transaction():
            store.sets.update(entry.id, squat(store, 18, 10))
        assert kinds(store, after) == [K.LOAD]

    def test_a_deleted_first_time_makes_the_next_one_the_baseline(self, store: Store) -> None:
        first = keep(store, 9, squat(store, 16, 10))
        second = keep(store, 6, squat(store, 18, 10))
        assert kinds(store, second) == [K.LOAD]
        with store.transaction():
            store.sessions.delete(first)
        assert kinds(store, second) == []

    def test_an_import_from_before_takes_its_part(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10))
        later = keep(store, 3, squat(store, 18, 10))
        keep(store, 6, squat(store, 24, 10))
        assert kinds(store, later) == []

    def test_what_comes_later_does_not_count(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10))
        between = keep(store, 6, squat(store, 18, 10))
        keep(store, 3, squat(store, 60, 10))
        assert kinds(store, between) == [K.LOAD]


class TestABook:
    def test_it_goes_on_from_what_was_read_once(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10))
        today = keep(store, 0, done=False)
        book = RecordBook(store, today)
        book.prepare([number(store, "goblet_squat")])
        assert book.records([]) == []
        for kilograms, expected in ((16, []), (18, [K.LOAD]), (18, [K.LOAD]), (20, [K.LOAD, K.LOAD])):
            with store.transaction():
                store.sets.insert(today, store.sets.next_position(today), squat(store, kilograms, 8), NOW)
            found = book.records(store.sets.of_session(today))
            assert [record.kind for _exercise, record in found] == expected

    def test_asking_twice_says_the_same(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10))
        today = keep(store, 0, squat(store, 18, 10))
        book, entries = RecordBook(store, today), store.sets.of_session(today)
        assert book.records(entries) == book.records(list(reversed(entries)))

    def test_it_knows_first_times(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10), SetDraft(number(store, "plank"), 1, SetKind.WARMUP, seconds=20))
        book = RecordBook(store, keep(store, 0, squat(store, 18, 10)))
        assert not book.is_first_time(number(store, "goblet_squat"))
        assert book.is_first_time(number(store, "plank"))

    def test_the_formula_is_the_one_chosen(self, store: Store) -> None:
        # 100 kg × 4 and 80 kg × 12: by Brzycki 109.1 and 115.2 kg, by Lombardi 114.9 and 102.6 kg.
        keep(store, 9, squat(store, 100, 4), squat(store, 80, 10))
        session = keep(store, 3, squat(store, 80, 12))
        preferences.change(store, E1RM_FORMULA, str(Formula.BRZYCKI))
        assert kinds(store, session) == [K.E1RM]
        preferences.change(store, E1RM_FORMULA, str(Formula.LOMBARDI))
        assert kinds(store, session) == [K.REPS_AT_LOAD]

    def test_body_weight_of_the_session_makes_an_estimate(self, store: Store) -> None:
        pull_up = number(store, "pull_up")
        keep(store, 9, SetDraft(pull_up, 0, load=Load(20_000, Unit.KG), reps=3), body=80_000)
        session = keep(store, 3, SetDraft(pull_up, 0, load=Load(10_000, Unit.KG), reps=8), body=80_000)
        assert kinds(store, session) == [K.E1RM]
        unknown = keep(store, 2, SetDraft(pull_up, 0, load=Load(12_500, Unit.KG), reps=8))
        assert kinds(store, unknown) == []


class TestVolumeOfASession:
    def test_it_is_compared_with_sessions_of_the_same_exercises(self, store: Store) -> None:
        plank = SetDraft(number(store, "plank"), 1, seconds=30)
        first = keep(store, 9, squat(store, 16, 10), plank)
        keep(store, 8, squat(store, 90, 10))  # squats alone are another session
        second = keep(store, 6, plank, squat(store, 16, 11))
        assert volume_record_of(store, first) is None
        found = volume_record_of(store, second)
        assert found is not None
        assert (found.grams, found.before) == (176_000, 160_000)

    def test_ties_and_warm_ups_are_none(self, store: Store) -> None:
        keep(store, 9, squat(store, 16, 10))
        again = keep(store, 6, squat(store, 16, 10), squat(store, 8, 20, SetKind.WARMUP))
        assert volume_record_of(store, again) is None


loads = st.one_of(
    st.none(),
    st.builds(
        Load, st.integers(-20, 60).map(lambda n: n * 1000 if n % 3 else n * 453), st.sampled_from(Unit)
    ),
)
efforts = st.one_of(
    st.none(),
    st.builds(Effort, st.sampled_from(EffortScale), st.integers(2, 20).map(lambda halves: 5 * halves)),
)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, SetDraft]:
    reps = draw(st.one_of(st.none(), st.integers(0, 14)))
    seconds = draw(st.integers(1, 90)) if reps is None else None
    band = draw(st.sampled_from(["", "", "", "red"]))
    draft = SetDraft(
        0, 0, draw(st.sampled_from(SetKind)), draw(loads), reps, seconds, None, draw(efforts), band=band
    )
    return draw(st.sampled_from(KEYS)), draft


sessions = st.lists(
    st.tuples(st.integers(0, 4), st.lists(drafts(), max_size=6), st.sampled_from([None, 70_000, 82_000])),
    min_size=1,
    max_size=6,
)


@given(log=sessions)
@settings(max_examples=80, deadline=None)
def test_a_book_says_what_the_whole_log_says(
    shelf: Store, log: list[tuple[int, list[tuple[str, SetDraft]], int | None]]
) -> None:
    """Several sessions of a day, in any order of writing, with everything that a set can be."""
    with shelf.transaction():
        shelf.sessions._sql("DELETE FROM session")
    numbers = {key: number(shelf, key) for key in KEYS}
    for days_ago, entries, body in log:
        found = [replace(draft, exercise_id=numbers[key]) for key, draft in entries]
        keep(shelf, days_ago, *found, body=body)
    expected = set()
    for key in KEYS:
        yardstick = Yardstick(catalog.by_key(key).measure)
        expected |= {(r.fact.set_id, r) for r in records(shelf.sets.facts(numbers[key]), yardstick)}
    told = set()
    for session in shelf.sessions.done():
        told |= {(r.fact.set_id, r) for _exercise, r in records_of(shelf, session.id)}
    assert told == expected
