"""One shipped help line in the window of contacts: shown or not, and with which number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.safety import LONGEST_NUMBER, LineChoice
from nextrep.ui.safety.words import line_words, month_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Body, Secondary, Strong


class LineChoiceRow(QWidget):
    """A line with its facts.

    Attributes:
        show_asked: emitted with the key and whether the line shall be shown.
        number_asked: emitted with the key and the person's number, "" for the shipped one.
        tick: whether it is shown.
        number: the person's number.
    """

    show_asked = Signal(str, bool)
    number_asked = Signal(str, str)

    def __init__(self, choice: LineChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = choice.line
        self._key = line.key
        numbers = ", ".join(line.numbers)
        words = tr("Show this line") if line.sure else tr("I have checked this number. Show it.")
        self.tick = QCheckBox(words)
        self.tick.setObjectName(f"show {line.key}")
        self.tick.setAccessibleName(tr("{operator}: {words}", operator=tr(line.operator), words=words))
        self.tick.setChecked(choice.shown)
        self.tick.clicked.connect(self._on_tick)
        self.number = QLineEdit(choice.number)
        self.number.setObjectName(f"number {line.key}")
        self.number.setMaxLength(LONGEST_NUMBER)
        self.number.setPlaceholderText(numbers)
        self.number.editingFinished.connect(self._on_number)
        self.field = LabelledField(tr("Other number for {operator}", operator=tr(line.operator)), self.number)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(4))
        layout.addWidget(Strong(numbers))
        layout.addWidget(Body(line_words(line)))
        layout.addWidget(Secondary(_checked(choice)))
        layout.addWidget(self.tick)
        layout.addWidget(self.field)

    def _on_tick(self, on: bool) -> None:
        self.show_asked.emit(self._key, on)

    def _on_number(self) -> None:
        self.number_asked.emit(self._key, self.number.text())


def _checked(choice: LineChoice) -> str:
    """Return where a number comes from and when it was checked, by whom."""
    if choice.ticked_on is not None:
        return tr("Checked by you in {month}.", month=month_words(choice.ticked_on))
    if choice.line.checked_on is not None:
        return tr("Seen in a public source in {month}.", month=month_words(choice.line.checked_on))
    return tr("Not checked yet. Look it up on the operator's own page, then tick it.")
