"""The time of a moment, and the way to take it away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.fields import FieldProblem, TimeField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, SmallTitle

_FIELD = 84
"""Width of the field in px at 100 %."""


class MomentLine(QWidget):
    """One line below the chips.

    Attributes:
        moved: emitted with minutes after midnight when the person has typed another time.
        remove_asked: the person wants this moment gone.
        time: the field.
    """

    moved = Signal(int)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._minutes = 0
        self.time = TimeField(name=tr("Time of this check-in"))
        self.time.setFixedWidth(px(_FIELD))
        label = SmallTitle(tr("Time"), wrap=False)
        label.setBuddy(self.time)
        self.remove_button = LinkButton(tr("Remove"))
        self.hint = Secondary(tr("Kept with the first answer."), wrap=False)
        self._problem = FieldProblem()
        self._problem.hide()
        row = FlowLayout()
        for widget in (label, self.time, self.remove_button, self.hint):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row)
        layout.addWidget(self._problem)
        self.time.problemChanged.connect(self._on_problem)
        self.time.valueChanged.connect(self._on_value)
        self.remove_button.clicked.connect(self.remove_asked)

    def show_time(self, minutes: int, words: str, *, new: bool) -> None:
        """Show the minutes after midnight of a moment, said as `words`; a new one cannot be removed."""
        self._minutes = minutes
        if not self.time.hasFocus() or not self.time.isModified():
            self.time.setValue(minutes)
        self.remove_button.setAccessibleName(tr("Remove the check-in at {time}", time=words))
        self.remove_button.setVisible(not new)
        self.hint.setVisible(new)

    def set_problem(self, message: str) -> None:
        """Say at the field what is wrong with the time."""
        self.time.set_problem(message)

    def _on_problem(self, message: str) -> None:
        self._problem.setText(message)
        self._problem.setVisible(bool(message))

    def _on_value(self, value: object) -> None:
        if isinstance(value, int):
            self.moved.emit(value)
        else:
            self.time.setValue(self._minutes)  # a moment always has a time
