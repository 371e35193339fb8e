"""Tests of the window: no screen is needed, and nothing may outlive the test that made it."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

T = TypeVar("T")


@pytest.fixture(autouse=True)
def sounds_heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the sounds that were asked for; none is played on the computer that runs the tests."""
    heard: list[str] = []

    def play(recording: Path, _volume: float, _stopped: object) -> bool:
        heard.append(recording.stem)
        return True

    monkeypatch.setattr("nextrep.ui.runtime.sound_device.play", play)
    return heard


@pytest.fixture(autouse=True, scope="session")
def clipboard_empty_at_the_end() -> Iterator[None]:
    """Let the last copy go while Python is there: Qt would ask it for a text after it has gone, and crash."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show no note on the desktop of whoever runs the tests."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Fail on a window, a running timer, a job or a thread that is still there after the test."""
    windows = set(map(id, QApplication.topLevelWidgets()))
    timers = set(map(id, _running_timers()))
    threads = set(threading.enumerate())
    yield
    for stack in _all(QUndoStack):
        stack.clear()  # thrown away with Python commands in it, it would crash Qt
    left = []
    for widget in _new_windows(windows):
        left.append(f"window {type(widget).__name__} {widget.windowTitle()!r}")
        widget.close()
        widget.deleteLater()
    for timer in _running_timers():
        if id(timer) not in timers:
            left.append(f"running timer {timer.objectName() or timer.parent()!r}")
            timer.stop()
    for pool in (QThreadPool.globalInstance(), *_all(QThreadPool)):
        if pool.activeThreadCount():
            left.append(f"{pool.activeThreadCount()} running jobs")
            pool.waitForDone(10_000)
    # A Qt thread that ran Python leaves a dummy behind, which is only a name.
    new_threads = [thread for thread in threading.enumerate() if thread not in threads]
    left += [f"thread {t.name}" for t in new_threads if not isinstance(t, threading._DummyThread)]
    assert not left, f"left behind: {', '.join(left)}"


def _new_windows(known: set[int]) -> list[QWidget]:
    """Top-level widgets that came since; those that only wait for their deletion are let go first."""
    if all(id(widget) in known for widget in QApplication.topLevelWidgets()):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [widget for widget in QApplication.topLevelWidgets() if id(widget) not in known]


def _running_timers() -> list[QTimer]:
    return [timer for timer in _all(QTimer) if timer.isActive()]


def _all(kind: type[T]) -> list[T]:
    return [thing for thing in gc.get_objects() if type(thing) is kind and isValid(thing)]
