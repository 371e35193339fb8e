"""Nobody else on the computer may read a profile, or a file that the program wrote for the person."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.systems import HAS_MODES, link_to

pytestmark = pytest.mark.skipif(not HAS_MODES, reason="Windows has no modes: see SECURITY.md")

WRITERS = (
    ("export", "--format", "csv", "record.csv"),
    ("export", "--format", "json", "record.json"),
    ("report", "report.pdf"),
    ("companion", "fhir.json"),
    ("companion", "both.zip"),
    ("program", "export", "mine.nextrep"),
    ("calendar", "plan.ics"),
    ("sheet", "sheet.pdf"),
)


def run(folder: Path, *words: str, expect: int = 0) -> None:
    """Run the program as from a shell whose files everybody may read."""
    done = subprocess.run(
        [sys.executable, "-m", "nextrep", "--profile", "profile", *words],
        cwd=folder,
        umask=0o022,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "desktop")},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == expect, done.stderr


def open_to_others(folder: Path) -> dict[str, str]:
    """Every file and folder below `folder` that others may read, write or enter."""
    modes = {str(path.relative_to(folder)): path.stat().st_mode for path in folder.rglob("*")}
    assert modes
    return {name: stat.filemode(mode) for name, mode in modes.items() if mode & 0o077}


def test_the_profile_and_everything_the_program_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    run(tmp_path, "demo", "--weeks", "3", "--seed", "1")
    for words in WRITERS:
        run(tmp_path, *words)
        assert (tmp_path / words[-1]).stat().st_size > 0
    assert not open_to_others(tmp_path)


def test_a_file_that_others_could_read_is_written_anew_for_the_owner(tmp_path: Path) -> None:
    run(tmp_path, "demo", "--weeks", "1", "--seed", "1")
    older = tmp_path / "record.csv"
    older.touch()
    older.chmod(0o666)
    run(tmp_path, "export", "--format", "csv", "record.csv")
    assert not open_to_others(tmp_path)


def test_a_profile_that_was_copied_here_with_rights_for_all_is_closed_to_others(tmp_path: Path) -> None:
    run(tmp_path, "demo", "--weeks", "1", "--seed", "1")
    profile = tmp_path / "profile"
    (profile / "window.ini").write_text("[General]\n", encoding="utf-8")
    (profile / "backups").mkdir(exist_ok=True)
    (profile / "backups" / "older.db").touch()
    (profile / "my-own-list.txt").touch()
    for path in (profile, *profile.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    run(tmp_path, "program", "open", "absent.nextrep", expect=1)  # nothing is opened: nothing changes
    assert "profile" in open_to_others(tmp_path)
    run(tmp_path, "demo", "--weeks", "1", "--seed", "1", expect=1)  # it is not empty, but it was opened
    # A file of the person's own in the same folder keeps the rights that they gave it.
    assert open_to_others(tmp_path) == {"profile/my-own-list.txt": "-rw-r--r--"}


def test_a_link_in_the_folder_does_not_change_what_it_leads_to(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.touch()
    elsewhere.chmod(0o644)
    (tmp_path / "profile").mkdir()
    link_to(elsewhere, tmp_path / "profile" / "nextrep-link")
    run(tmp_path, "demo", "--weeks", "1", "--seed", "1")
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644


def test_a_folder_that_everybody_shares_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "profile"
    shared.mkdir()
    shared.chmod(0o1777)
    run(tmp_path, "demo", "--weeks", "1", "--seed", "1")
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777
    assert stat.S_IMODE((shared / "nextrep.db").stat().st_mode) == 0o600
