"""What the program has imported when its window was painted for the first time, and nothing more.

Each module delays every start. Whoever needs one more before the first paint writes it down here, and why in
the commit; what can wait is imported where it is used.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_START = """
import gc, json, os, sys
from nextrep.app.main import main
from nextrep.app import window

def painted(wiring):  # the window calls it once it was painted, to have the profile opened
    found = {"modules": sorted(sys.modules), "collecting": gc.isenabled()}
    print(json.dumps(found), flush=True)
    os._exit(0)

window.Wiring.open_or_refuse = painted
gc.enable()
main(["--profile", sys.argv[1]])
"""

QT = {"QtCore", "QtGui", "QtWidgets"}
OURS = {
    "app": {
        "arguments", "clock", "daily_backup", "display", "main", "paths", "presence", "reception", "replaced",
        "window", "wiring",
    },
    "domain": {"body_bounds", "e1rm", "errors", "report_sections", "text"},
    "resources": {"paths"},
    "services": {"faults"},
    "settings": {"table"},
    "storage": {"lock"},
    "ui": {
        "evidence.door", "runtime.bus", "runtime.context", "runtime.jobs", "runtime.locking",
        "runtime.machine_settings", "runtime.notice", "runtime.operate", "runtime.reporter",
        "runtime.restart",
        "safety.door", "screens",
        "shell.crash", "shell.dialogs", "shell.gate", "shell.nav", "shell.placing", "shell.reminders",
        "shell.screen_stack", "shell.status", "shell.waiting", "shell.ways", "shell.window",
        "theme.apply", "theme.fonts", "theme.stylesheet", "theme.theme", "theme.tokens",
        "widgets.buttons", "widgets.labels", "widgets.screen",
    },
}  # fmt: skip
FOREIGN = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"}


@pytest.fixture(scope="module")
def start(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a start had done at its first paint; run apart, as this process has imported all of it."""
    env = dict(os.environ, PYTHONPATH=str(repo / "desktop"), QT_QPA_PLATFORM="offscreen")
    run = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path_factory.mktemp("profile"))],
        env=env, capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    found: dict[str, object] = json.loads(run.stdout.splitlines()[-1])
    return found


@pytest.fixture
def modules(start: dict[str, object]) -> set[str]:
    found = start["modules"]
    assert isinstance(found, list)
    return set(found)


def test_of_ours_only_the_window_and_what_it_stands_on(modules: set[str]) -> None:
    known = {f"nextrep.{layer}.{name}" for layer, names in OURS.items() for name in names}
    folders = {"nextrep", *(name.rpartition(".")[0] for name in known)}
    ours = {name for name in modules if name.partition(".")[0] == "nextrep"}
    assert ours - known - folders == set()
    assert known - ours == set()  # else what is written above is more than it takes


def test_of_qt_only_the_essentials(modules: set[str]) -> None:
    qt = {name.split(".")[1] for name in modules if name.startswith("PySide6.Qt")}
    assert qt == QT


def test_of_others_nothing(modules: set[str]) -> None:
    """No database, no charts, no papers, no zones: Peewee comes with the profile, right after."""
    tops = {name.partition(".")[0] for name in modules}
    # Python's own start adds what an installation hooks in, whatever the program is.
    empty = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    hooked = {name.partition(".")[0] for name in empty.stdout.split()}
    assert tops - hooked - set(sys.stdlib_module_names) - FOREIGN - {"nextrep", "__feature__"} == set()


def test_garbage_is_not_searched_for_meanwhile(start: dict[str, object]) -> None:
    """It finds none while modules load, and would cost a tenth of the start."""
    assert start["collecting"] is False
