"""One window per profile, on this computer and over a network that passes no locks on."""

from __future__ import annotations

import json
import os
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import KnownError
from nextrep.storage.lock import ALIVE_S, LOCK_NAME, ProfileLock, host_name
from tests.storage.holding import held_by_another

NOW = datetime(2026, 11, 27, 20, 14, tzinfo=ZoneInfo("Europe/Berlin"))
OTHER = {"host": "attic", "user": "sam", "process": 77, "since": NOW.isoformat()}


def left_by_another(folder: Path, *, seconds_ago: float) -> Path:
    """A lock file of another computer, whose lock the network did not pass on."""
    file = folder / LOCK_NAME
    file.write_text(json.dumps(OTHER), encoding="utf-8")
    at = time.time() - seconds_ago
    os.utime(file, (at, at))
    return file


def test_a_second_window_is_told_since_when(tmp_path: Path) -> None:
    with ProfileLock(tmp_path, NOW), pytest.raises(KnownError) as caught:
        ProfileLock(tmp_path, NOW + timedelta(hours=1))
    assert caught.value.title == "This profile is open in another NextRep window."
    assert "opened on 2026-11-27 at 20:14" in caught.value.safe
    ProfileLock(tmp_path, NOW).release()


def test_another_computer_that_is_alive_is_named(tmp_path: Path) -> None:
    file = left_by_another(tmp_path, seconds_ago=ALIVE_S / 2)
    with pytest.raises(KnownError, match="another computer: “attic”, by sam"):
        ProfileLock(tmp_path, NOW)
    assert json.loads(file.read_text(encoding="utf-8")) == OTHER, "its sign is left alone"
    assert [path.name for path in tmp_path.iterdir()] == [LOCK_NAME]


def test_what_a_computer_left_that_went_down_keeps_nobody_out(tmp_path: Path) -> None:
    left_by_another(tmp_path, seconds_ago=ALIVE_S * 2)
    with ProfileLock(tmp_path, NOW):
        said = json.loads((tmp_path / LOCK_NAME).read_text(encoding="utf-8"))
    assert said["host"] == host_name()
    assert (tmp_path / LOCK_NAME).read_bytes() == b"", "who lets go leaves no name"


def test_what_a_killed_program_left_keeps_nobody_out(tmp_path: Path) -> None:
    with held_by_another(tmp_path):
        pass
    assert b"host" in (tmp_path / LOCK_NAME).read_bytes()
    ProfileLock(tmp_path, NOW).release()


def test_who_slept_learns_that_another_computer_took_over(tmp_path: Path) -> None:
    lock = ProfileLock(tmp_path, NOW)
    assert lock.beat() is None
    file = left_by_another(tmp_path, seconds_ago=1)
    other = lock.beat()
    assert other is not None
    assert other.host == "attic"
    lock.release()
    assert json.loads(file.read_text(encoding="utf-8")) == OTHER, "the other one's sign stays"


def test_a_sign_that_makes_no_sense_keeps_nobody_out(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_bytes(b"\xff{")
    ProfileLock(tmp_path, NOW).release()
