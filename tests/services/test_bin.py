"""The bin: what is deleted rests there, comes back to its place, and is gone after 30 days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.bin import BinKind
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure, Muscle, Pattern
from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet
from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.training import Effort, EffortScale, SessionState, SetDraft, SetKind
from nextrep.domain.units import Unit
from nextrep.services import (
    bin as trash,
)
from nextrep.services import catalog, export, library_editing, program, session, session_ratings, transfer
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, PLANK, add, kg, log, reps, train, undo

BERLIN = ZoneInfo("Europe/Berlin")
CRAWL = Exercise("", "Hallway crawl", Pattern.CORE, Measure.LOADED, (Muscle.ABDOMINALS,), note="Slowly")


def sets_of(store: Store, session_id: int) -> list[tuple[int | None, str]]:
    """Reps and exercise of each set in order."""
    return [
        (entry.draft.reps, catalog.exercise_of(store, entry.draft.exercise_id).key)
        for entry in store.sets.of_session(session_id)
    ]


def only(store: Store) -> int:
    (item,) = trash.items(store)
    return item.id


def test_a_deleted_set_comes_back_to_its_place_with_all_it_had(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9, 8)))
    full = SetDraft(
        store.sets.of_session(number)[1].draft.exercise_id,
        0,
        kind=SetKind.FAILURE,
        load=kg(18),
        reps=5,
        effort=Effort(EffortScale.RPE, 95),
        focus=7,
        note="left knee",
        reps_left=5,
        reps_right=6,
        band="red",
    )
    entry = store.sets.of_session(number)[1]
    session.change_set(store, entry.id, full)
    before = log(store)
    session.delete_set(store, entry.id, now)
    assert [one for one, _ in sets_of(store, number)] == [10, 8]
    (item,) = trash.items(store)
    assert (item.kind, item.title, item.day) == (BinKind.SET, "Goblet squat", now.date().toordinal())
    assert item.kept.sets[0].draft == full
    assert trash.restore(store, item.id, now).value == number
    assert log(store) == before


def test_a_set_whose_place_was_taken_stands_before_the_one_that_took_it(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    block = add(store, number, GOBLET, reps(10, 9), now)
    last = store.sets.of_session(number)[1]
    session.delete_set(store, last.id, now)
    session.log_set(store, number, replace(last.draft, reps=5), now)
    session.log_set(store, number, replace(last.draft, reps=4), now)
    before = log(store)
    back = trash.restore(store, only(store), now)
    assert [one for one, _ in sets_of(store, number)] == [10, 9, 5, 4]
    assert len({entry.position for entry in store.sets.of_session(number)}) == 4
    after = log(store)
    again = undo(back)
    assert log(store) == before
    undo(again)
    assert log(store) == after
    assert block == 0


def test_an_exercise_comes_back_with_its_sets(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)), (PLANK, [SetDraft(0, 0, seconds=40)]))
    before = log(store)
    session.remove_exercise(store, number, 0, now)
    assert sets_of(store, number) == [(None, "plank")]
    trash.restore(store, only(store), now)
    assert log(store) == before


def test_an_exercise_whose_number_was_given_away_comes_behind_the_others(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    block = add(store, number, GOBLET, reps(10), now)
    session.remove_exercise(store, number, block, now)
    assert add(store, number, PLANK, [SetDraft(0, 0, seconds=30)], now) == block
    trash.restore(store, only(store), now)
    view = session.view(store, number)
    assert [(one.exercise.key, one.working_sets) for one in view.blocks] == [
        ("plank", 1),
        ("goblet_squat", 1),
    ]


def test_a_set_brings_its_exercise_along(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    block = add(store, number, GOBLET, reps(10), now)
    session.delete_set(store, store.sets.of_session(number)[0].id, now)
    session.remove_exercise(store, number, block, now)  # it has no set left, so it does not rest in the bin
    before = log(store)
    back = trash.restore(store, only(store), now)
    assert sets_of(store, number) == [(10, "goblet_squat")]
    undo(back)
    assert log(store) == before


def test_a_session_comes_back_whole_under_its_number(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)), note="Quiet morning")
    before = log(store)
    session.discard(store, number, now)
    assert store.sessions.count_done() == 0
    after = log(store)
    back = trash.restore(store, only(store), now)
    assert back.value == number
    assert log(store) == before
    undo(back)
    assert log(store) == after


def test_no_session_gets_the_number_of_one_in_the_bin(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)))
    session.delete_set(store, store.sets.of_session(number)[0].id, now)
    session.discard(store, number, now + timedelta(seconds=1))
    other = train(store, now, (PLANK, [SetDraft(0, 0, seconds=30)]))
    assert other != number
    whole, part = trash.items(store)
    with pytest.raises(UserError, match="in the bin too"):
        trash.restore(store, part.id, now)
    trash.restore(store, whole.id, now)
    trash.restore(store, part.id, now)
    assert sets_of(store, number) == [(10, "goblet_squat"), (9, "goblet_squat")]
    assert sets_of(store, other) == [(None, "plank")]


def test_a_set_of_a_session_that_is_gone_for_good_says_so(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)))
    session.delete_set(store, store.sets.of_session(number)[0].id, now)
    session.discard(store, number, now + timedelta(seconds=1))
    trash.delete_for_good(store, trash.items(store)[0].id)
    before = log(store)
    with pytest.raises(UserError, match="not there any more"):
        trash.restore(store, only(store), now)
    assert log(store) == before


def test_undo_takes_out_of_the_bin_what_it_brings_back(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)))
    before = log(store)
    for deleting in (
        lambda: session.delete_set(store, store.sets.of_session(number)[0].id, now),
        lambda: session.remove_exercise(store, number, 0, now),
        lambda: session.discard(store, number, now),
    ):
        gone = deleting()
        after = log(store)
        assert trash.count(store) == 1
        again = undo(gone)
        assert log(store) == before
        redone = undo(again)
        assert log(store) == after
        undo(redone)
        assert log(store) == before


def test_what_was_taken_back_rather_than_deleted_is_not_in_the_bin(store: Store, now: datetime) -> None:
    started = session.start_one_set(store, now)
    number, exercise_id = started.value.session.id, started.value.blocks[0].exercise_id
    added = session.add_exercise(store, number, GOBLET)
    logged = session.log_set(store, number, SetDraft(exercise_id, 0, reps=10), now)
    for outcome in (logged, added, started):
        undo(outcome)
    assert trash.items(store) == []


def test_nothing_is_kept_of_what_was_empty(store: Store, now: datetime) -> None:
    number = session.start_one_set(store, now).value.session.id
    session.remove_exercise(store, number, 0, now)
    session.discard(store, number, now)
    assert trash.items(store) == []


def test_one_answer_to_how_it_felt_is_enough_to_be_kept(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(9)))
    session_ratings.rate_after(store, number, None, 3, now)
    session.remove_exercise(store, number, 0, now)
    trash.empty(store)
    session.discard(store, number, now)
    assert [item.kind for item in trash.items(store)] == [BinKind.SESSION]


def test_it_comes_back_as_what_it_was_merged_into(store: Store, now: datetime) -> None:
    crawl = library_editing.add(store, CRAWL).value
    number = train(store, now, (crawl, reps(10)), (GOBLET, reps(9)))
    session.remove_exercise(store, number, 0, now)
    library_editing.merge(store, crawl, GOBLET)
    trash.restore(store, only(store), now)
    assert sets_of(store, number) == [(10, "goblet_squat"), (9, "goblet_squat")]


def test_an_exercise_that_was_deleted_since_is_made_again(store: Store, now: datetime) -> None:
    crawl = library_editing.add(store, CRAWL).value
    number = train(store, now, (crawl, reps(10)), (GOBLET, reps(9)))
    session.remove_exercise(store, number, 0, now)
    library_editing.delete(store, crawl)
    before = log(store)
    back = trash.restore(store, only(store), now)
    found = catalog.find_key(store, crawl.key)
    assert found == crawl
    assert sets_of(store, number)[0] == (10, crawl.key)
    after = log(store)
    again = undo(back)
    assert log(store) == before
    undo(again)
    assert log(store) == after


def test_a_discarded_session_comes_back_open_only_while_it_is_fresh(store: Store, now: datetime) -> None:
    for passed, another, state in (
        (timedelta(hours=2), False, SessionState.ACTIVE),
        (timedelta(days=2), False, SessionState.DONE),
        (timedelta(hours=2), True, SessionState.DONE),
    ):
        number = session.start_free(store, now).value.session.id
        add(store, number, GOBLET, reps(10), now + timedelta(minutes=12))
        session.discard(store, number, now)
        if another:
            session.start_free(store, now)
        trash.restore(store, only(store), now + passed)
        found = store.sessions.get(number)
        assert found.state is state
        if state is SessionState.DONE:
            assert (found.duration_s, found.ended_at) == (720, now + timedelta(minutes=12))
        else:
            session.finish(store, number, now)


def test_a_planned_session_is_done_again_unless_another_one_did_it(store: Store, now: datetime) -> None:
    program.create(store, Answers(), now)
    current = program.current(store)
    assert current is not None
    planned_id = current.sessions[0].planned.id
    view = session.start_planned(store, planned_id, now).value
    session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=8), now)
    session.finish(store, view.session.id, now)
    session.discard(store, view.session.id, now)
    back = trash.restore(store, only(store), now)
    assert store.programs.planned(planned_id).state is PlannedState.DONE
    undo(back)
    other = session.start_planned(store, planned_id, now).value
    session.log_set(store, other.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=8), now)
    session.finish(store, other.session.id, now)
    trash.restore(store, only(store), now)
    assert store.sessions.get(view.session.id).planned_id is None


def test_a_session_that_an_import_brought_back_does_not_come_twice(store: Store, now: datetime) -> None:
    sets = (ImportedSet("Bench Press (Barbell)", 0, 2, reps=8),)
    one = ImportedSession("Push", datetime(2026, 10, 1, 18), sets)  # noqa: DTZ001 - files have wall time
    file = ImportedLog("strong", Unit.KG, "file", (one,))
    transfer.keep(store, file, BERLIN)
    session.discard(store, store.sessions.done()[0].id, now)
    transfer.keep(store, file, BERLIN)
    with pytest.raises(UserError, match="import"):
        trash.restore(store, only(store), now)
    assert store.sessions.count_done() == 1


def test_after_thirty_days_it_is_gone_for_good(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9, 8)))
    first, second, _ = store.sets.of_session(number)
    session.delete_set(store, first.id, now)
    session.delete_set(store, second.id, now + timedelta(days=1))
    assert [trash.days_left(one, now + timedelta(days=2)) for one in trash.items(store)] == [29, 28]
    assert trash.purge(store, now + timedelta(days=30)) == 0
    assert trash.purge(store, now + timedelta(days=30, minutes=1)) == 1
    assert [one.kept.sets[0].draft.reps for one in trash.items(store)] == [9]
    assert trash.days_left(trash.items(store)[0], now + timedelta(days=40)) == 0


def test_undo_still_works_for_what_was_deleted_for_good(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)))
    before = log(store)
    gone = session.delete_set(store, store.sets.of_session(number)[0].id, now)
    trash.empty(store)
    again = undo(gone)
    assert log(store) == before
    undo(again)
    assert trash.count(store) == 1


def test_what_rests_in_the_bin_is_not_exported_and_counts_for_nothing(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    number = train(store, now, (GOBLET, reps(10, 9)))
    session.delete_set(store, store.sets.of_session(number)[0].id, now)
    assert export.export(store, tmp_path / "out.csv", "csv") == 1
    session.discard(store, number, now)
    assert export.export(store, tmp_path / "out.json", "json") == 0
    assert store.is_empty()


def test_the_instant_of_deleting_is_kept_whatever_the_zone(store: Store, now: datetime) -> None:
    number = train(store, now, (GOBLET, reps(10)), note="x")
    session.discard(store, number, now.astimezone(ZoneInfo("Asia/Tokyo")))
    (item,) = trash.items(store)
    assert item.deleted_at == now.astimezone(UTC)
    assert item.kept.session.started_at.tzinfo == BERLIN
