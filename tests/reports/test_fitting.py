"""Text and marks that fit their place: wrapping, substitutes, bins and axes."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.figures import clock, number, period
from nextrep.domain.series import Series
from nextrep.reports.axis import TimeAxis, value_axis
from nextrep.reports.bins import days_per_bin, gaps, grouped_means, ranges, thinned
from nextrep.reports.charts import legend
from nextrep.reports.fonts import width_of
from nextrep.reports.plot import weeks_per_bar
from nextrep.reports.styles import BODY
from nextrep.reports.text import ELLIPSIS, printable, shorten, wrap

WIDTH = 120.0


def _wide(text: str) -> float:
    return width_of(text, BODY.face, BODY.size)


@given(st.text(st.characters(codec="latin-1"), max_size=300), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_without_an_ellipsis(text: str, most: int) -> None:
    lines = wrap(text, WIDTH, BODY, most)
    assert len(lines) <= most
    assert all(_wide(line) <= WIDTH for line in lines)
    if not any(ELLIPSIS in line for line in lines):
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_line_that_fits_is_not_touched_and_a_long_one_ends_in_an_ellipsis() -> None:
    assert shorten("Goblet squat", WIDTH, BODY) == "Goblet squat"
    short = shorten("Goblet squat " * 500, WIDTH, BODY)
    assert short.endswith(ELLIPSIS)
    assert _wide(short) <= WIDTH


@pytest.mark.parametrize(
    ("typed", "shown", "replaced"),
    [
        ("Zoë Żukowska", "Zoë Żukowska", False),
        ("Zoe\u0308", "Zoë", False),
        ("two\nlines\tand  spaces", "two lines and spaces", False),
        ("4 → 5, ≥ 3, −2 kg", "4 -> 5, >= 3, -2 kg", False),
        ("soft\u00adhyphen \u202eturned\u202c", "softhyphen turned", False),
        ("good 👍\ufe0f", "good ?", True),
        ("<b>&amp;</b>", "<b>&amp;</b>", False),
    ],
)
def test_characters_without_a_letterform_become_a_question_mark(
    typed: str, shown: str, replaced: bool
) -> None:
    assert printable(typed) == (shown, replaced)


def test_a_year_has_a_dot_a_day_and_ten_years_share_marks() -> None:
    assert days_per_bin(84, 400) == 1
    assert days_per_bin(365, 400) == 1
    assert days_per_bin(3653, 400) == 22
    ten_years = TimeAxis(1, 3653, 0, 400)
    assert "22 days" in legend(ten_years, ())
    assert "dots: days" in legend(TimeAxis(1, 84, 0, 400), ())
    assert weeks_per_bar(ten_years) > 1


def test_fewer_marks_keep_the_lowest_and_the_highest_day() -> None:
    points = tuple((day, float(day * 7 % 11)) for day in range(100, 300) if day % 3)
    bars = ranges(points, 100, 20)
    assert len(bars) == 10
    assert min(low for _day, low, _high in bars) == 0
    assert max(high for _day, _low, high in bars) == 10
    line = thinned(points, 100, 20)
    assert set(line) <= set(points)
    assert len(line) <= 40
    assert line == tuple(sorted(line))
    assert thinned(points, 100, 1) == points


def test_only_long_runs_of_missing_days_count_as_gaps_at_the_ends_too() -> None:
    points = ((10, 5.0), (11, 5.0), (19, 5.0), (28, 5.0))
    assert gaps(points, 1, 28, 7) == ((1, 9), (20, 27))
    assert gaps((), 1, 30, 7) == ((1, 30),)


def test_weeks_are_averaged_in_groups_for_long_periods() -> None:
    assert grouped_means(((7, 1.0), (14, 2.0), (21, 6.0)), 2) == ((7, 2, 1.5), (21, 1, 6.0))


@pytest.mark.parametrize("days", [1, 5, 14, 30, 84, 182, 366, 1000, 3653, 7300])
def test_dates_have_room_and_lie_in_the_period(days: int) -> None:
    first = date(2026, 5, 24).toordinal() - days + 1
    axis = TimeAxis(first, first + days - 1, 118, 510)
    ticks = axis.ticks()
    assert ticks
    assert all(axis.first <= day <= axis.last for day, _label in ticks)
    places = [axis.edge(day) for day, _label in ticks]
    assert all(b - a > 28 for a, b in pairwise(places))


@given(st.lists(st.floats(-50, 600), min_size=1, max_size=20))
def test_an_axis_that_fits_its_data_holds_all_of_it(values: list[float]) -> None:
    series = Series("strength", "", "", tuple(enumerate(values)))
    axis = value_axis(series, 0, 40)
    assert axis.low <= min(values) + 1e-6
    assert axis.high >= max(values) - 1e-6
    assert len(axis.ticks()) <= 6


def test_ratings_keep_their_fixed_axis() -> None:
    axis = value_axis(Series("mood", "", "", ((1, 4.0), (2, 5.0)), low=0, high=10), 0, 40)
    assert axis.ticks() == [0, 5, 10]
    assert (axis.y(0), axis.y(10), axis.y(12)) == (40, 0, 0)


def test_figures_and_periods_read_the_same_everywhere() -> None:
    assert [number(6.0), number(6.5), number(-0.04), number(81.6, 0)] == ["6", "6.5", "0", "82"]
    assert clock(425.4) == "7:05"
    assert period(date(2025, 12, 29), date(2026, 1, 4)) == "29 Dec 2025 – 4 Jan 2026 (7 days)"
    assert period(date(2026, 3, 2), date(2026, 3, 2)) == "2 Mar 2026 (1 day)"
