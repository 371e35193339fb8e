"""An amount that can be typed or stepped, and can also be empty, which is never 0."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.day_topics import AMOUNTS, Topic, amount_text, parse_amount, topic_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.fields import NumberField
from nextrep.ui.widgets.labels import Secondary

FIELD_WIDTH = 96
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class AmountField(QWidget):
    """A name, less, the amount, more. Up and Down step; an emptied field says nothing.

    Attributes:
        valueChanged: emitted with the new value, None for nothing said.
        field: the line to type in.
    """

    valueChanged = Signal(object)  # noqa: N815 - named as Qt names its own

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        title = topic_title(topic)
        self._amount = AMOUNTS[topic]
        self.field = _SteppedField(topic, self.step)
        self.field.setFixedWidth(px(FIELD_WIDTH))
        self.field.valueChanged.connect(self.valueChanged)
        self.less = IconButton("minus", tr("Less: {name}", name=title))
        self.more = IconButton("plus", tr("More: {name}", name=title))
        label = Secondary(title, wrap=False)
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(label)
        for button, step in ((self.less, -1), (self.more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down do the same from the keyboard
            button.clicked.connect(partial(self.step, step))
        for widget in (self.less, self.field, self.more):
            row.addWidget(widget)

    def setValue(self, value: int | None) -> None:
        """Show a value without telling anyone; None empties it."""
        if value != self.field.value() or self.field.problem():
            self.field.setValue(value)

    def step(self, steps: int) -> None:
        """Go up or down; below the least there is nothing said, and from there up comes the first amount."""
        self.field.commit()
        value, amount = self.field.value(), self._amount
        if value is None:
            new = amount.start if steps > 0 else None
        else:
            new = min(value + steps * amount.step, amount.high)
            new = None if value == amount.low and steps < 0 else max(new, amount.low)
        if new != value:
            self.field.setValue(new)
            self.valueChanged.emit(new)


class _SteppedField(NumberField):
    """The line to type in."""

    def __init__(self, topic: Topic, step: Callable[[int], None]) -> None:
        super().__init__(partial(parse_amount, topic), partial(amount_text, topic), name=topic_title(topic))
        self._step = step
        self.setPlaceholderText(tr("–"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Up and Down."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        else:
            super().keyPressEvent(event)
