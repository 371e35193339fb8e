"""The day after training against the day after other days, always beside what it cannot say."""

from __future__ import annotations

from nextrep.domain.days import listed
from nextrep.domain.text import tr
from nextrep.domain.trends.caveats import good_days
from nextrep.domain.trends.limits import DAY_AFTER_LEVEL, MIN_PAIRS, MIN_SPAN_DAYS
from nextrep.domain.trends.short_words import ShortDayAfter
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import XY, Align, Pen
from nextrep.reports.styles import NOTE, SMALL, SMALL_STRONG
from nextrep.reports.tables import Column, draw_table
from nextrep.reports.text import wrap

_ROW_HEIGHT = 11.6
_HEADING, _HEAD_HEIGHT, _BEFORE_WORDS = 15.0, 13.0, 4.0
_MOST_LINES = 6


def day_after_height(content: ReportContent, width: float) -> float:
    """Return how high the block is, 0 where there is none."""
    if not content.day_after:
        return 0.0
    words = len(wrap(_words(content.day_after), width, NOTE, _MOST_LINES)) * NOTE.leading
    if not _compared(content.day_after):
        return _HEADING + words
    return _HEADING + _HEAD_HEIGHT + len(content.day_after) * _ROW_HEIGHT + _BEFORE_WORDS + words


def draw_day_after(pen: Pen, at: XY, width: float, content: ReportContent, position: int) -> float:
    """Draw medians and the adjusted difference with its caveat below it; return the y below."""
    x, y = at
    rows = content.day_after
    note = tr("medians; the difference is adjusted") if _compared(rows) else ""
    y = draw_heading(pen, x, y, position, tr("The day after training"), note, width)
    if _compared(rows):
        right = Align.RIGHT
        columns = (
            Column(tr("Measure"), 104, style=SMALL_STRONG),
            Column(tr("After training"), 62, right),
            Column(tr("Other days"), 56, right),
            Column(tr("Difference"), 88, right, SMALL),
        )
        cells = [(row.title, row.trained, row.other, row.difference) for row in rows]
        y = draw_table(pen, (x, y), width, columns, cells, _ROW_HEIGHT) + _BEFORE_WORDS
    return pen.paragraph((x, y), _words(rows), NOTE, width, _MOST_LINES)


def _compared(rows: tuple[ShortDayAfter, ...]) -> bool:
    return any(row.difference for row in rows)


def _words(rows: tuple[ShortDayAfter, ...]) -> str:
    if not _compared(rows):
        return tr(
            "Not enough to compare: it takes {days} days, and {pairs} of each kind with an entry on the day "
            "after.",
            days=MIN_SPAN_DAYS,
            pairs=MIN_PAIRS,
        )
    method = tr(
        "Least squares with the day’s own value, {level} % interval, clear where it does not hold 0.",
        level=round(100 * DAY_AFTER_LEVEL),
    )
    return " ".join((_clear(rows), good_days(), method))


def _clear(rows: tuple[ShortDayAfter, ...]) -> str:
    names = [row.title for row in rows if row.clear]
    if not names:
        return tr("No difference is clear.")
    return tr("Clear differences: {names}; no others.", names=listed(names))
