"""What weight for how many reps: by the inverse of the formula, and only of loads that exist."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nextrep.domain.e1rm import Formula, e1rm
from nextrep.domain.errors import UserError
from nextrep.domain.loads import Loads
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import fine
from nextrep.domain.rep_loads import rep_loads
from nextrep.domain.units import Load, Unit, load_of
from nextrep.resources.exercises import load_exercises

LIBRARY = load_exercises()
BENCH, PULL_UP = LIBRARY.get("barbell_bench_press"), LIBRARY.get("pull_up")
GYM = Loads(presets()[2].owned)


def kg(value: float) -> Load:
    return load_of(value, Unit.KG)


@given(st.integers(30_000, 300_000), st.integers(1, 12), st.sampled_from(Formula))
def test_the_set_that_it_came_from_comes_back(grams: int, reps: int, formula: Formula) -> None:
    maximum = e1rm(grams, reps, None, formula)
    assert maximum is not None
    rows = rep_loads(BENCH, maximum, GYM, Unit.KG, formula)
    assert rows[reps - 1].exact == Load(grams, Unit.KG)
    assert rows[reps - 1].load == GYM.at_most(BENCH, Load(grams, Unit.KG))


@given(st.integers(1_000, 400_000), st.sampled_from(Formula), st.sampled_from(Unit))
@example(99_993, Formula.EPLEY, Unit.LB)  # ten reps are 5 g below plates in kilograms
def test_more_reps_are_never_heavier_and_nothing_is_above_what_was_computed(
    grams: int, formula: Formula, unit: Unit
) -> None:
    rows = rep_loads(BENCH, float(grams), GYM, unit, formula)
    assert [row.reps for row in rows] == list(range(1, 13))
    exact = [row.exact.grams for row in rows]
    assert exact == sorted(exact, reverse=True)
    for row in rows:
        if row.load is None:
            assert row.exact.grams < 20_000, "lighter than the bar"
        else:
            assert fine(row.load) <= fine(row.exact) + fine(kg(0.005))


def test_a_hundred_for_five_as_people_reckon_it() -> None:
    rows = rep_loads(BENCH, 100_000 * (1 + 5 / 30), GYM, Unit.KG)
    assert [row.load for row in rows[:5]] == [kg(115), kg(107.5), kg(105), kg(102.5), kg(100)]


def test_where_the_body_is_lifted_too_the_rest_is_added_or_helps() -> None:
    rows = rep_loads(PULL_UP, 100_000.0, GYM, Unit.KG, body_grams=80_000)
    assert rows[0].load == kg(20)
    assert rows[-1].exact.grams == round(100_000 / 1.4) - 80_000
    assert rows[-1].load is not None and rows[-1].load.grams < 0


def test_what_nobody_lifts_is_refused() -> None:
    with pytest.raises(UserError):
        rep_loads(BENCH, 1_400_000.0, GYM, Unit.KG)
