"""A scale of a few whole steps, answered with one key or one press. No answer is an answer too."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.feelings import ACTIVATED, EFFORT, PLEASANT
from nextrep.domain.figures import signed
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, Strong
from nextrep.ui.widgets.page import reveal

TARGET = 44
"""Least side of a step, px at 100 %: they are pressed with chalky hands."""
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_BELOW_DIGITS = "qwert"
"""The letters below the digits 1 to 5 on most keyboards; what is typed counts, not where."""


class Scale(QWidget):
    """A row of steps of which one or none is chosen; pressing it again takes it back.

    One stop for Tab; the arrow keys move along it, Space chooses, and each step has a key of its own. The
    keys are shown while they work, that is while the keyboard is here.

    Attributes:
        chosen: emitted with the value, or None, when the person changes it.
        answered: emitted after that when a key of its own chose, so that the keyboard can go on.
        steps: the buttons, lowest first.
    """

    chosen = Signal(object)
    answered = Signal()

    def __init__(
        self,
        name: str,
        values: range,
        low: str,
        high: str,
        write: Callable[[int], str] = str,
        keys: Mapping[int, str] | None = None,
        parent: QWidget | None = None,
        *,
        heading: bool = True,
    ) -> None:
        """Make an empty scale.

        Args:
            name: the question.
            values: the steps.
            low: words for the lowest.
            high: words for the highest.
            write: writes a step.
            keys: the key of each step whose key is not its own digit.
            parent: owner.
            heading: whether the question stands above the steps; else it is only read out.
        """
        super().__init__(parent)
        self._value: int | None = None
        own = dict(keys or {})
        self.setAccessibleName(name)
        self.steps = [_Step(value, write(value), name, own.get(value, str(value))) for value in values]
        self._by_key = {step.key: step for step in self.steps}
        flow = FlowLayout(spacing=0)
        for step in self.steps:
            step.clicked.connect(self._on_clicked)
            step.turned.connect(self._show_keys)
            flow.addWidget(step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if heading:
            head = FlowLayout()
            head.addWidget(Strong(name, wrap=False))
            head.addWidget(Secondary(tr("{low} to {high}", low=low, high=high), wrap=False))
            layout.addLayout(head)
        layout.addLayout(flow)
        layout.addStretch(1)
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
        """Put the keyboard on the chosen step, else the middle one, and bring the scale into view."""
        self._stop().setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with a step's key, or move along the scale; Delete takes the answer back."""
        here = next((index for index, step in enumerate(self.steps) if step.hasFocus()), None)
        key = Qt.Key(event.key())
        step = None if event.modifiers() & _CHORDS else self._by_key.get(event.text().lower())
        if step is not None:
            if not event.isAutoRepeat():  # a key held down must not answer the next question
                self._answer(step)
        elif here is not None and key in _ARROWS:
            there = min(max(0, here + _ARROWS[key]), len(self.steps) - 1)
            self.steps[there].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Delete and self._value is not None:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _answer(self, step: _Step) -> None:
        if step.value != self._value:
            self._choose(step.value)
        step.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

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

    def _show_keys(self) -> None:
        here = any(step.hasFocus() for step in self.steps)
        for step in self.steps:
            step.show_key(shown=here)


class _Step(ChipButton):
    """One step of a scale, with its key below it.

    Attributes:
        turned: emitted when the keyboard comes or goes.
    """

    turned = Signal()

    def __init__(self, value: int, text: str, name: str, key: str) -> None:
        super().__init__(text)
        self.value = value
        self.key = key
        self._key_shown = False
        self.setAccessibleName(tr("{name}: {value}", name=name, value=text))
        self.setAccessibleDescription(tr("Key {key}", key=key.upper()))
        self.setToolTip(tr("Key {key}", key=key.upper()))

    def show_key(self, *, shown: bool) -> None:
        """Show the key, or only keep room for it."""
        if shown != self._key_shown:
            self._key_shown = shown
            self.update()

    def key_shown(self) -> bool:
        """Tell whether the key is shown."""
        return self._key_shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Space; leave all other keys to the scale and to what is around it."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has gone."""
        super().focusOutEvent(event)
        self.turned.emit()

    def sizeHint(self) -> QSize:
        """A target of 44 px with room for the key; the same whether chosen or not, so that nothing moves."""
        px = current_theme().px
        height = super().pill().height() + _key_metrics().height() + px(4)
        return QSize(max(px(TARGET), super().sizeHint().width()), max(px(TARGET), round(height)))

    def pill(self) -> QRectF:
        """Return where the pill is drawn: above the key."""
        pill = super().pill()
        pill.moveTop(current_theme().px(2))
        return pill

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, and the key below it."""
        super().paintEvent(event)
        if not self._key_shown:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.font(SECONDARY - 1))
        painter.setPen(theme.color("muted"))
        below = QRectF(self.rect())
        below.setTop(self.pill().bottom())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.key.upper())
        painter.end()


def _key_metrics() -> QFontMetrics:
    return QFontMetrics(current_theme().font(SECONDARY - 1))


def pleasant_scale(name: str) -> Scale:
    """Return the scale of pleasantness: 0 to 5 on the digits, -1 to -5 on the letters below them."""
    keys = {-step: key for step, key in enumerate(_BELOW_DIGITS, start=1)}
    return Scale(name, PLEASANT, tr("very unpleasant"), tr("very pleasant"), signed, keys)


def activated_scale(name: str) -> Scale:
    """Return the scale of activation, 1 to 6."""
    return Scale(name, ACTIVATED, tr("drowsy"), tr("wide awake"))


def effort_scale(name: str) -> Scale:
    """Return the scale of the effort of a session: 0 to 9 on the digits, 10 on T."""
    return Scale(name, EFFORT, tr("rest"), tr("as hard as it gets"), keys={10: "t"})
