"""The figures of nights over time, for charts and the report.

A night whose SOL or WASO was not said has a time asleep and an efficiency that are the most they can be.
It is counted, because leaving it out would lose the nights of everyone who writes them in a line; its day is
among `Series.at_most`, and the detail says how many there are. A figure that is not known has no point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nextrep.domain.journal import Direction
from nextrep.domain.panels import SleepFigure
from nextrep.domain.series import Figure, Points, Series
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr, tr_n
from nextrep.storage.store import Store

Value = Callable[[Night], float | None]


def night_series(store: Store, figure: SleepFigure, first: int, last: int) -> Series:
    """Return a figure of each night from `first` to `last` (date ordinals), by the day of waking."""
    return of_nights(store.nights.between(first, last), figure)


def of_nights(nights: Sequence[Night], figure: SleepFigure) -> Series:
    """Return a figure of these nights: hours (TST), percent of the time in bed (SE), minutes, or 0-10."""
    found = points(nights, figure)
    bounded = figure in (SleepFigure.TST, SleepFigure.SE)
    days = {day for day, _value in found}
    at_most = frozenset(night.day for night in nights if bounded and night.at_most and night.day in days)
    counted = tr_n("{n} night", "{n} nights", len(found))
    title, what, written, direction = _words(figure)
    detail = tr("{what} · {nights}", what=what, nights=counted)
    if at_most:
        detail = tr("{detail}, {n} of them at most", detail=detail, n=len(at_most))
    low, high = {SleepFigure.SE: (None, 100), SleepFigure.QUALITY: (0, 10)}.get(figure, (None, None))
    return Series(
        f"sleep:{figure}", title, detail, found, direction, low, high,
        family="sleep", figure=written, at_most=at_most,
    )  # fmt: skip


def points(nights: Sequence[Night], figure: SleepFigure) -> Points:
    """Return the value of each night that has one."""
    value = _VALUES[figure]
    found = ((night.day, value(night)) for night in nights)
    return tuple((day, float(value)) for day, value in found if value is not None)


def _hours(night: Night) -> float | None:
    return None if night.total_sleep_min is None else night.total_sleep_min / 60


def _efficiency(night: Night) -> float | None:
    return night.efficiency


def _sol(night: Night) -> float | None:
    return night.latency_to_sleep_min


def _waso(night: Night) -> float | None:
    return night.awake_in_night_min


def _quality(night: Night) -> float | None:
    return night.quality


_VALUES: dict[SleepFigure, Value] = {
    SleepFigure.TST: _hours,
    SleepFigure.SE: _efficiency,
    SleepFigure.SOL: _sol,
    SleepFigure.WASO: _waso,
    SleepFigure.QUALITY: _quality,
}


def _words(figure: SleepFigure) -> tuple[str, str, Figure, Direction | None]:
    """Return title, what is shown, how it is written, and which end is the better one."""
    better, worse = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER
    return {
        SleepFigure.TST: (tr("Sleep"), tr("hours asleep"), Figure.HOURS, None),
        SleepFigure.SE: (tr("Sleep efficiency"), tr("% of the time in bed"), Figure.PERCENT, better),
        SleepFigure.SOL: (tr("Falling asleep"), tr("minutes"), Figure.MINUTES, worse),
        SleepFigure.WASO: (tr("Awake in the night"), tr("minutes"), Figure.MINUTES, worse),
        SleepFigure.QUALITY: (tr("Sleep quality"), tr("0–10"), Figure.PLAIN, better),
    }[figure]
