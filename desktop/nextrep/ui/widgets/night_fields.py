"""Every variable of a night in a field of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.sleep import MAX_AWAKE_MIN
from nextrep.domain.sleep_check import MAX_QUALITY, MAX_WAKINGS, field_title
from nextrep.domain.sleep_clock import NightAnswers
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.clock_text import parse_clock
from nextrep.ui.widgets.fields import NumberField, TimeField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import SmallTitle

FIELD_WIDTH = 76
HIGHEST = {
    "sol": MAX_AWAKE_MIN,
    "awakenings": MAX_WAKINGS,
    "waso": MAX_AWAKE_MIN,
    "quality": MAX_QUALITY,
    "nap": MAX_AWAKE_MIN,
}


class NightFields(QWidget):
    """The fields in the order of the night; each can stay empty.

    Attributes:
        fields: by their names in `NightAnswers`.
        edited: emitted at each key.
        changed: emitted once something was filled in or emptied.
        problem_changed: emitted when a field cannot be read, or can again.
    """

    edited = Signal()
    changed = Signal()
    problem_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._committing = False
        self.fields: dict[str, NumberField] = {}
        flow = FlowLayout(spacing=8)
        for name, label in _labels().items():
            field = self._field(name)
            self.fields[name] = field
            flow.addWidget(_box(field, label))
        self.setLayout(flow)
        # First one of the two ways of saying it is emptied, then the night is kept.
        self.fields["asleep"].valueChanged.connect(self._on_asleep)
        self.fields["sol"].valueChanged.connect(self._on_sol)
        for field in self.fields.values():
            field.textEdited.connect(self._on_edited)
            field.valueChanged.connect(self._on_changed)
            field.problemChanged.connect(self._on_problem)

    def _field(self, name: str) -> NumberField:
        if name in HIGHEST:
            return NumberField(partial(parse_whole, high=HIGHEST[name]), name=field_title(name))
        return TimeField(name=field_title(name))

    def show_answers(self, answers: NightAnswers) -> None:
        """Show these, without telling anyone."""
        for name, field in self.fields.items():
            field.setValue(getattr(answers, name))

    def answers(self) -> NightAnswers:
        """Read the texts as they stand.

        Raises:
            UserError: one cannot be read; it says so itself once the person has left it.
        """
        values = {}
        for name, field in self.fields.items():
            text = field.text().strip()
            read = partial(parse_whole, high=HIGHEST[name]) if name in HIGHEST else parse_clock
            values[name] = read(text) if text else None
        return NightAnswers(**values)

    def commit(self) -> None:
        """Read what is half typed, telling nobody."""
        self._committing = True
        for field in self.fields.values():
            field.commit()
        self._committing = False

    def set_problem(self, name: str, message: str) -> None:
        """Show a problem at a field."""
        self.fields[name].set_problem(message)

    def clear_problems(self) -> None:
        """Take all problems away."""
        for field in self.fields.values():
            field.set_problem("")

    def problem(self) -> str:
        """Return the first problem with the name of its field, "" where there is none."""
        for name, field in self.fields.items():
            if field.problem():
                return tr("{field}: {problem}", field=field_title(name), problem=field.problem())
        return ""

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def _on_changed(self, _value: object) -> None:
        if not self._committing:
            self.changed.emit()

    def _on_problem(self, _message: str) -> None:
        self.problem_changed.emit()

    def _on_asleep(self, value: object) -> None:
        """Falling asleep is said once: by the clock, or in minutes."""
        if value is not None:
            self.fields["sol"].setValue(None)

    def _on_sol(self, value: object) -> None:
        if value is not None:
            self.fields["asleep"].setValue(None)


def parse_whole(text: str, high: int) -> int:
    """Return a whole number from 0 to `high`.

    Raises:
        UserError: it is none.
    """
    cleaned = text.strip()
    if not (cleaned.isascii() and cleaned.isdigit() and int(cleaned[:6]) <= high):
        raise UserError(tr("A whole number from 0 to {high}.", high=high))
    return int(cleaned)


def _labels() -> dict[str, str]:
    """Return the short labels, in the order of the night."""
    return {
        "into_bed": tr("To bed"),
        "tried": tr("Tried to sleep"),
        "sol": tr("Min to sleep"),
        "asleep": tr("or asleep at"),
        "awakenings": tr("Wakings"),
        "waso": tr("Min awake"),
        "final_wake": tr("Last waking"),
        "out_of_bed": tr("Up"),
        "quality": tr("Quality 0–10"),
        "nap": tr("Naps, min"),
    }


def _box(field: NumberField, label: str) -> QWidget:
    """Return a narrow field with its label above."""
    px = current_theme().px
    box = QWidget()
    title = SmallTitle(label, wrap=False)
    title.setBuddy(field)
    field.setFixedWidth(max(px(FIELD_WIDTH), title.sizeHint().width()))
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(px(4))
    layout.addWidget(title)
    layout.addWidget(field)
    return box
