"""A measure of the person's own: new, or changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.journal import Direction
from nextrep.domain.measures import Measure
from nextrep.domain.text import tr
from nextrep.services import measures
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.fields import NumberField
from nextrep.ui.widgets.form_dialog import FormDialog
from nextrep.ui.widgets.spin import ComboBox

_LONGEST = 200
"""Where a field stops taking text; what is too long for a name is said in words before that."""


class OwnForm(FormDialog):
    """Its fields, with what is wrong said below each.

    Attributes:
        name, low, high, low_words, high_words, unit, direction: the fields.
        key: of the measure once it is kept, "" before.
    """

    def __init__(self, context: Context, measure: Measure | None, parent: QWidget | None) -> None:
        """Make the form.

        Args:
            context: the way to the profile.
            measure: what is changed; None for a new one.
            parent: owner.
        """
        title = tr("A measure of my own") if measure is None else tr("Change “{name}”", name=measure.title)
        intro = tr("Anything you want to keep an eye on: a feeling, a habit, a figure.")
        super().__init__(title, tr("Save"), parent, intro, window=tr("A measure of my own"))
        self._context, self._measure = context, measure
        self.key = ""
        shown = measure or Measure("", "")
        self.name, self.unit = _line(shown.title), _line(shown.unit)
        self.low_words, self.high_words = _line(shown.low_words), _line(shown.high_words)
        self.low, self.high = NumberField(_whole), NumberField(_whole)
        self.low.setValue(shown.low)
        self.high.setValue(shown.high)
        self.direction = ComboBox()
        for words, direction in (
            (tr("Neither end is better"), None),
            (tr("Higher is better"), Direction.HIGHER_IS_BETTER),
            (tr("Lower is better"), Direction.LOWER_IS_BETTER),
        ):
            self.direction.addItem(words, direction)
        # A row of the list for each: findData does not know one direction from another.
        self.direction.setCurrentIndex((None, *Direction).index(shown.direction))
        self.add_field("title", tr("Name"), self.name)
        self.add_field("low", tr("From"), self.low, tr("A whole number."))
        self.add_field("high", tr("To"), self.high, tr("A whole number."))
        self.add_field("unit", tr("Unit"), self.unit, tr("For example cups or minutes. May stay empty."))
        self.add_field("low_words", tr("Words for the low end"), self.low_words, tr("May stay empty."))
        self.add_field("high_words", tr("Words for the high end"), self.high_words, tr("May stay empty."))
        self.add_field("direction", tr("Which end is better"), self.direction)
        self.finish()
        self.name.selectAll()

    def on_take(self) -> None:
        """Keep it."""
        self.clear_problems()
        if not self.committed():
            return
        for field in ("low", "high"):
            if getattr(self, field).value() is None:
                self.show_error(tr("Write a whole number, for example 0."), field)
                return
        store = self._context.store
        typed = replace(
            self._measure or Measure("", ""),
            title=self.name.text(),
            low=self.low.value(),
            high=self.high.value(),
            low_words=self.low_words.text(),
            high_words=self.high_words.text(),
            unit=self.unit.text(),
            direction=self.direction.currentData(),
        )
        if self._measure is None:
            call = partial(measures.add, store, typed, self._context.now())
        else:
            call = partial(measures.change, store, typed)
        kept = self._context.operate.run(call, initiator=self)
        if kept is not None:
            self.key = kept.key
            self.accept()


def _line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setMaxLength(_LONGEST)
    return line


def _whole(text: str) -> int:
    try:
        return int(text.replace("−", "-"))
    except ValueError:
        raise UserError(tr("Write a whole number, for example 0.")) from None
