"""The language of spelling is chosen among those that the computer has."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nextrep.services import spelling
from nextrep.services.spelling import NoSpeller
from nextrep.settings.table import SPELLING
from nextrep.storage.store import Store
from nextrep.ui.preferences.own_words_dialog import OwnWordsDialog
from nextrep.ui.preferences.writing_card import WritingCard
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


class TwoLanguages(NoSpeller):
    def languages(self) -> tuple[str, ...]:
        return ("de_DE", "en_GB")


def options(card: WritingCard) -> list[str]:
    return [card.language.itemText(row) for row in range(card.language.count())]


def test_what_the_computer_has_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(spelling, "installed", TwoLanguages)
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_AT"))
    context, _reporter = make_context(tmp_path)
    card = WritingCard(context)
    qtbot.addWidget(card)
    card.refresh()
    assert options(card) == [
        "Off", "This computer's language (German (Germany))", "German (Germany)", "English (United Kingdom)",
    ]  # fmt: skip
    assert card.language.currentText().startswith("This computer")
    card.language.setCurrentText("English (United Kingdom)")
    assert context.settings_machine.get(SPELLING) == "en_GB"
    card.language.setCurrentText("Off")
    assert context.settings_machine.get(SPELLING) == "off"
    assert nameless(card) == []


def test_a_computer_without_dictionaries_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(spelling, "installed", NoSpeller)
    context, _reporter = make_context(tmp_path)
    card = WritingCard(context)
    qtbot.addWidget(card)
    card.refresh()
    assert options(card) == ["Off"]
    assert not card.language.isEnabled()
    assert "no dictionaries" in card._line.text()
    assert context.settings_machine.get(SPELLING) == "auto"


def test_my_words_can_be_seen_written_and_taken_back(tmp_path: Path, qtbot: QtBot) -> None:
    with closing(Store(tmp_path / "profile", now=NOW)) as store:
        context, _reporter = make_context(tmp_path, store, NOW)
        spelling.add_own_word(store, "Sertraline")
        card = WritingCard(context)
        hold(qtbot, card)
        card.show()
        qtbot.mouseClick(card.words_button, Qt.MouseButton.LeftButton)
        dialog = card.findChild(OwnWordsDialog)
        assert dialog is not None
        assert dialog.words.toPlainText() == "Sertraline"
        assert nameless(dialog) == []
        dialog.words.setPlainText("Sertraline\nMara\nMara")
        dialog.close_button.click()
        assert spelling.own_words(store) == ("Sertraline", "Mara")
        context.undo.undo()
        assert spelling.own_words(store) == ("Sertraline",)
        context.undo.clear()


def test_a_word_that_is_too_long_is_said_and_nothing_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    with closing(Store(tmp_path / "profile", now=NOW)) as store:
        context, _reporter = make_context(tmp_path, store, NOW)
        dialog = OwnWordsDialog(context)
        hold(qtbot, dialog)
        dialog.words.setPlainText("a" * 41)
        dialog.words.left.emit()
        labels = [label.text() for label in dialog.findChildren(QLabel)]
        assert "Up to 5000 words of 40 letters fit here." in labels
        assert spelling.own_words(store) == ()
        dialog.words.setPlainText("")
