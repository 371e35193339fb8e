"""Plain text of the person's: what is copied or dragged out of it is marked as private."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

from nextrep.ui.runtime.clipboard import private_mime

_PARAGRAPH, _LINE = "\u2029", "\u2028"
"""What Qt has for the ends of lines in a selection."""


class PrivateText(QPlainTextEdit):
    """Plain text whose words histories of the clipboard are asked not to keep."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the chosen words alone, as they are written."""
        words = self.textCursor().selectedText()
        return private_mime(words.replace(_PARAGRAPH, "\n").replace(_LINE, "\n"))
