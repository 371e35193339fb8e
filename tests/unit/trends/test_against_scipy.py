"""The statistics agree with SciPy, which is here for this and does not come with the program."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from nextrep.domain.trends.bootstrap import bca_of_mean
from nextrep.domain.trends.day_after import adjusted
from nextrep.domain.trends.overlap import overlap
from nextrep.domain.trends.sessions import widened
from nextrep.domain.trends.slope import kendall_tau_b, theil_sen
from nextrep.domain.trends.spread import spread
from nextrep.domain.trends.student import t_quantile, t_share

near = pytest.approx

TIED = st.integers(0, 10).map(float)
FREE = st.floats(0, 10, allow_nan=False).map(lambda value: round(value, 6))


@st.composite
def with_gaps(draw: st.DrawFn) -> tuple[list[float], list[float]]:
    """Ascending places with gaps, and a value for each: many ties, none, or all equal."""
    steps = draw(st.lists(st.integers(1, 4), min_size=2, max_size=40))
    kind = draw(st.sampled_from([TIED, FREE, st.just(5.0), st.integers(4, 5).map(float)]))
    values = draw(st.lists(kind, min_size=len(steps), max_size=len(steps)))
    return [float(place) for place in np.cumsum(steps)], values


@given(with_gaps(), st.sampled_from([0.9, 0.95, 0.96, 0.99]))
def test_slope_and_interval(series: tuple[list[float], list[float]], level: float) -> None:
    x, y = series
    ours, theirs = theil_sen(x, y, level), stats.theilslopes(y, x, alpha=level, method="joint")
    assert (ours.value, ours.low, ours.high) == near(
        (theirs.slope, theirs.low_slope, theirs.high_slope), abs=1e-9
    )


@given(with_gaps())
def test_tau_b(series: tuple[list[float], list[float]]) -> None:
    x, y = series
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = float(stats.kendalltau(x, y).statistic)
    ours = kendall_tau_b(x, y)
    assert np.isnan(theirs) if ours is None else ours == near(theirs, abs=1e-9)


@pytest.mark.parametrize("x", [[1.0], [1.0, 1.0], [2.0, 1.0]])
def test_a_slope_needs_ascending_places(x: list[float]) -> None:
    for statistic in (theil_sen, kendall_tau_b):
        with pytest.raises(ValueError, match="two places or more"):
            statistic(x, [0.0] * len(x))


@pytest.mark.parametrize("n", [5, 8, 10, 13, 20, 30, 150])
@pytest.mark.parametrize("whole", [True, False])
def test_interval_of_the_bootstrap(n: int, whole: bool) -> None:
    drawn = np.random.default_rng(n)
    values = drawn.integers(-3, 5, n).astype(float) if whole else drawn.normal(1, 2, n)
    for level in (0.95, widened(0.95, n)):
        theirs = stats.bootstrap(
            (values,), np.mean, method="BCa", n_resamples=9999, random_state=0, confidence_level=level
        ).confidence_interval
        assert bca_of_mean(values.tolist(), level) == near((theirs.low, theirs.high), abs=1e-9)


def test_lopsided_values_and_many_at_once_agree_too(monkeypatch: pytest.MonkeyPatch) -> None:
    values = [0.0] * 9 + [1.0, 9.0]
    theirs = stats.bootstrap((values,), np.mean, method="BCa", n_resamples=9999, random_state=0)
    monkeypatch.setattr("nextrep.domain.trends.bootstrap._DRAWN_AT_ONCE", 50)
    assert bca_of_mean(values) == near(tuple(theirs.confidence_interval), abs=1e-9)


def test_equal_values_have_no_interval() -> None:
    assert bca_of_mean([2.0] * 12) is None
    assert bca_of_mean([2.0]) is None


@given(st.floats(0.501, 0.99999), st.integers(1, 400))
def test_quantile_of_student(share: float, df: int) -> None:
    theirs = float(stats.t.ppf(share, df))
    assert t_quantile(share, df) == near(theirs, abs=1e-9, rel=1e-9)


@pytest.mark.parametrize("df", [1, 2, 3, 4, 7, 12, 39, 200, 11_000])
def test_quantiles_in_use(df: int) -> None:
    assert t_quantile(0.975, df) == near(float(stats.t.ppf(0.975, df)), abs=1e-9)
    assert t_share(2.0, df) == near(float(stats.t.cdf(2.0, df)), abs=1e-9)


def test_quantiles_have_a_range() -> None:
    for share, df in ((0.5, 3), (1.0, 3), (0.9, 0)):
        with pytest.raises(ValueError, match="t quantile"):
            t_quantile(share, df)


@given(st.integers(0, 10_000), st.integers(8, 80))
def test_the_adjusted_difference_is_that_of_least_squares(seed: int, n: int) -> None:
    drawn = np.random.default_rng(seed)
    value, trained = drawn.integers(0, 11, n).astype(float), drawn.random(n) < 0.4
    after = np.rint(0.5 * value + trained + drawn.normal(2, 1, n))
    given_ = np.column_stack([np.ones(n), trained, value])
    ours = adjusted(list(zip(value.tolist(), trained.tolist(), after.tolist(), strict=True)))
    if np.linalg.matrix_rank(given_) < 3:
        assert ours is None
        return
    # Frisch and Waugh: what is left of either by the others gives the same slope and residuals.
    others = given_[:, [0, 2]]
    part, _, _, _ = np.linalg.lstsq(others, trained.astype(float), rcond=None)
    rest, _, _, _ = np.linalg.lstsq(others, after, rcond=None)
    of_trained, of_after = trained - others @ part, after - others @ rest
    line = stats.linregress(of_trained, of_after)
    error = line.stderr * np.sqrt((n - 2) / (n - 3))
    reach = stats.t.ppf(0.975, n - 3) * error
    assert ours is not None
    assert (ours.value, ours.low, ours.high) == near(
        (line.slope, line.slope - reach, line.slope + reach), abs=1e-9
    )


@given(st.lists(TIED, min_size=10, max_size=28), st.lists(TIED, min_size=10, max_size=28))
def test_overlap_is_u_over_all_pairs(early: list[float], late: list[float]) -> None:
    points = (*enumerate(early, 1), *enumerate(late, 1 + 56 - len(late)))
    found = overlap(tuple(points), 1, 56)
    assert found is not None
    theirs = stats.mannwhitneyu(late, early).statistic / (len(early) * len(late))
    assert found.share == near(theirs, abs=1e-9)


@given(st.lists(TIED, min_size=14, max_size=60))
def test_standard_deviation(values: list[float]) -> None:
    found = spread(tuple(enumerate(values, 1))).sd
    assert found == near(float(np.std(values, ddof=1)), abs=1e-9)
