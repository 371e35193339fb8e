"""A profile gets a passphrase, is locked and unlocked, in a real window with real keys."""

from pathlib import Path

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
