"""Searching the journal: words as they were meant, whatever was typed, and the index always in step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nextrep.domain.entry_search import folded, searched_words, shown_line, spans
from nextrep.domain.journal import Rating
from nextrep.services import entry_search, journal
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
DAY = NOW.date().toordinal()
TEXTS = (
    "Walked to the river. Slept through.",
    "Anxious before the meeting, calmer after rowing.",
    "Coffee with Mara at the Café Müller",
    "A half-hearted row. Nothing hurt.",
    "Ноги тяжёлые, голова ясная",
    "昨日はよく眠れた。今日は走った。",
    "Good day 😀",
    '100 % sure, AND glad; NOT tired* (really) "quoted" under_score it\'s',
    "null\0byte and\x07bell",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path, now=NOW)
    for number, text in enumerate(TEXTS):
        journal.write(opened, DAY - number, text, NOW)
    yield opened
    opened.close()


def found(store: Store, typed: str) -> list[int]:
    return [TEXTS.index(entry.text) for entry, _mood in entry_search.find(store, typed, 50).rows]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("river", [0]),
        ("RIV", [0]),
        ("cafe muller", [2]),
        ("CAFÉ", [2]),
        ("Cafe\u0301", [2]),
        ("row", [1, 3]),
        ("row nothing", [3]),
        ("half-hearted", [3]),
        ("hearted half", [3]),
        ("тяжелые", [4]),
        ("眠れた", [5]),
        ("😀", [6]),
        ("%", [7]),
        ("100%", [7]),
        ("AND", [7, 8]),
        ("glad OR river", []),
        ("NOT", [3, 7]),
        ("tired*", [7]),
        ('"quoted"', [7]),
        ('"', [7]),
        ("body:river", []),
        ("it's", [7]),
        ("byte", [8]),
        ("null\0byte", [8]),
        ("\0", []),
        ("bell", [8]),
        ("\ud800river", [0]),
        ("  ", list(range(len(TEXTS)))),
        ("ara", [2]),
        ("xyzzy", []),
    ],
)
def test_words_are_found_as_they_were_meant(store: Store, typed: str, places: list[int]) -> None:
    assert found(store, typed) == places


@pytest.mark.parametrize(
    ("typed", "place", "instead"),
    [
        ("anxoius", 1, ("anxious",)),
        ("axious", 1, ("anxious",)),
        ("meeeting", 1, ("meeting",)),
        ("cofee mara", 2, ("coffee",)),
        ("mueller", 2, ("muller",)),
        ("rivre slept", 0, ("river",)),
        ("metei", 1, ("meeti",)),
    ],
)
def test_a_slip_is_forgiven_where_nothing_has_the_words(
    store: Store, typed: str, place: int, instead: tuple[str, ...]
) -> None:
    result = entry_search.find(store, typed, 9)
    assert [TEXTS.index(entry.text) for entry, _mood in result.rows] == [place]
    assert result.instead == instead


def test_a_right_word_is_not_drowned_in_similar_ones_and_short_ones_are_taken_as_they_are(
    store: Store,
) -> None:
    journal.write(store, DAY, "Slept and swept", NOW)
    assert entry_search.find(store, "swept", 9).instead == ()
    assert len(entry_search.find(store, "swept", 9).rows) == 1
    assert entry_search.find(store, "rox", 9).rows == ()
    assert entry_search.find(store, "river coffee", 9).rows == ()  # both are there, never together


def test_the_newest_come_first_with_the_mood_of_their_day_and_no_more_than_asked(store: Store) -> None:
    journal.rate(store, DAY - 3, {Rating.MOOD: 40}, NOW)
    rows = entry_search.find(store, "row", 9).rows
    assert [(entry.day, mood) for entry, mood in rows] == [(DAY - 1, None), (DAY - 3, 40)]
    assert len(entry_search.find(store, "row", 1).rows) == 1


def test_the_index_follows_every_change_and_its_undo(store: Store) -> None:
    entry = store.entries.of_day(DAY)[0]
    changed = journal.rewrite(store, entry.id, "Swam in the lake", NOW)
    assert entry_search.find(store, "river", 9).rows == ()
    assert changed.undo is not None
    changed.undo()
    gone = journal.delete_entry(store, entry.id)
    assert entry_search.find(store, "river", 9).rows == ()
    assert entry_search.find(store, "rivre", 9).rows == ()
    assert gone.undo is not None
    gone.undo()
    assert found(store, "river") == [0]
    store._database.execute_sql("INSERT INTO entry_words(entry_words, rank) VALUES ('integrity-check', 1)")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(max_size=40))
def test_nothing_that_can_be_typed_breaks_the_search(store: Store, typed: str) -> None:
    result = entry_search.find(store, typed, 20)
    for entry, _mood in result.rows:
        line, marked = shown_line(entry.text, result.words, result.part)
        assert all(0 <= start < end <= len(line) for start, end in marked)


WORDS = st.text(st.sampled_from("abcäÖéñřŁøßİ\u0131жЁ1\uff12²-_.' \u0301"), min_size=1, max_size=12)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=WORDS, typed=WORDS)
def test_what_is_found_is_marked(store: Store, text: str, typed: str) -> None:
    words = searched_words(typed)
    entry = journal.write(store, DAY + 0, f"x {text}", NOW).value
    if words and any(one.id == entry.id for one in store.entry_words.find([[w] for w in words], 99)):
        assert spans(f"x {text}", words)
    journal.delete_entry(store, entry.id)


def test_a_text_of_a_book_can_be_typed_into_the_search(store: Store) -> None:
    assert entry_search.find(store, "river " * 50_000, 9).rows[0][0].text == TEXTS[0]
    assert entry_search.find(store, "x" * 1_000_000, 9).rows == ()


def marked(text: str, *words: str, part: str = "") -> list[str]:
    line, places = shown_line(text, words, part)
    return [line, *(line[start:end] for start, end in places)]


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("\n  First  \nSecond", (), ["First"]),
        ("First\nSecond", ("seco",), ["Second", "Second"]),
        ("Café first\nthe café, the row", ("cafe", "row"), ["the café, the row", "café", "row"]),
        ("First\nSecond", ("third",), ["First"]),
        ("", ("x",), [""]),
        (
            "A long beginning that nobody asked for, and then the river at last",
            ("river",),
            ["… for, and then the river at last", "river"],
        ),
        ("Cafe\u0301 noir", ("café",), ["Cafe\u0301 noir", "Cafe\u0301"]),
    ],
)
def test_the_line_of_an_entry_shows_what_was_found(
    text: str, words: tuple[str, ...], shown: list[str]
) -> None:
    assert marked(text, *words) == shown


def test_what_is_no_word_is_marked_as_it_is() -> None:
    assert marked("Good 😀😀 day", part="😀") == ["Good 😀😀 day", "😀", "😀"]
    assert folded("ÄÉñ İ") == "aen i"
