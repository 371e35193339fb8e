"""Logging a session of another day, and correcting what a finished one says about itself."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.training import SessionState, SetDraft
from nextrep.services import bin as trash
from nextrep.services import export, program, session, session_past, session_templates, upkeep
from nextrep.services.program import PlannedView
from nextrep.services.session_past import SessionFacts, change_session, drop_if_empty, log_past
from nextrep.services.session_source import FREE, Source, SourceKind
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, PLANK, add, kg, log, reps, train, undo

TOKYO = ZoneInfo("Asia/Tokyo")
EVENING = 18 * 60


def yesterday(now: datetime) -> int:
    return now.date().toordinal() - 1


def planned_sessions(store: Store, now: datetime) -> list[PlannedView]:
    """Sessions of a plan that began two weeks ago."""
    program.create(store, Answers(), now - timedelta(days=14))
    current = program.current(store)
    assert current is not None
    return list(current.sessions)


def test_a_free_session_of_another_day_is_finished_at_once(store: Store, now: datetime) -> None:
    view = log_past(store, FREE, yesterday(now), EVENING, 45, now, title="Hotel gym").value
    found = view.session
    assert (found.title, found.state, found.day) == ("Hotel gym", SessionState.DONE, yesterday(now))
    assert found.started_at == datetime(2026, 11, 21, 18, 0, tzinfo=now.tzinfo)
    assert found.ended_at == datetime(2026, 11, 21, 18, 45, tzinfo=now.tzinfo)
    assert found.duration_s == 45 * 60
    add(store, found.id, GOBLET, reps(10, 9), now)
    assert session.recent(store, 5)[0].sets == 2
    assert [entry.done_at for entry in store.sets.of_session(found.id)] == [None, None]  # nobody knows when
    assert session.active(store) is None


def test_an_open_session_stays_as_it_is(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    add(store, number, GOBLET, reps(10), now)
    before = session.active(store)
    view = log_past(store, FREE, yesterday(now), EVENING, 45, now).value
    add(store, view.session.id, PLANK, [SetDraft(0, 0, seconds=40)], now)
    found = session.active(store)
    assert found is not None
    assert before is not None
    assert found.session == before.session
    assert len(found.blocks) == 1


def test_a_planned_session_is_done_with_it(store: Store, now: datetime) -> None:
    planned = planned_sessions(store, now)[0].planned
    outcome = log_past(store, Source(SourceKind.PLAN, planned.id), planned.day, EVENING, 40, now)
    view = outcome.value
    assert view.session.title == planned.title
    assert [block.exercise_id for block in view.blocks] == [target.exercise_id for target in planned.targets]
    assert store.programs.planned(planned.id).state is PlannedState.DONE
    with pytest.raises(UserError, match="is done"):
        log_past(store, Source(SourceKind.PLAN, planned.id), planned.day, EVENING, 40, now)
    undo(outcome)
    assert store.programs.planned(planned.id).state is PlannedState.PLANNED
    session.start_planned(store, planned.id, now)
    with pytest.raises(UserError, match="open"):
        log_past(store, Source(SourceKind.PLAN, planned.id), planned.day, EVENING, 40, now)


def test_an_earlier_one_and_a_template_give_their_exercises(store: Store, now: datetime) -> None:
    number = train(store, now - timedelta(days=3), (GOBLET, reps(10)), (PLANK, [SetDraft(0, 0, seconds=40)]))
    template = session_templates.copy_of_session(store, number, now, "Two things").value
    for source, title in (
        (Source(SourceKind.SESSION, number), "Free session"),
        (Source(SourceKind.TEMPLATE, template.id), "Two things"),
    ):
        view = log_past(store, source, yesterday(now), EVENING, None, now).value
        assert [block.exercise.key for block in view.blocks] == ["goblet_squat", "plank"]
        assert (view.session.title, view.session.duration_s, view.session.ended_at) == (title, None, None)
        assert view.session.planned_id is None


def test_undo_and_redo_of_a_logged_session_are_exact(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), (GOBLET, reps(10)))
    before = log(store)
    outcome = log_past(store, Source(SourceKind.SESSION, 1), yesterday(now), EVENING, 45, now)
    after = log(store)
    again = undo(outcome)
    assert log(store) == before
    undo(again)
    assert log(store) == after


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": 740_000}, "day"),
        ({"day": 1}, "day"),
        ({"day": datetime(2026, 11, 22, tzinfo=UTC).toordinal(), "minute": 9 * 60 + 31}, "minute"),
        ({"minute": 1440}, "minute"),
        ({"minutes": 1441}, "minutes"),
        ({"minutes": -1}, "minutes"),
        ({"title": "x" * 121}, "title"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    store: Store, now: datetime, values: dict[str, Any], field: str
) -> None:
    given = {"day": yesterday(now), "minute": EVENING, "minutes": 30, "title": ""} | values
    before = log(store)
    with pytest.raises(UserError) as caught:
        log_past(store, FREE, given["day"], given["minute"], given["minutes"], now, title=given["title"])
    assert caught.value.field == field
    assert log(store) == before


def test_one_that_is_left_without_sets_goes_away_again(store: Store, now: datetime) -> None:
    before = log(store)
    logged = log_past(store, FREE, yesterday(now), EVENING, 45, now)
    number = logged.value.session.id
    dropped = drop_if_empty(store, number, now)
    assert dropped.value
    assert log(store) == before
    undo(dropped)
    undo(logged)
    assert log(store) == before
    assert not drop_if_empty(store, number, now).value


def test_one_with_a_set_or_one_that_is_open_does_not_go_away(store: Store, now: datetime) -> None:
    number = log_past(store, FREE, yesterday(now), EVENING, 45, now).value.session.id
    add(store, number, GOBLET, reps(10), now)
    started = session.start_free(store, now).value.session.id
    before = log(store)
    for one in (number, started):
        outcome = drop_if_empty(store, one, now)
        assert not outcome.value
        assert outcome.undo is None
    assert log(store) == before


def test_an_empty_one_with_words_goes_to_the_bin(store: Store, now: datetime) -> None:
    number = log_past(store, FREE, yesterday(now), EVENING, 45, now).value.session.id
    facts = session_past.facts_of(store.sessions.get(number))
    change_session(store, number, replace(facts, note="Only stretched"), now)
    drop_if_empty(store, number, now)
    assert [item.kept.session.note for item in trash.items(store)] == ["Only stretched"]


def test_what_a_crash_left_empty_and_what_is_old_in_the_bin_goes_at_the_start(
    store: Store, now: datetime
) -> None:
    kept = train(store, now, (GOBLET, reps(10)), note="x")
    gone = train(store, now, (GOBLET, reps(10)))
    session.discard(store, gone, now)
    log_past(store, FREE, yesterday(now), EVENING, 45, now)
    started = session.start_free(store, now).value.session.id
    upkeep.tidy(store, now + timedelta(days=31))
    assert trash.items(store) == []
    assert [one.id for one in store.sessions.done()] == [kept]
    assert store.sessions.active_id() == started


def facts(store: Store, number: int, **values: Any) -> SessionFacts:
    return replace(session_past.facts_of(store.sessions.get(number)), **values)


def test_facts_are_corrected_and_can_be_taken_back(store: Store, now: datetime) -> None:
    number = train(store, now - timedelta(days=3), (GOBLET, reps(10, 9)))
    before = log(store)
    wanted = facts(
        store,
        number,
        title=" Legs  at home ",
        day=yesterday(now),
        minute=7 * 60 + 5,
        minutes=50,
        note="Steady",
        effort=0,
    )
    outcome = change_session(store, number, wanted, now)
    found = outcome.value
    assert found == store.sessions.get(number)
    assert (found.title, found.note, found.effort, found.day) == ("Legs at home", "Steady", 0, yesterday(now))
    assert found.started_at == datetime(2026, 11, 21, 7, 5, tzinfo=now.tzinfo)
    assert found.ended_at == datetime(2026, 11, 21, 7, 55, tzinfo=now.tzinfo)
    after = log(store)
    again = undo(outcome)
    assert log(store) == before
    undo(again)
    assert log(store) == after


def test_what_is_not_changed_is_not_touched(store: Store, now: datetime) -> None:
    start = now.replace(second=41) - timedelta(days=3)
    number = train(store, start, (GOBLET, reps(10)))
    with store.transaction():
        long = replace(store.sessions.get(number), duration_s=2537, title="  two  blanks")
        store.sessions.update(long)
    outcome = change_session(store, number, facts(store, number), now)
    assert outcome.undo is None
    found = change_session(store, number, facts(store, number, note="x"), now).value
    assert (found.started_at, found.duration_s, found.title) == (start, 2537, "  two  blanks")
    moved = change_session(store, number, facts(store, number, day=yesterday(now)), now).value
    assert moved.duration_s == 2537
    assert moved.ended_at is not None
    assert moved.ended_at.timestamp() - moved.started_at.timestamp() == 2537


def test_a_length_can_become_unknown_again(store: Store, now: datetime) -> None:
    number = train(store, now - timedelta(days=3), (GOBLET, reps(10)))
    found = change_session(store, number, facts(store, number, minutes=None), now).value
    assert (found.duration_s, found.ended_at) == (None, None)
    found = change_session(store, number, facts(store, number, minutes=0), now).value
    assert (found.duration_s, found.ended_at) == (0, found.started_at)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"day": 740_000}, "day"),
        ({"minute": 2000}, "minute"),
        ({"minutes": 1441}, "minutes"),
        ({"note": "x" * 10_001}, "note"),
        ({"effort": 11}, "effort"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_at_its_field(
    store: Store, now: datetime, values: dict[str, Any], field: str
) -> None:
    number = train(store, now - timedelta(days=3), (GOBLET, reps(10)))
    before = log(store)
    with pytest.raises(UserError) as caught:
        change_session(store, number, facts(store, number, **values), now)
    assert caught.value.field == field
    assert log(store) == before


def test_an_open_session_is_not_corrected_as_a_past_one(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    with pytest.raises(UserError, match="open"):
        change_session(store, number, facts(store, number, title="x"), now)


def test_the_zone_that_a_session_was_begun_in_stays(store: Store, now: datetime) -> None:
    there = datetime(2026, 11, 20, 7, 0, tzinfo=TOKYO)
    number = train(store, there, (GOBLET, reps(10)))
    found = change_session(store, number, facts(store, number, minute=8 * 60), now).value
    assert found.started_at == datetime(2026, 11, 20, 8, 0, tzinfo=TOKYO)
    # It is evening here and a day later there: that day is no longer to come.
    evening = now.replace(hour=22)
    tomorrow_there = date(2026, 11, 23).toordinal()
    found = change_session(store, number, facts(store, number, day=tomorrow_there, minute=60), evening).value
    assert found.day == tomorrow_there


def order(store: Store, number: int) -> list[int | None]:
    return [entry.draft.reps for entry in store.sets.of_session(number)]


def exported(store: Store) -> list[int]:
    target = store.folder / "out.csv"
    export.export(store, target, "csv")
    with target.open(encoding="utf-8", newline="") as lines:
        return [int(row["reps"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(
    "times",
    [
        # past midnight
        [datetime(2026, 11, 21, 23, 50, tzinfo=UTC) + timedelta(minutes=5 * n) for n in range(4)],
        # the clocks go back an hour
        [
            (datetime(2026, 10, 25, 0, 50, tzinfo=UTC) + timedelta(minutes=5 * n)).astimezone(
                ZoneInfo("Europe/Berlin")
            )
            for n in range(4)
        ],
        # a flight to the west, hour by hour
        [
            datetime(2026, 11, 20, 12, 0, tzinfo=TOKYO),
            datetime(2026, 11, 20, 4, 5, tzinfo=ZoneInfo("Europe/Berlin")),
            datetime(2026, 11, 20, 3, 10, tzinfo=UTC),
            datetime(2026, 11, 19, 22, 15, tzinfo=ZoneInfo("America/New_York")),
        ],
        # somebody puts the clock of the computer back
        [datetime(2026, 11, 20, 12, 0, tzinfo=UTC) - timedelta(hours=n) for n in range(4)],
    ],
    ids=["midnight", "clocks", "zones", "set back"],
)
def test_sets_stay_in_the_order_of_doing(store: Store, times: list[datetime]) -> None:
    number = session.start_free(store, times[0]).value.session.id
    block = session.add_exercise(store, number, GOBLET).value
    exercise_id = store.blocks.of_session(number)[0].exercise_id
    for count, at in enumerate(times, start=1):
        session.log_set(store, number, SetDraft(exercise_id, block, reps=count), at)
    session.finish(store, number, times[-1])
    assert order(store, number) == [1, 2, 3, 4] == exported(store)
    assert store.sessions.get(number).day == times[0].date().toordinal()
    later = times[0].astimezone(UTC) + timedelta(days=30)
    moved = facts(store, number, day=times[0].date().toordinal() - 400, minute=5)
    outcome = change_session(store, number, moved, later)
    assert order(store, number) == [1, 2, 3, 4] == exported(store)
    session.delete_set(store, store.sets.of_session(number)[1].id, later)
    trash.restore(store, trash.items(store)[0].id, later)
    assert order(store, number) == [1, 2, 3, 4]
    undo(outcome)
    assert order(store, number) == [1, 2, 3, 4]


def test_sets_that_are_added_to_an_old_session_come_behind_those_it_has(store: Store, now: datetime) -> None:
    number = train(store, now - timedelta(days=30), (GOBLET, reps(10, 9)))
    first = store.sets.of_session(number)[0]
    session.log_set(store, number, replace(first.draft, reps=5), now)
    assert order(store, number) == [10, 9, 5]


def test_last_time_and_what_was_asked_of_a_past_session_are_of_the_time_before_it(
    store: Store, now: datetime
) -> None:
    first, middle, _last = (
        train(store, now - timedelta(days=back), (GOBLET, reps(10, load=load)))
        for back, load in ((9, 14), (6, 16), (3, 18))
    )
    (block,) = session.view(store, middle).blocks
    assert [draft.load for draft in block.last] == [kg(14)]
    assert block.last_day == store.sessions.get(first).day
    (block,) = session.view(store, first).blocks
    assert block.last == ()
