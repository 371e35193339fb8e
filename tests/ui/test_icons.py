"""The program's icon in the forms that Windows and macOS take."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture(scope="module")
def icons(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    words = [sys.executable, "-m", "tools.shipping.icons", "resources/icons/nextrep.svg", str(folder)]
    subprocess.run(words, cwd=repo, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return folder


def test_the_one_for_macos_has_every_size_up_to_1024(icons: Path) -> None:
    with Image.open(icons / "nextrep.icns") as icon:
        sizes = {width * scale for width, _height, scale in icon.info["sizes"]}
        assert sizes >= {16, 32, 64, 128, 256, 512, 1024}
        icon.load()  # the largest
        assert icon.size == (1024, 1024)
        assert icon.getextrema()[3] == (0, 255)  # drawn, and clear around it


def test_the_one_for_windows_has_every_size_up_to_256(icons: Path) -> None:
    with Image.open(icons / "nextrep.ico") as icon:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= set(icon.info["sizes"])
