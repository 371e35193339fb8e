"""A profile gets a passphrase, is locked and unlocked, in a real window with real keys."""

from datetime import datetime
from pathlib import Path

from nextrep.services import vault
from nextrep.storage.store import Store
from tests.e2e.desktop import Display
from tests.e2e.person import Person

GENERAL = "Call the emergency number where you are."
PASSPHRASE = "four quiet plain words"


def protect(person: Person) -> str:
    """Set the passphrase by the keyboard and return the recovery key."""
    person.see("Good", part=True)
    person.keys("ctrl+l")
    person.see("New passphrase", part=True)
    person.program.write(PASSPHRASE)
    person.keys("Tab")
    person.program.write(PASSPHRASE)
    person.keys("Return")
    person.see("I have written it down or printed it", timeout=60)
    key = str(person.see("Recovery key", "LineEdit")["text"])
    person.click("I have written it down or printed it")
    person.click("Close")
    return key


def test_a_first_passphrase_then_lock_and_unlock(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        protect(person)
        person.see("Good", part=True)
        assert not (profile / "nextrep.db").read_bytes().startswith(b"SQLite format 3")
        person.keys("ctrl+l")
        person.see("It opens with your passphrase.", part=True)
        person.keys("F12")
        person.see(GENERAL)
        person.keys("Escape")
        assert person.find("Today", "Button") is None, "the ways to the screens are gone"
        person.program.write("not these words")
        person.keys("Return")
        person.see("This is not the passphrase", part=True)
        person.program.write(PASSPHRASE)
        person.keys("Return")
        person.see("Good", part=True)
        person.keys("alt+F4")
        assert person.program.wait() == 0
    with Person.start(display, profile) as person:
        person.see("It opens with your passphrase.", part=True)
        person.program.write(PASSPHRASE)
        person.keys("Return")
        person.see("Good", part=True)
        person.keys("alt+F4")
        assert person.program.wait() == 0
        assert "Traceback" not in person.program.printed()


def unlock(person: Person) -> None:
    person.see("It opens with your passphrase.", part=True)
    person.write(PASSPHRASE)
    person.keys("Return")


def test_a_session_in_progress_is_on_the_disk_while_it_is_locked_and_goes_on(
    display: Display, tmp_path: Path
) -> None:
    profile, now = tmp_path / "profile", datetime.now().astimezone()
    key = vault.create(profile, PASSPHRASE, now).key
    with Person.start(display, profile) as person:
        unlock(person)
        person.click("Just one set: ten squats")
        person.click("Close")
        person.click("Save Set 1")
        person.see("Set 1 of Bodyweight squat saved", part=True)
        person.keys("ctrl+l")
        person.see("It opens with your passphrase.", part=True)
        assert person.find("Bodyweight squat", part=True) is None
        store = Store(profile, now=now, key=key)
        rows = store.sets.export_rows()
        store.close()
        assert len(rows) == 1
        person.write(PASSPHRASE)
        person.keys("Return")
        person.see("Bodyweight squat", "PageTitle")
        person.see("1 of 1 set", part=True)
