"""One drawing of an SVG picture from top to bottom: words at the left, plots beside them, the dates below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from nextrep.domain.days import day_short
from nextrep.domain.event_marks import legend, mark_text
from nextrep.domain.series_words import direction_text, full_detail
from nextrep.domain.text import tr
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.flag_places import flags_in_view
from nextrep.ui.charts.svg_panel import Plot, draw_plot
from nextrep.ui.charts.svg_pen import SvgPen
from nextrep.ui.charts.ticks import day_ticks
from nextrep.ui.theme.theme import Theme

LINE, HEADING = 17.0, 28.0
_WORDS, _HEIGHT = 252.0, 84.0
_LABEL_ROOM, _LETTER = 70.0, 11.0
_CHARS = 29
_ZONE_NAMES = 104.0
"""Room for the names of published bands at the right."""


@dataclass(frozen=True, slots=True)
class Column:
    """A drawing and its place: `width` CSS pixels from `left`."""

    drawing: Drawing
    left: float
    width: float
    theme: Theme

    def plot(self, top: float, bottom: float) -> Plot:
        """Return the place of a plot."""
        names = _ZONE_NAMES if any(one.series.zones for one in self.drawing.panels) else 0
        return Plot(self.drawing.span, self.left + _WORDS, self.left + self.width - names, top, bottom)


def least_height(column: Column, place: int) -> float:
    """Return how tall a panel is at least: its share, and room for its words."""
    share = column.drawing.shares[place]
    return max(_HEIGHT * share / 3, LINE * len(list(_beside(column.drawing, place))))


def draw_panel(pen: SvgPen, column: Column, place: int, top: float, height: float) -> None:
    """Draw one panel with its words."""
    color, panel = column.theme.tokens, column.drawing.panels[place]
    pen.open_group(panel.said)
    for index, line in enumerate(_beside(column.drawing, place)):
        strong = index == 0
        ink, size = (color.ink, 14) if strong else (color.muted, 12)
        spot = (column.left, top + 11 + LINE * index)
        pen.text(spot, line, ink, size=size, weight=650 if strong else 400)
    draw_plot(pen, column.plot(top, top + height), panel, column.drawing, column.theme)
    pen.close_group()


def _beside(drawing: Drawing, place: int) -> Iterator[str]:
    """Give the lines beside a plot: name, what it is, direction, number of values in view."""
    panel, span = drawing.panels[place], drawing.span
    series = panel.series
    shown = sum(span.low <= place <= span.high for place in panel.places.tolist())
    yield from wrap(series.title, _CHARS)
    yield from wrap(full_detail(series), _CHARS)
    if series.direction:
        yield direction_text(series.direction)
    yield tr("n = {n}", n=shown)


def draw_axis(pen: SvgPen, column: Column, top: float) -> float:
    """Write dates, phases and events; return the y below them."""
    drawing, color, plot = column.drawing, column.theme.tokens, column.plot(top, top)
    span, edges = drawing.span, (plot.left, plot.right)
    tagged = [mark for mark in drawing.events if mark.tag]
    for flag in flags_in_view(tagged, span, edges, _LETTER, 4.0, (plot.left, column.left + column.width)):
        pen.text((flag.middle, top - 4), flag.text, color.ink, weight=700, anchor="middle")
    top += LINE if tagged else 0
    for day, label in day_ticks(span.low, span.high, plot.right - plot.left, _LABEL_ROOM):
        pen.text((plot.x(day), top), label, color.muted, anchor="middle")
    for mark in drawing.marks:
        if span.low <= mark.day <= span.high:
            top += LINE
            text = tr("{date} · {label}", date=day_short(mark.day), label=mark.label)
            at_right = plot.x(mark.day) > (plot.left + plot.right) / 2
            pen.text((plot.x(mark.day), top), text, color.ink, anchor="end" if at_right else "start")
    for event in legend(drawing.events):
        top += LINE
        pen.text((plot.left, top), mark_text(event), color.ink)
    return top
