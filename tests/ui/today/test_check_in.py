"""The check-in: a moment after a change settles it is in the store, and nothing is lost on the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import Rating
from nextrep.services import journal
from nextrep.storage.store import Store
from nextrep.ui.measures.dialog import AskDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.rating import RatingSlider
from tests.ui.fixtures_ui import make_context
from tests.ui.today.desk import NOW, TODAY, TodayDesk, opened


class Desk(TodayDesk):
    """Today with its check-in, which can be undone."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        undo = context.undo.createUndoAction(self.window)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        self.window.addAction(undo)

    @property
    def mood(self) -> RatingSlider:
        return self.screen._form.sliders[Rating.MOOD]

    def kept(self, day: int = TODAY) -> dict[Rating, int]:
        checkin = self.store.checkins.get(day)
        return checkin.values if checkin else {}


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with opened(Desk, tmp_path, qtbot) as made:
        yield made


def test_keys_on_a_slider_are_kept_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(desk.mood.track, Qt.Key.Key_Right)
    assert desk.kept() == {}
    qtbot.waitUntil(lambda: desk.kept() == {Rating.MOOD: 60})
    assert desk.context.undo.count() == 1
    assert desk.screen._form.saved_line.text() == "Saved 09:41"


def test_a_drag_is_one_step(desk: Desk, qtbot: QtBot) -> None:
    track = desk.mood.track
    for share in (0.2, 0.4, 0.8):
        qtbot.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(int(track.width() * share), 12))
    qtbot.waitUntil(lambda: desk.kept() != {})
    assert desk.kept()[Rating.MOOD] == desk.mood.value() >= 75
    assert desk.context.undo.count() == 1


def test_closing_the_window_right_after_a_change_loses_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.mood.track, "7")
    desk.window.close()
    assert desk.kept() == {Rating.MOOD: 70}


def test_going_to_another_field_keeps_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.mood.track.setFocus()
    qtbot.keyClick(desk.mood.track, "7")
    qtbot.keyClick(desk.mood.track, Qt.Key.Key_Tab)
    assert desk.kept() == {Rating.MOOD: 70}


def test_leaving_the_screen_keeps_at_once(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.mood.track, "0")
    desk.screen.deactivate()
    assert desk.kept() == {Rating.MOOD: 0}


def test_undo_takes_back_the_change_that_has_not_settled_yet(desk: Desk, qtbot: QtBot) -> None:
    journal.rate(desk.store, TODAY, {Rating.MOOD: 30}, NOW)
    desk.screen.refresh()
    desk.mood.track.setFocus()
    qtbot.keyClick(desk.mood.track, "7")
    qtbot.keyClick(desk.mood.track, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.kept() == {Rating.MOOD: 30}
    assert desk.mood.value() == 30


def test_the_ratings_that_are_not_asked_here_stay(desk: Desk, qtbot: QtBot) -> None:
    journal.rate(desk.store, TODAY, {Rating.STRESS: 80, Rating.MOOD: 30}, NOW)
    desk.screen.refresh()
    qtbot.keyClick(desk.mood.track, Qt.Key.Key_Delete)
    desk.screen.deactivate()
    assert desk.kept() == {Rating.STRESS: 80}


def test_a_change_elsewhere_does_not_take_away_what_the_person_is_just_moving(
    desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(desk.mood.track, "7")
    outcome = journal.rate(desk.store, TODAY, {Rating.ENERGY: 20}, NOW)
    desk.context.bus.changed.emit(outcome.changes, None)
    assert desk.screen._form.sliders[Rating.ENERGY].value() == 20
    desk.screen.deactivate()
    assert desk.kept() == {Rating.MOOD: 70, Rating.ENERGY: 20}


def test_after_midnight_the_form_belongs_to_the_new_day(
    tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    clock = [NOW.replace(hour=23, minute=50)]
    store = Store(tmp_path, now=NOW)
    context, _reporter = make_context(tmp_path, store, NOW)
    object.__setattr__(context, "now", _reading(clock))
    desk = Desk(context)
    request.addfinalizer(store.close)
    request.addfinalizer(context.undo.clear)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.screen.activate()
    qtbot.keyClick(desk.mood.track, "4")
    clock[0] += timedelta(minutes=20)
    desk.screen.activate()
    assert desk.kept() == {Rating.MOOD: 40}
    assert desk.mood.value() is None
    qtbot.keyClick(desk.mood.track, "6")
    desk.window.close()
    assert desk.kept(TODAY + 1) == {Rating.MOOD: 60}


def _reading(clock: list[datetime]) -> Callable[[], datetime]:
    return lambda: clock[0]


def test_what_is_asked_can_be_changed_from_here_and_nothing_half_done_is_lost(
    desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(desk.mood.track, "6")
    qtbot.mouseClick(desk.screen.ask_link, Qt.MouseButton.LeftButton)
    dialog = desk.screen.findChild(AskDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
    assert desk.kept() == {Rating.MOOD: 60}
