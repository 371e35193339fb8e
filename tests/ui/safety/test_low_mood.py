"""Three days in a row of lowest mood open the calm card: in the page, once a day, without a score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import Rating
from nextrep.services import journal
from nextrep.storage.store import Store
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from nextrep.ui.today.screen import TodayScreen
from tests.ui.fixtures_ui import make_context

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()


@pytest.fixture
def low(tmp_path: Path) -> Iterator[Context]:
    """Two lowest days before today."""
    store = Store(tmp_path, now=NOW)
    for back in (1, 2):
        journal.rate(store, TODAY - back, {Rating.MOOD: 0}, NOW)
    context, reporter = make_context(tmp_path, store, NOW)
    yield context
    assert not reporter.known_errors
    context.undo.clear()
    store.close()


def _shown(context: Context, qtbot: QtBot, kind: type[TodayScreen | JournalScreen]):
    screen = kind(context)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.activate()
    return screen


def _say(screen, qtbot: QtBot, key: str) -> None:
    track = screen._form.sliders["mood"].track
    track.setFocus()
    qtbot.keyClick(track, key)
    screen._form.flush()


@pytest.mark.parametrize("kind", [TodayScreen, JournalScreen])
def test_it_opens_in_the_page_and_takes_nothing_away(low: Context, qtbot: QtBot, kind) -> None:
    screen = _shown(low, qtbot, kind)
    _say(screen, qtbot, "1")
    assert screen.care.card is None
    _say(screen, qtbot, "0")
    card = screen.care.card
    assert card is not None
    assert card.isVisible()
    assert QApplication.activeModalWidget() is None
    assert screen.focusWidget() is screen._form.sliders["mood"].track  # the hand is where it was
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "If you would like to talk to somebody" in words
    assert not any(sign in words for sign in ("mood", "Mood", "three", "/ 10", "You noted"))
    assert low.store.checkins.get(TODAY).values == {"mood": 0}


def test_plans_and_praise_stand_back_until_the_person_goes_on(low: Context, qtbot: QtBot) -> None:
    screen = _shown(low, qtbot, TodayScreen)
    assert screen._next.isVisible()
    _say(screen, qtbot, "0")
    assert not any(one.isVisible() for one in (screen._next, screen._week, screen._wins))
    qtbot.mouseClick(screen.care.card.on_button, Qt.MouseButton.LeftButton)
    assert screen.care.card is None
    assert all(one.isVisible() for one in (screen._next, screen._week, screen._wins))


def test_it_opens_once_a_day_over_all_screens(low: Context, qtbot: QtBot) -> None:
    screen = _shown(low, qtbot, TodayScreen)
    _say(screen, qtbot, "0")
    qtbot.mouseClick(screen.care.card.on_button, Qt.MouseButton.LeftButton)
    _say(screen, qtbot, "3")
    _say(screen, qtbot, "0")
    assert screen.care.card is None
    other = _shown(low, qtbot, JournalScreen)
    _say(other, qtbot, "2")
    _say(other, qtbot, "0")
    assert other.care.card is None


def test_it_goes_when_what_opened_it_is_taken_back(low: Context, qtbot: QtBot) -> None:
    screen = _shown(low, qtbot, TodayScreen)
    _say(screen, qtbot, "0")
    assert screen.care.card is not None
    low.undo.undo()
    assert screen.care.card is None
    assert screen._next.isVisible()
