"""The trial of the Debian package in every run of the tests, where there is root, a mirror and time."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tools import debian
from tools.console import MissingHereError, SetupError, say
from tools.shipping.roots import OLDEST_DEBIAN, kept, why_not
from tools.steps import Steps

TITLE = "the Debian package in a bare Debian 12"
LATEST_S = 16 * 60
"""When it may begin at the latest, in seconds since the tests began: it takes some three minutes."""
LIMIT_S = 5 * 60
"""How long it may take, in seconds; then it is ended, and counts as left out."""
END_S = 19 * 60
"""When it is ended at the latest, in seconds since the tests began: all of it has 20 minutes."""


def run(steps: Steps, root: Path, python: Path, env: dict[str, str], began: float) -> None:
    """Build the package, then install, use and purge it in a bare Debian 12; this ends by itself.

    Args:
        began: when the tests began, of `time.monotonic`.
    """
    start = time.monotonic()
    if late := too_late(start - began):
        steps.left_out(TITLE, late)
        return
    if reason := missing(root):
        steps.left_out(TITLE, reason)
        return
    say(f"a bare system is there after {time.monotonic() - start:.0f} s")
    which = f"installed_used_purged and {OLDEST_DEBIAN}"
    command: list[object] = [python, "-m", "pytest", "-s", "tests/install/test_deb.py", "-k", which]
    now = time.monotonic()
    limit = min(LIMIT_S - (now - start), END_S - (now - began))
    steps.pytest(TITLE, command, {**env, "NEXTREP_INSTALL": "1", "NEXTREP_QUICK_TRIAL": "1"}, limit=limit)


def too_late(seconds: float) -> str:
    """Return why it does not begin so long after the tests began, "" where it does."""
    if seconds <= LATEST_S:
        return ""
    return f"the tests before it took {seconds / 60:.1f} minutes, and {LATEST_S / 60:g} is the most"


def missing(root: Path) -> str:
    """Get ready: Debian's tools and a bare system. Return why that cannot be, "" once it is."""
    may_install: bool = sys.platform.startswith("linux") and os.geteuid() == 0
    if not may_install:
        return why_not()
    try:
        debian.ensure(bare=True)
        if reason := why_not():
            return reason
        kept(root, OLDEST_DEBIAN)
    except MissingHereError as reason:
        return str(reason)
    except SetupError as reason:
        return f"debootstrap cannot be installed: {reason}"
    return ""
