"""The editor of entries: plain text that shows light Markdown, and nothing changed silently."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextCharFormat
from pytestqt.qtbot import QtBot

from nextrep.ui.journal.editor import EntryEditor

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[EntryEditor]:
    made = EntryEditor()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hold()


def format_at(editor: EntryEditor, line: int, place: int) -> QTextCharFormat:
    """The look of the character at `place` (as Qt counts) of a line."""
    block = editor.document().findBlockByNumber(line)
    for found in block.layout().formats():
        if found.start <= place < found.start + found.length:
            return QTextCharFormat(found.format)
    return QTextCharFormat()


def bold(editor: EntryEditor, line: int, place: int) -> bool:
    return format_at(editor, line, place).fontWeight() == QFont.Weight.Bold


def test_words_look_as_they_are_meant_and_their_marks_are_dimmed(editor: EntryEditor) -> None:
    text = "# Title\na **b** *c* `d`\n> said"
    editor.show_text(text)
    assert bold(editor, 0, 2) and not bold(editor, 0, 0)
    assert bold(editor, 1, 4) and not bold(editor, 1, 0)
    assert format_at(editor, 1, 9).fontItalic()
    dimmed = format_at(editor, 1, 2).foreground().color()
    assert dimmed == format_at(editor, 2, 0).foreground().color() != editor.palette().text().color()
    assert editor.text() == text


def test_an_emoji_before_a_strong_word_moves_nothing(editor: EntryEditor) -> None:
    editor.show_text("🙂🙂 **b** c")
    assert [place for place in range(13) if bold(editor, 0, place)] == [7]


def test_highlighting_is_no_step_to_undo(editor: EntryEditor, qtbot: QtBot) -> None:
    editor.show_text("before")
    assert not editor.document().isUndoAvailable()
    editor._highlighter.dress_again()
    assert not editor.document().isUndoAvailable()
    qtbot.keyClick(editor, Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(editor, " **x**")
    editor._highlighter.dress_again()
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.text() == "before"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL | SHIFT)
    assert editor.text() == "before **x**"


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_item(editor: EntryEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "- milk")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "oats")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "- milk\n- oats\n- "
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "- milk\n- oats\n"
    qtbot.keyClicks(editor, "9. nine")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text().endswith("9. nine\n10. ")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.text().endswith("9. nine")


def test_enter_elsewhere_only_breaks_the_line(editor: EntryEditor, qtbot: QtBot) -> None:
    editor.show_text("- milk")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "\n- milk"
    qtbot.keyClick(editor, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(editor, Qt.Key.Key_Return, SHIFT)
    assert editor.text() == "\n- milk\n"


@pytest.mark.parametrize(("key", "mark"), [(Qt.Key.Key_B, "**"), (Qt.Key.Key_I, "*")])
def test_a_key_wraps_what_is_selected_and_unwraps_it_again(
    editor: EntryEditor, qtbot: QtBot, key: Qt.Key, mark: str
) -> None:
    editor.show_text("one 🙂\ntwo")
    editor.selectAll()
    qtbot.keyClick(editor, key, CTRL)
    assert editor.text() == f"{mark}one 🙂{mark}\n{mark}two{mark}"
    qtbot.keyClick(editor, key, CTRL)
    assert editor.text() == "one 🙂\ntwo"
    qtbot.keyClick(editor, Qt.Key.Key_End, CTRL)
    qtbot.keyClick(editor, key, CTRL)
    qtbot.keyClicks(editor, "x")
    assert editor.text() == f"one 🙂\ntwo{mark}x{mark}"


def test_rich_text_is_pasted_plain(editor: EntryEditor) -> None:
    data = QMimeData()
    data.setHtml("<h1>Big</h1><b>strong</b> text")
    editor.insertFromMimeData(data)
    assert editor.text() == "Big\nstrong text"
    data.setText("as\u00a0text")
    editor.insertFromMimeData(data)
    assert editor.text() == "Big\nstrong textas\u00a0text"
    assert not bold(editor, 1, 2)


def test_blanks_that_do_not_break_stay_when_something_is_typed(editor: EntryEditor, qtbot: QtBot) -> None:
    editor.show_text("80\u00a0kg\u202f– \u200b\u05e9\u05dc\u200f")
    assert not editor.changed()
    qtbot.keyClicks(editor, "x")
    assert editor.text() == "x80\u00a0kg\u202f– \u200b\u05e9\u05dc\u200f"


def test_of_a_very_long_line_only_the_beginning_is_dressed(editor: EntryEditor) -> None:
    editor.show_text("**a** " * 40_000)
    assert bold(editor, 0, 2)
    assert not bold(editor, 0, 120_002)
