"""Putting weeks into the plan: empty ones, or a phase of a shipped program."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.plan_edit import PlanEdit
from nextrep.domain.text import tr
from nextrep.services import plan_weeks
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import ComboBox, SpinBox

_MOST = 12


class InsertDialog(FormDialog):
    """What follows comes later; what was done stays where it was."""

    def __init__(self, context: Context, week: int, weeks: int, parent: QWidget | None) -> None:
        """Make the form.

        Args:
            context: the way to everything outside.
            week: the week (from 1) before which it is put at first.
            weeks: how many the plan has.
            parent: the screen it belongs to.
        """
        super().__init__(
            tr("Insert weeks"),
            tr("Insert"),
            parent,
            intro=tr("What is planned from that week on comes later. What was done stays where it was."),
        )
        self._context = context
        self._phases = plan_weeks.phases_to_insert()
        self._before = SpinBox(1, weeks + 1, week)
        self._before.setPrefix(tr("week "))
        self._empty = QRadioButton(tr("Empty weeks, to fill or to rest"))
        self._phase = QRadioButton(tr("A phase, made for my week"))
        self._count = SpinBox(1, _MOST, 1)
        self._which = ComboBox()
        self._which.addItems([words for _key, _phase, words in self._phases])
        kinds = QButtonGroup(self)
        kinds.addButton(self._empty)
        kinds.addButton(self._phase)
        self._empty.setChecked(True)
        self.add_field("week", tr("Before"), self._before, tr("Week {n} puts it at the end.", n=weeks + 1))
        self.page.body.addWidget(self._empty)
        self._count_field = self.add_field("weeks", tr("How many weeks"), self._count)
        self.page.body.addWidget(self._phase)
        self._which_field = self.add_field("phase", tr("Which phase"), self._which)
        self._phase.toggled.connect(self._show_fields)
        self._show_fields()
        self.finish()

    def on_take(self) -> None:
        """Insert."""
        if self._context.operate.run(self._call(), initiator=self) is not None:
            self.accept()

    def _call(self) -> partial[Outcome[PlanEdit]]:
        store, before = self._context.store, self._before.value()
        if self._empty.isChecked():
            return partial(plan_weeks.insert_weeks, store, before, self._count.value())
        key, phase, _words = self._phases[self._which.currentIndex()]
        return partial(plan_weeks.insert_phase, store, before, key, phase)

    def _show_fields(self, _on: bool = False) -> None:
        self._count_field.setEnabled(self._empty.isChecked())
        self._which_field.setEnabled(self._phase.isChecked())
