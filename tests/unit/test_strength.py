"""What one set says: its load as work, its estimate, its volume."""

import pytest

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Measure
from nextrep.domain.strength import SetFact, Yardstick, best_e1rm_by_day, volume_grams
from nextrep.domain.training import SetKind

PULL_UP = Yardstick(Measure.BODYWEIGHT)


def fact(grams: int | None, reps: int | None, **more: object) -> SetFact:
    return SetFact(day=1, session_id=1, grams=grams, reps=reps, **more)  # type: ignore[arg-type]


def test_volume_leaves_out_help_and_bodyweight() -> None:
    assert volume_grams(50_000, 8) == 400_000
    assert volume_grams(None, 8) == volume_grams(-20_000, 8) == 0
    assert PULL_UP.volume(fact(10_000, 8)) == 0


def test_the_best_of_each_day() -> None:
    facts = [SetFact(1, 1, 50_000, 5), SetFact(1, 1, 60_000, 1), SetFact(2, 2, None, 5)]
    assert best_e1rm_by_day(facts) == {1: 60_000}


def test_the_chosen_formula_decides() -> None:
    assert Yardstick(formula=Formula.BRZYCKI).estimate(fact(100_000, 5)) == pytest.approx(112_500)


@pytest.mark.parametrize("kind", [SetKind.WARMUP, SetKind.DROP, SetKind.REST_PAUSE])
def test_sets_that_begin_tired_or_warm_up_have_no_estimate(kind: SetKind) -> None:
    assert Yardstick().estimate(fact(100_000, 5, kind=kind)) is None


def test_after_a_rep_that_failed_nothing_was_in_reserve() -> None:
    assert Yardstick().estimate(fact(100_000, 5, rir_tenths=20, kind=SetKind.FAILURE)) == pytest.approx(
        116_667, abs=1
    )
    assert Yardstick().estimate(fact(100_000, 0, kind=SetKind.FAILURE)) is None


def test_the_pull_of_a_band_is_not_known() -> None:
    assert Yardstick().estimate(fact(20_000, 5, band="red")) is None


def test_added_load_has_an_estimate_only_with_a_body_weight() -> None:
    assert PULL_UP.estimate(fact(20_000, 5)) is None
    assert PULL_UP.estimate(fact(20_000, 5, body_grams=80_000)) == pytest.approx(36_667, abs=1)


def test_help_written_without_a_minus_sign_is_help() -> None:
    machine = Yardstick(Measure.ASSISTED)
    assert machine.grams(fact(20_000, 5)) == machine.grams(fact(-20_000, 5)) == -20_000
    assert machine.estimate(fact(20_000, 6, body_grams=80_000)) == pytest.approx(-8_000)


def test_of_two_days_below_zero_the_one_with_less_help_is_better() -> None:
    facts = [
        SetFact(1, 1, -40_000, 6, body_grams=80_000),
        SetFact(1, 1, -30_000, 6, body_grams=80_000),
    ]
    assert best_e1rm_by_day(facts, Yardstick(Measure.ASSISTED)) == {1: pytest.approx(-20_000)}
