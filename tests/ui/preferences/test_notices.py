"""What licences ask to be said stands in About, in the same words as in docs/licences.md."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nextrep.ui.preferences.about_card import AboutCard


def test_the_notice_of_loinc_and_the_owners_of_questionnaires_are_named(repo: Path, qtbot: QtBot) -> None:
    card = AboutCard()
    qtbot.addWidget(card)
    said = [label.text() for label in card.findChildren(QLabel)]
    (notice,) = [text for text in said if text.startswith("This material contains content from LOINC")]
    assert notice in " ".join((repo / "docs/licences.md").read_text(encoding="utf-8").split())
    assert any("© Pfizer Inc." in text and "World Health Organization" in text for text in said)


def test_qt_and_its_version_are_named_as_its_licence_asks(qtbot: QtBot) -> None:
    card = AboutCard()
    qtbot.addWidget(card)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert any(f"Qt {qVersion()}" in text and "LGPL 3" in text and "replace" in text for text in said)
