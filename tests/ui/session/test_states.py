"""Keys and changes in odd moments: a key held down, another exercise meanwhile, the past, nothing left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from sqlcipher3 import dbapi2

from nextrep.domain.prescription import TargetDetails
from nextrep.domain.units import Unit
from nextrep.services import bin as trash
from nextrep.services import catalog, session, session_exercises
from nextrep.storage.store import FILE_NAME
from nextrep.ui.session.bin_dialog import BinDialog
from nextrep.ui.session.columns import Column
from nextrep.ui.session.words import last_words, plan_words
from tests.ui.session.conftest import MORNING, Hands, did, kg, train
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return
TIMED = target(2, None, seconds=30)


def hold(hands: Hands, key: Key, text: str = "") -> None:
    """Keep a key down: one press, then what the keyboard sends while it stays down."""
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeated)
        QApplication.sendEvent(hands.focus(), press)


def top(kind: type[QWidget]) -> QWidget:
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


@contextmanager
def locked(hands: Hands) -> Iterator[None]:
    """Another program writes to the profile meanwhile."""
    hands.store.do_not_wait()
    with closing(dbapi2.connect(hands.store.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def three(hands: Hands) -> Hands:
    """Three exercises, nothing done."""
    begin_with(hands, ("goblet_squat", target(3)), ("dumbbell_bench_press", target(3)), ("plank", TIMED))
    return hands


@pytest.fixture
def past(hands: Hands) -> Hands:
    """A session of three days ago, open to be corrected."""
    number = train(hands.store, MORNING - timedelta(days=3), "goblet_squat", did(16, 9))
    hands.screen.open(("edit", number))
    return hands


# A key held down


def test_a_key_held_down_leaves_one_exercise_out(three: Hands):
    hold(three, Key.Key_K, "k")
    assert [block.skipped for block in three.view.blocks] == [True, False, False]


def test_a_key_held_down_takes_one_step_back(three: Hands):
    three.keys("16x9", ENTER, "16x8", ENTER)
    hold(three, Key.Key_U, "u")
    assert [one.reps for one in three.done] == [9]


def test_moves_and_steps_go_on_while_their_key_is_down(three: Hands):
    hold(three, Key.Key_Plus, "+")
    assert float(three.text(0, Column.LOAD)) == 3 * 2
    hold(three, Key.Key_Down)
    assert three.grid.current == 2


def test_delete_held_down_deletes_one_session(hands: Hands):
    for days in (2, 3, 4, 5):
        train(hands.store, MORNING - timedelta(days=days), "goblet_squat", did(16, 9))
    hands.screen.open(("past", None))
    hold(hands, Key.Key_Delete)
    assert hands.store.sessions.count_done() == 3


def test_enter_held_down_restores_one_thing(hands: Hands):
    for days in (2, 3, 4):
        number = train(hands.store, MORNING - timedelta(days=days), "goblet_squat", did(16, 9))
        session.discard(hands.store, number, MORNING)
    hands.screen.open(("bin", None))
    dialog = top(BinDialog)
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(dialog.list, press)
    assert trash.count(hands.store) == 2
    dialog.close()


# What is seen is what is there


def test_the_history_is_new_after_every_change_of_the_past(hands: Hands):
    old = train(hands.store, MORNING - timedelta(days=3), "goblet_squat", did(16, 9))
    begin_with(hands, ("goblet_squat", target(2)))
    (entry,) = hands.store.sets.of_session(old)
    words = hands.screen.train.history.rows[0].sets
    for reps in range(20, 30):
        change = partial(session.change_set, hands.store, entry.id, replace(entry.draft, reps=reps))
        hands.context.operate.run(change, initiator=None)
        assert words.text() == f"16 kg × {reps}"


def test_a_record_is_said_in_the_unit_of_its_exercise(hands: Hands):
    did_before(hands, "goblet_squat", did(20, 13))
    begin_with(hands, ("goblet_squat", target(2, 15)))
    session_exercises.type_in(hands.store, hands.view.blocks[0].exercise_id, Unit.LB)
    hands.changed()
    hands.keys(Key.Key_Right, "15", ENTER)
    assert [one.load for one in hands.done] == [did(20).load]
    assert hands.screen.train.so_far.chip_texts() == ["Most reps at 44.09 lb"]


def test_help_is_the_same_number_in_the_plan_the_last_time_and_the_field(hands: Hands):
    did_before(hands, "assisted_pull_up_machine", did(-20, 8), did(-20, 7))
    begin_with(hands, ("assisted_pull_up_machine", target(2)))
    table = hands.screen.conductor.table
    assert hands.text(0, Column.LOAD) == "20"
    assert (plan_words(table.sheet, 0), last_words(table.sheet, 0)) == ("20 kg × 8", "20 × 8")


def test_a_weight_where_there_is_none_is_not_dropped_in_silence(hands: Hands):
    begin_with(hands, ("band_squat", target(1)))
    hands.keys("12x5", ENTER)
    assert hands.done == []
    assert hands.grid.parts.rows[0].problem.text() == "There is no weight here. Write the reps alone: 5x."
    hands.keys("5x", ENTER)
    assert [(one.load, one.reps) for one in hands.done] == [(None, 5)]


def test_weight_and_metres_of_a_carry_are_typed_at_once(hands: Hands):
    begin_with(hands, ("farmers_carry", target(1, None, details=TargetDetails(distance_m=20))))
    hands.keys("24x40", ENTER)
    (done,) = hands.done
    assert (done.load, done.distance_m, done.seconds) == (kg(24), 40, None)


# Another exercise meanwhile


def test_the_exercise_that_comes_into_view_stands_at_its_next_set(three: Hands):
    three.keys(Key.Key_Down, Key.Key_Down)
    three.screen.exercises.take_out()
    assert three.title == "Dumbbell bench press"
    assert three.grid.current == 0
    assert three.focus() is three.grid.cell(0, three.grid.column)


def test_a_note_belongs_to_the_set_it_was_begun_for(three: Hands):
    three.keys("16x9", ENTER, Key.Key_Up, "n", "deep")
    three.click(three.screen.train.exercises.items[1])
    assert three.title == "Dumbbell bench press"
    assert not three.screen.train.exercise.note_line.isVisible()
    assert [one.note for one in three.done] == ["deep"]
    assert all(not row.note for row in three.screen.conductor.table.rows)


def test_what_is_typed_stays_when_a_set_comes_back(hands: Hands):
    begin_with(hands, ("goblet_squat", target(2)))
    hands.keys("16x9", ENTER, Key.Key_Up, Key.Key_Delete)
    assert hands.done == []
    hands.keys(Key.Key_Down, "20", Key.Key_Right, "3")
    hands.context.undo.undo()
    assert [one.reps for one in hands.done] == [9]
    assert (hands.text(1, Column.LOAD), hands.text(1, Column.REPS)) == ("20", "3")


def test_a_set_that_waits_goes_with_its_exercise(three: Hands):
    with locked(three):
        three.keys("18x7", ENTER)
    three.screen.exercises.take_out()
    three.screen.train.unsaved.retry.emit()
    assert three.done == [], "no set of an exercise that is not there"
    assert [block.exercise.key for block in three.view.blocks] == ["dumbbell_bench_press", "plank"]
    (item,) = trash.items(three.store)
    assert [entry.draft.reps for entry in item.kept.sets] == [7]


def test_a_set_that_waits_does_not_become_one_of_another_exercise(three: Hands):
    squat = three.view.blocks[0].exercise_id
    with locked(three):
        three.keys("18x7", ENTER)
    three.screen.exercises._to_swap = 0
    three.screen.exercises._swap(catalog.by_key("bodyweight_squat"))
    assert [(one.exercise_id, one.reps) for one in three.done] == [(squat, 7)]
    assert three.view.blocks[0].exercise_id == squat, "a set of it is done"


def test_a_set_that_waits_is_in_the_bin_with_its_session(three: Hands):
    with locked(three):
        three.keys("18x7", ENTER)
    three.screen.exercises.discard()
    (item,) = trash.items(three.store)
    assert [entry.draft.reps for entry in item.kept.sets] == [7]


# Timers and the past


def test_a_timer_ends_with_its_session(hands: Hands):
    begin_with(hands, ("plank", TIMED))
    hands.keys("t")
    assert hands.screen.train.timer.active
    hands.screen.exercises.discard()
    assert not hands.screen.train.timer.active


def test_sets_of_the_past_are_neither_timed_nor_rated(past: Hands):
    past.keys("t", Key.Key_F7)
    assert not past.screen.train.timer.active
    assert past.screen.conductor.view.blocks[0].sets[0].draft.focus is None
    assert past.screen.train.exercise.saved.text() == "Sets of another day are not timed."
