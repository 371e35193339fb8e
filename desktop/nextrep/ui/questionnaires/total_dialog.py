"""A total from a paper, for example from the clinic: the day and the number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.assessments import Assessment
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import InstrumentKey, instrument
from nextrep.domain.score_words import direction_text
from nextrep.domain.text import tr
from nextrep.services import questionnaires
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.fields import NumberField
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import DateBox

_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


class TotalDialog(FormDialog):
    """A form of two fields, for a new total or one to correct.

    Attributes:
        kept: emitted with the number of the assessment.
        day, total: the fields.
    """

    kept = Signal(int)

    def __init__(
        self, context: Context, key: InstrumentKey, parent: QWidget | None, before: Assessment | None = None
    ) -> None:
        of = instrument(key)
        intro = tr(
            "A total that was added up elsewhere, for example at a clinic. {range}.", range=direction_text(of)
        )
        title = tr("{name}: a total", name=of.title)
        super().__init__(title, tr("Save"), parent, intro, window=tr("A total"))
        self._context, self._key, self._before = context, key, before
        today = context.now().date().toordinal()
        self.day, self.total = DateBox(), NumberField(_read_total)
        self.day.setMaximumDate(_EPOCH.addDays(today - 1))
        self.day.setDate(_EPOCH.addDays((before.day if before else today) - 1))
        if before is not None:
            self.total.setValue(before.total)
        self.add_field("total", tr("Total"), self.total)
        self.add_field("day", tr("Filled in on"), self.day)
        self.finish()

    def on_take(self) -> None:
        """Keep it."""
        self.clear_problems()
        if not self.committed():
            return
        total, context = self.total.value(), self._context
        if total is None:
            self.show_error(tr("Enter the total."), "total")
            return
        day = _EPOCH.daysTo(self.day.date()) + 1
        store, now = context.store, context.now()
        if self._before is None:
            call = partial(questionnaires.record_total, store, self._key, day, total, now)
        else:
            call = partial(questionnaires.correct_total, store, self._before.id, day, total, now)
        kept = context.operate.run(call, initiator=self)
        if kept is not None:
            self.accept()
            self.kept.emit(kept.id)


def _read_total(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise UserError(tr("A total is a whole number.")) from None
