"""Several people in the window: asked at the start, added and opened from Settings, nothing in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.app import again, window
from nextrep.services import profiles
from nextrep.settings.table import BACKUP_FOLDER_PLACE, THEME
from nextrep.storage.store import Store
from nextrep.ui.preferences.people_card import PeopleCard
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.restart import Restart
from nextrep.ui.shell.people import PeopleDialog
from tests.ui.fixtures_ui import NOON, make_context

LEFT = Qt.MouseButton.LeftButton


def test_it_is_asked_only_where_there_is_more_than_one(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setattr(window, "profile_folder", lambda given: Path(given) if given else home)
    assert window._first(qapp, None, None) == Restart(home)
    sam = profiles.add(home, "Sam")
    assert window._first(qapp, str(sam.folder), None) == Restart(sam.folder)

    def choose() -> None:
        [dialog] = [one for one in qapp.topLevelWidgets() if isinstance(one, PeopleDialog)]
        assert [button.text() for button in dialog.buttons] == ["First profile", "Sam"]
        dialog.buttons[1].click()
        dialog.deleteLater()

    QTimer.singleShot(0, choose)
    assert window._first(qapp, None, None) == Restart(sam.folder)

    def leave() -> None:
        [dialog] = [one for one in qapp.topLevelWidgets() if isinstance(one, PeopleDialog)]
        dialog.reject()
        dialog.deleteLater()

    QTimer.singleShot(0, leave)
    assert window._first(qapp, None, None) is None


def test_people_are_added_named_and_opened_from_settings(qtbot: QtBot, tmp_path: Path) -> None:
    store = Store(tmp_path / "home", now=NOON)
    context, _reporter = make_context(store.folder, store)
    card = PeopleCard(context)
    qtbot.addWidget(card)
    card.refresh()
    card.show()
    assert card.rename_button.isHidden() and not card.open_buttons
    dialog = card.open_add()
    dialog.name.clear()
    qtbot.mouseClick(dialog.take, LEFT)
    assert dialog.isVisible(), "without a name it stays"
    qtbot.keyClicks(dialog.name, "Sam")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    [(folder, button)] = card.open_buttons.items()
    assert button.text() == "Open “Sam”"
    with qtbot.waitSignal(card.restart_asked) as asked:
        qtbot.mouseClick(button, LEFT)
    assert asked.args == [Restart(folder)]
    dialog = card.open_rename()
    dialog.name.setText("Alex")
    qtbot.mouseClick(dialog.take, LEFT)
    assert profiles.people(folder)[0].name == "Alex"
    store.close()


def test_settings_of_one_are_not_those_of_another(tmp_path: Path, qapp: QApplication) -> None:
    home = tmp_path / "home"
    sam = profiles.add(home, "Sam")
    first, second = MachineSettings(home), MachineSettings(sam.folder)
    first.put(THEME, "dark")
    first.put(BACKUP_FOLDER_PLACE, "/media/stick")
    first.save()
    assert (second.get(THEME), second.get(BACKUP_FOLDER_PLACE)) == ("system", "")


def test_another_person_gets_a_process_of_their_own(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path] = []
    monkeypatch.setattr(again, "start_again", started.append)
    monkeypatch.setattr(window, "make_application", lambda: qapp)
    monkeypatch.setattr(
        window, "_show", lambda _app, _asked, _file, _presence: (0, Restart(tmp_path / "other"))
    )
    assert window.run_window(str(tmp_path / "one")) == 0
    assert started == [tmp_path / "other"]
