"""Stacked panels on one time axis, drawn as vectors from the same Series as the screen's charts."""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain.event_marks import EventMark
from nextrep.domain.figures import number
from nextrep.domain.journal import Direction
from nextrep.domain.series import Series
from nextrep.domain.series_summary import summary
from nextrep.domain.text import tr, tr_n
from nextrep.domain.trends.short_words import ShortTrend
from nextrep.reports import weekly
from nextrep.reports.axis import TimeAxis, value_axis
from nextrep.reports.bins import days_per_bin
from nextrep.reports.event_drawing import FLAG_ROW_HEIGHT, draw_bands, draw_event_lines, draw_flags
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import XY, Pen
from nextrep.reports.plot import LONG_PERIOD_DAYS, draw_plot, draw_zones, look_of, weeks_per_bar, window_of
from nextrep.reports.styles import NOTE, SMALL_STRONG
from nextrep.reports.text import ELLIPSIS, wrap
from nextrep.reports.weekly import COLUMN, by_weeks, draw_statement

GUTTER = 118.0
"""Width of the names to the left of all panels, and of the rows of the daily strip."""
AXIS_HEIGHT = 12.0
TICK_ROW_HEIGHT = 12.0
PANEL_GAP = 7.0
_TICK_LABELS = 20.0
_FITS_NAME = 22.0
"""Height from which a panel has its name and a line below it within itself."""


def plot_axis(pen: Pen, first: int, last: int, *, with_words: bool = False) -> TimeAxis:
    """Return the time axis that all panels share, with room for words at the right of them."""
    return TimeAxis(first, last, pen.left + GUTTER, pen.right - (COLUMN if with_words else 0.0))


def draw_panels(
    pen: Pen,
    place: XY,
    panels: tuple[Series, ...],
    training_days: tuple[int, ...],
    axis: TimeAxis,
    events: tuple[EventMark, ...] = (),
    said: tuple[ShortTrend, ...] = (),
) -> float:
    """Draw panels, training ticks, letters and dates within `place` (top, height); return the y below."""
    top, height = place
    with_ticks = bool(training_days) and axis.days <= LONG_PERIOD_DAYS
    flagged = any(mark.tag for mark in events)
    below = AXIS_HEIGHT + (TICK_ROW_HEIGHT if with_ticks else 0.0) + (FLAG_ROW_HEIGHT if flagged else 0.0)
    each, after = _share(height - below, len(panels))
    y = top
    for series in panels:
        draw_panel(pen, y, each, series, axis, events)
        for one in said:
            if one.key == series.key:
                draw_statement(pen, y, each, one)
        y += each + PANEL_GAP
    y += after - PANEL_GAP
    if with_ticks:
        _draw_training(pen, y, training_days, axis)
        y += TICK_ROW_HEIGHT
    with pen.ornament():  # scales to see by: the figures say their days, and the events stand below in words
        if flagged:
            draw_flags(pen, y, events, axis)
            y += FLAG_ROW_HEIGHT
        draw_dates(pen, y, axis)
    return y + AXIS_HEIGHT


def _share(height: float, panels: int) -> tuple[float, float]:
    """Return how high each panel is, and the space below the last one: low ones need it for words."""
    each = (height - PANEL_GAP * (panels - 1)) / panels
    return (each, 0.0) if each >= _FITS_NAME else (height / panels - PANEL_GAP, PANEL_GAP)


def draw_panel(
    pen: Pen, top: float, height: float, series: Series, axis: TimeAxis, events: tuple[EventMark, ...] = ()
) -> None:
    """Draw one series as a figure: its name and direction at the left, then the plot."""
    box = ((pen.left, top), (axis.right - pen.left, height))
    with pen.figure(summary(series.within(axis.first, axis.last), axis.first, axis.last), *box):
        _draw_panel(pen, top, height, series, axis, events)


def _draw_panel(
    pen: Pen, top: float, height: float, series: Series, axis: TimeAxis, events: tuple[EventMark, ...]
) -> None:
    values = value_axis(series, top + 3, top + height - 3)
    _draw_name(pen, top, height, series)
    _draw_ground(pen, (top, height), series, axis, events)
    draw_plot(pen, (top, height), series, values, axis)


def _draw_ground(
    pen: Pen, band: XY, series: Series, axis: TimeAxis, events: tuple[EventMark, ...] = ()
) -> None:
    """Draw what lies behind the values: published bands, trips and illnesses, dates."""
    top, height = band
    pen.box((axis.left, top), (axis.right - axis.left, height), pen.pale("sunken", 0.55))
    draw_zones(pen, series, value_axis(series, top + 3, top + height - 3), axis)
    draw_bands(pen, band, events, axis)
    edges = [axis.edge(day) for day, _label in axis.ticks()]
    pen.strokes([((x, top), (x, top + height)) for x in edges], "line", 0.4)
    draw_event_lines(pen, band, events, axis)


