"""The check-in: a moment after a change settles it is in the store, and nothing is lost on the way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import Rating
from nextrep.domain.sleep import night_from_clock
from nextrep.services import journal
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.today.screen import TodayScreen
from nextrep.ui.widgets.rating import RatingSlider
from tests.ui.fixtures_ui import make_context

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=BERLIN)
TODAY = NOW.date().toordinal()


class Desk:
    """Today in a window of its own, over a real profile."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.store: Store = context.store
        self.screen = TodayScreen(context)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.screen)
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
    store = Store(tmp_path, now=NOW)
    context, _reporter = make_context(tmp_path, store, NOW)
    made = Desk(context)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    made.window.show()
    made.screen.activate()
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    context.undo.clear()  # a stack that still holds Python commands must not be left to the collector
    store.close()


def _type(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def _sleep(desk: Desk) -> list[object]:
    night = desk.store.nights.get(TODAY)
    return [] if night is None else [night.into_bed_at, night.out_of_bed_at, night.sol_min, night.awakenings]


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


def test_a_night_across_midnight_is_kept_and_summed_up(desk: Desk, qtbot: QtBot) -> None:
    sleep = desk.screen._form.sleep
    for field, text in ((sleep.into_bed, "23.10"), (sleep.sol, "20"), (sleep.wakings, "1")):
        _type(qtbot, field, text)
    assert "got up" in sleep.line.text()
    assert sleep.awake.isVisible()
    _type(qtbot, sleep.awake, "10")
    _type(qtbot, sleep.out_of_bed, "650")
    assert sleep.line.text() == "7 h 10 min asleep · 93 % sleep efficiency"
    assert _sleep(desk) == []
    qtbot.keyClick(sleep.out_of_bed, Qt.Key.Key_Return)
    into = NOW.replace(hour=23, minute=10) - timedelta(days=1)
    assert _sleep(desk) == [into, NOW.replace(hour=6, minute=50), 20, 1]
    assert desk.context.undo.count() == 1


def test_a_bedtime_after_midnight_is_the_same_day(desk: Desk, qtbot: QtBot) -> None:
    sleep = desk.screen._form.sleep
    _type(qtbot, sleep.into_bed, "0:30")
    _type(qtbot, sleep.out_of_bed, "8")
    desk.window.close()
    assert _sleep(desk)[:2] == [NOW.replace(hour=0, minute=30), NOW.replace(hour=8, minute=0)]


def test_a_very_long_night_is_asked_about_and_kept(desk: Desk, qtbot: QtBot) -> None:
    sleep = desk.screen._form.sleep
    _type(qtbot, sleep.into_bed, "23:30")
    _type(qtbot, sleep.out_of_bed, "22:00")
    qtbot.keyClick(sleep.out_of_bed, Qt.Key.Key_Return)
    assert "22 h 30 min in bed: are both times as you meant them?" in sleep.line.text()
    assert _sleep(desk)[1] == NOW.replace(hour=22, minute=0)
    assert not sleep.problem.isVisible()
    _type(qtbot, sleep.out_of_bed, "15:30")
    qtbot.keyClick(sleep.out_of_bed, Qt.Key.Key_Return)
    assert "meant" not in sleep.line.text()


def test_half_a_night_stays_in_the_form_and_says_what_is_missing(desk: Desk, qtbot: QtBot) -> None:
    sleep = desk.screen._form.sleep
    _type(qtbot, sleep.out_of_bed, "6:50")
    desk.screen.deactivate()
    desk.screen.refresh()
    assert sleep.out_of_bed.text() == "06:50"
    assert sleep.line.text() == "Not kept yet: add when you went to bed."
    assert _sleep(desk) == []
    assert desk.context.undo.count() == 0


def test_what_cannot_be_is_said_at_the_field_and_not_kept(desk: Desk, qtbot: QtBot) -> None:
    sleep = desk.screen._form.sleep
    _type(qtbot, sleep.into_bed, "25:00")
    qtbot.keyClick(sleep.into_bed, Qt.Key.Key_Tab)
    assert sleep.problem.isVisible()
    assert sleep.problem.text().startswith("To bed: ")
    _type(qtbot, sleep.into_bed, "23:00")
    _type(qtbot, sleep.sol, "600")
    _type(qtbot, sleep.out_of_bed, "06:00")
    qtbot.keyClick(sleep.out_of_bed, Qt.Key.Key_Return)
    assert "longer than the time in bed" in sleep.problem.text()
    assert _sleep(desk) == []
    _type(qtbot, sleep.sol, "60")
    qtbot.keyClick(sleep.sol, Qt.Key.Key_Return)
    assert not sleep.problem.isVisible()
    assert _sleep(desk)[2] == 60


def test_emptying_both_times_takes_the_night_away_and_undo_brings_it_back(desk: Desk, qtbot: QtBot) -> None:
    day = NOW.date()
    night = night_from_clock(day, NOW.replace(hour=23).time(), NOW.replace(hour=7).time(), BERLIN, quality=8)
    journal.put_night(desk.store, TODAY, night, NOW)
    desk.screen.refresh()
    sleep = desk.screen._form.sleep
    assert not sleep.quality.isVisible()
    _type(qtbot, sleep.sol, "15")
    qtbot.keyClick(sleep.sol, Qt.Key.Key_Return)
    assert desk.store.nights.get(TODAY).quality == 8  # not asked here, not lost
    for field in (sleep.into_bed, sleep.out_of_bed, sleep.sol, sleep.quality):
        field.clear()
    sleep.flush()
    assert _sleep(desk) == []
    desk.context.undo.undo()
    assert sleep.into_bed.text() == "23:41"
    assert desk.store.nights.get(TODAY).quality == 8


def test_a_night_of_another_zone_keeps_its_clock(desk: Desk, qtbot: QtBot) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    night = night_from_clock(NOW.date(), NOW.time(), NOW.replace(hour=17).time(), tokyo)
    journal.put_night(desk.store, TODAY, night, NOW)
    desk.screen.refresh()
    sleep = desk.screen._form.sleep
    assert sleep.into_bed.text() == "09:41"
    _type(qtbot, sleep.sol, "15")
    desk.screen.deactivate()
    changed = desk.store.nights.get(TODAY)
    assert (changed.into_bed_at, changed.sol_min) == (night.into_bed_at, 15)


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
