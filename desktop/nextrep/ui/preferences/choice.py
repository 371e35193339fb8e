"""A few choices of which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, SmallTitle


class Choice(QWidget):
    """A label, chips, and a hint below them.

    Attributes:
        chosen: emitted with the value that the person chose.
        chips: by value.
    """

    chosen = Signal(str)

    def __init__(
        self, label: str, options: Sequence[tuple[str, str]], hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the choice; `options` are values with their words."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.chips: dict[str, ChipButton] = {}
        row = FlowLayout(spacing=4)
        for value, words in options:
            chip = ChipButton(words)
            chip.setAccessibleName(f"{label}: {words}")
            chip.setObjectName(f"{label} {value}")
            self.chips[value] = chip
            self._group.addButton(chip)
            row.addWidget(chip)
        self._group.buttonClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(2))
        layout.addWidget(SmallTitle(label))
        layout.addLayout(row)
        if hint:
            layout.addWidget(Secondary(hint))

    def set_value(self, value: str) -> None:
        """Show a value without telling anyone."""
        self.chips[value].setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(value for value, chip in self.chips.items() if chip is button))
