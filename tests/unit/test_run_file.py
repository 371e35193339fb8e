"""The .run's own scripts, with a program of three lines inside: what they put where, and take away again.

The real program is installed by tests/install/test_run.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.unit.run_bench import MENU, WORKS, Bench, entry_program

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a .run is for Linux")


@pytest.fixture
def bench(repo: Path, tmp_path: Path) -> Bench:
    return Bench(repo, tmp_path)


def test_all_is_there_and_all_of_it_goes_again(bench: Bench) -> None:
    (bench.home / "notes.txt").write_text("mine")
    before = bench.there()
    code, said = bench.run(bench.file())
    assert code == 0, said
    assert "1.0.0 is installed" in said
    assert (bench.home / ".local/bin/nextrep").resolve() == bench.tree / "nextrep"
    assert entry_program((bench.home / MENU).read_text()) == str(bench.tree / "nextrep")
    assert not [
        name for name in bench.there() if name.endswith((".new", ".old", ".lock", ".trial", "nextrep-new"))
    ]
    profile = bench.home / ".local/share/NextRep/nextrep.db"
    profile.parent.mkdir()
    profile.write_text("rows")
    code, said = bench.run(bench.home / ".local/bin/nextrep-uninstall")
    assert code == 0, said
    assert str(profile.parent) in said
    shutil.rmtree(profile.parent)
    for folder in (".local/share", ".local"):
        (bench.home / folder).rmdir()  # nothing else is in them
    assert bench.there() == before


def test_a_newer_file_takes_the_place_of_the_older_and_what_only_that_had_goes(bench: Bench) -> None:
    bench.run(bench.file(more="one"))
    code, said = bench.run(bench.file("2.0.0", more="two"))
    assert code == 0, said
    assert (bench.tree / "installation/version").read_text() == "2.0.0\n"
    names = [Path(name).name for name in bench.there()]
    assert "two" in names
    assert "two.png" in names
    assert not {"one", "one.png", "nextrep.old", "nextrep.kept-1"} & set(names)
    assert bench.run(bench.home / ".local/bin/nextrep-uninstall")[0] == 0
    assert not bench.there()


def test_an_older_file_is_taken_and_what_that_means_is_said(bench: Bench) -> None:
    bench.run(bench.file("10.0.0"))
    code, said = bench.run(bench.file("9.0.0"))
    assert code == 0
    assert "10.0.0 is newer than this 9.0.0" in said
    assert (bench.tree / "installation/version").read_text() == "9.0.0\n"


@pytest.mark.parametrize(
    "name", ["with spaces", "Ünïcødé 日本", "a'b\"c", "50 % $HOME `x` back\\slash & <so>"]
)
def test_any_name_of_a_home_folder_will_do(bench: Bench, name: str) -> None:
    bench.home = bench.folder / name
    bench.home.mkdir()
    code, said = bench.run(bench.file())
    assert code == 0, said
    assert entry_program((bench.home / MENU).read_text()) == str(bench.tree / "nextrep")
    assert bench.run(bench.home / ".local/bin/nextrep-uninstall")[0] == 0
    assert not bench.there()


def test_a_folder_of_ones_own_choice(bench: Bench) -> None:
    target, made = bench.folder / "big disk" / "nr", bench.file()
    assert bench.run(made, "--target", str(target) + "/")[0] == 0
    assert entry_program((bench.home / MENU).read_text()) == str(target / "nextrep")
    code, said = bench.run(made, "--target", str(bench.folder / "other"))
    assert (code, "already" in said) == (1, True)
    assert bench.run(bench.file("2.0.0"))[0] == 0  # finds the place by itself
    assert (target / "installation/version").read_text() == "2.0.0\n"
    assert not bench.tree.exists()
    assert bench.run(made, "--uninstall")[0] == 0
    assert not bench.there()
    assert not target.parent.exists()


def test_options(bench: Bench) -> None:
    made = bench.file()
    assert bench.run(made, "--nonsense")[0] == 2
    assert bench.run(made, "--target")[0] == 2
    assert "--extract-only DIR" in bench.run(made, "--help")[1]
    assert bench.run(made, "--uninstall")[0] == 1
    code, said = bench.run(made, "--extract-only", "out")
    assert (code, f"{bench.folder}/out/nextrep" in said) == (0, True)
    assert (bench.folder / "out/nextrep").read_text() == WORKS
    assert not bench.there()
    assert bench.run(made, "--quiet") == (0, "")


@pytest.mark.parametrize(("answer", "code"), [("n", 1), ("", 0), ("y", 0)])
def test_on_a_terminal_it_asks_first(bench: Bench, answer: str, code: int) -> None:
    ours, its = os.openpty()
    with subprocess.Popen(
        ["sh", str(bench.file())], env=bench.env,
        stdin=its, stdout=its, stderr=its, start_new_session=True,
    ) as asked:  # fmt: skip
        os.close(its)
        said = b""
        while b"Go on? [Y/n]" not in said:
            said += os.read(ours, 1000)
        assert not bench.there()
        os.write(ours, f"{answer}\n".encode())
        with suppress(OSError):  # the terminal is gone when the script is
            while os.read(ours, 1000):
                pass
        assert asked.wait(timeout=60) == code
    os.close(ours)
    assert bench.tree.exists() == (code == 0)


def test_from_the_menu_it_is_removed_only_if_the_person_says_so(bench: Bench) -> None:
    bench.run(bench.file())
    before = bench.there()
    bench.pretend("zenity", "exit 1")
    assert bench.run(bench.tree / "uninstall", "--ask")[0] == 1
    assert bench.there() == before
    bench.pretend("zenity", "exit 0")
    assert bench.run(bench.tree / "uninstall", "--ask")[0] == 0
    assert not bench.there()


def test_the_same_tree_gives_the_same_bytes(bench: Bench) -> None:
    first = bench.file().read_bytes()
    for path in (bench.folder / "tree-1.0.0").rglob("*"):
        os.utime(path, (5, 5))
    assert bench.file().read_bytes() == first


def test_the_scripts_are_plain_sh(bench: Bench) -> None:
    for script in sorted((bench.repo / "installer/linux/run").glob("*.sh")):
        subprocess.run(["sh", "-n", str(script)], check=True)
        if shutil.which("shellcheck"):
            found = subprocess.run(["shellcheck", str(script)], capture_output=True, text=True, check=False)
            assert found.returncode == 0, found.stdout
