"""A date that can be typed or picked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from nextrep.ui.widgets.spin import DateBox

_EARLIEST = QDate(1970, 1, 1)


class DayEdit(DateBox):
    """A date field that speaks in Python's dates."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=name)
        self.setMinimumDate(_EARLIEST)

    def day(self) -> date:
        """Return the date."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date) -> None:
        """Show a date."""
        self.setDate(QDate(day.year, day.month, day.day))
