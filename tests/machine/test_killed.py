"""Every set that the screen had shown as saved outlives the process, whenever that is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from nextrep.domain.training import SessionState
from nextrep.storage.store import Store
from tests.machine.on_disk import on_disk

pytest.importorskip("PySide6")
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="forks, which only Linux does safely"
)

ROUNDS, TRIALS = 10, 30
"""300 moments, in parts that several workers can share."""
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def kill_at_random_moments(repo: Path, folder: Path, seed: int) -> list[dict[str, Any]]:
    """Return what each process had shown by its end; the first one came to the end of the script."""
    script = repo / "tests" / "machine" / "killed.py"
    places = [str(repo / "desktop"), str(repo)]
    done = subprocess.run(
        [sys.executable, str(script), str(folder), str(seed), str(TRIALS)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads((folder / "trials.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_set_that_was_shown_as_saved_is_there_after_a_kill(repo: Path, tmp_path: Path, seed: int) -> None:
    whole, *trials = kill_at_random_moments(repo, tmp_path, seed)
    states = [[], *whole["states"]]  # before the script, then after each step of it
    assert len(trials) == TRIALS
    assert len(states[-1]) == 12, "the script is a whole session"
    for trial in trials:
        begun, done, said = trial["begun"] + 1, trial["done"] + 1, trial["said"] + 1
        if trial["shown"]:
            exercise = trial["shown"][0][0]
            kept = [row[:4] for row in states[said] if row[0] == exercise]
            assert trial["shown"] == kept, "what the screen shows is what is on the disk, value by value"
        store = Store(tmp_path / trial["profile"], now=NOW)
        try:
            found = on_disk(store)
            # The step in the middle of which it died was written whole or not at all; whole, if its set was
            # said to be saved by then.
            allowed = [states[begun]] if said == begun else [states[done], states[begun]]
            assert found in allowed, (trial, found)
            assert store.problems() == []
            active = store.sessions.active()
            assert active is not None
            assert active.state is SessionState.ACTIVE
        finally:
            store.close()
