"""What the .run refuses, and that it then leaves all as it was; with a program of three lines inside.

The real program is installed by tests/install/test_run.py.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.run_bench import FAILS, Bench

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a .run is for Linux")


@pytest.fixture
def bench(repo: Path, tmp_path: Path) -> Bench:
    return Bench(repo, tmp_path)


@pytest.mark.parametrize("damage", ["flip", "cut", "script"])
def test_a_damaged_file_is_refused_before_anything(bench: Bench, damage: str) -> None:
    made = bench.file()
    whole = bytearray(made.read_bytes())
    if damage == "cut":
        del whole[-1000:]
    else:
        whole[-3000 if damage == "flip" else whole.index(b"Run a newer file")] ^= 1
    made.write_bytes(bytes(whole))
    for words in ((), ("--check",), ("--extract-only", "out")):
        code, said = bench.run(made, *words)
        assert (code, "damaged" in said) == (1, True), said
    assert not bench.there()
    assert not (bench.folder / "out").exists()


@pytest.mark.parametrize(
    ("command", "does", "says"),
    [
        ("id", "echo 0", "without sudo"),
        ("uname", "echo aarch64", "This one is aarch64"),
        ("getconf", '[ "$1" = LONG_BIT ] && echo 64 || echo glibc 2.31', "too old for NextRep: it has glibc"),
        ("getconf", '[ "$1" = LONG_BIT ] && echo 32 || echo glibc 2.40', "of 64 bits"),
        ("getconf", '[ "$1" = LONG_BIT ] && echo 64', "C library"),
        ("df", "echo Filesystem; echo /dev/with space 100000 90000 10000 90% /home", "not enough room"),
        ("ldd", "echo '  libxcb-odd.so.0 => not found'", "lacks what a window needs: libxcb-odd.so.0"),
    ],
)  # fmt: skip
def test_a_machine_that_cannot_run_it_hears_why_and_is_left_as_it_was(
    bench: Bench, command: str, does: str, says: str
) -> None:
    bench.pretend(command, does)
    code, said = bench.run(bench.file())
    assert (code, says in said) == (1, True), said
    assert not bench.there()


def test_a_new_program_that_does_not_run_leaves_the_old_one_whole(bench: Bench) -> None:
    bench.run(bench.file())
    before = bench.there()
    code, said = bench.run(bench.file("2.0.0", FAILS))
    assert code == 1
    assert "it broke" in said
    assert "Nothing was changed" in said
    assert bench.there() == before


def test_a_busy_computer_gets_a_second_chance(bench: Bench) -> None:
    tried = bench.folder / "tried"
    code, said = bench.run(
        bench.file(program=f"#!/bin/sh\n[ -e '{tried}' ] || {{ : >'{tried}'; exit 1; }}\n")
    )
    assert (code, "trying once more" in said) == (0, True), said


def test_what_was_cut_off_between_two_renames_is_mended_by_the_next_call(bench: Bench) -> None:
    bench.run(bench.file())
    before = bench.there()
    bench.tree.rename(bench.tree.with_name("nextrep.old"))
    bench.tree.with_name("nextrep.new").mkdir()
    assert bench.run(bench.file("2.0.0", FAILS))[0] == 1
    assert bench.there() == before


def test_over_a_damaged_installation(bench: Bench) -> None:
    bench.run(bench.file())
    shutil.rmtree(bench.tree / "installation")
    (bench.tree / "nextrep").unlink()
    code, said = bench.run(bench.file("2.0.0"))
    assert code == 0, said
    assert bench.run(bench.home / ".local/bin/nextrep-uninstall")[0] == 0
    assert not [name for name in bench.there() if "nextrep" in name.lower()]


def test_what_somebody_else_put_there_stays(bench: Bench) -> None:
    command = bench.home / ".local/bin/nextrep"
    command.parent.mkdir(parents=True)
    command.write_text("#!/bin/sh\n# mine\n")
    code, said = bench.run(bench.file())
    assert (code, "was left alone" in said) == (0, True)
    (bench.tree / "_internal/my own Qt.so").write_text("mine")
    assert bench.run(bench.file("2.0.0"))[0] == 0
    kept = bench.home / ".local/lib/nextrep.kept-1/_internal/my own Qt.so"
    assert kept.read_text() == "mine"
    (bench.tree / "letter.txt").write_text("mine")
    assert bench.run(bench.home / ".local/bin/nextrep-uninstall")[0] == 0
    assert {name for name, content in bench.there().items() if content is not None} == {
        ".local/bin/nextrep",
        ".local/lib/nextrep/letter.txt",
        ".local/lib/nextrep.kept-1/_internal/my own Qt.so",
    }


def test_another_thing_in_its_place_is_not_touched(bench: Bench) -> None:
    bench.tree.mkdir(parents=True)
    (bench.tree / "thesis.odt").write_text("mine")
    before = bench.there()
    code, said = bench.run(bench.file())
    assert (code, "something else" in said) == (1, True)
    assert bench.there() == before


def test_a_home_that_takes_no_folders(bench: Bench) -> None:
    (bench.home / ".local").write_text("a file where the folder should be")
    before = bench.there()
    code, said = bench.run(bench.file())
    assert (code, "cannot be made" in said) == (1, True), said
    assert bench.there() == before


def test_an_open_program_is_neither_replaced_nor_removed(bench: Bench) -> None:
    bench.run(bench.file())
    shutil.copy(shutil.which("sleep") or "", bench.tree / "nextrep")
    before = bench.there()
    with subprocess.Popen([bench.tree / "nextrep", "60"]) as window:
        for script in (bench.file("2.0.0"), bench.home / ".local/bin/nextrep-uninstall"):
            code, said = bench.run(script)
            assert (code, "is open" in said) == (3, True), said
        window.kill()
    assert bench.there() == before
    assert bench.run(bench.file("2.0.0"))[0] == 0


def test_two_at_once_do_not_mix(bench: Bench) -> None:
    if not shutil.which("flock"):
        pytest.skip("no flock here")
    going, go = bench.folder / "going", bench.folder / "go"
    waits = f"#!/bin/sh\n: >'{going}'\nuntil [ -e '{go}' ]; do :; done\n"
    first = subprocess.Popen(
        ["sh", str(bench.file("1.0.0", waits))], env=bench.env,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    while not going.exists():
        assert first.poll() is None
    code, said = bench.run(bench.file("2.0.0"))
    go.touch()
    assert (code, "another window" in said) == (3, True), said
    assert first.wait(timeout=60) == 0
    assert (bench.tree / "installation/version").read_text() == "1.0.0\n"
