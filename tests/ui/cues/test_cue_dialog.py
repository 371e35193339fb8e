"""The window of cues under real keys: reword in place, hide, add, take back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nextrep.domain.changes import Changes
from nextrep.domain.cue_edits import CueEntry
from nextrep.domain.cues import Cue, CueKind
from nextrep.domain.exercises import Pattern
from nextrep.services import cues
from nextrep.storage.store import Store
from nextrep.ui.cues.dialog import CueDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.apply import apply_theme
from tests.ui.fixtures_ui import NOON, make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

Key = Qt.Key
ENTER = Key.Key_Return


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    apply_theme(qapp, "light")
    store = Store(tmp_path / "profile", now=NOON)
    made, _reporter = make_context(tmp_path, store, NOON)
    yield made
    made.undo.clear()
    store.close()


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> CueDialog:
    made = CueDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test lets go of it
    hold(qtbot, made)
    with qtbot.waitExposed(made):
        made.show()
    made.list.setFocus()
    return made


def _cue(context: Context, key: str) -> CueEntry:
    return next(entry for entry in cues.view(context.store) if entry.cue.key == key)


def _stand_on(dialog: CueDialog, key: str) -> None:
    dialog.list.stand_on(dialog.model.row_of(key))


def _editor(dialog: CueDialog) -> QLineEdit | None:
    return dialog.list.viewport().findChild(QLineEdit)


def _type(qtbot: QtBot, dialog: CueDialog, text: str) -> None:
    """Write into the line that is open, and let it close."""
    editor = _editor(dialog)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, ENTER)


def test_the_words_are_changed_in_place_and_come_back(
    qtbot: QtBot, context: Context, dialog: CueDialog
) -> None:
    _stand_on(dialog, "any_jaw")
    came = _cue(context, "any_jaw").cue.text
    qtbot.keyClick(dialog.list, ENTER)
    _type(qtbot, dialog, "Loose jaw.")
    qtbot.waitUntil(lambda: _cue(context, "any_jaw").cue.text == "Loose jaw.")
    assert dialog.list.entry().cue.key == "any_jaw"
    assert not dialog.deeds.restore_button.isHidden()
    dialog.deeds.restore_button.click()
    assert _cue(context, "any_jaw").cue.text == came
    context.undo.undo()
    assert dialog.list.entry().cue.text == "Loose jaw."


def test_words_that_cannot_be_taken_stay_to_go_on_with(
    qtbot: QtBot, context: Context, dialog: CueDialog
) -> None:
    _stand_on(dialog, "any_jaw")
    came = _cue(context, "any_jaw").cue.text
    qtbot.keyClick(dialog.list, ENTER)
    _type(qtbot, dialog, "x" * 121)
    qtbot.waitUntil(lambda: "120 characters" in dialog.message.text())
    editor = _editor(dialog)
    assert editor is not None and editor.text() == "x" * 121
    assert _cue(context, "any_jaw").cue.text == came
    _type(qtbot, dialog, "Shorter.")
    qtbot.waitUntil(lambda: _cue(context, "any_jaw").cue.text == "Shorter.")
    assert not dialog.message.isVisible()


def test_escape_leaves_the_words_alone(qtbot: QtBot, context: Context, dialog: CueDialog) -> None:
    _stand_on(dialog, "any_jaw")
    qtbot.keyClick(dialog.list, Key.Key_F2)
    editor = _editor(dialog)
    assert editor is not None
    qtbot.keyClicks(editor, "Something else")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert not _cue(context, "any_jaw").changed
    assert dialog.isVisible()
    assert context.undo.count() == 0


def test_delete_hides_and_hidden_ones_are_shown_again_in_the_same_words(
    qtbot: QtBot, context: Context, dialog: CueDialog
) -> None:
    cue = _cue(context, "any_jaw").cue
    cues.change(context.store, Cue(cue.key, "Loose jaw.", cue.kind))
    dialog.refresh("any_jaw")
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert _cue(context, "any_jaw").hidden
    assert dialog.deeds.hide_button.text() == "Show again"
    qtbot.keyClick(dialog.list, Key.Key_Delete)  # hidden already
    assert _cue(context, "any_jaw").hidden
    qtbot.mouseClick(dialog.deeds.hide_button, Qt.MouseButton.LeftButton)
    shown = _cue(context, "any_jaw")
    assert (shown.hidden, shown.cue.text) == (False, "Loose jaw.")


def test_a_cue_of_ones_own_is_for_what_the_list_is_narrowed_to(
    qtbot: QtBot, context: Context, dialog: CueDialog
) -> None:
    dialog.filter.pattern.setCurrentIndex(dialog.filter.pattern.findData(Pattern.SQUAT))
    dialog.filter.kind.setCurrentIndex(dialog.filter.kind.findData(CueKind.BREATHE))
    qtbot.keyClick(dialog.list, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = dialog.new_cue
    assert form.isVisible()
    qtbot.keyClick(form.words, ENTER)
    assert "1 to 120" in form.problem.text()
    qtbot.keyClicks(form.words, "Out on the way up, like a wave.")
    qtbot.keyClick(form.words, ENTER)
    assert not form.isVisible()
    here = dialog.list.entry()
    assert here.cue.text == "Out on the way up, like a wave."
    assert (here.cue.kind, here.cue.patterns) == (CueKind.BREATHE, frozenset({Pattern.SQUAT}))
    qtbot.keyClick(dialog.list, Key.Key_Delete)  # one's own is deleted
    assert not any(entry.cue.own for entry in cues.view(context.store))
    qtbot.keyClick(dialog.list, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert any(entry.cue.own for entry in cues.view(context.store))


def test_escape_puts_the_form_away_and_not_the_window(qtbot: QtBot, dialog: CueDialog) -> None:
    dialog.new_button.click()
    qtbot.keyClick(dialog.new_cue.words, Key.Key_Escape)
    assert not dialog.new_cue.isVisible()
    assert dialog.isVisible()
    assert dialog.list.hasFocus()


def test_the_list_is_narrowed_down_by_words_and_choices(qtbot: QtBot, dialog: CueDialog) -> None:
    every = dialog.model.rowCount()
    assert dialog.heading.text() == f"{every} cues"
    qtbot.keyClicks(dialog.filter.words, "shoulders")
    some = dialog.model.rowCount()
    assert 0 < some < every
    dialog.filter.phase.setCurrentIndex(1)
    assert 0 < dialog.model.rowCount() <= some
    qtbot.keyClicks(dialog.filter.words, " zebra")
    assert dialog.heading.text() == "No cue like that"
    assert not dialog.deeds.hide_button.isEnabled()
    dialog.filter.clear()
    assert dialog.model.rowCount() == every


def test_all_come_back_as_they_came(context: Context, dialog: CueDialog) -> None:
    assert dialog.restore_all_button.isHidden()
    cues.hide(context.store, "any_jaw")
    context.bus.changed.emit(Changes(settings=True), None)
    assert not dialog.restore_all_button.isHidden()
    dialog.restore_all_button.click()
    assert not _cue(context, "any_jaw").hidden
    dialog.undo_link.click()
    assert _cue(context, "any_jaw").hidden


def test_every_control_has_a_name_and_rows_can_be_hit(dialog: CueDialog) -> None:
    dialog.new_button.click()
    QApplication.processEvents()
    assert nameless(dialog) == []
    assert dialog.list.sizeHintForRow(0) >= 44
    for button in (dialog.deeds.reword_button, dialog.new_button, dialog.close_button):
        assert button.height() >= 36


def test_a_low_window_keeps_its_room_for_the_list(dialog: CueDialog) -> None:
    dialog.resize(QSize(700, 420))
    QApplication.processEvents()
    assert not dialog.filter.isVisible()
    dialog.narrow_button.click()
    assert dialog.filter.isVisible()
