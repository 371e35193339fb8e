"""What is known of this profile's backups on this computer: `backups.json` in the profile folder.

It does not lie in the database, because then each backup would change what it is a backup of.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from nextrep.storage import disk
from nextrep.storage.backup_files import DATABASE

FILE = "backups.json"


@dataclass(frozen=True, slots=True)
class BackupLog:
    """What is remembered.

    Attributes:
        state: the database file as it was when all of it was last backed up, see `state_of`; "" for never.
        outside: day (date ordinal) of the last backup on another disk, or in a folder that is copied
            elsewhere; 0 for never.
        aside: day on which the person put the line about that aside; 0 for never.
        missed: day on which the chosen place could last not be written to; 0 where it can.
    """

    state: str = ""
    outside: int = 0
    aside: int = 0
    missed: int = 0


def read(folder: Path) -> BackupLog:
    """Return what is remembered; what cannot be read is not."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        content = json.loads((folder / FILE).read_text("utf-8"))
        days = [content.get(name, 0) for name in ("outside", "aside", "missed")]
        if all(isinstance(day, int) and 0 <= day < 4_000_000 for day in days):
            return BackupLog(str(content.get("state", "")), *days)
    return BackupLog()


def write(folder: Path, log: BackupLog) -> None:
    """Remember it; where that cannot be written, a backup comes sooner than it need, which is no harm."""
    with suppress(OSError):
        disk.write_json(folder / FILE, asdict(log))


def state_of(folder: Path) -> str:
    """Return what the database file is known by, "" where there is something in its write-ahead log.

    Two states that differ have different texts. The order of times says nothing: a clock can be set back.
    """
    try:
        log = folder / f"{DATABASE}-wal"
        if log.exists() and log.stat().st_size:
            return ""
        found = (folder / DATABASE).stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"
