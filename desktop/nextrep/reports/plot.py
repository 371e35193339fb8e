"""Inside a panel: dots and lines, weeks with their spread, bars beside what was planned, scores.

By the rules of the screen's panels: zones behind, long gaps hatched, every score with its figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from nextrep.domain.figures import number
from nextrep.domain.series import WINDOW_DAYS, Points, Series
from nextrep.domain.series_words import value_text
from nextrep.domain.text import tr
from nextrep.domain.trends.summary_line import summary_line
from nextrep.reports.axis import TimeAxis, ValueAxis
from nextrep.reports.bins import days_per_bin, gaps, grouped_means, ranges, thinned
from nextrep.reports.fonts import width_of
from nextrep.reports.pen import XY, Align, Marker, Pen
from nextrep.reports.styles import NOTE, SMALL
from nextrep.reports.weekly import by_weeks, draw_summary

LONG_GAP_DAYS = 7
LONG_PERIOD_DAYS = 400
"""Longer periods get a 28-day median, and no training ticks: they would run into one bar."""
LONG_WINDOW_DAYS = 28
_LEAST_BAR = 3.0
_SIDE_BY_SIDE = 5.0
"""Width of a bar from which the planned one has room beside it; below that it is a line across."""
_SQUARE = 2.2


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


def look_of(series: Series) -> Look:
    """Return how a series is drawn."""
    return look_for(series.key if series.key in _LOOKS else series.family)


def look_for(key: str) -> Look:
    """Return how what has this key or belongs to this family is drawn."""
    return _LOOKS.get(key, _OTHER_LOOK)


def window_of(days: int) -> int:
    """Return over how many days the line is a median in a period of `days`."""
    return LONG_WINDOW_DAYS if days > LONG_PERIOD_DAYS else WINDOW_DAYS


def draw_plot(pen: Pen, band: XY, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    """Draw the values of a series into a panel; `band` is its top and height."""
    _draw_values(pen, series, values, axis)
    if series.bars:
        _draw_bars(pen, series, values, axis)
        return
    inside = series.within(axis.first, axis.last)
    if series.scores:
        _draw_scores(pen, inside, values, axis)
        return
    _draw_gaps(pen, inside, band, axis)
    means = by_weeks(series, axis)
    if means is not None:
        draw_summary(pen, means, values, axis, look_of(series).role)
        return
    _draw_days(pen, inside, values, axis)


def _draw_days(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    look = look_of(series)
    size = days_per_bin(axis.days, axis.right - axis.left)
    if size == 1:
        dots = [(axis.x(day), values.y(value)) for day, value in series.points]
        pen.markers(dots, look.marker, min(1.7, max(0.9, axis.day_width * 0.42)), pen.pale(look.role, 0.42))
    else:
        _draw_ranges(pen, series, values, axis, size)
    _draw_line(pen, series, values, axis, size)


def draw_zones(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    """Draw published bands, each a shade darker than the one below it, so that they show without colour."""
    count = len(series.zones)
    for place, zone in enumerate(series.zones):
        top, bottom = values.y(zone.high + 0.5), values.y(zone.low - 0.5)
        shade = pen.pale("line", 1 - 0.85 * place / max(count - 1, 1))
        pen.box((axis.left, top), (axis.right - axis.left, bottom - top), shade)


def _draw_values(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    if series.zones:
        _draw_borders(pen, series, values, axis)
        return
    ticks = values.ticks()
    if (values.bottom - values.top) / max(len(ticks) - 1, 1) < NOTE.size + 1:
        ticks = [ticks[0], ticks[-1]]
    for tick in ticks:
        y = values.y(tick)
        pen.line((axis.left, y), (axis.right, y), thickness=0.4)
        pen.text((axis.left - 4, y + NOTE.size * 0.36), number(tick), NOTE, align=Align.RIGHT)


def _draw_borders(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    """Label where each published band begins, and the end of the last one."""
    free = values.bottom + NOTE.size
    for tick in [zone.low for zone in series.zones] + [series.zones[-1].high]:
        y = values.y(tick)
        pen.line((axis.left, y), (axis.right, y), "line", 0.4)
        if y <= free - NOTE.size:
            pen.text((axis.left - 4, y + NOTE.size * 0.36), number(tick), NOTE, align=Align.RIGHT)
            free = y


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
    pen.strokes(bars, pen.pale(look_of(series).role), 1.3)


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
    pen.strokes(paths, look_of(series).role, 1.3)


def _draw_scores(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    """Draw each total as a square on the line through them, with its figure where there is room."""
    places = [(axis.x(day), values.y(value)) for day, value in series.points]
    if len(places) > 1:
        paths = [[(axis.x(d), values.y(v)) for d, v in segment] for segment in summary_line(series)]
        pen.strokes([path for path in paths if len(path) > 1], look_of(series).role, 1.0)
    pen.markers(places, Marker.SQUARE, _SQUARE, look_of(series).role)
    free = axis.right + 6
    for (x, y), (_day, value) in reversed(list(zip(places, series.points, strict=True))):
        said = value_text(series, value)
        width = width_of(said, SMALL.face, SMALL.size)
        middle = min(max(x, axis.left + width / 2 + 1), axis.right - width / 2 - 1)
        if middle + width / 2 <= free:
            above = y - 4 if y - 4 - SMALL.size > values.top - 6 else y + SMALL.size + 2
            pen.text((middle, above), said, SMALL, align=Align.CENTRE)
            free = middle - width / 2 - 3


def weeks_per_bar(axis: TimeAxis) -> int:
    """Return how many weeks share one bar so that bars can be told apart."""
    return max(1, ceil(_LEAST_BAR / (7 * axis.day_width)))


def _draw_bars(pen: Pen, series: Series, values: ValueAxis, axis: TimeAxis) -> None:
    """Draw what was done filled, and beside it in outline what was planned."""
    weeks = weeks_per_bar(axis)
    planned = {week: value for week, _count, value in grouped_means(_touching(series.planned, axis), weeks)}
    role = look_of(series).role
    for week, count, value in grouped_means(_touching(series.points, axis), weeks):
        left, right = axis.edge(week), axis.edge(week + 7 * count)
        inset = min(1.5, (right - left) * 0.15)
        left, right = left + inset, right - inset
        beside = bool(planned) and right - left >= _SIDE_BY_SIDE
        own = (right - left) / 2 if beside else right - left
        if value > 0:
            top = values.y(value)
            pen.box((left, top), (own, values.bottom - top), pen.pale(role, 0.45))
        if planned.get(week, 0) > 0:
            _draw_planned(pen, (left + own if beside else left, right), values, planned[week], beside=beside)


def _draw_planned(pen: Pen, span: XY, values: ValueAxis, value: float, *, beside: bool) -> None:
    left, right = span
    top, bottom = values.y(value), values.bottom
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    pen.strokes([corners if beside else [(left, top), (right, top)]], "primary", 0.7)


def _touching(points: Points, axis: TimeAxis) -> Points:
    return tuple((week, n) for week, n in points if week + 6 >= axis.first and week <= axis.last)
