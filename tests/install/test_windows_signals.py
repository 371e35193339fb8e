"""Messages of Windows reach the program: those of sleep and of a locked session.

The tests send them; Windows itself never did so far.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.desktop import Display
from tests.install import machines, windows_developer
from tools.console import SetupError
from tools.shipping import wine as wine_systems

pytestmark = machines.TRIAL

OF_WINDOWS = ("tests/ui/lock/test_absence_on_windows.py",)
"""Tests of the window that only Windows can pass. They need a screen: Wine gives no window without."""


def test_what_only_windows_says_is_heard(repo: Path, display: Display, tmp_path: Path) -> None:
    try:
        with wine_systems.started(repo, "signals") as wine:
            windows_developer.set_up(wine, repo, tmp_path, qt=True)
            done = windows_developer.pytest(
                wine, "-q", "-p", "no:cacheprovider", *OF_WINDOWS, seconds=600, display=display.name
            )
    except SetupError as reason:
        machines.cannot(str(reason))
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    assert re.search(r"^\d+ passed in ", done.stdout, re.MULTILINE), done.stdout[-2000:]
