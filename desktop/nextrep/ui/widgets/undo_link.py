"""Taking the last step back from inside a dialog, which covers the line at the bottom of the window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QDialog

from nextrep.domain.text import tr
from nextrep.ui.widgets.buttons import LinkButton


class UndoLink(LinkButton):
    """Says what would be taken back; hidden while there is nothing. Ctrl+Z and its opposite work too."""

    def __init__(self, stack: QUndoStack, dialog: QDialog) -> None:
        super().__init__("", dialog)
        stack.undoTextChanged.connect(self._show_step)
        self.clicked.connect(stack.undo)
        undo, redo = stack.createUndoAction(dialog), stack.createRedoAction(dialog)
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        dialog.addActions([undo, redo])
        self._show_step(stack.undoText())

    def _show_step(self, label: str) -> None:
        short = label if len(label) <= 40 else label[:39].rstrip() + "…"
        self.setText(tr("Undo: {label}", label=short.replace("&", "&&")))
        self.setVisible(bool(label))
