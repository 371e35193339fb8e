"""Theil-Sen slope with Sen's interval, and Kendall's tau-b.

Theil 1950, Proc K Ned Akad Wet A 53:386; Sen 1968, J Am Stat Assoc 63:1379, eq. 2.6 for the interval;
Kendall 1945, Biometrika 33:239. Agreement with SciPy's `theilslopes` and `kendalltau` is tested.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from nextrep.domain.trends.findings import Estimate

Floats = npt.NDArray[np.float64]


def theil_sen(x: Sequence[float], y: Sequence[float], level: float = 0.95) -> Estimate:
    """Return the median of the slopes of all pairs with its interval.

    Args:
        x: strictly ascending places, two or more.
        y: one value for each.
        level: confidence of the interval, above 0.5 and below 1.

    Raises:
        ValueError: fewer than two, or x does not ascend.
    """
    across, up = _checked(x, y)
    n = len(across)
    slopes = _slopes(across, up)
    slopes.sort()
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    spread = -NormalDist().inv_cdf((1 - level) / 2) * _sigma(n, y)
    # The ranks are rounded half to even, as Python and numpy both do.
    above = min(round((len(slopes) + spread) / 2), len(slopes) - 1)
    below = max(round((len(slopes) - spread) / 2) - 1, 0)
    return Estimate(float(middle), float(slopes[below]), float(slopes[above]))


def _slopes(across: Floats, up: Floats) -> Floats:
    """Return the slopes of all pairs; filled in place, because thirty years of weeks have over a million."""
    n = len(across)
    slopes = np.empty(n * (n - 1) // 2)
    start = 0
    for lag in range(1, n):
        end = start + n - lag
        np.divide(up[lag:] - up[:-lag], across[lag:] - across[:-lag], out=slopes[start:end])
        start = end
    return slopes


def _sigma(n: int, y: Sequence[float]) -> float:
    """Return the standard deviation of Kendall's S under no trend, with ties in y."""
    ties = sum(k * (k - 1) * (2 * k + 5) for k in Counter(y).values())
    return sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18)


def kendall_tau_b(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Return tau-b, -1 to 1; None where all y are equal, of which it is not defined.

    Raises:
        ValueError: fewer than two, or x does not ascend strictly.
    """
    _, up = _checked(x, y)
    n = len(up)
    balance = untied = 0
    for lag in range(1, n):
        signs = np.sign(up[lag:] - up[:-lag])
        balance += int(signs.sum())
        untied += int(np.count_nonzero(signs))
    pairs = n * (n - 1) // 2
    return max(-1.0, min(1.0, balance / sqrt(pairs * untied))) if untied else None


def _checked(x: Sequence[float], y: Sequence[float]) -> tuple[Floats, Floats]:
    across, up = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if len(across) != len(up) or len(across) < 2 or not (np.diff(across) > 0).all():
        raise ValueError("a slope needs two places or more, ascending, with one value each")
    return across, up
