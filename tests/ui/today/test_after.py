"""How is it now: asked on Today for a while after a session, by time, and never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nextrep.domain.training import Session, SetDraft
from nextrep.services import session
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.today.after_card import AfterCard
from nextrep.ui.today.screen import TodayScreen
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

END = datetime(2026, 11, 22, 18, 2, tzinfo=ZoneInfo("Europe/Berlin"))


@dataclass
class Evening:
    """Today after a session that ended at 18:02, with a clock that can be moved."""

    store: Store
    context: Context
    clock: list[datetime]
    screen: TodayScreen
    number: int

    @property
    def card(self) -> AfterCard:
        return self.screen.after

    @property
    def kept(self) -> Session:
        return self.store.sessions.get(self.number)

    def look_at(self, minutes: float) -> None:
        """Let the time come, as the screen's own timer does."""
        self.clock[0] = END + timedelta(minutes=minutes)
        if self.screen._ask_again.isActive():
            self.screen._ask_again.timeout.emit()

    def keys(self, text: str) -> None:
        for key in text:
            QTest.keyClicks(self.screen.window().focusWidget(), key)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path, now=END)
    yield opened
    opened.close()


@pytest.fixture
def evening(tmp_path: Path, store: Store, qtbot: QtBot) -> Iterator[Callable[[], Evening]]:
    made = []

    def make(**answers: object) -> Evening:
        view = session.start_one_set(store, END - timedelta(minutes=9)).value
        session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=10), END)
        session.finish(store, view.session.id, END, **answers)
        clock = [END + timedelta(minutes=1)]
        context, _reporter = make_context(tmp_path, store, END)
        context = replace(context, now=lambda: clock[0])
        screen = TodayScreen(context)
        hold(qtbot, screen)
        screen.resize(1280, 720)
        screen.show()
        screen.activate()
        qtbot.waitExposed(screen)
        made.append(context.undo)
        return Evening(store, context, clock, screen, view.session.id)

    yield make
    for stack in made:
        stack.clear()


def test_it_is_asked_when_the_time_has_come_and_no_more_after_an_hour(evening) -> None:
    here = evening()
    shown = []
    for minutes in (1, 9, 10, 30, 59, 60):
        here.look_at(minutes)
        shown.append(here.card.isVisible())
    assert shown == [False, False, True, True, True, False]
    assert not here.screen._ask_again.isActive()


def test_the_screen_looks_at_most_once_a_minute_and_not_while_it_is_away(evening) -> None:
    here = evening()
    assert here.screen._ask_again.isActive()
    assert here.screen._ask_again.interval() == 60_000
    here.look_at(9.75)
    assert 15_000 <= here.screen._ask_again.interval() <= 15_001
    here.screen.hide()
    assert not here.screen._ask_again.isActive()
    here.clock[0] = END + timedelta(minutes=12)
    here.screen.show()
    here.screen.activate()
    assert here.card.isVisible()


def test_two_keys_answer_and_the_card_goes(evening) -> None:
    here = evening(effort=5)
    here.look_at(12)
    here.card.pleasant.focus()
    here.keys("w")
    assert (here.kept.pleasant_after, here.kept.activated_after) == (-2, None)
    assert here.card.isVisible()
    here.keys("3")
    assert (here.kept.pleasant_after, here.kept.activated_after) == (-2, 3)
    assert here.kept.rated_after_at == here.clock[0]
    assert here.kept.effort == 5
    assert not here.card.isVisible()
    here.context.undo.undo()
    assert here.card.isVisible()
    assert here.card.pleasant.value() == -2


def test_who_would_rather_write_comes_to_the_journal_of_that_day(evening, qtbot: QtBot) -> None:
    here = evening()
    here.look_at(12)
    with qtbot.waitSignal(here.screen.navigate) as gone:
        qtbot.mouseClick(here.card.write_button, Qt.MouseButton.LeftButton)
    assert gone.args == ["journal", END.date().toordinal()]
    here.screen.activate()
    assert here.card.isVisible()  # it was not put aside


def test_not_now_puts_it_aside_for_good(evening, qtbot: QtBot) -> None:
    here = evening()
    here.look_at(12)
    here.card.activated.focus()
    qtbot.keyClick(here.screen.window().focusWidget(), Qt.Key.Key_Escape)
    assert not here.card.isVisible()
    here.look_at(20)
    assert not here.card.isVisible()
    here.context.undo.undo()
    assert here.card.isVisible()
    qtbot.mouseClick(here.card.aside_button, Qt.MouseButton.LeftButton)
    assert not here.card.isVisible()


def test_who_answered_at_the_finish_is_not_asked_again(evening) -> None:
    here = evening(pleasant=2)
    here.look_at(12)
    assert not here.card.isVisible()
    assert not here.screen._ask_again.isActive()


@pytest.mark.parametrize("size", [(1280, 720), (1024, 560), (700, 500)])
def test_the_card_fits_and_can_be_read_out(evening, size: tuple[int, int], qtbot: QtBot) -> None:
    here = evening()
    here.look_at(12)
    here.screen.resize(*size)
    steps = (*here.card.pleasant.steps, *here.card.activated.steps)

    def all_in_it() -> bool:
        corners = [step.mapTo(here.card, step.rect().bottomRight()) for step in steps]
        return all(here.card.rect().contains(corner) for corner in corners)

    qtbot.waitUntil(all_in_it)
    assert nameless(here.card) == []
