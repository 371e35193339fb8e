"""A lighter week asks for less of everything, whatever the load follows from."""

from dataclasses import replace

import pytest

from nextrep.domain.lighter import lighter
from nextrep.domain.prescription import LoadPlan, LoadRule, PlannedKind, PlannedSet, TargetDetails
from nextrep.domain.training import Target

HEAVY = Target(1, 4, 5, 5, rir_low=1, rir_high=2)


def test_half_the_sets_less_load_and_more_in_reserve() -> None:
    light = lighter(HEAVY)
    assert (light.sets, light.rir_low, light.rir_high) == (2, 3, 4)
    assert light.details.load == LoadPlan(percent=800)


def test_a_week_that_is_lighter_already_stays() -> None:
    assert lighter(lighter(HEAVY)) == lighter(HEAVY)


@pytest.mark.parametrize("rule", [LoadRule.PERCENT_E1RM, LoadRule.PERCENT_TM])
def test_sets_with_their_own_share_of_a_maximum_are_lightened_too(rule: LoadRule) -> None:
    rows = (
        PlannedSet(PlannedKind.WARMUP, 5, 5, percent=400),
        PlannedSet(PlannedKind.WORKING, 5, 5, percent=750),
        PlannedSet(PlannedKind.AMRAP, 5, percent=850),
    )
    light = lighter(replace(HEAVY, details=TargetDetails(load=LoadPlan(rule, percent=1000), rows=rows)))
    assert light.details.rows == (rows[0], PlannedSet(PlannedKind.WORKING, 5, 5, percent=600))


def test_shares_of_the_first_set_stay_shares_of_it() -> None:
    rows = (PlannedSet(PlannedKind.AMRAP, 5), PlannedSet(PlannedKind.BACKOFF, 8, 8, percent=900))
    rows = (*rows, rows[1])
    light = lighter(replace(HEAVY, details=TargetDetails(rows=rows)))
    assert light.details.rows == (PlannedSet(PlannedKind.WORKING, 5), rows[1])
    assert light.details.load.percent == 800


def test_nobody_is_asked_for_more_than_before() -> None:
    easy = lighter(replace(HEAVY, sets=1, rir_low=8, rir_high=9))
    assert (easy.sets, easy.rir_low, easy.rir_high) == (1, 8, 9)
