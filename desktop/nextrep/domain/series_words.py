"""How the values of a series are written, on the screen, in its table and on paper alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nextrep.domain.days import month_short
from nextrep.domain.figures import duration_text, number
from nextrep.domain.journal import Direction
from nextrep.domain.series import WINDOW_DAYS, Bin, Figure, Series, monday_of
from nextrep.domain.text import tr

_MINUS = "−"


def value_text(series: Series, value: float) -> str:
    """Return a value with its unit, if the name of the series does not say it: "7 h 10 min", "85 %"."""
    if series.figure is Figure.HOURS:
        return _signed(value, duration_text(round(abs(value) * 60)))
    if series.figure is Figure.MINUTES:
        return _signed(value, duration_text(round(abs(value))))
    if series.figure is Figure.PERCENT:
        return tr("{n} %", n=_plain(value))
    return _plain(value)


def measured(series: Series, value: float) -> str:
    """Return a value as it is read by itself, with what it counts: "30.5 kg", "12 reps", "7 h 10 min"."""
    text = value_text(series, value)
    return tr("{value} {unit}", value=text, unit=series.unit) if series.unit else text


def axis_text(series: Series, value: float) -> str:
    """Return a value as it stands at an axis, where there is little room: "7.5 h", "30", "85 %"."""
    return tr("{n} %", n=_plain(value)) if series.figure is Figure.PERCENT else _plain(value)


def _plain(value: float) -> str:
    text = number(abs(value))
    return f"{_MINUS}{text}" if value < 0 and text != "0" else text


def _signed(value: float, text: str) -> str:
    return f"{_MINUS}{text}" if value < 0 else text


def direction_text(direction: Direction | None) -> str:
    """Return which end is the better one, "" where there is none."""
    return tr(str(direction)) if direction else ""


def start_of(bin_: Bin, day: int) -> int:
    """Return the day (date ordinal) at which the value that speaks for `day` stands."""
    if bin_ is Bin.WEEK:
        return monday_of(day)
    return date.fromordinal(day).replace(day=1).toordinal() if bin_ is Bin.MONTH else day


def days_of(bin_: Bin, start: int) -> int:
    """Return over how many days the value that stands at `start` speaks."""
    if bin_ is Bin.WEEK:
        return 7
    if bin_ is Bin.DAY:
        return 1
    return date.fromordinal(start + 31).replace(day=1).toordinal() - start


def without_points(series: Series) -> str:
    """Return why a series shows nothing: nothing was logged, or too little for a mean of a week or month."""
    if series.is_summary:
        weeks = series.bin is Bin.WEEK
        return tr("too few entries for a weekly mean") if weeks else tr("too few entries for a monthly mean")
    return tr("nothing logged in this period")


def common_bin(series: Iterable[Series]) -> Bin:
    """Return over which days the values of several series speak, days where they differ.

    Scores, which are few and stand for their own day whatever the others are grouped by, do not count.
    """
    found = {one.covers for one in series if not one.scores}
    return found.pop() if len(found) == 1 else Bin.DAY


def month_text(day: int) -> str:
    """Return the month of a date ordinal, "Nov 2026"."""
    on = date.fromordinal(day)
    return tr("{month} {year}", month=month_short(on.month), year=on.year)


def value_in_words(
    series: Series, value: float, planned: float | None = None, *, at_most: bool = False
) -> str:
    """Return a value with its name and the days it speaks for.

    For example "Mood 6.5", "PHQ-9 9 (mild)", "Sessions 2 that week, 3 planned", "Sleep 7 h on average that
    month", "Sleep at most 7 h". What was planned is left out where it is not known.
    """
    text = measured(series, value)
    said = (
        tr("{name} at most {value}", name=series.title, value=text)
        if at_most
        else tr("{name} {value}", name=series.title, value=text)
    )
    zone = series.zone_of(value)
    if zone is not None:
        return tr("{value} ({band})", value=said, band=zone.title)
    if series.is_summary:
        said = tr("{value} on average", value=said)
    if series.covers is not Bin.DAY:
        said = _that(series.covers, said)
    if planned is not None:
        said = tr("{value}, {planned} planned", value=said, planned=value_text(series, planned))
    return said


def _that(bin_: Bin, said: str) -> str:
    return tr("{value} that week", value=said) if bin_ is Bin.WEEK else tr("{value} that month", value=said)


def value_in_period(series: Series, value: float, planned: float | None = None) -> str:
    """Return a value with its name where the week or month is named beside it: "Sessions 2, 3 planned"."""
    said = tr("{name} {value}", name=series.title, value=measured(series, value))
    if planned is not None:
        said = tr("{value}, {planned} planned", value=said, planned=value_text(series, planned))
    return said


def spread_text(series: Series, low: float, high: float) -> str:
    """Return quartiles, for example "middle half 5 to 7"."""
    return tr("middle half {low} to {high}", low=value_text(series, low), high=measured(series, high))


def full_detail(series: Series) -> str:
    """Return the detail of a series with what its marks are, "weekly mean, shaded: quartiles"."""
    return " · ".join(filter(None, (series.detail, how_to_read(series))))


def how_to_read(series: Series) -> str:
    """Return what the marks of a panel are; "" where the detail says it."""
    if series.bars:
        said = (_added_up(series), tr("filled: done, outlined: planned") if series.planned else "")
        return " · ".join(filter(None, said))
    if series.is_summary:
        weeks = series.bin is Bin.WEEK
        return tr("weekly mean, shaded: quartiles") if weeks else tr("monthly mean, shaded: quartiles")
    if series.scores:
        return ""
    return tr("daily, 7-day median") if series.join_days <= WINDOW_DAYS else ""


def _added_up(series: Series) -> str:
    if series.adds:
        return tr("added up by week") if series.covers is Bin.WEEK else tr("added up by month")
    return tr("added up by month, in whole weeks") if series.covers is Bin.MONTH else ""
