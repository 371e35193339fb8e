"""The charts as an SVG picture, drawn from the same series as the screen, with title, period and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from nextrep.domain.days import day_short
from nextrep.domain.event_marks import legend, mark_text
from nextrep.domain.series_words import direction_text, full_detail
from nextrep.domain.text import tr
from nextrep.services.files import save_file
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.prepared import Prepared
from nextrep.ui.charts.svg_panel import Plot, draw_plot
from nextrep.ui.charts.svg_pen import SvgPen
from nextrep.ui.charts.ticks import day_ticks
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import Theme

WIDTH, MARGIN = 1100.0, 24.0
_LEFT = 276.0
_TOP, _GAP, _HEIGHT = 64.0, 16.0, 84.0
_LINE, _LABEL_ROOM = 17.0, 70.0
_CHARS = 29
_ZONE_NAMES = 104.0
"""Room for the names of published bands at the right."""
_NOTE_CHARS = 150


def svg_of(drawing: Drawing, title: str, note: str, theme: Theme) -> str:
    """Return the picture as XML.

    Args:
        drawing: what is shown.
        title: what it is and of which days.
        note: small print below: how much is logged, and of whom.
        theme: whose colours are taken.
    """
    pen = SvgPen()
    right = WIDTH - MARGIN - (_ZONE_NAMES if any(one.series.zones for one in drawing.panels) else 0)
    color = theme.tokens
    pen.text((MARGIN, 40), title, color.ink, size=18, weight=700)
    top = _TOP
    for panel, share in zip(drawing.panels, drawing.shares, strict=True):
        lines = list(_beside(panel, drawing))
        height = max(_HEIGHT * share / 3, _LINE * len(lines))
        plot = Plot(drawing.span, _LEFT, right, top, top + height)
        pen.open_group(panel.said)
        for index, line in enumerate(lines):
            strong = index == 0
            ink, size = (color.ink, 14) if strong else (color.muted, 12)
            pen.text((MARGIN, top + 11 + _LINE * index), line, ink, size=size, weight=650 if strong else 400)
        draw_plot(pen, plot, panel, drawing, theme)
        pen.close_group()
        top += height + _GAP
    top = _draw_axis(pen, Plot(drawing.span, _LEFT, right, top, top), drawing, theme)
    note = _of_what_is_shown(drawing, note)
    for line in wrap(note, _NOTE_CHARS):
        top += _LINE
        pen.text((MARGIN, top), line, color.muted)
    said = " ".join(panel.said for panel in drawing.panels)
    return pen.document(WIDTH, top + MARGIN, title, f"{said} {note}", color.surface)


def _of_what_is_shown(drawing: Drawing, note: str) -> str:
    """Return the small print, with the days in view where they are fewer than those of the title."""
    if drawing.span.is_whole:
        return note
    first, last = day_short(drawing.span.first_whole), day_short(drawing.span.last_whole)
    return tr("shown here: {first} to {last} · {note}", first=first, last=last, note=note)


def _beside(panel: Prepared, drawing: Drawing) -> Iterator[str]:
    """Give the lines beside a plot: name, what it is, direction, number of values in view."""
    series, span = panel.series, drawing.span
    shown = sum(span.low <= place <= span.high for place in panel.places.tolist())
    yield from wrap(series.title, _CHARS)
    yield from wrap(full_detail(series), _CHARS)
    if series.direction:
        yield direction_text(series.direction)
    yield tr("n = {n}", n=shown)


def _draw_axis(pen: SvgPen, plot: Plot, drawing: Drawing, theme: Theme) -> float:
    """Write dates, phases and events; return the y below them."""
    color, span, top = theme.tokens, drawing.span, plot.top
    for day, label in day_ticks(span.low, span.high, plot.right - plot.left, _LABEL_ROOM):
        pen.text((plot.x(day), top), label, color.muted, anchor="middle")
    for mark in drawing.marks:
        if span.low <= mark.day <= span.high:
            top += _LINE
            text = tr("{date} · {label}", date=day_short(mark.day), label=mark.label)
            at_right = plot.x(mark.day) > (plot.left + plot.right) / 2
            pen.text((plot.x(mark.day), top), text, color.ink, anchor="end" if at_right else "start")
    for event in legend(drawing.events):
        top += _LINE
        pen.text((plot.left, top), mark_text(event), color.ink)
    return top


@dataclass(frozen=True, slots=True)
class SaveSvg:
    """A job: writes the picture and returns where it is."""

    drawing: Drawing
    title: str
    note: str
    theme: Theme
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        """Do the work.

        Raises:
            KnownError: it cannot be written.
        """
        text = svg_of(self.drawing, self.title, self.note, self.theme)
        save_file(self.target, text.encode())
        return self.target
