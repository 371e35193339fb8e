"""What the letters on the time axis stand for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.event_marks import EventMark, legend, mark_line, mark_text
from nextrep.domain.text import tr, tr_n
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import clear_layout
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary

MOST = 16
"""Lines of the list; with more of them the charts would have no room, and the table has all."""


class LegendLine(Secondary):
    """One line, cut with an ellipsis where even a whole row has no room for it, as with large type."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=False)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(current_theme().px(48), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits; the tool tip has the rest."""
        inner = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width() + 1)
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
        painter.end()


class EventLegend(QWidget):
    """One short line for each event, side by side where there is room; nothing where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[EventMark, ...] = ()
        self._text = ""
        self._flow = FlowLayout(self, spacing=2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Events of this period"))
        self.hide()

    def show_events(self, events: Sequence[EventMark]) -> None:
        """Show the events of a period."""
        shown = tuple(events)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._flow)
        lines = legend(shown)
        texts = [mark_line(mark) for mark in lines[:MOST]]
        more = len(lines) - MOST
        if more > 0:
            texts.append(tr_n("and {n} more, see the table", "and {n} more, see the table", more))
        for text in texts:
            line = LegendLine(text)
            line.setContentsMargins(0, 0, current_theme().px(16), 0)
            self._flow.addWidget(line)
        self._text = "\n".join(texts)
        self.setAccessibleDescription("; ".join(mark_text(mark) for mark in lines))
        self.updateGeometry()

    def text(self) -> str:
        """Return all of its lines."""
        return self._text
