"""Small wins out of a profile: from the log, the plan, the break before, and how the day was."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Equipment
from nextrep.domain.journal import Rating
from nextrep.domain.program import Answers, SkipReason
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.domain.wins import WinKind
from nextrep.services import (
    catalog,
    journal,
    plan_editing,
    preferences,
    program,
    session,
    session_ratings,
)
from nextrep.services.records import lines_of
from nextrep.services.wins import wins_of
from nextrep.settings.table import BODY_WEIGHT_GRAMS, E1RM_FORMULA
from nextrep.storage.store import Store

W = WinKind


def train(
    store: Store, at: datetime, *sets: tuple[str, float | None, int], pleasant: int | None = None
) -> int:
    """One finished session: exercise, kilograms and reps (seconds for the plank) of each set."""
    number = session.start_free(store, at).value.session.id
    if pleasant is not None:
        session_ratings.rate_before(store, number, pleasant, None, at)
    blocks: dict[str, int] = {}
    for key, kilograms, amount in sets:
        if key not in blocks:
            blocks[key] = session.add_exercise(store, number, catalog.by_key(key)).value
        found = session.view(store, number).blocks[blocks[key]]
        load = None if kilograms is None else Load(round(kilograms * 1000), Unit.KG)
        timed = {"seconds": amount} if key == "plank" else {"reps": amount}
        session.log_set(store, number, SetDraft(found.exercise_id, found.block, load=load, **timed), at)
    session.finish(store, number, at + timedelta(minutes=30))
    return number


def kinds(store: Store, session_id: int) -> list[WinKind]:
    return [win.kind for win in wins_of(store, session_id)]


def texts(store: Store, session_id: int) -> list[str]:
    return [win.text for win in wins_of(store, session_id)]


def test_the_first_session_is_something_to_build_on(store: Store, now: datetime) -> None:
    assert kinds(store, train(store, now, ("goblet_squat", 16, 10))) == [W.FIRST_TIME, W.SHOWED_UP]


def test_records_and_more_reps_and_a_first_time(store: Store, now: datetime) -> None:
    train(
        store, now - timedelta(days=6), ("goblet_squat", 20, 12), ("push_up", None, 12), ("plank", None, 30)
    )
    train(store, now - timedelta(days=3), ("push_up", None, 9))
    today = train(
        store, now, ("goblet_squat", 22, 8), ("push_up", None, 10), ("plank", None, 30), ("pull_up", None, 3)
    )
    assert texts(store, today) == [
        "Goblet squat: the heaviest so far, 22 kg × 8.",
        "Push-up: one rep more than last time.",
        "Pull-up for the first time: something to build on.",
        "You showed up.",
    ]


def test_the_longest_hold(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), ("plank", None, 30))
    assert texts(store, train(store, now, ("plank", None, 40)))[0].endswith("longest hold so far, 40 s.")


def test_back_after_a_break_counts_the_days_before_it(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=20), ("goblet_squat", 16, 10))
    back = train(store, now, ("goblet_squat", 14, 10))
    assert kinds(store, back) == [W.BACK, W.SHOWED_UP]
    train(store, now + timedelta(days=1), ("goblet_squat", 14, 10))
    assert kinds(store, back) == [W.BACK, W.SHOWED_UP]


def test_a_low_day_by_the_feeling_before_or_by_the_check_in(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), ("goblet_squat", 16, 10))
    felt = train(store, now - timedelta(days=2), ("goblet_squat", 16, 5), pleasant=-2)
    assert kinds(store, felt) == [W.LOW_DAY, W.SHOWED_UP]
    noted = train(store, now, ("goblet_squat", 16, 5))
    assert kinds(store, noted) == [W.SHOWED_UP]
    journal.check_in(store, now.date().toordinal(), {Rating.MOOD: 20}, now)
    assert kinds(store, noted) == [W.LOW_DAY, W.SHOWED_UP]


@pytest.fixture
def first_week(store: Store, now: datetime) -> list[int]:
    """Planned sessions of the first week of a plan."""
    program.create(store, Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH})), now)
    plan = program.current(store)
    assert plan is not None
    return [one.planned.id for one in plan.sessions if one.planned.week == 1]


def follow(store: Store, now: datetime, planned_id: int) -> int:
    """Do one set of each exercise of a planned session on its day."""
    planned = store.programs.planned(planned_id)
    at = datetime.combine(date.fromordinal(planned.day), now.timetz())
    view = session.start_planned(store, planned_id, at).value
    for block in view.blocks:
        session.log_set(store, view.session.id, SetDraft(block.exercise_id, block.block, reps=8), at)
    session.finish(store, view.session.id, at + timedelta(minutes=30))
    return view.session.id


def test_the_session_that_completes_the_first_week(
    store: Store, now: datetime, first_week: list[int]
) -> None:
    *before, last = [follow(store, now, planned_id) for planned_id in first_week]
    assert W.FIRST_WEEK in kinds(store, last)
    assert not any(W.FIRST_WEEK in kinds(store, one) for one in before)


def test_what_was_left_out_of_the_first_week_is_not_missing(
    store: Store, now: datetime, first_week: list[int]
) -> None:
    done = follow(store, now, first_week[0])
    assert W.FIRST_WEEK not in kinds(store, done)
    for planned_id in first_week[1:]:
        plan_editing.skip(store, planned_id, SkipReason.LOW_DAY)
    assert W.FIRST_WEEK in kinds(store, done)


def test_the_records_of_a_session_as_lines(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=3), ("goblet_squat", 16, 10))
    today = train(store, now, ("goblet_squat", 18, 10), ("goblet_squat", 20, 8))
    assert lines_of(store, today) == [
        ("Heaviest set", "Goblet squat 20 kg × 8"),
        ("Most volume", "340 kg with these exercises, 160 kg before"),
    ]


def test_the_best_estimated_maximum_names_its_formula(store: Store, now: datetime) -> None:
    train(store, now - timedelta(days=7), ("goblet_squat", 20, 3), ("goblet_squat", 10, 20))
    today = train(store, now, ("goblet_squat", 18, 8))
    assert lines_of(store, today) == [("Best set", "Goblet squat 18 kg × 8, 1RM about 22.8 kg (Epley)")]
    preferences.change(store, E1RM_FORMULA, Formula.BRZYCKI)
    assert "1RM about 22.3 kg (Brzycki)" in lines_of(store, today)[0][1]


@pytest.mark.parametrize(
    ("key", "kilograms", "words"),
    [
        ("pull_up", 10, "1RM about 34 kg on top of the body (Epley)"),
        ("assisted_pull_up_machine", -40, "1RM with about 29.3 kg of help (Epley)"),
    ],
)
def test_of_ones_own_body_a_maximum_says_what_it_is_of(
    store: Store, now: datetime, key: str, kilograms: float, words: str
) -> None:
    preferences.change(store, BODY_WEIGHT_GRAMS, 80_000)
    train(store, now - timedelta(days=3), (key, kilograms, 6))
    done = train(store, now, (key, kilograms, 8))
    assert words in lines_of(store, done)[0][1]
