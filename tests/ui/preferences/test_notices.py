"""What licences ask to be said stands in About, in the same words as in docs/licences.md."""

from __future__ import annotations

from pathlib import Path

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
