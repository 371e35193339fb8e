"""The history of one exercise: its best over time, its bests, and every session with its sets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nextrep.domain.text import tr
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.charts import draw_panels, plot_axis
from nextrep.reports.flow import Flow
from nextrep.reports.long_table import HEADING_HEIGHT, Table, place_table
from nextrep.reports.own.content import ExerciseHistory
from nextrep.reports.own.pages import build_pages
from nextrep.reports.pen import Align, Pen
from nextrep.reports.styles import NOTE, SMALL_STRONG, Paper
from nextrep.reports.tables import Column, column_width
from nextrep.reports.text import wrap_all

_CHART_HEIGHT = 132.0
_SMALL_ROW = 13.0


def build_history(
    history: ExerciseHistory,
    *,
    paper: Paper = Paper.A4,
    grey: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the history as a PDF of as many pages as it takes; the rest is as `pages.build_pages` has it.

    Raises:
        Cancelled: `cancelled` said so.
    """
    return build_pages(history, _place, paper, grey=grey, progress=progress, cancelled=cancelled)


def _place(history: ExerciseHistory, pen: Pen, flow: Flow) -> None:
    if len(history.series.points) > 1:  # one day is in the list of sessions, and no course over time
        height = HEADING_HEIGHT + _CHART_HEIGHT
        flow.place(height, partial(_draw_chart, pen, history))
    place_table(pen, flow, _records(history))
    place_table(pen, flow, _sessions(pen, history))


def _draw_chart(pen: Pen, history: ExerciseHistory, y: float, number: int) -> int:
    y = draw_heading(pen, pen.left, y, 0, tr("Over time"), history.how, pen.width)
    axis = plot_axis(pen, history.first, history.last)
    draw_panels(pen, (y, _CHART_HEIGHT), (history.series,), (), axis)
    return number


def _records(history: ExerciseHistory) -> Table:
    columns = (Column(tr("Day"), 90), Column(tr("Best"), 150, style=SMALL_STRONG), Column(tr("Set"), 270))
    rows = tuple((one.day, one.title, one.done) for one in history.records)
    return Table(
        tr("Bests"), tr("what beat all that was logged before it"), columns, rows, row_height=_SMALL_ROW
    )


def _sessions(pen: Pen, history: ExerciseHistory) -> Table:
    columns: tuple[Column, ...] = (
        Column(tr("Day"), 90),
        Column(tr("Session and working sets"), 330, style=SMALL_STRONG),
    )
    if history.how:
        columns = (*columns, Column(tr("Best estimate"), 90, Align.RIGHT))
    width = column_width(pen.width, columns, 1)
    rows = tuple(
        (one.day, "\n".join((one.title, *wrap_all(one.sets, width, NOTE))), one.best)[: len(columns)]
        for one in history.sessions
    )
    return Table(tr("Sessions"), tr("the newest first; warm-ups left out"), columns, rows)
