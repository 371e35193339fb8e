"""A year in pixels as an SVG picture, drawn from the same values as the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import floor
from pathlib import Path

from nextrep.domain.days import month_short
from nextrep.domain.series_words import axis_text
from nextrep.domain.text import tr
from nextrep.domain.year_pixels import YearPixels
from nextrep.services.files import save_file
from nextrep.ui.charts.colors import pixel_colors
from nextrep.ui.charts.svg_pen import SvgPen
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import Theme

_MARGIN, _LABELS, _TOP = 24.0, 44.0, 84.0
_CELL, _GAP = 30.0, 3.0
_MONTHS, _DAYS, _STEPS = 12, 31, 5
_LINE = 17.0
_TITLED_DAYS = (1, 5, 10, 15, 20, 25, 30)


def year_svg(year: YearPixels, title: str, theme: Theme) -> str:
    """Return the picture as XML; `title` says what it is and of which year."""
    pen, ink = SvgPen(), theme.tokens
    pen.text((_MARGIN, 40), title, ink.ink, size=18, weight=700)
    left = _MARGIN + _LABELS
    for day in _TITLED_DAYS:
        middle = left + (day - 0.5) * _CELL
        pen.text((middle, _TOP - 8), str(day), ink.muted, anchor="middle")
    for month in range(_MONTHS):
        pen.text((_MARGIN, _TOP + (month + 0.5) * _CELL + 4), month_short(month + 1), ink.muted)
    for day in range(year.first, year.last + 1):
        on = date.fromordinal(day)
        corner = (left + (on.day - 1) * _CELL, _TOP + (on.month - 1) * _CELL)
        _draw_cell(pen, corner, year, year.values.get(day), theme)
    top = _TOP + _MONTHS * _CELL + 1.5 * _LINE
    _draw_legend(pen, left, top, year, theme)
    note = tr("{said} · self-recorded by one person", said=year.summary().rstrip("."))
    pen.text((_MARGIN, top + 1.5 * _LINE), note, ink.muted)
    width, height = left + _DAYS * _CELL + _MARGIN, top + 1.5 * _LINE + _MARGIN
    return pen.document(width, height, title, year.summary(), ink.surface)


def _draw_cell(
    pen: SvgPen, corner: tuple[float, float], year: YearPixels, value: float | None, theme: Theme
) -> None:
    """Fill the cell of a value; that of an empty day is an outline with nothing in it."""
    (x, y), size = corner, _CELL - _GAP
    if value is None:
        pen.rect((x + 0.5, y + 0.5), (size - 1, size - 1), "none", theme.tokens.line)
        return
    fill, figure = pixel_colors(year, value, theme)
    pen.rect((x, y), (size, size), fill.name())
    pen.text((x + size / 2, y + size / 2 + 4), str(floor(value + 0.5)), figure.name(), anchor="middle")


def _draw_legend(pen: SvgPen, left: float, top: float, year: YearPixels, theme: Theme) -> None:
    """Draw the scale with its ends, what colour means, and an empty day."""
    ink, side, x = theme.tokens.muted, 12.0, left + 40
    pen.text((x - 8, top), axis_text(year.series, year.low), ink, anchor="end")
    for step in range(_STEPS):
        value = year.low + (year.high - year.low) * step / (_STEPS - 1)
        pen.rect((x, top - 10), (side, side), pixel_colors(year, value, theme)[0].name())
        x += side
    pen.text((x + 8, top), axis_text(year.series, year.high), ink)
    pen.text((x + 64, top), year.legend(), ink)
    x = left + _DAYS * _CELL - 90
    pen.rect((x, top - 10), (side, side), "none", theme.tokens.line)
    pen.text((x + side + 8, top), tr("not logged"), ink)


@dataclass(frozen=True, slots=True)
class SaveYearSvg:
    """A job: writes the picture of a year and returns where it is."""

    year: YearPixels
    title: str
    theme: Theme
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        """Do the work.

        Raises:
            KnownError: it cannot be written.
        """
        save_file(self.target, year_svg(self.year, self.title, self.theme).encode())
        return self.target
