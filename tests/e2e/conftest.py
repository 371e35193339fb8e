"""A screen of its own for the tests that use the program as a person would, with keys and clicks."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

import pytest

from tests.e2e.desktop import Display


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """A virtual screen with a window manager, on a display number that nobody else uses."""
    if not sys.platform.startswith("linux"):
        pytest.skip("a virtual screen (Xvfb) is only to be had on Linux")
    absent = [name for name in ("Xvfb", "openbox", "xdotool") if not shutil.which(name)]
    assert not absent, f"{', '.join(absent)} missing: 'python3 dev.py setup' installs them"
    with Display.start() as screen:
        yield screen
