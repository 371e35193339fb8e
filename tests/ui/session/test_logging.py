"""Training by keys: each Enter is on disk, each mistake can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from nextrep.domain.training import EffortScale, SetKind
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services import catalog, preferences, session
from nextrep.settings.table import EFFORT_SCALE, REST_SECONDS, UNIT
from nextrep.storage.store import Store
from nextrep.ui.session.columns import Column
from nextrep.ui.session.grid import SetGrid
from nextrep.ui.session.key_help import KeyHelp
from tests.ui.session.conftest import MORNING, Hands, did, kg, plan, train

Key = Qt.Key
ENTER = Key.Key_Return


def test_enter_takes_the_row_as_it_stands_and_says_when_it_was_saved(planned: Hands):
    planned.later(seconds=60)
    planned.keys(ENTER)
    (first,) = planned.done
    assert (first.load, first.reps) == (kg(16), 9)
    assert planned.screen.train.exercise.saved.text() == "Set 1 of Goblet squat saved 07:15:04"
    assert planned.grid.current == 1
    assert planned.focus() is planned.grid.cell(1, Column.LOAD)


def test_a_set_done_out_of_turn_is_named_by_its_place_in_the_log(planned: Hands):
    planned.keys(Key.Key_Down, ENTER)
    saved = planned.screen.train.exercise.saved
    assert saved.text().startswith("Set 1 of Goblet squat saved")
    planned.keys("u")
    assert not saved.isVisible()


def test_digits_replace_and_fields_are_walked_with_arrows(planned: Hands):
    planned.keys("17,5", Key.Key_Right, "11", Key.Key_Right, "7", ENTER)
    (first,) = planned.done
    assert (first.load, first.reps, first.focus) == (kg(17.5), 11, 7)
    assert planned.focus() is planned.grid.cell(1, Column.FOCUS)
    planned.keys(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert planned.focus() is planned.grid.cell(1, Column.LOAD)


def test_tab_walks_the_fields_then_the_button_of_the_row(planned: Hands):
    grid = planned.grid
    places = [planned.focus()]
    for _ in range(3):
        planned.keys(Key.Key_Tab)
        places.append(planned.focus())
    assert places == [
        *(grid.cell(0, column) for column in Column if column in (Column.LOAD, Column.REPS, Column.FOCUS)),
        grid.parts.rows[0].save,
    ]
    planned.keys(ENTER)
    assert len(planned.done) == 1


def test_plus_and_minus_change_the_weight_by_the_smallest_step(planned: Hands):
    planned.keys("+", "+", "-")
    assert planned.text(0, Column.LOAD) == "18"
    assert planned.screen.train.load.load.text() == "18 kg"
    planned.click(planned.screen.train.load.lighter)
    assert planned.text(0, Column.LOAD) == "16"


def test_letters_are_commands_and_never_text(planned: Hands):
    planned.keys(Key.Key_Right, "yzg")
    assert planned.text(0, Column.REPS) == "9"


def test_a_key_held_down_saves_once(planned: Hands, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    held = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(planned.focus(), held)
    assert planned.done == []


def test_after_the_last_planned_set_the_next_exercise_comes_and_at_last_the_finish(planned: Hands):
    planned.keys(ENTER, ENTER)
    assert planned.title == "Dumbbell bench press"
    assert planned.focus() is planned.grid.cell(0, Column.LOAD)
    for _ in range(3):
        planned.keys("10", ENTER, ENTER)
    assert planned.title == "Dead bug"
    planned.keys(ENTER, ENTER)
    assert len(planned.done) == 10
    assert planned.focus() is planned.screen.train.finish_button
    counts = [item.count_text() for item in planned.screen.train.exercises.items]
    assert counts == ["2 of 2 sets"] * 5


def test_page_keys_turn_to_other_exercises(planned: Hands):
    planned.keys(Key.Key_PageDown)
    assert planned.title == "Dumbbell bench press"
    planned.chord(Key.Key_PageDown)
    assert planned.title == "One-arm dumbbell row"
    planned.keys(Key.Key_PageUp, Key.Key_PageUp, Key.Key_PageUp)
    assert planned.title == "Goblet squat"
    planned.click(planned.screen.train.exercises.items[3])
    assert planned.title == "Dumbbell Romanian deadlift"
    planned.screen.train.finish_button.setFocus()
    planned.chord(Key.Key_PageUp)
    assert planned.title == "One-arm dumbbell row"


def test_what_was_typed_waits_while_another_exercise_is_shown(planned: Hands):
    planned.keys("20", Key.Key_PageDown, Key.Key_PageUp)
    assert planned.text(0, Column.LOAD) == "20"
    assert planned.done == []


@pytest.mark.parametrize(
    ("keys", "column", "words"),
    [
        (("9999",), Column.LOAD, "1000 kg"),
        ((Key.Key_Right, "1001"), Column.REPS, "0 to 1000"),
        ((Key.Key_Right, Key.Key_Right, "11"), Column.FOCUS, "0 to 10"),
    ],
)
def test_out_of_range_is_refused_at_the_field_and_nothing_is_logged(planned: Hands, keys, column, words):
    planned.keys(*keys, ENTER)
    cell = planned.grid.cell(0, column)
    assert words in planned.grid.parts.rows[0].problem.text()
    assert words in cell.accessibleDescription()
    assert planned.focus() is cell
    assert planned.done == []
    planned.keys("8", ENTER)
    assert planned.grid.parts.rows[0].problem.text() == ""
    assert len(planned.done) == 1


def test_w_makes_a_warmup_that_counts_nowhere(planned: Hands):
    planned.keys("w", "8", ENTER)
    (warm,) = planned.done
    assert (warm.kind, warm.load) == (SetKind.WARMUP, kg(8))
    assert planned.screen.train.so_far.text.text() == "0 sets"
    assert planned.screen.train.exercises.items[0].count_text() == "0 of 2 sets"
    assert planned.text(1, Column.LOAD) == "16"  # the working sets do not take over the warm-up's weight
    planned.keys(ENTER)
    assert planned.screen.train.so_far.text.text() == "1 set · 144 kg"


def test_w_on_a_done_row_turns_it_and_undo_turns_it_back(planned: Hands):
    planned.keys(ENTER, Key.Key_Up, "w")
    assert planned.done[0].kind is SetKind.WARMUP
    planned.keys("u")
    assert planned.done[0].kind is SetKind.WORKING


def test_a_adds_a_row_beyond_the_plan(planned: Hands):
    planned.keys(ENTER, "a")
    assert planned.grid.current == 2
    planned.keys(ENTER, ENTER)
    assert len(planned.done) == 3
    assert planned.title == "Dumbbell bench press"


def test_a_done_row_is_corrected_with_enter(planned: Hands):
    planned.keys(ENTER, Key.Key_Up, Key.Key_Right, "12")
    assert planned.grid.parts.rows[0].save.isVisible()
    planned.keys(ENTER)
    (first,) = planned.done
    assert first.reps == 12
    assert planned.grid.current == 1
    planned.chord(Key.Key_Z)
    assert planned.done[0].reps == 9
    assert planned.text(0, Column.REPS) == "9"


def test_enter_on_an_unchanged_done_row_writes_nothing(planned: Hands):
    planned.keys(ENTER)
    steps = planned.context.undo.count()
    planned.keys(Key.Key_Up, ENTER)
    assert planned.context.undo.count() == steps
    assert planned.grid.current == 1


def test_a_wrong_correction_changes_nothing(planned: Hands):
    planned.keys(ENTER, Key.Key_Up, "9999", ENTER)
    assert planned.done[0].load == kg(16)
    assert "1000 kg" in planned.grid.parts.rows[0].problem.text()


def test_delete_takes_a_done_set_and_undo_brings_it_back(planned: Hands):
    planned.keys(ENTER, Key.Key_Up, Key.Key_Delete)
    assert planned.done == []
    assert planned.grid.current == 0
    planned.keys("u")
    assert [draft.reps for draft in planned.done] == [9]
    planned.click(planned.grid.cell(0, Column.REPS))
    planned.click(planned.screen.train.exercise.buttons.delete)
    assert planned.done == []


def test_undo_and_redo_follow_the_log_into_another_exercise(planned: Hands):
    planned.keys(ENTER, ENTER)
    assert planned.title == "Dumbbell bench press"
    planned.keys("u")
    assert len(planned.done) == 1
    assert planned.title == "Goblet squat"
    assert planned.grid.current == 1
    planned.context.undo.redo()
    assert len(planned.done) == 2
    assert planned.screen.train.exercises.items[0].count_text() == "2 of 2 sets"


def test_weights_are_in_pounds_where_pounds_are_wanted(hands: Hands):
    preferences.change(hands.store, UNIT, "lb")
    train(hands.store, MORNING - timedelta(days=2), "goblet_squat", did(20, 8))
    earlier = session.recent(hands.store, 1)[0]
    hands.begin(("repeat", earlier.id))
    assert hands.text(0, Column.LOAD) == "44.09"
    hands.keys("45", "+", ENTER)
    assert hands.done[0].load == load_of(50, Unit.LB)
    assert hands.screen.train.so_far.text.text() == "1 set · 400 lb"


def test_a_change_of_unit_is_seen_at_once(planned: Hands):
    preferences_changed = preferences.change(planned.store, UNIT, "lb")
    planned.context.operate.announce(preferences_changed, None)
    assert planned.text(0, Column.LOAD) == "35.27"


def test_a_timed_exercise_is_logged_in_seconds(hands: Hands):
    train(hands.store, MORNING - timedelta(days=2), "plank", did(seconds=40))
    hands.begin(("repeat", session.recent(hands.store, 1)[0].id))
    assert hands.text(0, Column.SECONDS) == "40"
    assert hands.focus() is hands.grid.cell(0, Column.SECONDS), "what is typed first is no weight"
    hands.keys("45", ENTER)
    (first,) = hands.done
    assert (first.seconds, first.reps, first.load) == (45, None, None)
    assert hands.screen.train.so_far.chip_texts() == ["Longest hold"]


def test_effort_is_asked_only_where_wanted(planned: Hands):
    assert all(title.text() != "Reps left" for title in planned.grid.parts.heads)
    change = preferences.change(planned.store, EFFORT_SCALE, "rir")
    planned.context.operate.announce(change, None)
    planned.keys(Key.Key_Right, Key.Key_Right, "2", ENTER)
    effort = planned.done[0].effort
    assert (effort.scale, effort.tenths) == (EffortScale.RIR, 20)


def test_the_rest_is_as_planned_or_as_preferred(planned: Hands):
    ring = planned.screen.train.rest.ring
    rest = planned.view.blocks[0].target.rest_s
    planned.keys(ENTER)
    assert planned.screen.train.rest.clock.running
    assert f"{rest // 60}:{rest % 60:02d}" in ring.accessibleName()
    planned.click(planned.screen.train.rest.skip)
    assert not planned.screen.train.rest.clock.running
    assert planned.focus() is planned.grid.cell(1, Column.LOAD)
    preferences.change(planned.store, REST_SECONDS, 45)
    block = session.add_exercise(planned.store, planned.view.session.id, catalog.by_key("plank")).value
    planned.changed()
    planned.screen.conductor.show_block(block)
    planned.keys("30", ENTER)
    assert "0:45" in ring.accessibleName()


def test_a_record_is_shown_the_moment_it_is_saved(planned: Hands):
    planned.keys(Key.Key_Right, "10", ENTER)
    assert planned.screen.train.so_far.chip_texts() == ["Best set"]
    planned.keys("u")
    assert planned.screen.train.so_far.chip_texts() == []


def test_after_a_crash_the_session_is_where_it_was(hands: Hands, open_screen, tmp_path):
    hands.begin(("start_planned", plan(hands.store, MORNING)))
    hands.keys("16", ENTER, ENTER, "14", Key.Key_Right, "9", ENTER)
    before = hands.done
    hands.screen.hide()
    again = Store(tmp_path / "profile", now=MORNING)  # nothing was finished or closed
    try:
        back = open_screen(again, MORNING + timedelta(minutes=1))
        assert back.done == before
        assert back.title == "Dumbbell bench press"
        assert back.text(0, Column.LOAD) == "14"
        assert back.grid.current == 1
        assert back.focus() is back.grid.cell(1, Column.LOAD)
        counts = [item.count_text() for item in back.screen.train.exercises.items]
        assert counts[:3] == ["2 of 2 sets", "1 of 2 sets", "0 of 2 sets"]
        left = back.view.blocks[1].target.rest_s - 60
        assert f"{left // 60}:{left % 60:02d}" in back.screen.train.rest.ring.accessibleName()
        back.keys(ENTER)
        assert len(back.done) == 4
    finally:
        again.close()


def test_a_missing_weight_is_asked_for(hands: Hands):
    train(hands.store, MORNING - timedelta(days=400), "plank", did(seconds=5))
    hands.begin(("free", None))
    session.add_exercise(hands.store, hands.view.session.id, catalog.by_key("goblet_squat"))
    hands.screen.refresh()
    hands.screen.conductor.focus()
    hands.keys(Key.Key_Right, "8", ENTER)
    assert hands.done == []
    assert "Enter the weight" in hands.grid.parts.rows[0].problem.text()
    hands.keys("12", ENTER)
    assert [(draft.load, draft.reps) for draft in hands.done] == [(kg(12), 8)]


def test_help_is_typed_as_a_negative_number_in_an_empty_field(hands: Hands):
    hands.begin(("one_set", None))
    hands.keys(Key.Key_Left, Key.Key_Backspace, "-10", Key.Key_Right, "6", ENTER)
    assert hands.done[0].load == Load(-10_000, Unit.KG)


def test_a_question_mark_lists_the_keys(planned: Hands, qtbot):
    planned.keys("?")
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, KeyHelp) and w.isVisible()]
    qtbot.keyClick(shown, Key.Key_Escape)
    assert not shown.isVisible()


def test_after_the_warm_up_button_the_keyboard_is_in_the_row(planned: Hands):
    planned.click(planned.screen.train.exercise.buttons.warmup)
    assert planned.grid.isAncestorOf(planned.focus())
    planned.keys("8", ENTER)
    (warm,) = planned.done
    assert (warm.kind, warm.load) == (SetKind.WARMUP, kg(8))


def test_the_next_set_begins_at_a_weight_that_is_still_missing(hands: Hands):
    hands.begin(("start_planned", plan(hands.store, MORNING)))
    hands.keys("w", "8", Key.Key_Right, "10", ENTER)
    assert len(hands.done) == 1
    assert hands.text(1, Column.LOAD) == ""
    assert hands.focus() is hands.grid.cell(1, Column.LOAD)


def test_the_lines_between_rows_move_with_them_when_a_problem_is_said(hands: Hands):
    hands.begin(("start_planned", plan(hands.store, MORNING)))
    painted = Painted(hands.grid)
    hands.qtbot.waitUntil(lambda: painted.whole)
    before = hands.grid.cell(1, Column.LOAD).y()
    painted.whole = False
    hands.keys(ENTER)
    hands.qtbot.waitUntil(lambda: hands.grid.cell(1, Column.LOAD).y() > before)
    hands.qtbot.waitUntil(lambda: painted.whole and painted.second_row > before)


class Painted(QObject):
    """Notes whether a grid was painted as a whole, and where its second row stood then."""

    def __init__(self, grid: SetGrid) -> None:
        super().__init__(grid)
        self.whole, self.second_row = False, 0
        self._grid = grid
        grid.installEventFilter(self)
        grid.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent) and event.rect().contains(self._grid.rect()):
            self.whole, self.second_row = True, self._grid.cell(1, Column.LOAD).y()
        return super().eventFilter(watched, event)


def test_a_click_beside_everything_leaves_the_keyboard_with_the_sets(planned: Hands):
    planned.keys(Key.Key_Right, ENTER)
    page = planned.screen.train
    for beside in (page.exercise.swap_button, page.exercise, page.viewport()):
        planned.click(beside)  # nothing can be swapped once a set is done
        assert planned.focus() is planned.grid.cell(1, Column.REPS)
    planned.keys(ENTER)
    assert len(planned.done) == 2


def test_a_key_that_cannot_do_anything_says_why(planned: Hands):
    said = planned.screen.train.exercise.saved
    planned.keys("t")
    assert said.text() == "Sets of this exercise are not timed."
    assert not planned.screen.train.timer.active
    planned.keys(ENTER, "s")
    assert said.text() == "Sets of this exercise are done. Add the other exercise instead."


def test_letters_are_heard_beside_the_sets_too(planned: Hands):
    planned.keys(ENTER)
    planned.screen.train.finish_button.setFocus()
    planned.keys("u")
    assert not planned.done
    assert planned.focus() is planned.grid.cell(0, Column.LOAD), "there is a set to do again"
    planned.screen.train.load.tools_button.setFocus()
    planned.keys("w")
    assert planned.screen.conductor.table.rows[0].kind is SetKind.WARMUP
    rows = len(planned.screen.conductor.table.rows)
    planned.screen.train.exercise.notes_button.setFocus()
    planned.keys("a")
    assert len(planned.screen.conductor.table.rows) == rows + 1
    planned.keys(ENTER)
    planned.screen.train.finish_button.setFocus()
    planned.chord(ENTER)
    assert planned.screen.pages.currentWidget() is planned.screen.finish_page


def test_large_figures_are_left_by_mouse_too(planned: Hands):
    page = planned.screen.train
    assert not page.exercise.usual_button.isVisible()
    planned.keys("l")
    planned.click(page.exercise.usual_button)
    assert not page.large
    assert not page.exercise.usual_button.isVisible()
    assert planned.focus() is planned.grid.cell(0, Column.LOAD)


def test_a_click_on_the_rest_or_the_focus_leaves_enter_to_the_set(planned: Hands):
    planned.keys(ENTER)
    page = planned.screen.train
    for button in (page.rest.longer, page.exercise.focus_strip.steps[8], page.load.heavier):
        planned.click(button)
        assert planned.focus() is planned.grid.cell(1, Column.LOAD)
    planned.keys(ENTER)
    first, second = planned.done
    assert (first.focus, second.load) == (8, kg(18))


def test_history_comes_into_view_where_the_window_is_low(planned: Hands, qtbot):
    planned.screen.resize(1000, 500)
    planned.keys("h")
    card = planned.screen.train.history
    assert card.isAncestorOf(planned.focus())
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    planned.keys("h")
    assert planned.focus() is planned.grid.cell(0, Column.LOAD)
    assert not card.isVisible()
