"""All series of the period on one time axis."""

from __future__ import annotations

from nextrep.domain.report_sections import ReportSection
from nextrep.domain.series import Series
from nextrep.domain.text import tr
from nextrep.reports.blocks.events import draw_short, short_height
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_text
from nextrep.reports.charts import (
    AXIS_HEIGHT,
    PANEL_GAP,
    TICK_ROW_HEIGHT,
    draw_panels,
    legend,
    plot_axis,
    with_bar_words,
)
from nextrep.reports.content import ReportContent
from nextrep.reports.event_drawing import FLAG_ROW_HEIGHT
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY

MOST_PANELS = 5
MOST_BESIDE_SCORES = 3
"""Strength and sessions give their place to the questionnaires; page 2 has both of them too."""
_WITH_PANELS = (ReportSection.DAILY, ReportSection.SLEEP, ReportSection.STRENGTH, ReportSection.TRAINING)
_TALLEST_PANEL = 66.0
_COMFORTABLE_PANEL = 42.0
_LEAST_PANEL = 15.0
"""With the gap below it there is room for its name and a line under it."""


def comfortable_height(pen: Pen, content: ReportContent) -> float:
    """Return the height at which the panels, and the words for their events, read well."""
    shown = len(_shown(content))
    if not shown:
        return 45.0
    words = short_height(content, pen.width) + (FLAG_ROW_HEIGHT if content.events else 0.0)
    return 15 + shown * (_COMFORTABLE_PANEL + PANEL_GAP) + AXIS_HEIGHT + TICK_ROW_HEIGHT + words


def draw_over_time(pen: Pen, y: float, height: float, content: ReportContent, number: int) -> float:
    """Draw the panels within `height`; return the y below, which is less when there are few panels."""
    axis = plot_axis(
        pen, content.first.toordinal(), content.last.toordinal(), with_words=bool(content.trends)
    )
    panels = tuple(with_bar_words(series, axis) for series in _shown(content))
    said = legend(axis, panels) if panels else ""
    if panels and content.events and not short_height(content, pen.width):
        said = tr("{legend} · letters: events, page 2", legend=said)
    top = draw_heading(pen, pen.left, y, number, tr("Over time"), said, pen.width)
    if not panels:
        pen.box((pen.left, top), (pen.width, 30), pen.pale("sunken", 0.25), radius=4)
        asked = any(content.has(section) for section in _WITH_PANELS)
        why = tr("No entries in this period.") if asked else left_out_text()
        pen.text((pen.left + 8, top + 18), why, BODY)
        return top + 30
    room = min(height - short_height(content, pen.width) - (top - y), _TALLEST_PANEL * len(panels) + 24)
    panels = panels[: _fitting(len(panels), room, content)]
    top = draw_panels(pen, (top, room), panels, content.training_days, axis, content.events, content.trends)
    return draw_short(pen, top, content)


def _fitting(panels: int, room: float, content: ReportContent) -> int:
    """Return how many panels have room for their names; at least one."""
    below = AXIS_HEIGHT + TICK_ROW_HEIGHT + (FLAG_ROW_HEIGHT if content.events else 0.0)
    return max(1, min(panels, int((room - below) / (_LEAST_PANEL + PANEL_GAP))))


def _shown(content: ReportContent) -> tuple[Series, ...]:
    return content.panels[: MOST_BESIDE_SCORES if content.scores.rows else MOST_PANELS]