def draw_small(pen: Pen, at: XY, size: XY, series: Series) -> None:
    """Draw one series by itself, with its scale at the left and its dates below, into `size`."""
    (left, top), (width, height) = at, (size[0], size[1] - AXIS_HEIGHT)
    first, last = series.points[0][0], series.points[-1][0]
    around = max((last - first) // 20, 1)
    axis = TimeAxis(first - around, last + around, left + _TICK_LABELS, left + width)
    with pen.figure(summary(series, first, last), at, (width, height)):
        _draw_ground(pen, (top, height), series, axis)
        draw_plot(pen, (top, height), series, value_axis(series, top + 3, top + height - 3), axis)
    with pen.ornament():
        draw_dates(pen, top + height, axis)


def _draw_name(pen: Pen, top: float, height: float, series: Series) -> None:
    width = GUTTER - _TICK_LABELS - 4
    look = look_of(series)
    pen.markers([(pen.left + 3, top + 6.4)], look.marker, 2.4, look.role)
    direction = direction_text(series.direction)
    room = max(int((height - 11) // NOTE.leading), 1)
    lines = [direction] if direction else []
    title, detail = series.title, _scale_text(series) or series.detail
    if detail and room > len(lines):
        lines = [*wrap(detail, width, NOTE, room - len(lines)), *lines]
    if series.unit and any(line.endswith(ELLIPSIS) for line in lines):
        title = tr("{name}, {unit}", name=title, unit=series.unit)  # it stands at the end of the detail
    pen.text((pen.left + 10, top + 9), title, SMALL_STRONG, width - 10)
    pen.lines((pen.left, top + 11), lines, NOTE)


def _scale_text(series: Series) -> str:
    """Return the fixed scale of a rating; the legend above all panels says the rest of its detail."""
    if series.low is None or series.high is None:
        return ""
    return tr("{low}–{high}", low=number(series.low), high=number(series.high))


def direction_text(direction: Direction | None) -> str:
    """Return which end is the better one, "" where there is none."""
    if direction is None:
        return ""
    return tr("higher is better") if direction is Direction.HIGHER_IS_BETTER else tr("lower is better")


def _draw_training(pen: Pen, top: float, days: tuple[int, ...], axis: TimeAxis) -> None:
    marks = [axis.x(day) for day in days if axis.first <= day <= axis.last]
    said = tr_n("Training on {n} day.", "Training on {n} days.", len(marks))
    with pen.figure(said, (pen.left, top), (axis.right - pen.left, TICK_ROW_HEIGHT)):
        pen.text((pen.left, top + 9), tr("Training days"), NOTE, GUTTER - 8)
        pen.strokes(
            [((x, top + 3), (x, top + 9.5)) for x in marks], "primary", min(1.6, axis.day_width * 0.7)
        )


def draw_dates(pen: Pen, top: float, axis: TimeAxis) -> None:
    """Write the dates below a panel, those that have room."""
    taken = axis.left - 1
    for day, label in axis.ticks():
        width = width_of(label, NOTE.face, NOTE.size)
        x = axis.edge(day)
        if axis.day_width > width:
            x = axis.x(day) - width / 2
        if x > taken and x + width <= axis.right + 1:
            pen.text((x, top + 9), label, NOTE)
            taken = x + width + 4


def legend(axis: TimeAxis, panels: tuple[Series, ...]) -> str:
    """Return how to read the panels of this period, in one line."""
    if any(by_weeks(series, axis) is not None for series in panels):
        return weekly.legend(axis)
    size = days_per_bin(axis.days, axis.right - axis.left)
    marks = tr("dots: days") if size == 1 else tr("pale bars: lowest to highest of {n} days", n=size)
    line = tr("line: {n}-day median", n=window_of(axis.days))
    return tr("{marks} · {line} · hatched: long gaps", marks=marks, line=line)


def with_bar_words(series: Series, axis: TimeAxis) -> Series:
    """Return a series of bars that says over how many weeks each is a mean, and which are planned ones."""
    if not series.bars:
        return series
    weeks = weeks_per_bar(axis)
    parts = [series.detail, tr("mean of {n} weeks", n=weeks) if weeks > 1 else ""]
    parts.append(tr("outline: planned") if series.planned else "")
    return replace(series, detail=", ".join(part for part in parts if part))
