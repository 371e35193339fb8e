"""A profile and the Trends screen on it; modules that want more in the profile fill `store` themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nextrep.storage.store import Store
from nextrep.ui.trends.screen import TrendsScreen
from tests.ui.fixtures_ui import opened_screen
from tests.ui.trends.scene import NOW, Opener


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A profile with nothing in it."""
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Opener:
    """Opens the screen on a profile."""

    def make(store: Store, *, real_jobs: bool = False, now: datetime = NOW) -> TrendsScreen:
        return opened_screen(TrendsScreen, store, tmp_path, qtbot, now, real_jobs=real_jobs)

    return make


@pytest.fixture
def screen(store: Store, opened: Opener) -> TrendsScreen:
    """The screen on the profile of the test."""
    return opened(store)
