"""Two periods in words."""

from nextrep.domain.grouping import grouped
from nextrep.domain.series import Bin, Figure, Series
from nextrep.domain.series_summary import summary
from nextrep.domain.trends.compared import alike, compared


def test_each_period_has_its_median_and_what_it_rests_on() -> None:
    before = Series("rating:mood", "Mood", "", ((1, 5.0), (2, 6.0)))
    after = Series("rating:mood", "Mood", "", ((9, 7.0),))
    assert compared(before, after) == "Mood: earlier 5.5 (2 days), later 7 (1 day)"


def test_nothing_logged_is_no_zero() -> None:
    nothing = Series("sleep:se", "Sleep efficiency", "", (), figure=Figure.PERCENT)
    some = Series("sleep:se", "Sleep efficiency", "", ((3, 0.0),), figure=Figure.PERCENT)
    assert compared(nothing, some) == "Sleep efficiency: earlier nothing logged, later 0 % (1 day)"


def test_means_are_counted_by_what_they_cover() -> None:
    weeks = Series("sessions", "Sessions", "", ((7, 2.0), (14, 3.0), (21, 3.0)), bars=True)
    months = Series("sessions", "Sessions", "", ((1, 9.0),), bars=True, bin=Bin.MONTH)
    assert compared(weeks, months) == "Sessions: earlier 3 (3 weeks), later 9 (1 month)"


def test_what_is_counted_stands_behind_the_figure_and_two_counts_are_not_set_side_by_side() -> None:
    reps = Series("best_set", "Best set", "", ((1, 12.0),), unit="reps")
    load = Series("best_set", "Best set", "", ((9, 20.0), (10, 22.0)), unit="kg")
    said = compared(reps, load)
    assert said == (
        "Best set: earlier 12 reps (1 day), later 21 kg (2 days): two different counts, not to be compared"
    )
    nothing = Series("best_set", "Best set", "", ())
    assert alike(nothing, load), "nothing logged goes with any"
    assert compared(nothing, load) == "Best set: earlier nothing logged, later 21 kg (2 days)"


def test_too_little_for_a_mean_is_not_called_nothing() -> None:
    seldom = grouped(Series("day:pain", "Pain", "", ((1, 5.0), (9, 3.0))), Bin.WEEK)
    assert compared(seldom, seldom).startswith("Pain: earlier too few entries for a weekly mean")
    assert summary(seldom, 1, 28) == "Pain: too few entries for a weekly mean."
