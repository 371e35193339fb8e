"""A window that is open does what a second start asks of it: at once, or when nothing is in its way."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from nextrep.app.presence import Presence
from nextrep.app.reception import Reception
from nextrep.ui.screens import ScreenSpec
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.widgets.screen import Screen
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold


class Opening(Screen):
    """Notes what it is to show."""

    opened: list[object]

    def __init__(self, context, parent=None):
        super().__init__(context, parent)
        self.opened = []

    def refresh(self):
        pass

    def open(self, argument):
        self.opened.append(argument)


@pytest.fixture
def window(tmp_path: Path, qtbot, monkeypatch):
    module = ModuleType("screens_of_a_second_start")
    module.Opening = Opening
    monkeypatch.setitem(sys.modules, module.__name__, module)
    context = make_context(tmp_path)[0]
    target = f"{module.__name__}:Opening"
    specs = [
        ScreenSpec("today", lambda: "Today", target, "Ctrl+1"),
        ScreenSpec("program", lambda: "Program", target, "Ctrl+2"),
    ]
    window = MainWindow(context, specs)
    hold(qtbot, window)
    window.show()
    window.show_screen("today")
    return window


@pytest.fixture
def presence(tmp_path: Path):
    presence = Presence(tmp_path / "profile")
    assert presence.take()
    yield presence
    presence.release()


def second_start(presence: Presence, file: str, number: int = 1) -> None:
    part = presence.inbox / "x.part"
    part.write_text(f'{{"file": "{file}", "token": ""}}', encoding="utf-8")
    part.replace(presence.inbox / f"{number}-1.json")


def test_the_program_of_a_second_start_is_shown(window, presence, qtbot):
    Reception(presence, window)
    window.showMinimized()
    second_start(presence, "/a.nextrep")
    qtbot.waitUntil(lambda: window.current == "program")
    assert window.screen_of("program").opened == [Path("/a.nextrep")]
    assert not window.isMinimized()
    assert list(presence.inbox.glob("*.json")) == []


def test_it_waits_until_the_profile_is_unlocked(window, presence, qtbot):
    Reception(presence, window)
    window.gate.put_away(QLineEdit())
    second_start(presence, "/a.nextrep")
    qtbot.waitUntil(lambda: list(presence.inbox.glob("*.json")) == [])
    assert window.screen_of("program") is None
    window.gate.take_up(window.context)
    assert window.current == "program"
    assert window.screen_of("program").opened == [Path("/a.nextrep")]


def test_it_waits_until_a_dialog_is_closed_and_none_is_lost(window, presence, qtbot):
    Reception(presence, window)
    dialog = QDialog(window)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    second_start(presence, "/a.nextrep", 1)
    second_start(presence, "/b.nextrep", 2)
    qtbot.waitUntil(lambda: list(presence.inbox.glob("*.json")) == [])
    assert window.current == "today"
    dialog.close()
    qtbot.waitUntil(lambda: window.current == "program")
    program = window.screen_of("program")
    qtbot.waitUntil(lambda: program.opened == [Path("/a.nextrep"), Path("/b.nextrep")])


def test_a_file_given_at_the_start_outlives_the_page_that_unlocks(window):
    window.stack._current = ""
    window.stack.wanted = ("program", Path("/a.nextrep"))
    window.gate.put_away(QLineEdit())
    window.gate.take_up(window.context)
    assert window.screen_of("program").opened == [Path("/a.nextrep")]
