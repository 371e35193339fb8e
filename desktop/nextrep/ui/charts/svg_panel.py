"""One plot of an SVG picture: what the items of a panel draw on the screen, as vectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor

from nextrep.domain.event_marks import bands_of, lines_of
from nextrep.domain.trends.summary_line import Floats
from nextrep.ui.charts.colors import BAND_SHARE, DOT_SHARE, mixed, series_color, zone_colors
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.lines import outline
from nextrep.ui.charts.prepared import Prepared
from nextrep.ui.charts.span import Span
from nextrep.ui.charts.svg_pen import Place, SvgPen
from nextrep.ui.theme.theme import Theme

_PAD = 6.0
_DOT, _SQUARE = 4.0, 7.0
_BAR_SHARE = 0.8
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a plot lies: days of `span` from `left` to `right`, values between `top` and `bottom`."""

    span: Span
    left: float
    right: float
    top: float
    bottom: float

    def x(self, day: float) -> float:
        """Return the place of a day."""
        return self.left + (day - self.span.low) / self.span.days * (self.right - self.left)

    def across(self, days: Floats) -> Floats:
        """Return the places of many days."""
        return self.left + (days - self.span.low) / self.span.days * (self.right - self.left)

    def up(self, values: Floats | float, ticks: tuple[float, ...]) -> Floats | float:
        """Return the places of values on an axis from the first to the last of `ticks`."""
        low, high = ticks[0], ticks[-1]
        return self.bottom - _PAD - (values - low) / (high - low) * (self.bottom - self.top - 2 * _PAD)


def draw_plot(pen: SvgPen, plot: Plot, panel: Prepared, drawing: Drawing, theme: Theme) -> None:
    """Draw one panel, from back to front."""
    surface = theme.color("surface")
    color = theme.color(series_color(panel.series))
    _draw_zones(pen, plot, panel, zone_colors(color, surface, len(panel.series.zones)), theme)
    _draw_ground(pen, plot, panel, drawing, theme)
    seen = _in_view(plot, panel.places)
    pale = mixed(color, surface, DOT_SHARE).name()
    if panel.series.bars:
        _draw_bars(pen, plot, panel, seen, (pale, color.name()))
        return
    _draw_summary(pen, plot, panel, (mixed(color, surface, BAND_SHARE).name(), color.name()))
    ups = _ups(plot, panel, panel.values[seen])
    places = list(zip(plot.across(panel.places[seen]).tolist(), ups, strict=True))
    if panel.series.scores:
        _draw_scores(pen, places, [panel.figures[i] for i in np.flatnonzero(seen)], (color.name(), theme))
    elif not panel.series.is_summary:
        pen.dots(places, pale, _DOT if len(places) < 400 else 2.0)


def _in_view(plot: Plot, places: Floats) -> np.ndarray:
    return (places >= plot.span.low) & (places <= plot.span.high)


def _ups(plot: Plot, panel: Prepared, values: Floats) -> list[float]:
    return np.asarray(plot.up(values, panel.ticks)).tolist()


def _draw_ground(pen: SvgPen, plot: Plot, panel: Prepared, drawing: Drawing, theme: Theme) -> None:
    """Draw events, the grid with its labels, and phases."""
    tokens, span = theme.tokens, plot.span
    for first, last in bands_of(drawing.events):
        left, right = max(plot.x(first - _HALF), plot.left), min(plot.x(last + _HALF), plot.right)
        if left < right:
            pen.rect((left, plot.top), (right - left, plot.bottom - plot.top), tokens.sunken)
    for tick, label in zip(panel.ticks, panel.labels, strict=True):
        y = round(float(plot.up(tick, panel.ticks))) + _HALF  # the middle of a pixel: a sharp hairline
        pen.line((plot.left, y), (plot.right, y), tokens.line)
        pen.text((plot.left - 8, y + 4), label, tokens.muted, anchor="end")
    if panel.ticks[0] < 0 < panel.ticks[-1]:
        zero = float(plot.up(0.0, panel.ticks))
        pen.line((plot.left, zero), (plot.right, zero), tokens.muted)
    days = [(mark.day, tokens.primary, "3 4") for mark in drawing.marks]
    days += [(day, tokens.muted, "1 2") for day in lines_of(drawing.events)]
    for day, ink, dashes in days:
        if span.low <= day <= span.high:
            pen.line((plot.x(day), plot.top), (plot.x(day), plot.bottom), ink, dashes)


