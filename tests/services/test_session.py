"""Training from start to finish, with everything able to be taken back."""

from datetime import datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Measure
from nextrep.domain.records import RecordKind
from nextrep.domain.training import SessionState, SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, library, session
from nextrep.storage.store import Store


def kg(kilograms: float) -> Load:
    return Load(round(kilograms * 1000), Unit.KG)


def train(store: Store, now: datetime, *sets: tuple[float, int]) -> int:
    """One finished session of goblet squats."""
    view = session.start_free(store, now).value
    block = session.add_exercise(store, view.session.id, catalog.by_key("goblet_squat")).value
    number = session.view(store, view.session.id).blocks[0].exercise_id
    for load, reps in sets:
        session.log_set(store, view.session.id, SetDraft(number, block, load=kg(load), reps=reps), now)
    session.finish(store, view.session.id, now + timedelta(minutes=30))
    return view.session.id


def test_just_one_set_counts_as_a_session(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    (block,) = view.blocks
    assert block.exercise.key == "bodyweight_squat"
    session.log_set(store, view.session.id, SetDraft(block.exercise_id, 0, reps=10), now)
    done = session.finish(store, view.session.id, now + timedelta(minutes=2)).value
    assert done.state is SessionState.DONE
    assert done.duration_s == 120
    assert [summary.sets for summary in session.recent(store, 5)] == [1]


def test_a_session_left_open_ended_with_its_last_set(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    draft = SetDraft(view.blocks[0].exercise_id, 0, reps=10)
    session.log_set(store, view.session.id, draft, now + timedelta(minutes=9))
    done = session.finish(store, view.session.id, now + timedelta(days=2)).value
    assert done.ended_at == now + timedelta(minutes=9)
    assert done.duration_s == 9 * 60


def test_an_open_session_survives_a_crash(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=10), now)
    again = Store(store.folder, now=now)  # the first is never closed, as after a power cut
    found = session.active(again)
    assert found is not None
    assert found.set_count == 1
    again.close()


def test_only_one_session_is_open(store: Store, now: datetime) -> None:
    session.start_free(store, now)
    with pytest.raises(UserError, match="open already"):
        session.start_one_set(store, now)


def test_last_time_and_the_suggestion_come_from_the_log(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), (16, 10), (16, 9))
    train(store, now - timedelta(days=1), (18, 8))
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, catalog.by_key("goblet_squat"))
    (block,) = session.view(store, view.session.id).blocks
    assert [(draft.load, draft.reps) for draft in block.last] == [(kg(18), 8)]
    assert block.last_day == (now - timedelta(days=1)).date().toordinal()
    assert block.suggestion.load == kg(18)


def test_a_step_is_named_as_the_grid_names_the_set(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    number = view.blocks[0].exercise_id
    kinds = (SetKind.WARMUP, SetKind.WORKING, SetKind.DROP, SetKind.REST_PAUSE, SetKind.FAILURE)
    labels = [
        session.log_set(store, view.session.id, SetDraft(number, 0, kind, reps=10), now).label
        for kind in kinds
    ]
    assert labels == [
        "warm-up of Bodyweight squat",
        "set 1 of Bodyweight squat",
        "drop set of Bodyweight squat",
        "rest-pause set of Bodyweight squat",
        "set 2 of Bodyweight squat",
    ]


def test_every_step_can_be_taken_back_and_done_again(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    number = view.blocks[0].exercise_id
    logged = session.log_set(store, view.session.id, SetDraft(number, 0, reps=10), now)
    assert logged.label == "set 1 of Bodyweight squat"
    changed = session.change_set(store, logged.value.id, SetDraft(number, 0, reps=12))
    assert store.sets.get(logged.value.id).draft.reps == 12
    assert changed.undo is not None
    changed.undo()
    assert store.sets.get(logged.value.id).draft.reps == 10
    assert logged.undo is not None
    taken = logged.undo()
    assert store.sets.of_session(view.session.id) == []
    assert taken.undo is not None
    taken.undo()
    assert store.sets.of_session(view.session.id) == [logged.value]


def test_a_discarded_session_comes_back_whole(store: Store, now: datetime) -> None:
    session_id = train(store, now, (16, 10), (16, 9))
    before = session.view(store, session_id)
    gone = session.discard(store, session_id, now)
    assert store.is_empty()
    assert gone.undo is not None
    gone.undo()
    assert session.view(store, session_id) == before


def test_removing_an_exercise_takes_its_sets_and_gives_them_back(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    number = view.blocks[0].exercise_id
    session.log_set(store, view.session.id, SetDraft(number, 0, reps=10), now)
    gone = session.remove_exercise(store, view.session.id, 0, now)
    assert session.view(store, view.session.id).blocks == ()
    assert gone.undo is not None
    gone.undo()
    assert session.view(store, view.session.id).set_count == 1


def test_an_exercise_with_sets_is_not_swapped_away(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    session.swap_exercise(store, view.session.id, 0, catalog.by_key("chair_squat"))
    (block,) = session.view(store, view.session.id).blocks
    assert block.exercise.key == "chair_squat"
    assert block.target is not None
    session.log_set(store, view.session.id, SetDraft(block.exercise_id, 0, reps=10), now)
    with pytest.raises(UserError, match="are done"):
        session.swap_exercise(store, view.session.id, 0, catalog.by_key("wall_sit"))


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        ({"reps": 1001}, "reps"),
        ({"reps": -1}, "reps"),
        ({"seconds": 90_000}, "seconds"),
        ({"reps": 5, "focus": 11}, "focus"),
        ({}, "reps"),
    ],
)
def test_values_out_of_range_are_refused_and_nothing_is_kept(
    store: Store, now: datetime, draft: dict[str, int], field: str
) -> None:
    view = session.start_one_set(store, now).value
    with pytest.raises(UserError) as caught:
        session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, **draft), now)
    assert caught.value.field == field
    assert store.sets.of_session(view.session.id) == []


