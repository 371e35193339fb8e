"""A short line for own words, with what was used before to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from nextrep.ui.widgets.search_field import ENTER_KEYS


class WordsLine(QLineEdit):
    """Enter takes the words, Down shows what there is to choose from.

    Attributes:
        taken: emitted with the words that the person typed or chose, when they press Enter.
    """

    taken = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        """Make an empty line.

        Args:
            name: read out to screen readers.
            hint: shown while it is empty.
            parent: owner.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._words = QStringListModel(self)
        self._list = QCompleter(self._words, self)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(self._list)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words, the likeliest first."""
        if list(words) != self._words.stringList():
            self._words.setStringList(list(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the words with Enter, open the list with Down, forget them with Esc."""
        if event.key() in ENTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.text().strip():
                self.taken.emit(self.text())
            return
        if event.key() == Qt.Key.Key_Down:
            self._list.setCompletionPrefix(self.text())
            self._list.complete()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
