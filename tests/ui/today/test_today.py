"""Today: one next thing for each situation, and where its buttons lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import Equipment
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft
from nextrep.services import demo, plan_editing, plan_weeks, preferences, program, session
from nextrep.services import today as today_service
from nextrep.settings.table import PERSON_NAME
from nextrep.storage.store import Store
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.today.screen import TodayScreen
from nextrep.ui.today.words import greeting, next_step, question, week_text
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=BERLIN)
TODAY = NOW.date().toordinal()
Make = Callable[..., TodayScreen]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path, now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def show(tmp_path: Path, store: Store, qtbot: QtBot) -> Iterator[Make]:
    """Shows the screen at a size; all are closed again."""
    stacks = []

    def make(width: int = 1280, height: int = 720, now: datetime = NOW) -> TodayScreen:
        context, _reporter = make_context(tmp_path, store, now)
        stacks.append(context.undo)
        screen = TodayScreen(context)
        hold(qtbot, screen)
        screen.resize(width, height)
        screen.show()
        screen.activate()
        qtbot.waitExposed(screen)
        return screen

    yield make
    for stack in stacks:
        stack.clear()


def _plan(store: Store) -> program.ProgramView:
    answers = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}))
    program.create(store, answers, NOW, start=NOW.date() - timedelta(days=6))
    made = program.current(store)
    assert made is not None
    return made


def _texts(screen: TodayScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def _went(screen: TodayScreen) -> list[tuple[str, Any]]:
    went: list[tuple[str, Any]] = []
    screen.navigate.connect(lambda key, argument: went.append((key, argument)))
    return went


def _press(qtbot: QtBot, screen: TodayScreen, text: str) -> None:
    buttons = [b for b in screen.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    assert len(buttons) == 1, text
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Space)


def test_the_first_day_offers_one_small_thing_and_a_few_ways_on(show: Make, qtbot: QtBot) -> None:
    screen = show()
    went = _went(screen)
    for text in ("Just one set: ten squats", "Make a plan", "Bring in an older log"):
        _press(qtbot, screen, text)
    assert went == [("session", ("one_set", None)), ("program", "make"), ("import", None)]
    assert "What goes well will stand here" in _texts(screen)
    assert "Invented data" not in _texts(screen)


def test_the_next_session_can_be_started_made_smaller_or_moved(
    show: Make, store: Store, qtbot: QtBot
) -> None:
    plan = _plan(store)
    upcoming = plan.next_up(TODAY)
    assert upcoming is not None
    screen = show()
    went = _went(screen)
    for text in ("Start session", "Just one set today", "Move to another day"):
        _press(qtbot, screen, text)
    number = upcoming.planned.id
    assert went == [
        ("session", ("start_planned", number)),
        ("session", ("one_set", None)),
        ("program", number),
    ]
    words = _texts(screen)
    assert upcoming.planned.title in words
    exercise, target = upcoming.exercises[0]
    qtbot.waitUntil(lambda: f"{exercise.name} {target.text()}" in _texts(screen))
    assert "about" in words
    assert "Sunday 22 November · week 1, Foundation" in words


def test_an_open_session_comes_before_all_else(show: Make, store: Store, qtbot: QtBot) -> None:
    _plan(store)
    opened = session.start_one_set(store, NOW).value
    block = opened.blocks[0]
    session.log_set(store, opened.session.id, SetDraft(block.exercise_id, 0, reps=10), NOW)
    screen = show()
    went = _went(screen)
    words = _texts(screen)
    assert "You have a session open" in words
    assert "Just one set, 1 set so far" in words
    _press(qtbot, screen, "Go on with it")
    assert went == [("session", None)]


def test_after_the_plan_there_is_still_one_small_thing(store: Store) -> None:
    _plan(store)
    later = NOW + timedelta(days=400)
    step = next_step(today_service.view(store, later), later)
    assert [action.text for action in step.actions] == ["Just one set: ten squats", "Make a new plan"]


def test_what_others_changed_is_shown_at_once(show: Make, store: Store) -> None:
    screen = show()
    assert "Good morning\n" in _texts(screen) + "\n"
    outcome = preferences.change(store, PERSON_NAME, "Sam")
    screen.context.bus.changed.emit(outcome.changes, None)
    assert "Good morning, Sam" in _texts(screen)


def test_invented_data_say_so(show: Make, store: Store) -> None:
    demo.fill(store, 3, 1, NOW)
    screen = show()
    words = _texts(screen)
    assert "Invented data" in words
    assert "sessions" in words


def test_write_more_leads_to_the_journal_of_today(show: Make, qtbot: QtBot) -> None:
    screen = show()
    went = _went(screen)
    _press(qtbot, screen, "Write more in the journal")
    assert went == [("journal", TODAY)]


@pytest.mark.parametrize(
    ("hour", "words"), [(3, "evening"), (4, "morning"), (13, "afternoon"), (18, "evening")]
)
def test_the_greeting_follows_the_clock(hour: int, words: str) -> None:
    assert greeting(NOW.replace(hour=hour), "Sam") == f"Good {words}, Sam"
    assert words in question(NOW.replace(hour=hour))


@pytest.mark.parametrize(
    ("done", "planned", "words"),
    [
        (2, 3, "2 of 3 sessions"),
        (0, 1, "0 of 1 session"),
        (4, 3, "4 sessions"),
        (1, None, "1 session"),
        (0, 0, "No session yet"),
    ],
)
def test_the_week_in_words(done: int, planned: int | None, words: str) -> None:
    assert week_text(done, planned) == words


def test_bringing_in_an_older_log_asks_the_window_for_it(tmp_path: Path, store: Store, qtbot: QtBot) -> None:
    context, _reporter = make_context(tmp_path, store, NOW)
    window = MainWindow(context)
    hold(qtbot, window)
    window.show()
    window.show_screen("today")
    screen = window.screen_of("today")
    assert isinstance(screen, TodayScreen)
    with qtbot.waitSignal(window.import_requested):
        _press(qtbot, screen, "Bring in an older log")
    _press(qtbot, screen, "Write more in the journal")
    assert window.current == "journal"


def test_every_control_has_a_name(show: Make, store: Store) -> None:
    _plan(store)
    assert nameless(show()) == []


@pytest.mark.parametrize("size", [(1280, 720), (1024, 560), (640, 480)])
def test_nothing_is_wider_than_the_window(show: Make, store: Store, size: tuple[int, int]) -> None:
    demo.fill(store, 3, 1, NOW)
    screen = show(*size)
    for label in screen.findChildren(QLabel):
        if label.isVisible():
            right = label.mapTo(screen, label.rect().bottomRight()).x()
            assert right < size[0], label.text()


def test_a_plan_that_rests_waits_and_can_go_on(show: Make, store: Store, qtbot: QtBot) -> None:
    _plan(store)
    plan_weeks.pause(store, TODAY - 30)
    screen = show()
    assert "Your plan is paused" in _texts(screen)
    went = _went(screen)
    qtbot.mouseClick(screen._next.buttons[0], Qt.MouseButton.LeftButton)
    assert went == [("program", "resume")]


def test_a_day_off_says_what_it_is_for(show: Make, store: Store) -> None:
    view = _plan(store)
    for one in view.sessions:
        if one.planned.day == TODAY:
            plan_editing.remove(store, one.planned.id)
    [number] = plan_editing.add_session(store, TODAY, "Walk").value.made
    plan_editing.change_session(store, number, title="Walk", minute=None, note="Twenty minutes outside")
    texts = _texts(show())
    assert "Walk" in texts
    assert "Twenty minutes outside" in texts


def test_the_time_of_the_next_session_is_said(show: Make, store: Store) -> None:
    planned = _plan(store).next_up(TODAY)
    assert planned is not None
    plan_editing.change_session(store, planned.planned.id, title="Early", minute=450, note="")
    assert "7:30" in _texts(show())


def test_the_starter_ends_by_offering_mind_and_muscle(show: Make, store: Store, qtbot: QtBot) -> None:
    program.create(
        store, Answers(), NOW, start=NOW.date() - timedelta(days=8), weeks=1, key="seven_day_starter"
    )
    for one in store.programs.planned_of(1):
        if one.trains:
            plan_editing.skip(store, one.id)
    screen = show()
    assert "Mind and Muscle" in _texts(screen)
    went = _went(screen)
    qtbot.mouseClick(screen._next.buttons[0], Qt.MouseButton.LeftButton)
    assert went == [("program", "mind_and_muscle")]
