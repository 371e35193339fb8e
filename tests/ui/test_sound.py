"""Sounds are asked for as the settings say, beside the window; without a device nothing happens."""

from __future__ import annotations

import sys
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from nextrep.resources.paths import path
from nextrep.settings.table import SOUND_ON, SOUND_VOLUME
from nextrep.ui.runtime import sound_device, steady_clock
from nextrep.ui.runtime.notice import Notice, offer_in_tray
from nextrep.ui.runtime.sound import Sound, Sounds, loudness
from tests.ui.fixtures_ui import make_context

REAL_PLAY = sound_device.play
"""Taken before any test puts its own in the place of the real one."""


class FakeDevice:
    """Asks for samples as a sound device does, at once."""

    opened: ClassVar[list[FakeDevice]] = []

    def __init__(self, **asked: object) -> None:
        self.asked = asked
        self.samples: list[int] = []
        self.closed = False
        FakeDevice.opened.append(self)

    def __enter__(self) -> FakeDevice:
        return self

    def __exit__(self, *_error: object) -> None:
        self.closed = True

    def start(self, stream) -> None:
        try:
            while True:
                self.samples.extend(stream.send(512))
        except StopIteration:
            pass


class GoneError(Exception):
    """Stands for miniaudio's own error."""


class NoDevice(FakeDevice):
    def __init__(self, **_asked: object) -> None:
        raise GoneError("no suitable audio backend found")


class Deaf(FakeDevice):
    """Never asks for samples."""

    def start(self, stream) -> None:
        pass


def library(device: type[FakeDevice]) -> SimpleNamespace:
    class Backend(list):
        NULL, ALSA, PULSEAUDIO = "null", "alsa", "pulse"

    return SimpleNamespace(
        PlaybackDevice=device, MiniaudioError=GoneError, Backend=Backend(["alsa", "pulse", "null"])
    )


@pytest.fixture
def device(monkeypatch) -> Iterator[type[FakeDevice]]:
    FakeDevice.opened.clear()
    monkeypatch.setitem(sys.modules, "miniaudio", library(FakeDevice))
    yield FakeDevice
    FakeDevice.opened.clear()


def never() -> bool:
    return False


@pytest.mark.parametrize("sound", list(Sound))
def test_every_sound_is_there_and_goes_to_the_device_whole(device, sound):
    recording = path(f"sounds/{sound}.wav")
    assert REAL_PLAY(recording, 0.5, never)
    (opened,) = device.opened
    with wave.open(str(recording)) as file:
        count, rate = file.getnframes(), file.getframerate()
    assert opened.closed
    assert opened.asked["sample_rate"] == rate
    assert "null" not in opened.asked["backends"]
    assert len(opened.samples) > count
    assert max(map(abs, opened.samples)) > 1_000
    assert not any(opened.samples[count:]), "silence follows, so that the end is not cut"


def test_the_volume_is_the_strength_of_the_samples(device):
    for volume in (1.0, 0.25, 0.0):
        REAL_PLAY(path("sounds/tick.wav"), volume, never)
    loud, soft, none = (max(map(abs, one.samples)) for one in device.opened)
    assert soft == pytest.approx(loud / 4, abs=1)
    assert none == 0
    assert [loudness(percent) for percent in (0, 50, 100)] == [0, 0.25, 1]


def test_without_a_device_nothing_is_played_and_nothing_fails(monkeypatch):
    monkeypatch.setitem(sys.modules, "miniaudio", library(NoDevice))
    assert not REAL_PLAY(path("sounds/tick.wav"), 0.5, never)


def test_without_the_library_nothing_is_played_and_nothing_fails(monkeypatch):
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    assert not REAL_PLAY(path("sounds/tick.wav"), 0.5, never)


@pytest.mark.parametrize("content", [None, b"", b"RIFF0000WAVE"])
def test_a_recording_that_is_missing_or_damaged_is_silent(device, tmp_path, content):
    file = tmp_path / "broken.wav"
    if content is not None:
        file.write_bytes(content)
    assert not REAL_PLAY(file, 0.5, never)
    assert device.opened == []


