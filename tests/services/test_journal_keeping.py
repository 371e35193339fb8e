"""Check-ins, nights and writing as they are filled in: nothing is lost, all can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.journal import Rating
from nextrep.domain.sleep_clock import night_from_clock
from nextrep.services import journal
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=BERLIN)
TODAY = NOW.date().toordinal()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path, now=NOW)
    yield opened
    opened.close()


def _take_back(outcome: Outcome) -> Outcome:
    assert outcome.undo is not None
    return outcome.undo()


def _texts(store: Store) -> list[str]:
    return [entry.text for entry in store.entries.of_day(TODAY)]


def test_rating_one_thing_leaves_the_others(store: Store) -> None:
    journal.check_in(store, TODAY, {Rating.STRESS: 70, Rating.CLARITY: 20}, NOW)
    outcome = journal.rate(store, TODAY, {Rating.MOOD: 60, Rating.CLARITY: None}, NOW)
    assert outcome.value.values == {Rating.STRESS: 70, Rating.MOOD: 60}
    _take_back(outcome)
    assert store.checkins.get(TODAY).values == {Rating.STRESS: 70, Rating.CLARITY: 20}


def test_a_day_that_is_still_to_come_is_refused_and_nothing_kept(store: Store) -> None:
    night = night_from_clock((NOW + timedelta(days=1)).date(), time(23), time(7), BERLIN)
    for attempt in (
        lambda: journal.rate(store, TODAY + 1, {Rating.MOOD: 60}, NOW),
        lambda: journal.put_night(store, TODAY + 1, night, NOW),
        lambda: journal.keep(store, TODAY + 1, None, "Tomorrow", NOW, step=True),
    ):
        with pytest.raises(UserError) as caught:
            attempt()
        assert caught.value.field == "day"
    assert store.is_empty()


def test_taking_a_night_away_can_be_taken_back(store: Store) -> None:
    night = night_from_clock(NOW.date(), time(23, 10), time(6, 50), BERLIN, sol_min=20)
    assert journal.put_night(store, TODAY, night, NOW).value is True
    gone = journal.put_night(store, TODAY, None, NOW)
    assert gone.value is False
    assert store.nights.get(TODAY) is None
    _take_back(gone)
    assert store.nights.get(TODAY) == night


def test_one_stretch_of_writing_is_one_step_back_and_forth(store: Store) -> None:
    first = journal.keep(store, TODAY, None, "Woke", NOW, step=True)
    later = journal.keep(store, TODAY, first.value, "Woke early.", NOW, step=False)
    assert later.undo is None
    redo = _take_back(first)
    assert _texts(store) == []
    _take_back(redo)
    assert _texts(store) == ["Woke early."]


def test_undoing_a_change_keeps_what_was_written_for_the_redo(store: Store) -> None:
    number = journal.write(store, TODAY, "Old", NOW).value.id
    first = journal.keep(store, TODAY, number, "New", NOW, step=True)
    journal.keep(store, TODAY, number, "New and longer", NOW, step=False)
    redo = _take_back(first)
    assert _texts(store) == ["Old"]
    _take_back(redo)
    assert _texts(store) == ["New and longer"]


def test_taking_back_a_mark_for_the_report_does_not_touch_the_text(store: Store) -> None:
    number = journal.write(store, TODAY, "Old", NOW).value.id
    marked = journal.mark_for_report(store, number, in_report=True)
    journal.keep(store, TODAY, number, "Written since", NOW, step=False)
    _take_back(marked)
    entry = store.entries.get(number)
    assert (entry.text, entry.in_report) == ("Written since", False)


def test_an_emptied_entry_is_gone_and_comes_back_with_its_mark(store: Store) -> None:
    number = journal.write(store, TODAY, "Private, then not", NOW).value.id
    journal.mark_for_report(store, number, in_report=True)
    gone = journal.keep(store, TODAY, number, " \n", NOW, step=False)
    assert gone.value == 0
    assert _texts(store) == []
    _take_back(gone)
    assert store.entries.get(number).in_report


def test_nothing_typed_keeps_nothing(store: Store) -> None:
    outcome = journal.keep(store, TODAY, None, "  ", NOW, step=True)
    assert (outcome.value, outcome.undo, outcome.label) == (0, None, "")
    assert store.is_empty()


@pytest.mark.parametrize(
    "text", ["null\0byte", "bell\x07 and \x1b[0m", "\u202eright to left אב", "👩‍👧 e\u0301", "a\r\nb\u2028c"]
)
def test_any_signs_are_kept_as_they_are(store: Store, text: str) -> None:
    journal.keep(store, TODAY, None, text, NOW, step=True)
    assert _texts(store) == [text]


def test_half_a_character_is_refused_with_its_place(store: Store) -> None:
    with pytest.raises(UserError, match="Character 4"):
        journal.keep(store, TODAY, None, "abc\ud83d", NOW, step=True)
    assert store.is_empty()
