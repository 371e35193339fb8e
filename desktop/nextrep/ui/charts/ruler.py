"""The time axis below the panels: letters of events, dates, and what begins when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.days import day_short
from nextrep.domain.event_marks import EventMark, mark_text
from nextrep.domain.figures import full
from nextrep.domain.text import tr
from nextrep.services.trends import Mark
from nextrep.ui.charts.flag_places import flags_in_view
from nextrep.ui.charts.span import Span
from nextrep.ui.charts.ticks import day_ticks
from nextrep.ui.theme.theme import SECONDARY, current_theme

LABEL_ROOM = 70
"""Pixels at 100 % from one date label to the next."""


class TimeRuler(QWidget):
    """Letters of events where the period has any, dates below them, then phases where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span | None = None
        self._marks: tuple[Mark, ...] = ()
        self._events: tuple[EventMark, ...] = ()
        self._left = self._right = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_marks(self, marks: Sequence[Mark], events: Sequence[EventMark] = ()) -> None:
        """Set what begins on which day, and what happened."""
        self._marks = tuple(marks)
        self._events = tuple(mark for mark in events if mark.tag)
        self.updateGeometry()
        self.update()

    def set_span(self, span: Span, left: float, right: float) -> None:
        """Set the days shown and where they begin and end, in pixels of this widget."""
        self._span, self._left, self._right = span, left, right
        first, last = date.fromordinal(round(span.low + 0.5)), date.fromordinal(round(span.high - 0.5))
        self.setAccessibleName(tr("Time axis from {first} to {last}", first=full(first), last=full(last)))
        self.setAccessibleDescription("; ".join(self._said()))
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or up to three."""
        theme = current_theme()
        line = QFontMetricsF(theme.font(SECONDARY)).height()
        return QSize(theme.px(200), round(line * (1 + bool(self._marks) + bool(self._events))) + theme.px(4))

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
        line = float(painter.fontMetrics().height())
        top = line if self._events else 0.0
        self._draw_flags(painter)
        self._draw_line(painter, ticks, top)
        marks = [(m.day, _mark_text(m)) for m in self._marks if span.low <= m.day <= span.high]
        painter.setPen(theme.color("ink"))
        self._draw_line(painter, marks, top + line)
        painter.end()

    def _said(self) -> list[str]:
        return [*(_mark_text(mark) for mark in self._marks), *(mark_text(mark) for mark in self._events)]

    def _draw_flags(self, painter: QPainter) -> None:
        """Draw the letters of the events in view; neighbours without room share one, for example "B–D"."""
        assert self._span is not None
        theme = current_theme()
        painter.save()
        painter.setFont(theme.font(SECONDARY, 700))
        painter.setPen(theme.color("ink"))
        metrics = QFontMetricsF(painter.font())
        edges, bounds = (self._left, self._right), (0.0, float(self.width()))
        letter = metrics.horizontalAdvance("M")
        for flag in flags_in_view(self._events, self._span, edges, letter, theme.px(4), bounds):
            width = metrics.horizontalAdvance(flag.text) + 2
            place = QRectF(flag.middle - width / 2, 0.0, width, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, flag.text)
        painter.restore()

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
