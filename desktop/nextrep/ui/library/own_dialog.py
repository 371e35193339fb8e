"""An exercise of the person's own: making it, and changing it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.equipment import equipment_title, level_title
from nextrep.domain.exercise_facts import MAX_NAME_CHARS, UNKNOWN, own_of
from nextrep.domain.exercise_words import measure_title, muscle_title, pattern_title
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern
from nextrep.domain.text import tr
from nextrep.services import library_editing
from nextrep.ui.library.chip_field import ChipField
from nextrep.ui.library.room import fit
from nextrep.ui.library.words_field import WordsEdit
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import CardTitle, Muted
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.search_field import ENTER_KEYS
from nextrep.ui.widgets.spin import ComboBox

_SAVE_KEYS = Qt.KeyboardModifier.ControlModifier


class OwnDialog(QDialog):
    """The facts of an own exercise. Only the name is needed.

    Attributes:
        saved: emitted with the `Exercise` as it is kept.
    """

    saved = Signal(object)

    def __init__(
        self, context: Context, exercise: Exercise | None, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """Make the dialog for `exercise`, or for a new one (perhaps called `name`)."""
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._new = exercise is None
        self._exercise = exercise or own_of("", name, Measure.LOADED, UNKNOWN)
        title = tr("An exercise of my own") if exercise is None else tr("Change {name}", name=exercise.name)
        self.setWindowTitle(tr("An exercise of my own"))
        self.problem = InlineMessage(dismissable=False)
        self._make_fields()
        self._fields = self._labelled()
        page = ScrollPage(margins=False)
        page.body.setContentsMargins(0, 0, px(12), px(4))
        page.body.addWidget(
            Muted(tr("With muscles and equipment a plan can count its sets and find what stands in."))
        )
        for field in self._fields.values():
            page.body.addWidget(field)
        page.body.addStretch(1)
        self.save_button = PrimaryButton(tr("Save"))
        self.save_button.setDefault(True)
        self.save_button.setToolTip(tr("Ctrl+Enter"))
        leave = SecondaryButton(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(title))
        layout.addWidget(self.problem)
        layout.addWidget(page, 1)
        layout.addLayout(row)
        self.save_button.clicked.connect(self.save)
        leave.clicked.connect(self.reject)
        self._show(self._exercise)
        fit(self, px(640), px(680))
        self.name.setFocus()

    def _make_fields(self) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME_CHARS)
        self.pattern = _choice({pattern: pattern_title(pattern) for pattern in Pattern})
        self.measure = _choice({measure: measure_title(measure) for measure in Measure})
        self.level = _choice({level: level_title(level) for level in Level})
        self.one_side = QCheckBox(tr("One side at a time"))
        muscles = [(muscle, muscle_title(muscle)) for muscle in Muscle]
        things = [(item, equipment_title(item)) for item in Equipment]
        self.primary = ChipField(muscles, tr("Main muscles"))
        self.secondary = ChipField(muscles, tr("Muscles that help"))
        self.equipment = ChipField(things, tr("Equipment"))
        self.note, self.cue = WordsEdit(), WordsEdit()
        self.primary.toggled.connect(partial(self._on_muscle, self.secondary))
        self.secondary.toggled.connect(partial(self._on_muscle, self.primary))

    def _labelled(self) -> dict[str, QWidget]:
        return {
            "name": LabelledField(tr("Name"), self.name),
            "measure": LabelledField(tr("How a set is measured"), self.measure),
            "pattern": LabelledField(
                tr("Movement"), self.pattern, tr("Exercises of one movement can stand in for each other.")
            ),
            "primary": LabelledField(tr("Main muscles"), self.primary),
            "secondary": LabelledField(tr("Muscles that help"), self.secondary),
            "equipment": LabelledField(tr("Equipment"), self.equipment, tr("None: nothing needed.")),
            "level": LabelledField(tr("Experience it asks for"), self.level),
            "unilateral": self.one_side,
            "note": LabelledField(tr("Technique note"), self.note),
            "cue": LabelledField(tr("What to feel"), self.cue),
        }

    def exercise(self) -> Exercise:
        """Return what is said in the fields."""
        return replace(
            self._exercise,
            name=self.name.text(),
            pattern=Pattern(self.pattern.currentData()),
            measure=Measure(self.measure.currentData()),
            primary=tuple(map(Muscle, self.primary.chosen())),
            secondary=tuple(map(Muscle, self.secondary.chosen())),
            equipment=tuple(map(Equipment, self.equipment.chosen())),
            unilateral=self.one_side.isChecked(),
            level=Level(self.level.currentData()),
            note=self.note.words(),
            cue=self.cue.words(),
        )

    def save(self) -> None:
        """Keep it, or say at the field what is wrong."""
        use_case = library_editing.add if self._new else library_editing.change_own
        self._clear_problems()
        kept = self._context.operate.run(
            partial(use_case, self._context.store, self.exercise()), initiator=self, on_error=self._on_error
        )
        if kept is not None:
            self.accept()
            self.saved.emit(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, wherever the keyboard is."""
        if event.key() in ENTER_KEYS and event.modifiers() & _SAVE_KEYS:
            self.save()
            return
        super().keyPressEvent(event)

    def _show(self, exercise: Exercise) -> None:
        self.name.setText(exercise.name)
        for choice, value in (
            (self.pattern, exercise.pattern),
            (self.measure, exercise.measure),
            (self.level, exercise.level),
        ):
            choice.setCurrentIndex(choice.findData(value))
        self.primary.choose(exercise.primary)
        self.secondary.choose(exercise.secondary)
        self.equipment.choose(exercise.equipment)
        self.one_side.setChecked(exercise.unilateral)
        self.note.setPlainText(exercise.note)
        self.cue.setPlainText(exercise.cue)

    def _on_muscle(self, others: ChipField, muscle: str, on: bool) -> None:
        """A muscle either does the main work or helps."""
        if on:
            others.choose([other for other in others.chosen() if other != muscle])

    def _on_error(self, message: str, field: str) -> None:
        labelled = self._fields.get(field)
        if isinstance(labelled, LabelledField):
            labelled.set_problem(message)
            labelled.setFocus()
        else:
            self.problem.show_message(message, "error")

    def _clear_problems(self) -> None:
        self.problem.clear()
        for field in self._fields.values():
            if isinstance(field, LabelledField):
                field.set_problem("")


def _choice(titles: dict) -> ComboBox:
    choice = ComboBox()
    for value, title in titles.items():
        choice.addItem(title, value)
    return choice
