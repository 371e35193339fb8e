"""A pause of all tracking: its days, its end, and what it is kept as."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.series import sufficiency
from nextrep.domain.tracking_pause import (
    UNTIL,
    TrackingPause,
    begun,
    ended,
    pause_at,
    paused_days,
    pauses_from,
    pauses_text,
)

TODAY = date(2026, 11, 28).toordinal()
DAYS = st.integers(TODAY - 400, TODAY + 400)
PAUSES = st.lists(
    st.builds(
        lambda first, length: TrackingPause(first, None if length is None else first + length),
        DAYS,
        st.none() | st.integers(0, 90),
    ),
    max_size=4,
)


def test_a_pause_goes_on_until_it_is_ended_and_its_last_day_was_yesterday() -> None:
    pauses = begun((), TODAY, None)
    assert pause_at(pauses, TODAY - 1) is None
    assert pause_at(pauses, TODAY + 500) == TrackingPause(TODAY)
    over = ended(pauses, TODAY + 3)
    assert over == (TrackingPause(TODAY, TODAY + 2),)
    assert pause_at(over, TODAY + 3) is None


def test_one_with_a_last_day_ends_by_itself_and_may_get_another_end() -> None:
    pauses = begun((), TODAY, TODAY + 6)
    assert pause_at(pauses, TODAY + 6) is not None
    assert pause_at(pauses, TODAY + 7) is None
    assert begun(pauses, TODAY + 2, None) == (TrackingPause(TODAY),)
    again = begun(pauses, TODAY + 9, None)
    assert again == (TrackingPause(TODAY, TODAY + 6), TrackingPause(TODAY + 9))


def test_a_pause_that_began_today_goes_without_a_trace() -> None:
    assert ended(begun((), TODAY, TODAY + 6), TODAY) == ()
    assert ended((), TODAY) == ()


def test_a_last_day_that_is_over_is_refused_at_its_field() -> None:
    with pytest.raises(UserError, match="later day") as caught:
        begun((), TODAY, TODAY - 1)
    assert caught.value.field == UNTIL


@given(PAUSES)
def test_what_is_kept_is_read_again(pauses: list[TrackingPause]) -> None:
    assert pauses_from(pauses_text(pauses)) == tuple(pauses)


@pytest.mark.parametrize("text", ["", "[", "{}", "3", "[3]", '[["x", null]]', '[["2026-11-01"]]', "[[1, 2]]"])
def test_what_cannot_be_read_is_no_pause(text: str) -> None:
    assert pauses_from(text) == ()
    assert pauses_from('[["2026-11-27", null], 3]') == (TrackingPause(TODAY - 1),)


@given(PAUSES, DAYS, st.integers(0, 60))
def test_the_days_of_a_pause_are_those_it_covers(
    pauses: list[TrackingPause], first: int, length: int
) -> None:
    found = paused_days(pauses, first, first + length)
    assert found == {day for day in range(first, first + length + 1) if pause_at(pauses, day)}


@given(st.sets(st.integers(1, 40)), st.sets(st.integers(-5, 60)))
def test_a_pause_hides_no_gap_and_is_said_beside_it(days: set[int], paused: set[int]) -> None:
    plain = sufficiency(sorted(days), 1, 28)
    found = sufficiency(sorted(days), 1, 28, paused)
    assert (found.logged, found.days, found.longest_gap) == (plain.logged, 28, plain.longest_gap)
    assert found.paused == len({day for day in paused if 1 <= day <= 28} - days)
    assert found.logged + found.paused <= found.days
