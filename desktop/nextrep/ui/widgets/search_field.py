"""A search field over a list; the keys that move in the list work while typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton

ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HANDED_ON = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, *ENTER_KEYS})


class SearchField(QLineEdit):
    """A line to type a search in; arrows, Page Up and Down and Enter go to the list below."""

    def __init__(self, found: QListView, name: str, hint: str, parent: QWidget | None = None) -> None:
        """Make the field.

        Args:
            found: the list below.
            name: read out to screen readers.
            hint: what can be searched for, shown while the field is empty.
            parent: owner.
        """
        super().__init__(parent)
        self._list = found
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setProperty("tall", True)
        self._clear = IconButton("close", tr("Clear"), self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the field itself
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button that clears the field at its end."""
        super().resizeEvent(event)
        side = self._clear.sizeHint()
        self._clear.setGeometry(
            self.width() - side.width() - current_theme().px(4),
            (self.height() - side.height()) // 2,
            side.width(),
            side.height(),
        )
        self.setTextMargins(0, 0, side.width(), 0)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on what moves in the list."""
        if event.key() in _HANDED_ON and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._list.keyPressEvent(event)
            return
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # what the person did last is not what they typed here
            return
        super().keyPressEvent(event)
