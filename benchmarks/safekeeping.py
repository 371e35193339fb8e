"""What encryption costs: unlocking, logging a set, and Trends' reading of thirty years.

A process of its own, started by run.py: python safekeeping.py FOLDER [ROUNDS]. The plain and the encrypted
profile hold the same and take turns.
"""

from __future__ import annotations

import gc
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from statistics import median

from thirty_years import fill, fill_journal

from nextrep.domain.training import Block, Session, SessionState, SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import journal, trend_view, trends, upkeep, vault
from nextrep.services.vault import Cost, ProfileKey
from nextrep.storage.store import Store
from nextrep.storage.vault import slots

ROUNDS, SETS = 7, 150
PHRASE = "four plain words here"
ENTRIES = 3_000


def main() -> None:
    folder = Path(sys.argv[1])
    now = datetime.now().astimezone()
    if sys.argv[2:] == ["first"]:
        print(json.dumps(unlocking(folder, now, 1)))
        return
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    plain, encrypted = folder / "plain", folder / "encrypted"
    with closing(Store(plain, now=now)) as store:
        fill(store, now)
        fill_journal(store, now)
        for back in range(ENTRIES):
            journal.write(store, now.date().toordinal() - back, "Walked by the river, slept well. " * 10, now)
    shutil.copytree(plain, encrypted)
    began = time.perf_counter()
    key = vault.encrypt(encrypted, PHRASE, now).key
    found = {"encrypt_ms": 1000 * (time.perf_counter() - began)}
    found["mb"] = (encrypted / "nextrep.db").stat().st_size / 2**20
    found |= unlocking(encrypted, now, rounds) | {"first_rest_ms": first_of_a_process(encrypted)}
    keys: list[tuple[str, Path, ProfileKey | None]] = [("plain", plain, None), ("encrypted", encrypted, key)]
    found |= reading(keys, now, rounds)
    found |= logging(keys, now)
    print(json.dumps(found), flush=True)


def unlocking(encrypted: Path, now: datetime, rounds: int) -> dict[str, float]:
    """Return ms of unlocking and opening: of the key derivation in it, and of all else.

    They are taken from the same call: a derivation alone, which uses every core, would not take as long.
    """
    derived: list[float] = []
    derive = slots.derive

    def timed_derive(phrase: bytes, salt: bytes, cost: Cost) -> bytes:
        began = time.perf_counter()
        result = derive(phrase, salt, cost)
        derived.append(time.perf_counter() - began)
        return result

    slots.derive = timed_derive
    took = [_timed(lambda: _open(encrypted, now)) for _ in range(rounds)]
    slots.derive = derive
    rest = [whole - part for whole, part in zip(took, derived, strict=True)]
    return {"derive_ms": 1000 * median(derived), "rest_ms": 1000 * median(rest)}


def _open(folder: Path, now: datetime) -> None:
    opened = upkeep.open_profile(folder, now, key=vault.unlock(folder, PHRASE, now))
    opened.store.sessions.active()
    opened.close()


def first_of_a_process(encrypted: Path) -> float:
    """Return ms of all but the key derivation where nothing of the vault's libraries is loaded yet."""
    command = [sys.executable, __file__, str(encrypted), "first"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rest: float = json.loads(done.stdout)["rest_ms"]
    return rest


def reading(keys: list[tuple[str, Path, ProfileKey | None]], now: datetime, rounds: int) -> dict[str, float]:
    """Return ms of what Trends reads of thirty years, on a connection that has read nothing before."""
    took: dict[str, list[float]] = {name: [] for name, _folder, _key in keys}
    for _ in range(rounds):
        for name, folder, key in keys:
            with closing(Store(folder, now=now, key=key)) as store:
                first, last = trends.span(store, now.date().toordinal())
                gc.collect()
                shown = trend_view.chosen(store).panels
                took[name].append(
                    _timed(lambda s=store, a=first, b=last, p=shown: trend_view.read(s, p, a, b))
                )
    return {f"read_{name}_ms": 1000 * median(times) for name, times in took.items()}


def logging(keys: list[tuple[str, Path, ProfileKey | None]], now: datetime) -> dict[str, float]:
    """Return ms of one set written and on the disk."""
    took: dict[str, list[float]] = {}
    stores = [(name, Store(folder, now=now, key=key)) for name, folder, key in keys]
    draft = SetDraft(1, 0, load=Load(50_000, Unit.KG), reps=8)
    for _name, store in stores:
        with store.transaction():
            session = Session(0, "Bench", now, None, now.date().toordinal(), SessionState.ACTIVE)
            store.sessions.add_block(store.sessions.insert(session), Block(0, 1, None))
    for _ in range(SETS):
        for name, store in stores:
            took.setdefault(name, []).append(_timed(lambda s=store: _log(s, draft, now)))
    for _name, store in stores:
        store.close()
    return {f"set_{name}_ms": 1000 * median(times) for name, times in took.items()}


def _log(store: Store, draft: SetDraft, now: datetime) -> None:
    session = store.sessions.active_id()
    with store.transaction():
        store.sets.add(session, draft, now)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
