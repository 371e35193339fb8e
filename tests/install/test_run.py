"""The .run on Debian 12 and 13 as a desktop leaves them, and its clear words where it cannot be installed.

Its scripts are tried in every corner, with a program of three lines, by tests/unit/test_run_file.py.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.desktop import Display, until
from tests.install import machines
from tests.install.machines import PERSON, TRIAL, picture_place, smoke, sums
from tools.shipping import run_file, targets
from tools.shipping.desktop_files import APPLICATION_ID
from tools.shipping.roots import Root

pytestmark = TRIAL
HOME = f"/home/{PERSON}"
PROGRAM = f"{HOME}/.local/bin/nextrep"
DESKTOP = (
    "libdbus-1-3", "libegl1", "libfontconfig1", "libfreetype6", "libgl1", "libglib2.0-0", "libx11-6",
    "libx11-xcb1", "libxcb-glx0", "libxcb-randr0", "libxcb-render0", "libxcb-shape0", "libxcb-shm0",
    "libxcb-sync1", "libxcb-xfixes0", "libxcb-xkb1", "libxcb1", "libxkbcommon-x11-0", "libxkbcommon0",
    "fonts-dejavu-core", "desktop-file-utils", "shared-mime-info",
)  # fmt: skip
"""What the desktops of Debian 12 and 13 have of all that a window needs (docs/releasing.md)."""


@pytest.fixture(scope="module")
def installer(request: pytest.FixtureRequest) -> Path:
    """The .run, made now; NEXTREP_RUN names one that is made already."""
    if given := os.environ.get("NEXTREP_RUN"):
        return Path(given).absolute()
    return targets.run_file(request.getfixturevalue("workshop"))


@pytest.fixture(scope="module")
def newer(repo: Path, installer: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same program as a .run of version 99."""
    return machines.renumbered_run(repo, installer, "99.0.0", tmp_path_factory.mktemp("newer"))


@pytest.fixture(scope="module", params=machines.DEBIANS)
def desktop(request: pytest.FixtureRequest, repo: Path) -> Iterator[Root]:
    """A machine of each Debian with what a desktop brings, and without what many desktops lack."""
    machine = machines.fresh(repo, request.param, "run")
    machine.install(*DESKTOP)
    known = machine.run("ldconfig", "-p")
    assert "libxcb.so.1" in known
    assert not [name for name in run_file.CARRIED if name in known]
    yield machine
    machine.remove()


def started(
    machine: Root, script: Path | str, *words: str, user: str = PERSON, home: str = ""
) -> tuple[int, str]:
    """Run a script as an ordinary user, without any network; return its exit code and all that it said."""
    inside = str(script) if isinstance(script, str) else put(machine, script)
    env = {"HOME": home or f"/home/{user}"}
    done = machine.attempt("sh", inside, *words, env=env, user=user, network=False)
    return done.returncode, done.stdout + done.stderr


def installed(machine: Root, installer: Path, home: str = "") -> None:
    """Install and see that it went well."""
    code, said = started(machine, installer, home=home)
    assert code == 0, said


def put(machine: Root, file: Path) -> str:
    """Copy a file to where everybody of the machine can read it, and return its place inside."""
    inside = machine.path(f"/opt/{file.name}")
    if not inside.exists():
        subprocess.run(["cp", "--reflink=auto", str(file), str(inside)], check=True)
    return f"/opt/{file.name}"


def without_profile(home: Path) -> dict[str, str]:
    """The files of a home folder that are not of the profile and of what a window leaves."""
    ours = (".local/share/NextRep", ".config", ".cache", "smoke", "a.csv")
    return {name: value for name, value in sums(home).items() if not name.startswith(ours)}


def rows(machine: Root) -> str:
    machine.run(PROGRAM, "export", "--format", "csv", f"{HOME}/a.csv", user=PERSON)
    return machine.path(f"{HOME}/a.csv").read_text(encoding="utf-8")


def test_a_person_installs_uses_updates_goes_back_removes_and_installs_again(
    desktop: Root, installer: Path, newer: Path, display: Display, repo: Path
) -> None:
    home = desktop.path(HOME)
    before = sums(home)
    installed(desktop, installer)
    desktop.run("desktop-file-validate", f"{HOME}/.local/share/applications/{APPLICATION_ID}.desktop")
    assert "x-nextrep-program" in (home / ".local/share/mime/mime.cache").read_bytes().decode(
        errors="replace"
    )
    found = smoke(desktop, display, picture_place(repo, desktop.folder.name), program=(PROGRAM,))
    assert found["program"]["frozen"]
    assert found["program"]["platform"] == "xcb"
    desktop.run(PROGRAM, "demo", "--weeks", "2", "--seed", "1", user=PERSON)
    was, profile = rows(desktop), sums(home / ".local/share/NextRep")

    installed(desktop, newer)
    assert (home / ".local/lib/nextrep/installation/version").read_text() == "99.0.0\n"
    assert sums(home / ".local/share/NextRep") == profile
    assert rows(desktop) == was
    code, said = started(desktop, installer)
    assert (code, "99.0.0 is newer" in said) == (0, True), said
    assert rows(desktop) == was

    profile = sums(home / ".local/share/NextRep")
    code, said = started(desktop, f"{HOME}/.local/bin/nextrep-uninstall")
    assert code == 0, said
    assert without_profile(home) == before
    assert sums(home / ".local/share/NextRep") == profile
    assert not (home / ".local/lib").exists()
    assert not (home / ".local/bin").exists()

    installed(desktop, installer)
    assert desktop.attempt(PROGRAM, "check", user=PERSON).returncode == 0
    assert rows(desktop) == was
    assert started(desktop, installer, "--uninstall")[0] == 0


