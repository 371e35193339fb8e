"""What a build knows of its checkout: version, commit, and the time that stands for the time of the build."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools.console import SetupError


def version_of(checkout: Path) -> str:
    """Return the program's version.

    Raises:
        SetupError: the checkout has none.
    """
    text = (checkout / "desktop/nextrep/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SetupError("desktop/nextrep/__init__.py has no version.")
    return found[1]


def epoch(checkout: Path) -> int:
    """Return the time of the commit, in seconds since 1970, which stands for the time of the build."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    return int(_git(checkout, "log", "-1", "--format=%ct") or 1_700_000_000)


def copied(source: Path, target: Path) -> None:
    """Copy a file or folder of the checkout, without what a run of the program or of a build left in it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    else:
        shutil.copy(source, target)


def commit(checkout: Path) -> str:
    """Return the short name of the commit, with "+" where files differ from it, "" outside git."""
    name = _git(checkout, "rev-parse", "--short=10", "HEAD")
    changed = name and _git(checkout, "status", "--porcelain", "--untracked-files=no")
    return f"{name}+" if changed else name


def _git(checkout: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=checkout, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""
