"""What the person wants to talk about, or lines to write it on."""

from __future__ import annotations

from nextrep.domain.text import tr
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY, STRONG
from nextrep.reports.text import wrap

_MOST = 3
_LINES = 6
"""Lines of all questions together."""
_WRITING_SPACE = 19.0
_INDENT = 13.0
_BETWEEN = 3.0


def questions_height(pen: Pen, content: ReportContent) -> float:
    """Return how high the block is."""
    asked = _wrapped(pen, content)
    if not asked:
        return 15 + _MOST * _WRITING_SPACE
    return 15 + sum(len(lines) * BODY.leading + _BETWEEN for lines in asked)


def draw_questions(pen: Pen, y: float, content: ReportContent, position: int) -> float:
    """Draw up to three questions in the right half; return the y below."""
    width = pen.half()
    left = pen.right - width
    y = draw_heading(pen, left, y, position, tr("To talk about"))
    asked = _wrapped(pen, content)
    for number, lines in enumerate(asked, 1):
        with pen.paragraph_of():
            pen.text((left, y + BODY.size), tr("{n}.", n=number), STRONG)
            y = pen.lines((left + _INDENT, y), lines, BODY) + _BETWEEN
    if not asked:
        for _line in range(_MOST):
            y += _WRITING_SPACE
            pen.line((left, y), (pen.right, y), "muted", 0.5)
    return y


def _wrapped(pen: Pen, content: ReportContent) -> list[list[str]]:
    asked = [question for question in content.questions if question][:_MOST]
    return [wrap(question, pen.half() - _INDENT, BODY, _LINES // len(asked)) for question in asked]
