"""The day after training against the day after other days, adjusted for how the day itself was."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from statistics import median

import numpy as np

from nextrep.domain.series import Points
from nextrep.domain.trends.findings import DayAfter, Estimate, Group
from nextrep.domain.trends.limits import DAY_AFTER_LEVEL, MIN_PAIRS, MIN_SPAN_DAYS
from nextrep.domain.trends.student import t_quantile

Pair = tuple[float, bool, float]
"""Value of a day, whether there was training on it, value of the next day."""


def day_after(points: Points, trained: Collection[int]) -> DayAfter:
    """Return the comparison for one outcome.

    Args:
        points: the outcome by day.
        trained: days (date ordinals) with a finished session.

    Only days whose next day has a value too are counted; nothing is filled in between. People often train on
    days that are good already, so the difference is that of a least-squares fit that knows the day's own
    value. There is none below 42 days, or below 10 days of either kind.
    """
    values, days = dict(points), set(trained)
    starts = [day for day, _value in points if day + 1 in values]
    pairs = [(values[day], day in days, values[day + 1]) for day in starts]
    found = DayAfter(_group(pairs, trained=True), _group(pairs, trained=False), _span(starts))
    enough = found.span_days >= MIN_SPAN_DAYS and min(found.trained.n, found.other.n) >= MIN_PAIRS
    return DayAfter(found.trained, found.other, found.span_days, adjusted(pairs) if enough else None)


def _group(pairs: Sequence[Pair], *, trained: bool) -> Group:
    after = [next_value for _value, was, next_value in pairs if was is trained]
    return Group(len(after), median(after) if after else None)


def _span(starts: Sequence[int]) -> int:
    # The last pair ends on the day after it starts.
    return starts[-1] + 2 - starts[0] if starts else 0


def adjusted(pairs: Sequence[Pair]) -> Estimate | None:
    """Return b of next = a + b x trained + c x value + e, with its t-based interval of n - 3 degrees.

    None where the fit has no single answer: all days alike, or too few.
    """
    given = np.array([(1.0, float(was), value) for value, was, _next in pairs])
    after = np.array([next_value for _value, _was, next_value in pairs])
    df = len(pairs) - 3
    if df < 1:
        return None
    fitted, _left, rank, _singular = np.linalg.lstsq(given, after, rcond=None)
    if rank < 3:
        return None
    left = after - given @ fitted
    error = float(np.sqrt(left @ left / df * np.linalg.inv(given.T @ given)[1, 1]))
    reach = t_quantile((1 + DAY_AFTER_LEVEL) / 2, df) * error
    value = float(fitted[1])
    return Estimate(value, value - reach, value + reach)
