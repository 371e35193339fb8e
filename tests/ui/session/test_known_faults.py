"""Faults that people met while training with other programs (trackers are named), shown not to be here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from nextrep.domain.owned import Owned
from nextrep.domain.training import SetKind
from nextrep.services import owned, preferences, session
from nextrep.settings.table import E1RM_FORMULA, EFFORT_SCALE
from nextrep.ui.session.columns import Column
from nextrep.ui.session.rest_clock import RestClock
from tests.ui.session.conftest import MORNING, Hands, did, kg, plan
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return
SQUAT, PRESS = "goblet_squat", "dumbbell_bench_press"


@pytest.fixture
def two(hands: Hands) -> Hands:
    """Two exercises that were done before."""
    for key in (SQUAT, PRESS):
        did_before(hands, key, did(16, 9), did(16, 9))
    begin_with(hands, (SQUAT, target(3, 8, 12)), (PRESS, target(2, 8, 12)))
    return hands


def test_a_set_that_is_opened_again_stays_one_set(two: Hands):
    """wger-project/flutter#1289: opening a logged set again and saving it wrote a second row."""
    two.keys("16x9", ENTER)
    (entry,) = two.view.blocks[0].sets
    for typed in ("17x9", "17x10", "18x10"):
        two.keys(Key.Key_Up, typed, ENTER, Key.Key_PageDown, Key.Key_PageUp)
    two.screen.refresh()
    two.keys(Key.Key_Up, ENTER)
    (kept,) = two.view.blocks[0].sets
    assert (kept.id, kept.position, kept.done_at) == (entry.id, entry.position, entry.done_at)
    assert (kept.draft.load, kept.draft.reps) == (kg(18), 10)


def test_the_rest_goes_on_while_something_else_is_looked_at(two: Hands):
    """wger-project/flutter#1289: the rest began anew when the page was left."""
    now = [0]
    two.screen.train.rest.clock = RestClock(lambda: now[0])
    two.keys("16x9", ENTER)
    rest, total = two.screen.train.rest, two.view.blocks[0].target.rest_s
    end = two.view.session.rest_end_at
    for seconds, look in (
        (10, lambda: two.keys(Key.Key_PageDown, Key.Key_PageUp)),
        (20, lambda: (two.screen.deactivate(), two.screen.hide(), two.screen.show(), two.screen.activate())),
        (30, two.screen.refresh),
        (40, two.changed),
    ):
        now[0] = seconds * 1000
        look()
        assert rest.clock.left_s() == total - seconds
        assert two.view.session.rest_end_at == end


def test_a_warm_up_that_is_done_stays_done(two: Hands):
    """astashov/liftosaur#221: warm-ups that were ticked came back unticked after a change elsewhere."""
    two.keys("w", "8x8", ENTER)
    for change in (
        preferences.change(two.store, EFFORT_SCALE, "rir"),
        preferences.change(two.store, E1RM_FORMULA, "brzycki"),
        owned.save(two.store, Owned(dumbbells=(kg(8), kg(16), kg(18)))),
    ):
        two.context.operate.announce(change, None)
        assert [(row.done, row.warmup) for row in two.screen.conductor.table.rows] == [
            (True, True), (False, False), (False, False), (False, False)
        ]  # fmt: skip
        two.keys(Key.Key_PageDown, Key.Key_PageUp)
    assert [one.kind for one in two.done] == [SetKind.WARMUP]


def test_what_is_typed_stays_when_another_lift_changes(two: Hands):
    """astashov/liftosaur#206: what was entered today went when the maximum of another lift was changed."""
    two.keys("20x7", ENTER, "22", Key.Key_Right, "6")
    earlier = next(one for one in session.recent(two.store, 5) if one.id != two.view.session.id)
    entry = two.store.sets.of_session(earlier.id)[0]
    change = session.change_set(two.store, entry.id, replace(entry.draft, load=kg(40)))
    two.context.operate.announce(change, None)
    assert [(one.load, one.reps) for one in two.done] == [(kg(20), 7)]
    assert (two.text(1, Column.LOAD), two.text(1, Column.REPS)) == ("22", "6")


def test_weights_follow_a_change_of_what_they_come_from(two: Hands):
    """astashov/liftosaur#585: after the plan was updated the old weight stood there still."""
    two.keys(Key.Key_PageDown)
    assert two.text(0, Column.LOAD) == "16"
    press = two.view.blocks[1].exercise_id
    earlier = two.store.sets.last_time(press, two.view.session.id)
    assert earlier is not None
    for one in session.recent(two.store, 5):
        for entry in two.store.sets.of_session(one.id):
            if entry.draft.exercise_id == press:
                change = session.change_set(two.store, entry.id, replace(entry.draft, load=kg(24)))
                two.context.operate.announce(change, None)
    assert two.text(0, Column.LOAD) == "24"
    assert two.grid.parts.rows[0].last.text() == "24 × 9"
    assert "24 kg" in two.grid.parts.rows[0].plan.text()


def test_no_number_is_kept_that_is_none(two: Hands):
    """Liftosaur, "Fix NaN from numeric inputs corrupting storage"."""
    table = two.screen.conductor.table
    for typed in ("NaN", "nan", "inf", "-inf", "1e999", "--", "1..2"):
        for column in (Column.LOAD, Column.REPS, Column.FOCUS):
            table.set_text(0, column, typed)
            two.grid.go_to(0)
            two.keys(ENTER)
            assert two.done == [], (column, typed)
            assert two.grid.parts.rows[0].problem.text()
            table.forget(0)
    two.grid.go_to(0, Column.LOAD)
    two.keys("16x9", ENTER)
    assert len(two.done) == 1


def test_a_session_is_begun_once_however_often_it_is_asked_for(hands: Hands):
    """wger: two sessions of one day, where a person or a slow answer asked twice (`WorkoutLog.save`)."""
    planned_id = plan(hands.store, MORNING)
    for _ in range(3):
        hands.screen.open(("start_planned", planned_id))
        hands.screen.open(("free", None))
    assert hands.store._database.execute_sql("SELECT count(*) FROM session").fetchone() == (1,)
    assert hands.view.session.planned_id == planned_id


def test_leaving_the_screen_loses_nothing(two: Hands, open_screen):
    """wger-project/flutter#1280, #1214: a session in progress went with the page or the program."""
    two.keys("18x9", ENTER, "20", Key.Key_Right, "7")
    two.screen.deactivate()
    two.screen.hide()
    two.screen.show()
    two.screen.activate()
    assert (two.text(1, Column.LOAD), two.text(1, Column.REPS)) == ("20", "7")
    back = open_screen(two.store, MORNING + timedelta(hours=3))  # the program was closed and opened again
    assert [(one.load, one.reps) for one in back.done] == [(kg(18), 9)]
    assert back.grid.current == 1


def test_a_discarded_session_can_be_had_back(two: Hands):
    """astashov/liftosaur#322 (no undo of a deleted workout); LiftLog: a deletion that "cannot be undone"."""
    two.keys("18x9", ENTER)
    before = two.view
    two.screen.exercises.discard()
    assert session.active(two.store) is None
    assert [item.title for item in two.store.bin.all()] == [before.session.title]
    two.context.undo.undo()
    assert two.view == before
    assert two.store.bin.all() == []
