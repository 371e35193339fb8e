"""A second start on a profile reaches the window that is open, in a real window with real keys."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nextrep.app import clock
from nextrep.services import vault
from tests.e2e.desktop import Display, until
from tests.e2e.person import Person
from tests.e2e.test_program_file import FILE

PASSPHRASE = "four quiet plain words"


def start_again(display: Display, profile: Path, *words: str) -> int:
    """Start the program once more, as a file manager does, and return how it ended."""
    command = [sys.executable, "-m", "nextrep", "--profile", str(profile), *words]
    done = subprocess.run(command, env=display.env(), capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("", "")
    return done.returncode


def window_of(display: Display, person: Person) -> str:
    pid = str(person.program.process.pid)
    found = display.xdotool("search", "--all", "--onlyvisible", "--pid", pid, "--name", "^NextRep$").split()
    assert len(found) == 1
    return found[0]


def test_it_comes_to_the_front_and_shows_the_program_of_the_file(display: Display, tmp_path: Path) -> None:
    file = tmp_path / "Zwei T\u00e4ge.nextrep"
    file.write_text(FILE, encoding="utf-8")
    profile = tmp_path / "mine" / "profile"
    profile.parent.mkdir()
    with Person.start(display, profile) as first, Person.start(display, tmp_path / "hers") as other:
        first.see("Good", part=True)
        other.see("Good", part=True)
        other.program.window = window_of(display, other)  # both have the same title
        until(other.program.has_keyboard, what="the other window in front")
        assert start_again(display, profile) == 0
        until(first.program.has_keyboard, what="the first window in front")
        assert first.find("Open a program") is None
        other.program.activate()
        assert start_again(display, profile, str(file)) == 0
        first.see("Two days", part=True)
        until(first.program.has_keyboard, what="the first window in front")
        assert other.find("Two days", part=True) is None
        assert len(display.windows("^NextRep$")) == 2


def test_while_it_is_locked_the_file_waits(display: Display, tmp_path: Path) -> None:
    file = tmp_path / "two.nextrep"
    file.write_text(FILE, encoding="utf-8")
    profile = tmp_path / "profile"
    vault.create(profile, PASSPHRASE, clock.now()).key.wipe()
    with Person.start(display, profile) as person:
        person.see("It opens with your passphrase.", part=True)
        assert start_again(display, profile, str(file)) == 0
        person.see("It opens with your passphrase.", part=True)
        assert person.find("Two days", part=True) is None
        person.write(PASSPHRASE)
        person.keys("Return")
        person.see("Two days", part=True)
