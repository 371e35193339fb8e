"""Profiles that cannot be opened are explained in a dialog, and never touched."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nextrep.app import clock
from nextrep.services import upkeep, vault
from nextrep.services.vault import ProfileKey
from nextrep.storage.database import MAP_FILE
from nextrep.storage.lock import ProfileLock
from tests.e2e.desktop import Display, until
from tests.e2e.person import Person
from tests.services.test_kept_profiles import unpacked


def make_profile(display: Display, profile: Path) -> None:
    with Person.start(display, profile) as person:
        person.see("Good", part=True)
        person.keys("alt+F4")
        assert person.program.wait() == 0


def refused(display: Display, profile: Path, words: str, title: str = "^NextRep$") -> None:
    """The dialog says what is wrong; closing it ends the program with 1."""
    with Person.start(display, profile, title) as person:
        person.see(words, part=True)
        person.click("Close")
        assert person.program.wait() == 1
        assert "Traceback" not in person.program.printed()


def test_a_profile_that_a_command_has_open_is_refused(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    upkeep.open_profile(profile, clock.now()).close()
    with ProfileLock(profile, clock.now()):
        refused(display, profile, "open in another NextRep window")


def saved_by_a_newer_one(profile: Path, key: ProfileKey | None = None) -> bytes:
    """What NextRep 9.8.7 would leave; returns the bytes of its file."""
    opened = upkeep.open_profile(profile, clock.now(), key=key)
    opened.store._database.execute_sql("PRAGMA user_version = 99")
    opened.close()
    known = {"file": 0, "roots": {}, "program": "9.8.7", "format": 99}
    (profile / MAP_FILE).write_text(json.dumps(known), encoding="utf-8")
    return (profile / "nextrep.db").read_bytes()


def test_a_newer_profile_is_refused_and_the_newer_version_named(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    before = saved_by_a_newer_one(profile)
    refused(display, profile, "saved by NextRep 9.8.7, a newer version than this one")
    told = subprocess.run(
        [sys.executable, "-m", "nextrep", "--profile", str(profile), "check"],
        env=display.env(), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert told.returncode == 1
    assert "NextRep 9.8.7" in told.stderr
    assert "Nothing was changed. Install the newer version over this one" in told.stderr
    assert (profile / "nextrep.db").read_bytes() == before


def test_a_newer_encrypted_profile_is_refused_once_it_is_unlocked(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    key = vault.create(profile, "four quiet plain words", clock.now()).key
    before = saved_by_a_newer_one(profile, key)
    with Person.start(display, profile) as person:
        person.see("It opens with your passphrase.", part=True)
        person.write("four quiet plain words")
        person.keys("Return")
        person.see("saved by NextRep 9.8.7, a newer version than this one", part=True)
        person.click("Close")
        assert person.program.wait() == 1
    assert (profile / "nextrep.db").read_bytes() == before


@pytest.mark.parametrize("passphrase", ["", "four quiet plain words"])
def test_an_older_profile_comes_along_after_a_backup_that_is_named_once(
    display: Display, tmp_path: Path, passphrase: str
) -> None:
    profile = tmp_path / "profile"
    unpacked(5, profile)
    if passphrase:
        vault.encrypt(profile, passphrase, clock.now()).key.wipe()
    with Person.start(display, profile) as person:
        if passphrase:
            person.see("It opens with your passphrase.", part=True)
            person.write(passphrase)
            person.keys("Return")
        person.see("your record came along. The backup from before: backups/", part=True)
        person.keys("alt+F4")
        assert person.program.wait() == 0
    assert list((profile / "backups").glob("*.nextrep-backup"))
    with Person.start(display, profile) as person:
        if passphrase:
            person.see("It opens with your passphrase.", part=True)
            person.write(passphrase)
            person.keys("Return")
        person.see("Everything stays on this computer", part=True)


def test_a_damaged_profile_can_be_left_as_it_is(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / "nextrep.db").write_bytes(b"scrambled" * 4000)
    with Person.start(display, profile) as person:
        person.see("Part of this profile cannot be read")
        person.see("Nothing in the file can be read any more", part=True)
        person.see("There is no backup of this profile here", part=True)
        person.click("Leave everything as it is, and close")
        assert person.program.wait() == 1
        assert "Traceback" not in person.program.printed()
    assert (profile / "nextrep.db").read_bytes() == b"scrambled" * 4000


def test_a_damaged_profile_goes_on_with_what_was_recovered(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    make_profile(display, profile)
    content = bytearray((profile / "nextrep.db").read_bytes())
    content[20:60] = b"\xff" * 40
    (profile / "nextrep.db").write_bytes(content)
    with Person.start(display, profile) as person:
        person.click("Go on with what was recovered")
        person.see("Good", part=True)
        person.keys("alt+F4")
        assert person.program.wait() == 0
    assert [file.read_bytes() for file in profile.glob("kept/damaged-*/nextrep.db")] == [bytes(content)]


def test_a_file_in_place_of_the_folder_is_refused(display: Display, tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a letter")
    refused(display, tmp_path / "profile", "is a file", title="is a file")
    assert (tmp_path / "profile").read_text() == "a letter"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_program_opens_no_network_socket(display: Display, tmp_path: Path) -> None:
    with Person.start(display, tmp_path / "profile") as person:
        for key in ("ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6"):
            person.keys(key)
        until(lambda: person.find("Save PDF"), what="the report")
        sockets = Path(f"/proc/{person.program.process.pid}/net")
        own = {
            link.readlink().name
            for link in Path(f"/proc/{person.program.process.pid}/fd").iterdir()
            if link.is_symlink() and link.readlink().name.startswith("socket:")
        }
        network = {
            f"socket:[{line.split()[9]}]"
            for kind in ("tcp", "tcp6", "udp", "udp6")
            for line in (sockets / kind).read_text().splitlines()[1:]
        }
        assert not own & network


def test_nothing_is_written_outside_the_profile_and_what_was_saved(display: Display, tmp_path: Path) -> None:
    with Person.start(display, tmp_path / "profile") as person:
        person.click("Mood, not answered", kind="")
        person.keys("7")
        person.keys("ctrl+6")
        person.click("Save PDF")
        person.see("File name:", part=True)
        person.keys("ctrl+a")
        person.write(str(tmp_path / "mine.pdf"))
        person.keys("Return")
        person.until((tmp_path / "mine.pdf").exists, "the PDF to be there")
        person.keys("alt+F4")
        assert person.program.wait() == 0
    written = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    outside = {path for path in written if path.parts[0] not in ("profile", "mine.pdf")}
    assert {path.suffixes[-1] for path in outside if path.name.startswith("profile.")} == {".txt", ".json"}
    assert all(path.name.startswith("profile.") for path in outside)  # what the test itself writes
