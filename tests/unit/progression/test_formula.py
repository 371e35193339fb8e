"""The formula of the estimated 1RM, and the body where it is lifted too, in what comes next."""

from dataclasses import replace

import pytest

from nextrep.domain.e1rm import Formula
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import LoadPlan, LoadRule, ProgressionRule
from nextrep.domain.progression import Exposure, suggest
from nextrep.domain.training import SetKind
from tests.unit.progression.past import BENCH, DAY, HELPED, LIBRARY, after, kg, past, ruled, sets, target

PULL_UP = LIBRARY.get("pull_up")
SHARE = ruled(ProgressionRule.NONE, 3, 5, 5, load=LoadPlan(LoadRule.PERCENT_E1RM, 800))


def weighed(exercise, asked, *times, body=80_000, **more):
    """What is asked after times on whose days the body weighed so many grams."""
    known = [replace(one, body_grams=body) for one in past(asked, *times)]
    return suggest(exercise, asked, known, Loads(), DAY, **more)


class TestTheFormula:
    @pytest.mark.parametrize(
        ("formula", "maximum"),
        [(Formula.EPLEY, "116.67"), (Formula.BRZYCKI, "112.5"), (Formula.LOMBARDI, "117.46")],
    )
    def test_a_share_is_of_the_maximum_by_the_chosen_formula(self, formula, maximum):
        found = after(BENCH, SHARE, sets(100, 5, 5, 5), formula=formula)
        assert f"80 % of an estimated maximum of {maximum} kg" in found.reason

    def test_other_reps_take_the_load_that_it_gives(self):
        # 100 kg × 5, then 10 with 2 in reserve: by Epley 116.7 / 1.4, by Lombardi 117.5 / 1.282.
        tens = target(3, 10, 10)
        done = past(target(3, 5, 5), sets(100, 5, 5, 5))
        assert suggest(BENCH, tens, done, Loads(), DAY).load == kg(82.5)
        assert suggest(BENCH, tens, done, Loads(), DAY, formula=Formula.LOMBARDI).load == kg(90)

    @pytest.mark.parametrize("formula", Formula)
    def test_even_many_reps_have_a_load(self, formula):
        many = target(3, 40, 40)
        found = suggest(BENCH, many, past(target(3, 5, 5), sets(100, 5, 5, 5)), Loads(), DAY, formula=formula)
        assert found.load is not None
        assert kg(30).grams < found.load.grams < kg(60).grams

    def test_after_a_rep_that_failed_nothing_was_in_reserve(self):
        failed = sets(100, 5, rir=3, kind=SetKind.FAILURE)
        assert "an estimated maximum of 116.67 kg" in after(BENCH, SHARE, failed).reason


class TestTheBodyIsLiftedToo:
    def test_without_a_body_weight_there_is_no_maximum(self):
        found = after(PULL_UP, SHARE, sets(20, 5, 5, 5))
        assert found.load is None
        assert "your body weight" in found.reason

    def test_a_share_is_of_body_and_load_together(self):
        # 80 + 20 kg × 5 are 116.7 kg in all: 36.7 kg added. 80 % of it all are 93.3 kg: 13.3 kg added.
        found = weighed(PULL_UP, SHARE, sets(20, 5, 5, 5))
        assert "80 % of an estimated maximum of 36.67 kg" in found.reason
        assert found.load is not None
        assert kg(10).grams <= found.load.grams <= kg(13.33).grams

    def test_a_training_max_of_the_plan_is_taken_as_it_stands(self):
        named = ruled(ProgressionRule.NONE, 3, 5, 5, load=LoadPlan(LoadRule.PERCENT_TM, 500, kg(40)))
        assert weighed(PULL_UP, named, sets(20, 5, 5, 5)).load == kg(20)

    def test_other_reps_take_less_even_where_the_body_weight_is_not_known(self):
        done = past(target(3, 5, 5), sets(20, 5, 5, 5))
        assert suggest(PULL_UP, target(3, 10, 10), done, Loads(), DAY).load == kg(15)

    def test_other_reps_count_the_body(self):
        # 116.7 kg in all; for 10 with 2 in reserve 83.3 kg: 3.3 kg are left to add.
        done = [replace(one, body_grams=80_000) for one in past(target(3, 5, 5), sets(20, 5, 5, 5))]
        found = suggest(PULL_UP, target(3, 10, 10), done, Loads(), DAY).load
        assert found is not None
        assert 0 < found.grams <= kg(3.34).grams

    def test_help_is_shared_out_the_same_way(self):
        # 80 - 40 kg × 6 are 48 kg: 32 kg of help for one. 80 % of it are 38.4 kg: 41.6 kg of help.
        found = weighed(HELPED, SHARE, sets(-40, 6, 6, 6))
        assert found.load is not None
        assert found.load.grams <= kg(-41.6).grams

    def test_the_last_known_weight_counts_for_what_comes_next(self):
        times = past(SHARE, sets(20, 5, 5, 5), sets(20, 5, 5, 5))
        times = [replace(times[0], body_grams=80_000), times[1]]
        assert suggest(PULL_UP, SHARE, times, Loads(), DAY).load is not None


def test_sets_of_as_many_reps_as_possible_are_judged():
    time = Exposure(DAY - 3, target(), sets(60, 10, 10, 12, kind=SetKind.AMRAP))
    assert suggest(BENCH, target(), [time], Loads(), DAY).load == kg(62.5)
