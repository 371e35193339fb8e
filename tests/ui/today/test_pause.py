"""Today while all tracking is paused: it asks nothing, and says so once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import Rating
from nextrep.services import journal, tracking
from nextrep.storage.store import Store
from nextrep.ui.today.screen import TodayScreen
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NOW.date().toordinal()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, store: Store) -> Iterator[TodayScreen]:
    context, _reporter = make_context(tmp_path, store, NOW)
    made = TodayScreen(context)
    hold(qtbot, made)
    made.resize(1280, 720)
    made.show()
    made.activate()
    yield made
    context.undo.clear()


def _said(screen: TodayScreen) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def test_pausing_from_here_takes_the_questions_away_and_going_on_brings_them_back(
    qtbot: QtBot, store: Store, screen: TodayScreen
) -> None:
    slider = screen._form.sliders[Rating.MOOD]
    slider.track.setFocus()
    qtbot.keyClick(slider.track, Qt.Key.Key_Right)
    qtbot.mouseClick(screen.pause_link, Qt.MouseButton.LeftButton)
    assert screen.pause_menu.activeAction() is screen.pause_menu.open_end
    qtbot.keyClick(screen.pause_menu, Qt.Key.Key_Return)
    kept = journal.day_view(store, TODAY).checkin
    assert kept is not None, "what was just moved is kept"
    assert "Tracking is paused since 22 November. Everything you wrote is kept." in _said(screen)
    assert "?" not in _said(screen) + screen._card.accessibleName()
    assert not slider.isVisible()
    assert not screen.pause_link.isVisible()
    assert nameless(screen) == []
    qtbot.mouseClick(screen.pause_note.go_on_button, Qt.MouseButton.LeftButton)
    assert tracking.paused(store, TODAY) is None
    assert slider.isVisible()
    assert slider.value() == kept.values[Rating.MOOD]
    assert not screen.pause_note.isVisible()


def test_the_keys_of_the_check_in_reach_nothing_that_is_not_shown(
    qtbot: QtBot, store: Store, screen: TodayScreen
) -> None:
    tracking.pause(store, TODAY)
    screen.refresh()
    qtbot.keyClick(screen, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(screen, Qt.Key.Key_H, both)
    assert not screen._form.isAncestorOf(screen.focusWidget() or screen)
    tracking.go_on(store, TODAY)
    screen.refresh()
    qtbot.keyClick(screen, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert screen._form.isAncestorOf(screen.focusWidget() or screen)


def test_the_journal_stays_open_to_who_wants_to_write(
    qtbot: QtBot, store: Store, screen: TodayScreen
) -> None:
    tracking.pause(store, TODAY - 10, TODAY + 4)
    screen.refresh()
    assert "from 12 November to 26 November" in _said(screen)
    went: list[tuple[str, object]] = []
    screen.navigate.connect(lambda key, argument: went.append((key, argument)))
    qtbot.mouseClick(screen._more, Qt.MouseButton.LeftButton)
    assert went == [("journal", TODAY)]
