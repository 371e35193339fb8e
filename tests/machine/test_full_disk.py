"""On a disk that is full, a set waits and is said not to be saved, and a profile that was plain stays so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.machine.mounting import ALONE, may_mount

pytest.importorskip("PySide6")


def on_a_small_disk(script: str, repo: Path, folder: Path) -> Any:
    """Run a script of this folder where it can mount disks of its own; return what it saw."""
    places = [str(repo / "desktop"), str(repo)]
    done = subprocess.run(
        [*ALONE, sys.executable, str(repo / "tests" / "machine" / script), str(folder)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(places)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not may_mount(), reason="needs a small disk of its own (unshare, tmpfs)")
def test_a_set_waits_on_a_full_disk_and_is_kept_once(repo: Path, tmp_path: Path) -> None:
    found = on_a_small_disk("full_disk.py", repo, tmp_path)
    *until, last = found["seen"]
    assert all(one["shown"] == one["kept"] for one in found["seen"]), "done on the screen is done on the disk"
    assert until[0] == {"band": "", "shown": 1, "kept": 1}
    full = [one for one in until if one["band"]]
    assert full, "the room comes to its end"
    assert all("is not saved yet. The disk is full." in one["band"] for one in full)
    assert {one["kept"] for one in full} == {full[0]["kept"]}, "nothing is kept twice or in part"
    assert last == {"band": "", "shown": full[0]["kept"] + 1, "kept": full[0]["kept"] + 1}
    assert found["problems"] == []


@pytest.mark.skipif(not may_mount(), reason="needs a small disk of its own (unshare, tmpfs)")
def test_a_profile_that_finds_no_room_to_be_encrypted_stays_plain_and_whole(
    repo: Path, tmp_path: Path
) -> None:
    *tries, last = on_a_small_disk("full_conversion.py", repo, tmp_path)
    assert last == {"said": "encrypted", "encrypted": True, "whole": True, "rest": []}
    assert "The disk is full." in {one["said"] for one in tries}
    for one in tries:
        assert one == {"said": one["said"], "encrypted": False, "whole": True, "rest": []}


@pytest.mark.skipif(not may_mount(), reason="needs a small disk of its own (unshare, tmpfs)")
def test_a_backup_says_which_disk_is_in_the_way_and_goes_elsewhere_from_a_full_one(
    repo: Path, tmp_path: Path
) -> None:
    found = on_a_small_disk("full_backup.py", repo, tmp_path)
    assert "no room left" in found["full stick"] and "stick" in found["full stick"]
    assert found["stick"] == "outside"
    assert "cannot be written to" in found["read-only stick"]
    assert "no room left" in found["full home"] and "backups" in found["full home"]
    assert found["full home, elsewhere"] == "outside", "a full disk is when a backup elsewhere is wanted"
    assert found["left"] == found["problems"] == []
