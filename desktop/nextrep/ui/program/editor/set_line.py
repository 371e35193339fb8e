"""One set of a plan whose sets differ."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import PlannedKind, PlannedSet
from nextrep.domain.text import tr
from nextrep.ui.program.editor.part import LiveField
from nextrep.ui.program.editor.reading import (
    parse_percent,
    parse_range,
    parse_seconds,
    percent_words,
    range_text,
    seconds_text,
)
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.spin import ComboBox


def kind_titles() -> dict[PlannedKind, str]:
    """Return the kinds of sets as people read them."""
    return {
        PlannedKind.WARMUP: tr("Warm-up"),
        PlannedKind.WORKING: tr("Working"),
        PlannedKind.DROP: tr("Drop"),
        PlannedKind.BACKOFF: tr("Back-off"),
        PlannedKind.AMRAP: tr("As many as possible"),
        PlannedKind.TIMED: tr("Timed"),
    }


class SetLine(QWidget):
    """Kind, amount and share of the load of one set, in the columns of a grid that several lines share.

    Attributes:
        changed: something was typed or chosen.
        remove_asked: it shall go.
    """

    changed = Signal()
    remove_asked = Signal(object)

    def __init__(self, row: PlannedSet, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # it only owns its inputs; they stand in the grid
        self.kind = ComboBox(parent)
        for kind, title in kind_titles().items():
            self.kind.addItem(title, kind)
        self.kind.setCurrentIndex(self.kind.findData(row.kind))
        self.reps = LiveField("rows", parse_range, range_text, parent)
        self.reps.setValue(None if row.reps_low is None else (row.reps_low, row.reps_high or row.reps_low))
        self.seconds = LiveField("rows", parse_seconds, seconds_text, parent)
        self.seconds.setValue(row.seconds)
        self.percent = LiveField("rows", parse_percent, percent_words, parent)
        self.percent.setValue(row.percent)
        self.percent.setPlaceholderText(tr("100 %"))
        self.remove = IconButton("close", tr("Take set {n} out", n=number), parent)
        for widget, name in (
            (self.kind, tr("Kind of set {n}", n=number)),
            (self.reps, tr("Reps of set {n}", n=number)),
            (self.seconds, tr("Time of set {n}", n=number)),
            (self.percent, tr("Share of the load of set {n}", n=number)),
        ):
            widget.setAccessibleName(name)
        self.kind.currentIndexChanged.connect(self._on_kind)
        for field in (self.reps, self.seconds, self.percent):
            field.textEdited.connect(self._on_edited)
        self.remove.clicked.connect(self._on_remove)

    def put_in(self, grid: QGridLayout, row: int) -> None:
        """Stand in a row of a grid, from column 1 on."""
        grid.addWidget(self.kind, row, 1)
        grid.addWidget(self.reps, row, 2)
        grid.addWidget(self.seconds, row, 2)
        grid.addWidget(self.percent, row, 3)
        grid.addWidget(self.remove, row, 4)
        self._show_amount()

    def read(self) -> PlannedSet:
        """Return what is in it.

        Raises:
            UserError: something cannot be read, or there is no amount.
        """
        kind = PlannedKind(self.kind.currentData())
        percent = self.percent.read()
        if kind is PlannedKind.TIMED:
            return PlannedSet(kind, seconds=self._needed(self.seconds), percent=percent)
        low, high = self._needed(self.reps)
        return PlannedSet(kind, low, None if kind is PlannedKind.AMRAP else high, percent=percent)

    def leave(self) -> None:
        """Take its inputs away."""
        for widget in (self.kind, self.reps, self.seconds, self.percent, self.remove, self):
            widget.hide()
            widget.deleteLater()

    def _needed(self, field: LiveField) -> Any:
        value = field.read()
        if value is None:
            raise UserError(tr("Every set needs reps or a time."), field="rows")
        return value

    def _on_kind(self, _place: int) -> None:
        self._show_amount()
        self.changed.emit()

    def _show_amount(self) -> None:
        timed = PlannedKind(self.kind.currentData()) is PlannedKind.TIMED
        self.seconds.setVisible(timed)
        self.reps.setVisible(not timed)

    def _on_edited(self, _text: str) -> None:
        self.changed.emit()

    def _on_remove(self) -> None:
        self.remove_asked.emit(self)
