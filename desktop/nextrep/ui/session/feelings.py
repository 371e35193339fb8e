"""How it feels, asked in whole steps: before training, and when it is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.ui.session.controls import TARGET, TallLink
from nextrep.ui.session.words import signed
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, Strong

_ONE_LINE = 930
"""Width from which both questions before training stand side by side, px at 100 %."""


class _Step(ChipButton):
    """One step of a scale."""

    def __init__(self, value: int, text: str, name: str) -> None:
        super().__init__(text)
        self.value = value
        self.setAccessibleName(tr("{name}: {value}", name=name, value=text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the scale."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A target of 44 px; the same whether chosen or not, so that nothing moves."""
        px = current_theme().px
        return QSize(max(px(TARGET), super().sizeHint().width()), px(TARGET))


class Scale(QWidget):
    """A row of steps of which one or none is chosen; choosing it again takes it back.

    One stop for Tab; the arrow keys move along it, Space chooses.

    Attributes:
        chosen: emitted with the value, or None, when the person changes it.
        steps: the buttons, lowest first.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        values: range,
        low: str,
        high: str,
        write: Callable[[int], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty scale; `low` and `high` are the words for its ends."""
        super().__init__(parent)
        px = current_theme().px
        self._value: int | None = None
        self.setAccessibleName(name)
        self.steps = [_Step(value, write(value), name) for value in values]
        label = Strong(name, wrap=False)
        flow = FlowLayout(spacing=4)
        for step in self.steps:
            step.clicked.connect(self._on_clicked)
            flow.addWidget(step)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addSpacing(px(8))
        head.addWidget(Secondary(tr("{low} to {high}", low=low, high=high), wrap=False))
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(flow)
        self._set_stops()

    def value(self) -> int | None:
        """Return what is chosen, None where nothing is."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Choose a value, or none, without telling anyone."""
        self._value = value
        for step in self.steps:
            step.setChecked(step.value == value)
        self._set_stops()

    def focus(self) -> None:
        """Put the keyboard on the chosen step, else the middle one."""
        self._stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the scale; Delete takes the answer back."""
        here = next((index for index, step in enumerate(self.steps) if step.hasFocus()), None)
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        key = Qt.Key(event.key())
        if here is not None and key in moves:
            there = min(max(0, here + moves[key]), len(self.steps) - 1)
            self.steps[there].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Delete and self._value is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        step = self.sender()
        if isinstance(step, _Step):
            self._choose(None if step.value == self._value else step.value)

    def _choose(self, value: int | None) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def _stop(self) -> _Step:
        chosen = [step for step in self.steps if step.value == self._value]
        return chosen[0] if chosen else self.steps[len(self.steps) // 2]

    def _set_stops(self) -> None:
        """Have one stop for Tab."""
        stop = self._stop()
        for step in self.steps:
            strong = step is stop
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)


def pleasant_scale(name: str) -> Scale:
    """Return the scale from -5 to 5 (Feeling Scale, Hardy and Rejeski 1989)."""
    return Scale(name, range(-5, 6), tr("very unpleasant"), tr("very pleasant"), signed)


class BeforeCard(Card):
    """Asks once how the person feels before training. Both answers may stay empty.

    Attributes:
        rated: emitted with both answers as they are now.
        closed: emitted when the person puts the card away.
    """

    rated = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.close_button = TallLink(tr("Skip"))
        self.close_button.clicked.connect(self.closed)
        self.pleasant = pleasant_scale(tr("Before you start: how pleasant do you feel?"))
        # Felt Arousal Scale, Svebak and Murgatroyd 1985: 1 to 6.
        self.activated = Scale(tr("How activated?"), range(1, 7), tr("drowsy or calm"), tr("wide awake"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(current_theme().px(4))
        self._row.addWidget(self.pleasant, 11)
        self._row.addWidget(self.activated, 6)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(self._row)
        for scale in (self.pleasant, self.activated):
            scale.chosen.connect(self._on_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where there is room for it."""
        super().resizeEvent(event)
        across = event.size().width() >= current_theme().px(_ONE_LINE)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )

    def show_session(self, session: Session) -> None:
        """Show what was answered."""
        self.pleasant.set_value(session.pleasant_before)
        self.activated.set_value(session.activated_before)
        rated = session.pleasant_before is not None or session.activated_before is not None
        self.close_button.setText(tr("Close") if rated else tr("Skip"))

    def _on_chosen(self, _value: object) -> None:
        self.rated.emit(self.pleasant.value(), self.activated.value())
