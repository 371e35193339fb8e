"""What becomes of an exercise of a file that is not known here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from nextrep.domain.exercises import Exercise, fold
from nextrep.domain.text import tr
from nextrep.services.opening import Choice, Instead, Unknown

_LETTERS = 24


class ExerciseChoice(QComboBox):
    """Likely exercises, one's own, or none; any other exercise is found by typing some of its name.

    Attributes:
        chosen: what it says has changed; ask `choice`.
        unknown: the exercise that it is about.
    """

    chosen = Signal()

    def __init__(
        self, unknown: Unknown, known: Mapping[str, Exercise], parent: QWidget | None = None
    ) -> None:
        """Make the field.

        Args:
            unknown: the exercise of the file.
            known: every exercise that there is here, by its name.
            parent: owner.
        """
        super().__init__(parent)
        self.unknown = unknown
        self._known = {fold(name): exercise for name, exercise in known.items()}
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
        completer = QCompleter(QStringListModel(sorted(known), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.currentTextChanged.connect(self._on_text)

    def choice(self) -> Choice | None:
        """Return what was chosen, None while nothing that counts was."""
        text = self.currentText().strip()
        if text == self._own:
            return Instead.OWN
        if text == self._out:
            return Instead.OUT
        return self._known.get(fold(text)) if text else None

    def choose(self, choice: Instead) -> None:
        """Choose the person's own, or to leave it out."""
        self.setCurrentText(self._own if choice is Instead.OWN else self._out)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not choose."""
        event.ignore()

    def _on_text(self, _text: str) -> None:
        self.chosen.emit()
