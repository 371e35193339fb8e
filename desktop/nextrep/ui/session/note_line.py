"""A line of words on a set."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from nextrep.domain.text import tr
from nextrep.domain.training import MAX_SET_NOTE_CHARS
from nextrep.ui.session.controls import TARGET, TallLink
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Secondary


class NoteLine(QWidget):
    """Takes the note of a set: Enter keeps it, Esc leaves it as it was.

    Attributes:
        kept: emitted with the words.
        left: emitted when the line is put away.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Secondary(wrap=False)
        self.edit = QLineEdit()
        self.edit.setMaxLength(MAX_SET_NOTE_CHARS)
        self.edit.setStyleSheet(f"min-height: {current_theme().px(TARGET) - 4}px;")  # its border is outside
        self._label.setBuddy(self.edit)
        self.keep_button = TallLink(tr("Keep"))
        self.keep_button.clicked.connect(self._on_keep)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.keep_button)
        self.hide()

    def ask(self, title: str, note: str) -> None:
        """Show the words on a set and let them be changed."""
        self._label.setText(tr("Note on {set}", set=title))
        self.edit.setAccessibleName(self._label.text())
        self.edit.setText(note)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def settle(self) -> None:
        """Keep what is typed, before something else is shown."""
        if not self.isHidden():
            self._on_keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, leave with Esc; nothing typed here is a command."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_keep()
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()

    def _on_keep(self) -> None:
        self.hide()
        self.kept.emit(self.edit.text().strip())
