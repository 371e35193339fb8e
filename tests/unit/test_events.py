"""Events: what can be kept, how they are said, and their marks on a time axis."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.event_marks import (
    bands_of,
    event_marks,
    flags,
    legend,
    letter,
    lines_of,
    mark_text,
    said_on,
)
from nextrep.domain.events import Event, EventKind, check_event, days_words, event_words

TODAY = date(2026, 11, 22).toordinal()
MEDICINE = Event(1, EventKind.MEDICATION_STARTED, " sertraline ", TODAY - 40, None, "50 mg")
TRIP = Event(2, EventKind.TRAVEL, "Lisbon", TODAY - 10, TODAY - 4)
THERAPY = Event(3, EventKind.THERAPY, "", TODAY - 7, TODAY - 7)


def test_words_are_the_persons_own() -> None:
    assert event_words(MEDICINE) == "Medication started: sertraline, 50 mg"
    assert event_words(THERAPY) == "Therapy session"
    assert event_words(Event(0, EventKind.OTHER, "New desk", 1, 1)) == "New desk"
    assert days_words(MEDICINE, TODAY) == "since 13 Oct"
    assert days_words(TRIP, TODAY) == "12 Nov to 18 Nov"
    assert days_words(THERAPY, TODAY) == "15 Nov"
    assert days_words(replace(TRIP, first=TODAY - 400), TODAY) == "18 Oct 2025 to 18 Nov"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"last": TODAY - 50}, "last"),
        ({"first": TODAY + 800}, "first"),
        ({"first": 1}, "first"),
        ({"last": TODAY + 800}, "last"),
        ({"title": "x" * 81}, "title"),
        ({"detail": "x" * 401}, "detail"),
        ({"title": "a\0"}, "title"),
        ({"kind": EventKind.OTHER, "title": " "}, "title"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(change: dict[str, object], field: str) -> None:
    with pytest.raises(UserError) as caught:
        check_event(replace(MEDICINE, **change), TODAY)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_trip_may_be_planned() -> None:
    planned = replace(TRIP, first=TODAY + 60, last=TODAY + 70)
    assert check_event(planned, TODAY) == planned
    assert check_event(MEDICINE, TODAY).title == "sertraline"


def test_each_event_that_begins_in_the_period_has_a_letter() -> None:
    marks = event_marks([THERAPY, TRIP, MEDICINE], TODAY - 30, TODAY)
    assert [(mark.tag, mark.band) for mark in marks] == [
        ("", None),
        ("A", (TODAY - 10, TODAY - 4)),
        ("B", None),
    ]
    assert mark_text(marks[0]) == "since 13 Oct · Medication started: sertraline, 50 mg"
    assert mark_text(marks[1]) == "A · 12 Nov to 18 Nov · Travel: Lisbon"
    assert lines_of(marks) == [TODAY - 10, TODAY - 7, TODAY - 4]
    assert bands_of(marks) == [(TODAY - 10, TODAY - 4)]
    assert said_on(marks, TODAY - 4) == ["Travel: Lisbon ends"]
    assert said_on(marks, TODAY - 7) == ["Therapy session"]
    assert event_marks([TRIP], TODAY - 3, TODAY) == ()


def test_a_band_from_before_the_period_has_a_letter_too() -> None:
    [mark] = event_marks([replace(TRIP, last=None)], TODAY - 5, TODAY)
    assert mark.tag == "A"
    assert bands_of([mark]) == [(TODAY - 5, TODAY)]


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


@given(st.lists(st.floats(0, 300), max_size=40), st.floats(4, 12))
def test_flags_never_touch_and_no_letter_is_lost(places: list[float], width: float) -> None:
    tagged = [(letter(n), place) for n, place in enumerate(sorted(places))]
    found = flags(tagged, width, 2, (0, 300))
    edges = [(flag.middle - width * _length(flag.text) / 2, flag.middle + width * _length(flag.text) / 2)
             for flag in found]  # fmt: skip
    assert all(right < left for (_, right), (left, _) in pairwise(edges))
    named = [tag for flag in found for tag in re.split("[ –]", flag.text)]
    assert named[:1] == [tag for tag, _place in tagged[:1]]
    assert named[-1:] == [tag for tag, _place in tagged[-1:]]
    assert len(found) <= len(tagged)


def test_the_same_thing_on_many_days_is_one_letter_and_one_line() -> None:
    weekly = [replace(THERAPY, id=n, first=TODAY - 7 * n, last=TODAY - 7 * n) for n in range(5)]
    marks = event_marks([*weekly, TRIP], TODAY - 60, TODAY)
    assert [mark.tag for mark in marks] == ["A", "A", "A", "B", "A", "A"]
    assert [mark_text(mark) for mark in legend(marks)] == [
        "A · 25 Oct, 1 Nov and 3 more · Therapy session",
        "B · 12 Nov to 18 Nov · Travel: Lisbon",
    ]
    assert [flag.text for flag in flags([("A", 1.0), ("B", 2.0), ("A", 3.0)], 6, 2, (0, 99))] == ["A–B"]


def test_letters_that_share_a_place_are_named_and_no_others() -> None:
    def shared(*tags: str) -> list[str]:
        return [flag.text for flag in flags([(tag, 50.0) for tag in tags], 6, 2, (0, 99))]

    assert shared("A", "C") == ["A C"]
    assert shared("H", "A", "I", "AA", "Z") == ["A H–I Z–AA"]
    assert shared("A", "C", "E", "G") == ["A–G"]


def _length(text: str) -> int:
    return len(text)
