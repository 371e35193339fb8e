"""The calendar with what stands above it: how much of it is shown, and which weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from nextrep.ui.program.calendar_bar import CalendarBar
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.week_room import Span
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card


class CalendarCard(Card):
    """Keeps the bar and the calendar in step.

    Attributes:
        calendar: the weeks.
        bar: what stands above them.
    """

    def __init__(self, keys_of: QWidget) -> None:
        """Make the card; Ctrl+Page up and down turn the weeks from everywhere in `keys_of`."""
        super().__init__()
        px = current_theme().px
        self.calendar, self.bar = CalendarView(), CalendarBar()
        edges = self.layout()
        assert edges is not None
        edges.setContentsMargins(px(8), px(4), px(8), px(8))
        self.body.setSpacing(0)
        self.add(self.bar)
        self.calendar.setMinimumHeight(px(300))
        self.add(self.calendar, 1)
        self.bar.span_chosen.connect(self._on_span)
        self.bar.turn_asked.connect(self.calendar.turn)
        self.bar.today_asked.connect(self.calendar.go_today)
        self.calendar.turned.connect(self._on_turned)
        for keys, call in (("Ctrl+PgUp", self._on_earlier), ("Ctrl+PgDown", self._on_later)):
            shortcut = QShortcut(QKeySequence(keys), keys_of)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def _on_span(self, span: Span) -> None:
        self.calendar.set_span(span)
        self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_turned(self) -> None:
        self.bar.show_rows(self.calendar.calendar, self.calendar.rows_in_view())

    def _on_earlier(self) -> None:
        self.calendar.turn(-1)

    def _on_later(self) -> None:
        self.calendar.turn(1)
