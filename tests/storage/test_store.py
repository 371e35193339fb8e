"""What is written comes back the same, and a transaction is all or nothing."""

import threading
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nextrep.domain.exercises import Measure
from nextrep.domain.journal import CheckIn, Entry, Rating
from nextrep.domain.sleep_clock import night_from_clock
from nextrep.domain.training import (
    Block,
    Effort,
    EffortScale,
    Session,
    SessionState,
    SetDraft,
    SetKind,
    Target,
)
from nextrep.domain.units import Load, Unit
from nextrep.settings.table import PERSON_NAME, REST_SECONDS
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 18, 30, tzinfo=BERLIN)


def open_session(store: Store) -> tuple[int, int]:
    with store.transaction():
        exercise = store.exercises.ensure("goblet_squat", "Goblet squat", Measure.LOADED)
        session = Session(0, "Full body A", NOW, None, NOW.date().toordinal(), SessionState.ACTIVE)
        session_id = store.sessions.insert(session)
        target = Target(exercise, 3, 8, 12, None, 2, 3, 90)
        store.blocks.add(session_id, Block(0, exercise, target))
    return session_id, exercise


drafts = st.builds(
    SetDraft,
    exercise_id=st.just(1),
    block=st.just(0),
    kind=st.sampled_from(list(SetKind)),
    load=st.none() | st.builds(Load, st.integers(-300_000, 1_000_000), st.sampled_from(list(Unit))),
    reps=st.integers(0, 1000),
    seconds=st.none() | st.integers(0, 86_400),
    distance_m=st.none() | st.integers(0, 200_000),
    effort=st.none() | st.builds(Effort, st.sampled_from(list(EffortScale)), st.integers(0, 100)),
    focus=st.none() | st.integers(0, 10),
    note=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40),
    band=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=10),
)
sides = st.builds(
    lambda draft, left, right: replace(draft, reps=min(left, right), reps_left=left, reps_right=right),
    drafts, st.integers(0, 1000), st.integers(0, 1000),
)  # fmt: skip


@given(draft=drafts | sides)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_set_comes_back_as_it_was(store: Store, draft: SetDraft) -> None:
    if store.sessions.active() is None:
        open_session(store)
    session = store.sessions.active()
    assert session is not None
    with store.transaction():
        made = store.sets.insert(session.id, store.sets.next_position(session.id), draft, NOW)
    assert store.sets.get(made.id) == made


def test_a_session_keeps_its_zone_and_its_plan(store: Store) -> None:
    session_id, exercise = open_session(store)
    session = store.sessions.get(session_id)
    assert session.started_at == NOW
    assert session.started_at.tzinfo == BERLIN
    (block,) = store.blocks.of_session(session_id)
    assert block.target == Target(exercise, 3, 8, 12, None, 2, 3, 90)


def test_there_is_one_open_session_at_most(store: Store) -> None:
    open_session(store)
    with pytest.raises(Exception, match="UNIQUE"):
        open_session(store)


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            store.entries.insert(Entry(0, 1, NOW, "half"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.entries.count() == 0


def test_deleting_a_session_takes_its_sets(store: Store) -> None:
    session_id, exercise = open_session(store)
    with store.transaction():
        store.sets.insert(session_id, 0, SetDraft(exercise, 0, reps=8), NOW)
        store.sessions.delete(session_id)
    assert store.sets.facts(exercise) == []
    assert store.problems() == []


def test_a_missing_rating_is_not_zero(store: Store) -> None:
    day = NOW.date().toordinal()
    with store.transaction():
        store.checkins.put(CheckIn(day, {Rating.MOOD: 0}), NOW)
    found = store.checkins.get(day)
    assert found is not None
    assert found.values == {Rating.MOOD: 0}
    with store.transaction():
        store.checkins.put(CheckIn(day, {}), NOW)
    assert store.checkins.get(day) is None


def test_a_night_comes_back_in_its_zone(store: Store) -> None:
    night = night_from_clock(date(2026, 3, 29), time(23, 0), time(7, 0), BERLIN, sol_min=20, quality=6)
    with store.transaction():
        store.nights.put(night)
    found = store.nights.get(night.day)
    assert found == night
    assert found is not None
    assert found.time_in_bed_min == 420


def test_settings_keep_to_their_range(store: Store) -> None:
    assert store.settings.get(REST_SECONDS) == 120
    with store.transaction():
        store.settings.put(REST_SECONDS, 90)
        store.settings.put(PERSON_NAME, "Sam")
        store._database.execute_sql("UPDATE setting SET value = '99999' WHERE key = 'rest_seconds'")
    assert store.settings.get(REST_SECONDS) == 120
    assert store.settings.get(PERSON_NAME) == "Sam"


def test_a_worker_thread_has_a_connection_of_its_own(store: Store) -> None:
    found: list[int] = []

    def work() -> None:
        with store.on_this_thread():
            found.append(store.entries.count())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [0]


def test_a_backup_is_a_whole_profile(store: Store, tmp_path: Path) -> None:
    open_session(store)
    copy = store.back_up(NOW)
    folder = tmp_path / "restored"
    folder.mkdir()
    with zipfile.ZipFile(copy) as parts:
        (folder / "nextrep.db").write_bytes(parts.read("nextrep.db"))
    again = Store(folder, now=NOW)
    assert again.sessions.active() == store.sessions.active()
    assert again.problems() == []
    again.close()


def test_instants_without_a_zone_name_keep_their_offset(store: Store) -> None:
    at = datetime.fromisoformat("2026-11-22T18:30:00-03:30")
    with store.transaction():
        number = store.entries.insert(Entry(0, 1, at, "x"))
    found = store.entries.get(number).written_at
    assert found == at
    assert found.utcoffset() == at.utcoffset()
    assert found.astimezone(UTC) == at.astimezone(UTC)