@pytest.mark.parametrize("desktop", ["bookworm"], indirect=True)
def test_a_home_folder_with_spaces_and_other_letters(
    desktop: Root, installer: Path, display: Display, repo: Path
) -> None:
    home = "/home/Zoë Ärger 日本 50 %"
    desktop.path(home).mkdir()
    desktop.run("chown", PERSON, home)
    installed(desktop, installer, home=home)
    found = smoke(
        desktop, display, picture_place(repo, "run-odd-home"),
        program=(f"{home}/.local/bin/nextrep",), env={"HOME": home},
    )  # fmt: skip
    assert found["good"]
    code, said = started(desktop, f"{home}/.local/bin/nextrep-uninstall", home=home)
    assert code == 0, said
    assert not desktop.path(f"{home}/.local/lib").exists()


@contextmanager
def mounted(place: Path, *words: str) -> Iterator[None]:
    """Mount something on a folder for a while."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", *words, str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("desktop", ["bookworm"], indirect=True)
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("size=60m", "not enough room"),  # known before
        ("size=400m,nr_inodes=100", "could not be unpacked"),  # the disk said there was room
        ("size=400m,noexec", "may not be run"),
        ("size=400m,ro", "annot be made"),
    ],
)  # fmt: skip
def test_a_home_folder_that_cannot_take_it_is_left_as_it_was(
    desktop: Root, installer: Path, options: str, says: str
) -> None:
    home = desktop.path("/home/small")
    with mounted(home, "-t", "tmpfs", "-o", f"{options},mode=777", "small"):
        code, said = started(desktop, installer, home="/home/small")
        assert (code, says in said) == (1, True), said
        assert not list(home.iterdir())


@pytest.mark.parametrize("desktop", ["bookworm"], indirect=True)
def test_a_damaged_download_is_refused(desktop: Root, installer: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.run"
    cut.write_bytes(installer.read_bytes()[:-1])
    before = sums(desktop.path(HOME))
    code, said = started(desktop, cut)
    assert (code, "damaged or not complete" in said) == (1, True), said
    assert sums(desktop.path(HOME)) == before


@pytest.mark.parametrize("desktop", ["bookworm"], indirect=True)
def test_an_open_window_is_neither_replaced_nor_removed(
    desktop: Root, installer: Path, newer: Path, display: Display
) -> None:
    installed(desktop, installer)
    tree = desktop.path(f"{HOME}/.local/lib/nextrep")
    before = sums(tree)
    env = {"DISPLAY": display.name}
    with ThreadPoolExecutor(1) as beside:
        window = beside.submit(desktop.attempt, PROGRAM, env=env, user=PERSON, network=False)
        try:
            until(lambda: window.done() or display.windows("NextRep"), 60, "the window")
            for script in (newer, f"{HOME}/.local/bin/nextrep-uninstall"):
                code, said = started(desktop, script)
                assert (code, "NextRep is open" in said) == (3, True), said
            assert sums(tree) == before
        finally:
            _end(tree / "nextrep")
        window.result(timeout=60)
    installed(desktop, newer)
    assert started(desktop, installer, "--uninstall")[0] == 0


def _end(program: Path) -> None:
    """End the processes that were started from this one file."""
    for link in Path("/proc").glob("[0-9]*/exe"):
        try:
            found = link.samefile(program)
        except OSError:  # it has ended
            continue
        if found:
            os.kill(int(link.parent.name), signal.SIGTERM)


def test_a_machine_without_a_desktop_hears_what_is_missing(repo: Path, installer: Path) -> None:
    machine = machines.fresh(repo, "bookworm", "run-bare")
    try:
        before = sums(machine.path(HOME))
        code, said = started(machine, installer)
        assert (code, "lacks what a window needs" in said) == (1, True), said
        assert "sudo apt install" in said
        assert "libxkbcommon-x11-0" in said
        assert "libxcb-cursor0" not in said
        assert sums(machine.path(HOME)) == before
        code, said = started(machine, installer, user="root")
        assert (code, "without sudo" in said) == (1, True), said
    finally:
        machine.remove()


def test_a_linux_that_is_too_old_says_so(repo: Path, installer: Path) -> None:
    machine = machines.fresh(repo, "bullseye", "run")
    try:
        before = sums(machine.path(HOME))
        code, said = started(machine, installer)
        assert (code, "too old for NextRep: it has glibc 2.31" in said) == (1, True), said
        assert sums(machine.path(HOME)) == before
    finally:
        machine.remove()
