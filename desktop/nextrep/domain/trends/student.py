"""Quantiles of Student's t distribution for whole degrees of freedom."""

from __future__ import annotations

from math import atan, cos, exp, lgamma, log1p, pi, sin, sqrt
from statistics import NormalDist

_ROUNDS = 100


def t_quantile(share: float, df: int) -> float:
    """Return the value below which `share` (above 0.5, below 1) of the distribution lies.

    The distribution function is the finite sum for whole degrees of freedom (Abramowitz and Stegun 1964,
    26.7.3 and 26.7.4), turned around by Newton's steps, kept between values known to lie below and above.

    Raises:
        ValueError: share or df (1 or more) out of range.
    """
    if not 0.5 < share < 1 or df < 1:
        raise ValueError("a t quantile needs a share between 0.5 and 1 and df of at least 1")
    low, high = 0.0, NormalDist().inv_cdf(share)
    while t_share(high, df) < share:
        low, high = high, 2 * high
    value = high
    for _ in range(_ROUNDS):
        miss = t_share(value, df) - share
        low, high = (low, value) if miss > 0 else (value, high)
        step = value - miss / _density(value, df)
        # A step that leaves the bracket is replaced by halving it.
        following = step if low < step < high else (low + high) / 2
        if abs(following - value) <= 1e-14 * value:
            return following
        value = following
    return value


def t_share(value: float, df: int) -> float:
    """Return the share of the distribution with `df` degrees of freedom below `value` (0 or more)."""
    angle = atan(value / sqrt(df))
    square = cos(angle) ** 2
    term = total = 1.0
    if df % 2:
        if df == 1:
            return 0.5 + angle / pi
        for k in range(3, df - 1, 2):
            term *= square * (k - 1) / k
            total += term
        return 0.5 + (angle + sin(angle) * cos(angle) * total) / pi
    for k in range(2, df - 1, 2):
        term *= square * (k - 1) / k
        total += term
    return 0.5 + sin(angle) * total / 2


def _density(value: float, df: int) -> float:
    size = lgamma((df + 1) / 2) - lgamma(df / 2)
    return exp(size - (df + 1) / 2 * log1p(value * value / df)) / sqrt(df * pi)
