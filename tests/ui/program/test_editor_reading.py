"""Amounts as people type them, and what is said where they cannot be read."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import PlannedKind
from nextrep.ui.program.editor.progression_part import usual_wave
from nextrep.ui.program.editor.reading import (
    metres_text,
    parse_metres,
    parse_percent,
    parse_range,
    parse_seconds,
    parse_wave,
    percent_words,
    range_text,
    seconds_text,
    wave_text,
)


@pytest.mark.parametrize(
    ("parse", "text", "value"),
    [
        (parse_range, "8–12", (8, 12)),
        (parse_range, "8-12", (8, 12)),
        (parse_range, " 8 to 12 ", (8, 12)),
        (parse_range, "5", (5, 5)),
        (parse_seconds, "90", 90),
        (parse_seconds, "45 s", 45),
        (parse_seconds, "1:30", 90),
        (parse_seconds, "2 min", 120),
        (parse_seconds, "1.5min", 90),
        (parse_seconds, "1 h", 3600),
        (parse_metres, "40", 40),
        (parse_metres, "40 m", 40),
        (parse_metres, "1,5 km", 1500),
        (parse_percent, "62.5 %", 625),
        (parse_percent, "80", 800),
        (parse_percent, "62,5", 625),
    ],
)
def test_amounts_are_read_as_people_write_them(
    parse: Callable[[str], object], text: str, value: object
) -> None:
    assert parse(text) == value


@pytest.mark.parametrize(
    ("parse", "text", "words"),
    [
        (parse_range, "12–8", "upside down: 12 is more than 8. Write 8–12"),
        (parse_range, "many", "a range like 8–12"),
        (parse_range, "-3", "a range like 8–12"),
        (parse_seconds, "soon", "90 s, 1:30 or 2 min"),
        (parse_metres, "40 ft", "40 m or 1.5 km"),
        (parse_percent, "180", "up to 150"),
        (parse_percent, "0", "up to 150"),
        (parse_percent, "62.55", "up to 150"),
        (parse_percent, "lots", "is not a number"),
        (parse_wave, "5×65 %\n5 at", "Line 2: “5 at”"),
    ],
)
def test_what_cannot_be_read_says_how_to_write_it(
    parse: Callable[[str], object], text: str, words: str
) -> None:
    with pytest.raises(UserError) as caught:
        parse(text)
    assert words in str(caught.value)


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_range_reads_back(first: int, second: int) -> None:
    value = (min(first, second), max(first, second))
    assert parse_range(range_text(value)) == value


@given(st.integers(1, 24 * 3600))
def test_seconds_read_back(seconds: int) -> None:
    if seconds < 100 * 60:  # above, minutes have three digits and a clock is no longer how people say it
        assert parse_seconds(seconds_text(seconds)) == seconds


@given(st.integers(1, 1500), st.integers(1, 200_000))
def test_percent_and_metres_read_back(tenths: int, metres: int) -> None:
    assert parse_percent(percent_words(tenths)) == tenths
    assert parse_metres(metres_text(metres)) == metres


def test_a_wave_reads_back() -> None:
    wave = usual_wave()
    assert wave_text(wave).splitlines()[0] == "5×65 %, 5×75 %, 5+×85 %"
    assert parse_wave(wave_text(wave)) == wave
    assert [line[-1].kind for line in wave] == [PlannedKind.AMRAP] * 3
    assert parse_wave("3 x 70%, 3@80, 3+ * 90") == (wave[1],)


@pytest.mark.parametrize("parse", [parse_range, parse_seconds, parse_metres, parse_percent, parse_wave])
@given(text=st.text(max_size=40))
def test_no_text_at_all_breaks_a_field(parse: Callable[[str], object], text: str) -> None:
    with contextlib.suppress(UserError):
        assert parse(text) is not None