def _draw_zones(pen: SvgPen, plot: Plot, panel: Prepared, colors: tuple[QColor, ...], theme: Theme) -> None:
    for zone, color in zip(panel.series.zones, colors, strict=True):
        top = max(float(plot.up(zone.high + _HALF, panel.ticks)), plot.top)
        bottom = min(float(plot.up(zone.low - _HALF, panel.ticks)), plot.bottom)
        pen.rect((plot.left, top), (plot.right - plot.left, bottom - top), color.name())
        pen.text((plot.right + 6, (top + bottom) / 2 + 3.5), zone.title, theme.tokens.ink, size=10)


def _draw_summary(pen: SvgPen, plot: Plot, panel: Prepared, colors: tuple[str, str]) -> None:
    """Draw the quartiles and the line."""
    pale, strong = colors
    for band in panel.bands:
        days, low, high = _wide(band, panel.length, plot)
        x = plot.across(days).tolist()
        upper, lower = _ups(plot, panel, high), _ups(plot, panel, low)
        around: list[Place] = [*zip(x, upper, strict=True), *zip(x[::-1], lower[::-1], strict=True)]
        if around:
            pen.shape(around, pale)
    for segment in panel.line:
        days, values = _wide(segment, panel.length, plot)
        if days.size:
            x, y = outline(plot.across(days), np.array(_ups(plot, panel, values)))
            pen.path(zip(x.tolist(), y.tolist(), strict=True), strong)


def _wide(rows: tuple[Floats, ...], length: float, plot: Plot) -> tuple[Floats, ...]:
    """Return what is in view; a single value becomes as wide as the days it stands for."""
    seen = _in_view(plot, rows[0])
    if rows[0].size > 1 or not seen.any():
        return tuple(one[seen] for one in rows)
    days, *values = (np.repeat(one, 2) for one in rows)
    return days + np.array((-_HALF, _HALF)) * length, *values


def _draw_scores(pen: SvgPen, places: list[Place], figures: list[str], look: tuple[str, Theme]) -> None:
    color, theme = look
    free = float("inf")
    for (x, y), text in reversed(list(zip(places, figures, strict=True))):
        pen.rect((x - _SQUARE / 2, y - _SQUARE / 2), (_SQUARE, _SQUARE), color)
        width = 8.0 * len(text)
        if x + width / 2 < free:
            pen.text((x, y - _SQUARE), text, theme.tokens.ink, size=11, anchor="middle")
            free = x - width / 2


def _draw_bars(pen: SvgPen, plot: Plot, panel: Prepared, seen: np.ndarray, colors: tuple[str, str]) -> None:
    """Draw what was done, filled, and beside it what was planned, in outline."""
    fill, edge = colors
    width = max(1.0, min(26.0, _BAR_SHARE * panel.length * (plot.right - plot.left) / plot.span.days))
    own = width / 2 - 1 if panel.planned.size else width
    zero = float(plot.up(0.0, panel.ticks))
    planned = panel.planned[seen] if panel.planned.size else np.zeros(int(seen.sum()))
    middles = plot.across(panel.places[seen]).tolist()
    rows = zip(middles, panel.values[seen].tolist(), planned.tolist(), strict=True)
    for middle, value, plan in rows:
        left = middle - width / 2
        if value > 0:
            y = float(plot.up(value, panel.ticks))
            pen.rect((left, y), (own, zero - y), fill)
        if plan > 0:
            y = float(plot.up(plan, panel.ticks))
            pen.rect((left + own + 1, y), (own, zero - y), "none", edge)
