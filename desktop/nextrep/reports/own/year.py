"""A year in review, for the person: numbers, days as cells, what went well; nothing of what is empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from nextrep.domain.days import month_short
from nextrep.domain.text import tr
from nextrep.reports.bidi import starts_right
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.flow import Flow
from nextrep.reports.long_table import HEADING_HEIGHT, Table, place_table
from nextrep.reports.own.content import Tile, YearGrid, YearReview
from nextrep.reports.own.pages import build_pages
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import FIGURE, NOTE, SMALL, SMALL_STRONG, Paper
from nextrep.reports.tables import Column, column_width
from nextrep.reports.text import wrap_all

_TILES, _TILE_GAP, _TILE_HEIGHT = 4, 8.0, 38.0
_CELL, _LABEL, _DAYS = 11.5, 30.0, 31
_SCALE_HEIGHT = 13.0
_TITLED = (1, 5, 10, 15, 20, 25, 30)
_STEPS = 5
_SMALL_ROW = 13.0


def build_year(
    review: YearReview,
    *,
    paper: Paper = Paper.A4,
    grey: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the year as a PDF, of a page or two as a rule; the rest is as `pages.build_pages` has it.

    Raises:
        Cancelled: `cancelled` said so.
    """
    return build_pages(review, _place, paper, grey=grey, progress=progress, cancelled=cancelled)


def _place(review: YearReview, pen: Pen, flow: Flow) -> None:
    for start in range(0, len(review.tiles), _TILES):
        flow.place(_TILE_HEIGHT, partial(_draw_tiles, pen, review.tiles[start : start + _TILES]))
    for grid in review.grids:
        flow.place(_height(grid), partial(_draw_grid, pen, grid))
    place_table(pen, flow, _bests(review))
    if review.good:
        lines = [line for one in review.good for line in wrap_all(one, pen.width, SMALL)]
        flow.place(HEADING_HEIGHT + len(lines) * SMALL.leading, partial(_draw_good, pen, review.good))
    place_table(pen, flow, _words(pen, review))


def _draw_tiles(pen: Pen, tiles: tuple[Tile, ...], y: float, number: int) -> int:
    width = (pen.width - (_TILES - 1) * _TILE_GAP) / _TILES
    for place, tile in enumerate(tiles):
        x = pen.left + place * (width + _TILE_GAP)
        pen.box((x, y), (width, _TILE_HEIGHT), "sunken", radius=4)
        with pen.paragraph_of():
            pen.text((x + 8, y + 13), tile.title, NOTE, width - 16)
            pen.text((x + 8, y + 30), tile.figure, FIGURE, width - 16)
    return number


def _months(grid: YearGrid) -> range:
    return range(date.fromordinal(grid.first).month, date.fromordinal(grid.pixels.last).month + 1)


def _height(grid: YearGrid) -> float:
    scale = _SCALE_HEIGHT if grid.low else 0.0
    return HEADING_HEIGHT + (1 + len(_months(grid))) * _CELL + scale


def _draw_grid(pen: Pen, grid: YearGrid, y: float, number: int) -> int:
    y = draw_heading(pen, pen.left, y, 0, grid.title, grid.legend, pen.width)
    width, months = (pen.width - _LABEL) / _DAYS, _months(grid)
    with pen.figure(grid.said, (pen.left, y), (pen.width, (1 + len(months)) * _CELL)):
        for day in _TITLED:
            middle = pen.left + _LABEL + (day - 0.5) * width
            pen.text((middle, y + 9), str(day), NOTE, align=Align.CENTRE)
        y += _CELL
        for row, month in enumerate(months):
            pen.text((pen.left, y + row * _CELL + 9), month_short(month), NOTE)
        for day in range(grid.first, grid.pixels.last + 1):
            _draw_day(pen, grid, day, y - months[0] * _CELL, width)
    if grid.low:
        _draw_scale(pen, grid, y + len(months) * _CELL + 4)
    return number


def _draw_day(pen: Pen, grid: YearGrid, day: int, top: float, width: float) -> None:
    on = date.fromordinal(day)
    x, y = pen.left + _LABEL + (on.day - 1) * width, top + on.month * _CELL
    value = grid.pixels.values.get(day)
    if value is None:
        corners = [
            (x + 1, y + 1),
            (x + width - 1, y + 1),
            (x + width - 1, y + _CELL - 1),
            (x + 1, y + _CELL - 1),
        ]
        pen.strokes([[*corners, corners[0]]], "line", 0.4)
        return
    colour = pen.pale(grid.role, 1 - grid.pixels.depth(value))
    pen.box((x + 0.6, y + 0.6), (width - 1.2, _CELL - 1.2), colour, radius=1.5)


def _draw_scale(pen: Pen, grid: YearGrid, y: float) -> None:
    """Draw how deep the colour of low and of high values is."""
    with pen.ornament():
        x = pen.left + _LABEL
        x += pen.text((x, y + 7.5), grid.low, NOTE) + 5
        for step in range(_STEPS):
            value = grid.pixels.low + (grid.pixels.high - grid.pixels.low) * step / (_STEPS - 1)
            pen.box((x, y), (12, 9), pen.pale(grid.role, 1 - grid.pixels.depth(value)), radius=1.5)
            x += 14
        pen.text((x + 3, y + 7.5), grid.high, NOTE)


def _draw_good(pen: Pen, good: tuple[str, ...], y: float, number: int) -> int:
    y = draw_heading(pen, pen.left, y, 0, tr("What went well"))
    for one in good:
        y = pen.lines((pen.left, y), wrap_all(one, pen.width, SMALL), SMALL)
    return number


def _bests(review: YearReview) -> Table:
    columns = (Column(tr("Day"), 90), Column(tr("Best"), 150, style=SMALL_STRONG), Column(tr("Set"), 270))
    rows = tuple((one.day, one.title, one.done) for one in review.bests)
    return Table(tr("Bests of the year"), tr("the latest of each exercise"), columns, rows, _SMALL_ROW)


def _words(pen: Pen, review: YearReview) -> Table:
    columns = (Column(tr("Day"), 90), Column(tr("Words"), 420))
    width = column_width(pen.width, columns, 1)
    rows = tuple((one.day, _wrapped(one.line, width)) for one in review.words)
    return Table(tr("Words with a star"), tr("the first line of each"), columns, rows)


def _wrapped(line: str, width: float) -> str:
    return "\n".join(wrap_all(line, width, NOTE)) if not starts_right(line) else line
