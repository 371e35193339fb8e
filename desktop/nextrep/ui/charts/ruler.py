"""The time axis below the panels: dates, and what begins when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.days import day_short
from nextrep.domain.figures import full
from nextrep.domain.text import tr
from nextrep.services.trends import Mark
from nextrep.ui.charts.span import Span
from nextrep.ui.charts.ticks import day_ticks
from nextrep.ui.theme.theme import SECONDARY, current_theme

LABEL_ROOM = 70
"""Pixels at 100 % from one date label to the next."""


class TimeRuler(QWidget):
    """Dates in one line, phases in a second one where the period has any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self._marks: tuple[Mark, ...] = ()
        self._left = self._right = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Set what begins on which day."""
        self._marks = tuple(marks)
        self.updateGeometry()
        self.update()

    def set_span(self, span: Span, left: float, right: float) -> None:
        """Set the days shown and where they begin and end, in pixels of this widget."""
        self._span, self._left, self._right = span, left, right
        first, last = date.fromordinal(round(span.low + 0.5)), date.fromordinal(round(span.high - 0.5))
        self.setAccessibleName(tr("Time axis from {first} to {last}", first=full(first), last=full(last)))
        self.setAccessibleDescription("; ".join(_mark_text(mark) for mark in self._marks))
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or two."""
        theme = current_theme()
        line = QFontMetricsF(theme.font(SECONDARY)).height()
        return QSize(theme.px(200), round(line * (2 if self._marks else 1)) + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """The height is needed, the width is not."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the labels that have room."""
        if self._span is None or self._right <= self._left:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(SECONDARY, tabular=True))
        painter.setPen(theme.color("muted"))
        span = self._span
        room = float(theme.px(LABEL_ROOM))
        ticks = day_ticks(span.low, span.high, self._right - self._left, room)
        self._draw_line(painter, ticks, 0.0)
        marks = [(m.day, _mark_text(m)) for m in self._marks if span.low <= m.day <= span.high]
        painter.setPen(theme.color("ink"))
        self._draw_line(painter, marks, painter.fontMetrics().height())
        painter.end()

    def _draw_line(self, painter: QPainter, labels: Sequence[tuple[int, str]], top: float) -> None:
        """Draw labels centred at their days, kept inside; one that would touch the one before is left out."""
        assert self._span is not None
        metrics = QFontMetricsF(painter.font())
        per_day = (self._right - self._left) / self._span.days
        free = 0.0
        for day, text in labels:
            width = metrics.horizontalAdvance(text) + 2
            left = self._left + (day - self._span.low) * per_day - width / 2
            left = max(0.0, min(left, self.width() - width))
            if left >= free:
                place = QRectF(left, top, width, metrics.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
                free = left + width + metrics.averageCharWidth()


def _mark_text(mark: Mark) -> str:
    return tr("{date} · {label}", date=day_short(mark.day), label=mark.label)
