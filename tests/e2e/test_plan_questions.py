"""The questions that make a plan, answered with the keyboard alone."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.desktop import Display
from tests.e2e.person import Person
from tests.e2e.test_first_weeks import rows


def tab_to(person: Person, words: str) -> None:
    """Go from control to control until one with these words has the keyboard."""
    for _step in range(40):
        person._wait_for_new_look()
        if any(seen["focus"] and seen["name"] == words for seen in person.all_seen()):
            return
        person.keys("Tab")
    raise AssertionError(f"{words} cannot be reached with Tab")


def test_every_step_is_answered_by_keyboard(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        person.see("Make a plan")  # on Today: the program listens now
        person.keys("ctrl+2")
        person.see("No plan yet")
        tab_to(person, "Make a plan")
        person.keys("space")
        person.see("Step 1 of 5, Program, here")
        person.keys("Return")  # Mind and Muscle stays
        person.see("Step 2 of 5, Days and times, here")
        tab_to(person, "Tuesday")
        person.keys("space")
        tab_to(person, "Time on Tuesday")
        person.write("1830")
        tab_to(person, "Quiet hours from")
        person.write("22")
        person.keys("Return")  # one time alone is asked about, and the keyboard is there
        person.see("Write both times, or leave both empty.")
        person.write("6:30")
        person.keys("Return")
        person.see("Step 3 of 5, Minutes and place, here")
        person.keys("Up")
        tab_to(person, "At home")
        person.keys("space")
        tab_to(person, "Nothing")
        person.keys("Right", "Right", "Return")  # one of many: the arrows choose
        person.see("Step 4 of 5, Experience and limits, here")
        tab_to(person, "Knee")
        person.keys("space")
        tab_to(person, "Exercise to leave out")
        person.write("goblet sq")
        person.see("Exercises found", part=True)
        person.keys("Return")
        person.see("Goblet squat is left out; let it in again")
        person.keys("alt+Left")
        person.see("Step 3 of 5, Minutes and place, here")
        person.keys("alt+Right", "alt+Right")
        person.see("This would be your plan")
        person.keys("ctrl+Return")
        person.until(lambda: rows(profile, "SELECT count(*) FROM program") == [(1,)], "the plan")
        answers = json.loads(str(rows(profile, "SELECT answers FROM program")[0][0]))
    assert answers["weekdays"] == [0, 1, 2, 4]
    assert answers["times"] == [[1, 18 * 60 + 30]]
    assert answers["quiet"] == [22 * 60, 6 * 60 + 30]
    assert (answers["minutes"], answers["place"], answers["equipment"]) == (45, "home", ["dumbbell"])
    assert (answers["sore"], answers["without"]) == (["knee"], ["goblet_squat"])
