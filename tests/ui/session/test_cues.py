"""Before each set a cue: another one for each, one key turns them off, and the person's own words stay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from nextrep.services import catalog, cues, library_editing
from tests.ui.session.conftest import Hands

Key = Qt.Key


def test_each_set_has_a_cue_of_its_own(planned: Hands) -> None:
    cue = planned.screen.train.exercise.cue
    first = cue.text()
    assert first
    assert cue.isVisible()
    planned.keys(Key.Key_Down)
    second = cue.text()
    assert second not in {"", first}
    planned.keys(Key.Key_Up)
    assert cue.text() == first
    planned.keys(Key.Key_Return)
    assert cue.text() == second


def test_c_turns_the_cues_off_and_on_again(planned: Hands) -> None:
    cue = planned.screen.train.exercise.cue
    first = cue.text()
    planned.keys("c")
    assert not cue.isVisible()
    assert not cues.switched_on(planned.store)
    planned.keys(Qt.Key.Key_PageDown)
    assert not cue.isVisible()
    planned.keys(Qt.Key.Key_PageUp, "c")
    assert cue.text() == first
    planned.keys("u")
    assert not cue.isVisible()


def test_the_persons_own_words_stay_when_cues_are_off(planned: Hands) -> None:
    exercise = catalog.exercise_of(planned.store, planned.view.blocks[0].exercise_id)
    library_editing.write_words(planned.store, exercise, note="", cue="Left knee over the toes")
    planned.changed()
    planned.keys("c")
    assert planned.screen.train.exercise.cue.text() == "Left knee over the toes"


def test_a_cue_that_is_reworded_meanwhile_is_said_in_the_new_words(planned: Hands) -> None:
    block = planned.view.blocks[0]
    lined_up = cues.for_exercise(planned.store, planned.view.session.id, block.exercise, block.target)
    assert lined_up is not None
    cue = lined_up.at(0)
    assert cue is not None
    assert planned.screen.train.exercise.cue.text() == cue.text
    outcome = cues.change(planned.store, replace(cue, text="In my own words."))
    planned.context.operate.announce(outcome, None)
    assert planned.screen.train.exercise.cue.text() == "In my own words."
