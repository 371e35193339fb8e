"""How much data each finding takes, and what it leaves out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Direction
from nextrep.domain.series import Points, Series
from nextrep.domain.trends.day_after import day_after
from nextrep.domain.trends.findings import Estimate
from nextrep.domain.trends.outcomes import find
from nextrep.domain.trends.overlap import overlap
from nextrep.domain.trends.scores import score_change
from nextrep.domain.trends.sessions import around_sessions, widened
from nextrep.domain.trends.spread import spread
from nextrep.domain.trends.trend import trend
from nextrep.domain.trends.weeks import weekly

MONDAY = date(2026, 9, 7).toordinal()


def weeks_of(*means: float | None) -> Points:
    """Three entries in each week, at its mean; none in a week of None."""
    given_ = [(MONDAY + 7 * week, mean) for week, mean in enumerate(means) if mean is not None]
    return tuple((monday + day, mean) for monday, mean in given_ for day in (0, 2, 5))


def test_a_week_begins_on_monday_and_takes_three_entries() -> None:
    found = weekly(((MONDAY - 1, 9.0), (MONDAY, 4.0), (MONDAY + 3, 5.0), (MONDAY + 6, 9.0)))
    assert [(one.monday, one.n, one.usable) for one in found] == [
        (MONDAY - 7, 1, False),
        (MONDAY, 3, True),
    ]
    assert (found[1].mean, found[1].lower, found[1].upper) == (6.0, 4.5, 7.0)


def test_no_trend_is_called_below_eight_usable_weeks() -> None:
    seven = weeks_of(1, 2, 3, 4, 5, 6, 7)
    thin = (*seven, (MONDAY + 49, 8.0), (MONDAY + 50, 8.0))
    found = trend(thin, MONDAY, MONDAY + 55)
    assert (found.usable, found.weeks, found.per_four) == (7, 8, None)
    full = trend((*thin, (MONDAY + 51, 8.0)), MONDAY, MONDAY + 55)
    assert full.per_four is not None and full.per_four.value == 4.0 and full.per_four.clear
    assert full.tau == 1.0


def test_a_missing_week_stays_missing_and_the_slope_knows_how_long_it_was() -> None:
    found = trend(weeks_of(1, 2, 3, None, None, 6, 7, 8, 9, 10), MONDAY, MONDAY + 69)
    assert (found.usable, found.weeks) == (8, 10)
    assert found.per_four == Estimate(4.0, 4.0, 4.0)
    assert found.over_all == Estimate(10.0, 10.0, 10.0)


def test_equal_weeks_have_no_clear_trend() -> None:
    found = trend(weeks_of(*[5.0] * 9), MONDAY, MONDAY + 62)
    assert found.flat and found.per_four is not None and not found.per_four.clear
    assert found.tau is None


def test_around_sessions_counts_and_gives_a_mean_from_ten_pairs_on() -> None:
    pairs = [(0, 2), (1, 1), (2, 1), (-1, 0), (0, 1), (1, 3), (0, 0), (-2, 1), (1, 2)]
    nine = around_sessions(pairs)
    assert (nine.n, nine.higher, nine.same, nine.lower, nine.mean) == (9, 6, 2, 1, None)
    ten = around_sessions([*pairs, (0, 1)])
    assert ten.mean is not None and ten.mean.value == pytest.approx(1.0)
    assert ten.mean.low < 1.0 < ten.mean.high
    assert around_sessions([(1, 2)] * 12).mean is None  # all equal: there is no interval


@given(st.integers(3, 3000))
def test_few_pairs_get_a_wider_interval_and_many_the_usual_one(n: int) -> None:
    assert 0.95 < widened(0.95, n) < 1
    assert widened(0.95, n + 1) < widened(0.95, n)
    if n > 1000:
        assert widened(0.95, n) == pytest.approx(0.95, abs=0.001)


def alternating(days: int) -> tuple[Points, list[int]]:
    """Two days of three trained; mood 6 after them and 5 after others, with some noise of its own."""
    trained = [day for day in range(1, days + 1) if day % 3]
    noise = (0.0, 0.5, -0.5, 1.0, -1.0, 0.0, 0.5)
    points = tuple((day, (6 if day - 1 in trained else 5) + noise[day % 7]) for day in range(1, days + 1))
    return points, trained


def test_the_day_after_takes_42_days_and_ten_pairs_of_each_kind() -> None:
    points, trained = alternating(42)
    assert day_after(points[:-1], trained).effect is None
    found = day_after(points, trained)
    assert (found.span_days, found.trained.n, found.other.n) == (42, 28, 13)
    assert found.effect is not None and found.effect.low < 1 < found.effect.high and found.effect.clear
    assert found.trained.median == 6 and found.other.median == 5
    few = day_after(points, [day for day in trained if day % 5 == 0])
    assert few.trained.n < 10 and few.effect is None


def test_only_consecutive_days_are_paired() -> None:
    points, trained = alternating(90)
    every_other = points[::2]
    assert day_after(every_other, trained).trained.n == 0
    gap = tuple(point for point in points if point[0] != 45)
    assert day_after(gap, trained).trained.n + day_after(gap, trained).other.n == 87


def test_days_that_are_all_alike_leave_only_what_stood_there() -> None:
    points = tuple((day, 5.0) for day in range(1, 90))
    found = day_after(points, range(1, 90, 2))
    assert found.effect is None and found.trained.median == found.other.median == 5.0


def test_overlap_never_holds_a_day_against_itself() -> None:
    points = tuple((day, float(day)) for day in range(1, 57))
    found = overlap(points, 1, 56)
    assert found is not None and (found.early, found.late, found.share) == (28, 28, 1.0)
    assert overlap(points, 1, 55) is None
    assert overlap(points[:9] + points[28:], 1, 56) is None


def test_differences_of_days_are_taken_between_neighbours_only() -> None:
    values = tuple((2 * day, float(day % 2)) for day in range(1, 40))
    assert spread(values).sd is not None
    assert spread(values).rmssd is None
    assert spread(tuple((day, float(day % 2)) for day in range(15))).rmssd == 1.0
    assert spread(tuple((day, float(day % 2)) for day in range(13))) == spread(())


def test_scores_are_held_against_the_first_and_the_one_before() -> None:
    assert score_change(InstrumentKey.PHQ9, [(100, 15)]) is None
    found = score_change(InstrumentKey.PHQ9, [(100, 15), (120, 11), (140, 9)])
    assert found is not None and found.from_previous is not None
    assert (found.from_first.points, found.from_previous.points) == (-6, -2)
    assert {one.points for one in found.from_first.reached} == {5, 6}


def test_days_outside_the_period_are_left_aside() -> None:
    series = Series("rating:mood", "Mood", "", weeks_of(*[9.0] * 4, *[1.0] * 8), Direction.HIGHER_IS_BETTER)
    found = find(series, (), MONDAY + 28, MONDAY + 83)
    assert found.trend.usable == 8 and found.last_level is not None and found.last_level.median == 1.0
    assert found.enough.logged == 24
    empty = find(Series("rating:mood", "Mood", "", ()), (), MONDAY, MONDAY + 83)
    assert empty.trend.per_four is None and empty.last_level is None and empty.spread.sd is None
