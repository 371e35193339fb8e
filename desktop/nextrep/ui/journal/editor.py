"""Where the person writes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.journal.highlighter import Highlighter
from nextrep.ui.journal.list_keys import go_on_with_list, wrap_selection
from nextrep.ui.journal.spell_marks import SpellMarks
from nextrep.ui.journal.spell_menu import SpellMenu
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.settling_text import SettlingText

_MARKS = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NONE, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class EntryEditor(SettlingText):
    """An entry, with room to write: plain text, with light Markdown shown as it is meant."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("As much or as little as you like."))
        self.setToolTip(tr("**bold** (Ctrl+B), *italic* (Ctrl+I), # heading, - list, > quote, `code`"))
        self.setMinimumHeight(current_theme().px(200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._highlighter = Highlighter(self.document())
        self._marks: SpellMarks | None = None
        self._spell_menu: SpellMenu | None = None

    def check_spelling(self, marks: SpellMarks, menu: SpellMenu) -> None:
        """Underline words that `marks` does not know, and offer what `menu` has for them."""
        self._marks, self._spell_menu = marks, menu
        self._highlighter.check(marks)

    def spelling_changed(self) -> None:
        """Look at the words again: the language or the person's own words are others now."""
        self._highlighter.check_again()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu, with what there is to do about the spelling of a word above it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._spell_menu is not None:
            cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
            self._spell_menu.fill(menu, cursor)
        menu.popup(event.globalPos())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is looked up for a text that nobody sees."""
        self._highlighter.hold()
        if self._marks is not None:
            self._marks.hold()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a list on Enter, wrap the selection on Ctrl+B and Ctrl+I; all else is plain typing."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MARKS and modifiers == _CTRL:
            wrap_selection(self, _MARKS[key])
        elif key in _ENTER and modifiers == _NONE and go_on_with_list(self):
            pass
        elif key in _ENTER and modifiers == _SHIFT:
            self.textCursor().insertBlock()  # Qt would put a sign that is not in the text afterwards
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words alone, however they looked where they come from."""
        if source.hasText():
            self.textCursor().insertText(source.text())
        elif source.hasHtml():
            self.textCursor().insertText(QTextDocumentFragment.fromHtml(source.html()).toPlainText())
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, and nothing that has none."""
        return source.hasText() or source.hasHtml()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._highlighter.dress_again()
