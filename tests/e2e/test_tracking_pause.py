"""Pausing all tracking with real keys and clicks, over a restart."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.desktop import Display
from tests.e2e.person import Person

GO_ON = "Go on with tracking"


def test_a_pause_outlives_the_program_and_ends_with_one_click(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        person.click("Pause tracking")
        person.keys("Return")  # the first entry of the menu: until I go on
        person.see(GO_ON)
        assert person.find("Mood") is None
    with Person.start(display, profile) as person:
        person.click(GO_ON)
        person.see("Mood")
        assert person.find(GO_ON) is None
