"""The cards of the reminders and of the pause, under real keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.reminders import ReminderKind
from nextrep.domain.tracking_pause import TrackingPause
from nextrep.services import preferences, reminders, tracking
from nextrep.settings.table import QUIET_FROM
from nextrep.storage.store import Store
from nextrep.ui.preferences.screen import PreferencesScreen
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.widgets.fields import FieldProblem
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NOW.date().toordinal()
K = ReminderKind


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    made.undo.clear()
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


def _times(context: Context) -> dict[ReminderKind, int]:
    return dict(reminders.wishes(context.store, TODAY).times)


def _type(qtbot: QtBot, field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _said(card: object) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible() and one.text()]


def test_all_are_off_at_first_and_have_names(screen: PreferencesScreen) -> None:
    card = screen.reminders
    assert [line.choice.chips["off"].isChecked() for line in card.lines.values()] == [True] * 4
    assert not any(line.time.isVisible() for line in card.lines.values())
    assert any("closing its window ends it" in words for words in _said(card))
    assert nameless(card) == []
    assert nameless(screen.pause) == []


def test_one_is_switched_on_at_a_usual_time_and_can_be_undone(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    line = screen.reminders.lines[K.CHECK_IN]
    qtbot.mouseClick(line.choice.chips["on"], Qt.MouseButton.LeftButton)
    assert _times(context) == {K.CHECK_IN: 20 * 60}
    assert line.time.isVisible()
    _type(qtbot, line.time, "7pm")
    assert _times(context) == {K.CHECK_IN: 19 * 60}
    context.undo.undo()
    assert _times(context) == {K.CHECK_IN: 20 * 60}
    assert line.time.text() == "20:00"
    context.undo.undo()
    assert _times(context) == {}
    assert line.choice.chips["off"].isChecked()
    assert not line.time.isVisible()


def test_a_time_in_the_quiet_hours_is_said_at_its_field_and_taken_once_it_fits(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    line = screen.reminders.lines[K.BACKUP]
    qtbot.mouseClick(line.choice.chips["on"], Qt.MouseButton.LeftButton)
    _type(qtbot, line.time, "23:30")
    assert [one.text() for one in line.findChildren(FieldProblem) if one.isVisible()] == [
        "This time lies in the quiet hours."
    ]
    assert _times(context) == {K.BACKUP: 19 * 60}
    screen.refresh()
    assert line.time.text() == "23:30", "what was typed stays with its problem"
    _type(qtbot, screen.reminders.quiet_from, "23:45")
    assert preferences.read(context.store, QUIET_FROM) == 23 * 60 + 45
    _type(qtbot, line.time, "23:30")
    assert _times(context) == {K.BACKUP: 23 * 60 + 30}
    _type(qtbot, line.time, "25:00")
    assert "00:00 and 23:59" in line.time.problem()


def test_quiet_hours_over_a_reminder_are_said_at_theirs(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    line = screen.reminders.lines[K.CHECK_IN]
    field = screen.reminders.quiet_from
    qtbot.mouseClick(line.choice.chips["on"], Qt.MouseButton.LeftButton)
    _type(qtbot, field, "1900")
    assert "20:00" in field.problem()
    assert preferences.read(context.store, QUIET_FROM) == 22 * 60
    qtbot.mouseClick(line.choice.chips["off"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.problem() == ""
    assert preferences.read(context.store, QUIET_FROM) == 19 * 60
    _type(qtbot, field, " ")
    assert field.text() == "19:00", "quiet hours cannot be empty"


def test_a_time_that_was_emptied_switches_off(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    line = screen.reminders.lines[K.TRAINING]
    qtbot.mouseClick(line.choice.chips["on"], Qt.MouseButton.LeftButton)
    _type(qtbot, line.time, " ")
    assert _times(context) == {}
    assert line.choice.chips["off"].isChecked()


def test_a_half_typed_time_is_kept_when_the_screen_is_left(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    line = screen.reminders.lines[K.CHECK_IN]
    qtbot.mouseClick(line.choice.chips["on"], Qt.MouseButton.LeftButton)
    line.time.selectAll()
    qtbot.keyClicks(line.time, "18:15")
    screen.deactivate()
    assert _times(context) == {K.CHECK_IN: 18 * 60 + 15}


def test_trying_asks_the_window(qtbot: QtBot, screen: PreferencesScreen) -> None:
    went: list[str] = []
    screen.navigate.connect(lambda key, _argument: went.append(key))
    qtbot.mouseClick(screen.reminders.try_button, Qt.MouseButton.LeftButton)
    assert went == ["reminder"]


def test_tracking_is_paused_goes_on_and_says_what_was(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    card = screen.pause
    tracking.pause(context.store, TODAY - 20)
    tracking.go_on(context.store, TODAY - 10)
    screen.refresh()
    assert any("2 Nov to Wed 11 Nov" in words for words in _said(card))
    assert not card.go_on_button.isVisible()
    card.menu.open_end.trigger()
    assert tracking.paused(context.store, TODAY) == TrackingPause(TODAY)
    assert any("paused since 22 November" in words for words in _said(card))
    card.menu.weeks[1].trigger()
    assert tracking.paused(context.store, TODAY) == TrackingPause(TODAY, TODAY + 13)
    assert any("from 22 November to 5 December" in words for words in _said(card))
    qtbot.mouseClick(card.go_on_button, Qt.MouseButton.LeftButton)
    assert tracking.paused(context.store, TODAY) is None
    context.undo.undo()
    assert tracking.paused(context.store, TODAY) == TrackingPause(TODAY, TODAY + 13)


def test_a_pause_until_a_day_says_at_its_field_what_cannot_be(
    qtbot: QtBot, context: Context, screen: PreferencesScreen
) -> None:
    form = screen.pause.menu.ask_for_day()
    form.last.setDate(QDate(2026, 11, 21))
    qtbot.mouseClick(form.take, Qt.MouseButton.LeftButton)
    assert any("later day" in one.text() for one in form.findChildren(FieldProblem))
    assert tracking.paused(context.store, TODAY) is None
    form.last.setDate(QDate(2026, 11, 25))
    qtbot.mouseClick(form.take, Qt.MouseButton.LeftButton)
    assert tracking.paused(context.store, TODAY) == TrackingPause(TODAY, TODAY + 3)
