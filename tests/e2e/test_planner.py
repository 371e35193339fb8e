"""The planner with a real keyboard and mouse: made with keys alone, dragged, undone, printed."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pikepdf

from tests.e2e.desktop import Display, until
from tests.e2e.person import Person, Seen
from tests.e2e.test_first_weeks import rows

OPEN = "SELECT day, title, id FROM planned WHERE removed = 0 AND skipped IS NULL ORDER BY day, id"


def days(profile: Path) -> list[int]:
    return [int(str(row[0])) for row in rows(profile, OPEN)]


def cell(person: Person, day: int) -> Seen:
    """Return a day of the calendar, once it stands still."""
    on = date.fromordinal(day)
    words = on.strftime(f"%A {on.day} %B")

    def still() -> Seen | None:
        before = person.see(words, "Cell", part=True)
        person._wait_for_new_look()
        after = person.find(words, "Cell", part=True)
        return after if after and after == before else None

    found = until(still, what=f"“{words}” to stand still")
    assert found is not None
    return found


def tab_to(person: Person, words: str) -> None:
    """Go from control to control until one that begins with these words has the keyboard."""
    for _step in range(60):
        person._wait_for_new_look()
        if any(seen["focus"] and str(seen["name"]).startswith(words) for seen in person.all_seen()):
            return
        person.keys("Tab")
    raise AssertionError(f"{words} cannot be reached with Tab")


def make_a_plan(person: Person, profile: Path) -> None:
    """Make a plan with the keyboard; every question has an answer already."""
    person.see("Make a plan")  # on Today: the program listens now
    person.keys("ctrl+2")
    person.see("No plan yet")
    tab_to(person, "Make a plan")
    person.keys("space")
    person.see("Cancel", "Button")
    person.keys("ctrl+Return")
    person.until(lambda: len(days(profile)) > 20, "the plan to be made")


def drag(person: Person, start: Seen, end: Seen, *, escape: bool = False) -> None:
    """Take what is in the upper part of a day and put it into another; or think better of it."""
    tool = person.program.display.xdotool

    def to(x: int, y: int) -> None:
        tool("mousemove", "--sync", str(x), str(y))
        time.sleep(0.02)  # a hand has no steps of no length; Qt drops moves that come in one go

    x, y = start["x"] + start["width"] // 2, start["y"] + min(24, start["height"] // 2)
    goal_x, goal_y = end["x"] + end["width"] // 2, end["y"] + end["height"] // 2
    to(x, y)
    tool("mousedown", "1")
    for step in range(1, 11):
        to(x + (goal_x - x) * step // 10, y + (goal_y - y) * step // 10)
    if escape:
        tool("key", "Escape")  # without clearing modifiers, which would let go of the mouse too
        person._wait_for_new_look()
    tool("mouseup", "1")


def print_sheet(person: Person, target: Path) -> None:
    """Print the log sheet of the week to a file, through the system's own dialog."""
    person.click("Print sheet")
    person.see("2 sessions on 1 page")
    person.click("Print…")
    person.see("Options", "Button", part=True)
    # The last printer is always the file; real ones may stand before it.
    person.keys("End", "alt+f", "ctrl+a")
    person.write(str(target))
    person.see(str(target), "LineEdit")
    person.click("Print")
    person.see(f"1 page printed to {target}.")
    assert len(pikepdf.open(target).pages) == 1
    person.keys("Escape")


def test_a_plan_is_made_and_changed_with_the_keyboard_alone(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        make_a_plan(person, profile)
        first, second, third = days(profile)[:3]
        person.until(lambda: bool(cell(person, first)), "the calendar")
        # M and Enter move the session to the first day offered.
        person.keys("m")
        person.see(f"Move {rows(profile, OPEN)[0][1]} to", "Menu", part=True)
        person.keys("Return")
        person.until(lambda: days(profile)[0] != first, "the session to be moved")
        person.keys("ctrl+z")
        person.until(lambda: days(profile)[0] == first, "the move to be undone")
        # K and Enter leave it out without a reason, K takes it in again.
        person.keys("k")
        person.see("Leave", "Menu", part=True)
        person.keys("Return")
        person.until(lambda: days(profile)[0] == second, "the session to be left out")
        person.keys("k")
        person.until(lambda: days(profile)[0] == first, "the session to be taken in again")
        # N adds a session like this one on the day beside.
        person.keys("Right", "n")
        person.see("Add a session")
        person.keys("Return")
        person.until(lambda: days(profile)[:3] == [first, first + 1, second], "the session to be added")
        # An exercise is changed in its editor.
        number = rows(profile, OPEN)[0][2]
        sets = f"SELECT sets FROM planned_exercise WHERE planned_id = {number} AND position = 0"
        before = rows(profile, sets)
        person.keys("Left")
        tab_to(person, "Bodyweight squat, ")
        person.keys("Return")
        person.see("How much")
        person.keys("5", "Tab", "Tab", "Tab", "Return")
        person.until(lambda: rows(profile, sets) == [(5,)], "the sets to be changed")
        person.keys("ctrl+z")
        person.until(lambda: rows(profile, sets) == before, "the change to be undone")
        assert third in days(profile)


def test_a_session_is_dragged_and_undone_and_the_week_printed(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        make_a_plan(person, profile)
        first = days(profile)[0]
        drag(person, cell(person, first), cell(person, first + 1))
        person.until(lambda: days(profile)[0] == first + 1, "the session to be dragged")
        person.keys("ctrl+z")
        person.until(lambda: days(profile)[0] == first, "the drag to be undone")
        person.click("Week")
        person.see("Week 1", part=True)
        drag(person, cell(person, first), cell(person, first + 1))
        person.until(lambda: days(profile)[0] == first + 1, "the session to be dragged in the week")
        person.keys("ctrl+z")
        person.until(lambda: days(profile)[0] == first, "that to be undone")
        drag(person, cell(person, first), cell(person, first + 1), escape=True)
        person._wait_for_new_look()
        assert days(profile)[0] == first
        print_sheet(person, tmp_path / "sheet.pdf")
    assert rows(profile, "PRAGMA integrity_check") == [("ok",)]
