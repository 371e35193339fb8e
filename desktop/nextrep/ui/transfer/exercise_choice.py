"""What becomes of an exercise of a file that is not known here."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from nextrep.domain.text import tr
from nextrep.services.library import Library
from nextrep.services.opening import Choice, Instead, Unknown
from nextrep.ui.widgets.spin import ComboBox

_LETTERS = 24
_FOUND = 12
"""Exercises shown while a name is typed."""


class ExerciseChoice(ComboBox):
    """Likely exercises, one's own, or none; any other exercise is found by typing some of its name.

    Attributes:
        chosen: what it says has changed; ask `choice`.
        unknown: the exercise that it is about.
    """

    chosen = Signal()

    def __init__(self, unknown: Unknown, library: Library, parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            unknown: the exercise of the file.
            library: every exercise that there is here.
            parent: owner.
        """
        super().__init__(parent)
        self.unknown = unknown
        self._library = library
        self._own, self._out = tr("Keep it as my own"), tr("Leave it out")
        edit = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems([*(exercise.name for exercise in unknown.likely), self._own, self._out])
        if unknown.likely:
            self.insertSeparator(len(unknown.likely))
        self.setCurrentIndex(-1)
        self.setAccessibleName(tr("What “{name}” stands for", name=unknown.name))
        edit.setPlaceholderText(tr("Choose, or type a name"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        edit.textEdited.connect(self._on_typed)
        self.currentTextChanged.connect(self._on_text)

    def choice(self) -> Choice | None:
        """Return what was chosen, None while nothing that counts was."""
        text = self.currentText().strip()
        if text == self._own:
            return Instead.OWN
        if text == self._out:
            return Instead.OUT
        entry = self._library.named(text) if text else None
        return entry.exercise if entry is not None else None

    def choose(self, choice: Instead) -> None:
        """Choose the person's own, or to leave it out."""
        self.setCurrentText(self._own if choice is Instead.OWN else self._out)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not choose."""
        event.ignore()

    def _on_typed(self, text: str) -> None:
        """Offer what is meant, the best first; slips of the keyboard are forgiven."""
        found = self._library.find(text, limit=_FOUND) if text.strip() else []
        self._names.setStringList([entry.exercise.name for entry in found])

    def _on_text(self, _text: str) -> None:
        self.chosen.emit()
