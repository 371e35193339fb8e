"""Kills encryption and decryption at random moments, and looks each time at what is there.

python converted.py FOLDER SEED TRIALS. Each trial is a fork that converts one and the same profile to what it
is not; the next one begins with what that left. Prints one JSON object: how often the profile was found as it
was before the trial, how often converted, and what was not as it must be.
"""

from __future__ import annotations

import json
import os
import random
import selectors
import signal
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from nextrep.domain.journal import Entry
from nextrep.services import demo, upkeep, vault
from nextrep.storage.database import FILE_NAME, SEAL_FILE
from nextrep.storage.seal import MAP_FILE
from nextrep.storage.store import Store
from nextrep.storage.vault.connection import open_raw
from nextrep.storage.vault.same import Contents, contents

NOW = datetime(2026, 11, 20, 7, 14, 4, tzinfo=UTC)
PHRASE = "four plain words here"
CHEAP = vault.Cost(memory_kib=64, passes=1, lanes=1)
ENTRIES = 1500


def prepare(folder: Path) -> None:
    """Make a plain profile with something in every part of it."""
    with closing(Store(folder, now=NOW)) as store:
        demo.fill(store, 8, 1, NOW)
        with store.transaction():
            for day in range(730_000, 730_000 + ENTRIES):
                store.entries.insert(Entry(0, day, NOW, f"Walked by the river on day {day}. " * 4))


def convert(folder: Path) -> None:
    """Make of the profile what it is not."""
    if vault.is_encrypted(folder):
        vault.decrypt(folder, vault.unlock(folder, PHRASE, NOW), NOW)
    else:
        vault.encrypt(folder, PHRASE, NOW, cost=CHEAP)


def look(folder: Path) -> tuple[bool, Contents]:
    """Open the profile as the next start does; return whether it is encrypted, and what it holds."""
    key = None
    try:
        opened = upkeep.open_profile(folder, NOW)
    except vault.Locked:
        key = vault.unlock(folder, PHRASE, NOW)
        opened = upkeep.open_profile(folder, NOW, key=key)
    assert opened.is_well(), "its checksums take nothing for damage"
    assert opened.store.problems() == []
    opened.close()
    with closing(open_raw(folder / FILE_NAME, key)) as connection:
        return key is not None, contents(connection, lambda _rows: None)


def killed(folder: Path, seconds: float) -> None:
    """Convert in a process that is killed after so many seconds, counted from when it begins."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write_end, b"begins")
        convert(folder)
        os._exit(0)
    os.read(read_end, 10)
    with selectors.DefaultSelector() as nothing:
        nothing.select(seconds)  # the other process goes on
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(read_end)
    os.close(write_end)


def left_over(folder: Path, *, converted: bool) -> list[str]:
    """Return files in the profile that are of no use there.

    SQLite may leave a journal that it has no use for where it was killed; a new database may have none.
    """
    known = {FILE_NAME, SEAL_FILE, MAP_FILE, "nextrep.key", "in-use.lock", "kept"} | (
        set() if converted else {f"{FILE_NAME}-journal"}
    )
    return sorted(file.name for file in folder.iterdir() if file.name not in known)


def main() -> None:
    """Convert it twice to know how long that takes, then kill it again and again."""
    folder, seed, trials = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    dice = random.Random(seed)
    prepare(folder)
    _plain, whole = look(folder)
    took = {}
    for encrypted in (False, True):
        began = time.monotonic()
        convert(folder)
        took[encrypted] = time.monotonic() - began
    state, found, wrong = False, {"as_before": 0, "converted": 0}, []
    for trial in range(trials):
        # Every other moment is one of the end, where files change places: most time goes by reading.
        earliest = 0.6 if trial % 2 else 0.0
        killed(folder, dice.uniform(earliest, 1.1) * took[state])
        now, held = look(folder)
        found["as_before" if now is state else "converted"] += 1
        rest = left_over(folder, converted=now is not state)
        if held != whole or rest:
            wrong.append([trial, state, now, held == whole, rest])
        state = now
        for file in (folder / "kept").glob("*"):
            file.unlink()
    print(json.dumps({"found": found, "wrong": wrong, "seconds": took}))


if __name__ == "__main__":
    main()
