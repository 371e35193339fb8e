"""A bootstrap interval of a mean, bias-corrected and accelerated.

BCa: Efron 1987, J Am Stat Assoc 82:171; Efron and Tibshirani 1993, An Introduction to the Bootstrap, 14.3 and
eq. 15.36. It draws as SciPy's `bootstrap` does with `random_state=0`, so that both give the same interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

RESAMPLES = 9999
SEED = 0
_DRAWN_AT_ONCE = 250_000
"""Draws held in memory at a time; drawn in parts they are the same numbers. So many take few
enough milliseconds that a worker thread does not keep the window waiting for the interpreter."""

Floats = npt.NDArray[np.float64]


def bca_of_mean(
    values: Sequence[float], level: float = 0.95, resamples: int = RESAMPLES
) -> tuple[float, float] | None:
    """Return the ends of the interval; None where there is none, as of values that are all equal.

    Args:
        values: two or more.
        level: confidence, between 0 and 1.
        resamples: how many times the values are drawn with replacement.
    """
    data = np.asarray(values, dtype=np.float64)
    if len(data) < 2 or (data == data[0]).all():
        return None
    means, mean = _resampled_means(data, resamples), data.mean()
    below = (np.count_nonzero(means < mean) + np.count_nonzero(means <= mean)) / (2 * resamples)
    if not 0 < below < 1:
        return None
    normal = NormalDist()
    bias, pull = normal.inv_cdf(float(below)), _acceleration(data)
    ends = []
    for share in ((1 - level) / 2, (1 + level) / 2):
        reach = bias + normal.inv_cdf(share)
        ends.append(normal.cdf(bias + reach / (1 - pull * reach)))
    low, high = np.quantile(means, ends)
    return float(low), float(high)


def _resampled_means(data: Floats, resamples: int) -> Floats:
    # The older generator of numpy, because that is what SciPy makes of `random_state=0`.
    drawn = np.random.RandomState(SEED)
    n, parts, left = len(data), [], resamples
    while left:
        rows = min(left, max(1, _DRAWN_AT_ONCE // n))
        parts.append(data[drawn.randint(0, n, (rows, n))].mean(axis=-1))
        left -= rows
    return np.concatenate(parts)


def _acceleration(data: Floats) -> float:
    """Return the acceleration from leaving each value out once (eq. 14.15)."""
    n = len(data)
    without = (data.sum() - data) / (n - 1)
    away = without.mean() - without
    return float((away**3).sum() / (6 * (away**2).sum() ** 1.5))
