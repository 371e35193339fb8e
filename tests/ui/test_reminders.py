"""The timer of the reminders under a clock of its own: when it looks, what it says, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.assessments import Answer
from nextrep.domain.changes import Changes
from nextrep.domain.errors import KnownError
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.reminders import ReminderKind, reminder_words
from nextrep.services import journal, questionnaires, reminders, session, tracking
from nextrep.storage.store import Store
from nextrep.ui.questionnaires.dialog import QuestionnairesDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.shell.reminders import MINUTE_MS, ReminderTimer
from nextrep.ui.shell.window import MainWindow
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold

K = ReminderKind
BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 28, 12, 0, tzinfo=BERLIN)
TODAY = NOON.date().toordinal()
CHECK_IN = reminder_words(K.CHECK_IN)


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


class FakeNotice(QObject):
    """A tray that remembers what it was told, or that is not there."""

    clicked = Signal()
    unseen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.there = True
        self.said: list[tuple[str, str]] = []

    def say(self, _window: QWidget, title: str, text: str) -> None:
        if self.there:
            self.said.append((title, text))
        else:
            self.unseen.emit(text)

    def put_away(self) -> None: ...


class Room:
    """A window, a profile, a clock, and a timer over them."""

    def __init__(self, qtbot: QtBot, folder: Path, store: Store) -> None:
        self.clock = Clock()
        made, self.reporter = make_context(folder, store)
        self.context: Context | None = replace(made, now=self.clock)
        self.store, self.bus = store, made.bus
        self.window = QWidget()
        hold(qtbot, self.window)
        self.notice = FakeNotice(self.window)
        self.timer = ReminderTimer(self.window, lambda: self.context, self.notice)
        self.unseen: list[str] = []
        self.timer.unseen.connect(self.unseen.append)

    def look(self, **later: int) -> int:
        self.clock.at += timedelta(**later)
        self.timer.look()
        return self.timer.waits_ms()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOON)
    yield opened
    opened.close()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, store: Store) -> Iterator[Room]:
    made = Room(qtbot, tmp_path, store)
    yield made
    made.timer.stop()


def test_with_everything_off_nothing_waits(room: Room) -> None:
    assert room.look() == -1
    room.bus.changed.emit(Changes(sets=True, checkins=True), None)
    assert room.timer.waits_ms() == -1


def test_it_never_waits_longer_than_a_minute_and_says_it_in_time_once(room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    assert 0 < room.look() <= MINUTE_MS
    assert room.look(hours=7, minutes=59, seconds=50) <= 10_001
    assert room.notice.said == []
    room.look(seconds=11)
    assert room.notice.said == [("NextRep", CHECK_IN)]
    room.look(minutes=1)
    room.look(hours=1)
    assert len(room.notice.said) == 1
    assert reminders.facts(room.store, TODAY).shown == {K.CHECK_IN: TODAY}


def test_a_computer_that_slept_over_it_says_it_when_it_wakes_on_that_day(room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    room.look()
    room.look(hours=9)
    assert room.notice.said == [("NextRep", CHECK_IN)]
    room.look(hours=11)
    assert len(room.notice.said) == 1, "the next morning it is too early"
    room.look(hours=12)
    assert len(room.notice.said) == 2


def test_in_quiet_hours_it_is_quiet(room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    room.look(hours=10, minutes=30)
    assert room.notice.said == []


def test_switching_one_on_starts_it_and_off_ends_it(qtbot: QtBot, room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    room.bus.changed.emit(Changes(settings=True), None)
    qtbot.waitUntil(lambda: 0 < room.timer.waits_ms() <= MINUTE_MS)
    room.clock.at = NOON.replace(hour=20)
    journal.rate(room.store, TODAY, {Rating.MOOD: 40}, room.clock.at)
    room.look()
    assert room.notice.said == [], "there is a check-in by now"
    reminders.set_time(room.store, K.CHECK_IN, None, NOON)
    room.bus.changed.emit(Changes(settings=True), None)
    qtbot.waitUntil(lambda: room.timer.waits_ms() == -1)


def test_nothing_comes_in_a_session_nor_over_a_window_that_wants_an_answer(qtbot: QtBot, room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    room.clock.at = NOON.replace(hour=20)
    view = session.start_free(room.store, room.clock.at).value
    assert room.look() > 0
    assert room.notice.said == []
    session.discard(room.store, view.session.id, room.clock.at)
    asking = QDialog()
    hold(qtbot, asking)
    asking.open()
    room.look(minutes=5)
    assert room.notice.said == []
    asking.reject()
    room.look(minutes=5)
    assert room.notice.said == [("NextRep", CHECK_IN)]


def test_nothing_comes_while_paused_and_all_of_it_afterwards(room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    tracking.pause(room.store, TODAY, TODAY)
    assert room.look(hours=8, minutes=5) > 0, "it looks on: a pause may end by itself"
    assert room.notice.said == []
    room.look(days=1)
    assert len(room.notice.said) == 1


def test_nothing_comes_while_nothing_may_be_shown(room: Room) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    room.context = None
    room.clock.at = NOON.replace(hour=20)
    assert room.look() == -1
    assert room.notice.said == []


def test_what_cannot_be_written_comes_once_all_the_same(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_any: object) -> None:
        raise KnownError("The disk is full.", safe="", next_step="")

    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    monkeypatch.setattr(reminders, "keep_shown", full)
    room.look(hours=8)
    room.look(minutes=1)
    assert len(room.notice.said) == 1
    assert room.reporter.known_errors == []


def test_what_cannot_be_read_is_looked_at_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    reminders.set_time(room.store, K.CHECK_IN, 20 * 60, NOON)
    room.look()
    with monkeypatch.context() as patch:

        def damaged(*_any: object) -> None:
            raise KnownError("A page cannot be read.", safe="", next_step="")

        patch.setattr(reminders, "coming", damaged)
        assert 0 < room.look(hours=8) <= MINUTE_MS
    room.look(minutes=1)
    assert len(room.notice.said) == 1


def test_without_a_tray_it_is_told_to_the_window(room: Room) -> None:
    room.notice.there = False
    room.timer.show_one()
    assert room.unseen == [CHECK_IN]


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (K.CHECK_IN, ("today", None)),
        (K.TRAINING, ("program", None)),
        (K.QUESTIONNAIRE, ("questionnaires", None)),
        (K.BACKUP, ("preferences", "backup")),
    ],
)
def test_a_click_leads_to_the_place(room: Room, kind: ReminderKind, place: tuple[str, object]) -> None:
    went: list[tuple[str, object]] = []
    room.timer.asked.connect(lambda key, argument: went.append((key, argument)))
    room.timer._say(kind)
    room.notice.clicked.emit()
    assert went == [place]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, store: Store) -> Iterator[MainWindow]:
    context, _reporter = make_context(tmp_path, store, NOON)
    made = MainWindow(context)
    hold(qtbot, made)
    made.show_screen("today")
    made.show()
    yield made
    made.reminders.stop()
    context.undo.clear()


def test_the_window_says_one_on_its_last_line_and_follows_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("preferences")
    screen = window.screen_of("preferences")
    assert screen is not None
    qtbot.mouseClick(screen.reminders.try_button, Qt.MouseButton.LeftButton)
    assert CHECK_IN in window.status.text(), "the tests' platform has no tray"
    window.reminders.asked.emit("today", None)
    assert window.current == "today"
    window.reminders.asked.emit("preferences", "backup")
    assert window.focusWidget() is screen.backups.back_up


def test_the_window_of_the_questionnaires_opens(window: MainWindow, store: Store) -> None:
    who5 = questionnaires.Subject(InstrumentKey.WHO5)
    questionnaires.answer(store, who5, None, "1", Answer(5, 1), TODAY - 20, NOON)
    window.reminders.asked.emit("questionnaires", None)
    (dialog,) = window.findChildren(QuestionnairesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_help_now_is_in_the_menu_of_the_tray_and_brings_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.showMinimized()
    window.help.tray_action.trigger()
    assert not window.isMinimized()
    assert window.help.open().isVisible()
    window.help.open().close()
