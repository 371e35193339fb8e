"""The chart of load, reps and effort that is known from Reactive Training Systems (Tuchscherer).

It is one list by effective reps, e = reps + reps in reserve: so many tenths of a percent of the maximum for
one repetition. 3 reps at RPE 8 are five effective reps, 86.3 %; pages that say 80 % misquote it. Beyond 15.5
effective reps copies of the chart differ, so it ends there; like every estimate here it is used up to 12.
"""

from __future__ import annotations

from nextrep.domain.e1rm import MAX_REPS_FOR_E1RM

CHART = (
    1000, 978, 955, 939, 922, 907, 892, 878, 863, 850, 837, 824, 811, 799, 786,
    774, 762, 751, 739, 723, 707, 694, 680, 667, 653, 640, 626, 613, 599, 586,
)  # fmt: skip
"""Tenths of a percent at 1, 1.5, 2 … 15.5 effective reps."""


def share_at(reps: int, rir_tenths: int) -> float:
    """Return the share of the maximum (0.586-1) for a number of reps with so many in reserve (times ten).

    Between two values of the chart it is a straight line; outside it is the first or the last value.
    """
    place = max(0.0, min((reps + rir_tenths / 10 - 1) * 2, len(CHART) - 1.0))
    before = int(place)
    after = min(before + 1, len(CHART) - 1)
    return (CHART[before] + (CHART[after] - CHART[before]) * (place - before)) / 1000


def maximum_by_chart(grams: int, reps: int, rir_tenths: int) -> float | None:
    """Return the maximum in grams that a set speaks for.

    None without load or reps, or above 12 effective reps.
    """
    if grams <= 0 or reps < 1 or reps + rir_tenths / 10 > MAX_REPS_FOR_E1RM:
        return None
    return grams / share_at(reps, rir_tenths)
