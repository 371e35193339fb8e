"""Nothing that was written in an encrypted profile is found in any file, in use or after a kill."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nextrep.services import upkeep, vault
from tests.machine.searched import NOW, PHRASE

WORD = "kingfisher"
FORMS = [WORD.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
STOPS = ("written", "writing", "closed")
HOMES = (
    "HOME",
    "TMPDIR",
    "SQLITE_TMPDIR",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)


@contextmanager
def in_use(repo: Path, folder: Path, kind: str) -> Iterator[subprocess.Popen[str]]:
    """Run the script with every folder that it could write to under `folder`."""
    places = {name: str(folder / name.lower()) for name in HOMES}
    for place in places.values():
        Path(place).mkdir()
    path = os.pathsep.join([str(repo / "desktop"), str(repo)])
    script = repo / "tests" / "machine" / "searched.py"
    with subprocess.Popen(
        [sys.executable, str(script), str(folder), WORD, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
        env=os.environ | places | {"PYTHONPATH": path},
    ) as process:
        yield process
        process.kill()


def found(folder: Path, process: subprocess.Popen[str]) -> set[str]:
    """Return the files under `folder` that have the word in them, and those that are open without a name."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    files += [
        file for file in Path(f"/proc/{process.pid}/fd").glob("*") if "(deleted)" in str(file.readlink())
    ]
    assert files
    return {file.name for file in files if any(form in file.read_bytes().lower() for form in FORMS)}


def go_on(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def say(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize("killed_at", STOPS)
def test_nothing_that_was_written_is_found(repo: Path, tmp_path: Path, killed_at: str) -> None:
    with in_use(repo, tmp_path, "encrypted") as process:
        for name in STOPS:
            assert go_on(process) == name
            assert found(tmp_path, process) == set()
            if name == killed_at:
                break
            say(process)
        process.kill()
        process.wait()
        assert found(tmp_path, process) == set()
    names = {file.name.partition(" ")[0] for file in tmp_path.rglob("*") if file.is_file()}
    assert {"nextrep.db", "nextrep.key", "NextRep"} <= names, "there is a database, its key file and a backup"
    folder = tmp_path / "profile"
    opened = upkeep.open_profile(folder, NOW, key=vault.unlock(folder, PHRASE, NOW))
    assert opened.store.problems() == []
    assert WORD in opened.store.entries.latest(1)[0].text
    opened.close()
    assert found(tmp_path, process) == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_in_a_plain_profile_it_would_be_found(repo: Path, tmp_path: Path) -> None:
    with in_use(repo, tmp_path, "plain") as process:
        assert go_on(process) == "written"
        assert "nextrep.db" in found(tmp_path, process)
