"""A note in the folder that its profile is damaged, so that the next start offers to mend it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from nextrep.storage.database import damaged

NOTE = "damage-found.txt"
ALTERED = "not as it was saved: page"
"""Begins the line about a page that can be read and has another checksum than when it was saved."""


def mark(folder: Path, problems: list[str]) -> None:
    """Note what SQLite finds wrong: pages and tables, no content. A disk that takes no note is no matter."""
    with suppress(OSError):
        handle = os.open(folder / NOTE, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(problems) + "\n")


def marked(folder: Path) -> list[str]:
    """Return what the note says, line by line; nothing where there is none."""
    with suppress(OSError, UnicodeDecodeError):
        return (folder / NOTE).read_text(encoding="utf-8").splitlines()
    return []


def unmark(folder: Path) -> None:
    """Take the note away: a whole file is in the place of the damaged one.

    Raises:
        OSError: it cannot be taken away.
    """
    (folder / NOTE).unlink(missing_ok=True)


def refuse_marked(folder: Path) -> None:
    """Refuse a profile with a note.

    Raises:
        DamagedProfile: it has one.
    """
    if (folder / NOTE).exists():
        raise damaged(folder)
