"""Grouping keeps gaps, says how, and agrees with counting by hand."""

from __future__ import annotations

from datetime import date
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.grouping import fitting_bin, grouped
from nextrep.domain.series import Bin, Figure, Points, Series
from nextrep.domain.series_words import full_detail, value_in_words
from nextrep.domain.trends.weeks import weekly

MONDAY = date(2026, 8, 31).toordinal()
logged = st.dictionaries(st.integers(MONDAY, MONDAY + 400), st.integers(0, 100), max_size=200).map(
    lambda found: tuple((day, value / 10) for day, value in sorted(found.items()))
)


def rating(points: Points) -> Series:
    return Series("rating:mood", "Mood", "56 of 84 days", points, low=0, high=10, family="mood")


@given(logged)
def test_weeks_are_those_of_the_trend_with_three_or_more_entries(points: Points) -> None:
    found = grouped(rating(points), Bin.WEEK)
    usable = [week for week in weekly(points) if week.usable]
    assert found.points == tuple((week.monday, week.mean) for week in usable)
    assert found.spread == tuple((week.monday, week.lower, week.upper) for week in usable)


@given(logged)
def test_months_need_seven_entries(points: Points) -> None:
    found = grouped(rating(points), Bin.MONTH)
    months: dict[int, list[float]] = {}
    for day, value in points:
        months.setdefault(date.fromordinal(day).replace(day=1).toordinal(), []).append(value)
    expected = {start: fmean(values) for start, values in months.items() if len(values) >= 7}
    assert dict(found.points) == pytest.approx(expected)


@given(logged)
def test_nothing_is_lost_when_values_are_added_up(points: Points) -> None:
    volume = Series("volume", "Volume", "", points, low=0, join_days=28, adds=True)
    for bin_ in (Bin.WEEK, Bin.MONTH):
        found = grouped(volume, bin_)
        assert sum(value for _day, value in found.points) == pytest.approx(
            sum(value for _day, value in points)
        )
        assert found.bars


def test_what_is_seldom_has_a_mean_from_one_entry_and_quartiles_from_three() -> None:
    strength = Series("e1rm", "Strength", "", ((MONDAY, 50.0), (MONDAY + 7, 1.0), (MONDAY + 9, 2.0),
                                               (MONDAY + 11, 6.0)), join_days=28)  # fmt: skip
    found = grouped(strength, Bin.WEEK)
    assert found.points == ((MONDAY, 50.0), (MONDAY + 7, 3.0))
    assert found.spread == ((MONDAY + 7, 1.5, 4.0),)


def test_weekly_counts_of_a_month_are_its_iso_weeks() -> None:
    weeks = tuple((MONDAY + 7 * week, 1.0) for week in range(9))
    counts = Series("sessions", "Sessions", "a week", weeks, bars=True, planned=weeks)
    found = grouped(counts, Bin.MONTH)
    september, october = date(2026, 9, 1).toordinal(), date(2026, 10, 1).toordinal()
    assert found.points == found.planned == ((september, 4.0), (october, 5.0))
    assert "in whole weeks" in full_detail(found)


def test_scores_and_days_stay_as_they_are() -> None:
    scores = Series("score:phq-9", "PHQ-9", "", ((MONDAY, 9.0),), scores=True)
    assert grouped(scores, Bin.MONTH) is scores
    daily = rating(((MONDAY, 5.0),))
    assert grouped(daily, Bin.DAY) is daily


def test_means_say_that_they_are_means() -> None:
    found = grouped(rating(tuple((MONDAY + day, 5.0) for day in range(7))), Bin.WEEK)
    assert full_detail(found) == "56 of 84 days · weekly mean, shaded: quartiles"
    assert value_in_words(found, 5.0) == "Mood 5 on average that week"


def test_a_mean_with_a_night_that_is_the_most_it_can_be_is_that_too() -> None:
    monday = date(2026, 11, 16).toordinal()
    points = tuple((monday + day, 7.0) for day in range(11))
    nights = Series("sleep:tst", "Sleep", "", points, figure=Figure.HOURS, at_most=frozenset({monday + 1}))
    weeks = grouped(nights, Bin.WEEK)
    assert [day for day, _value in weeks.points] == [monday, monday + 7]
    assert weeks.at_most == {monday}
    assert value_in_words(nights, 7.0, at_most=True) == "Sleep at most 7 h"


@pytest.mark.parametrize(
    ("days", "wanted"), [(7, Bin.DAY), (365, Bin.DAY), (3 * 365, Bin.WEEK), (10 * 365, Bin.MONTH)]
)
def test_long_periods_are_read_by_week_and_by_month(days: int, wanted: Bin) -> None:
    assert fitting_bin(days) is wanted
