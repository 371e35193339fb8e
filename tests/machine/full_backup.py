"""Backs up to disks of its own that are full, read-only and away, and writes down what became of it.

python full_backup.py FOLDER, in a mount namespace of its own: `unshare --map-root-user --mount`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.services import backups, journal
from nextrep.services.backups import Place
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 28, 21, 0, tzinfo=UTC)


def main() -> None:
    """Try each in turn."""
    root = Path(sys.argv[1])
    home, stick, other = root / "home", root / "stick", root / "other"
    for folder in (home, stick, other):
        folder.mkdir()
    mount("-t", "tmpfs", "-o", "size=3m", "none", home)
    mount("-t", "tmpfs", "-o", "size=100k", "none", stick)
    store = Store(home / "profile", now=NOW)
    journal.write(store, NOW.date().toordinal(), "word " * 30_000, NOW)
    found: dict[str, object] = {"full stick": attempt(store, stick)}
    mount("-o", "remount,size=9m", stick)
    found["stick"] = attempt(store, stick)
    mount("-o", "remount,ro", stick)
    found["read-only stick"] = attempt(store, stick)
    fill(home / "filler")
    found["full home"] = attempt(store, None)
    found["full home, elsewhere"] = attempt(store, other)
    found["left"] = sorted(one.name for one in home.rglob("*") if one.name.startswith(".nextrep"))
    found["problems"] = store.problems()
    print(json.dumps(found), flush=True)


def attempt(store: Store, place: Path | None) -> str:
    """Make a backup; returns what is said."""
    try:
        made = backups.make(store, NOW, Place(place))
    except KnownError as error:
        return error.next_step
    return "outside" if made.outside else "inside"


def mount(*words: object) -> None:
    subprocess.run(["mount", *map(str, words)], check=True)


def fill(path: Path) -> None:
    """Take all the room there is."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass


if __name__ == "__main__":
    main()
