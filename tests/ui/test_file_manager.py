"""What another program is started with: its own libraries, not those that are bundled here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcessEnvironment

from nextrep.ui.runtime.file_manager import own_environment, show_folder


@pytest.mark.parametrize(
    ("given", "frozen", "left"),
    [
        ({"LD_LIBRARY_PATH": "/in/here"}, True, ""),
        ({"LD_LIBRARY_PATH": "/in/here", "LD_LIBRARY_PATH_ORIG": "/opt/lib"}, True, "/opt/lib"),
        ({"LD_LIBRARY_PATH": "/opt/lib"}, False, "/opt/lib"),
    ],
)
def test_the_bundled_libraries_stay_here(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], frozen: bool, left: str
) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    environment = QProcessEnvironment()
    for name, value in given.items():
        environment.insert(name, value)
    told = own_environment(environment)
    assert told.value("LD_LIBRARY_PATH") == left
    assert not told.contains("LD_LIBRARY_PATH_ORIG")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems open folders themselves")
def test_the_folder_goes_to_the_opener_of_the_desktop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    told = tmp_path / "told"
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{told}.part" && mv "{told}.part" "{told}"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    folder = tmp_path / "M\u00e4rz \u65e5\u672c \u2019s"
    assert show_folder(folder)
    qtbot.waitUntil(told.exists)
    assert told.read_text(encoding="utf-8") == str(folder)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert not show_folder(folder)
