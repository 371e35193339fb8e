"""Plain text that says when it would be good to save it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from nextrep.ui.widgets.private_text import PrivateText

PAUSE_MS = 600
"""A pause of this length while typing is a good moment to save."""


_LOOKING_AWAY = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
}


class SettlingText(PrivateText):
    """Plain text that says when it would be good to save.

    Attributes:
        settled: emitted when typing pauses.
        left: emitted when the person turns to something else.
    """

    settled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._text: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.settled)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)
        self.document().contentsChange.connect(self._on_contents)

    def show_text(self, text: str) -> None:
        """Show another text, with an undo history of its own."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._timer.stop()
        self.mark_saved()

    def text(self) -> str:
        """Return what stands here. `toPlainText` would make blanks of those that do not break a line."""
        if self._text is None:
            self._text = self.document().toRawText().replace("\u2029", "\n")
        return self._text

    def mark_saved(self) -> None:
        """Take what stands here as what is kept; the editor may write the ends of lines its own way."""
        self._shown = self.text()

    def changed(self) -> bool:
        """Whether the person has written since."""
        return self.text() != self._shown

    def hold(self) -> None:
        """Wait for no further pause."""
        self._timer.stop()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and its opposite to the window where no typing here is left to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document, keys = self.document(), QKeySequence.StandardKey
            for key, own in (
                (keys.Undo, document.isUndoAvailable()),
                (keys.Redo, document.isRedoAvailable()),
            ):
                if event.matches(key) and not own:
                    event.ignore()
                    return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person has left, or only looked away: at a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() in _LOOKING_AWAY:
            self.settled.emit()
        else:
            self.left.emit()

    def _on_contents(self) -> None:
        """Read the text anew when it is next asked for; saving a long one asks several times."""
        self._text = None

    def _on_changed(self) -> None:
        self._timer.start()
