"""Today in a window of its own, over a real profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.today.screen import TodayScreen
from tests.ui.fixtures_ui import make_context

NOW = datetime(2026, 11, 22, 9, 41, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()


class TodayDesk:
    """What a test works with; each has more of what it is about."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.store: Store = context.store
        self.screen = TodayScreen(context)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.screen)


D = TypeVar("D", bound=TodayDesk)


@contextmanager
def opened(kind: type[D], folder: Path, qtbot: QtBot) -> Iterator[D]:
    """Show a desk on an empty profile."""
    store = Store(folder, now=NOW)
    context, _reporter = make_context(folder, store, NOW)
    made = kind(context)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    made.screen.activate()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    context.undo.clear()  # a stack that still holds Python commands must not be left to the collector
    store.close()
