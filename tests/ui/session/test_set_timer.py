"""The timer of a timed set, under a clock that jumps as it likes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer

from nextrep.ui.runtime.sound import Sound
from nextrep.ui.session.set_clock import SetClock
from nextrep.ui.session.set_timer import SetTimer
from tests.ui.names import nameless


class Watched:
    """The card, what it said, and a hand on its clock."""

    def __init__(self, card: SetTimer) -> None:
        self.card = card
        self.now = 7_000
        card.clock = SetClock(lambda: self.now)
        self.said: list[object] = []
        self.heard: list[Sound] = []
        card.began.connect(lambda: self.said.append("began"))
        card.stopped.connect(self.said.append)
        card.cancelled.connect(lambda: self.said.append("cancelled"))
        card.sounded.connect(self.heard.append)

    def later(self, ms: int, step: int = 100) -> None:
        """Let time go by, with a look every `step` ms as the card's own timer has."""
        for _ in range(ms // step):
            self.now += step
            self.card.update_clock()

    def jump(self, ms: int) -> None:
        """Let time go by unseen, as in suspend."""
        self.now += ms
        self.card.update_clock()

    @property
    def shown(self) -> str:
        return self.card.ring.accessibleName().removeprefix("Timer: ")


@pytest.fixture
def timer(qtbot) -> Watched:
    card = SetTimer()
    qtbot.addWidget(card)
    watched = Watched(card)
    card.set_target(30)
    card.show()
    return watched


def test_get_ready_hold_and_stop(timer):
    assert timer.shown == "0:30"
    timer.card.toggle()
    assert timer.said == ["began"]
    assert timer.card.line.text() == "Get ready"
    assert timer.shown == "0:05"
    timer.later(5_000)
    assert timer.heard == [Sound.TICK, Sound.TICK, Sound.TICK, Sound.GO]
    assert timer.shown == "0:00"
    timer.later(23_400)
    assert timer.shown == "0:23"
    assert timer.card.line.text() == "7 s to go"
    timer.card.toggle()
    assert timer.said == ["began", [23]]
    assert not timer.card.active


def test_the_end_sound_comes_at_the_target_and_the_time_goes_on(timer):
    timer.card.toggle()
    timer.later(34_900)
    assert timer.heard[-1] is Sound.GO
    timer.later(100)
    assert timer.heard[-1] is Sound.SET_OVER
    assert timer.card.line.text() == "The planned 30 s are done"
    timer.later(12_000)
    assert timer.heard.count(Sound.SET_OVER) == 1
    assert timer.card.line.text() == "12 s more than planned"
    timer.card.toggle()
    assert timer.said[-1] == [42]


def test_a_suspended_computer_counts_on_and_makes_one_sound(timer):
    timer.card.toggle()
    timer.jump(300_000)
    assert timer.heard == [Sound.SET_OVER]
    assert timer.shown == "4:55"
    timer.card.toggle()
    assert timer.said[-1] == [295]


def test_the_key_again_waits_no_longer(timer):
    timer.card.toggle()
    timer.later(1_000)
    timer.card.toggle()
    assert timer.heard == [Sound.GO]
    timer.later(10_000)
    timer.card.toggle()
    assert timer.said[-1] == [10]


def test_no_time_to_get_ready_starts_at_once(timer):
    timer.card.get_ready_s = 0
    timer.card.toggle()
    assert timer.heard == [Sound.GO]
    timer.later(2_000)
    timer.card.toggle()
    assert timer.said[-1] == [2]


def test_without_a_target_it_only_counts(timer):
    timer.card.set_target(None)
    assert timer.shown == "0:00"
    timer.card.toggle()
    timer.later(65_000)
    assert timer.shown == "1:00"
    assert Sound.SET_OVER not in timer.heard
    timer.card.toggle()
    assert timer.said[-1] == [60]


def test_each_side_is_timed_and_both_are_given(timer):
    timer.card.set_target(20, sides=2)
    timer.card.toggle()
    assert timer.card.hint.text() == "First side"
    timer.later(5_000 + 21_000)
    timer.card.toggle()
    assert timer.card.line.text() == "Other side next"
    assert timer.said == ["began"]
    timer.later(30_000)
    timer.card.toggle()
    assert timer.card.hint.text() == "Other side"
    timer.later(5_000 + 18_000)
    timer.card.toggle()
    assert timer.said == ["began", [21, 18]]
    assert timer.heard.count(Sound.GO) == 2


def test_only_one_side_can_be_done(timer):
    timer.card.set_target(20, sides=2)
    timer.card.toggle()
    timer.later(5_000 + 15_000)
    timer.card.toggle()
    timer.card.other.click()
    assert timer.said == ["began", [15]]
    assert not timer.card.active


def test_a_second_side_that_is_given_up_keeps_the_first(timer):
    timer.card.set_target(20, sides=2)
    timer.card.toggle()
    timer.later(5_000 + 15_000)
    timer.card.toggle()
    timer.card.toggle()
    timer.card.cancel()
    assert timer.said == ["began", [15]]


def test_giving_up_and_stopping_within_a_second_are_no_time(timer):
    timer.card.toggle()
    timer.card.other.click()
    assert timer.said == ["began", "cancelled"]
    timer.card.get_ready_s = 0
    timer.card.toggle()
    timer.later(900)
    timer.card.toggle()
    assert timer.said == ["began", "cancelled"] * 2


def test_another_row_waits_until_this_set_is_over(timer):
    timer.card.toggle()
    timer.later(6_000)
    timer.card.set_target(90, sides=2)
    assert timer.card.line.text() == "29 s to go"
    timer.card.toggle()
    assert timer.said[-1] == [1]
    assert timer.shown == "1:30"


def test_it_goes_on_unseen_and_leaves_no_timer_behind(timer):
    timer.card.toggle()
    timer.card.hide()
    timer.later(36_000)
    assert timer.heard[-1] is Sound.SET_OVER
    timer.card.toggle()
    assert timer.said[-1] == [31]
    assert not [one for one in timer.card.findChildren(QTimer) if one.isActive()]


def test_every_control_has_a_name_and_is_large_enough(timer):
    timer.card.toggle()
    assert nameless(timer.card) == []
    assert min(timer.card.main.height(), timer.card.other.height()) >= 44
    timer.card.cancel()
