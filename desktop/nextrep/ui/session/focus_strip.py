"""After a set: how well the mind was on the muscle, in one touch or one key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TARGET
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary


class _Step(ChipButton):
    """One of the values; large enough for a chalky thumb."""

    def __init__(self, value: int, parent: QWidget | None = None) -> None:
        super().__init__(str(value), parent)
        self.value = value
        self.setAccessibleName(tr("Focus {n} of 10", n=value))

    def sizeHint(self) -> QSize:
        """A target of 44 px."""
        side = current_theme().px(TARGET)
        return super().sizeHint().expandedTo(QSize(side, side))


class FocusStrip(QWidget):
    """Rates the set done last. It may be left alone: nothing waits for it.

    Attributes:
        rated: emitted with 0 to 10, or with None when the chosen one is pressed again.
    """

    rated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Secondary(wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._words)
        self._flow = FlowLayout(spacing=4)
        layout.addLayout(self._flow)
        self.steps = [_Step(value) for value in range(11)]
        for step in self.steps:
            step.clicked.connect(self._on_clicked)
            self._flow.addWidget(step)
        self._value: int | None = None
        self.hide()

    def show_set(self, title: str, value: int | None) -> None:
        """Ask about a set; "" puts the question away."""
        self._value = value
        self._words.setText(tr("{set}: focus (F1–F10)", set=title) if title else "")
        for step in self.steps:
            step.setChecked(step.value == value)
        self.setVisible(bool(title))

    def _on_clicked(self) -> None:
        step = self.sender()
        if isinstance(step, _Step):
            self.rated.emit(None if step.value == self._value else step.value)