def test_a_session_without_a_set_is_not_finished(store: Store, now: datetime) -> None:
    view = session.start_free(store, now).value
    with pytest.raises(UserError, match="One set is enough"):
        session.finish(store, view.session.id, now)


def test_warm_ups_stay_out_of_counts_records_and_last_time(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), (16, 10))
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, catalog.by_key("goblet_squat"))
    number = session.view(store, view.session.id).blocks[0].exercise_id
    heavy = SetDraft(number, 0, SetKind.WARMUP, kg(40), 10)
    session.log_set(store, view.session.id, heavy, now)
    assert session.view(store, view.session.id).set_count == 0
    assert session.records_of(store, view.session.id) == []


def test_a_heavier_set_is_a_record_until_it_is_corrected(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), (16, 10))
    session_id = train(store, now, (18, 10))
    ((exercise, record),) = session.records_of(store, session_id)
    assert (exercise.key, record.kind) == ("goblet_squat", RecordKind.LOAD)
    (entry,) = store.sets.of_session(session_id)
    session.change_set(store, entry.id, SetDraft(entry.draft.exercise_id, 0, load=kg(14), reps=8))
    assert session.records_of(store, session_id) == []


def test_an_exercise_of_ones_own(store: Store, now: datetime) -> None:
    own = catalog.own_exercise("  Stone   lift ", Measure.LOADED)
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, own)
    (block,) = session.view(store, view.session.id).blocks
    assert block.exercise.name == "Stone lift"
    assert [found.exercise.name for found in library.view(store).find("stone")][:1] == ["Stone lift"]


def test_a_session_can_be_repeated(store: Store, now: datetime) -> None:
    earlier = train(store, now - timedelta(days=3), (16, 10))
    view = session.repeat(store, earlier, now).value
    assert [block.exercise.key for block in view.blocks] == ["goblet_squat"]
    assert view.set_count == 0


def test_a_block_knows_how_many_sets_are_asked_for(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), (16, 10), (16, 9))
    view = session.start_free(store, now).value
    session_id = view.session.id
    session.add_exercise(store, session_id, catalog.by_key("goblet_squat"))
    session.add_exercise(store, session_id, catalog.by_key("plank"))
    squat, plank = session.view(store, session_id).blocks
    assert (squat.goal, plank.goal) == (2, 1)  # as many as last time; one where there was none
    draft = SetDraft(squat.exercise_id, squat.block, load=kg(16), reps=10)
    session.log_set(store, session_id, draft, now)
    assert session.view(store, session_id).next_open(after=1) == 0
    session.log_set(store, session_id, draft, now)
    after = session.view(store, session_id)
    assert after.blocks[0].complete
    assert after.next_open() == 1
    session.log_set(store, session_id, SetDraft(plank.exercise_id, 1, seconds=30), now)
    assert session.view(store, session_id).next_open() is None


def test_a_warmup_is_named_as_one_and_is_not_counted(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    draft = SetDraft(view.blocks[0].exercise_id, 0, kind=SetKind.WARMUP, reps=5)
    warm = session.log_set(store, view.session.id, draft, now)
    assert warm.label == "warm-up of Bodyweight squat"
    done = session.log_set(store, view.session.id, SetDraft(draft.exercise_id, 0, reps=10), now)
    assert done.label == "set 1 of Bodyweight squat"
