"""Windows says that it goes to sleep or that its session is locked, and NextRep hears it."""

from __future__ import annotations

import ctypes
import gc
import sys

import pytest
from pytestqt.qtbot import QtBot

from nextrep.ui.runtime.absence import AbsenceWatch
from nextrep.ui.runtime.windows_signals import LEAVING, POWER, SESSION, SUSPEND

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="sends messages of Windows")

UNLOCKED, RESUMED = 0x8, 0x12


def tell(window: int, message: int, word: int) -> None:
    send = ctypes.windll.user32.SendMessageW
    send.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_size_t, ctypes.c_ssize_t)
    send(window, message, word, 0)


def test_sleep_and_a_locked_session_are_heard_and_nothing_else(qtbot: QtBot) -> None:
    watch, heard = AbsenceWatch(), []
    watch.left.connect(lambda: heard.append(1))
    watch.start()
    window = watch._signals.window
    for word in sorted(LEAVING):
        tell(window, SESSION, word)
    tell(window, POWER, SUSPEND)
    assert len(heard) == len(LEAVING) + 1
    tell(window, SESSION, UNLOCKED)
    tell(window, POWER, RESUMED)
    watch.stop()
    tell(window, POWER, SUSPEND)
    assert len(heard) == len(LEAVING) + 1


def test_the_window_for_them_goes_with_the_watch(qtbot: QtBot) -> None:
    watch = AbsenceWatch()
    watch.start()
    window = watch._signals.window
    there = ctypes.windll.user32.IsWindow
    assert there(ctypes.c_void_p(window))
    watch.stop()
    del watch
    gc.collect()
    assert not there(ctypes.c_void_p(window))
