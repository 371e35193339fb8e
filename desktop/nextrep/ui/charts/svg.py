"""The charts as an SVG picture, drawn from the same series as the screen, with title, period and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from nextrep.domain.days import day_short
from nextrep.domain.text import tr
from nextrep.services.files import save_file
from nextrep.ui.charts.drawing import Drawing
from nextrep.ui.charts.svg_column import HEADING, LINE, Column, draw_axis, draw_panel, least_height
from nextrep.ui.charts.svg_pen import SvgPen
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import Theme

WIDTH, MARGIN = 1100.0, 24.0
_NARROW = 860.0
"""Width of each of two columns."""
_TOP, _GAP = 64.0, 16.0
_NOTE_CHARS = 150


def svg_of(drawings: Sequence[Drawing], title: str, note: str, theme: Theme) -> str:
    """Return the picture as XML.

    Args:
        drawings: what is shown: one, or two with the same panels, which then stand level side by side.
        title: what it is and of which days.
        note: small print below: how much is logged, and of whom.
        theme: whose colours are taken.
    """
    pen, ink = SvgPen(), theme.tokens
    pen.text((MARGIN, 40), title, ink.ink, size=18, weight=700)
    single = len(drawings) == 1
    wide = (WIDTH if single else _NARROW) - 2 * MARGIN
    columns = [
        Column(one, MARGIN + index * (wide + 2 * MARGIN), wide, theme) for index, one in enumerate(drawings)
    ]
    top = _TOP
    if not single:
        for column in columns:
            pen.text((column.left, top + 11), column.drawing.heading, ink.ink, size=14, weight=650)
        top += HEADING
    for place in range(len(drawings[0].panels)):
        height = max(least_height(column, place) for column in columns)
        for column in columns:
            draw_panel(pen, column, place, top, height)
        top += height + _GAP
    top = max(draw_axis(pen, column, top) for column in columns)
    note = _of_what_is_shown(drawings, note)
    for line in wrap(note, _NOTE_CHARS):
        top += LINE
        pen.text((MARGIN, top), line, ink.muted)
    said = " ".join(part for one in drawings for part in (one.heading, *(panel.said for panel in one.panels)))
    width = len(drawings) * (wide + 2 * MARGIN)
    return pen.document(width, top + MARGIN, title, f"{said} {note}".strip(), ink.surface)


def _of_what_is_shown(drawings: Sequence[Drawing], note: str) -> str:
    """Return the small print, with the days in view where they are fewer than those of the title."""
    if all(one.span.is_whole for one in drawings):
        return note
    spans = [one.span for one in drawings]
    parts = [
        tr("{first} to {last}", first=day_short(one.first_whole), last=day_short(one.last_whole))
        for one in spans
    ]
    return tr("shown here: {days} · {note}", days=", ".join(parts), note=note)


@dataclass(frozen=True, slots=True)
class SaveSvg:
    """A job: writes the picture of one or two drawings and returns where it is."""

    drawings: tuple[Drawing, ...]
    title: str
    note: str
    theme: Theme
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        """Do the work.

        Raises:
            KnownError: it cannot be written.
        """
        text = svg_of(self.drawings, self.title, self.note, self.theme)
        save_file(self.target, text.encode())
        return self.target
