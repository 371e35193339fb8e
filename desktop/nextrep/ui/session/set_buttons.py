"""The buttons below the sets: by mouse, what else has a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.ui.session.controls import TallLink, TallMenu, below
from nextrep.ui.session.keys import KINDS, Command
from nextrep.ui.session.rows import Row
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.words import kind_words
from nextrep.ui.widgets.flow import FlowLayout


class SetButtons(QWidget):
    """Offers what can be done with the current set and its exercise.

    Attributes:
        asked: emitted with a `Command`.
        unit_asked: emitted with the unit that loads shall be typed in from now on.
        all: the buttons, in order.
    """

    asked = Signal(object)
    unit_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SetTable | None = None
        self._add = self._link(tr("Add a set"), self._on_add)
        self.warmup = self._link(tr("Warm-up"), self._on_warmup)
        self._drop = self._link(tr("Drop set"), self._on_drop)
        self._words = self._link(tr("Note"), self._on_words)
        self.delete = self._link(tr("Delete set"), self._on_delete)
        self.more = self._link(tr("More…"), self._on_more)
        self.all = (self._add, self.warmup, self._drop, self._words, self.delete, self.more)
        flow = FlowLayout(self, spacing=4)
        for button in self.all:
            flow.addWidget(button)

    def show_row(self, table: SetTable, row: Row) -> None:
        """Offer what can be done with a row of a table."""
        self._table = table
        self.warmup.setText(tr("Working set") if row.warmup else tr("Warm-up"))
        self.delete.setVisible(row.done)

    def _link(self, text: str, pressed: Callable[[], None]) -> TallLink:
        button = TallLink(text)
        button.clicked.connect(pressed)
        return button

    def _on_add(self) -> None:
        self.asked.emit(Command.ADD)

    def _on_warmup(self) -> None:
        self.asked.emit(Command.WARMUP)

    def _on_drop(self) -> None:
        self.asked.emit(Command.DROP)

    def _on_words(self) -> None:
        self.asked.emit(Command.NOTE)

    def _on_delete(self) -> None:
        self.asked.emit(Command.DELETE)

    def _on_more(self) -> None:
        """Offer what is asked for less often."""
        if self._table is None:
            return
        menu = TallMenu(self)
        for command in (Command.FAILED, Command.AMRAP, Command.REST_PAUSE):
            menu.addAction(kind_words(KINDS[command])).setData(command)
        menu.addSeparator()
        skipped = self._table.block.skipped
        out = tr("Take the exercise in again") if skipped else tr("Leave the exercise out today")
        menu.addAction(out).setData(Command.SKIP)
        menu.addAction(tr("Plates, warm-up, maximum")).setData(Command.TOOLS)
        menu.addAction(tr("What was done before")).setData(Command.HISTORY)
        menu.addAction(tr("Large figures")).setData(Command.LARGE)
        other = Unit.LB if self._table.sheet.unit is Unit.KG else Unit.KG
        menu.addAction(tr("Type this exercise in {unit}", unit=other)).setData(other)
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.more))

    def _on_chosen(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, Command):
            self.asked.emit(data)
        else:
            self.unit_asked.emit(Unit(data))  # Qt gives back a bare text
