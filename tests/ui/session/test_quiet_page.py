"""A quiet minute before, two after: words that change, a time that goes by, a way out at any moment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.domain.quiet import QuietKind
from nextrep.services import preferences
from nextrep.settings.table import PACER_ON
from nextrep.ui.session.quiet_page import QuietPage
from tests.ui.holding import hold
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, Hands, plan

Key = Qt.Key
ENTER = Key.Key_Return
LINES = ("Feet.", "Shoulders.", "Breath.", "Ready.")


class Page:
    """The page with a clock that stands until it is moved."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ms = 5_000
        self.page = QuietPage()
        self.page.clock = self.page.ring.clock = self._now
        self.left = 0
        self.page.left.connect(self._on_left)
        hold(qtbot, self.page)
        self.page.resize(800, 600)
        self.page.show()

    def _now(self) -> int:
        return self.ms

    def _on_left(self) -> None:
        self.left += 1

    def later(self, seconds: float) -> str:
        """Let time go by and return the line that stands there."""
        self.ms += round(seconds * 1000)
        self.page.update_page()
        return self.page.line.text()


@pytest.fixture
def quiet(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_the_words_change_and_the_time_goes_by(quiet: Page) -> None:
    quiet.page.begin(QuietKind.ARRIVAL, LINES, (4, 6))
    seen = [(quiet.later(seconds), quiet.page.left_s()) for seconds in (0, 14, 2, 15, 15)]
    assert seen == [("Feet.", 60), ("Feet.", 46), ("Shoulders.", 44), ("Breath.", 29), ("Ready.", 14)]
    assert "0:14" in quiet.page.ring.accessibleName()


def test_at_the_end_nothing_happens_until_the_person_goes_on(quiet: Page, qtbot: QtBot) -> None:
    quiet.page.begin(QuietKind.CLOSE, LINES, (4, 6))
    assert quiet.page.leave_button.text() == "Skip"
    quiet.later(119)
    assert quiet.page.leave_button.text() == "Skip"
    assert quiet.later(1) == "Get up when you are ready."
    assert quiet.page.leave_button.text() == "Go on"
    assert not quiet.page.ring.breathing
    assert quiet.left == 0
    qtbot.keyClick(quiet.page.leave_button, ENTER)
    assert quiet.left == 1


@pytest.mark.parametrize("key", [ENTER, Key.Key_Escape, Key.Key_Space])
def test_it_can_be_left_at_any_time(quiet: Page, qtbot: QtBot, key: Qt.Key) -> None:
    quiet.page.begin(QuietKind.ARRIVAL, LINES, (4, 6))
    quiet.later(7)
    qtbot.keyClick(quiet.page.focusWidget(), key)
    assert quiet.left == 1
    assert not quiet.page.ring.breathing


def test_hidden_it_draws_nothing_and_loses_no_time(quiet: Page) -> None:
    quiet.page.begin(QuietKind.ARRIVAL, LINES, (4, 6))
    quiet.page.hide()
    assert not quiet.page._tick.isActive()
    quiet.ms += 31_000
    quiet.page.show()
    assert quiet.page.left_s() == 29
    assert quiet.page.line.text() == "Breath."
    quiet.page.stop()


def test_the_breath_is_said_in_words_too_and_can_be_off(quiet: Page) -> None:
    quiet.page.begin(QuietKind.ARRIVAL, LINES, (4, 6))
    assert quiet.page.breath.text() == "Breathe in"
    quiet.ms += 4_500
    quiet.page.ring.update_breath()
    assert quiet.page.breath.text() == "Breathe out slowly"
    quiet.page.begin(QuietKind.ARRIVAL, LINES, None)
    assert quiet.page.breath.text() == ""
    assert nameless(quiet.page) == []
    quiet.page.stop()


# --- in the session


def test_arriving_comes_before_the_questions_and_leads_back_to_them(hands: Hands) -> None:
    hands.screen.open(("start_planned", plan(hands.store, MORNING)))
    before = hands.screen.train.before
    hands.click(before.arrive_button)
    quiet = hands.screen.quiet
    assert hands.screen.pages.currentWidget() is quiet
    assert hands.focus() is quiet.leave_button
    assert quiet.left_s() == 60
    hands.screen.mark_stale()  # something changed elsewhere
    assert hands.screen.pages.currentWidget() is quiet
    hands.keys(Key.Key_Escape)
    assert hands.screen.pages.currentWidget() is hands.screen.train
    assert before.pleasant.isAncestorOf(hands.focus())


def test_two_quiet_minutes_after_the_session_lead_back_to_what_it_came_to(planned: Hands) -> None:
    planned.keys(ENTER)
    planned.screen.train.finish_button.click()
    planned.keys(ENTER)
    planned.click(planned.screen.summary.quiet_button)
    assert planned.screen.quiet.left_s() == 120
    planned.screen.mark_stale()
    assert planned.screen.pages.currentWidget() is planned.screen.quiet
    planned.keys(ENTER)
    assert planned.screen.pages.currentWidget() is planned.screen.summary
    assert planned.focus() is planned.screen.summary.back_button


def test_who_wants_no_pace_in_the_rest_gets_none_here(hands: Hands) -> None:
    hands.screen.open(("one_set", None))
    preferences.change(hands.store, PACER_ON, False)
    hands.click(hands.screen.train.before.arrive_button)
    assert not hands.screen.quiet.ring.breathing
    assert hands.screen.quiet.line.text()
    hands.keys(Key.Key_Escape)
