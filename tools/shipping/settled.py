"""Gives the files of a build the rights and times that do not depend on who builds them when."""

from __future__ import annotations

import os
from pathlib import Path


def settle(tree: Path, when: int, programs: frozenset[Path] = frozenset()) -> None:
    """Settle everything in `tree`: folders 755, files 644, and all of one time.

    Args:
        when: the time, in seconds since 1970.
        programs: files that can be run (755).
    """
    for path in [tree, *sorted(tree.rglob("*"), reverse=True)]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        if os.utime in os.supports_follow_symlinks:
            os.utime(path, (when, when), follow_symlinks=False)
        elif not path.is_symlink():  # Windows cannot give a link a time
            os.utime(path, (when, when))
    os.utime(tree, (when, when))
