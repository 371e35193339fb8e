"""Looking through all sessions, and the ways to begin one."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft, SetKind
from nextrep.services import (
    past_choices,
    plan_editing,
    plan_weeks,
    program,
    session,
    session_list,
    session_starts,
    session_templates,
)
from nextrep.services.session_past import log_past
from nextrep.services.session_source import FREE, Source, SourceKind
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, PLANK, reps, train


def test_all_finished_sessions_are_listed_from_the_newest(store: Store, now: datetime) -> None:
    old = train(store, now - timedelta(days=400), (GOBLET, reps(10)))
    new = train(store, now - timedelta(days=1), (PLANK, [SetDraft(0, 0, seconds=30)]))
    middle = train(store, now - timedelta(days=30), (GOBLET, reps(10)))
    session.start_free(store, now)
    assert [one.id for one in session_list.every(store)] == [new, middle, old]


def test_what_they_hold_counts_working_sets_and_names_exercises_in_order(store: Store, now: datetime) -> None:
    warm_up = reps(12, load=8, kind=SetKind.WARMUP)
    number = train(store, now, (PLANK, [SetDraft(0, 0, seconds=30)]), (GOBLET, [*warm_up, *reps(10, 9)]))
    held = session_list.held(store, [number])
    assert held == {number: session_list.Held(3, ("Plank", "Goblet squat"))}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", [0, 1, 2]),
        ("gobl", [0, 2]),
        ("GÓBLET  plank", [0]),
        ("november 2026", [0, 1]),
        ("2025", [2]),
        ("squat 2025", [2]),
        ("free session", [0, 1, 2]),
        ("nothing like it", []),
    ],
)
def test_words_are_looked_for_in_names_exercises_and_months(
    store: Store, now: datetime, words: str, expected: list[int]
) -> None:
    plank = [SetDraft(0, 0, seconds=30)]
    numbers = [
        train(store, now, (GOBLET, reps(10)), (PLANK, plank)),
        train(store, now - timedelta(days=1), (PLANK, plank)),
        train(store, now - timedelta(days=400), (GOBLET, reps(10))),
    ]
    assert [one.id for one in session_list.find(store, words)] == [numbers[place] for place in expected]


def test_beside_the_next_session_a_few_planned_ones_are_offered(store: Store, now: datetime) -> None:
    program.create(store, Answers((0, 2, 4)), now - timedelta(days=10))
    today = now.date().toordinal()
    starts = session_starts.starts(store, today)
    assert starts.has_plan
    assert starts.next_up is not None
    days = [one.planned.day - today for one in starts.others]
    assert days == sorted(days)
    assert len(days) == session_starts.OTHERS
    assert sum(day < 0 for day in days) <= session_starts.MISSED
    assert starts.next_up.planned.id not in {one.planned.id for one in starts.others}
    skipped = starts.others[-1].planned.id
    plan_editing.skip(store, skipped)
    assert skipped not in {one.planned.id for one in session_starts.starts(store, today).others}
    session.start_planned(store, starts.others[0].planned.id, now)
    going_on = starts.others[0].planned.id
    assert going_on not in {one.planned.id for one in session_starts.starts(store, today).others}


def test_what_waits_for_the_end_of_a_pause_is_not_offered(store: Store, now: datetime) -> None:
    program.create(store, Answers((0, 2, 4)), now)
    today = now.date().toordinal()
    plan_weeks.pause(store, today)
    assert session_starts.starts(store, today).others == ()


def test_without_anything_there_is_nothing_to_begin_with(store: Store, now: datetime) -> None:
    starts = session_starts.starts(store, now.date().toordinal())
    assert not starts.has_plan
    assert starts.next_up is None
    assert (starts.others, starts.recent, starts.templates, starts.binned) == ((), (), (), 0)


def test_earlier_ones_templates_and_the_bin_are_counted(store: Store, now: datetime) -> None:
    numbers = [train(store, now - timedelta(days=day), (GOBLET, reps(10))) for day in range(6)]
    session_templates.copy_of_session(store, numbers[0], now, "Short")
    session.discard(store, numbers[5], now)
    starts = session_starts.starts(store, now.date().toordinal())
    assert [one.id for one in starts.recent] == numbers[: session_starts.RECENT]
    assert [one.title for one in starts.templates] == ["Short"]
    assert starts.binned == 1


def test_another_day_was_probably_what_was_planned_for_it(store: Store, now: datetime) -> None:
    program.create(store, Answers((0, 2, 4)), now - timedelta(days=10))
    plan = program.current(store)
    assert plan is not None
    planned = next(one for one in plan.sessions if one.planned.day < now.date().toordinal())
    number = train(store, now.replace(hour=7), (GOBLET, reps(10)))
    session_templates.copy_of_session(store, number, now, "Short")
    found = past_choices.choices(store, planned.planned.day, now)
    assert found[0].of_day
    assert found[0].planned_id == planned.planned.id
    assert (found[0].minute, found[0].minutes) == (7 * 60 + 30, planned.minutes)
    kinds = [one.source.kind for one in found]
    assert kinds[1] is SourceKind.FREE
    assert {SourceKind.TEMPLATE, SourceKind.SESSION} <= set(kinds)
    log_past(store, found[0].source, planned.planned.day, found[0].minute, found[0].minutes, now)
    after = past_choices.choices(store, planned.planned.day, now)
    assert after[0].source == FREE
    assert planned.planned.id not in {one.planned_id for one in after}


def test_a_session_of_today_is_over_by_now(store: Store, now: datetime) -> None:
    (free,) = past_choices.choices(store, now.date().toordinal(), now)
    assert free.minute == 9 * 60 + 30 - past_choices.USUAL_MINUTES
    (free,) = past_choices.choices(store, now.date().toordinal() - 1, now)
    assert free.minute == past_choices.EVENING
    assert free.source == Source(SourceKind.FREE)
