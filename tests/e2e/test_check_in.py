"""A whole check-in with real keys: at most twelve once the window is there, and none of them to save it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.e2e.desktop import Display
from tests.e2e.person import Person

FIRST_DAY = ("ctrl+h", "7", "Tab", "3", "Tab", "4", "Tab", "6", "Tab", "5", "Tab", "8")
"""All six: on the first day the weekly ones are asked too."""
LATER = ("ctrl+h", "2", "Tab", "9")
MOMENT = ("ctrl+shift+h", "4")
MOST_KEYS = 12


def _kept(profile: Path, sql: str) -> list[tuple[object, ...]]:
    """Read what is on the disk, beside the running program."""
    raw = sqlite3.connect(f"file:{profile / 'nextrep.db'}?mode=ro", uri=True)
    try:
        return raw.execute(sql).fetchall()
    finally:
        raw.close()


def test_a_check_in_takes_at_most_twelve_keys_and_outlives_the_program(
    display: Display, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    whole = "SELECT measure, value FROM rating ORDER BY measure"
    assert max(map(len, (FIRST_DAY, LATER, MOMENT))) <= MOST_KEYS
    with Person.start(display, profile) as person:
        person.see("Mood, not answered", "RatingTrack")
        person.keys(*FIRST_DAY)
        expected = [
            ("anxiety", 30), ("clarity", 80), ("confidence", 50), ("energy", 60), ("mood", 70), ("stress", 40)
        ]  # fmt: skip
        person.until(lambda: _kept(profile, whole) == expected, "all six to be kept")
        person.program.kill()
    with Person.start(display, profile) as person:
        person.see("Mood, 7 of 10", "RatingTrack")
        person.keys(*LATER)
        person.until(lambda: ("anxiety", 90) in _kept(profile, whole), "two to be changed")
        assert ("mood", 20) in _kept(profile, whole)
        person.keys(*MOMENT)
        moment = "SELECT measure, value FROM moment_rating"
        person.until(lambda: _kept(profile, moment) == [("mood", 40)], "the moment to be kept")
        person.keys("ctrl+z")
        person.until(lambda: _kept(profile, moment) == [], "the moment to be taken back")
        assert ("mood", 20) in _kept(profile, whole)


def test_what_is_asked_is_put_in_order_with_the_mouse(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        person.see("Mood, not answered", "RatingTrack")
        person.keys("ctrl+comma")
        title = person.see("Reminders", "CardTitle")
        mouse = person.program.display.xdotool
        mouse("mousemove", str(title["x"]), str(title["y"]), "click", "--repeat", "12", "5")  # the wheel
        person.click("What to ask…")
        rows = person.see("What is asked, in order", "AskList")
        x, row = rows["x"] + 80, 36

        def middle(number: int) -> int:
            return int(rows["y"]) + row * number + row // 2

        mouse("mousemove", str(x), str(middle(3)), "mousedown", "1")
        for step in range(middle(3), middle(0) - row // 2 - 1, -4):
            mouse("mousemove", "--sync", str(x), str(step))
        mouse("mouseup", "1")
        person.until(
            lambda: any("energy" in str(value) for (value,) in _kept(profile, _ASKED)), "the order to be kept"
        )
        [(kept,)] = _kept(profile, _ASKED)
        order = [key for key, _rhythm in json.loads(json.loads(str(kept)))]
        assert order == ["energy", "mood", "anxiety", "stress", "confidence", "clarity"]


_ASKED = "SELECT value FROM setting WHERE key = 'asked'"
