"""A file takes the place of another one in one step, also where a scanner for viruses looks at it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nextrep.storage import disk

needs_windows = pytest.mark.skipif(sys.platform != "win32", reason="only Windows refuses what is open")


def test_the_whole_new_file_is_there(tmp_path: Path) -> None:
    target = tmp_path / "sign.json"
    disk.write_json(target, {"old": 1})
    disk.write_json(target, {"new": 2})
    assert target.read_text("utf-8") == '{"new": 2}'
    assert list(tmp_path.iterdir()) == [target]


@needs_windows
def test_what_somebody_else_has_open_stays_whole_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sign.json"
    disk.write_json(target, {"old": 1})
    asked: list[float] = []
    monkeypatch.setattr("nextrep.storage.disk.time.sleep", asked.append)
    with target.open("rb"), pytest.raises(PermissionError):
        disk.write_json(target, {"new": 2})
    assert 0.5 < sum(asked) < 1
    assert target.read_text("utf-8") == '{"old": 1}'
    assert list(tmp_path.iterdir()) == [target]


@needs_windows
def test_who_has_it_open_for_a_moment_does_not_keep_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sign.json"
    disk.write_json(target, {"old": 1})
    scanner = target.open("rb")
    monkeypatch.setattr("nextrep.storage.disk.time.sleep", lambda _seconds: scanner.close())
    disk.write_json(target, {"new": 2})
    assert target.read_text("utf-8") == '{"new": 2}'
