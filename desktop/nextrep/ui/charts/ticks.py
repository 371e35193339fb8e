"""Where the axes have labels. Days are local date ordinals; widths are in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil, floor

from nextrep.domain.days import day_short, month_short
from nextrep.domain.series import Series, monday_of

_DAY_STEPS = (1, 2, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAYS_PER_MONTH = 30.4
_MONTHS_FROM = 180
"""Days in view from which months are better known than every fourth Monday."""
_FIRST_MONDAY = monday_of(7)
_ROUND = (1.0, 2.0, 2.5, 5.0)
_MOST_STEPS = 3
_ROOM = 0.05
"""Part of a lone value that its scale reaches to either side."""


def day_ticks(low: float, high: float, width: float, room: float) -> list[tuple[int, str]]:
    """Return days with labels that are at least `room` pixels apart, of one kind only.

    The same days have labels wherever the window begins, so labels travel with the days when one pans.

    Args:
        low, high: first and last day shown, fractions allowed.
        width: pixels from `low` to `high`.
        room: least pixels from label to label.
    """
    if width <= 0 or high <= low:
        return []
    least = room * (high - low) / width
    by_month = high - low > _MONTHS_FROM
    for step in () if by_month else _DAY_STEPS:
        if step >= least:
            start = _FIRST_MONDAY + ceil((low - _FIRST_MONDAY) / step) * step
            return [(day, day_short(day)) for day in range(start, floor(high) + 1, step)]
    return _month_ticks(low, high, least)


def _month_ticks(low: float, high: float, least: float) -> list[tuple[int, str]]:
    step = next((months for months in _MONTH_STEPS if months * _DAYS_PER_MONTH >= least), _MONTH_STEPS[-1])
    start, end = date.fromordinal(max(1, ceil(low))), date.fromordinal(max(1, floor(high)))
    ticks = []
    for count in range(start.year * 12, end.year * 12 + 12):
        if count % step:
            continue
        day = date(count // 12, count % 12 + 1, 1)
        if start <= day <= end:
            label = str(day.year) if day.month == 1 else month_short(day.month)
            ticks.append((day.toordinal(), label))
    return ticks


def value_ticks(series: Series) -> tuple[float, ...]:
    """Return three or four values to label, the first and last being the ends of the axis.

    Ratings and scores keep their whole scale; other series get round ends around their data (and what
    stands beside them), counts whole numbers from 0.
    """
    if series.low is not None and series.high is not None:
        middle = (series.low + series.high) / 2
        whole = middle == int(middle) or not (series.scores or series.bars)
        return (series.low, middle, series.high) if whole else (series.low, series.high)
    values = [value for _day, value in (*series.points, *series.planned)]
    values += [value for _day, *quartiles in series.spread for value in quartiles]
    values = values or [0.0, 1.0]
    low = series.low if series.low is not None else min(values)
    high = series.high if series.high is not None else max(values)
    if low == high and None in (series.low, series.high) and not series.bars:
        # One value stands in the middle of a scale that does not pretend to tell tenths of it apart.
        room = max(abs(low) * _ROOM, 0.1)
        low, high = (low - room if series.low is None else low), high + room
    least = 1.0 if series.bars else 0.1
    for step in _round_steps(max((high - low) / _MOST_STEPS, least), whole=series.bars):
        bottom = low if series.low is not None else floor(low / step + 1e-9) * step
        count = max(2, ceil((high - bottom) / step - 1e-9))
        if count <= _MOST_STEPS:
            return tuple(round(bottom + step * index, 6) for index in range(count + 1))
    return (low, high)


def _round_steps(least: float, *, whole: bool) -> Iterator[float]:
    """Give round numbers from `least` up."""
    for power in range(-2, 12):
        for base in _ROUND:
            step = base * 10.0**power
            if step >= least - 1e-9 and (not whole or step == int(step)):
                yield step
