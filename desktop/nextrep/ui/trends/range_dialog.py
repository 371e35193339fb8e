"""Any stretch of days to look at."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.trends.period import LEAST_DAYS, Period
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import DateBox

_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


class RangeDialog(FormDialog):
    """First and last day, both looked at.

    Attributes:
        chosen: emitted with the period.
    """

    chosen = Signal(object)

    def __init__(self, days: tuple[int, int], today: int, parent: QWidget | None = None) -> None:
        """Begin with `days` (date ordinals); none after `today` can be chosen."""
        super().__init__(tr("Which days?"), tr("Show"), parent)
        self.first, self.last = DateBox(), DateBox()
        for box, day in zip((self.first, self.last), days, strict=True):
            box.setMaximumDate(_EPOCH.addDays(today - 1))
            box.setDate(_EPOCH.addDays(day - 1))
        self.add_field("first", tr("First day"), self.first)
        self.add_field("last", tr("Last day"), self.last)
        self.finish()

    def on_take(self) -> None:
        """Show them, if they are a stretch."""
        first, last = (_EPOCH.daysTo(box.date()) + 1 for box in (self.first, self.last))
        if last - first + 1 < LEAST_DAYS:
            self.show_error(
                tr("Choose at least {n} days: the last one comes after the first.", n=LEAST_DAYS), "last"
            )
            return
        self.chosen.emit(Period.between(first, last))
        self.accept()
