"""What the systems of this world do not share, asked in one place."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

HAS_MODES = sys.platform != "win32"
"""Whether a file's mode says who may read it. On Windows the folder does that it lies in: see SECURITY.md."""


needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
needs_sh = pytest.mark.skipif(not shutil.which("sh"), reason="this system has no POSIX shell")


def only_for_owner(path: Path) -> bool:
    """Tell whether nobody else may read `path`, as far as its mode can say."""
    return not HAS_MODES or not path.stat().st_mode & 0o077


def link_to(target: Path, link: Path) -> None:
    """Make a symbolic link, or skip the test where there are none."""
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("Windows lets this account make no links")
    if not link.is_symlink():
        pytest.skip("Wine says that it made a link, and made none")
