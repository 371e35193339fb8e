"""Block 3: all series of the period on one time axis."""

from __future__ import annotations

from nextrep.domain.series import Series
from nextrep.domain.text import tr
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.charts import (
    AXIS_HEIGHT,
    PANEL_GAP,
    TICK_ROW_HEIGHT,
    draw_panels,
    legend,
    plot_axis,
    with_bar_width,
)
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY

MOST_PANELS = 5
MOST_BESIDE_SCORES = 4
"""The sessions give their place to the questionnaires: block Training and page 2 have them too."""
_TALLEST_PANEL = 66.0
_COMFORTABLE_PANEL = 42.0


def comfortable_height(content: ReportContent) -> float:
    """Return the height at which the panels read well."""
    shown = len(_shown(content))
    return 15 + shown * (_COMFORTABLE_PANEL + PANEL_GAP) + AXIS_HEIGHT + TICK_ROW_HEIGHT if shown else 45.0


def draw_over_time(pen: Pen, y: float, height: float, content: ReportContent, number: int) -> float:
    """Draw the panels within `height`; return the y below, which is less when there are few panels."""
    axis = plot_axis(pen, content.first.toordinal(), content.last.toordinal())
    panels = tuple(with_bar_width(series, axis) for series in _shown(content))
    top = draw_heading(pen, pen.left, y, number, tr("Over time"), legend(axis) if panels else "", pen.width)
    if not panels:
        pen.box((pen.left, top), (pen.width, 30), pen.pale("sunken", 0.25), radius=4)
        pen.text((pen.left + 8, top + 18), tr("No entries in this period."), BODY)
        return top + 30
    room = min(height - (top - y), _TALLEST_PANEL * len(panels) + 24)
    return draw_panels(pen, top, room, panels, content.training_days, axis)


def _shown(content: ReportContent) -> tuple[Series, ...]:
    return content.panels[: MOST_BESIDE_SCORES if content.scores.rows else MOST_PANELS]
