"""Backups with real keys and clicks: made on closing, made after a kill, opened on a new computer."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.e2e.desktop import Display
from tests.e2e.person import Person


def backups_of(profile: Path) -> list[Path]:
    return sorted((profile / "backups").glob("NextRep *.nextrep-backup"))


def moods(profile: Path) -> list[tuple[int]]:
    """Read what is on the disk, beside the running program."""
    with closing(sqlite3.connect(f"file:{profile / 'nextrep.db'}?mode=ro", uri=True)) as raw:
        return raw.execute("SELECT value FROM rating").fetchall()


def test_a_backup_is_made_on_closing_and_opens_on_a_new_computer(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        person.see("Mood, not answered", "RatingTrack")
        person.keys("ctrl+h", "7")
        person.see("Mood, 7 of 10", "RatingTrack")
        person.keys("alt+F4")
        assert person.program.wait() == 0
    [file] = backups_of(profile)
    new = tmp_path / "new"
    new.mkdir()
    with Person.start(display, new / "profile") as person:
        person.click("Open a backup…")
        person.click("Another file…")
        person.see("File name:")
        person.write(str(file))
        person.keys("Return")
        person.see("1 day with a check-in", part=True)
        person.click("Put this one back")
        person.see("Mood, 7 of 10", "RatingTrack")
        person.program.wait_for_window("^NextRep$")
        person.keys("alt+F4")
        assert person.program.wait() == 0
        assert person.program.printed() == ""
    assert [one.name for one in (new / "profile" / "kept").glob("*/nextrep.db")] == ["nextrep.db"]


def test_after_a_kill_the_next_start_makes_the_backup(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        person.see("Mood, not answered", "RatingTrack")
        person.keys("ctrl+h", "7")
        person.see("Mood, 7 of 10", "RatingTrack")
        person.until(lambda: moods(profile) == [(70,)], "the mood to be kept")
        person.program.kill()
    assert backups_of(profile) == []
    with Person.start(display, profile) as person:
        person.see("Mood, 7 of 10", "RatingTrack")
        person.until(lambda: backups_of(profile), "the backup to be there")
