"""Stacked panels on one time axis, drawn as vectors from the same Series as the screen's charts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from nextrep.domain.event_marks import EventMark
from nextrep.domain.figures import number
from nextrep.domain.journal import Direction
from nextrep.domain.series import WINDOW_DAYS, Series
from nextrep.domain.series_summary import summary
from nextrep.domain.text import tr, tr_n
from nextrep.domain.trends.short_words import ShortTrend
from nextrep.domain.trends.summary_line import summary_line
from nextrep.reports import weekly
from nextrep.reports.axis import TimeAxis, ValueAxis, value_axis
from nextrep.reports.bins import days_per_bin, gaps, grouped_means, ranges, thinned
from nextrep.reports.event_drawing import FLAG_ROW_HEIGHT, draw_bands, draw_event_lines, draw_flags
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import XY, Align, Marker, Pen
from nextrep.reports.styles import NOTE, SMALL_STRONG
from nextrep.reports.text import wrap
from nextrep.reports.weekly import COLUMN, by_weeks, draw_statement, draw_summary

GUTTER = 118.0
"""Width of the names to the left of all panels, and of the rows of the daily strip."""
AXIS_HEIGHT = 12.0
TICK_ROW_HEIGHT = 12.0
PANEL_GAP = 7.0
LONG_GAP_DAYS = 7
LONG_PERIOD_DAYS = 400
"""Longer periods get a 28-day median, and no training ticks: they would run into one bar."""
LONG_WINDOW_DAYS = 28
_TICK_LABELS = 20.0
_LEAST_BAR = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """Colour role and marker of a series."""

    role: str
    marker: Marker


_LOOKS = {
    "mood": Look("mood", Marker.CIRCLE),
    "anxiety": Look("anxiety", Marker.SQUARE),
    "sleep": Look("sleep", Marker.TRIANGLE),
    "strength": Look("primary", Marker.DIAMOND),
    "sessions": Look("primary", Marker.SQUARE),
}
_OTHER_LOOK = Look("ink", Marker.CIRCLE)


def look_of(key: str) -> Look:
    """Return how a series is drawn."""
    return _LOOKS.get(key, _OTHER_LOOK)


def window_of(days: int) -> int:
    """Return over how many days the line is a median in a period of `days`."""
    return LONG_WINDOW_DAYS if days > LONG_PERIOD_DAYS else WINDOW_DAYS


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
    each = (height - below - PANEL_GAP * (len(panels) - 1)) / len(panels)
    y = top
    for series in panels:
        draw_panel(pen, y, each, series, axis, events)
        for one in said:
            if one.key == series.key:
                draw_statement(pen, y, each, one)
        y += each + PANEL_GAP
    y -= PANEL_GAP
    if with_ticks:
        _draw_training(pen, y, training_days, axis)
        y += TICK_ROW_HEIGHT
    with pen.ornament():  # scales to see by: the figures say their days, and the events stand below in words
        if flagged:
            draw_flags(pen, y, events, axis)
            y += FLAG_ROW_HEIGHT
        _draw_dates(pen, y, axis)
    return y + AXIS_HEIGHT


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
    pen.box((axis.left, top), (axis.right - axis.left, height), pen.pale("sunken", 0.55))
    draw_bands(pen, (top, height), events, axis)
    edges = [axis.edge(day) for day, _label in axis.ticks()]
    pen.strokes([((x, top), (x, top + height)) for x in edges], "line", 0.4)
    draw_event_lines(pen, (top, height), events, axis)
    _draw_values(pen, values, axis)
    if series.bars:
        _draw_bars(pen, series, values, axis)
        return
    inside = series.within(axis.first, axis.last)
    _draw_gaps(pen, inside, (top, height), axis)
    look = look_of(series.key)
    means = by_weeks(series, axis)
    if means is not None:
        draw_summary(pen, means, values, axis, look.role)
        return
    size = days_per_bin(axis.days, axis.right - axis.left)
    if size == 1:
        dots = [(axis.x(day), values.y(value)) for day, value in inside.points]
        pen.markers(dots, look.marker, min(1.7, max(0.9, axis.day_width * 0.42)), pen.pale(look.role, 0.42))
    else:
        _draw_ranges(pen, inside, values, axis, size)
    _draw_line(pen, inside, values, axis, size)


def _draw_name(pen: Pen, top: float, height: float, series: Series) -> None:
    width = GUTTER - _TICK_LABELS - 4
    look = look_of(series.key)
    pen.markers([(pen.left + 3, top + 6.4)], look.marker, 2.4, look.role)
    pen.text((pen.left + 10, top + 9), series.title, SMALL_STRONG, width - 10)
    direction = direction_text(series.direction)
    room = max(int((height - 11) // NOTE.leading), 1)
    lines = [direction] if direction else []
    detail = _scale_text(series) or series.detail
    if detail and room > len(lines):
        lines = [*wrap(detail, width, NOTE, room - len(lines)), *lines]
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


def _draw_values(pen: Pen, values: ValueAxis, axis: TimeAxis) -> None:
    ticks = values.ticks()
    if (values.bottom - values.top) / max(len(ticks) - 1, 1) < NOTE.size + 1:
        ticks = [ticks[0], ticks[-1]]
    for tick in ticks:
        y = values.y(tick)
        pen.line((axis.left, y), (axis.right, y), thickness=0.4)
        pen.text((axis.left - 4, y + NOTE.size * 0.36), number(tick), NOTE, align=Align.RIGHT)


def long_gap(series: Series) -> int:
    """Return how many days without a value a gap must exceed to be hatched."""
    return max(LONG_GAP_DAYS, series.join_days - 1)


def _draw_gaps(pen: Pen, series: Series, band: XY, axis: TimeAxis) -> None:
    top, height = band
    longer_than = long_gap(series)
    label = tr("not done") if series.join_days > WINDOW_DAYS else tr("no entries")
    room = width_of(label, NOTE.face, NOTE.size) + 8
    for first, last in gaps(series.points, axis.first, axis.last, longer_than):
        left, right = axis.edge(first), axis.edge(last + 1)
        if right - left < _LEAST_BAR:
            continue
        with pen.clipped((left, top), (right - left, height)):
            count = ceil((right - left + height) / 5)
            starts = (left - height + i * 5.0 for i in range(count + 1))
            pen.strokes([((x, top + height), (x + height, top)) for x in starts], "line", 0.5)
        if right - left > room:
            middle = (left + right) / 2
            pen.box((middle - room / 2, top + height / 2 - 5.5), (room, 11), "surface", radius=2)
            pen.text((middle, top + height / 2 + 2.8), label, NOTE, align=Align.CENTRE)


def _draw_ranges(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis, size: int) -> None:
    bars = []
    for middle, low, high in ranges(series.points, axis.first, size):
        low_y, high_y = values.y(low) + 0.6, values.y(high) - 0.6
        bars.append(((axis.x(middle), low_y), (axis.x(middle), high_y)))
    pen.strokes(bars, pen.pale(look_of(series.key).role), 1.3)


def _draw_line(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis, size: int) -> None:
    window = window_of(axis.days)
    if series.join_days > WINDOW_DAYS:
        window = WINDOW_DAYS  # a sparse series is its own summary: see summary_line
    paths = []
    for segment in summary_line(series, window):
        points = [(axis.x(day), values.y(value)) for day, value in thinned(segment, axis.first, size)]
        if len(points) == 1:
            ((x, y),) = points
            points = [(x - 1.5, y), (x + 1.5, y)]
        paths.append(points)
    pen.strokes(paths, look_of(series.key).role, 1.3)


def weeks_per_bar(axis: TimeAxis) -> int:
    """Return how many weeks share one bar so that bars can be told apart."""
    return max(1, ceil(_LEAST_BAR / (7 * axis.day_width)))


def _draw_bars(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    touching = tuple((week, n) for week, n in series.points if week + 6 >= axis.first and week <= axis.last)
    role = pen.pale(look_of(series.key).role, 0.45)
    for week, count, value in grouped_means(touching, weeks_per_bar(axis)):
        left, right = axis.edge(week), axis.edge(week + 7 * count)
        inset = min(1.5, (right - left) * 0.15)
        if value > 0:
            top = values.y(value)
            pen.box((left + inset, top), (right - left - 2 * inset, values.bottom - top), role)


def _draw_training(pen: Pen, top: float, days: tuple[int, ...], axis: TimeAxis) -> None:
    marks = [axis.x(day) for day in days if axis.first <= day <= axis.last]
    said = tr_n("Training on {n} day.", "Training on {n} days.", len(marks))
    with pen.figure(said, (pen.left, top), (axis.right - pen.left, TICK_ROW_HEIGHT)):
        pen.text((pen.left, top + 9), tr("Training days"), NOTE, GUTTER - 8)
        pen.strokes(
            [((x, top + 3), (x, top + 9.5)) for x in marks], "primary", min(1.6, axis.day_width * 0.7)
        )


def _draw_dates(pen: Pen, top: float, axis: TimeAxis) -> None:
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


def with_bar_width(series: Series, axis: TimeAxis) -> Series:
    """Return a series of bars that says over how many weeks each bar is a mean."""
    weeks = weeks_per_bar(axis)
    if not series.bars or weeks == 1:
        return series
    said = tr("mean of {n} weeks", n=weeks)
    return replace(series, detail=f"{series.detail}, {said}" if series.detail else said)
