"""What may be asked of an exercise: every number has its range, and what is allowed can be kept and read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.prescription_data import details_from_data, details_to_data
from nextrep.domain.target_check import check_target
from nextrep.domain.training import Target
from nextrep.domain.units import Load, Unit

ASKED = Target(1, 3, 8, 12)
SETS = (PlannedSet(reps_low=5, percent=750),)
R = ProgressionRule


def kg(kilograms: float) -> Load:
    return Load(round(kilograms * 1000), Unit.KG)


def with_(**details: Any) -> Target:
    return replace(ASKED, details=TargetDetails(**details))


def going(**values: Any) -> Target:
    return with_(progression=Progression(**values))


@pytest.mark.parametrize(
    ("target", "field"),
    [
        (replace(ASKED, sets=51), "sets"),
        (replace(ASKED, reps_low=12, reps_high=8), "reps"),
        (replace(ASKED, reps_low=None), "reps"),
        (replace(ASKED, reps_high=1000), "reps"),
        (replace(ASKED, seconds=0), "seconds"),
        (replace(ASKED, rir_low=3, rir_high=2), "rir"),
        (replace(ASKED, rest_s=3601), "rest_s"),
        (with_(distance_m=200_001), "distance"),
        (with_(load=LoadPlan(LoadRule.FIXED)), "load"),
        (with_(load=LoadPlan(LoadRule.FIXED, load=kg(1501))), "load"),
        (with_(load=LoadPlan(LoadRule.PERCENT_TM, 750, kg(0))), "load"),
        (with_(load=LoadPlan(LoadRule.PERCENT_TM, 1510, kg(100))), "load"),
        (with_(load=LoadPlan(LoadRule.PERCENT_TM, load=kg(100))), "load"),
        (with_(load=LoadPlan(LoadRule.BAND, band="r" * 61)), "load"),
        (with_(rows=SETS * 51), "rows"),
        (with_(rows=(PlannedSet(reps_low=1000),)), "rows"),
        (with_(rows=(PlannedSet(reps_low=8, reps_high=5),)), "rows"),
        (with_(rows=(PlannedSet(PlannedKind.TIMED, seconds=86_401),)), "rows"),
        (with_(rows=(PlannedSet(reps_low=5, percent=1501),)), "rows"),
        (with_(rows=(PlannedSet(PlannedKind.WARMUP, 5),)), "rows"),
        (going(rule=R.TIME), "progression"),
        (going(rule=R.WAVE), "progression"),
        (going(rule=R.WAVE, wave=((),)), "progression"),
        (going(rule=R.WAVE, wave=(SETS,) * 13), "progression"),
        (going(rule=R.WAVE, wave=((PlannedSet(reps_low=5000, percent=650),),)), "progression"),
        (going(rule=R.WAVE, wave=((PlannedSet(reps_low=5, percent=3000),),)), "progression"),
        (going(rule=R.TOTAL), "progression"),
        (going(rule=R.TOTAL, total=0), "progression"),
        (going(rule=R.TOTAL, total=5000), "progression"),
        (going(misses=0), "progression"),
        (going(misses=7), "progression"),
        (going(deload=501), "progression"),
        (going(back_off=1001), "progression"),
        (going(seconds_step=0), "progression"),
        (going(seconds_step=601), "progression"),
        (going(seconds_high=0), "progression"),
        (going(ladder=("push_up",) * 21), "progression"),
        (going(step=kg(0)), "progression"),
        (going(step=kg(1501)), "progression"),
        (with_(superset="AB"), "superset"),
        (with_(alternates=("push_up",) * 11), "alternates"),
        (with_(cue="c" * 501), "cue"),
    ],
)
def test_what_cannot_be_is_named_at_its_field(target: Target, field: str) -> None:
    with pytest.raises(UserError) as refused:
        check_target(target, known_max=True)
    assert refused.value.field == field
    assert str(refused.value)


def test_a_percentage_needs_a_maximum_that_is_known() -> None:
    share = with_(load=LoadPlan(LoadRule.PERCENT_E1RM, 750))
    with pytest.raises(UserError, match="maximum") as refused:
        check_target(share, known_max=False)
    assert refused.value.field == "load"
    assert check_target(share, known_max=True) is share


number = st.one_of(st.none(), st.integers(-2, 12), st.sampled_from([999, 1000, 1500, 1501, 86_400, 86_401]))
often = st.one_of(st.integers(-1, 10), st.sampled_from([500, 501, 600, 601, 1000, 1001, 86_400]))
planned_set = st.builds(PlannedSet, st.sampled_from(list(PlannedKind)), number, number, number, number)
weight = st.one_of(
    st.none(), st.builds(Load, st.integers(-1_600_000, 1_600_000), st.sampled_from(list(Unit)))
)
progression = st.builds(
    Progression,
    st.sampled_from(list(ProgressionRule)),
    weight,
    often,
    often,
    often,
    number,
    st.lists(st.lists(planned_set, max_size=2).map(tuple), max_size=13).map(tuple),
    st.lists(st.just("push_up"), max_size=21).map(tuple),
    often,
    often,
)
details = st.builds(
    TargetDetails,
    distance_m=number,
    load=st.builds(
        LoadPlan, st.sampled_from(list(LoadRule)), number, weight, st.sampled_from(["", "b", "b" * 61])
    ),
    progression=st.one_of(st.just(Progression()), progression),
    rows=st.lists(planned_set, max_size=2).map(tuple),
    warm_up=st.integers(-1, 7),
    superset=st.sampled_from(["", "A", "é", "AB", "1"]),
    alternates=st.lists(st.just("push_up"), max_size=11).map(tuple),
    note=st.sampled_from(["", "n" * 500, "n" * 501]),
)


@given(details)
@settings(max_examples=400, deadline=None)
def test_whatever_is_allowed_can_be_kept_and_read_again(asked: TargetDetails) -> None:
    """Else a plan could be saved that nobody can open any more."""
    try:
        check_target(replace(ASKED, details=asked), known_max=True)
    except UserError:
        return
    assert details_from_data(details_to_data(asked)) == asked
