"""How far values lie apart, as it is, without a meaning attached."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from statistics import fmean, stdev

from nextrep.domain.series import Points
from nextrep.domain.trends.findings import Spread
from nextrep.domain.trends.limits import MIN_FOR_SPREAD


def spread(points: Points) -> Spread:
    """Return standard deviation and root mean square of successive differences (von Neumann 1941).

    Differences are taken between consecutive days only: over a gap they would be no day-to-day change.
    """
    values = [value for _day, value in points]
    steps = [after - value for (day, value), (then, after) in pairwise(points) if then == day + 1]
    return Spread(
        stdev(values) if len(values) >= MIN_FOR_SPREAD else None,
        sqrt(fmean(step * step for step in steps)) if len(steps) >= MIN_FOR_SPREAD else None,
    )
