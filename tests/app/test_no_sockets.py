"""No command opens a socket, and none of what it imports does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.test_permissions import WRITERS

REPO = Path(__file__).parents[2]
STRONG = REPO / "tests" / "fixtures" / "imports" / "strong_android.csv"


def watched(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program with somebody listening for sockets."""
    return subprocess.run(
        [sys.executable, str(REPO / "tests" / "watched.py"), *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPO / "desktop")},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("watched")
    done = watched(made, "--profile", "profile", "demo", "--weeks", "3", "--seed", "1")
    assert done.returncode == 0, done.stderr
    return made


def test_a_socket_would_be_noticed(tmp_path: Path) -> None:
    done = watched(tmp_path, "--reach-out")
    assert (done.returncode, "socket.__new__" in done.stderr) == (99, True)


@pytest.mark.parametrize(
    "words",
    [*WRITERS, ("import", str(STRONG)), ("check",)],
    ids=lambda words: " ".join(Path(word).name for word in words),
)
def test_no_command_reaches_out(folder: Path, words: tuple[str, ...]) -> None:
    done = watched(folder, "--profile", "profile", *words)
    assert done.returncode == 0, done.stderr
