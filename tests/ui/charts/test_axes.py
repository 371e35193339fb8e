"""Axes: labels have room, stay with their days, and show whole scales."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from nextrep.domain.series import Points, Series
from nextrep.ui.charts.span import LEAST_DAYS, Span
from nextrep.ui.charts.ticks import day_ticks, value_ticks
from tests.ui.charts.examples import FIRST, LAST, mood, sessions, sleep


@pytest.mark.parametrize("days", [7, 28, 84, 365, 3650, 11_000])
def test_day_labels_are_apart_and_there_are_some(days: int) -> None:
    high = FIRST + days - 0.5
    ticks = day_ticks(FIRST - 0.5, high, 1000, 70)
    places = [(day - FIRST) * 1000 / days for day, _text in ticks]
    assert 2 <= len(ticks) <= 15
    assert all(b - a >= 70 * 0.9 for a, b in pairwise(places))  # months are not all equally long
    assert len({text for _day, text in ticks}) == len(ticks) or days > 365


def test_day_labels_stay_with_their_days_when_one_pans() -> None:
    before = dict(day_ticks(FIRST, FIRST + 60, 800, 70))
    after = dict(day_ticks(FIRST + 3.3, FIRST + 63.3, 800, 70))
    shared = range(FIRST + 4, FIRST + 60)
    assert {d: t for d, t in before.items() if d in shared} == {d: t for d, t in after.items() if d in shared}


def test_weeks_are_labelled_on_mondays_and_years_with_their_number() -> None:
    assert {date.fromordinal(day).weekday() for day, _ in day_ticks(FIRST, LAST, 1000, 70)} == {0}
    years = day_ticks(date(2016, 6, 1).toordinal(), date(2026, 6, 1).toordinal(), 1000, 70)
    assert [text for _day, text in years] == [str(year) for year in range(2017, 2027)]


def test_a_rating_shows_its_whole_scale_whatever_the_data() -> None:
    assert value_ticks(mood(((FIRST, 6.0), (FIRST + 1, 6.5)))) == (0, 5, 10)


@pytest.mark.parametrize(
    ("points", "low", "high"),
    [
        (((FIRST, 5.8), (FIRST + 1, 8.9)), 5.8, 8.9),
        (((FIRST, 7.0),), 7.0, 7.0),
        (((FIRST, 22.5), (FIRST + 9, 108.0)), 22.5, 108.0),
        ((), 0.0, 0.0),
    ],
)
def test_other_axes_hold_their_data_with_few_round_labels(points: Points, low: float, high: float) -> None:
    ticks = value_ticks(sleep(points))
    assert 3 <= len(ticks) <= 4
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert len({round(b - a, 6) for a, b in pairwise(ticks)}) == 1


@pytest.mark.parametrize("most", [1, 2, 3, 5, 7, 14])
def test_counts_begin_at_zero_and_have_whole_labels(most: int) -> None:
    ticks = value_ticks(sessions(((FIRST, float(most)), (FIRST + 7, 1.0))))
    assert ticks[0] == 0
    assert ticks[-1] >= most
    assert all(value == int(value) for value in ticks)


def test_the_window_stays_in_the_period() -> None:
    whole = Span.whole(FIRST, LAST)
    assert whole.is_whole
    closer = whole.zoomed(0.5, FIRST - 0.5)
    assert closer.low == FIRST - 0.5
    assert closer.days == 42
    assert closer.panned(-100) == closer
    assert closer.panned(1000).high == LAST + 0.5
    assert closer.zoomed(100) == whole
    assert whole.zoomed(1e-9).days == LEAST_DAYS


def test_zooming_keeps_the_day_under_the_pointer_in_place() -> None:
    span = Span.whole(FIRST, LAST)
    at = FIRST + 30.0
    closer = span.zoomed(0.5, at)
    assert (at - closer.low) / closer.days == pytest.approx((at - span.low) / span.days)


def test_the_window_follows_a_day_only_as_far_as_needed() -> None:
    span = Span.whole(FIRST, LAST).zoomed(0.25, FIRST)
    assert span.showing(FIRST + 3) == span
    moved = span.showing(LAST)
    assert moved.high == LAST + 0.5
    assert moved.days == span.days


def test_a_period_shorter_than_a_week_can_be_shown() -> None:
    span = Span.whole(FIRST, FIRST + 2)
    assert span.zoomed(0.1).days == 3


def test_a_year_is_named_by_its_months() -> None:
    labels = [label for _day, label in day_ticks(LAST - 365, LAST, 1000, 70)]
    assert "Mar" in labels
    assert not any(label[0].isdigit() and " " in label for label in labels)


def test_a_value_that_never_changes_stands_in_the_middle_of_whole_steps() -> None:
    assert value_ticks(Series("best_set", "Best set", "", ((1, 10.0), (8, 10.0)))) == (9.5, 10.0, 10.5)
