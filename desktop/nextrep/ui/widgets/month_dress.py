"""Qt's calendar of a month in the program's colours, with room for its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from nextrep.ui.theme.icons import icon
from nextrep.ui.theme.theme import current_theme

_NAVIGATION = "qt_calendar_navigationbar"
_STEPS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}
"""Qt's names of the parts of its calendar, and our drawings for them."""


def dress_month(calendar: QCalendarWidget) -> None:
    """Take the red out of the weekends and the bar, and give the arrows our drawings.

    Call it again when the colours of the theme have changed.
    """
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
