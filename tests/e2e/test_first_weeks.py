"""A new person's whole way, with real keys and clicks, and what is left after a power cut."""

import contextlib
import sqlite3
from pathlib import Path

from tests.e2e.desktop import Display, until
from tests.e2e.person import Person


def rows(profile: Path, sql: str) -> list[tuple[object, ...]]:
    """Read the profile as another program would, while NextRep has it open."""

    def read() -> tuple[list[tuple[object, ...]]] | None:
        try:
            with contextlib.closing(
                sqlite3.connect(f"file:{profile / 'nextrep.db'}?mode=ro", uri=True)
            ) as file:
                return (file.execute(sql).fetchall(),)
        except sqlite3.OperationalError:  # in the middle of being made or written
            return None

    found = until(read, what=f"an answer to {sql}")
    assert found is not None
    return found[0]


def sets(profile: Path) -> int:
    return int(str(rows(profile, "SELECT count(*) FROM workset")[0][0]))


def log_sets(person: Person, profile: Path, count: int) -> None:
    """Take `count` sets as planned: Enter, and look that each is on the disk."""
    for _number in range(count):
        before = sets(profile)
        person.see("Save Set", part=True)
        person.keys("Return")
        person.until(lambda: sets(profile) == before + 1, "the set to be saved")  # noqa: B023 - awaited here


def test_plan_log_check_in_trends_report_then_a_power_cut(display: Display, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with Person.start(display, profile) as person:
        make_a_plan(person, profile)
        log_a_session(person, profile)
        check_in(person, profile)
        look_at_trends(person)
        save_the_report(person, tmp_path / "for-my-clinician.pdf")
        begin_another_session(person, profile)
        person.program.kill()
    done = sets(profile)
    with Person.start(display, profile) as person:
        person.click("Go on with it")
        person.see("Save Set", part=True)
        assert sets(profile) == done
        log_sets(person, profile, 1)
    assert rows(profile, "SELECT state, count(*) FROM session GROUP BY state ORDER BY state") == [
        ("active", 1),
        ("done", 1),
    ]
    assert rows(profile, "PRAGMA integrity_check") == [("ok",)]


def make_a_plan(person: Person, profile: Path) -> None:
    person.click("Make a plan")
    person.click("Make my plan")
    person.until(lambda: rows(profile, "SELECT count(*) FROM program") == [(1,)], "the plan to be made")
    assert rows(profile, "SELECT count(*) > 20 FROM planned") == [(1,)]


def log_a_session(person: Person, profile: Path) -> None:
    person.keys("ctrl+1")
    person.click("Start session")
    person.see("Before you train")
    person.keys("Return")
    person.keys("2")  # how pleasant
    person.keys("4")  # how activated
    felt = "SELECT pleasant_before, activated_before, rated_before_at > 0 FROM session"
    person.until(lambda: rows(profile, felt) == [(2, 4, 1)], "the feelings before to be saved")
    log_sets(person, profile, 6)  # two sets each of three exercises
    exercises = rows(profile, "SELECT count(DISTINCT exercise_id) FROM workset")
    assert exercises == [(3,)]
    person.click("Finish session")
    person.keys("Return")
    person.until(lambda: rows(profile, "SELECT state FROM session") == [("done",)], "the session to end")


def check_in(person: Person, profile: Path) -> None:
    person.keys("ctrl+1")
    person.click("Mood, not answered", kind="")
    person.keys("7")
    person.until(
        lambda: rows(profile, "SELECT measure, value FROM rating") == [("mood", 70)], "the mood to be saved"
    )
    person.keys("ctrl+4")
    person.see("Check-in")


def look_at_trends(person: Person) -> None:
    person.keys("ctrl+5")
    person.see("12 weeks", "Button")
    person.see("Training", part=True)


def save_the_report(person: Person, target: Path) -> None:
    person.keys("ctrl+6")
    person.click("Save PDF")
    person.see("File name:", part=True)
    person.keys("ctrl+a")
    person.write(str(target))
    person.keys("Return")
    person.until(target.exists, "the PDF to be there")
    assert target.read_bytes().startswith(b"%PDF-")


def begin_another_session(person: Person, profile: Path) -> None:
    person.keys("ctrl+3")
    person.click("Start session")
    person.see("Arrive for a minute")
    person.keys("Escape")  # nothing is demanded
    log_sets(person, profile, 2)
