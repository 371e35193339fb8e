"""The library in the window: finding, reading, own words, own exercises, merging."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nextrep.domain.exercises import Equipment, Measure, Muscle, Pattern
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Unit, load_of
from nextrep.services import catalog, library, library_editing, program, session
from nextrep.services.library import Facets
from nextrep.storage.store import Store
from nextrep.ui.library.dialog import LibraryDialog
from nextrep.ui.library.merging import MergeDialog
from nextrep.ui.library.own_dialog import OwnDialog
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import NOON, make_context
from tests.ui.names import nameless

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOON)
    made, _reporter = make_context(tmp_path, store, NOON)
    yield made
    made.undo.clear()
    store.close()


@pytest.fixture
def dialog(context: Context, qtbot) -> LibraryDialog:
    return opened(context, qtbot)


def opened(context: Context, qtbot) -> LibraryDialog:
    made = LibraryDialog(context)
    qtbot.addWidget(made)
    made.resize(1080, 760)
    made.open()
    return made


def on_top(kind: type[W]) -> W:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def shown(dialog: LibraryDialog) -> list[str]:
    model = dialog.list.exercises
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def own(context: Context) -> list[str]:
    return [entry.exercise.name for entry in library.view(context.store).find("", Facets(own=True))]


def keep(context: Context, name: str, **facts: object) -> None:
    measure = facts.pop("measure", Measure.LOADED)
    library_editing.add(context.store, replace(catalog.own_exercise(name, measure), **facts))


def train(context: Context, key: str, *reps: int) -> None:
    view = session.start_free(context.store, NOON).value
    exercise = catalog.find_key(context.store, key)
    session.add_exercise(context.store, view.session.id, exercise)
    (block,) = context.store.blocks.of_session(view.session.id)
    for count in reps:
        draft = SetDraft(block.exercise_id, 0, reps=count, load=load_of(20, Unit.KG))
        session.log_set(context.store, view.session.id, draft, NOON)
    session.finish(context.store, view.session.id, NOON)


def settle(dialog: LibraryDialog, qtbot, name: str) -> None:
    qtbot.waitUntil(lambda: dialog.details.name.text() == name)


def test_details_follow_what_is_typed(dialog: LibraryDialog, qtbot) -> None:
    qtbot.keyClicks(dialog.field, "gobelt")
    assert shown(dialog)[0] == "Goblet squat"
    settle(dialog, qtbot, "Goblet squat")
    assert "Glutes, Hamstrings" in texts(dialog.details)
    assert "Not done yet." in texts(dialog.details)
    qtbot.keyClick(dialog.field, Key.Key_Down)
    settle(dialog, qtbot, shown(dialog)[1])


def test_the_log_speaks_for_itself(context: Context, qtbot) -> None:
    train(context, "goblet_squat", 8, 8, 7)
    dialog = opened(context, qtbot)
    assert shown(dialog)[0] == "Goblet squat", "what was used last comes first"
    log = dialog.details.history.text()
    assert "20 kg × 8, 8, 7" in log
    assert "estimated 1RM 25.3 kg" in log
    assert "3 sets in 1 session" in log


def test_choices_narrow_what_is_shown(context: Context, qtbot) -> None:
    program.create(context.store, Answers(equipment=frozenset({Equipment.BAND})), NOON)
    dialog = opened(context, qtbot)
    filters = dialog.filters
    filters.pattern.setCurrentIndex(filters.pattern.findData(Pattern.SQUAT))
    qtbot.mouseClick(filters.possible, LEFT)
    found = [catalog.library().find(name) for name in shown(dialog)]
    assert found
    for exercise in found:
        assert exercise is not None
        assert exercise.pattern is Pattern.SQUAT
        assert set(exercise.equipment) <= {Equipment.BAND}
    assert dialog.heading.text() == f"{len(found)} exercises"


def test_a_favourite_gets_a_star_and_can_be_taken_back_here(
    dialog: LibraryDialog, context: Context, qtbot
) -> None:
    qtbot.keyClicks(dialog.field, "zercher squat")
    settle(dialog, qtbot, "Zercher squat")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert dialog.details.favourite.hasFocus() or not dialog.isActiveWindow()
    qtbot.keyClick(dialog.details.favourite, Key.Key_Space)
    assert library.view(context.store).entries[0].key == "zercher_squat"
    assert dialog.details.favourite.isChecked()
    assert "Zercher squat" in dialog.undo_link.text()
    qtbot.keyClick(dialog.field, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not library.view(context.store).entries[0].favourite
    assert not dialog.details.favourite.isChecked()
    assert dialog.undo_link.isHidden()


def test_hidden_ones_are_found_under_hidden(dialog: LibraryDialog, qtbot) -> None:
    qtbot.keyClicks(dialog.field, "goblet squat")
    settle(dialog, qtbot, "Goblet squat")
    qtbot.mouseClick(dialog.details.hide_button, LEFT)
    assert "Goblet squat" not in shown(dialog)
    qtbot.mouseClick(dialog.filters.hidden, LEFT)
    dialog.field.clear()
    assert shown(dialog) == ["Goblet squat"]
    settle(dialog, qtbot, "Goblet squat")
    assert dialog.details.hide_button.text() == "Offer it again"
    qtbot.mouseClick(dialog.details.hide_button, LEFT)
    dialog.filters.clear()
    assert "Goblet squat" in shown(dialog)


def test_own_words_are_kept_on_leaving_and_can_be_given_up(
    dialog: LibraryDialog, context: Context, qtbot
) -> None:
    dialog.show_exercise("goblet_squat")
    words = dialog.details.words
    assert words.note.words() == catalog.by_key("goblet_squat").note
    assert not words.back.isVisible()
    words.note.setPlainText("Heels on the small plate.")
    words.cue.setPlainText("The left hip")
    dialog.show_exercise("push_up")
    kept = catalog.find_key(context.store, "goblet_squat")
    assert (kept.note, kept.cue) == ("Heels on the small plate.", "The left hip")
    dialog.show_exercise("goblet_squat")
    assert words.note.words() == "Heels on the small plate."
    qtbot.mouseClick(words.back, LEFT)
    assert catalog.find_key(context.store, "goblet_squat") == catalog.by_key("goblet_squat")


def test_closing_keeps_what_is_half_written(dialog: LibraryDialog, context: Context) -> None:
    dialog.show_exercise("goblet_squat")
    dialog.details.words.cue.setPlainText("slowly")
    dialog.reject()
    assert catalog.find_key(context.store, "goblet_squat").cue == "slowly"


def test_words_that_are_too_long_are_not_lost_without_a_word(dialog: LibraryDialog, context: Context) -> None:
    dialog.show_exercise("goblet_squat")
    dialog.details.words.cue.setPlainText("x" * 501)
    dialog.details.words.save()
    assert "500 characters" in texts(dialog.details)
    assert catalog.find_key(context.store, "goblet_squat").cue == ""


def test_stand_ins_lead_to_each_other(dialog: LibraryDialog, qtbot) -> None:
    qtbot.keyClicks(dialog.field, "goblet squat")
    dialog.show_exercise("goblet_squat")
    names = dialog.details._replaces
    (button,) = [b for b in names.findChildren(QWidget) if getattr(b, "text", str)() == "Back squat"]
    qtbot.mouseClick(button, LEFT)
    assert dialog.details.name.text() == "Back squat"
    assert dialog.list.current().key == "back_squat"


def test_an_own_exercise_is_made_from_what_was_typed(dialog: LibraryDialog, context: Context, qtbot) -> None:
    qtbot.keyClicks(dialog.field, "Hallway crawl")
    qtbot.mouseClick(dialog.make_button, LEFT)
    form = on_top(OwnDialog)
    assert form.name.text() == "Hallway crawl"
    qtbot.mouseClick(form.primary.chips[Muscle.ABDOMINALS], LEFT)
    qtbot.mouseClick(form.secondary.chips[Muscle.ABDOMINALS], LEFT)
    assert form.primary.chosen() == [], "a muscle has one place"
    qtbot.mouseClick(form.primary.chips[Muscle.ABDOMINALS], LEFT)
    form.pattern.setCurrentIndex(form.pattern.findData(Pattern.CORE))
    form.measure.setCurrentIndex(form.measure.findData(Measure.TIMED))
    assert nameless(form) == []
    qtbot.keyClick(form.name, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()
    assert dialog.details.name.text() == "Hallway crawl"
    kept = catalog.find_key(context.store, "own_hallway_crawl")
    assert (kept.pattern, kept.measure, kept.primary) == (Pattern.CORE, Measure.TIMED, (Muscle.ABDOMINALS,))
    qtbot.mouseClick(dialog.undo_link, LEFT)
    assert own(context) == []


def test_a_name_that_is_taken_is_said_at_the_name(dialog: LibraryDialog, context: Context, qtbot) -> None:
    qtbot.mouseClick(dialog.make_button, LEFT)
    form = on_top(OwnDialog)
    form.name.setText("Goblet squat")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "“Goblet squat” already" in texts(form)
    assert own(context) == []
    form.name.setText("Goblet squat of mine")
    qtbot.mouseClick(form.save_button, LEFT)
    assert own(context) == ["Goblet squat of mine"]


def test_chips_are_walked_with_the_arrows(dialog: LibraryDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.make_button, LEFT)
    form = on_top(OwnDialog)
    form.activateWindow()
    chips = list(form.equipment.chips.values())
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Key.Key_Right)
    qtbot.keyClick(form.focusWidget(), Key.Key_Space)
    assert form.equipment.chosen() == [list(Equipment)[1]]
    qtbot.keyClick(form.focusWidget(), Key.Key_Left)
    qtbot.keyClick(form.focusWidget(), Key.Key_Left)
    assert form.focusWidget() is chips[-1]
    form.reject()


def test_an_imported_exercise_is_filled_in(context: Context, qtbot) -> None:
    train_own(context, "Odd lift")
    dialog = opened(context, qtbot)
    dialog.show_exercise("own_odd_lift")
    assert "not said yet" in texts(dialog.details)
    assert not dialog.details.delete_button.isVisible()
    qtbot.mouseClick(dialog.details.edit_button, LEFT)
    form = on_top(OwnDialog)
    form.name.setText("Even lift")
    qtbot.mouseClick(form.primary.chips[Muscle.CHEST], LEFT)
    qtbot.mouseClick(form.save_button, LEFT)
    assert dialog.details.name.text() == "Even lift"
    assert "20 kg × 5" in dialog.details.history.text()


def train_own(context: Context, name: str) -> None:
    keep(context, name)
    train(context, catalog.own_exercise(name, Measure.LOADED).key, 5)


def test_deleting_is_offered_where_nothing_is_lost(context: Context, qtbot) -> None:
    keep(context, "Odd lift")
    dialog = opened(context, qtbot)
    dialog.show_exercise("own_odd_lift")
    qtbot.mouseClick(dialog.details.delete_button, LEFT)
    assert own(context) == []
    assert dialog.commands.entry.exercise.name == dialog.details.name.text() != "Odd lift"
    context.undo.undo()
    assert own(context) == ["Odd lift"]


def test_a_second_name_is_pointed_out_and_merged(context: Context, qtbot) -> None:
    train_own(context, "Barbel bench pres")
    dialog = opened(context, qtbot)
    assert dialog.second_names.text() == "1 looks like another"
    qtbot.mouseClick(dialog.second_names, LEFT)
    assert dialog.details.name.text() == "Barbel bench pres"
    assert "This looks like “Barbell bench press”." in texts(dialog.details)
    qtbot.mouseClick(dialog.details.alike_button, LEFT)
    ask = on_top(MergeDialog)
    assert "1 set of 1 session and 0 planned sessions move along." in texts(ask)
    qtbot.keyClick(ask, Key.Key_Return)
    assert dialog.details.name.text() == "Barbell bench press"
    assert "20 kg × 5" in dialog.details.history.text()
    assert dialog.second_names.isHidden()
    assert own(context) == []
    context.undo.undo()
    assert own(context) == ["Barbel bench pres"]
    assert not dialog.second_names.isHidden()


def test_merging_by_choice_in_both_directions(context: Context, qtbot) -> None:
    train_own(context, "Garage press")
    train_own(context, "Cellar press")
    dialog = opened(context, qtbot)
    dialog.show_exercise("own_garage_press")
    qtbot.mouseClick(dialog.details.merge_button, LEFT)
    choose(qtbot, "barbell bench press")
    on_top(MergeDialog).take.click()
    dialog.show_exercise("barbell_bench_press")
    qtbot.mouseClick(dialog.details.merge_button, LEFT)
    choose(qtbot, "")
    on_top(MergeDialog).take.click()
    assert own(context) == []
    assert "2 sets in 2 sessions" in dialog.details.history.text()


def choose(qtbot, text: str) -> None:
    picker = on_top(ExercisePicker)
    qtbot.keyClicks(picker.field, text)
    qtbot.keyClick(picker.field, Key.Key_Return)


def test_what_does_not_fit_is_explained_and_not_done(context: Context, qtbot) -> None:
    train_own(context, "Garage press")
    dialog = opened(context, qtbot)
    dialog.show_exercise("own_garage_press")
    qtbot.mouseClick(dialog.details.merge_button, LEFT)
    choose(qtbot, "plank")
    ask = on_top(MergeDialog)
    assert "one is measured in time" in texts(ask)
    assert not ask.take.isVisible()
    qtbot.keyClick(ask, Key.Key_Escape)
    assert own(context) == ["Garage press"]


def test_list_and_details_take_turns_where_it_is_narrow(dialog: LibraryDialog, qtbot) -> None:
    dialog.resize(600, 420)
    qtbot.waitUntil(lambda: not dialog.details.isVisible())
    assert dialog.list.isVisible()
    assert not dialog.filters.isVisible()
    qtbot.mouseClick(dialog.more, LEFT)
    assert dialog.filters.isVisible()
    qtbot.keyClicks(dialog.field, "goblet")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert dialog.details.isVisible()
    assert not dialog.list.isVisible()
    assert dialog.details.name.text() == "Goblet squat"
    qtbot.keyClick(dialog.back, Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.list.isVisible()
    qtbot.keyClick(dialog.field, Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", ["goblet_squat", "own_odd_lift"])
def test_everything_has_a_name(context: Context, qtbot, key: str) -> None:
    keep(context, "Odd lift")
    dialog = opened(context, qtbot)
    dialog.show_exercise(key)
    assert nameless(dialog) == []


def test_what_others_change_is_seen(dialog: LibraryDialog, context: Context) -> None:
    outcome = library_editing.set_favourite(context.store, catalog.by_key("zercher_squat"), on=True)
    context.operate.announce(outcome, None)
    assert shown(dialog)[0] == "Zercher squat"
