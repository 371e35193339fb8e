"""Series by day, week or month: values become means with their quartiles, counts become sums."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nextrep.domain.series import MIN_FOR_LEVEL, WINDOW_DAYS, Bin, Points, Series, monday_of
from nextrep.domain.trends.limits import MIN_IN_WEEK
from nextrep.domain.trends.weeks import summed_up

_JOIN_WEEK, _JOIN_MONTH = 7, 31
_TO_THURSDAY = 3
_MOST_DAYS, _MOST_WEEKS_DAYS = 2 * 366, 5 * 366


def fitting_bin(days: int) -> Bin:
    """Return by what so many days are read best where nobody said (our convention).

    Up to two years single days can still be told apart. After that they are a cloud that hides the line,
    and beyond five years the means of weeks are one too.
    """
    if days > _MOST_WEEKS_DAYS:
        return Bin.MONTH
    return Bin.WEEK if days > _MOST_DAYS else Bin.DAY


def grouped(series: Series, bin_: Bin) -> Series:
    """Return a series by day, week (from Monday) or calendar month.

    - Values: the mean of a week with 3 or more entries (the rule of clinical.md 5.2, row 3), of a month
      with 7 or more (our convention, as for a level), and their quartiles beside it. Where entries are far
      apart by nature (strength: `join_days` above a week) one is enough for a mean; quartiles still want
      as many.
    - Counts (`bars`), and values that add up (`adds`): sums. Weekly counts have no days any more, so a month
      holds the weeks whose Thursday lies in it, as ISO 8601 counts the weeks of a year.
    - Scores stay as they are: they are few, and each is named with its own band.

    A week or month without enough entries has no value, so a gap stays a gap. What the values then are is
    said by `series_words.full_detail`.
    """
    if bin_ is series.covers or bin_ is Bin.DAY or series.scores:
        return series
    if series.bars or series.adds:
        return _sums(series, bin_)
    return _means(series, bin_)


def _sums(series: Series, bin_: Bin) -> Series:
    ahead = _TO_THURSDAY if series.bars else 0
    points = _added(series.points, bin_, ahead)
    return replace(
        series,
        points=points,
        planned=_added(series.planned, bin_, ahead),
        bars=True,
        bin=bin_,
        low=0,
        high=None,
        join_days=_joined(bin_),
    )


def _added(points: Points, bin_: Bin, ahead: int) -> Points:
    moved = tuple((day + ahead, value) for day, value in points)
    return tuple((start, sum(values)) for start, values in _groups(moved, bin_).items())


def _means(series: Series, bin_: Bin) -> Series:
    sparse = series.join_days > WINDOW_DAYS
    least = MIN_IN_WEEK if bin_ is Bin.WEEK else MIN_FOR_LEVEL
    found = [summed_up(start, sorted(values)) for start, values in _groups(series.points, bin_).items()]
    return replace(
        series,
        points=tuple((one.monday, one.mean) for one in found if sparse or one.n >= least),
        spread=tuple((one.monday, one.lower, one.upper) for one in found if one.n >= least),
        bin=bin_,
        join_days=max(_joined(bin_), series.join_days),
        # A mean with one night in it that is "at most" is that too.
        at_most=frozenset(_bounds(bin_, day)[0] for day in series.at_most),
    )


def _groups(points: Points, bin_: Bin) -> dict[int, list[float]]:
    groups: dict[int, list[float]] = {}
    start = end = 0
    for day, value in points:  # ascending, so that a month is looked up once and not for each of its days
        if not start <= day < end:
            start, end = _bounds(bin_, day)
        groups.setdefault(start, []).append(value)
    return groups


def _bounds(bin_: Bin, day: int) -> tuple[int, int]:
    if bin_ is Bin.WEEK:
        return monday_of(day), monday_of(day) + 7
    on = date.fromordinal(day).replace(day=1)
    later = date(on.year + on.month // 12, on.month % 12 + 1, 1)
    return on.toordinal(), later.toordinal()


def _joined(bin_: Bin) -> int:
    return _JOIN_WEEK if bin_ is Bin.WEEK else _JOIN_MONTH
