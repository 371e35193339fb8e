"""Block 5: the training dose, and how sessions felt before and after."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.figures import duration_text, number
from nextrep.domain.text import tr, tr_n
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent, Training
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY, NOTE, STRONG

LEAST_PAIRS = 10
"""Fewer pairs give no mean: intervals of a mean are unreliable below 10."""
_LABEL_WIDTH = 88.0
_ROW_HEIGHT = 12.5


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """How many sessions ended more, as and less pleasant than they began; the mean change in points."""

    better: int
    same: int
    worse: int
    mean: float | None


def before_after(pairs: tuple[tuple[int, int], ...]) -> BeforeAfter:
    """Count the pairs of pleasantness (-5 to +5) before and after; the mean needs 10 pairs."""
    changes = [after - before for before, after in pairs]
    return BeforeAfter(
        sum(change > 0 for change in changes),
        sum(change == 0 for change in changes),
        sum(change < 0 for change in changes),
        sum(changes) / len(changes) if len(changes) >= LEAST_PAIRS else None,
    )


def draw_training(pen: Pen, y: float, content: ReportContent, position: int) -> float:
    """Draw the block in the left half; return the y below."""
    width = pen.half()
    y = draw_heading(pen, pen.left, y, position, tr("Training"))
    training = content.training
    for label, value in _rows(training):
        with pen.paragraph_of():
            pen.text((pen.left, y + 9), label, NOTE, _LABEL_WIDTH - 6)
            pen.text((pen.left + _LABEL_WIDTH, y + 9), value, STRONG, width - _LABEL_WIDTH)
        y += _ROW_HEIGHT
    pen.text((pen.left, y + 9), tr("Pleasantness of sessions, before to after (-5 to +5)"), NOTE, width)
    y += 12
    for line in _feeling_lines(training):
        pen.text((pen.left, y + 9), line, BODY, width)
        y += 12
    return y


def training_height(content: ReportContent) -> float:
    """Return how high the block is."""
    training = content.training
    return 15 + _ROW_HEIGHT * len(_rows(training)) + 12 * (1 + len(_feeling_lines(training)))


def _rows(training: Training) -> list[tuple[str, str]]:
    rows = [(tr("Sessions"), str(training.sessions))]
    if training.planned is not None:
        done = tr("{kept} of {planned} done", kept=training.kept, planned=training.planned)
        rows.append((tr("Planned ones"), done))
    if training.median_minutes is not None:
        rows.append(
            (tr("Typical length"), tr("{time} (median)", time=duration_text(training.median_minutes)))
        )
    rows.append((tr("Working sets"), str(training.sets)))
    if training.phase:
        rows.append((tr("Phase"), training.phase))
    return rows


def _feeling_lines(training: Training) -> list[str]:
    found = before_after(training.before_after)
    pairs = len(training.before_after)
    if not pairs:
        return [tr("not rated in this period")]
    counts = tr(
        "better {better}, same {same}, worse {worse}", better=found.better, same=found.same, worse=found.worse
    )
    lines = [tr_n("{counts} (of {n} session)", "{counts} (of {n} sessions)", pairs, counts=counts)]
    if found.mean is None:
        lines.append(tr("no mean: fewer than {n} rated sessions", n=LEAST_PAIRS))
    else:
        sign = "+" if found.mean > 0 else ""
        lines.append(tr("mean change {change} points", change=sign + number(found.mean)))
    return lines
