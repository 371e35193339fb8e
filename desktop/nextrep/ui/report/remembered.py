"""Fills the form with what was chosen last, finds the days of its period, and keeps what is chosen now."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from nextrep.domain.report_wishes import ReportWishes
from nextrep.domain.text import tr
from nextrep.services import preferences, report_periods, report_wishes
from nextrep.services.report import default_choice
from nextrep.services.report_periods import PeriodKey
from nextrep.settings.table import PERSON_NAME
from nextrep.ui.report.form import ReportForm
from nextrep.ui.runtime.context import Context


class Remembered(QObject):
    """A period that has a name moves on with the days; one of the person's own stays where it is."""

    def __init__(self, context: Context, form: ReportForm) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        self._filled = False
        self._by_hand: date | None = None
        form.period.appointment_set.connect(self._on_appointment)

    def show_periods(self) -> None:
        """Offer the periods as they are today; the first time, show what was chosen last."""
        if not self._filled:
            self._fill(report_wishes.read(self._context.store))
            return
        self._offer(self._form.period.key())

    def keep(self) -> None:
        """Keep what is chosen, if it is something else than before."""
        if self._filled:
            store = self._context.store
            self._context.operate.quietly(partial(report_wishes.remember, store, self._wishes()))

    def _wishes(self) -> ReportWishes:
        form, period = self._form, self._form.period
        key, name = period.key(), form.name.text().strip()
        own = key is PeriodKey.OWN
        return ReportWishes(
            preset=form.include.preset(),
            sections=form.include.sections(),
            left_out=form.include.scores.left_out(),
            period=key,
            days=(period.first.day().toordinal(), period.last.day().toordinal()) if own else None,
            appointment=self._by_hand.toordinal() if self._by_hand else None,
            name=None if name == preferences.read(self._context.store, PERSON_NAME) else name,
            paper=form.paper(),
            grey=form.grey.isChecked(),
        )

    def _fill(self, wishes: ReportWishes) -> None:
        store, form = self._context.store, self._form
        usual = default_choice(store, self._today())
        form.show_wishes(wishes, usual.name if wishes.name is None else wishes.name)
        self._by_hand = date.fromordinal(wishes.appointment) if wishes.appointment else None
        first, last = wishes.days or (usual.first.toordinal(), usual.last.toordinal())
        form.period.set_days(date.fromordinal(first), date.fromordinal(last))
        self._filled = True
        self._offer(PeriodKey.OWN if wishes.days else wishes.period)

    def _offer(self, key: str) -> None:
        """Show the periods on offer, with the days of the one named `key` where it is among them."""
        store, period = self._context.store, self._form.period
        in_journal = report_periods.last_appointment(store, self._today())
        appointment = self._by_hand or in_journal
        found = report_periods.periods(store, self._today(), appointment)
        period.show_periods(found)
        period.show_appointment(
            appointment, set_by_hand=self._by_hand is not None, in_journal=in_journal is not None
        )
        chosen = next((one for one in found if one.key == key), None)
        if chosen is not None:
            period.choose(chosen)

    def _on_appointment(self, day: date | None) -> None:
        """Take the day of the last appointment from the person, or leave it to the journal again."""
        if day is not None and day > self._today():
            self._form.period.set_appointment_problem(tr("That day has not come yet."))
            return
        self._form.period.set_appointment_problem("")
        self._by_hand = day
        self._offer(PeriodKey.APPOINTMENT)
        self._form.changed.emit()

    def _today(self) -> date:
        return self._context.now().date()
