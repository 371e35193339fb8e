"""What the tools start from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Equipment
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, owned, preferences, session, tools
from nextrep.settings.table import E1RM_FORMULA
from nextrep.storage.store import Store


def kg(value: float) -> Load:
    return Load(round(value * 1000), Unit.KG)


def test_they_know_what_is_owned_the_formula_and_the_heaviest_set_of_the_last_time(
    store: Store, now: datetime
) -> None:
    bench = catalog.by_key("barbell_bench_press")
    view = session.start_free(store, now).value
    block = session.add_exercise(store, view.session.id, bench).value
    number = session.view(store, view.session.id).blocks[0].exercise_id
    warm = SetDraft(number, block, SetKind.WARMUP, kg(90), 5)
    for draft in (
        warm,
        replace(warm, kind=SetKind.WORKING, load=kg(60)),
        replace(warm, kind=SetKind.WORKING, load=kg(70)),
    ):
        session.log_set(store, view.session.id, draft, now)
    assert tools.facts(store, number).last is None, "a session that is going on is not the last time"
    session.finish(store, view.session.id, now + timedelta(minutes=30))
    mine = Owned(bars=(Bar(Equipment.BARBELL, kg(15)),))
    owned.save(store, mine)
    preferences.change(store, E1RM_FORMULA, str(Formula.BRZYCKI))
    found = tools.facts(store, number)
    assert found.last is not None and (found.last.load, found.last.reps) == (kg(70), 5)
    assert found.loads.owned == mine
    assert found.formula is Formula.BRZYCKI


def test_a_usual_gym_stands_in_with_the_bars_that_were_named() -> None:
    bench = catalog.by_key("barbell_bench_press")
    mine = Loads(Owned(bars=(Bar(Equipment.BARBELL, kg(15)),)))
    usual = tools.usual_loads(mine, Unit.KG)
    told = usual.sides(bench, kg(55))
    assert told is not None and (told.base, told.plates) == (kg(15), (kg(20),))
    assert usual.owned.bars_of(Equipment.EZ_BAR)
    pounds = tools.usual_loads(Loads(), Unit.LB).sides(bench, kg(100))
    assert pounds is not None and pounds.base is not None and pounds.base.unit is Unit.LB
