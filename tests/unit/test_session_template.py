"""What a template asks for where nothing was planned."""

from __future__ import annotations

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.session_template import asked_as_done, check_title
from nextrep.domain.training import SetDraft, SetKind


def sets(*amounts: int, kind: SetKind = SetKind.WORKING) -> list[SetDraft]:
    return [SetDraft(1, 0, kind=kind, reps=reps) for reps in amounts]


def test_it_asks_for_as_many_sets_and_their_range_of_reps() -> None:
    asked = asked_as_done("squat", [*sets(10, 8, 9), *sets(12, kind=SetKind.AMRAP)], 90)
    assert asked is not None
    assert (asked.exercise_key, asked.sets, asked.rest_s) == ("squat", 4, 90)
    assert (asked.reps_low, asked.reps_high, asked.seconds) == (8, 12, None)


def test_warm_ups_are_asked_for_as_such_and_what_follows_on_is_not() -> None:
    done = [
        *sets(12, 12, kind=SetKind.WARMUP),
        *sets(8),
        *sets(5, kind=SetKind.DROP),
        *sets(3, kind=SetKind.REST_PAUSE),
        *sets(2, kind=SetKind.FAILURE),
    ]
    asked = asked_as_done("squat", done, 90)
    assert asked is not None
    assert (asked.sets, asked.reps_low, asked.reps_high, asked.details.warm_up) == (1, 8, 8, 2)


def test_timed_sets_and_distances_ask_for_what_all_of_them_reached() -> None:
    timed = asked_as_done("plank", [SetDraft(1, 0, seconds=one) for one in (40, 30, 35)], 60)
    assert timed is not None
    assert (timed.sets, timed.seconds, timed.reps_low) == (3, 30, None)
    carried = asked_as_done("carry", [SetDraft(1, 0, distance_m=one, seconds=30) for one in (40, 20)], 60)
    assert carried is not None
    assert (carried.seconds, carried.details.distance_m) == (None, 20)


@pytest.mark.parametrize("done", [[], sets(0), sets(10, kind=SetKind.WARMUP), sets(3, kind=SetKind.FAILURE)])
def test_where_no_set_counts_nothing_is_asked_for(done: list[SetDraft]) -> None:
    assert asked_as_done("squat", done, 90) is None


def test_it_keeps_within_what_a_plan_can_ask_for() -> None:
    asked = asked_as_done("squat", sets(*[1000] * 60), 90)
    assert asked is not None
    assert (asked.sets, asked.reps_high) == (50, 999)


def test_names_have_single_blanks_and_their_limits() -> None:
    assert check_title("  Legs   at home ") == "Legs at home"
    for wrong in ("", "   ", "x" * 121):
        with pytest.raises(UserError):
            check_title(wrong)
