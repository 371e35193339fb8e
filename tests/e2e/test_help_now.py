"""Help now with real keys and clicks: on a new profile, from a dialog that blocks the window, and later."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.desktop import Display
from tests.e2e.person import Person

GENERAL = "Call the emergency number where you are."


def test_help_is_one_key_away_from_the_first_minute(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        person.see("Make a plan")  # on Today: the program listens now
        person.keys("F12")
        person.see(GENERAL)
        person.click("Choose a country")
        person.see("Country of the help lines", "ComboBox")
        person.write("Austria")
        person.see("142", "Strong")
        _write_into(person, "My contacts", "Anna 0170 1")
        person.keys("Escape")
        _gone(person, "Country of the help lines")
        person.see("Anna 0170 1")
        person.click("My plan for hard days")
        _write_into(person, "What I can do by myself for a while", "Walk to the river")
        person.keys("Escape")
        _gone(person, "Written on a calmer day, read on a hard one. Every part may stay empty.")
        person.see("Walk to the river", "Body")
        person.keys("Escape")
        _gone(person, GENERAL)
        person.click("Make a plan")  # a dialog that blocks the window
        person.see("Step 1 of 5, Program, here")
        person.program.keys("F12")
        person.see("142", "Strong")
        person.keys("Escape")
        _gone(person, "142")
    with Person.start(display, profile) as person:
        person.see("Make a plan")
        person.click("Help now")
        for words in ("142", "Anna 0170 1", "Walk to the river"):
            person.see(words)


def _write_into(person: Person, name: str, text: str) -> None:
    """Click into a text and write; it is in view where the person clicks."""
    for _step in range(30):
        person._wait_for_new_look()
        if any(seen["focus"] and seen["name"] == name for seen in person.all_seen()):
            break
        person.program.keys("Tab")
    person.write(text)
    person.see(text)


def _gone(person: Person, words: str) -> None:
    person.until(lambda: person.find(words) is None, f"“{words}” to go")
