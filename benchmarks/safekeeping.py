"""What encryption costs: unlocking, logging a set, and Trends' reading of thirty years.

A process of its own, started by run.py: python safekeeping.py FOLDER [ROUNDS]. A plain profile and an
encrypted one hold the same and take turns, each time in a process of its own: some of SQLCipher's settings
are those of a whole process, and a plain profile would pay for them beside an encrypted one.
"""

from __future__ import annotations

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

from nextrep.domain.training import Block, Session, SessionState, SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import journal, trend_view, trends, upkeep, vault
from nextrep.services.vault import Cost
from nextrep.storage.store import Store
from nextrep.storage.vault import slots

ROUNDS, SETS, ENTRIES = 7, 40, 3_000
PHRASE = "four plain words here"
USED = "used"


def main() -> None:
    folder, now = Path(sys.argv[1]), datetime.now().astimezone()
    if sys.argv[2:] == [USED]:
        print(json.dumps(used(folder, now)))
        return
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    plain, encrypted = folder / "plain", folder / "encrypted"
    fill_plain(plain, now)
    shutil.copytree(plain, encrypted)
    convert_s = _timed(lambda: vault.encrypt(encrypted, PHRASE, now))
    found = {"encrypt_ms": 1000 * convert_s, "mb": (encrypted / "nextrep.db").stat().st_size / 2**20}
    runs: dict[str, list[dict[str, float]]] = {"plain": [], "encrypted": []}
    for _ in range(rounds):
        for one in (plain, encrypted):
            runs[one.name].append(in_a_process(one))
    for name, all_of in runs.items():
        found |= {f"{key}_{name}_ms": 1000 * median(run[key] for run in all_of) for key in all_of[0]}
    print(json.dumps(found), flush=True)


def fill_plain(folder: Path, now: datetime) -> None:
    """Make thirty years of sessions, check-ins and nights, and some of writing."""
    from thirty_years import fill, fill_journal

    with closing(Store(folder, now=now)) as store:
        fill(store, now)
        fill_journal(store, now)
        with store.transaction():
            session = Session(0, "Bench", now, None, now.date().toordinal(), SessionState.ACTIVE)
            store.blocks.add(store.sessions.insert(session), Block(0, 1, None))
        for back in range(ENTRIES):
            journal.write(store, now.date().toordinal() - back, "Walked by the river, slept well. " * 10, now)


def in_a_process(folder: Path) -> dict[str, float]:
    """Return what a process measured that opens the profile, reads and writes."""
    command = [sys.executable, __file__, str(folder), USED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def used(folder: Path, now: datetime) -> dict[str, float]:
    """Return seconds of the key derivation, of all else until the profile is open, of reading, of a set."""
    derived: list[float] = []
    derive = slots.derive

    def timed_derive(phrase: bytes, salt: bytes, cost: Cost) -> bytes:
        began = time.perf_counter()
        result = derive(phrase, salt, cost)
        derived.append(time.perf_counter() - began)
        return result

    slots.derive = timed_derive  # a derivation by itself, at another moment, would take another time
    began = time.perf_counter()
    key = vault.unlock(folder, PHRASE, now) if vault.is_encrypted(folder) else None
    with closing(upkeep.open_profile(folder, now, key=key)) as opened:
        store = opened.store
        session = store.sessions.active_id()
        took = time.perf_counter() - began
        first, last = trends.span(store, now.date().toordinal())
        shown = trend_view.chosen(store).panels
        read = _timed(lambda: trend_view.read(store, shown, first, last))
        draft = SetDraft(1, 0, load=Load(50_000, Unit.KG), reps=8)
        sets = median(_timed(lambda: _log(store, session, draft, now)) for _ in range(SETS))
    return {"derive": sum(derived), "rest": took - sum(derived), "read": read, "set": sets}


def _log(store: Store, session: int, draft: SetDraft, now: datetime) -> None:
    with store.transaction():
        store.sets.add(session, draft, now)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
