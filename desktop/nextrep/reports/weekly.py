"""A panel by weeks: the mean of each week as a line over its quartiles, and its trend in words beside it.

By `domain.grouping`, so that the line is the one that the screen draws by week or month (clinical.md 1.4b).
"""

from __future__ import annotations

from nextrep.domain.grouping import grouped
from nextrep.domain.series import Bin, Series
from nextrep.domain.text import tr
from nextrep.domain.trends.short_words import ShortTrend
from nextrep.domain.trends.summary_line import summary_line
from nextrep.reports.axis import TimeAxis, ValueAxis
from nextrep.reports.pen import XY, Pen
from nextrep.reports.styles import NOTE, SMALL_STRONG, TextStyle
from nextrep.reports.text import wrap

COLUMN = 124.0
"""Width of the words at the right of a panel, the gap before them included."""
_GAP = 8.0
LEAST_WEEKS = 3
"""Fewer means make no line: the days are shown instead."""
_BY_MONTH_DAYS = 400
_HALF = {Bin.WEEK: 3, Bin.MONTH: 15}
"""Days from the first day of a week or month to its middle, where its mean is drawn."""
_LONELY = 2.0


def by_weeks(series: Series, axis: TimeAxis) -> Series | None:
    """Return the series by weeks, by months over a long period; None where the days are to be shown."""
    if series.bars or series.join_days > 7:
        return None
    means = grouped(series.within(axis.first, axis.last), bin_of(axis))
    return means if len(means.points) >= LEAST_WEEKS else None


def bin_of(axis: TimeAxis) -> Bin:
    """Return whether the panels of this period go by weeks or by months."""
    return Bin.MONTH if axis.days > _BY_MONTH_DAYS else Bin.WEEK


def draw_summary(pen: Pen, means: Series, values: ValueAxis, axis: TimeAxis, role: str) -> None:
    """Draw the band of quartiles and the line of means; both end where weeks are missing."""
    half = _HALF[means.bin]
    quartiles = {day: (low, high) for day, low, high in means.spread}
    paths = []
    for segment in summary_line(means):
        days = [day for day, _value in segment if day in quartiles]
        upper = [(axis.x(day + half), values.y(quartiles[day][1])) for day in days]
        lower = [(axis.x(day + half), values.y(quartiles[day][0])) for day in days]
        pen.area([*_wide(upper), *reversed(_wide(lower))], pen.pale(role, 0.72))
        paths.append(_wide([(axis.x(day + half), values.y(value)) for day, value in segment]))
    pen.strokes(paths, role, 1.4)


def _wide(points: list[XY]) -> list[XY]:
    """Give a week without neighbours a width, so that it can be seen."""
    if len(points) != 1:
        return points
    ((x, y),) = points
    return [(x - _LONELY, y), (x + _LONELY, y)]


def draw_statement(pen: Pen, top: float, height: float, said: ShortTrend) -> None:
    """Write the verdict and, as far as the height goes, its interval and number of weeks."""
    width = COLUMN - _GAP
    x = pen.right - width
    verdict: TextStyle = SMALL_STRONG if said.clear else NOTE
    lines = wrap(said.said, width, verdict, 2)
    y = pen.lines((x, top - 1), lines, verdict)
    for detail in said.details:
        if y + NOTE.leading > top + height + 4:
            return
        y = pen.paragraph((x, y), detail, NOTE, width, 1)


def legend(axis: TimeAxis) -> str:
    """Return how to read the lines."""
    if bin_of(axis) is Bin.MONTH:
        return tr("line: mean of a month · band: middle half of its days · hatched: long gaps")
    return tr("line: mean of a week · band: middle half of its days · hatched: long gaps")
