"""The pace of breathing: its times, its words, and stillness where the system asks for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProxyStyle, QStyle

from nextrep.ui.session.breath import Breath, BreathRing


class Still(QProxyStyle):
    """A style of a system whose owner asked for less motion."""

    def styleHint(self, hint, option=None, widget=None, data=None):  # noqa: N802
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, data)


@pytest.fixture
def time() -> list[int]:
    return [50_000]


@pytest.fixture
def ring(qtbot, time) -> BreathRing:
    ring = BreathRing("Rest")
    ring.clock = lambda: time[0]
    qtbot.addWidget(ring)
    ring.resize(172, 172)
    ring.show()
    return ring


def picture(ring: BreathRing) -> bytes:
    image = ring.grab().toImage()
    return bytes(image.constBits())


def timers(ring: BreathRing) -> list[QTimer]:
    return [timer for timer in ring.findChildren(QTimer) if timer.isActive()]


def test_a_breath_fills_in_four_seconds_and_empties_in_six():
    breath = Breath(4, 6)
    fullness = [round(breath.fullness(second * 1_000), 2) for second in range(11)]
    assert fullness == [0, 0.15, 0.5, 0.85, 1, 0.93, 0.75, 0.5, 0.25, 0.07, 0]
    assert [breath.inhaling(ms) for ms in (0, 3_999, 4_000, 9_999, 10_000)] == [
        True,
        True,
        False,
        False,
        True,
    ]


def test_the_ring_moves_and_says_each_turn_once(ring, time):
    said: list[str] = []
    ring.turned.connect(said.append)
    ring.start()
    first = picture(ring)
    for _ in range(40):
        time[0] += 250
        ring.update_breath()
    assert said == ["Breathe in", "Breathe out slowly", "Breathe in"]
    time[0] += 2_000
    ring.update_breath()
    assert picture(ring) != first
    ring.stop()
    assert said[-1] == ""
    assert timers(ring) == []


def test_another_pace_begins_with_a_breath_in(ring, time):
    ring.start()
    time[0] += 5_000
    ring.update_breath()
    assert ring.words() == "Breathe out slowly"
    ring.set_times(5, 5)
    assert ring.words() == "Breathe in"
    time[0] += 4_999
    ring.update_breath()
    assert ring.words() == "Breathe in"
    ring.stop()


def test_less_motion_leaves_the_words_and_nothing_that_moves(ring, time):
    still = Still("fusion")
    still.setParent(ring)
    ring.setStyle(still)
    ring.start()
    assert timers(ring)[0].interval() >= 200
    pictures = set()
    said = set()
    for _ in range(10):
        pictures.add(picture(ring))
        said.add(ring.words())
        time[0] += 1_000
        ring.update_breath()
    assert len(pictures) == 1
    assert said == {"Breathe in", "Breathe out slowly"}
    ring.stop()


def test_a_hidden_ring_draws_nothing_and_comes_back_in_time(ring, time):
    ring.start()
    ring.hide()
    assert timers(ring) == []
    time[0] += 14_000
    ring.show()
    assert ring.words() == "Breathe out slowly"
    assert len(timers(ring)) == 1
    ring.stop()
