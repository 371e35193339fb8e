"""A date that can be typed or picked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from nextrep.ui.theme.icons import icon
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.spin import DateBox

_EARLIEST = QDate(1970, 1, 1)
_NAVIGATION = "qt_calendar_navigationbar"
_STEPS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
"""Qt's names of the parts of its calendar, and our drawings for them."""


class DayEdit(DateBox):
    """A date field with a calendar in the program's colours."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=name)
        self.setMinimumDate(_EARLIEST)
        self._dress()

    def day(self) -> date:
        """Return the date."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date) -> None:
        """Show a date."""
        self.setDate(QDate(day.year, day.month, day.day))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.calendarPopup():
            self._dress()

    def _dress(self) -> None:
        """Take the red out of the weekends and the bar, and give the arrows our drawings."""
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        px = current_theme().px
        calendar.setMinimumSize(px(308), px(260))
        plain = QTextCharFormat()
        plain.setForeground(current_theme().color("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        bar = calendar.findChild(QWidget, _NAVIGATION)
        if bar is not None:
            bar.setBackgroundRole(QPalette.ColorRole.Base)
        for part, drawing in _STEPS.items():
            button = calendar.findChild(QToolButton, part)
            if button is not None:
                button.setIcon(icon(drawing))
