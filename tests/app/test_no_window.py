"""Where there can be no window, or the installation is not whole, words say so; without Qt.

What only whole starts show stands in tests/machine/test_no_window.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nextrep.app.display import no_window
from nextrep.app.paths import has_others


def test_a_library_that_is_missing_is_named() -> None:
    said = [
        "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin.",
        'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.',
    ]
    words = str(no_window(said, {"DISPLAY": ":0"}, "linux"))
    assert "most likely libxcb-cursor0" in words
    assert "apt install libxcb-cursor0" in words
    assert "Install NextRep again" in str(no_window(said, {}, "win32"))


def test_a_module_that_is_missing_is_a_damaged_installation(repo: Path, tmp_path: Path) -> None:
    ask = (
        "import sys; sys.modules['sqlcipher3'] = None; sys.modules['peewee'] = None;"
        "from nextrep.app.main import main; sys.exit(main(['--profile', sys.argv[1], 'check']))"
    )
    command = [sys.executable, "-c", ask, str(tmp_path / "profile")]
    env = {**os.environ, "PYTHONPATH": str(repo / "desktop")}
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1), ended.stderr
    assert "NextRep is damaged: its part “peewee”" in ended.stderr


def test_a_folder_that_may_not_be_looked_into_holds_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", forbidden)
    assert not has_others(tmp_path / "NextRep")
