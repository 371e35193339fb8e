"""Events: kept, changed, ended, taken away and brought back under their own number."""

from datetime import datetime

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.events import Event, EventKind
from nextrep.services import events
from nextrep.storage.store import Store


@pytest.fixture
def day(now: datetime) -> int:
    return now.date().toordinal()


@pytest.fixture
def medicine(store: Store, day: int, now: datetime) -> Event:
    event = Event(0, EventKind.MEDICATION_STARTED, "sertraline", day - 30, None, "50 mg")
    return events.save(store, event, now).value


def test_what_goes_on_is_part_of_every_later_day(store: Store, day: int, medicine: Event) -> None:
    assert events.of_day(store, day) == [medicine]
    assert events.of_day(store, day - 31) == []


def test_it_ends_today_and_goes_on_again_when_that_is_taken_back(
    store: Store, day: int, now: datetime, medicine: Event
) -> None:
    ended = events.end_today(store, medicine.id, now)
    assert ended.value.last == day
    assert events.of_day(store, day + 1) == []
    assert ended.undo is not None
    ended.undo()
    assert events.get(store, medicine.id) == medicine


def test_what_was_deleted_comes_back_as_it_was(
    store: Store, day: int, now: datetime, medicine: Event
) -> None:
    trip = events.save(store, Event(0, EventKind.TRAVEL, "Lisbon", day + 5, day + 9), now)
    gone = events.delete(store, medicine.id)
    assert events.all_events(store) == [trip.value]
    assert gone.undo is not None
    back = gone.undo()
    assert events.all_events(store) == [trip.value, medicine]
    assert back.undo is not None
    back.undo()
    assert events.all_events(store) == [trip.value]
    assert trip.undo is not None
    trip.undo()
    assert events.all_events(store) == []


def test_only_what_may_go_into_a_report_is_marked_there(
    store: Store, day: int, now: datetime, medicine: Event
) -> None:
    private = Event(0, EventKind.LIFE, "moved out", day - 3, day - 3, in_report=False)
    events.save(store, private, now)
    assert len(events.marks(store, day - 40, day)) == 2
    assert [mark.words for mark in events.marks(store, day - 40, day, for_report=True)] == [
        "Medication started: sertraline, 50 mg"
    ]


def test_what_has_not_begun_cannot_end_today(store: Store, day: int, now: datetime) -> None:
    trip = events.save(store, Event(0, EventKind.TRAVEL, "Lisbon", day + 5, None), now).value
    with pytest.raises(UserError):
        events.end_today(store, trip.id, now)
    assert events.get(store, trip.id) == trip


def test_events_are_exported_with_open_ends_open(store: Store, medicine: Event) -> None:
    assert events.export_rows(store) == [
        {
            "kind": "medication_started",
            "title": "sertraline",
            "detail": "50 mg",
            "first_day": "2026-10-23",
            "last_day": None,
            "may_go_into_report": True,
        }
    ]
