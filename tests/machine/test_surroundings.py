"""Disk full, read-only, drive pulled: each is said in plain words, and what was saved before is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.machine.mounting import ALONE, may_mount

pytestmark = pytest.mark.skipif(not may_mount(), reason="needs disks of its own (unshare, tmpfs)")


@pytest.fixture(scope="module")
def found(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    places = [str(repo / "desktop"), str(repo)]
    script = repo / "tests" / "machine" / "surroundings.py"
    done = subprocess.run(
        [*ALONE, sys.executable, str(script), str(tmp_path_factory.mktemp("disks"))],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("full_while_the_format_changes", "room"),
        ("full_while_rescued", "full"),
        ("read_only", "cannot write"),
    ],
)
def test_it_is_said_and_nothing_is_changed(found: dict[str, Any], condition: str, words: str) -> None:
    one = found[condition]
    assert words in " ".join(one["said"])
    assert all(one["said"]), "what happened, what is safe, what to do"
    assert one["same"]
    assert one["entries"] == ["kept"]


def test_a_drive_that_is_pulled_takes_no_writes_until_it_is_back(found: dict[str, Any]) -> None:
    one = found["pulled"]
    assert "is not in" in one["said"][0]
    assert "Connect the drive again" in one["said"][2]
    assert sorted(one["entries"]) == ["before", "kept", "while it is away"]
