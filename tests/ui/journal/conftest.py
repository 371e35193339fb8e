"""The journal in a window of its own, over an empty profile, on the evening of Sunday 22 November 2026."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from nextrep.storage.store import Store
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import make_context

EVENING = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=EVENING)
    made, _reporter = make_context(tmp_path, store, EVENING)
    yield made
    made.undo.clear()  # a stack that still holds Python commands must not be left to the collector
    store.close()


@pytest.fixture
def screen(context: Context, qtbot: QtBot) -> Iterator[JournalScreen]:
    window, made = QMainWindow(), JournalScreen(context)
    window.setCentralWidget(made)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    made.activate()
    qtbot.waitExposed(window)
    yield made
    window.close()
