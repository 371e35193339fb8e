"""Whatever is killed in the middle: what was said to be saved is there, and what was there before is too."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="forks, which only Linux does safely"
)

TRIALS = 50
"""In each part; `killed_work.py` ran 1,000 once."""


@pytest.mark.parametrize("seed", range(2))
def test_what_was_said_to_be_saved_outlives_a_kill(repo: Path, tmp_path: Path, seed: int) -> None:
    places = [str(repo / "desktop"), str(repo)]
    script = repo / "tests" / "machine" / "killed_work.py"
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), str(seed), str(TRIALS)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=115,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["said"] > TRIALS, "the kills fall into the work, not before it"
