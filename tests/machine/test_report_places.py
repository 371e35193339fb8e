"""A report that finds no room, or a place that may not be written: said in a line, nothing half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.services import demo
from nextrep.storage.store import Store
from tests.machine.test_full_disk import ALONE, may_mount

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
OLDER = "older"


@pytest.mark.skipif(not may_mount(), reason="needs a small disk of its own (unshare, tmpfs)")
@pytest.mark.parametrize(
    ("mount", "said"),
    [
        ('mount -t tmpfs -o size=24k none "$1" && printf older > "$1/report.pdf"', "No space left"),
        (
            'mount -t tmpfs none "$1" && printf older > "$1/report.pdf" && mount -o remount,ro "$1"',
            "Read-only file system",
        ),
    ],
    ids=["full disk", "may not be written"],
)
def test_the_older_file_stays_and_nothing_else_is_there(
    repo: Path, tmp_path: Path, mount: str, said: str
) -> None:
    profile, disk = tmp_path / "profile", tmp_path / "disk"
    disk.mkdir()
    store = Store(profile, now=NOW)
    demo.fill(store, 12, 1, NOW)
    store.close()
    report = '"$2" -m nextrep --profile "$3" report "$1/report.pdf"'
    command = f'{mount} && {report}; echo "code $?"; ls -A "$1"; cat "$1/report.pdf"'
    done = subprocess.run(
        [*ALONE, "sh", "-c", command, "sh", str(disk), sys.executable, str(profile)],
        env=os.environ | {"PYTHONPATH": str(repo / "desktop")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert said in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    code, listed, kept = done.stdout.splitlines()
    assert code != "code 0"
    assert (listed, kept) == ("report.pdf", OLDER)
