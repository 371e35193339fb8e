"""The trend of a series: Theil-Sen on weekly means, said per 4 weeks."""

from __future__ import annotations

from nextrep.domain.series import Points, monday_of
from nextrep.domain.trends.findings import Estimate, Trend
from nextrep.domain.trends.limits import MIN_WEEKS, TREND_LEVEL
from nextrep.domain.trends.slope import kendall_tau_b, theil_sen
from nextrep.domain.trends.weeks import weekly, weeks_touched

PER_WEEKS = 4


def trend(points: Points, first: int, last: int, level: float = TREND_LEVEL) -> Trend:
    """Return the trend of `points`, all within the days `first` to `last`.

    The slope is that of the means of weeks with 3 entries or more, each at the number of its week, so weeks
    that are missing stay missing. There is none below 8 such weeks.
    """
    weeks = [week for week in weekly(points) if week.usable]
    found = Trend(len(weeks), weeks_touched(first, last))
    if len(weeks) < MIN_WEEKS:
        return found
    start = monday_of(first)
    places = [(week.monday - start) // 7 for week in weeks]
    means = [week.mean for week in weeks]
    slope = theil_sen(places, means, level)
    per_four = Estimate(PER_WEEKS * slope.value, PER_WEEKS * slope.low, PER_WEEKS * slope.high)
    return Trend(found.usable, found.weeks, per_four, kendall_tau_b(places, means))
