"""The order of sets is the order of doing: no clock, zone, midnight or change of the clocks alters it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, session
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
AUCKLAND = ZoneInfo("Pacific/Auckland")
START = datetime(2026, 10, 24, 23, 50, tzinfo=BERLIN)

CLOCKS = {
    "set back by an hour": [START, START - timedelta(hours=1), START - timedelta(minutes=59)],
    "set back by years": [START, datetime(2001, 1, 1, tzinfo=UTC), datetime(2001, 1, 1, 0, 3, tzinfo=UTC)],
    "set forward": [START, START + timedelta(days=400), START + timedelta(minutes=4)],
    "over midnight": [START, START + timedelta(minutes=9), START + timedelta(minutes=12)],
    "the same millisecond": [START, START, START],
    "another zone": [START, START.astimezone(AUCKLAND), (START + timedelta(minutes=4)).astimezone(UTC)],
    # The hour from 2 to 3 comes twice: 2:59 the first time is before 2:01 the second time.
    "the clocks go back": [
        datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN, fold=0),
        datetime(2026, 10, 25, 2, 59, tzinfo=BERLIN, fold=0),
        datetime(2026, 10, 25, 2, 1, tzinfo=BERLIN, fold=1),
    ],
    "the clocks go forward": [
        datetime(2026, 3, 29, 1, 58, tzinfo=BERLIN),
        datetime(2026, 3, 29, 3, 1, tzinfo=BERLIN),
        datetime(2026, 3, 29, 3, 4, tzinfo=BERLIN),
    ],
    "fixed offsets": [
        datetime(2026, 5, 1, 9, 0, tzinfo=timezone(timedelta(hours=14))),
        datetime(2026, 5, 1, 9, 1, tzinfo=timezone(timedelta(hours=-12))),
        datetime(2026, 5, 1, 9, 2, tzinfo=UTC),
    ],
}


def drafts(number: int) -> list[SetDraft]:
    """Three sets that differ, the lightest last: neither load nor reps puts them in order."""
    return [
        SetDraft(number, 0, load=Load(grams, Unit.KG), reps=reps)
        for grams, reps in ((20_000, 8), (24_000, 5), (16_000, 12))
    ]


@pytest.mark.parametrize("times", CLOCKS.values(), ids=CLOCKS.keys())
def test_sets_keep_the_order_of_doing(store: Store, times: list[datetime]) -> None:
    view = session.start_free(store, times[0]).value
    number_of = view.session.id
    session.add_exercise(store, number_of, catalog.by_key("goblet_squat"))
    exercise = session.view(store, number_of).blocks[0].exercise_id
    wanted = drafts(exercise)
    for draft, now in zip(wanted, times, strict=True):
        session.log_set(store, number_of, draft, now)
    entries = store.sets.of_session(number_of)
    assert [entry.draft for entry in entries] == wanted
    assert [entry.position for entry in entries] == [0, 1, 2]
    assert [store.sets.number(entry) for entry in entries] == [1, 2, 3]
    assert [entry.draft for entry in session.view(store, number_of).blocks[0].sets] == wanted
    kept = [entry.done_at for entry in entries]
    assert [(one.timestamp(), one.utcoffset()) for one in kept if one is not None] == [
        (one.timestamp(), one.utcoffset()) for one in times
    ], "each with the instant and the zone it was done in"

    done = session.finish(store, number_of, times[-1]).value
    assert 0 <= (done.duration_s or 0) <= 24 * 3600, "no session lasts less than nothing, or for years"
    assert done.day == times[0].date().toordinal(), "the day is the one it began on"
    assert [fact.reps for fact in store.sets.facts(exercise)] == [8, 5, 12]
    assert [draft.reps for draft in store.sets.exposures(exercise, 0)[-1].sets] == [8, 5, 12]
    assert [row[10] for row in store.sets.export_rows()] == [8, 5, 12]


def test_a_set_taken_back_and_done_again_keeps_its_place(store: Store) -> None:
    view = session.start_free(store, START).value
    number_of = view.session.id
    session.add_exercise(store, number_of, catalog.by_key("goblet_squat"))
    exercise = session.view(store, number_of).blocks[0].exercise_id
    logged = [session.log_set(store, number_of, draft, START) for draft in drafts(exercise)]
    first = logged[0]
    assert first.undo is not None
    taken = first.undo()
    session.log_set(store, number_of, replace(drafts(exercise)[0], reps=1), START - timedelta(hours=3))
    assert taken.undo is not None
    taken.undo()
    assert [entry.draft.reps for entry in store.sets.of_session(number_of)] == [8, 5, 12, 1]


def test_a_session_over_midnight_and_one_of_the_next_morning_stay_apart(store: Store) -> None:
    for start in (START, START + timedelta(hours=8)):
        view = session.start_free(store, start).value
        session.add_exercise(store, view.session.id, catalog.by_key("goblet_squat"))
        exercise = session.view(store, view.session.id).blocks[0].exercise_id
        for minute, draft in zip((2, 15, 19), drafts(exercise), strict=True):
            session.log_set(store, view.session.id, draft, start + timedelta(minutes=minute))
        session.finish(store, view.session.id, start + timedelta(minutes=30))
    recent = session.recent(store, 2)
    assert [(one.day, one.sets) for one in recent] == [
        (START.date().toordinal() + 1, 3),
        (START.date().toordinal(), 3),
    ]
