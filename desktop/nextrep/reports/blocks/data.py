"""How much was logged, before any value."""

from __future__ import annotations

from nextrep.domain.report_sections import ReportSection
from nextrep.domain.series import Sufficiency
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_line
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import FIGURE, NOTE, SMALL, STRONG

_TILE_GAP = 8.0
_TILE_HEIGHT = 55.0
Tile = tuple[str, str, str, str]
"""Label, figure and two lines of small print."""


def draw_data(pen: Pen, y: float, content: ReportContent, number: int) -> float:
    """Draw what the record is, and four tiles; return the y below."""
    said = tr("Self-reported. Not a diagnosis. Not monitored by anyone.")
    below = draw_heading(pen, pen.left, y, number, tr("Data"))
    pen.text((pen.right, y + 10), said, STRONG, align=Align.RIGHT)
    y = below
    width = (pen.width - 3 * _TILE_GAP) / 4
    for index, tile in enumerate(_tiles(content)):
        _draw_tile(pen, pen.left + index * (width + _TILE_GAP), y, width, tile)
    y += _TILE_HEIGHT
    line = left_out_line(content)
    return pen.paragraph((pen.left, y + 3), line, NOTE, pen.width) if line else y


def verdict(logged: Sufficiency) -> str:
    """Return in words whether there is enough for typical levels."""
    if logged.logged == 0:
        return tr("nothing logged")
    return tr("enough for typical levels") if logged.enough else tr("little data: read with care")


def _tiles(content: ReportContent) -> tuple[Tile, ...]:
    days, nights, training = content.checkins, content.nights, content.training
    share = _with_paused(tr("{percent} % of days", percent=days.percent), days)
    share_nights = _with_paused(tr("{percent} % of nights", percent=nights.percent), nights)
    gap = tr_n("{n} day", "{n} days", days.longest_gap)
    rated = tr_n("{n} rated before and after", "{n} rated before and after", training.around.n)
    sessions = str(training.sessions)
    if training.planned is None:
        plan = tr("no plan to compare with")
    else:
        plan = tr("{kept} of {planned} planned", kept=training.kept, planned=training.planned)
    tiles = (
        (ReportSection.DAILY, (tr("Days logged"), _of(days), share, verdict(days))),
        (ReportSection.DAILY, (tr("Longest gap"), gap, tr("days in a row"), tr("without a check-in"))),
        (ReportSection.SLEEP, (tr("Nights logged"), _of(nights), share_nights, verdict(nights))),
        (ReportSection.TRAINING, (tr("Training sessions"), sessions, plan, rated)),
    )
    return tuple(
        tile if content.has(section) else (tile[0], "–", tr("left out by choice"), "")
        for section, tile in tiles
    )


def _of(part: Sufficiency) -> str:
    return tr("{logged} of {days}", logged=part.logged, days=part.days)


def _with_paused(share: str, part: Sufficiency) -> str:
    """Say beside a share how many of the days that are missing in it lie in a pause of all tracking."""
    return tr("{share} · {n} paused", share=share, n=part.paused) if part.paused else share


def _draw_tile(pen: Pen, x: float, y: float, width: float, tile: Tile) -> None:
    label, figure, *small = tile
    pen.box((x, y), (width, _TILE_HEIGHT), pen.pale("sunken", 0.25), radius=4)
    inner = width - 14
    with pen.paragraph_of():
        pen.text((x + 7, y + 12), label, NOTE, inner)
        pen.text((x + 7, y + 28), figure, FIGURE, inner)
        pen.text((x + 7, y + 39.5), small[0], SMALL, inner)
        pen.text((x + 7, y + 49.5), small[1], SMALL, inner)
