"""The rest counts down by a clock of its own, seen or not, and says once that it is over."""

from __future__ import annotations

import time as wall

import pytest
from PySide6.QtCore import QTimer

from nextrep.ui.session.rest import RestCard
from nextrep.ui.session.rest_clock import RestClock


@pytest.fixture
def time() -> list[int]:
    return [1_000]


@pytest.fixture
def card(qtbot, time) -> RestCard:
    card = RestCard()
    card.clock = RestClock(lambda: time[0])
    card.ring.clock = lambda: time[0]
    qtbot.addWidget(card)
    card.show()
    return card


@pytest.fixture
def changes(card) -> list[tuple[float | None, int]]:
    """What the card said about the end of its rest."""
    said: list[tuple[float | None, int]] = []
    card.changed.connect(lambda left, total: said.append((left, total)))
    return said


@pytest.fixture
def ends(card) -> list[str]:
    """One entry for each rest that came to its end by itself."""
    said: list[str] = []
    card.over.connect(lambda: said.append("over"))
    return said


def look(card: RestCard) -> None:
    """What the card's timer does now and then."""
    card.update_clock()


def test_the_clock_counts_down_whole_seconds(time):
    clock = RestClock(lambda: time[0])
    assert not clock.started
    clock.start(90)
    time[0] += 500
    assert clock.left_s() == 90
    time[0] += 600
    assert clock.left_s() == 89
    assert clock.share() == pytest.approx(88.9 / 90)
    time[0] += 200_000
    assert clock.left_s() == 0
    assert clock.started
    assert not clock.running


def test_a_rest_goes_on_while_nobody_looks(card, time):
    card.start(60)
    assert "1:00" in card.ring.accessibleName()
    card.hide()
    time[0] += 45_000
    card.show()
    assert "0:15" in card.ring.accessibleName()
    card.hide()
    time[0] += 3_600_000
    card.show()
    assert card.line.text() == "Ready when you are"
    assert not card.skip.isVisible()


def test_longer_shorter_and_skip(card, time):
    card.start(60)
    card.longer.click()
    assert "1:15" in card.ring.accessibleName()
    card.shorter.click()
    card.shorter.click()
    assert "0:45" in card.ring.accessibleName()
    card.skip.click()
    assert card.line.text() == "Ready when you are"


def test_shortening_past_the_end_ends_the_rest(card, time):
    card.start(10)
    card.shorter.click()
    assert card.line.text() == "Ready when you are"


def test_no_rest_planned_is_ready_at_once(card):
    card.start(0)
    assert card.line.text() == "Ready when you are"
    card.set_planned(90)
    assert "1:30" in card.ring.accessibleName()
    assert card.line.text() == "Starts when a set is saved"


def test_the_end_is_said_once_for_each_rest(card, time, ends):
    card.start(60)
    time[0] += 59_000
    look(card)
    assert not ends
    time[0] += 1_000
    look(card)
    look(card)
    assert ends == ["over"]
    card.start(30)
    time[0] += 30_000
    look(card)
    assert ends == ["over", "over"]


def test_a_rest_that_ended_in_suspend_is_over_at_once_on_waking_and_said_once(card, time, ends):
    card.start(120)
    card.hide()
    time[0] += 8 * 3_600_000  # the lid was closed for a night; the clock counts that
    look(card)
    assert ends == ["over"]
    card.show()
    look(card)
    assert ends == ["over"]
    assert card.line.text() == "Ready when you are"


def test_a_hidden_card_keeps_looking_until_the_end_and_then_stops(card, time, ends):
    card.start(60)
    card.hide()
    ticking = [timer for timer in card.findChildren(QTimer) if timer.isActive()]
    assert len(ticking) == 1, "one slow look, and no pictures of a breath that nobody sees"
    assert ticking[0].interval() <= 1_000
    time[0] += 60_000
    look(card)
    assert ends == ["over"]
    assert not [timer for timer in card.findChildren(QTimer) if timer.isActive()]


def test_the_wall_clock_cannot_move_a_rest(qtbot, monkeypatch):
    card = RestCard()
    qtbot.addWidget(card)
    card.start(600)
    monkeypatch.setattr(wall, "time", lambda: 0.0)
    monkeypatch.setattr(wall, "time_ns", lambda: 0)
    card.update_clock()
    assert card.clock.left_s() in {599, 600}
    card.clear()


@pytest.mark.parametrize("button", ["skip", "shorter"])
def test_an_end_by_hand_is_not_said(card, time, ends, changes, button):
    card.start(10)
    getattr(card, button).click()
    time[0] += 60_000
    look(card)
    assert not ends
    assert changes == [(10.0, 10), (None, 0)]


def test_every_change_of_the_end_is_told_so_that_it_can_be_kept(card, time, changes):
    card.start(60)
    time[0] += 20_000
    card.longer.click()
    card.shorter.click()
    assert changes == [(60.0, 60), (55.0, 60), (40.0, 60)]
    time[0] += 40_000
    look(card)
    assert changes[-1] == (None, 0)
    card.start(0)
    assert changes[-1] == (None, 0)


def test_a_kept_rest_goes_on_where_it_was_without_being_told_again(card, time, changes, ends):
    card.resume(90, 41.5)
    assert "0:42" in card.ring.accessibleName()
    assert card.clock.share() == pytest.approx(41.5 / 90)
    assert changes == []
    time[0] += 41_500
    look(card)
    assert ends == ["over"]


def test_a_kept_rest_that_is_over_by_now_is_over_quietly(card, changes, ends):
    card.resume(90, -30)
    assert card.line.text() == "Ready when you are"
    assert changes == []
    assert ends == []


def test_a_session_that_is_left_forgets_its_rest_without_touching_what_is_kept(card, time, changes, ends):
    card.start(60)
    card.clear()
    time[0] += 60_000
    look(card)
    assert changes == [(60.0, 60)]
    assert ends == []


def test_the_words_follow_the_breath_and_its_pace(card, time):
    card.set_pace(3, 5)
    card.start(60)
    assert card.breathing.text() == "3 in · 5 out"
    assert card.line.text() == "Breathe in"
    time[0] += 3_000
    card.ring.update_breath()
    assert card.line.text() == "Breathe out slowly"
    time[0] += 57_000
    look(card)
    assert card.line.text() == "Ready when you are"
    assert card.breathing.text() == ""


def test_without_the_pace_the_rest_only_counts(card, time):
    card.set_pace(4, 6, on=False)
    card.start(60)
    assert card.line.text() == "Resting"
    assert card.breathing.text() == ""
    assert not card.ring.breathing
    card.set_pace(4, 6)
    assert card.line.text() == "Breathe in"


def test_in_large_the_figures_and_the_ring_grow_and_come_back(card):
    before = card.ring.sizeHint()
    card.set_large(True)
    assert card.ring.sizeHint().width() > before.width()
    assert card.ring.sizeHint().width() <= 250 - 2 * 18, "it must fit into the card at the side"
    card.set_large(False)
    assert card.ring.sizeHint() == before
