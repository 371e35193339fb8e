"""What a closed profile of the smoke test must have left on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nextrep.app import clock
from nextrep.app.smoke_failed import Failed
from nextrep.app.smoke_window import ANXIETY, LOAD_G, REPS
from nextrep.services import journal, upkeep, vault
from nextrep.services.faults import LOG
from nextrep.storage.store import Store

PLAIN_HEAD = b"SQLite format 3"
"""How every database begins that is not encrypted."""


def check_left(folder: Path, passphrase: str | None, done: dict[str, Any]) -> None:
    """Look at the file, then open it again and find what was written.

    Args:
        passphrase: opens the profile, None for a plain one.
        done: what was done in it; takes what is found.

    Raises:
        Failed: something is not there, or not as it should be.
        KeyError: the set is not there.
        KnownError: it does not open.
    """
    if (folder / LOG).exists():
        raise Failed(f"a fault is in the log: {(folder / LOG).read_text(encoding='utf-8')[-3000:]}")
    with (folder / "nextrep.db").open("rb") as file:
        plain = file.read(len(PLAIN_HEAD)) == PLAIN_HEAD
    if plain != (passphrase is None):
        raise Failed("the file is not encrypted" if plain else "the plain file does not begin as one")
    done["file_is_plain"] = plain
    key = vault.unlock(folder, passphrase, clock.now()) if passphrase is not None else None
    opened = upkeep.open_profile(folder, clock.now(), key=key)
    try:
        _find(opened.store, done)
        found = upkeep.check(opened.store)
    finally:
        opened.close()
    if found:
        raise Failed(f"the profile is not whole: {found[0]}")
    done["found_again"] = True
    done.setdefault("steps", []).append({"step": "opened again, and all found"})


def _find(store: Store, done: dict[str, Any]) -> None:
    logged = store.sets.get(done["set"]).draft
    if logged.load is None or (logged.load.grams, logged.reps) != (LOAD_G, REPS):
        raise Failed("the set that was logged is not there")
    day = clock.now().date().fromisoformat(done["check_in"]).toordinal()
    check_in = journal.day_view(store, day).checkin
    if check_in is None or check_in.values.get("anxiety") != ANXIETY:
        raise Failed("the check-in that was written is not there")
