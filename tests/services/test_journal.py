"""Check-ins, nights and writing, each of which can be taken back."""

from datetime import date, datetime, time

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.journal import Rating
from nextrep.domain.sleep_clock import night_from_clock
from nextrep.services import entry_search, journal
from nextrep.storage.store import Store


def test_a_check_in_replaces_the_earlier_one_and_can_be_taken_back(store: Store, now: datetime) -> None:
    day = now.date().toordinal()
    journal.check_in(store, day, {Rating.MOOD: 40}, now)
    second = journal.check_in(store, day, {Rating.MOOD: 60, Rating.ANXIETY: 30}, now)
    assert second.undo is not None
    second.undo()
    found = journal.day_view(store, day).checkin
    assert found is not None
    assert found.values == {Rating.MOOD: 40}


def test_a_value_out_of_range_changes_nothing(store: Store, now: datetime) -> None:
    with pytest.raises(UserError, match="0 to 10"):
        journal.check_in(store, 1, {Rating.MOOD: 101}, now)
    assert store.is_empty()


def test_a_first_night_can_be_taken_back(store: Store, now: datetime) -> None:
    assert now.tzinfo is not None
    night = night_from_clock(date(2026, 11, 22), time(23, 10), time(6, 50), now.tzinfo)
    saved = journal.save_night(store, night)
    assert journal.day_view(store, night.day).night == night
    assert saved.undo is not None
    saved.undo()
    assert journal.day_view(store, night.day).night is None


def test_writing_is_private_until_marked(store: Store, now: datetime) -> None:
    entry = journal.write(store, 5, "Walked to the river.", now).value
    assert not entry.in_report
    assert journal.mark_for_report(store, entry.id, in_report=True).value.in_report
    journal.rewrite(store, entry.id, "Walked to the sea.", now)
    gone = journal.delete_entry(store, entry.id)
    assert journal.entry_count(store) == 0
    assert gone.undo is not None
    gone.undo()
    ((found, mood),) = entry_search.find(store, "SEA", 5).rows
    assert found.text == "Walked to the sea."
    assert found.in_report
    assert mood is None


def test_a_text_that_is_a_book_is_refused(store: Store, now: datetime) -> None:
    with pytest.raises(UserError, match="200000"):
        journal.write(store, 5, "x" * 200_001, now)
    assert journal.entry_count(store) == 0
