"""What Enter, Ctrl+B and Ctrl+I do in an entry. All of it is typing: the editor's own undo takes it back."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from nextrep.domain.light_markdown import list_item, wrapped
from nextrep.ui.widgets.utf16 import units

LONGEST_ITEM = 4_000
"""A longer line is no list item to go on with."""
_PARAGRAPH = "\u2029"
"""What Qt puts for the end of a line into a selected text."""


def go_on_with_list(editor: QPlainTextEdit) -> bool:
    """Begin the next item of a list, or end the list on an empty item; False where there is no list."""
    cursor = editor.textCursor()
    line = cursor.block().text() if cursor.block().length() <= LONGEST_ITEM else ""
    item = list_item(line)
    if item is None or cursor.hasSelection() or cursor.positionInBlock() < item.width:
        return False
    cursor.beginEditBlock()
    if item.empty:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.insertBlock()
        cursor.insertText(item.following)
    cursor.endEditBlock()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def wrap_selection(editor: QPlainTextEdit, mark: str) -> None:
    """Put a mark around what is selected, line by line, or take it away; with none write between."""
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        cursor.insertText(mark + mark)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(mark))
        editor.setTextCursor(cursor)
        return
    lines = cursor.selectedText().split(_PARAGRAPH)
    text = "\n".join(wrapped(line, mark) if line.strip() else line for line in lines)
    start = cursor.selectionStart()
    cursor.insertText(text)
    cursor.setPosition(start)
    cursor.setPosition(start + units(text), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
