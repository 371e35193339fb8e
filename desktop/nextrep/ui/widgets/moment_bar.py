"""Which check-in of a day is shown: the day as a whole, one of its moments, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from nextrep.domain.day_values import Moment
from nextrep.domain.text import tr
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.day_text import time_text
from nextrep.ui.widgets.flow import FlowLayout

WHOLE = -1
"""Stands for the day as a whole where the number of a moment is expected."""
NEW = 0
"""Stands for a moment that is not kept yet."""


class MomentBar(QWidget):
    """Chips, of which one is on. One stop for Tab; the arrow keys go from one to the next.

    Attributes:
        chosen: emitted with the number of a moment, WHOLE or NEW.
        chips: by that number.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Check-ins of the day"))
        self._group = QButtonGroup(self)
        self._layout = FlowLayout(self, spacing=4)
        self.chips: dict[int, ChipButton] = {}
        for number, words in ((WHOLE, tr("The day as a whole")), (NEW, tr("+ Now"))):
            self._add(number, words)
        self._group.idClicked.connect(self._on_clicked)

    def show_moments(self, moments: Sequence[Moment], chosen: int, *, today: bool) -> None:
        """Show the chips of a day; `chosen` is on. On an earlier day a new moment needs a time."""
        times = {moment.id: time_text(moment.at) for moment in moments}
        for number in [one for one in self.chips if one > NEW and one not in times]:
            chip = self.chips.pop(number)
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        while self._layout.takeAt(0) is not None:
            pass
        for number, words in times.items():
            chip = self.chips.get(number) or self._add(number, words)
            chip.setText(words)
            chip.setAccessibleName(tr("Check-in at {time}", time=words))
        new = self.chips[NEW]
        new.setText(tr("+ Now") if today else tr("+ Time of day"))
        new.setAccessibleName(tr("Just now") if today else tr("A time of this day"))
        order = [WHOLE, *times, NEW]
        before: QAbstractButton | None = None
        for number in order:
            chip = self.chips[number]
            self._layout.addWidget(chip)
            if before is not None:
                QWidget.setTabOrder(before, chip)
            before = chip
        self.chips[chosen if chosen in self.chips else WHOLE].setChecked(True)
        self.updateGeometry()

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(place + WHOLE)

    def _add(self, number: int, words: str) -> ChipButton:
        chip = ChipButton(words, self)
        self.chips[number] = chip
        self._group.addButton(chip, number - WHOLE)  # a button group keeps −1 for itself
        self._layout.addWidget(chip)
        return chip
