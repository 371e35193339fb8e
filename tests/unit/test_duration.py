"""How long a session takes."""

from dataclasses import replace

import pytest

from nextrep.domain.duration import Pace, pace_of, seconds_for, working_sets
from nextrep.domain.prescription import PLAIN, PlannedKind, PlannedSet
from nextrep.domain.training import Target

PRESS = Target(1, 3, 8, 10, rest_s=120)
"""3 sets of up to 10: 45 s to set up, 3 × 40 s of work, 2 rests of 120 s: 405 s."""
WARM_UP = 240


def test_sets_rests_setting_up_and_a_warm_up() -> None:
    assert seconds_for([]) == WARM_UP
    assert seconds_for([PRESS]) == WARM_UP + 405
    assert (
        seconds_for([PRESS, replace(PRESS, reps_low=None, reps_high=None, seconds=30)]) == WARM_UP + 405 + 375
    )


def test_a_carry_counts_its_metres_and_warm_up_sets_their_rest() -> None:
    carry = replace(PRESS, reps_high=None, details=replace(PLAIN, distance_m=60))
    assert seconds_for([carry]) == WARM_UP + 45 + 3 * 60 + 2 * 120
    assert seconds_for([replace(PRESS, details=replace(PLAIN, warm_up=2))]) == WARM_UP + 405 + 2 * 90


def test_a_superset_rests_after_the_round_only() -> None:
    first = replace(PRESS, details=replace(PLAIN, superset="A"))
    apart = seconds_for([PRESS, PRESS])
    together = seconds_for([first, replace(first, exercise_id=2)])
    assert together == apart - 2 * 120 + 3 * 15  # two rests less, a change of exercise in each round


def test_sets_one_by_one() -> None:
    rows = (
        PlannedSet(PlannedKind.WARMUP, 5, 5),
        PlannedSet(PlannedKind.WORKING, 5, 5),
        PlannedSet(PlannedKind.DROP, 10, 10),
        PlannedSet(PlannedKind.AMRAP, 8, None),
    )
    row = replace(PRESS, details=replace(PLAIN, rows=rows))
    assert working_sets(row) == 3
    assert (
        seconds_for([row]) == WARM_UP + 45 + 90 + (5 + 10 + 8) * 4 + 1 * 120
    )  # a drop set has no rest before


def test_the_persons_own_pace_counts_from_five_sessions_on() -> None:
    assert pace_of([(3000, 2000)] * 4) == Pace()
    assert pace_of([(3000, 2000)] * 5) == Pace(1.5, 5)
    assert pace_of([(3000, 2000)] * 5).minutes(1800) == 45
    assert pace_of([(3000, 2000)] * 4 + [(90_000, 2000)]).factor == 1.5  # a clock left running


@pytest.mark.parametrize(("taken", "factor"), [(90_000, 2.0), (60, 0.5)])
def test_no_pace_is_beyond_belief(taken: int, factor: float) -> None:
    assert pace_of([(taken, 2000)] * 6).factor == factor
