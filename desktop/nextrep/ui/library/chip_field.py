"""Several of many as chips, with one stop for the Tab key and the arrows between the chips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class ChipField(QWidget):
    """Chips that can each be on or off.

    Attributes:
        toggled: emitted with what the person switched, and whether it is on.
    """

    toggled = Signal(str, bool)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """Make the field; `choices` are what can be chosen with their titles, `name` says what of."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.chips = {value: ChipButton(title, mark=True) for value, title in choices}
        flow = FlowLayout(self, spacing=4)
        for value, chip in self.chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.installEventFilter(self)
            chip.clicked.connect(partial(self._on_clicked, value))
            flow.addWidget(chip)
        first = next(iter(self.chips.values()))
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(first)

    def chosen(self) -> list[str]:
        """Return what is on, in the order of the chips."""
        return [value for value, chip in self.chips.items() if chip.isChecked()]

    def choose(self, values: Iterable[str]) -> None:
        """Switch exactly these on, without telling anyone."""
        wanted = set(values)
        for value, chip in self.chips.items():
            chip.setChecked(value in wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from chip to chip with the arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                chips = list(self.chips.values())
                here = next((place for place, chip in enumerate(chips) if chip is watched), 0)
                chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, value: str) -> None:
        self.toggled.emit(value, self.chips[value].isChecked())