def test_the_end_of_the_program_waits_for_no_sound(monkeypatch):
    monkeypatch.setitem(sys.modules, "miniaudio", library(Deaf))
    asked: list[bool] = []

    def stopped() -> bool:
        asked.append(True)
        return True

    assert REAL_PLAY(path("sounds/rest_over.wav"), 0.5, stopped)
    assert asked == [True]


@pytest.fixture
def sounds(qapp, tmp_path: Path) -> Sounds:
    context, _ = make_context(tmp_path)
    made = Sounds(context, context.bus)
    made.context = context
    return made


def test_sounds_are_played_by_their_name_and_volume(sounds, monkeypatch):
    asked = []
    monkeypatch.setattr(sound_device, "play", lambda file, volume, _stop: asked.append((file.name, volume)))
    sounds.context.settings_machine.put(SOUND_VOLUME, 50)
    sounds.play(Sound.SET_OVER)
    assert asked == [("set_over.wav", 0.25)]


@pytest.mark.parametrize(("setting", "value"), [(SOUND_ON, False), (SOUND_VOLUME, 0)])
def test_off_is_silent(sounds, sounds_heard, setting, value):
    sounds.context.settings_machine.put(setting, value)
    sounds.play(Sound.TICK)
    assert sounds_heard == []


def test_whether_it_could_be_heard_is_told(sounds, monkeypatch):
    told: list[bool] = []
    sounds.played.connect(told.append)
    monkeypatch.setattr(sound_device, "play", lambda *_: False)
    sounds.play(Sound.TICK)
    monkeypatch.setattr("nextrep.resources.paths._roots", lambda: ())
    sounds.play(Sound.TICK)
    assert told == [False, False]


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "CLOCK_BOOTTIME"), ("darwin", "CLOCK_MONOTONIC_RAW"), ("win32", None)]
)
def test_each_system_has_its_clock_that_counts_in_suspend(platform, name):
    assert steady_clock.clock_id(platform) == (getattr(time, name, None) if name else None)


def test_the_steady_clock_goes_forward_in_milliseconds_whatever_the_wall_clock_does(monkeypatch):
    first = steady_clock.milliseconds()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert 0 <= steady_clock.milliseconds() - first < 60_000
    monkeypatch.setattr(steady_clock, "_CLOCK", None)
    monkeypatch.setattr(time, "monotonic_ns", lambda: 5_000_999_999)
    assert steady_clock.milliseconds() == 5_000


class FakeTray(QObject):
    messageClicked = Signal()  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown = False
        self.menu: QMenu | None = None
        self.messages: list[tuple[str, str]] = []

    def icon(self) -> QIcon:
        return QIcon()

    def setToolTip(self, _text: str) -> None: ...  # noqa: N802

    def setContextMenu(self, menu: QMenu) -> None:  # noqa: N802
        self.menu = menu

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False

    def showMessage(self, title: str, text: str, *_more: object) -> None:  # noqa: N802
        self.messages.append((title, text))


def test_a_notice_comes_by_the_tray_and_a_click_on_it_brings_the_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    trays: list[FakeTray] = []

    def make(parent: QObject) -> FakeTray:
        trays.append(FakeTray(parent))
        return trays[-1]

    action, other = QAction("Help now", window), QAction("Import", window)
    offer_in_tray(action)
    window.addActions([action, other])
    notice = Notice(window, make_tray=make)
    clicks: list[bool] = []
    notice.clicked.connect(lambda: clicks.append(window.isMinimized()))
    notice.say(window, "NextRep", "The rest is over")
    notice.say(window, "NextRep", "The rest is over")
    (tray,) = trays
    assert tray.messages == [("NextRep", "The rest is over")] * 2
    assert tray.shown
    tray.messageClicked.emit()
    assert not window.isMinimized()
    assert not tray.shown
    assert clicks == [False]
    assert tray.menu is not None
    assert tray.menu.actions() == [action], "what is offered there, and nothing else of the window"


def test_without_tray_and_desktop_a_notice_says_that_it_is_unseen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(window, make_tray=lambda _parent: None)
    unseen: list[str] = []
    notice.unseen.connect(unseen.append)
    notice.say(window, "NextRep", "The rest is over")
    assert unseen == ["The rest is over"]
