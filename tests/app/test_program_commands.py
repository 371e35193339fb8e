"""A program passed on from the command line: what is written, what is asked, how it exits."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from nextrep.app.main import main
from nextrep.domain.program import Answers
from nextrep.services import program
from nextrep.storage.store import Store
from tests.systems import only_for_owner

START = "2030-01-07"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    now = datetime(2030, 1, 7, 9, tzinfo=UTC)
    store = Store(folder, now=now)
    program.create(store, Answers(), now, weeks=2)
    store.close()
    return folder


def run(profile: Path, *words: object) -> int:
    return main(["--profile", str(profile), *map(str, words)])


def test_a_program_is_passed_on(profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.nextrep"
    assert run(profile, "program", "export", file) == 0
    assert capsys.readouterr().out == "Program written: Mind and Muscle, 4 sessions.\n"
    assert only_for_owner(file)
    friend = tmp_path / "friend"
    assert run(friend, "program", "open", file, "--start", START) == 0
    assert capsys.readouterr().out == "Mind and Muscle begins on Monday 7 January 2030.\n"
    again = tmp_path / "again.nextrep"
    assert run(friend, "program", "export", again) == 0
    assert again.read_text() == file.read_text()


def test_two_programs_do_not_share_days_unasked(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.nextrep"
    run(profile, "program", "export", file)
    assert run(profile, "program", "open", file, "--start", START) == 1
    assert "has sessions on these days. Say --overlap" in capsys.readouterr().err
    assert run(profile, "program", "open", file, "--start", START, "--overlap", "after") == 0
    assert "begins on Monday 21 January 2030" in capsys.readouterr().out


def test_mistakes_are_printed_with_their_lines_and_make_no_profile(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.nextrep"
    run(profile, "program", "export", file)
    text = file.read_text()
    file.write_text(text.replace("Monday", "Moonday", 1).replace("sets: 2", "sets: x", 1))
    friend = tmp_path / "friend"
    assert run(friend, "program", "open", file) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("  line 13, column ")
    assert "“Moonday” is not a weekday" in said[0]
    assert said[-1] == "nextrep: “mine.nextrep” has 2 things to mend; nothing was changed."
    assert not friend.exists()


def test_unknown_exercises_are_named_and_asked_for(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.nextrep"
    run(profile, "program", "export", file)
    text = file.read_text()
    file.write_text(text.replace("Bodyweight squat", "Bodyweigth squat").replace("Dead bug", "Moon bug"))
    friend = tmp_path / "friend"
    assert run(friend, "program", "open", file, "--start", START) == 1
    said = capsys.readouterr().err
    assert "--unknown own" in said
    assert re.search(r"line \d+: Bodyweigth squat \(like Bodyweight squat", said)
    assert "Moon bug" in said
    assert run(friend, "program", "open", file, "--start", START, "--unknown", "own") == 0
    again = tmp_path / "again.nextrep"
    run(friend, "program", "export", again)
    assert "own-exercises:" in again.read_text()


def test_the_plan_goes_into_a_calendar(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.ics"
    assert run(profile, "calendar", file, "--names") == 0
    assert capsys.readouterr().out == "Calendar written: 4 entries.\n"
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert str(events[0]["summary"]) == "Full body A"


def test_without_a_program_it_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = tmp_path / "profile"
    Store(profile, now=datetime(2030, 1, 7, tzinfo=UTC)).close()
    assert run(profile, "program", "export", tmp_path / "x.nextrep") == 1
    assert "no program" in capsys.readouterr().err
    assert run(profile, "calendar", tmp_path / "x.ics") == 1
