"""Which days the report is about: periods to choose from, two dates, and the day of the last appointment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.report_periods import Period, PeriodKey
from nextrep.ui.report.day_edit import DayEdit
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import clear_layout, row_of
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import FieldProblem, LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, SmallTitle


class PeriodField(QWidget):
    """A period is chosen by its name or by its days; a name is marked whenever the days are its own.

    Attributes:
        changed: emitted when the days are others.
        appointment_set: emitted with the day of the last appointment, None to take it from the journal.
        first, last: the days.
        chips: the periods on offer.
        appointment: the day of the last appointment, shown when the person asks for it.
    """

    changed = Signal()
    appointment_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = DayEdit(tr("First day")), DayEdit(tr("Last day"))
        self.appointment = DayEdit(tr("Day of the last appointment"))
        self.chips = QButtonGroup(self)
        self._offered: tuple[Period, ...] = ()
        self._chip_row = QWidget()
        self._flow = FlowLayout(self._chip_row, spacing=4)
        self._problem = FieldProblem()
        self.set_appointment = LinkButton(tr("Set the last appointment…"))
        self.from_journal = LinkButton(tr("Take it from the journal"))
        self._appointment_field = LabelledField(
            tr("Day of the last appointment"), self.appointment, tr("Stays in your profile.")
        )
        self._lay_out()
        self._connect()

    def show_periods(self, offered: Sequence[Period]) -> None:
        """Show the periods on offer, without telling anyone; the days stay."""
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            for chip in self.chips.buttons():
                self.chips.removeButton(chip)
            clear_layout(self._flow)
            for number, period in enumerate(offered):
                chip = ChipButton(period.title)
                self.chips.addButton(chip, number)
                self._flow.addWidget(chip)
        self._mark()

    def show_appointment(self, day: date | None, *, set_by_hand: bool, in_journal: bool) -> None:
        """Show the day of the last appointment; the field is open where the person set it."""
        self.appointment.blockSignals(True)
        self.appointment.set_day(day or self.first.day())
        self.appointment.blockSignals(False)
        self._appointment_field.setVisible(set_by_hand)
        self.set_appointment.setHidden(set_by_hand)
        self.set_appointment.setText(
            tr("Another last appointment…") if day is not None else tr("Set the last appointment…")
        )
        self.from_journal.setVisible(set_by_hand and in_journal)

    def set_days(self, first: date, last: date) -> None:
        """Show days, without telling anyone."""
        for box, day in ((self.first, first), (self.last, last)):
            box.blockSignals(True)
            box.set_day(day)
            box.blockSignals(False)
        self._mark()

    def key(self) -> PeriodKey:
        """Return what the chosen period is called, OWN where its days are the person's."""
        number = self.chips.checkedId()
        return self._offered[number].key if 0 <= number < len(self._offered) else PeriodKey.OWN

    def choose(self, period: Period) -> None:
        """Choose a period on offer, without telling anyone."""
        self.set_days(period.first, period.last)
        # Another period may have the same days.
        self.chips.button(self._offered.index(period)).setChecked(True)

    def set_appointment_problem(self, message: str) -> None:
        """Say what is wrong with the day of the last appointment, nothing with ""."""
        self._appointment_field.set_problem(message)

    def set_problem(self, message: str) -> None:
        """Say what is wrong with the days, nothing with ""."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))

    def _lay_out(self) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        title = SmallTitle(tr("Period"))
        title.setBuddy(self.first)
        layout.addWidget(title)
        days = QHBoxLayout()
        days.setSpacing(px(8))
        days.addWidget(self.first, 1)
        days.addWidget(Body(tr("to"), wrap=False))
        days.addWidget(self.last, 1)
        layout.addLayout(days)
        layout.addWidget(self._problem)
        self._problem.hide()
        layout.addWidget(self._chip_row)
        layout.addWidget(self._appointment_field)
        layout.addLayout(row_of(self.set_appointment, self.from_journal))
        self._appointment_field.hide()
        self.from_journal.hide()

    def _connect(self) -> None:
        self.first.dateChanged.connect(self._on_days)
        self.last.dateChanged.connect(self._on_days)
        self.chips.idClicked.connect(self._on_chip)
        self.set_appointment.clicked.connect(self._on_set_appointment)
        self.from_journal.clicked.connect(self._on_from_journal)
        self.appointment.dateChanged.connect(self._on_appointment)

    def _on_days(self, _date: QDate) -> None:
        self._mark()
        self.changed.emit()

    def _on_chip(self, number: int) -> None:
        self.choose(self._offered[number])
        self.changed.emit()

    def _on_set_appointment(self) -> None:
        self._appointment_field.show()
        self.set_appointment.hide()
        self.appointment.setFocus()

    def _on_from_journal(self) -> None:
        self.appointment_set.emit(None)

    def _on_appointment(self, _date: QDate) -> None:
        self.appointment_set.emit(self.appointment.day())

    def _mark(self) -> None:
        """Mark the period that the days are, if any; the one that is marked stays where it still fits."""
        days = (self.first.day(), self.last.day())
        fits = [n for n, period in enumerate(self._offered) if (period.first, period.last) == days]
        before = self.chips.checkedId()
        marked = before if before in fits else fits[0] if fits else -1
        self.chips.setExclusive(False)
        for number in range(len(self._offered)):
            self.chips.button(number).setChecked(number == marked)
        self.chips.setExclusive(True)
