"""Pictures of the screens, drawn by the command as a person calls it: apart, and without a display."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from nextrep.app.main import main
from nextrep.app.screens import _pass_on
from nextrep.ui.screens import SCREENS


def test_every_screen_is_drawn_in_the_size_asked_for_and_nothing_is_said_beside_it(
    repo: Path, tmp_path: Path
):
    profile, out = tmp_path / "profile", tmp_path / "out"
    assert main(["--profile", str(profile), "demo", "--weeks", "2"]) == 0
    words = ["--profile", profile, "screens", out, "--size", "1100x700", "--theme", "dark"]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY"))}
    run = subprocess.run(
        [sys.executable, "-m", "nextrep", *map(str, words)],
        env={**env, "PYTHONPATH": str(repo / "desktop")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    files = [Path(line) for line in run.stdout.splitlines()]
    assert [file.name for file in files] == [f"{spec.key}-dark-1100x700-100.png" for spec in SCREENS]
    assert {png_size(file) for file in files} == {(1100, 700)}
    assert len({file.read_bytes() for file in files}) == len(SCREENS)


def test_what_else_qt_says_is_passed_on(capsys: pytest.CaptureFixture[str]):
    for words in ("This plugin does not support propagateSizeHints()", "QPainter::begin: no device"):
        _pass_on(QtMsgType.QtWarningMsg, QMessageLogContext(), words)
    assert capsys.readouterr().err == "QPainter::begin: no device\n"


def png_size(file: Path) -> tuple[int, int]:
    """Width and height as the header of a PNG file says them."""
    head = file.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:])
    return width, height
