"""Starting, choosing exercises, finishing and discarding, as a person sees it."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nextrep.domain.exercises import Measure
from nextrep.domain.training import SessionState
from nextrep.services import library_editing, session
from nextrep.ui.library.exercise_model import EXERCISE_ROLE
from nextrep.ui.library.picker import ExercisePicker
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, Hands, did, plan, train

Key = Qt.Key
ENTER = Key.Key_Return


def picker() -> ExercisePicker:
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, ExercisePicker) and w.isVisible()]
    return shown


def choose(hands: Hands, text: str, *keys: Key) -> None:
    """Type in the open picker and press keys."""
    dialog = picker()
    hands.qtbot.keyClicks(dialog.field, text)
    for key in keys:
        hands.qtbot.keyClick(dialog.field, key)


def menu_action(hands: Hands, text: str) -> None:
    hands.click(hands.screen.train.more_button)
    (menu,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]
    (action,) = [a for a in menu.actions() if a.text().startswith(text)]
    hands.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def texts(hands: Hands) -> str:
    """Everything that labels of the visible page say."""
    from PySide6.QtWidgets import QLabel

    page = hands.screen.pages.currentWidget()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_day_offers_one_set_and_a_free_session(hands: Hands):
    page = hands.screen.start_page
    assert page.start_button.text() == "Just one set"
    assert not page.one_set_button.isVisible()
    assert page.repeat_rows == []
    hands.click(page.start_button)
    assert hands.title == "Bodyweight squat"
    hands.keys(ENTER)  # how it feels may stay unsaid
    hands.keys(ENTER)
    assert hands.done[0].reps == 10
    assert hands.focus() is hands.screen.train.finish_button


def test_the_next_planned_session_is_one_press_away(hands: Hands):
    planned_id = plan(hands.store, MORNING)
    hands.screen.refresh()
    page = hands.screen.start_page
    assert "Full body A" in texts(hands)
    assert "Goblet squat · 2 × 8–12" in texts(hands)
    hands.click(page.start_button)
    assert hands.view.session.planned_id == planned_id


def test_no_plan_leads_to_the_program(hands: Hands, qtbot):
    with qtbot.waitSignal(hands.screen.navigate) as asked:
        hands.click(hands.screen.start_page.plan_button)
    assert asked.args == ["program", "make"]


def test_an_earlier_session_can_be_repeated(hands: Hands):
    train(hands.store, MORNING - timedelta(days=2), "goblet_squat", did(16, 9), did(16, 8))
    hands.screen.refresh()
    (row,) = hands.screen.start_page.repeat_rows
    assert "18 Nov" in row.button.accessibleName()
    hands.click(row.button)
    assert hands.title == "Goblet squat"
    assert hands.screen.train.exercises.items[0].count_text() == "0 of 2 sets"


def test_what_is_open_stays_open_and_is_shown_kindly(planned: Hands):
    planned.keys(ENTER)
    planned.screen.open(("free", None))
    assert planned.title == "Goblet squat"
    assert len(planned.done) == 1
    assert "open already" in planned.screen._message.text()
    assert planned.reporter.user_errors == []


def test_an_unknown_wish_is_a_bug(hands: Hands):
    with pytest.raises(ValueError, match="nonsense"):
        hands.screen.open(("nonsense", 1))


def test_a_free_session_begins_with_an_exercise_of_the_library(hands: Hands):
    hands.begin(("free", None))
    assert hands.screen.train.empty_card.isVisible()
    hands.keys(ENTER)  # the keyboard is on "Add exercise"
    choose(hands, "goblet sq", ENTER)
    assert hands.title == "Goblet squat"
    hands.keys("16", Key.Key_Right, "8", ENTER, ENTER)
    assert [draft.reps for draft in hands.done] == [8, 8]
    assert hands.grid.current == 2  # nothing is planned, so there is always one more
    hands.click(hands.screen.train.exercises.add_button)
    choose(hands, "plank", Key.Key_Down, Key.Key_Up, ENTER)
    assert len(hands.view.blocks) == 2


def test_an_exercise_that_is_not_found_becomes_ones_own(hands: Hands):
    hands.begin(("free", None))
    hands.screen.exercises.ask()
    choose(hands, "Hallway crawl", Key.Key_Down, Key.Key_Down, ENTER)
    (block,) = hands.view.blocks
    assert (block.exercise.name, block.exercise.measure) == ("Hallway crawl", Measure.TIMED)
    hands.screen.exercises.ask()
    choose(hands, "hallway")
    assert picker().list.current().name == "Hallway crawl"
    hands.qtbot.keyClick(picker(), Key.Key_Escape)
    hands.context.undo.undo()
    assert hands.view.blocks == ()
    assert hands.screen.train.empty_card.isVisible()


def test_swap_offers_the_same_movement_and_keeps_the_plan(planned: Hands):
    target = planned.view.blocks[0].target
    planned.click(planned.screen.train.exercise.swap_button)
    dialog = picker()
    wanted = dialog.list.model().index(1, 0).data(EXERCISE_ROLE)
    planned.qtbot.keyClick(dialog.field, Key.Key_Down)
    planned.qtbot.keyClick(dialog.field, ENTER)
    block = planned.view.blocks[0]
    assert block.exercise == wanted
    assert (block.target.sets, block.target.reps_low) == (target.sets, target.reps_low)
    assert planned.title == wanted.name
    planned.keys("u")
    assert planned.title == "Goblet squat"


def test_swap_is_closed_once_sets_are_done(planned: Hands):
    planned.keys(ENTER)
    assert not planned.screen.train.exercise.swap_button.isEnabled()
    planned.keys("u")
    assert planned.screen.train.exercise.swap_button.isEnabled()


def test_an_exercise_can_be_taken_out_and_brought_back(planned: Hands):
    planned.keys(ENTER)
    menu_action(planned, "Take Goblet squat out")
    assert planned.title == "Dumbbell bench press"
    assert planned.done == []
    planned.context.undo.undo()
    assert len(planned.done) == 1
    assert len(planned.screen.train.exercises.items) == 5


def test_technique_is_shown_the_first_time_and_on_request(planned: Hands):
    card = planned.screen.train.exercise
    assert not card.note.isVisible()  # goblet squats were done before
    planned.click(card.notes_button)
    assert card.note.text()
    assert card.note.isVisible()
    planned.keys("n")
    planned.screen.conductor.show_block(0)
    assert card.note.isVisible()


def test_the_person_s_own_cue_is_always_there(planned: Hands):
    card = planned.screen.train.exercise
    assert card.cue.isVisible()
    shown = planned.view.blocks[0].exercise
    outcome = library_editing.write_words(planned.store, shown, note="", cue="The left hip")
    planned.context.operate.announce(outcome, None)
    assert card.cue.isVisible()
    assert card.cue.text() == "The left hip"


def test_feelings_before_are_kept_at_once_and_can_be_skipped(planned: Hands):
    before = planned.screen.train.before
    planned.click(planned.screen.train.felt.change_button)
    assert before.isVisible()
    planned.click(before.pleasant.steps[7])
    planned.click(before.activated.steps[2])
    assert (planned.view.session.pleasant_before, planned.view.session.activated_before) == (2, 3)
    planned.click(before.pleasant.steps[7])  # the same again takes it back
    assert planned.view.session.pleasant_before is None
    planned.click(before.close_button)
    assert not before.isVisible()
    assert planned.screen.train.felt.text.text() == "Activated 3 of 6"
    assert planned.focus() is planned.grid.cell(0, planned.grid.column)
    planned.click(planned.screen.train.felt.change_button)
    assert before.isVisible()


def test_the_question_goes_away_with_the_first_set(planned: Hands):
    planned.keys(ENTER)
    assert not planned.screen.train.before.isVisible()
    assert planned.screen.train.felt.text.text() == "Not rated"


def test_a_scale_is_one_stop_for_tab_and_is_walked_with_arrows(planned: Hands):
    scale = planned.screen.train.before.pleasant
    planned.click(planned.screen.train.felt.change_button)
    scale.focus()
    assert planned.focus() is scale.steps[5]
    planned.keys(Key.Key_Right, Key.Key_Right, Key.Key_Space)
    assert planned.view.session.pleasant_before == 2
    planned.keys(Key.Key_Tab)
    assert planned.screen.train.before.activated.isAncestorOf(planned.focus())
    scale.focus()
    planned.keys(Key.Key_Delete)
    assert planned.view.session.pleasant_before is None


def test_finishing_takes_two_enters_and_shows_what_it_came_to(planned: Hands):
    planned.click(planned.screen.train.felt.change_button)
    planned.click(planned.screen.train.before.pleasant.steps[6])
    planned.click(planned.screen.train.before.close_button)
    planned.keys(ENTER, ENTER)
    planned.later(minutes=17)
    session_id = planned.view.session.id
    planned.screen.train.finish_button.setFocus()
    planned.keys(ENTER)
    page = planned.screen.finish_page
    planned.click(page.pleasant.steps[8])
    planned.click(page.effort.steps[6])
    planned.qtbot.keyClicks(page.note, "Steadier than I thought.")
    page.effort.focus()
    planned.keys(ENTER)
    done = planned.store.sessions.get(session_id)
    assert (done.state, done.pleasant_after, done.effort) == (SessionState.DONE, 3, 6)
    assert (done.note, done.duration_s) == ("Steadier than I thought.", 17 * 60)
    shown = texts(planned)
    assert "Full body A is done" in shown
    assert "2 sets · 288 kg · 17 min · effort 6 of 10" in shown
    assert "Pleasant: +1 before, +3 after" in shown
    with planned.qtbot.waitSignal(planned.screen.navigate) as asked:
        planned.keys(ENTER)
    assert asked.args == ["today", None]
    assert planned.screen.pages.currentWidget() is planned.screen.start_page


def test_escape_goes_back_to_training(planned: Hands):
    planned.keys(ENTER)
    planned.click(planned.screen.train.finish_button)
    planned.keys(Key.Key_Escape)
    assert planned.screen.pages.currentWidget() is planned.screen.train
    assert planned.focus() is planned.grid.cell(1, planned.grid.column)
    assert planned.view.session.state is SessionState.ACTIVE


def test_a_session_without_sets_is_not_finished(planned: Hands):
    planned.click(planned.screen.train.finish_button)
    assert planned.screen.pages.currentWidget() is planned.screen.train
    assert "One set is enough" in planned.screen._message.text()


def test_a_note_that_is_too_long_is_said_on_the_page(planned: Hands):
    planned.keys(ENTER)
    planned.click(planned.screen.train.finish_button)
    page = planned.screen.finish_page
    page.note.setText("x" * 10_001)
    planned.click(page.finish_button)
    assert "10000 characters" in page.problem.text()
    assert planned.view.session.state is SessionState.ACTIVE


def test_undo_of_the_finish_opens_the_session_again(planned: Hands):
    planned.keys(ENTER)
    planned.click(planned.screen.train.finish_button)
    planned.keys(ENTER)
    planned.context.undo.undo()
    assert planned.screen.pages.currentWidget() is planned.screen.train
    assert planned.title == "Goblet squat"
    assert len(planned.done) == 1


def test_discard_stands_in_the_menu_only_and_can_be_undone(planned: Hands):
    planned.keys(ENTER)
    before = planned.view
    menu_action(planned, "Discard")
    assert session.active(planned.store) is None
    assert planned.screen.pages.currentWidget() is planned.screen.start_page
    assert "Undo brings it back" in planned.screen._message.text()
    planned.context.undo.undo()
    assert not planned.screen._message.isVisible()
    assert planned.view == before
    assert planned.screen.pages.currentWidget() is planned.screen.train
    assert planned.text(0, planned.grid.column) == "16"


def test_a_problem_that_was_said_does_not_come_back_with_a_discarded_session(hands: Hands):
    hands.begin(("start_planned", plan(hands.store, MORNING)))
    hands.keys(ENTER)
    assert hands.grid.parts.rows[0].problem.text()
    menu_action(hands, "Discard")
    hands.context.undo.undo()
    assert hands.grid.parts.rows[0].problem.text() == ""


@pytest.mark.parametrize("where", ["start", "train", "finish", "summary"])
def test_every_control_has_a_name(planned: Hands, where: str):
    screen = planned.screen
    if where != "train":
        planned.keys(ENTER)
    if where in ("finish", "summary"):
        planned.click(screen.train.finish_button)
    if where == "summary":
        planned.keys(ENTER)
    if where == "start":
        screen.exercises.discard()
    assert nameless(screen) == []


def test_fields_say_their_row_and_column(planned: Hands):
    planned.keys("w")
    names = [planned.grid.cell(row, planned.grid.column).accessibleName() for row in range(2)]
    assert names == ["Warm-up, Weight, kg", "Set 1, Weight, kg"]


@pytest.mark.parametrize("width", [1280, 1000, 640, 512])  # the last is 1024 with text at 200 %
def test_targets_are_large_and_nothing_is_wider_than_the_window(planned: Hands, width: int):
    from PySide6.QtWidgets import QAbstractButton

    planned.keys(ENTER)
    planned.screen.resize(width, 600)
    page = planned.screen.train
    QApplication.processEvents()
    planned.qtbot.waitUntil(lambda: page.page.width() <= page.viewport().width())
    cards = [card.geometry() for card in (page.rest, page.history, page.load)]
    assert not any(one.intersects(other) for one, other in pairwise(cards))
    small = [
        button.text() or button.accessibleName()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and min(button.width(), button.height()) < 44
    ]
    assert small == []
    grid = planned.grid
    assert all(grid.cell(row, c).height() >= 44 for row in range(2) for c in grid.parts.columns)


def test_a_feeling_of_zero_is_an_answer_and_is_not_asked_again(planned: Hands, open_screen):
    planned.click(planned.screen.train.before.pleasant.steps[5])
    assert planned.view.session.pleasant_before == 0
    again = open_screen(planned.store)
    assert not again.screen.train.before.isVisible()
    assert again.screen.train.felt.text.text() == "Pleasant 0"


def test_the_session_is_finished_with_a_key_in_the_middle_of_it(planned: Hands):
    planned.keys(ENTER)
    planned.chord(Key.Key_Return)
    assert planned.screen.pages.currentWidget() is planned.screen.finish_page
    assert len(planned.done) == 1
