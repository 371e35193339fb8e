"""However a profile's file is damaged, opening it neither crashes nor loses anything silently."""

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

TRIALS = 150
"""In each part; `mutated.py` ran 10,000 once."""


@pytest.mark.parametrize("seed", range(2))
def test_damage_is_refused_noticed_or_harmless(repo: Path, tmp_path: Path, seed: int) -> None:
    places = [str(repo / "desktop"), str(repo)]
    done = subprocess.run(
        [
            sys.executable,
            str(repo / "tests" / "machine" / "mutated.py"),
            str(tmp_path),
            str(seed),
            str(TRIALS),
        ],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["faults"] == []
    assert sum(found["results"].values()) == TRIALS
