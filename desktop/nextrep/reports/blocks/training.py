"""The training dose, and how sessions felt before and after."""

from __future__ import annotations

from nextrep.domain.figures import duration_text, number
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr
from nextrep.domain.trends.short_words import short_around
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.blocks.left_out import left_out_text
from nextrep.reports.content import ReportContent, Training
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY, NOTE, STRONG
from nextrep.reports.text import wrap

_LABEL_WIDTH = 88.0
_ROW_HEIGHT = 12.5


def draw_training(pen: Pen, y: float, content: ReportContent, position: int) -> float:
    """Draw the block in the left half; return the y below."""
    width = pen.half()
    y = draw_heading(pen, pen.left, y, position, tr("Training"))
    if not content.has(ReportSection.TRAINING):
        return pen.paragraph((pen.left, y), left_out_text(), NOTE, width)
    training = content.training
    for label, value in _rows(training):
        with pen.paragraph_of():
            pen.text((pen.left, y + 9), label, NOTE, _LABEL_WIDTH - 6)
            pen.text((pen.left + _LABEL_WIDTH, y + 9), value, STRONG, width - _LABEL_WIDTH)
        y += _ROW_HEIGHT
    pen.text((pen.left, y + 9), tr("Pleasantness of sessions, before to after (-5 to +5)"), NOTE, width)
    y += 12
    for line in _felt(training, width):
        pen.text((pen.left, y + 9), line, BODY, width)
        y += 12
    return y


def training_height(pen: Pen, content: ReportContent) -> float:
    """Return how high the block is."""
    training = content.training
    return 15 + _ROW_HEIGHT * len(_rows(training)) + 12 * (1 + len(_felt(training, pen.half())))


def _felt(training: Training, width: float) -> list[str]:
    return [line for said in short_around(training.around) for line in wrap(said, width, BODY, 2)]


def _rows(training: Training) -> list[tuple[str, str]]:
    done = str(training.sessions)
    if training.planned is not None:
        done = tr(
            "{n} · {kept} of {planned} planned",
            n=training.sessions, kept=training.kept, planned=training.planned,
        )  # fmt: skip
    rows = [(tr("Sessions"), done)]
    typical = []
    if training.median_minutes is not None:
        typical.append(tr("{time} (median)", time=duration_text(training.median_minutes)))
    if training.effort is not None:
        typical.append(tr("effort {n} of 10", n=number(training.effort)))
    if typical:
        rows.append((tr("Typical session"), " · ".join(typical)))
    rows.append((tr("Working sets"), str(training.sets)))
    if training.phase:
        rows.append((tr("Phase"), training.phase))
    return rows
