"""What comes after a set: exercises done in turn, a rest after the round, one left out, one swapped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nextrep.domain.prescription import TargetDetails
from nextrep.domain.training import Target
from nextrep.services import catalog, session
from nextrep.ui.library.exercise_model import EXERCISE_ROLE
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.session.columns import Column
from tests.ui.session.conftest import Hands, did
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return
SQUAT, PRESS, ROW = "goblet_squat", "dumbbell_bench_press", "one_arm_dumbbell_row"


def turns(letter: str, sets: int = 2, rest_s: int = 90) -> Target:
    """What is asked of an exercise that is done in turn with others."""
    return target(sets, rest_s=rest_s, details=TargetDetails(superset=letter))


def marked(hands: Hands) -> list[str]:
    """The exercises that the list marks as the one to do."""
    return [item.text() for item in hands.screen.train.exercises.items if item.isChecked()]


def walk(hands: Hands, sets: int) -> list[tuple[str, bool]]:
    """Do sets as they stand; return the exercise of each, and whether a rest came after it."""
    seen = []
    for _ in range(sets):
        assert marked(hands) == [hands.title]
        name = hands.title
        hands.keys(ENTER)
        seen.append((name, hands.screen.train.rest.clock.running))
    return seen


@pytest.fixture
def trained(hands: Hands) -> Hands:
    for key in (SQUAT, PRESS, ROW):
        did_before(hands, key, did(16, 8), did(16, 8), did(16, 8))
    return hands


def test_two_in_turn_rest_after_the_round_only(trained: Hands):
    begin_with(trained, (SQUAT, turns("A")), (PRESS, turns("A")), (ROW, target(1)))
    assert walk(trained, 5) == [
        ("Goblet squat", False),
        ("Dumbbell bench press", True),
        ("Goblet squat", False),
        ("Dumbbell bench press", True),
        ("One-arm dumbbell row", False),  # the last of all has nothing to rest for
    ]
    assert trained.focus() is trained.screen.train.finish_button


def test_the_next_of_a_round_begins_at_once_and_ends_a_rest_that_runs(trained: Hands):
    begin_with(trained, (SQUAT, turns("A")), (PRESS, turns("A")))
    walk(trained, 2)
    assert trained.screen.train.rest.clock.running
    trained.keys(ENTER)
    assert not trained.screen.train.rest.clock.running
    assert trained.title == "Dumbbell bench press"


def test_a_circuit_of_three(trained: Hands):
    begin_with(trained, (SQUAT, turns("C")), (PRESS, turns("C")), (ROW, turns("C")))
    assert walk(trained, 6) == [
        ("Goblet squat", False),
        ("Dumbbell bench press", False),
        ("One-arm dumbbell row", True),
        ("Goblet squat", False),
        ("Dumbbell bench press", False),
        ("One-arm dumbbell row", False),
    ]


def test_who_has_more_sets_goes_on_alone_with_a_rest(trained: Hands):
    begin_with(trained, (SQUAT, turns("A", 3)), (PRESS, turns("A", 1)), (ROW, target(1)))
    assert walk(trained, 5) == [
        ("Goblet squat", False),
        ("Dumbbell bench press", True),
        ("Goblet squat", True),
        ("Goblet squat", True),
        ("One-arm dumbbell row", False),
    ]


def test_a_warm_up_does_not_go_round(trained: Hands):
    begin_with(trained, (SQUAT, turns("A")), (PRESS, turns("A")))
    trained.keys("w", "8", ENTER)
    assert trained.title == "Goblet squat"
    assert walk(trained, 2) == [("Goblet squat", False), ("Dumbbell bench press", True)]


def test_one_that_began_late_catches_up(trained: Hands):
    begin_with(trained, (SQUAT, turns("A")), (PRESS, turns("A")))
    trained.keys(Key.Key_PageDown, ENTER)
    assert trained.title == "Goblet squat"
    walk(trained, 1)
    assert trained.title == "Goblet squat", "both have one set now, and the round begins with the first"


def test_one_that_is_left_out_is_passed_over_and_comes_back(trained: Hands):
    begin_with(trained, (SQUAT, turns("A")), (PRESS, turns("A")), (ROW, target(1)))
    trained.keys(Key.Key_PageDown, "k")
    items = trained.screen.train.exercises.items
    assert items[1].count_text() == "left out today"
    assert trained.title == "One-arm dumbbell row"
    trained.keys(Key.Key_PageUp, Key.Key_PageUp)
    assert walk(trained, 2) == [("Goblet squat", True), ("Goblet squat", True)]
    assert trained.title == "One-arm dumbbell row"
    trained.keys("u", "u", "u")  # two sets, and leaving out
    assert trained.screen.train.exercises.items[1].count_text().startswith("0 of 2 sets")
    assert trained.done == []


def test_leaving_out_keeps_what_was_done_and_is_taken_back_by_the_same_key(trained: Hands):
    begin_with(trained, (SQUAT, target(2)), (PRESS, target(1)))
    trained.keys(ENTER, "k")
    assert trained.title == "Dumbbell bench press"
    assert len(trained.done) == 1
    assert trained.view.blocks[0].skipped
    trained.keys(Key.Key_PageUp, "k")
    assert not trained.view.blocks[0].skipped
    assert trained.title == "Goblet squat"
    walk(trained, 1)
    assert len(trained.done) == 2


def test_a_session_with_all_the_rest_left_out_is_at_its_end(trained: Hands):
    begin_with(trained, (SQUAT, target(1)), (PRESS, target(1)))
    trained.keys(Key.Key_PageDown, "k", ENTER)
    assert trained.focus() is trained.screen.train.finish_button
    assert not trained.screen.train.rest.clock.running


def test_s_swaps_and_history_stays_apart(trained: Hands):
    begin_with(trained, (SQUAT, target(2)), (PRESS, target(1)))
    suggested = trained.text(0, Column.LOAD)
    trained.keys("s")
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ExercisePicker) and w.isVisible()]
    wanted = dialog.list.model().index(1, 0).data(EXERCISE_ROLE)
    trained.qtbot.keyClick(dialog.field, Key.Key_Down)
    trained.qtbot.keyClick(dialog.field, ENTER)
    assert trained.title == wanted.name
    assert trained.grid._has_focus()
    block = trained.view.blocks[0]
    assert block.last == (), "what was done of the other one is not its past"
    assert trained.text(0, Column.LOAD) != suggested
    trained.keys(Key.Key_Left, "12x8", ENTER)
    squat = catalog.number_of(trained.store, catalog.by_key(SQUAT))
    assert trained.done[0].exercise_id == block.exercise_id != squat
    assert len(trained.store.sets.facts(squat)) == 3, "nor is this a set of the other one"
    trained.keys("u", "u")
    assert trained.title == "Goblet squat"
    assert trained.text(0, Column.LOAD) == suggested


def test_swapping_is_refused_once_a_set_is_done(trained: Hands):
    begin_with(trained, (SQUAT, target(2)))
    trained.keys(ENTER, "s")
    assert [
        w for w in QApplication.topLevelWidgets() if isinstance(w, ExercisePicker) and w.isVisible()
    ] == []
    assert session.view(trained.store, trained.view.session.id).blocks[0].exercise.key == SQUAT
