"""Types of Qt that a worker defines find room that was made before, in the window's thread."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import replace

import pytest
from shiboken6 import Shiboken

from nextrep.ui.runtime import qt_types
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.screens import ScreenSpec
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.shell.window import MainWindow
from tests.ui.fixtures_ui import make_context


def test_what_was_defined_for_the_room_is_let_go_of(qapp) -> None:
    qt_types.make_room.cache_clear()
    qt_types.make_room()
    assert gc.isenabled()
    left = type.__subclasses__(Shiboken.Object)
    assert not [kind for kind in left if kind.__name__.startswith("Passing")]


@pytest.mark.parametrize("ahead", [False, True])
def test_room_is_made_in_the_windows_thread_before_a_worker_imports_a_screen(
    tmp_path, qtbot, monkeypatch, ahead
) -> None:
    seen = []
    (tmp_path / "qt_types_screen.py").write_text(
        "import sys, threading\nfrom nextrep.ui.widgets.screen import Screen\n"
        "sys._qt_types_seen.append(threading.current_thread())\n"
        "class Late(Screen):\n    def refresh(self):\n        pass\n"
    )
    monkeypatch.setattr(sys, "_qt_types_seen", seen, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("nextrep.ui.shell.preloading.PRELOAD_MS", 0)
    for place in ("runtime.qt_types", "shell.preloading"):
        monkeypatch.setattr(f"nextrep.ui.{place}.make_room", lambda: seen.append(threading.current_thread()))
    context = replace(make_context(tmp_path)[0], jobs=Jobs(DialogReporter()))
    spec = ScreenSpec("today", lambda: "Today", "qt_types_screen:Late", "Ctrl+1")
    window = MainWindow(context, [spec])
    qtbot.addWidget(window)
    if ahead:
        window.stack.preload()
    else:
        window.show_screen("today")
    qtbot.waitUntil(spec.loaded)
    context.jobs.shutdown()
    sys.modules.pop("qt_types_screen")
    assert seen[0] is threading.main_thread()
    assert seen[-1] is not threading.main_thread()
