"""What was copied does not stay on the clipboard, and histories of the clipboard are asked not to keep it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nextrep.ui.journal.editor import EntryEditor
from nextrep.ui.runtime import clipboard
from nextrep.ui.runtime.clipboard import ClipboardKeeper, copy_private, copy_public

HINT = "x-kde-passwordManagerHint"


@pytest.fixture
def keeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClipboardKeeper]:
    monkeypatch.setattr(clipboard, "KEPT_MS", 1)
    QGuiApplication.clipboard().clear()
    made = ClipboardKeeper()
    yield made
    made.forget()
    made.deleteLater()


def held() -> str:
    return QGuiApplication.clipboard().text()


def test_what_was_copied_is_taken_away_again(keeper: ClipboardKeeper, qtbot: QtBot) -> None:
    copy_private("Slept badly.")
    assert (held(), keeper.waits) == ("Slept badly.", True)
    qtbot.waitUntil(lambda: not held())
    assert not keeper.waits


def test_a_field_that_copies_by_itself_is_heard_too(keeper: ClipboardKeeper, qtbot: QtBot) -> None:
    field = QLineEdit("my note")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    assert held() == "my note"
    qtbot.waitUntil(lambda: not held())


def test_closing_takes_it_away_at_once_but_never_what_says_nothing_of_the_person(
    keeper: ClipboardKeeper,
) -> None:
    copy_private("Slept badly.")
    keeper.forget()
    assert held() == ""
    copy_public("Foster 2001")
    assert not keeper.waits
    keeper.forget()
    assert held() == "Foster 2001"


def test_what_another_program_copied_since_is_neither_read_nor_touched(
    keeper: ClipboardKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_private("Slept badly.")
    assert keeper.waits
    # As on a desktop, where Qt says that the clipboard is somebody else's by now.
    monkeypatch.setattr(clipboard, "_ALL_OURS", ())
    QGuiApplication.clipboard().setText("of another program")
    assert not keeper.waits
    keeper.forget()
    assert held() == "of another program"


def test_words_copied_from_an_entry_ask_not_to_be_kept_and_come_out_as_written(qtbot: QtBot) -> None:
    editor = EntryEditor()
    qtbot.addWidget(editor)
    editor.show_text("One\u00a0line\nand **another** 💪🏽")
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "One\u00a0line\nand **another** 💪🏽"
    assert mime.data(HINT).data() == b"secret"
    assert not mime.hasHtml()
    qtbot.keyClick(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == ""
    assert held().startswith("One")
    QGuiApplication.clipboard().clear()
