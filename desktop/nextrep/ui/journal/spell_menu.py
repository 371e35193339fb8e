"""What the menu of the editor offers for a word that the dictionary does not know."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from nextrep.domain.light_markdown import looks
from nextrep.domain.spelling import checked_words
from nextrep.domain.text import tr
from nextrep.services import spelling
from nextrep.settings.table import SPELLING_OFF
from nextrep.ui.journal.highlighter import LONGEST_LINE
from nextrep.ui.journal.spell_marks import SpellMarks
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.utf16 import places


class SpellMenu(QObject):
    """Suggestions, which come when they are found, and the way of a word into one's own words and out."""

    def __init__(self, context: Context, marks: SpellMarks, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._context, self._marks, self._editor = context, marks, editor
        self._spot = QTextCursor()
        self._word = ""
        self._waits: QAction | None = None

    def fill(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put what there is to do with the word at `cursor` above what a menu has, if it is wrong."""
        self._spot, self._word = word_at(cursor)
        if not self._word or self._marks.language == SPELLING_OFF:
            return
        own = self._marks.is_own(self._word)
        if not own and not self._marks.knows_as_wrong(self._word):
            return
        first = menu.actions()[0]
        words = tr("Take out of my words") if own else tr("Add to my words")
        change = QAction(words, menu)
        change.triggered.connect(self._on_remove if own else self._on_add)
        if not own:
            self._waits = QAction(tr("Looking for suggestions"), menu)
            self._waits.setEnabled(False)
            menu.insertAction(first, self._waits)
        menu.insertAction(first, change)
        menu.insertSeparator(first)
        if not own:
            self._marks.suggest(self._word, partial(self._on_suggestions, menu), menu)

    def _on_suggestions(self, menu: QMenu, found: tuple[str, ...]) -> None:
        if self._waits is None:
            return
        for word in found:
            action = QAction(word, menu)
            action.setData(word)
            action.triggered.connect(self._on_replace)
            menu.insertAction(self._waits, action)
        self._waits.setText(tr("No suggestion"))
        self._waits.setVisible(not found)
        self._waits = None

    def _on_replace(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._spot.selectedText() == self._word:
            self._spot.insertText(str(action.data()))

    def _on_add(self) -> None:
        self._context.operate.run(
            partial(spelling.add_own_word, self._context.store, self._word), initiator=None
        )

    def _on_remove(self) -> None:
        self._context.operate.run(
            partial(spelling.remove_own_word, self._context.store, self._word), initiator=None
        )


def word_at(cursor: QTextCursor) -> tuple[QTextCursor, str]:
    """Return the word that a cursor is in or at, selected, and the word; "" where there is none to check."""
    block = cursor.block()
    line = block.text()[:LONGEST_LINE]
    place, at = places(line), cursor.positionInBlock()
    for start, end in checked_words(line, looks(line)):
        if place(start) <= at <= place(end):
            spot = QTextCursor(block)
            spot.setPosition(block.position() + place(start))
            spot.setPosition(block.position() + place(end), QTextCursor.MoveMode.KeepAnchor)
            return spot, line[start:end]
    return QTextCursor(), ""
