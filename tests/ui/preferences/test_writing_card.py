"""The language of spelling is chosen among those that the computer has."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from nextrep.services import spelling
from nextrep.services.spelling import NoSpeller
from nextrep.settings.table import SPELLING
from nextrep.ui.preferences.writing_card import WritingCard
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless


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
