"""Backups of thirty years, against copying the file of the database and having the copy on the disk (fsync).

A process of its own, started by run.py: python backup.py FOLDER [ROUNDS]. `daily` is what is done after each
day of use and by hand: copied, on the disk, read back, opened. `whole` also checks every page, as for the
file that goes to a new computer. `busy` is the way where another program reads the database meanwhile, so
that SQLite writes the copy. Each for a plain and an encrypted profile.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

import thirty_years

from nextrep.domain.backup_rotation import BackupKind
from nextrep.services import vault
from nextrep.storage.database import FILE_NAME
from nextrep.storage.store import Store

ENTRIES, WORDS, ROUNDS = 11_000, 80, 9


def fill(store: Store, now: datetime) -> None:
    """Fill an empty profile with thirty years of sets, check-ins, nights and entries."""
    random = Random(1)
    thirty_years.fill(store, now)
    thirty_years.fill_journal(store, now)
    words = ["".join(random.choices("aeiklmnorst", k=random.randint(2, 9))) for _ in range(12_000)]
    days = [now - timedelta(days=ENTRIES - number) for number in range(ENTRIES)]
    with store.transaction():
        store.entries._many(  # noqa: SLF001 - 11,000 rows as one
            "INSERT INTO entry (day, written_at, written_zone, body) VALUES (?, ?, 'UTC', ?)",
            [
                (
                    at.date().toordinal(),
                    round(at.timestamp() * 1000),
                    " ".join(random.choices(words, k=WORDS)),
                )
                for at in days
            ],
        )


def copied(source: Path, target: Path) -> None:
    """Copy a file and have it on the disk."""
    with source.open("rb") as given, target.open("wb") as out:
        shutil.copyfileobj(given, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())
    target.unlink()


def took_ms(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the medians of calls that take turns: other work on the computer then weighs on all of them."""
    times: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, kept in zip(calls, times, strict=True):
            begin = time.perf_counter()
            call()
            kept.append((time.perf_counter() - begin) * 1000)
    return [median(kept) for kept in times]


def measure(folder: Path, now: datetime, key: vault.ProfileKey | None, rounds: int) -> dict[str, float]:
    """Measure the profile in `folder`, which is filled first."""
    store = Store(folder, now=now, key=key)
    fill(store, now)
    store.fold_log()

    def make(*, whole: bool = False) -> None:
        store.back_up(now, kind=BackupKind.DAY, whole=whole).unlink()

    def whole() -> None:
        make(whole=True)

    def copy() -> None:
        copied(folder / FILE_NAME, folder / "copy")

    figures = took_ms(rounds, copy, make, whole)
    with closing(Store(folder, now=now, key=key)) as reader, reader.transaction():
        (busy,) = took_ms(rounds, make)
    names = ("copy_ms", "daily_ms", "whole_ms")
    found = dict(zip(names, figures, strict=True)) | {"busy_ms": busy}
    found["ratio"] = found["daily_ms"] / found["copy_ms"]
    found["megabytes"] = (folder / FILE_NAME).stat().st_size / 1e6
    store.close()
    return {name: round(value, 2) for name, value in found.items()}


def main() -> None:
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    now = datetime.now().astimezone()
    locked = folder / "locked"
    key = vault.create(locked, "seven small grey stones", now).key
    kinds = (("plain", folder / "plain", None), ("encrypted", locked, key))
    figures = {
        f"{kind}_{name}": value
        for kind, profile, its_key in kinds
        for name, value in measure(profile, now, its_key, rounds).items()
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
