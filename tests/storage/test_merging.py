"""One exercise becoming part of another, at the level of rows."""

from __future__ import annotations

from datetime import UTC, datetime

from nextrep.domain.exercises import Measure
from nextrep.domain.training import Block, Session, SessionState, SetDraft
from nextrep.storage.merging import Extent
from nextrep.storage.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _session(store: Store, *exercises: int) -> int:
    session = Session(0, "Push", NOON, NOON, NOON.toordinal(), SessionState.DONE)
    number = store.sessions.insert(session)
    for block, exercise in enumerate(exercises):
        store.blocks.add(number, Block(block, exercise, None))
        store.sets.insert(number, block, SetDraft(exercise, block, reps=8), NOON)
    return number


def test_rows_move_and_move_back_to_where_they_were(store: Store) -> None:
    with store.transaction():
        mine = store.exercises.ensure("own_bench", "Bench", Measure.LOADED, own=True)
        other = store.exercises.ensure("barbell_bench_press", "Barbell bench press", Measure.LOADED)
        session = _session(store, mine, other, mine)
        moved = store.merging.move(mine, other)
    assert {block.exercise_id for block in store.blocks.of_session(session)} == {other}
    assert store.merging.extent(other) == Extent(sets=3, sessions=1, planned=0)
    assert store.exercises.standing(mine).id == other
    assert store.exercises.ensure("own_bench", "Bench", Measure.LOADED) == other
    with store.transaction():
        store.blocks.delete(session, 2)
        store.blocks.add(session, Block(2, other, None))  # taken out and brought back: another row
        store.merging.move_back(moved)
    assert [block.exercise_id for block in store.blocks.of_session(session)] == [mine, other, mine]
    assert [entry.draft.exercise_id for entry in store.sets.of_session(session)] == [mine, other, mine]
    assert store.exercises.standing(mine).id == mine
    assert store.problems() == []


def test_the_number_of_a_deleted_exercise_is_not_given_again(store: Store) -> None:
    with store.transaction():
        first = store.exercises.ensure("own_one", "One", Measure.LOADED, own=True)
        known = store.exercises.get(first)
        store.exercises.delete(first)
        second = store.exercises.ensure("plank", "Plank", Measure.TIMED)
        store.exercises.insert(known)
    assert second != first
    assert store.exercises.get(first) == known


def test_what_refers_to_an_exercise_is_found(store: Store) -> None:
    with store.transaction():
        unused, used, merged = (
            store.exercises.ensure(f"own_{name}", name, Measure.LOADED, own=True) for name in ("a", "b", "c")
        )
        _session(store, used)
        store.merging.move(merged, unused)
    assert store.exercises.in_use(store.exercises.get(used))
    assert store.exercises.in_use(store.exercises.get(unused)), "another one became part of it"
    assert not store.exercises.in_use(store.exercises.get(merged))
