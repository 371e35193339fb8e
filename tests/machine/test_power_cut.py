"""When the power fails, at whichever write, all that was said to be saved is there afterwards."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace, to record every write")

EVERY = 6
"""In the tests every sixth call; `power_cut.py` took each one once."""


def test_a_power_cut_costs_nothing_that_was_said_to_be_saved(repo: Path, tmp_path: Path) -> None:
    places = [str(repo / "desktop"), str(repo)]
    done = subprocess.run(
        [sys.executable, str(repo / "tests" / "machine" / "power_cut.py"), str(tmp_path), str(EVERY)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert found["said"] == 19
    assert found["cuts"] > 150
