"""dev.py: makes an environment once, mends a half-made one, asks the system only for what is missing."""

from __future__ import annotations

import ast
import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev
from tools import debian, environment
from tools.console import SetupError
from tools.environment import Environment, Lock

LOCK_TEXT = """\
alpha==1.0 \\
    --hash=sha256:00
beta-tools==2.0 ; sys_platform == 'win32' \\
    --hash=sha256:11 \\
    --hash=sha256:22
gamma==3.0 \\
    --hash=sha256:33
"""


class FakePython:
    """Stands in for the programs that an environment is made with, and remembers what was asked of them."""

    def __init__(self, home: Path) -> None:
        self.asked: list[str] = []
        self.fails = False
        self._packages = home / (
            "Lib/site-packages" if environment.WINDOWS else f"lib/python3.{sys.version_info[1]}/site-packages"
        )
        self._python = home / ("Scripts/python.exe" if environment.WINDOWS else "bin/python")

    def call(self, *command: object, **_options: object) -> int:
        words = [str(word) for word in command]
        if "venv" in words:
            self.asked.append("venv")
            self._packages.mkdir(parents=True)
            self._python.parent.mkdir(parents=True, exist_ok=True)
            self._python.touch()
        elif "install" in words:
            self.asked.append("install")
            for name in Lock.read(Path(words[words.index("-r") + 1])).pins:
                (self._packages / name).mkdir(exist_ok=True)
            return int(self.fails)
        return 0


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePython:
    python = FakePython(tmp_path / ".venv")
    monkeypatch.setattr(environment, "call", python.call)
    return python


@pytest.fixture
def lock() -> Lock:
    return Lock("requirements.txt", LOCK_TEXT)


def test_the_second_time_nothing_is_done(tmp_path: Path, fake: FakePython, lock: Lock) -> None:
    Environment(tmp_path / ".venv").ensure(lock)
    assert fake.asked == ["venv", "install"]
    Environment(tmp_path / ".venv").ensure(lock)
    assert fake.asked == ["venv", "install"]
    assert Environment(tmp_path / ".venv").is_ready(lock)


def test_more_packages_go_on_top_of_what_is_there(tmp_path: Path, fake: FakePython, lock: Lock) -> None:
    more = Lock("requirements-dev.txt", LOCK_TEXT + "delta==4.0 \\\n    --hash=sha256:44\n")
    Environment(tmp_path / ".venv").ensure(lock)
    Environment(tmp_path / ".venv").ensure(more)
    assert fake.asked == ["venv", "install", "install"]
    assert Environment(tmp_path / ".venv").is_ready(lock)


def _remove_interpreter(home: Path) -> None:
    Environment(home).python.unlink()


def _remove_package(home: Path) -> None:
    next(home.rglob("beta-tools")).rmdir()


def _spoil_stamp(home: Path) -> None:
    (home / "nextrep-stamp.json").write_text("{", encoding="utf-8")


def _other_python(home: Path) -> None:
    stamp = home / "nextrep-stamp.json"
    told = json.loads(stamp.read_text(encoding="utf-8"))
    stamp.write_text(json.dumps({**told, "base": "3.10"}), encoding="utf-8")


@pytest.mark.parametrize("damage", [_remove_interpreter, _remove_package, _spoil_stamp, _other_python])
def test_a_damaged_environment_is_made_anew(
    tmp_path: Path, fake: FakePython, lock: Lock, damage: Callable[[Path], None]
) -> None:
    Environment(tmp_path / ".venv").ensure(lock)
    damage(tmp_path / ".venv")
    Environment(tmp_path / ".venv").ensure(lock)
    assert fake.asked == ["venv", "install"] * 2


def test_an_interrupted_installation_is_not_taken_for_a_whole_one(
    tmp_path: Path, fake: FakePython, lock: Lock
) -> None:
    fake.fails = True
    with pytest.raises(SetupError, match="could not be installed"):
        Environment(tmp_path / ".venv").ensure(lock)
    fake.fails = False
    Environment(tmp_path / ".venv").ensure(lock)
    assert fake.asked == ["venv", "install"] * 2


def test_a_changed_lock_starts_from_nothing(tmp_path: Path, fake: FakePython, lock: Lock) -> None:
    Environment(tmp_path / ".venv").ensure(lock)
    Environment(tmp_path / ".venv").ensure(lock.without(lock.name, {"gamma"}))
    assert not list((tmp_path / ".venv").rglob("gamma"))


def test_packages_leave_a_lock_with_their_hashes(lock: Lock) -> None:
    left = lock.without("core.txt", {"beta-tools", "gamma"})
    assert left.text == "alpha==1.0 \\\n    --hash=sha256:00\n"


class FakeApt:
    """apt-get and apt-cache as small scripts that know the packages they are told of."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "apt.log"
        self.log.touch()
        self._known = folder / "known"
        self._write(folder / "apt-get", f'echo "$@" >> "{self.log}"; [ ! -e "{folder}/broken" ]')
        self._write(folder / "apt-cache", f'for last; do :; done; grep -qx -- "$last" "{self._known}"')
        self.knows()

    def knows(self, *packages: str) -> None:
        self._known.write_text("\n".join(packages), encoding="utf-8")

    @property
    def calls(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines()

    def _write(self, path: Path, body: str) -> None:
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeApt:
    if sys.platform == "win32":
        pytest.skip("apt-get is Debian's")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setattr(debian.os, "geteuid", lambda: 0)
    monkeypatch.setattr(debian, "_have_lists", lambda: True)
    return FakeApt(folder)


def _needs_glib(apt: FakeApt) -> Callable[[], debian.Needs]:
    """Glib is missing until apt-get was asked to install something."""
    name = "libglib-2.0.so.0"
    return lambda: {} if any("install" in call for call in apt.calls) else {name: debian.QT_LIBRARIES[name]}


@pytest.mark.parametrize("name", ["libglib2.0-0", "libglib2.0-0t64"])
def test_the_package_is_asked_for_by_the_name_that_this_release_uses(apt: FakeApt, name: str) -> None:
    apt.knows(name)
    debian.install(_needs_glib(apt))
    assert apt.calls == [f"--quiet install --yes --no-install-recommends {name}"]


def test_package_lists_are_fetched_only_when_they_are_missing(
    apt: FakeApt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(debian, "_have_lists", lambda: False)
    apt.knows("libglib2.0-0")
    debian.install(_needs_glib(apt))
    assert [call.split()[1] for call in apt.calls] == ["update", "install"]


def test_nothing_missing_means_that_apt_is_left_alone(apt: FakeApt) -> None:
    debian.install(dict)
    assert apt.calls == []


def test_when_it_cannot_install_it_says_the_exact_command(apt: FakeApt, tmp_path: Path) -> None:
    (tmp_path / "bin" / "broken").touch()
    apt.knows("qpdf")
    with pytest.raises(SetupError) as told:
        debian.install(lambda: {"qpdf": ["qpdf"]})
    assert "apt-get install --no-install-recommends qpdf" in str(told.value)


def test_an_old_python_gets_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["run"]) == 1
    assert f"needs Python 99.0 or newer; this is {sys.version.split()[0]}" in capsys.readouterr().err


def test_an_old_python_can_read_far_enough_to_say_so(repo: Path) -> None:
    ast.parse((repo / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_unknown_word_shows_the_commands_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    assert "open NextRep" in capsys.readouterr().err
