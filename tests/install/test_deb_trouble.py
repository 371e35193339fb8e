"""The Debian package where things go wrong: over a running program, without space, damaged, in odd homes.

Whatever happens, the person gets a clear message, the program stays whole or says that it is not, and the
profile is as it was. It takes minutes; see machines.py.
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.e2e.desktop import Display, Program, until
from tests.install import machines
from tests.install.machines import PERSON, PROFILE, TRIAL, install, picture_place, put, smoke, sums
from tools.shipping.roots import OLDEST_DEBIAN, Root

pytestmark = TRIAL
PROGRAM = "/usr/lib/nextrep"
SCREEN_KEYS = ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6")


@pytest.fixture(scope="module")
def installed(repo: Path, package: Path) -> Iterator[Root]:
    """A machine with the package and a profile of ann's; tests that break things take `machine`."""
    machine = machines.fresh(repo, OLDEST_DEBIAN, "installed")
    install(machine, package)
    machine.run("nextrep", "demo", "--weeks", "6", "--seed", "1", user=PERSON)
    yield machine
    machine.remove()


@pytest.fixture
def machine(installed: Root) -> Iterator[Root]:
    """A copy of it for one test alone."""
    copy = Root(installed.folder.with_name(f"{OLDEST_DEBIAN}-trouble"))
    copy.remove()
    subprocess.run(["cp", "-a", "--reflink=auto", str(installed.folder), str(copy.folder)], check=True)
    yield copy
    copy.remove()


@contextlib.contextmanager
def opened(machine: Root, display: Display, log: Path) -> Iterator[Program]:
    """The window of ann, once it shows something."""
    process = machine.start("nextrep", log=log, env={"DISPLAY": display.name}, user=PERSON)
    program = Program(display, process, log)
    try:
        program.wait_for_window("NextRep")
        picture = log.with_suffix(".png")
        until(lambda: machines.picture_of_something(display, picture), what="the first screen")
        yield program
    finally:
        if process.poll() is None:
            program.kill()


def visit(program: Program, key: str, picture: Path) -> None:
    """Press the key of a screen, and wait until the window shows something else."""
    before = program.display.picture(picture).read_bytes()
    program.keys(key)

    def changed() -> bool:
        assert program.process.poll() is None, program.printed()
        shown = machines.picture_of_something(program.display, picture)
        return shown and picture.read_bytes() != before

    until(changed, what=f"another screen after {key}")


def faults(machine: Root) -> str:
    """What the program wrote down about faults of its own."""
    log = machine.path(f"{PROFILE}/logs/nextrep.log")
    return log.read_text(encoding="utf-8") if log.exists() else ""


def version(machine: Root) -> str:
    return machine.run("dpkg-query", "--show", "--showformat=${Version} ${Status}", "nextrep")


def one_line(said: str) -> str:
    """Return the line that the program said; a traceback is none, and libraries may have said more."""
    assert "Traceback" not in said, said
    return next((line for line in said.splitlines() if line.startswith("nextrep: ")), "")


def test_a_window_that_is_open_goes_on_while_a_newer_package_takes_its_place(
    machine: Root, newer_package: Path, display: Display, tmp_path: Path, repo: Path
) -> None:
    with opened(machine, display, tmp_path / "log.txt") as program:
        install(machine, newer_package)
        for number, key in enumerate(SCREEN_KEYS, start=2):
            visit(program, key, picture_place(repo, f"replaced-{number}"))
        assert program.titles() == ["NextRep"]
        program.keys("alt+F4")
        assert program.wait(60) == 0
    assert faults(machine) == ""
    assert program.printed() == ""
    assert machine.attempt("nextrep", "check", user=PERSON).returncode == 0


def test_a_window_that_is_open_while_the_package_is_purged_says_what_happened(
    machine: Root, display: Display, tmp_path: Path, repo: Path
) -> None:
    with opened(machine, display, tmp_path / "log.txt") as program:
        machine.run("apt-get", "-qq", "purge", "--yes", "nextrep")
        program.keys("ctrl+6")  # the report needs pictures and libraries that were not loaded yet
        until(lambda: len(program.titles()) > 1, 90, "the message")
        (title,) = (one for one in program.titles() if one != "NextRep")
        assert title == "NextRep was updated or removed while it was open"
        display.picture(picture_place(repo, "purged-while-open"))
        assert program.process.poll() is None
    assert machine.path(f"{PROFILE}/nextrep.db").exists()


def test_a_full_disk_leaves_the_old_program_whole_and_a_later_try_mends_all(
    machine: Root, newer_package: Path
) -> None:
    """The program lies on a disk that has no room for a second one beside it."""
    inside, kept, was = put(machine, newer_package), sums(machine.path(PROFILE)), version(machine)
    script = f"""
        mount -t tmpfs -o size=260m tmpfs /mnt && cp -a {PROGRAM} /mnt/ && mount --bind /mnt/nextrep {PROGRAM}
        apt-get -qq install --yes {inside} 2>&1
        echo "apt ended with $?"
        md5sum --check --quiet /var/lib/dpkg/info/nextrep.md5sums && echo "all files are whole"
        find {PROGRAM} -name '*.dpkg-*' | head
        setpriv --reuid={PERSON} --regid={PERSON} --clear-groups env HOME=/home/{PERSON} nextrep check
        echo "the program ended with $?"
    """
    said = machine.run("sh", "-c", f"cd /\n{script}")
    assert "No space left on device" in said, said
    assert "apt ended with 100" in said, said
    assert "all files are whole" in said, said
    assert ".dpkg-" not in said.partition("all files are whole")[2], said
    assert "the program ended with 0" in said, said
    assert version(machine) == was
    assert sums(machine.path(PROFILE)) == kept
    install(machine, newer_package)
    assert version(machine).startswith("99.0.0 install ok installed")
    assert machine.attempt("nextrep", "check", user=PERSON).returncode == 0


