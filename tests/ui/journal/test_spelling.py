"""Words that the dictionary does not know are underlined, and can be mended or kept as one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from nextrep.services import journal, spelling
from nextrep.settings.table import SPELLING
from nextrep.storage.store import Store
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.journal.spell_marks import SpellMarks
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import make_context

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()


class FakeSpeller:
    """Knows a few words of two languages, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def languages(self) -> tuple[str, ...]:
        return ("de_DE", "en_GB")

    def unknown(self, language: str, words: Iterable[str]) -> set[str]:
        words = tuple(words)
        self.asked.append(words)
        right = {"en_GB": {"slept", "well", "the", "Slept"}, "de_DE": {"schlief"}}[language]
        return {*words} - right

    def suggestions(self, _language: str, word: str) -> tuple[str, ...]:
        return ("slept", "steps") if word == "slpet" else ()


@pytest.fixture
def speller(monkeypatch: pytest.MonkeyPatch) -> FakeSpeller:
    fake = FakeSpeller()
    monkeypatch.setattr(spelling, "installed", lambda: fake)
    return fake


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with closing(Store(tmp_path, now=NOW)) as store:
        made, _reporter = make_context(tmp_path, store, NOW)
        made.settings_machine.put(SPELLING, "en_GB")
        yield made
        made.undo.clear()


@pytest.fixture
def screen(context: Context, speller: FakeSpeller, qtbot: QtBot) -> Iterator[JournalScreen]:
    journal.write(context.store, TODAY, "slpet the **wel**\nMara 🙂 slpet", NOW)
    window = QMainWindow()
    made = JournalScreen(context)
    window.setCentralWidget(made)
    qtbot.addWidget(window)
    window.show()
    made.activate()
    yield made
    window.close()


def underlined(screen: JournalScreen) -> list[str]:
    document, found = screen._day_card.writing.editor.document(), []
    block = document.begin()
    while block.isValid():
        for part in block.layout().formats():
            if part.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:
                cursor = QTextCursor(document)
                cursor.setPosition(block.position() + part.start)
                cursor.setPosition(
                    block.position() + part.start + part.length, QTextCursor.MoveMode.KeepAnchor
                )
                found.append(cursor.selectedText())
        block = block.next()
    return found


def settle(screen: JournalScreen, qtbot: QtBot, words: list[str]) -> None:
    screen._day_card.writing._spelling.look_up()
    qtbot.waitUntil(lambda: underlined(screen) == words)


def menu_at(screen: JournalScreen, place: int) -> QMenu:
    editor = screen._day_card.writing.editor
    cursor = editor.textCursor()
    cursor.setPosition(place)
    menu = QMenu(editor)
    menu.addAction("Copy")
    editor._spell_menu.fill(menu, cursor)
    return menu


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible() and action.text()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_unknown_words_are_underlined_once_they_were_looked_up(
    screen: JournalScreen, speller: FakeSpeller, qtbot: QtBot
) -> None:
    assert underlined(screen) == []
    settle(screen, qtbot, ["slpet", "wel", "Mara", "slpet"])
    assert sorted(speller.asked[0]) == ["Mara", "slpet", "the", "wel"]
    assert screen._day_card.writing.editor.text() == "slpet the **wel**\nMara 🙂 slpet"
    assert not screen._day_card.writing.editor.document().isUndoAvailable()


def test_a_suggestion_replaces_the_word_and_can_be_undone(screen: JournalScreen, qtbot: QtBot) -> None:
    settle(screen, qtbot, ["slpet", "wel", "Mara", "slpet"])
    menu = menu_at(screen, 28)
    assert words_of(menu) == ["slept", "steps", "Add to my words", "Copy"]
    choose(menu, "slept")
    editor = screen._day_card.writing.editor
    assert editor.text().endswith("Mara 🙂 slept")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text().endswith("Mara 🙂 slpet")
    assert words_of(menu_at(screen, 6)) == ["Copy"]  # a right word
    assert words_of(menu_at(screen, 19)) == ["No suggestion", "Add to my words", "Copy"]


def test_a_word_becomes_ones_own_until_it_is_taken_out_or_undone(
    screen: JournalScreen, context: Context, qtbot: QtBot
) -> None:
    settle(screen, qtbot, ["slpet", "wel", "Mara", "slpet"])
    choose(menu_at(screen, 20), "Add to my words")
    qtbot.waitUntil(lambda: underlined(screen) == ["slpet", "wel", "slpet"])
    assert words_of(menu_at(screen, 20)) == ["Take out of my words", "Copy"]
    context.undo.undo()
    qtbot.waitUntil(lambda: underlined(screen) == ["slpet", "wel", "Mara", "slpet"])
    assert spelling.own_words(context.store) == ()


def test_another_language_and_off(screen: JournalScreen, context: Context, qtbot: QtBot) -> None:
    settle(screen, qtbot, ["slpet", "wel", "Mara", "slpet"])
    context.settings_machine.put(SPELLING, "off")
    screen.activate()
    qtbot.waitUntil(lambda: underlined(screen) == [])
    assert words_of(menu_at(screen, 0)) == ["Copy"]
    context.settings_machine.put(SPELLING, "de_DE")
    screen.activate()
    qtbot.waitUntil(lambda: not screen._day_card.writing.editor._highlighter._turn.isActive())
    settle(screen, qtbot, ["slpet", "the", "wel", "Mara", "slpet"])


def test_an_answer_for_another_language_is_not_taken(context: Context, speller: FakeSpeller) -> None:
    marks = SpellMarks(context.jobs, spelling.installed)
    marks.use("en_GB", ())
    marks.wrong_in("slpet", ())
    marks.use("de_DE", ())
    marks.look_up()
    assert speller.asked == []
    assert marks.wrong_in("slpet", ()) == ([], True)
    marks.look_up()
    assert marks.wrong_in("slpet", ()) == ([(0, 5)], False)
