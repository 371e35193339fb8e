"""Starting the program anew on another person's profile.

A process of its own knows nothing of the person before: not what was copied, found or looked up, nor the
folder that Qt's file dialog was in last.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start_again(folder: Path) -> None:
    """Start the program on the profile in `folder` in the place of this one; on most systems it ends here."""
    words = [*program(), "--profile", str(folder)]
    if os.name == "nt":  # there a process cannot take the place of another
        subprocess.Popen(words)
        return
    os.execv(words[0], words)  # noqa: S606 - no shell is wanted


def program() -> list[str]:
    """Return how this program is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "nextrep"]