@pytest.mark.parametrize(
    ("what", "command"),
    [
        ("a library of Qt is gone", f"rm {PROGRAM}/_internal/PySide6/QtWidgets.abi3.so"),
        ("a library is cut off", f"truncate --size=5000 {PROGRAM}/_internal/sqlcipher3/_sqlite3*.so"),
        ("Python is gone", f"rm {PROGRAM}/_internal/libpython3*"),
        ("the program is cut off", f"truncate --size=2000000 {PROGRAM}/nextrep"),
    ],
)
def test_a_damaged_program_says_so_and_installing_again_mends_it(
    machine: Root, package: Path, display: Display, tmp_path: Path, what: str, command: str
) -> None:
    kept = sums(machine.path(PROFILE))
    machine.run("sh", "-c", command)
    assert machine.run("dpkg", "--verify", "nextrep").strip()
    ended = machine.attempt(
        "timeout", "60", "nextrep", user=PERSON, env={"DISPLAY": display.name}, network=False
    )
    print(what, ended.returncode, ended.stderr)
    assert ended.returncode not in (0, 124), ended
    assert "Traceback" not in ended.stderr
    assert PROGRAM in ended.stderr or "damaged" in ended.stderr
    assert sums(machine.path(PROFILE)) == kept

    machine.run("apt-get", "-qq", "install", "--yes", "--reinstall", put(machine, package))
    assert not machine.run("dpkg", "--verify", "nextrep").strip()
    smoke(machine, display, tmp_path / "mended.png")


def test_two_people_use_it_at_once_with_a_profile_each(
    installed: Root, display: Display, tmp_path: Path
) -> None:
    users = ("ben", "cem")
    for user in users:
        installed.add_user(user)
    with ThreadPoolExecutor(2) as both:
        runs = [both.submit(smoke, installed, display, tmp_path / f"{user}.png", user=user) for user in users]
        until(lambda: len(display.windows("NextRep")) > 1 or all(run.done() for run in runs), 90)
        at_once = not all(run.done() for run in runs)
        records = [run.result() for run in runs]
    assert at_once, "the two windows were not open at the same time"
    assert all(record["good"] for record in records)


def test_a_home_with_blanks_and_letters_of_many_languages_is_a_home(
    installed: Root, display: Display, repo: Path
) -> None:
    home = "/home/Zoë Müller 東京 ünï"
    installed.run("useradd", "--create-home", "--home-dir", home, "--shell", "/bin/sh", "zoe")
    env = {"HOME": home}
    smoke(installed, display, picture_place(repo, "odd-home"), user="zoe", env=env)
    installed.run("nextrep", "demo", "--weeks", "2", "--seed", "1", user="zoe", env=env)
    assert installed.path(f"{home}/.local/share/NextRep/nextrep.db").exists()
    installed.run("nextrep", "export", "--format", "csv", f"{home}/Übung 1.csv", user="zoe", env=env)


def test_the_plain_locale_and_a_bare_home_are_enough(
    installed: Root, display: Display, tmp_path: Path
) -> None:
    installed.run("useradd", "--create-home", "--shell", "/bin/sh", "lea")
    env = {"LANG": "C", "LC_ALL": "C", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": "", "XDG_RUNTIME_DIR": ""}
    smoke(installed, display, tmp_path / "plain.png", user="lea", env=env)


def test_a_home_that_takes_nothing_is_told_in_words_and_another_folder_works(
    installed: Root, display: Display, tmp_path: Path, repo: Path
) -> None:
    installed.run("useradd", "--create-home", "--shell", "/bin/sh", "ro")
    installed.run("sh", "-c", "chown root /home/ro && chmod 555 /home/ro")
    ended = installed.attempt("nextrep", "check", user="ro")
    assert (ended.returncode, bool(one_line(ended.stderr))) == (1, True), ended
    ended = installed.attempt("nextrep", "demo", "--weeks", "1", "--seed", "1", user="ro")
    assert (ended.returncode, bool(one_line(ended.stderr))) == (1, True), ended

    log = tmp_path / "log.txt"
    process = installed.start("nextrep", log=log, env={"DISPLAY": display.name}, user="ro")
    program = Program(display, process, log)
    try:
        until(lambda: process.poll() is not None or program.titles(), what="a message")
        until(lambda: one_line(program.printed()), what="the message in words")
        display.picture(picture_place(repo, "read-only-home"))
    finally:
        if process.poll() is None:
            program.kill()
    assert "Traceback" not in program.printed()
    assert list(installed.path("/home/ro").rglob("NextRep*")) == []

    words = ("nextrep", "--profile", "/var/tmp/ro-profile", "demo", "--weeks", "1", "--seed", "1")
    installed.run(*words, user="ro")
    installed.run("nextrep", "--profile", "/var/tmp/ro-profile", "check", user="ro")


def test_without_a_screen_it_says_that_it_needs_one(installed: Root) -> None:
    for words in (("nextrep",), ("nextrep", "--smoke", f"/home/{PERSON}/nowhere")):
        ended = installed.attempt("timeout", "60", *words, user=PERSON)
        assert (ended.returncode, bool(one_line(ended.stderr))) == (1, True), ended
