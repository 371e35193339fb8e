"""Settings under real keys and clicks."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

import nextrep
from nextrep.domain.e1rm import Formula
from nextrep.services import demo, preferences
from nextrep.settings.table import (
    BODY_WEIGHT_GRAMS,
    BREATH_OUT_S,
    EFFORT_SCALE,
    GET_READY_S,
    PACER_ON,
    PERSON_NAME,
    REST_NOTIFY,
    REST_SECONDS,
    SAFETY_NOTE_SEEN,
    SOUND_ON,
    SOUND_VOLUME,
    TEXT_SCALE,
    THEME,
    UNIT,
)
from nextrep.storage.store import Store
from nextrep.ui.cues.dialog import CueDialog
from nextrep.ui.preferences.screen import PreferencesScreen
from nextrep.ui.runtime import file_manager
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.screens import SCREENS
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.import_dialog import ImportDialog
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    store.close()
    apply_theme(qapp, "light", 1.0)


@pytest.fixture
def screen(qtbot: QtBot, context: Context) -> PreferencesScreen:
    made = PreferencesScreen(context)
    hold(qtbot, made)
    made.resize(1280, 720)
    made.show()
    made.activate()
    return made


def test_a_name_is_kept_when_the_person_leaves_the_field(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    qtbot.keyClicks(screen.training.name, "  Ada   L. ")
    qtbot.keyClick(screen.training.name, Qt.Key.Key_Return)
    assert preferences.read(context.store, PERSON_NAME) == "Ada L."
    context.undo.undo()
    assert preferences.read(context.store, PERSON_NAME) == ""
    assert screen.training.name.text() == ""


def test_a_half_typed_name_is_kept_when_the_screen_is_left(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    qtbot.keyClicks(screen.training.name, "Mara")
    assert preferences.read(context.store, PERSON_NAME) == ""
    screen.deactivate()
    assert preferences.read(context.store, PERSON_NAME) == "Mara"


def test_choices_are_kept_at_once_and_can_be_undone(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    qtbot.mouseClick(screen.training.unit.chips["lb"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.training.effort.chips["rpe"], Qt.MouseButton.LeftButton)
    assert preferences.read(context.store, UNIT) == "lb"
    assert preferences.read(context.store, EFFORT_SCALE) == "rpe"
    context.undo.undo()
    context.undo.undo()
    assert preferences.read(context.store, UNIT) == "kg"
    assert screen.training.unit.chips["kg"].isChecked()
    assert screen.training.effort.chips["off"].isChecked()


def test_the_formula_of_the_estimated_1rm_is_chosen_by_name(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    assert screen.training.formula.chips["epley"].isChecked()
    qtbot.mouseClick(screen.training.formula.chips["brzycki"], Qt.MouseButton.LeftButton)
    assert preferences.formula(context.store) is Formula.BRZYCKI
    context.undo.undo()
    assert screen.training.formula.chips["epley"].isChecked()


def test_rest_is_kept_within_its_range(qtbot: QtBot, context: Context, screen: PreferencesScreen) -> None:
    rest = screen.training.rest
    rest.selectAll()
    qtbot.keyClicks(rest, "90")
    assert preferences.read(context.store, REST_SECONDS) == 120, "not before the number is complete"
    qtbot.keyClick(rest, Qt.Key.Key_Return)
    assert preferences.read(context.store, REST_SECONDS) == 90
    rest.selectAll()
    qtbot.keyClicks(rest, "9000")
    qtbot.keyClick(rest, Qt.Key.Key_Return)
    assert preferences.read(context.store, REST_SECONDS) == 900


def test_the_look_changes_at_once_and_is_remembered(
    qtbot: QtBot, context: Context, screen: PreferencesScreen, tmp_path: Path
) -> None:
    qtbot.mouseClick(screen.look.theme.chips["dark"], Qt.MouseButton.LeftButton)
    assert current_theme().dark
    screen.look.scale.setValue(300)
    assert current_theme().text_scale == 3.0
    assert screen.look.usual.isVisible()
    again = MachineSettings(tmp_path)
    assert (again.get(THEME), again.get(TEXT_SCALE)) == ("dark", 300)
    qtbot.mouseClick(screen.look.usual, Qt.MouseButton.LeftButton)
    assert current_theme().text_scale == 1.0


def test_sound_and_notification_stay_on_this_computer_and_the_breath_travels_with_the_record(
    qtbot: QtBot, context: Context, screen: PreferencesScreen, tmp_path: Path
) -> None:
    rest = screen.rest
    rest.volume.setValue(80)
    qtbot.mouseClick(rest.notify.chips["off"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rest.sound.chips["off"], Qt.MouseButton.LeftButton)
    again = MachineSettings(tmp_path)
    assert (again.get(SOUND_ON), again.get(SOUND_VOLUME), again.get(REST_NOTIFY)) == (False, 80, False)
    assert not rest.volume.isEnabled()
    rest.breath_out.setValue(8)
    rest.ready.setValue(0)
    qtbot.mouseClick(rest.pacer.chips["off"], Qt.MouseButton.LeftButton)
    store = context.store
    kept = [preferences.read(store, setting) for setting in (BREATH_OUT_S, GET_READY_S, PACER_ON)]
    assert kept == [8, 0, False]
    assert not rest.breath_out.isEnabled()
    context.undo.undo()
    assert rest.pacer.chips["on"].isChecked()
    assert rest.breath_out.isEnabled()


def test_the_sound_can_be_tried_and_says_where_there_is_no_device(
    qtbot: QtBot, screen: PreferencesScreen, sounds_heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.mouseClick(screen.rest.try_button, Qt.MouseButton.LeftButton)
    assert sounds_heard == ["rest_over"]
    assert not screen.rest.answer.isVisible()
    monkeypatch.setattr("nextrep.ui.runtime.sound_device.play", lambda *_: False)
    qtbot.mouseClick(screen.rest.try_button, Qt.MouseButton.LeftButton)
    assert screen.rest.answer.text().startswith("No sound device was found")
    assert screen.rest.answer.isVisible()
    screen.rest.volume.setValue(0)
    assert not screen.rest.try_button.isEnabled()


def test_the_keyboard_stays_on_the_text_size_while_the_window_is_made_anew(
    qtbot: QtBot, context: Context
) -> None:
    window = MainWindow(context, [spec for spec in SCREENS if spec.key == "preferences"])
    hold(qtbot, window)
    window.show_screen("preferences")
    window.resize(1024, 640)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = window.screen_of("preferences")
    assert isinstance(before, PreferencesScreen)
    before.look.scale.setFocus()
    before.look.scale.setValue(175)
    qtbot.keyClick(before.look.scale, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: window.screen_of("preferences") is not before)
    after = window.screen_of("preferences")
    assert isinstance(after, PreferencesScreen)
    assert window.focusWidget() is after.look.scale
    assert after.look.scale.value() == 200
    qtbot.waitUntil(lambda: not after.look.scale.visibleRegion().isEmpty())


def test_the_check_says_that_all_is_well(qtbot: QtBot, screen: PreferencesScreen) -> None:
    qtbot.mouseClick(screen.record.check, Qt.MouseButton.LeftButton)
    assert screen.record.answer.text().startswith("All is well")


@pytest.mark.parametrize("form", ["csv", "json"])
def test_everything_is_taken_out_to_the_chosen_file(
    context: Context, screen: PreferencesScreen, tmp_path: Path, form: str
) -> None:
    demo.fill(context.store, 3, 1, NOW)
    dialog = screen.record.export_csv() if form == "csv" else screen.record.export_json()
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / f"out.{form}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    rows = len(context.store.sets.export_rows())
    if form == "csv":
        assert len(target.read_text(encoding="utf-8").splitlines()) == rows + 1
    else:
        assert len(json.loads(target.read_text(encoding="utf-8"))["sets"]) == rows
    assert str(target) in screen.record.answer.text()


def test_the_profile_folder_is_shown_and_can_be_copied(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    assert screen.record.path.text() == str(context.store.folder)
    assert screen.record.path.isReadOnly()
    qtbot.mouseClick(screen.record.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(context.store.folder)


def test_the_folder_is_shown_in_the_file_manager_or_copied_where_there_is_none(
    context: Context, screen: PreferencesScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(file_manager, "show_folder", lambda folder: not shown.append(folder))
    screen.record.show_folder.click()
    assert shown == [context.store.folder]
    assert not screen.record.answer.text()
    monkeypatch.setattr(file_manager, "show_folder", lambda _folder: False)
    screen.record.show_folder.click()
    assert "paste it where you look for files" in screen.record.answer.text()
    assert QGuiApplication.clipboard().text() == str(context.store.folder)


def test_about_says_what_this_is_and_how_a_newer_one_comes(screen: PreferencesScreen) -> None:
    said = "\n".join(label.text() for label in screen.about.findChildren(QLabel))
    for words in (nextrep.__version__, f"Python {platform.python_version()}", f"Qt {qVersion()}"):
        assert words in said
    assert "close NextRep and install the newer file over this one. Your record stays where it is" in said
    assert "licences.md that came with the program says how" in said


def test_a_log_can_be_brought_in_from_here(qtbot: QtBot, screen: PreferencesScreen) -> None:
    qtbot.mouseClick(screen.record.bring_in, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_every_control_has_a_name(screen: PreferencesScreen) -> None:
    assert nameless(screen) == []


def test_body_weight_is_kept_as_typed_and_shown_in_the_persons_unit(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    field = screen.training.body_weight.field
    assert field.text() == ""
    qtbot.keyClicks(field, "81,5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert preferences.read(context.store, BODY_WEIGHT_GRAMS) == 81_500
    assert field.text() == "81.5 kg"
    qtbot.mouseClick(screen.training.unit.chips["lb"], Qt.MouseButton.LeftButton)
    assert field.text() == "179.7 lb"
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)  # what is shown is rounded; what is kept stays
    assert preferences.read(context.store, BODY_WEIGHT_GRAMS) == 81_500
    field.selectAll()
    qtbot.keyClicks(field, "18")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "44 to 1102 lb" in field.problem()
    assert preferences.read(context.store, BODY_WEIGHT_GRAMS) == 81_500
    field.clear()
    screen.deactivate()
    assert preferences.read(context.store, BODY_WEIGHT_GRAMS) == 0
    context.undo.undo()
    assert field.text() == "179.7 lb"


def test_the_cues_open_from_the_settings(qtbot: QtBot, screen: PreferencesScreen) -> None:
    screen.training.cues_button.click()
    dialog = screen.findChild(CueDialog)
    assert dialog is not None and dialog.isVisible()
    dialog.close()


def test_the_note_of_the_first_session_is_shown_again(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    preferences.change(context.store, SAFETY_NOTE_SEEN, True)
    with qtbot.waitSignal(screen.navigate) as asked:
        screen.about.safety_button.click()
    assert asked.args == ["session", None]
    assert preferences.read(context.store, SAFETY_NOTE_SEEN) is False
