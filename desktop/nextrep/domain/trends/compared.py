"""Two periods in words: what lay in the middle of each, and on how much that rests. Nothing is tested here.

Clinical spec 5.1: a block bootstrap of the first 14 days against the last 14 calls a change in 24 to 33 % of
records without any ("describe, do not test"), so that the two are described and not judged.
"""

from __future__ import annotations

from statistics import median

from nextrep.domain.series import Bin, Series
from nextrep.domain.series_words import measured, without_points
from nextrep.domain.text import tr, tr_n


def alike(earlier: Series, later: Series) -> bool:
    """Tell whether the same panel counts the same in two periods, so that heights may be set side by side.

    An exercise done with a load in one period and without in the other is counted in kg here and in reps
    there. A period with nothing logged goes with any.
    """
    return earlier.unit == later.unit or not (earlier.points and later.points)


def compared(earlier: Series, later: Series) -> str:
    """Return the medians of the same panel in two periods, each with the number of values behind it.

    For example "Mood: earlier 5.5 (11 weeks), later 6 (12 weeks)". Where they are not `alike`, that is said.
    """
    said = tr(
        "{panel}: earlier {before}, later {after}",
        panel=later.title,
        before=_middle(earlier),
        after=_middle(later),
    )
    return (
        said if alike(earlier, later) else tr("{said}: two different counts, not to be compared", said=said)
    )


def _middle(series: Series) -> str:
    values = [value for _day, value in series.points]
    if not values:
        return without_points(series) if series.is_summary else tr("nothing logged")
    middle = measured(series, median(values))
    return tr("{value} ({count})", value=middle, count=_count(series.covers, len(values)))


def _count(covers: Bin, n: int) -> str:
    if covers is Bin.WEEK:
        return tr_n("{n} week", "{n} weeks", n)
    if covers is Bin.MONTH:
        return tr_n("{n} month", "{n} months", n)
    return tr_n("{n} day", "{n} days", n)
