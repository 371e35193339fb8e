"""Gaps stay gaps; levels need enough days."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.series import (
    Series,
    first_and_last,
    level,
    per_week,
    sufficiency,
)
from nextrep.domain.trends.summary_line import summary_line


def series(*points: tuple[int, float], join_days: int = 3) -> Series:
    return Series("mood", "Mood", "", tuple(points), join_days=join_days)


def test_the_line_is_a_trailing_seven_day_median() -> None:
    days = [(day, float(day)) for day in range(1, 11)]
    (segment,) = summary_line(series(*days))
    assert segment[0] == (3, 2.0)
    assert segment[-1] == (10, 7.0)


def test_the_line_breaks_where_days_are_missing() -> None:
    days = [(day, 5.0) for day in (1, 2, 3, 4, 5, 9, 10, 11, 12)]
    segments = summary_line(series(*days))
    assert [[day for day, _ in segment] for segment in segments] == [[3, 4, 5], [9, 10, 11, 12]]


def test_too_few_days_in_the_window_have_no_value() -> None:
    assert summary_line(series((1, 5.0), (2, 5.0))) == ()


def test_sparse_series_join_their_own_days() -> None:
    segments = summary_line(series((1, 50.0), (8, 52.0), (60, 55.0), join_days=28))
    assert [len(segment) for segment in segments] == [2, 1]


def test_sufficiency_counts_days_and_the_longest_gap() -> None:
    found = sufficiency([1, 2, 2, 3, 10], 1, 14)
    assert (found.logged, found.days, found.longest_gap, found.percent) == (4, 14, 6, 29)
    assert not found.enough
    assert sufficiency([], 1, 7).longest_gap == 7
    assert sufficiency(range(1, 15), 1, 20).enough


def test_levels_need_seven_values_and_are_quartiles() -> None:
    assert level([5.0] * 6) is None
    found = level([1, 2, 3, 4, 5, 6, 7])
    assert found is not None
    assert (found.median, found.lower, found.upper) == (4, 2.5, 5.5)


def test_first_and_last_never_share_days() -> None:
    points = tuple((day, 5.0) for day in range(27))
    first, last = first_and_last(points)
    assert first is None
    assert last is not None
    first, _last = first_and_last((*points, (27, 5.0)))
    assert first is not None


def test_weeks_without_sessions_are_zero() -> None:
    assert per_week([8, 9, 22], 8, 28) == ((8, 2.0), (15, 0.0), (22, 1.0))


@given(
    st.dates(date(1999, 12, 1), date(2033, 2, 1)),
    st.integers(0, 800),
    st.lists(st.integers(-10, 810), max_size=200),
)
def test_weeks_and_gaps_are_those_of_the_iso_calendar_and_of_counting(
    start: date, length: int, offsets: list[int]
) -> None:
    first = start.toordinal()
    last = first + length
    days = sorted(first + offset for offset in offsets)
    inside = [day for day in days if first <= day <= last]

    def week(day: int) -> tuple[int, int]:
        return date.fromordinal(day).isocalendar()[:2]

    expected = {week(day): 0.0 for day in range(first, last + 1)}
    for day in inside:
        expected[week(day)] += 1
    assert {week(monday): count for monday, count in per_week(days, first, last)} == expected
    found = sufficiency(days, first, last)
    logged = "".join("x" if day in set(inside) else "-" for day in range(first, last + 1))
    assert (found.logged, found.days) == (logged.count("x"), length + 1)
    assert found.longest_gap == max(map(len, logged.split("x")))
