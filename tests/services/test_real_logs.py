"""What comes next, and what was a record, at every point of logs that real people kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.loads import Loads
from nextrep.domain.plates import fine
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.progression import Exposure, Suggestion, suggest
from nextrep.domain.records import Record, records
from nextrep.domain.strength import Yardstick
from nextrep.domain.training import MAX_REPS, MAX_SECONDS, Target
from nextrep.domain.units import MAX_LOAD_GRAMS, Load, Unit
from nextrep.domain.wins import MOST_WINS
from nextrep.services import catalog, owned, transfer
from nextrep.services.records import records_of
from nextrep.services.wins import wins_of
from nextrep.storage.store import Store

R = ProgressionRule
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=BERLIN)
LATEST = 14
"""So many times of an exercise are gone through."""
SLACK = 250
"""Grams that 132 lb may differ from 60 kg and still stand for it."""

DOUBLE = Target(0, 3, 8, 12, rir_low=2, rir_high=3)
LINEAR = Target(0, 5, 5, 5, details=TargetDetails(progression=Progression(ProgressionRule.LINEAR)))
_WAVE = (
    (PlannedSet(reps_low=5, percent=650), PlannedSet(PlannedKind.AMRAP, 5, percent=850)),
    (PlannedSet(reps_low=3, percent=700), PlannedSet(PlannedKind.AMRAP, 3, percent=900)),
)


def _others() -> list[Target | None]:
    """Every other way to ask for something, in turn."""
    rules = (R.NONE, R.TOP_BACKOFF, R.RPE, R.LADDER)
    loads = (
        LoadPlan(LoadRule.LAST, 800),
        LoadPlan(LoadRule.PERCENT_E1RM, 750),
        LoadPlan(LoadRule.PERCENT_TM, 900),
        LoadPlan(LoadRule.RPE_CHART),
        LoadPlan(LoadRule.BODYWEIGHT),
        LoadPlan(LoadRule.BODYWEIGHT, load=Load(-10_000, Unit.KG)),
        LoadPlan(LoadRule.BAND, band="red"),
        LoadPlan(LoadRule.FIXED, load=Load(20_000, Unit.KG)),
    )
    details = [TargetDetails(progression=Progression(rule), warm_up=2) for rule in rules]
    details += [TargetDetails(load=load) for load in loads]
    details += [
        TargetDetails(progression=Progression(R.TOTAL, total=30)),
        TargetDetails(progression=Progression(R.WAVE, wave=_WAVE)),
        TargetDetails(
            rows=(PlannedSet(reps_low=5, reps_high=8), PlannedSet(PlannedKind.DROP, 10, percent=700))
        ),
    ]
    hold = TargetDetails(progression=Progression(R.TIME))
    return [
        None,
        *(replace(DOUBLE, details=one) for one in details),
        Target(0, 3, None, None, seconds=30, details=hold),
        Target(0, 3, None, None, details=TargetDetails(distance_m=40)),
    ]


OTHERS = _others()


@pytest.fixture(scope="module", params=("strong", "hevy", "fitnotes"))
def logs(request: pytest.FixtureRequest, shared: Path) -> Iterator[list[Store]]:
    """A profile for each export that can be read."""
    stores = []
    for path in sorted((shared / "data" / request.param).iterdir()):
        store = Store(path.parent, now=NOW, in_memory=True)
        stores.append(store)
        try:
            transfer.keep(store, transfer.read(store, path), BERLIN)
        except UserError:
            continue
    yield stores
    for store in stores:
        store.close()


def histories(store: Store) -> Iterator[tuple[Exercise, list[tuple[Exposure, ...]]]]:
    """Every exercise of a log with its past as it was at each point, from nothing on."""
    for (number,) in store.sets._sql("SELECT DISTINCT exercise_id FROM workset ORDER BY exercise_id"):
        times = store.sets.exposures(number, 0, LATEST)
        yield catalog.exercise_of(store, number), [times[:end] for end in range(len(times) + 1)]


def answer(
    store: Store,
    exercise: Exercise,
    target: Target | None,
    past: tuple[Exposure, ...],
    loads: Loads,
    today: int | None = None,
) -> Suggestion:
    def exercise_of(key: str) -> Exercise:
        found = catalog.find_key(store, key)
        if found is None:
            raise KeyError(key)
        return found

    day = today or (past[-1].day + 3 if past else 738_000)
    return suggest(exercise, target, past, loads, day, exercise_of=exercise_of)


def test_every_rule_has_an_answer_and_a_reason_at_every_point(logs: list[Store]) -> None:
    asked = 0
    for store in logs:
        loads = owned.loads(store)
        for exercise, points in histories(store):
            for past in points:
                found = answer(store, exercise, OTHERS[asked % len(OTHERS)], past, loads)
                assert found.reason.strip(), (exercise.key, past)
                for row in found.rows:
                    assert row.load is None or abs(row.load.grams) <= MAX_LOAD_GRAMS
                    assert row.reps is None or 1 <= row.reps <= MAX_REPS
                    assert row.seconds is None or 1 <= row.seconds <= MAX_SECONDS
                asked += 1
    assert asked > 500


def test_every_session_has_the_records_of_the_whole_log_and_a_few_wins(logs: list[Store]) -> None:
    seen = 0
    for store in logs:
        of_log: set[Record] = set()
        for number, exercise in catalog.exercises_in_use(store).items():
            of_log.update(records(store.sets.facts(number), Yardstick(exercise.measure)))
        of_sessions: list[Record] = []
        for session in store.sessions.done():
            of_sessions += [record for _exercise, record in records_of(store, session.id)]
        assert len(of_sessions) == len(of_log)
        assert set(of_sessions) == of_log
        for session in store.sessions.done()[-20:]:
            found = wins_of(store, session.id)
            assert 1 <= len(found) <= MOST_WINS
            assert len({win.text for win in found}) == len(found)
        seen += len(of_log)
        assert len(of_log) <= store.sets.count(0, 10**7)
    assert seen > 100


@pytest.mark.parametrize("target", [DOUBLE, LINEAR], ids=["double", "linear"])
def test_one_session_raises_the_load_by_one_step_at_most_and_never_when_it_was_lighter(
    logs: list[Store], target: Target
) -> None:
    compared = 0
    for store in logs:
        loads = owned.loads(store)
        for exercise, points in histories(store):
            for past, more in pairwise(points):
                before = answer(store, exercise, target, past, loads, more[-1].day).load
                after = answer(store, exercise, target, more, loads).load
                lifted = [one.load or Load(0, Unit.KG) for one in more[-1].judged]
                if before is None or after is None or not lifted:
                    continue
                most = loads.above(exercise, max([before, *lifted], key=fine))
                assert after.grams <= most.grams + SLACK, (exercise.key, more[-3:])
                if all(one.grams < before.grams - SLACK for one in lifted):
                    assert after.grams <= before.grams + SLACK, (exercise.key, more[-3:])
                compared += 1
    assert compared > 300
