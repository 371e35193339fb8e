"""Starts where there can be no window, or the installation is not whole: one plain line, and no traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

_ASK = """
import sys
from pathlib import Path
import nextrep.resources.paths as paths
from PySide6.QtWidgets import QMessageBox
paths._roots = lambda: (Path(sys.argv[1]),)
QMessageBox.critical = lambda _parent, title, words: print(title, words)
from nextrep.app.main import main
sys.exit(main(["--profile", sys.argv[2]]))
"""


def start(repo: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    unwanted = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in unwanted}
    env.update(XDG_RUNTIME_DIR=str(repo), PYTHONPATH=str(repo / "desktop"), **more)
    return subprocess.run(
        [sys.executable, *words], env=env, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize(
    ("surroundings", "said"),
    [
        ({"DISPLAY": ":97"}, "The screen “:97” cannot be reached."),
        ({"WAYLAND_DISPLAY": "nope"}, "The screen “nope” cannot be reached."),
        ({"QT_QPA_PLATFORM": "nonsense"}, "QT_QPA_PLATFORM is “nonsense”."),
        ({}, "There is no screen to open a window on."),
    ],
)
def test_a_screen_that_is_none_is_said_in_one_line(
    repo: Path, tmp_path: Path, surroundings: dict[str, str], said: str
) -> None:
    ended = start(repo, "-m", "nextrep", "--profile", str(tmp_path / "profile"), **surroundings)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended.stderr
    assert said in ended.stderr
    assert not (tmp_path / "profile").exists()


@pytest.mark.parametrize("broken", ["themes", "fonts", "themes/light.toml"])
def test_an_installation_without_what_the_window_needs_says_so_and_makes_no_profile(
    repo: Path, tmp_path: Path, broken: str
) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(repo / "resources", resources)
    if (resources / broken).is_dir():
        shutil.rmtree(resources / broken)
    else:
        (resources / broken).write_bytes(b"\xff\x00")
    profile = tmp_path / "profile"
    ended = start(repo, "-c", _ASK, str(resources), str(profile), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    for said in (ended.stdout, ended.stderr):
        assert "NextRep is damaged: its part “" in said
        assert "Your data is not touched; it is kept apart from the program. Install NextRep again" in said
    assert "Traceback" not in ended.stderr
    assert not (profile / "nextrep.db").exists()
