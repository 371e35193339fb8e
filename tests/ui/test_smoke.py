"""The switch that proves a build uses two profiles as a person does, and misses what is not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from nextrep.app import clock, smoke_checks
from nextrep.app.smoke_failed import Failed
from nextrep.app.smoke_window import colours
from nextrep.services import upkeep


def smoke(repo: Path, out: Path) -> subprocess.CompletedProcess[str]:
    env = dict(os.environ, PYTHONPATH=str(repo / "desktop"), QT_QPA_PLATFORM="offscreen")
    return subprocess.run(
        [sys.executable, "-m", "nextrep", "--smoke", str(out)],
        env=env, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip


def test_it_uses_an_encrypted_and_a_plain_profile_and_keeps_a_record(repo: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = smoke(repo, out)
    record = json.loads((out / "smoke.json").read_text(encoding="utf-8"))
    assert (ended.returncode, record["good"], record["why"]) == (0, True, ""), record
    assert ended.stdout == ""
    assert {kind: one["file_is_plain"] for kind, one in record["profiles"].items()} == {
        "encrypted": False,
        "plain": True,
    }
    day = ["opened", "set logged", "check-in written", "trends drawn", "pdf saved"]
    end = ["closed", "opened again, and all found"]
    assert {kind: [step["step"] for step in one["steps"]] for kind, one in record["profiles"].items()} == {
        "encrypted": ["wrong passphrase refused", "unlocked", *day, "locked", "unlocked again", *end],
        "plain": [*day, *end],
    }
    for one in record["profiles"].values():
        assert one["closed"]
        assert one["found_again"]
        assert (out / one["trends"]).stat().st_size > 10_000
        assert (out / one["pdf"]).read_bytes().startswith(b"%PDF-")
    again = smoke(repo, out)  # never over something that is there
    assert again.returncode == 1
    assert "is not empty" in again.stderr


def test_what_hangs_is_ended_and_the_record_says_so(repo: Path, tmp_path: Path) -> None:
    ask = (
        "import sys; from pathlib import Path; from nextrep.app import smoke;"
        "smoke.run_smoke(Path(sys.argv[1]), 0.01); sys.exit(7)"
    )
    env = dict(os.environ, PYTHONPATH=str(repo / "desktop"), QT_QPA_PLATFORM="offscreen")
    command = [sys.executable, "-c", ask, str(tmp_path / "out")]
    assert subprocess.run(command, env=env, capture_output=True, check=False, timeout=100).returncode == 1
    record = json.loads((tmp_path / "out" / "smoke.json").read_text(encoding="utf-8"))
    assert not record["good"]
    assert "not done after 0.01 s" in record["why"]


def test_a_plain_file_is_not_taken_for_an_encrypted_one(tmp_path: Path) -> None:
    upkeep.open_profile(tmp_path, clock.now()).close()
    with pytest.raises(Failed, match="not encrypted"):
        smoke_checks.check_left(tmp_path, "a passphrase of some words", {})


def test_a_set_that_is_not_there_is_missed(tmp_path: Path) -> None:
    upkeep.open_profile(tmp_path, clock.now()).close()
    with pytest.raises(KeyError):
        smoke_checks.check_left(tmp_path, None, {"set": 1, "check_in": "2026-11-28"})


def test_an_empty_picture_has_one_colour(qapp: object) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert colours(image) == 1


def test_charts_load_without_opengl_which_the_frozen_program_leaves_out(repo: Path) -> None:
    ask = (
        "import runpy, sys; runpy.run_path(sys.argv[1]); from nextrep.ui.charts import library;"
        "library.load(); print(hasattr(sys.modules['PySide6.QtOpenGL'], '__file__'))"
    )
    command = [sys.executable, "-c", ask, str(repo / "packaging" / "no_opengl.py")]
    env = dict(os.environ, PYTHONPATH=str(repo / "desktop"), QT_QPA_PLATFORM="offscreen")
    told = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.strip() == "False"
