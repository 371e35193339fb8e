"""The Debian package in bare systems of Debian 12 and 13: installed by apt and used by an ordinary user,
upgraded, set back, purged, installed again. It takes minutes; see machines.py.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.e2e.desktop import Display
from tests.install import machines
from tests.install.machines import PERSON, PROFILE, TRIAL, install, picture_place, put, smoke, sums
from tools.console import MissingHereError
from tools.shipping.roots import Root

pytestmark = TRIAL
TOO_OLD_DEBIAN = "bullseye"
"""Debian 11: its C library is older than what the program needs."""


def assert_nothing_ran(machine: Root) -> None:
    """No maintainer scripts: nothing can touch a home folder when the package comes or goes."""
    kept = {path.name for path in machine.path("/var/lib/dpkg/info").glob("nextrep.*")}
    assert kept == {"nextrep.list", "nextrep.md5sums"}
    assert not machine.run("dpkg", "--verify", "nextrep").strip()


def rows(machine: Root) -> str:
    """What the program exports of ann's profile."""
    machine.run("nextrep", "export", "--format", "csv", f"/home/{PERSON}/a.csv", user=PERSON)
    return machine.path(f"/home/{PERSON}/a.csv").read_text(encoding="utf-8")


def assert_an_older_program_refuses_a_newer_profile(machine: Root) -> None:
    """Who went back to this version after a newer one changed the format is told, and nothing is touched."""
    folder = machine.path(f"/home/{PERSON}/newer")
    words = ("nextrep", "--profile", f"/home/{PERSON}/newer")
    machine.run(*words, "demo", "--weeks", "1", "--seed", "1", user=PERSON)
    with contextlib.closing(sqlite3.connect(folder / "nextrep.db")) as raw:
        raw.execute("PRAGMA user_version = 99")
        raw.commit()
    before = sums(folder)["nextrep.db"]
    ended = machine.attempt(*words, "export", "--format", "csv", f"/home/{PERSON}/no.csv", user=PERSON)
    assert ended.returncode == 1, ended
    assert "newer NextRep" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert sums(folder)["nextrep.db"] == before
    assert not machine.path(f"/home/{PERSON}/no.csv").exists()


def test_a_debian_that_is_too_old_refuses_it_and_says_why(repo: Path, package: Path) -> None:
    try:
        machine = machines.fresh(repo, TOO_OLD_DEBIAN, "trial")
    except MissingHereError as reason:
        pytest.skip(f"LEFT OUT: the mirror has no Debian 11 any more: {reason}")
    try:
        ended = machine.attempt("apt-get", "install", "--yes", put(machine, package))
        print(ended.stdout + ended.stderr)
        assert ended.returncode == 100
        assert "nextrep : Depends: libc6 (>= " in ended.stdout + ended.stderr
        assert not machine.path("/usr/lib/nextrep").exists()
    finally:
        machine.remove()


def test_it_is_installed_used_purged_and_installed_again(
    bare_machine: Root, package: Path, display: Display, repo: Path
) -> None:
    """What every run of the tests does on Debian 12, see tools/quick_trial.py."""
    machine = bare_machine
    print(f"installed in {install(machine, package):.0f} s")
    assert_nothing_ran(machine)
    found = smoke(machine, display, picture_place(repo, machine.folder.name))
    print(found)
    assert found["program"]["frozen"]
    assert found["program"]["platform"] == "xcb"
    machine.run("nextrep", "demo", "--weeks", "2", "--seed", "1", user=PERSON)
    was, kept = rows(machine), sums(machine.path(f"/home/{PERSON}"))
    assert f"{PROFILE.removeprefix(f'/home/{PERSON}/')}/nextrep.db" in kept

    machine.run("apt-get", "-qq", "purge", "--yes", "nextrep")
    assert not machine.path("/usr/lib/nextrep").exists()
    assert not machine.path("/usr/bin/nextrep").is_symlink()
    assert sums(machine.path(f"/home/{PERSON}")) == kept

    install(machine, package)
    assert machine.attempt("nextrep", "check", user=PERSON).returncode == 0
    assert rows(machine) == was


def test_an_upgrade_and_the_way_back_keep_every_row(
    bare_machine: Root, package: Path, newer_package: Path
) -> None:
    machine = bare_machine
    install(machine, package)
    machine.run("nextrep", "demo", "--weeks", "2", "--seed", "1", user=PERSON)
    before, was = sums(machine.path(PROFILE)), rows(machine)

    print(f"upgraded in {install(machine, newer_package):.0f} s")
    assert "99.0.0" in machine.run("dpkg-query", "--show", "nextrep")
    assert sums(machine.path(PROFILE)).keys() >= before.keys()
    assert rows(machine) == was

    machine.run("apt-get", "-qq", "install", "--yes", "--allow-downgrades", f"/root/{package.name}")
    assert "99.0.0" not in machine.run("dpkg-query", "--show", "nextrep")
    assert_nothing_ran(machine)
    assert rows(machine) == was
    assert_an_older_program_refuses_a_newer_profile(machine)
