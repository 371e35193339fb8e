"""The quick line: nights as people write them, and nothing guessed from what is not understood."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.sleep_clock import NightAnswers
from nextrep.domain.sleep_hints import no_sleep
from nextrep.domain.sleep_said import figures_text, merged, missing_text, night_text
from nextrep.domain.sleep_text import MAX_LINE_CHARS, read_night
from nextrep.domain.sleep_words import phrases
from nextrep.domain.text import set_translator

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 22).toordinal()
TIMES = ("into_bed", "tried", "asleep", "final_wake", "out_of_bed")


def _said(line: str) -> dict[str, object]:
    """Return what a line says, times as "23:10", after morning and evening were chosen."""
    read = read_night(line)
    assert read.problems == [], line
    answers = merged(NightAnswers(), read)
    found = {name: getattr(answers, name) for name in NightAnswers.__slots__}
    return {
        name: f"{value // 60}:{value % 60:02d}" if name in TIMES else value
        for name, value in found.items()
        if value is not None
    }


SLEPT = {"asleep": "23:10", "final_wake": "6:50"}
LINES: tuple[tuple[str, dict[str, object]], ...] = (
    ("slept 23:10–6:50, woke once", {**SLEPT, "awakenings": 1}),
    ("Slept 23:10 - 6:50 woke up once", {**SLEPT, "awakenings": 1}),
    ("11:10 pm to 6:50 am", SLEPT),
    ("11:10 to 6:50", SLEPT),
    ("slept 11.10pm until 6.50am.", SLEPT),
    ("slept 2310-0650", SLEPT),
    ("slept 23h10-6h50", SLEPT),
    ("i slept from 23:10 till 6:50", SLEPT),
    ("asleep 23:10, woke 6:50", SLEPT),
    ("slept through 23:10-6:50", {**SLEPT, "awakenings": 0}),
    ("23:10-6:50, didn’t wake", {**SLEPT, "awakenings": 0}),
    ("slept 23:10→6:50; woke 2x; q 7", {**SLEPT, "awakenings": 2, "quality": 7}),
    ("slept 23:10-6:50 7/10", {**SLEPT, "quality": 7}),
    ("slept 11-7", {"asleep": "23:00", "final_wake": "7:00"}),
    ("slept midnight to 8", {"asleep": "0:00", "final_wake": "8:00"}),
    ("slept 12:30 to 8", {"asleep": "0:30", "final_wake": "8:00"}),
    ("slept 9am-3:30", {"asleep": "9:00", "final_wake": "15:30"}),
    ("slept 08:00-15:30", {"asleep": "8:00", "final_wake": "15:30"}),
    (
        "in bed 22:45, slept 23:10-6:50, up 7:15, woke 2x 20 min, quality 7",
        {"into_bed": "22:45", **SLEPT, "out_of_bed": "7:15", "awakenings": 2, "waso": 20, "quality": 7},
    ),
    (
        "bed 22:30, lights out 23:00, took 20 min to fall asleep, woke 3x (40 min), woke up 6:30, got up 7",
        {
            "into_bed": "22:30", "tried": "23:00", "sol": 20, "awakenings": 3, "waso": 40,
            "final_wake": "6:30", "out_of_bed": "7:00",
        },
    ),
    ("bed 10:45pm asleep in 25 min up 7", {"into_bed": "22:45", "sol": 25, "out_of_bed": "7:00"}),
    ("22:45 in bed, 23:10 asleep, 6:50 awake, 7:15 up", {"into_bed": "22:45", **SLEPT, "out_of_bed": "7:15"}),
    ("bed 22:45 – slept 23:10 – woke 6:50", {"into_bed": "22:45", **SLEPT}),
    ("in bed 22:45-7:15", {"into_bed": "22:45", "out_of_bed": "7:15"}),
    ("went to bed at 11, up at 7", {"into_bed": "23:00", "out_of_bed": "7:00"}),
    ("to bed 22:15 up 6:30 quality 6 of 10", {"into_bed": "22:15", "out_of_bed": "6:30", "quality": 6}),
    ("bed 8, asleep 8:30", {"into_bed": "20:00", "asleep": "20:30"}),
    ("slept 23:10-6:50, took 20 min to fall asleep", {"tried": "22:50", "sol": 20, "final_wake": "6:50"}),
    ("tried 23:00, asleep within an hour and 20 min", {"tried": "23:00", "sol": 80}),
    ("woke up twice, awake for half an hour", {"awakenings": 2, "waso": 30}),
    ("woke once, 20 min", {"awakenings": 1, "waso": 20}),
    ("woke 2x 10 min each", {"awakenings": 2, "waso": 20}),
    ("woke 3:00-3:20, 5:00-5:10", {"awakenings": 2, "waso": 30}),
    ("woke once, 23:10-6:50", {**SLEPT, "awakenings": 1}),
    ("woke 3:00-3:20 and 5:00-5:10", {"awakenings": 2, "waso": 30}),
    ("2 wakings, 15 min awake", {"awakenings": 2, "waso": 15}),
    ("got up twice", {"awakenings": 2}),
    ("up for 20 min", {"waso": 20}),
    ("sol 25 waso 40", {"sol": 25, "waso": 40}),
    ("woke at 6", {"final_wake": "6:00"}),
    ("nap 30 min", {"nap": 30}),
    ("napped 1h20", {"nap": 80}),
    ("20 min nap, nap 13:00-13:30", {"nap": 50}),
    ("nap 1-2:30pm", {"nap": 90}),
    ("no naps", {"nap": 0}),
    ("SLEEP QUALITY: 8", {"quality": 8}),
)  # fmt: skip


@pytest.mark.parametrize(("line", "said"), LINES)
def test_lines_as_people_write_them(line: str, said: dict[str, object]) -> None:
    assert _said(line) == said


@pytest.mark.parametrize(
    ("line", "words", "place", "instead"),
    [
        ("slept 23:10-6:50 badly", "badly", 18, "leave it out"),
        ("slept 23:10-25:99", "25:99", 13, "like 23:10"),
        ("slept 7 h", "7 h", 7, "“slept 23:10–6:50”"),
        ("slept 7h20", "7h20", 7, "“slept 23:10–6:50”"),
        ("woke 6", "6", 6, "“woke at 6:00”"),
        ("23:10", "23:10", 1, "“slept”"),
        ("42", "42", 1, "“awake 20 min”"),
        ("20 min", "20 min", 1, "“nap 20 min”"),
        ("twice", "twice", 1, "“woke twice”"),
        ("quality 11", "11", 9, "up to 10"),
        ("quality 6.5", "6.5", 9, "whole number"),
        ("nap 800 min", "800 min", 5, "up to 720"),
        ("nap 13:00", "13:00", 5, "“nap 30 min”"),
        ("woke once at 3:00", "3:00", 14, "Leave it out"),
        ("up 7, up 8", "8", 10, "said before"),
        ("bed 22:45 😀", "😀", 11, "leave it out"),
    ],
)
def test_what_is_not_understood_is_named_with_its_place_and_what_to_write(
    line: str, words: str, place: int, instead: str
) -> None:
    [problem] = read_night(line).problems
    assert (problem.words, problem.start + 1) == (words, place)
    assert line[problem.start : problem.end] == words
    assert instead in problem.hint
    assert problem.message.startswith(f"“{words}” (character {place}): ")


def test_what_was_understood_is_there_beside_what_was_not() -> None:
    read = read_night("slept 23:10-6:50 badly, woke once")
    assert read.said == {"asleep": 1390, "final_wake": 410, "awakenings": 1}
    assert len(read.problems) == 1


def test_a_line_changes_only_what_it_says() -> None:
    before = NightAnswers(into_bed=1365, sol=20, awakenings=2, waso=30, out_of_bed=435)
    assert merged(before, read_night("woke once")) == NightAnswers(1365, None, 20, None, 1, 30, None, 435)
    asleep = merged(before, read_night("asleep 23:10"))
    assert (asleep.sol, asleep.asleep) == (None, 1390)
    assert merged(asleep, read_night("asleep in 15 min")).asleep is None
    with pytest.raises(UserError, match="do not fit together"):
        merged(NightAnswers(), read_night("tried 23:00, asleep in 20 min, slept 23:50-7"))


@pytest.mark.parametrize(
    ("line", "said", "figures", "missing"),
    [
        (
            "slept 23:10–6:50, woke once",
            "23:10 to 6:50, woke once: at most 7 h 40 min asleep",
            "at most 7 h 40 min asleep",
            "Kept as it is. Minutes awake would make it exact.",
        ),
        (
            "bed 22:45, tried 23, 10 min to sleep, woke twice, awake 20 min, woke at 6:50, up 7:15, no nap",
            (
                "in bed 22:45 to 7:15, tried to sleep 23:00, woke at 6:50, 10 min to fall asleep, "
                "woke twice, 20 min awake in all, no nap: 7 h 20 min asleep"
            ),
            "7 h 20 min asleep · 8 h 30 min in bed · sleep efficiency 86 % of the time in bed",
            "",
        ),
        (
            "bed 22:45 up 7",
            "in bed 22:45 to 7:00: at most 8 h 15 min asleep",
            (
                "at most 8 h 15 min asleep · 8 h 15 min in bed · "
                "sleep efficiency at most 100 % of the time in bed"
            ),
            "Kept as it is. Minutes to fall asleep and minutes awake would make it exact.",
        ),
        (
            "up 7",
            "up 7:00",
            "",
            "Kept as it is. For the time asleep it takes when the night began and when it ended.",
        ),
        ("nap 20 min", "nap 20 min", "", ""),
    ],
)
def test_a_night_is_said_back(line: str, said: str, figures: str, missing: str) -> None:
    answers = merged(NightAnswers(), read_night(line))
    night = answers.night(DAY, BERLIN)
    assert night_text(answers, night) == said
    assert figures_text(night) == figures
    assert missing_text(night) == missing


def test_another_language_needs_only_its_words() -> None:
    words = {
        "slept|sleep|sleeping|slept from|sleep from|sleep time": "geschlafen",
        "to|until|till|til": "bis",
    }
    set_translator(lambda source: words.get(source, source))
    try:
        assert ("geschlafen",) in phrases()
        assert read_night("geschlafen 23:10 bis 6:50").said == {"asleep": 1390, "final_wake": 410}
    finally:
        set_translator(None)


WORDS = sorted(" ".join(phrase) for phrase in phrases())
ODD = (
    "23:10", "6:50", "7", "2310", "11pm", "0:30 a.m.", "24:00", "20 min", "1h20", "2x", "7/10",
    "999999999999", "-", "–", ",", ".", "(", "½", "٣", "\u202e", "\x00", "é",
)  # fmt: skip
PARTS = st.sampled_from([*WORDS, *ODD])


@given(st.text(max_size=MAX_LINE_CHARS + 50) | st.lists(PARTS, max_size=12).map(" ".join))
def test_no_text_is_too_odd(line: str) -> None:
    read = read_night(line)
    for problem in read.problems:
        assert 0 <= problem.start < problem.end <= len(line)
        assert problem.message
    try:
        answers = merged(NightAnswers(), read)
        night = answers.night(DAY, BERLIN)
    except UserError as error:
        assert error.field in NightAnswers.__slots__  # noqa: PT017 - either outcome is right
        return
    assert night_text(answers, night) or night.blank


@given(st.integers(0, 1439), st.integers(60, 800), st.integers(0, 5), st.integers(0, 50))
def test_a_line_reads_back_as_it_was_written(start: int, length: int, wakings: int, awake: int) -> None:
    end = (start + length) % 1440
    times = f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"
    line = f"slept {times}, {wakings} wakings, awake {awake} min"
    expected = {"asleep": start, "final_wake": end, "awakenings": wakings, "waso": awake}
    assert read_night(line).said == expected
    answers = merged(NightAnswers(), read_night(line))
    assert (answers.asleep, answers.final_wake) == (start, end) or start == end


@pytest.mark.parametrize(
    "line", ["did not sleep", "Lay awake all night", "bed 23:00, up 7:00, no sleep at all"]
)
def test_a_night_without_sleep_is_told_how_it_is_written(line: str) -> None:
    found = read_night(line)
    assert [problem.hint for problem in found.problems] == [no_sleep()]
    example = no_sleep().split("“")[1].split("”")[0]
    written = read_night(example)
    assert not written.problems
    night = merged(NightAnswers(), written).night(date(2026, 11, 22).toordinal(), ZoneInfo("Europe/Berlin"))
    assert (night.total_sleep_min, night.efficiency) == (0, 0)
