"""Killed at any moment, encryption and decryption leave one whole profile, which the next start mends."""

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

ROUNDS, TRIALS = 4, 25


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_conversion_that_is_killed_leaves_a_whole_profile(repo: Path, tmp_path: Path, seed: int) -> None:
    script = repo / "tests" / "machine" / "converted.py"
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "profile"), str(seed), str(TRIALS)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(repo / "desktop"), str(repo)])},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    said = json.loads(done.stdout)
    assert said["wrong"] == []
    assert sum(said["found"].values()) == TRIALS
    assert all(said["found"].values()), "some of them came to an end, and some did not"
