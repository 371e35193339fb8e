"""Words of the person's own list in the journal: a quiet line and people, no colour, no dialog (4.1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel
from pytestqt.qtbot import QtBot

from nextrep.services import journal, word_list
from nextrep.storage.store import Store
from nextrep.ui.journal.entry_model import MARKS_ROLE
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.word_list_dialog import WordListDialog
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path, now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def context(tmp_path: Path, store: Store, qapp: QApplication) -> Context:
    return make_context(tmp_path, store, NOW)[0]


def opened(context: Context, qtbot: QtBot) -> JournalScreen:
    screen = JournalScreen(context)
    hold(qtbot, screen)
    screen.resize(1280, 800)
    screen.show()
    screen.activate()
    qtbot.waitExposed(screen)
    return screen


def words(screen: JournalScreen) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def write(screen: JournalScreen, qtbot: QtBot, text: str) -> None:
    editor = screen._day_card.writing.editor
    editor.setFocus()
    qtbot.keyClicks(editor, text)
    screen._day_card.writing.flush()


def test_without_a_list_no_word_opens_anything(context: Context, qtbot: QtBot) -> None:
    screen = opened(context, qtbot)
    write(screen, qtbot, "A hopeless day, thoughts of death.")
    assert not screen._day_card.word_note.isVisible()


def test_a_word_of_the_list_opens_the_softer_card_and_takes_no_key(
    context: Context, store: Store, qtbot: QtBot
) -> None:
    word_list.write(store, "bridge")
    screen = opened(context, qtbot)
    write(screen, qtbot, "Stood on the bridge")
    said = words(screen)
    assert "Holds a word to be careful with. It is private." in said
    assert "If you would like to talk to somebody, here is who you can reach." in said
    assert "hurting yourself" not in said
    assert "bridge" not in said.replace("Stood on the bridge", "")
    assert screen._day_card.writing.editor.hasFocus()
    assert not [one for one in screen.findChildren(QDialog) if one.isVisible()]
    card = screen._day_card.word_note.card
    assert card is not None
    assert nameless(card) == []
    qtbot.mouseClick(card.on_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    write(screen, qtbot, " and went home")
    assert not card.isVisible()
    assert "Holds a word to be careful with." in words(screen)


def test_the_line_says_it_before_the_entry_goes_into_a_report(
    context: Context, store: Store, qtbot: QtBot
) -> None:
    word_list.write(store, "bridge")
    journal.write(store, TODAY, "Stood on the bridge", NOW)
    screen = opened(context, qtbot)
    (switch,) = [one for one in screen.findChildren(QCheckBox) if one.text() == "May go into a report"]
    switch.click()
    assert store.entries.of_day(TODAY)[0].in_report
    assert "Holds a word to be careful with, and may go into a report." in words(screen)
    assert not [one for one in screen.findChildren(QDialog) if one.isVisible()]
    switch.click()
    assert "It is private." in words(screen)


def test_list_and_search_show_such_an_entry_as_any_other(
    context: Context, store: Store, qtbot: QtBot
) -> None:
    journal.write(store, TODAY - 1, "Stood on the bridge", NOW)
    screen = opened(context, qtbot)
    view = screen._list.view
    before = view.grab().toImage()
    word_list.write(store, "bridge")
    screen.refresh()
    qtbot.waitUntil(lambda: view.grab().toImage() == before)
    index = view.model().index(0, 0)
    assert not index.data(MARKS_ROLE)


def test_one_card_on_a_page_is_enough(context: Context, store: Store, qtbot: QtBot) -> None:
    word_list.write(store, "bridge")
    journal.write(store, TODAY, "Stood on the bridge", NOW)
    screen = opened(context, qtbot)
    note = screen._day_card.word_note
    assert note.card is not None and note.card.isVisible()
    screen.care.turned.emit(True)
    assert not note.card.isVisible()
    assert note.line.isVisible()
    screen.care.turned.emit(False)
    assert note.card.isVisible()


def test_a_list_that_changes_is_followed(context: Context, store: Store, qtbot: QtBot) -> None:
    journal.write(store, TODAY, "Stood on the bridge", NOW)
    screen = opened(context, qtbot)
    dialog = WordListDialog(context, screen)
    hold(qtbot, dialog)
    dialog.show()
    qtbot.keyClicks(dialog.words, "bridge")
    dialog.accept()
    assert word_list.read(store) == ("bridge",)
    assert screen._day_card.word_note.isVisible()
    context.undo.undo()
    assert not screen._day_card.word_note.isVisible()


def test_what_is_too_long_is_said_at_the_field(context: Context, store: Store, qtbot: QtBot) -> None:
    dialog = WordListDialog(context)
    hold(qtbot, dialog)
    dialog.show()
    dialog.words.setPlainText("x" * 100)
    dialog._on_settled()
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Up to 50 words of 60 characters fit here." in said
    assert word_list.read(store) == ()
    assert nameless(dialog) == []
    dialog.words.show_text("")
