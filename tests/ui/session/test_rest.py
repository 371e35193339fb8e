"""The rest counts down by a clock of its own, seen or not."""

from __future__ import annotations

import pytest

from nextrep.ui.session.rest import RestCard, RestClock


@pytest.fixture
def time() -> list[int]:
    return [1_000]


@pytest.fixture
def card(qtbot, time) -> RestCard:
    card = RestCard()
    card.clock = RestClock(lambda: time[0])
    qtbot.addWidget(card)
    card.show()
    return card


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


def test_a_breath_is_four_seconds_in_and_six_out(time):
    clock = RestClock(lambda: time[0])
    clock.start(60)
    fullness = []
    for _ in range(11):
        fullness.append(round(clock.breath(), 2))
        time[0] += 1_000
    assert fullness == [0, 0.25, 0.5, 0.75, 1, 0.83, 0.67, 0.5, 0.33, 0.17, 0]
