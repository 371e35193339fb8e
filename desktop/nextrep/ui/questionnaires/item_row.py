"""One item of a questionnaire: its number and words, and its answers, one key each. It may stay empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.assessments import Answer
from nextrep.domain.forms import FormChoice, FormItem, FormKind
from nextrep.domain.instruments import Instrument, Item
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.labels import Body, Strong
from nextrep.ui.widgets.scale import Scale
from nextrep.ui.widgets.spin import ComboBox

_MOST_BUTTONS = 9
"""Choices beyond this have no digit of their own and stand in a list."""
_BUTTON_CHARS = 48


class ItemRow(QWidget):
    """One item with its answers.

    Attributes:
        given: emitted with the item's name and its answer (None when it was taken back).
        answered: emitted after a key of its own answered, so that the keyboard can go on.
        name: the name under which the answer is kept.
        scale, list, words: what takes the answer, one of them; the others are None.
    """

    given = Signal(str, object)
    answered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.number: int | None = None
        self.scale: Scale | None = None
        self.list: ComboBox | None = None
        self.words: QLineEdit | None = None
        self._choices: tuple[FormChoice, ...] = ()
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(current_theme().px(4))

    @classmethod
    def of_instrument(cls, of: Instrument, item: Item) -> ItemRow:
        """Return the row of an item whose words stand on the official form: number, topic, values."""
        row = cls(str(item.number))
        row.number = item.number
        name = tr("Item {n}, {topic}", n=item.number, topic=item.label)
        row._choices = tuple(FormChoice("", value) for value in range(of.most + 1))
        row.scale = Scale(name, range(of.most + 1), "", "", heading=False)
        number, topic = Strong(f"{item.number}", wrap=False), Body(item.label)
        number.setMinimumWidth(current_theme().px(20))
        head = row_of(number, topic, stretch=False, spacing=8)
        head.setStretch(1, 1)
        row.layout_.addLayout(head)
        row._take(row.scale)
        return row

    @classmethod
    def of_form(cls, item: FormItem) -> ItemRow:
        """Return the row of an item with the words of its file."""
        row = cls(item.link)
        row.number = item.number
        row._choices = item.choices
        text = f"{item.prefix} {item.words}".strip()
        if item.kind is FormKind.TEXT_ONLY:
            row.layout_.addWidget(Body(text))
            return row
        row.layout_.addWidget(Strong(text))
        short = all(len(choice.words) <= _BUTTON_CHARS for choice in item.choices)
        if item.kind is FormKind.CHOICE and short and len(item.choices) <= _MOST_BUTTONS:
            keys = dict(enumerate(_keys(item.choices)))
            words = [choice.words for choice in item.choices]
            row.scale = Scale(text, range(len(words)), "", "", words.__getitem__, keys, heading=False)
            row._take(row.scale)
        elif item.kind is FormKind.CHOICE:
            row.list = ComboBox()
            row.list.addItems([tr("No answer"), *[choice.words for choice in item.choices]])
            row.list.setAccessibleName(text)
            row.list.activated.connect(row._on_listed)
            row.layout_.addWidget(row.list)
        else:
            row.words = QLineEdit()
            row.words.setAccessibleName(text)
            row.words.editingFinished.connect(row._on_words)
            row.layout_.addWidget(row.words)
        return row

    def takes(self) -> bool:
        """Tell whether it asks for something."""
        return bool(self.scale or self.list or self.words)

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was answered, without telling anyone."""
        place = self._place_of(answer)
        if self.scale is not None:
            self.scale.set_value(place)
        elif self.list is not None:
            self.list.setCurrentIndex(0 if place is None else place + 1)
        elif self.words is not None:
            self.words.setText(answer.words if answer else "")

    def focus(self) -> None:
        """Put the keyboard here."""
        if self.scale is not None:
            self.scale.focus()
        else:
            (self.list or self.words or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, scale: Scale) -> None:
        self.layout_.addWidget(scale)
        scale.chosen.connect(self._on_chosen)
        scale.answered.connect(self.answered)

    def _place_of(self, answer: Answer | None) -> int | None:
        if answer is None:
            return None
        for place, choice in enumerate(self._choices):
            if choice.words == answer.words and (choice.value is None or choice.value == answer.value):
                return place
        return None

    def _on_chosen(self, place: object) -> None:
        self._give(place if isinstance(place, int) else None)

    def _on_listed(self, place: int) -> None:
        self._give(place - 1 if place else None)

    def _give(self, place: int | None) -> None:
        if place is None:
            self.given.emit(self.name, None)
            return
        choice = self._choices[place]
        self.given.emit(self.name, Answer(choice.value, self.number, choice.words))

    def _on_words(self) -> None:
        if self.words is not None and self.words.isModified():
            self.words.setModified(False)
            text = self.words.text()
            self.given.emit(self.name, Answer(None, self.number, text) if text.strip() else None)


def _keys(choices: tuple[FormChoice, ...]) -> list[str]:
    """Return a digit for each choice: what it counts where each has its own, else its place from 1."""
    values = [choice.value for choice in choices]
    if len(set(values)) == len(values) and all(one is not None and 0 <= one <= 9 for one in values):
        return [str(one) for one in values]
    return [str(place) for place in range(1, len(choices) + 1)]
