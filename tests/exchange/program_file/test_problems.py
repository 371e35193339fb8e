"""A bad file: every mistake with its line, in words, several at once, and never anything else than that."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import Cancelled, UserError
from nextrep.domain.shared_program import ProgramFileError, problem_count
from nextrep.exchange.program_file.reading import MAX_BYTES, read_program, read_program_file
from nextrep.exchange.program_file.writing import program_text
from tests.exchange.program_file.programs import programs

GOOD = """\
nextrep-program: 1
title: Two days
weeks: 8
phases:
  - phase: Base
    weeks:
      - week: 1-4
        sessions:
          - session: Full body A
            day: Monday
            time: 18:30
            exercises:
              - exercise: Goblet squat
                sets: 3
                reps: 8-12
                effort: RIR 2-3
                rest: 90 s
                load: 16 kg
                progression:
                  rule: double
                  misses: 3
              - exercise: Plank
                sets: 2
                time: 30 s
"""
SOME = settings(
    max_examples=120,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)


def problems(text: str | bytes) -> list[tuple[int, str]]:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ProgramFileError) as caught:
        read_program(data, "my.nextrep")
    assert "my.nextrep" in str(caught.value)
    return [(problem.line, problem.text) for problem in caught.value.problems]


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_the_good_file_is_good() -> None:
    found = read_program(GOOD.encode(), "my.nextrep")
    assert len(found.program.sessions) == 4
    assert found.lines == {"Goblet squat": 13, "Plank": 22}


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("sets: 3", "sets: three", 14, "“three” is not a whole number from 1 to 50"),
        ("sets: 3", "sets: 51", 14, "“51” is not a whole number from 1 to 50"),
        ("sets: 3", "sets: -3", 14, "whole number"),
        ("sets: 3", "sets: ٣", 14, "whole number"),
        ("reps: 8-12", "reps: 12-8", 15, "upside down"),
        ("reps: 8-12", "reps: 1000", 15, "outside 0 to 999"),
        ("reps: 8-12", "reps: 0", 15, "Reps go from 1"),
        ("reps: 8-12", "repps: 8-12", 15, "Is “reps” meant?"),
        ("RIR 2-3", "hard", 16, "“hard” is not an effort like RIR 2-3"),
        ("RIR 2-3", "RPE 11", 16, "outside 0 to 10"),
        ("rest: 90 s", "rest: 2 h", 17, "outside 0 s to 1 h"),
        ("rest: 90 s", "rest: [1, 2]", 17, "“rest” is a single value"),
        ("16 kg", "16", 18, "“16” is not a load like 16 kg"),
        ("16 kg", "1600 kg", 18, "Weight goes up to 1000 kg"),
        ("16 kg", "0 % of e1RM", 18, "outside 0.1 % to 150 %"),
        ("16 kg", "percent of e1RM", 18, "Say how many percent"),
        ("rule: double", "rule: doubble", 20, "“doubble” is none of: none, double"),
        ("misses: 3", "misses: 9", 21, "1 to 6"),
        ("misses: 3", "step: 0 kg", 20, "A step is more than nothing"),
        ("time: 30 s", "superset: A", 22, "Say how many reps, how long or how far"),
        ("day: Monday", "day: Moonday", 10, "“Moonday” is not a weekday"),
        ("day: Monday", "note: x", 9, "“day” is missing here, such as “day: Monday”"),
        ("18:30", "25:00", 11, "not a time of day"),
        ("week: 1-4", "week: 1-2000", 7, "are not weeks from 1 to 104"),
        ("week: 1-4", "week: 4-1", 7, "are not weeks"),
        ("week: 1-4", "week: 1-4, 3", 7, "names a week twice"),
        ("week: 1-4", "week: 7-9", 3, "8 weeks, and there is a session in week 9"),
        ("weeks: 8", "weeks: 0", 3, "1 to 104"),
        ("title: Two days", "titel: Two days", 2, "Is “title” meant?"),
        ("title: Two days", "title: Two days\ntitle: Three", 3, "“title” is here twice"),
        ("title: Two days", "title: " + "x" * 200, 2, "This text has 200 characters; 120 is the most"),
        ("- exercise: Plank", "- &p Plank", 22, "Names with & and * are not used"),
        ("- exercise: Plank", "- *p", 22, "Names with & and * are not used"),
        ("Plank", "!!python/object:os.system Plank", 22, "Marks with ! are not used"),
        ("- exercise: Plank", "- ? [a]\n                : b", 22, "a word with a colon is needed"),
        ("    sets: 2", "\tsets: 2", 23, "Indent with blanks"),
        ("Goblet squat", "Goblet: squat", 13, "colon is not expected here"),
        ("Goblet squat", '"Goblet squat', 13, "A quote is opened and not closed"),
        ("Goblet squat", "Goblet \x07squat", 13, "a sign here that is no text"),
    ],
)  # fmt: skip
def test_each_mistake_names_its_line_and_reason(old: str, new: str, line: int, words: str) -> None:
    found = problems(changed(old, new))
    assert any(at == line and words in text for at, text in found), found


def test_several_mistakes_are_told_at_once_in_order() -> None:
    text = changed("sets: 3", "sets: x").replace("Monday", "Moonday").replace("30 s", "soon")
    assert [line for line, _text in problems(text)] == [10, 14, 24]


def test_of_very_many_mistakes_the_first_twenty_are_told_and_the_rest_counted() -> None:
    text = GOOD + "".join(f"word-{n}: x\n" for n in range(500))
    with pytest.raises(ProgramFileError) as caught:
        read_program(text.encode(), "my.nextrep")
    assert len(caught.value.problems) == 20
    assert caught.value.more == 480
    assert problem_count(caught.value) == "500 things to mend"


def test_a_newer_format_is_refused_kindly_and_alone() -> None:
    text = changed("nextrep-program: 1", "nextrep-program: 2").replace("sets: 3", "sets: {low: 3}")
    ((line, words),) = problems(text)
    assert line == 1
    assert words == (
        "A newer NextRep made this file (format 2; this one reads format 1). A newer NextRep opens it."
    )


@pytest.mark.parametrize("value", ["0", "one", "", "[1]", "1.5", "9" * 40, "-1"])
def test_a_format_that_is_no_number_is_refused(value: str) -> None:
    assert (
        "number of the format" in problems(changed("nextrep-program: 1", f"nextrep-program: {value}"))[0][1]
    )


@pytest.mark.parametrize(
    "data",
    [
        b"Date,Workout Name\n2024-03-01,Legs\n",
        b"{}",
        b"[1, 2]",
        b"just words",
        b"# only a remark\n",
        b"%PDF-1.7\n" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n" + bytes(64),
        b"title: My day\n",
    ],
)
def test_a_file_of_another_kind_is_told_so(data: bytes) -> None:
    assert re.search("not a program of NextRep|not a text file", problems(data)[0][1])


def test_deep_nesting_and_many_sessions_are_refused_early() -> None:
    assert "nested deeper" in problems("nextrep-program: 1\ntitle: " + "[" * 900_000)[0][1]
    session = "          - {session: A, day: Mon, exercises: []}\n"
    many = (
        GOOD.split("      - week", maxsplit=1)[0] + "      - week: 1-104\n        sessions:\n" + session * 30
    )
    assert any("more than 2000 sessions" in text for _line, text in problems(many.replace("weeks: 8\n", "")))


def test_a_file_over_two_megabytes_is_refused() -> None:
    assert "2 MB" in problems(GOOD.encode() + b"#" * MAX_BYTES)[0][1]


def test_a_second_program_in_a_file_is_refused() -> None:
    assert "second one begins" in problems(GOOD + "---\n" + GOOD)[0][1]


def test_a_file_from_a_windows_editor_is_read() -> None:
    for data in (GOOD.encode("utf-8-sig"), GOOD.encode("utf-16"), GOOD.replace("\n", "\r\n").encode()):
        assert read_program(data, "my.nextrep").program.title == "Two days"


def test_reading_stops_when_it_is_asked_to() -> None:
    with pytest.raises(Cancelled):
        read_program(GOOD.encode(), "my.nextrep", lambda: True)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file"):
        read_program_file(tmp_path / "gone.nextrep")


def attempt(data: bytes) -> None:
    """Read: either a whole program or words with places, whatever the bytes are."""
    error = None
    try:
        found = read_program(data, "my.nextrep")
    except ProgramFileError as refused:
        error = refused
    if error is None:
        assert read_program(program_text(found.program).encode(), "again").program == found.program
    else:
        assert error.problems
        assert all(problem.text and problem.line >= 0 for problem in error.problems)


@given(st.binary(max_size=300))
@SOME
def test_any_bytes(data: bytes) -> None:
    attempt(data)
    attempt(GOOD.encode() + data)


@given(st.text(max_size=200))
@example("\ud800")
@example("? - a\n: - b")
@SOME
def test_any_text_within_a_good_file(text: str) -> None:
    data = text.encode("utf-8", errors="surrogatepass")
    attempt(GOOD.encode()[: len(data) * 5] + data)
    attempt(GOOD.encode().replace(b"Goblet squat", data))


@given(st.data())
@SOME
def test_any_change_of_a_good_file(data: st.DataObject) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 15))
        new = data.draw(
            st.sampled_from(("", "\n", "  ", ":", "- ", "[", "}", "'", "|", "0", "\t")) | st.text(max_size=5)
        )
        text = text[:start] + new + text[start + length :]
    attempt(text.encode("utf-8", errors="surrogatepass"))


@given(programs(), st.data())
@settings(SOME, max_examples=25)
def test_any_program_cut_short(program: object, data: st.DataObject) -> None:
    raw = program_text(program).encode()  # type: ignore[arg-type]
    attempt(raw[: data.draw(st.integers(0, len(raw)))])


def test_a_tab_is_named_as_one() -> None:
    with pytest.raises(ProgramFileError, match="tab") as refused:
        read_program(GOOD.replace("  - phase", "\t- phase").encode(), "x")
    assert refused.value.problems[0].line == 5


def test_signs_that_turn_what_is_read_around_do_not_come_in() -> None:
    bad = GOOD.replace("Two days", '"\\u202eTwo \u2066days"').encode()
    assert read_program(bad, "x").program.title == "Two days"
