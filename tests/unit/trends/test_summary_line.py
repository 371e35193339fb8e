"""The line agrees with medians taken one by one, whatever is missing."""

from __future__ import annotations

from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.series import Points, Series
from nextrep.domain.trends.summary_line import summary_line


def slowly(series: Series, window: int) -> tuple[Points, ...]:
    """The same by the letter: a list of values for each day."""
    segments: list[list[tuple[int, float]]] = [[]]
    previous = None
    for day, _value in series.points:
        if previous is not None and day - previous > series.join_days:
            segments.append([])
        previous = day
        inside = [value for other, value in series.points if day - window < other <= day]
        if series.join_days > window or len(inside) >= 3:
            segments[-1].append((day, median(inside)))
    return tuple(tuple(segment) for segment in segments if segment)


@given(
    st.dictionaries(st.integers(1, 120), st.integers(-50, 100), max_size=80),
    st.sampled_from([1, 3, 7, 28]),
    st.sampled_from([7, 28]),
)
def test_it_is_the_trailing_median_broken_at_gaps(found: dict[int, int], join: int, window: int) -> None:
    points = tuple((day, value / 10) for day, value in sorted(found.items()))
    series = Series("mood", "Mood", "", points, join_days=join)
    assert summary_line(series, window) == slowly(series, window)
