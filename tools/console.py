"""What dev.py says, and how it stops when it cannot go on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


class SetupError(Exception):
    """Something outside this checkout is needed. The text says what, and the command that brings it."""


class MissingHereError(SetupError):
    """This computer cannot do what was asked, whatever is in the checkout."""


def say(text: str) -> None:
    """Print one line that is known as dev.py's own."""
    print(f"[dev] {text}", flush=True)


def on_terminal() -> bool:
    """Whether a person is watching, so that progress bars and colours help."""
    return sys.stdout.isatty() and "CI" not in os.environ


def call(
    *command: object, env: dict[str, str] | None = None, cwd: Path | None = None, quiet: bool = False
) -> int:
    """Run a command in front of the person and return its exit code; `quiet` hides what it prints."""
    sink = subprocess.DEVNULL if quiet else None
    words = [str(word) for word in command]
    return subprocess.run(words, env=env, cwd=cwd, stdout=sink, stderr=sink, check=False).returncode
