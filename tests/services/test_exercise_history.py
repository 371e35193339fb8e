"""The history of an exercise: what was logged, whole and once, and its bests against all that came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.training import SetKind
from nextrep.services import catalog, exercise_history, session
from nextrep.services.exercise_history import HistoryChoice
from nextrep.storage.store import Store
from tests.services.past_steps import GOBLET, PLANK, add, reps, train

SQUAT = HistoryChoice("goblet_squat")


def test_every_session_is_there_once_with_its_working_sets_the_newest_first(
    store: Store, now: datetime
) -> None:
    train(store, now - timedelta(days=9), (GOBLET, [*reps(10, kind=SetKind.WARMUP), *reps(8, 7)]))
    train(store, now - timedelta(days=2), (PLANK, [replace(reps(1, load=None)[0], reps=None, seconds=40)]))
    train(store, now - timedelta(days=1), (GOBLET, reps(9, load=18)))
    found = exercise_history.content(store, SQUAT, now.date())
    assert [(one.day, one.sets) for one in found.sessions] == [
        ("Sa 21 Nov 2026", "18 kg × 9"),
        ("Fr 13 Nov 2026", "16 kg × 8 · 16 kg × 7"),
    ]
    assert found.front.about == "3 working sets in 2 sessions."
    assert [(one.day, one.title) for one in found.records] == [("Sa 21 Nov 2026", "Heaviest set")]


def test_a_shorter_time_leaves_out_sessions_but_not_what_the_bests_are_measured_against(
    store: Store, now: datetime
) -> None:
    train(store, now - timedelta(days=300), (GOBLET, reps(8, load=24)))
    train(store, now - timedelta(days=3), (GOBLET, reps(8, load=20)))
    found = exercise_history.content(store, replace(SQUAT, days=84), now.date())
    assert len(found.sessions) == 1
    assert found.records == (), "lighter than long ago is no best"


def test_the_open_session_waits_until_it_is_over(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), (GOBLET, reps(8)))
    add(store, session.start_free(store, now).value.session.id, catalog.by_key("goblet_squat"), reps(8), now)
    assert len(exercise_history.content(store, SQUAT, now.date()).sessions) == 1


@pytest.mark.parametrize("days", [None, 84])
def test_nothing_done_is_said(store: Store, now: datetime, days: int | None) -> None:
    train(store, now - timedelta(days=300), (PLANK, reps(8, load=None)))
    assert [one.key for one in exercise_history.offer(store, now.date())] == ["plank"]
    for key in ("goblet_squat", "plank" if days else "none"):
        with pytest.raises(UserError, match="Nothing was logged"):
            exercise_history.content(store, HistoryChoice(key, days), now.date())


def test_its_file_is_named_by_the_exercise_in_letters_that_any_disk_takes() -> None:
    assert exercise_history.file_name(SQUAT) == "exercise-history-goblet-squat.pdf"
    assert exercise_history.file_name(HistoryChoice("own:../../étui: 2")) == "exercise-history-tui-2.pdf"
    assert exercise_history.file_name(HistoryChoice("own:山")) == "exercise-history.pdf"


def test_the_chart_spans_the_sessions(store: Store, now: datetime) -> None:
    for back in (30, 2):
        train(store, now - timedelta(days=back), (GOBLET, reps(8)))
    found = exercise_history.content(store, SQUAT, now.date())
    assert date.fromordinal(found.last) - date.fromordinal(found.first) == timedelta(days=28)
    assert {day for day, _value in found.series.points} <= {found.first, found.last}
