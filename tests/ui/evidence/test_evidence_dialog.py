"""What is known: by keyboard, read out, copied, in every size, from its doors."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nextrep.domain.evidence import Tier
from nextrep.domain.evidence_words import claim_lines, source_text, tier_title
from nextrep.resources.evidence import load_claims
from nextrep.ui.evidence.dialog import EvidenceDialog
from nextrep.ui.evidence.door import open_evidence
from nextrep.ui.preferences.about_card import AboutCard
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.widgets.card import Card
from tests.ui.holding import hold
from tests.ui.names import nameless

Key = Qt.Key
Made = Callable[..., EvidenceDialog]


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication) -> Iterator[Made]:
    apply_theme(qapp, "light")

    def make(width: int = 1280, height: int = 800) -> EvidenceDialog:
        window = QWidget()
        hold(qtbot, window)
        window.resize(width, height)
        window.show()
        dialog = open_evidence(window)
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield make
    apply_theme(qapp, "light")


@pytest.fixture
def dialog(made: Made) -> EvidenceDialog:
    return made()


def _seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_every_claim_stands_in_its_section_best_supported_first(dialog: EvidenceDialog) -> None:
    cards = dialog.page.findChildren(Card)
    assert [card.title.text() for card in cards if card.title] == [tier_title(tier) for tier in Tier]
    for card, tier in zip(cards, Tier, strict=True):
        inside = [entry.claim for entry in dialog.entries if card.isAncestorOf(entry)]
        assert inside == [claim for claim in load_claims() if claim.tier is tier]
    assert len(dialog.entries) == len(load_claims())


def test_it_says_first_that_averages_are_averages(dialog: EvidenceDialog) -> None:
    said = " ".join(_seen(dialog))
    assert "your own result can differ" in said
    assert "promise" in said


def test_at_first_the_claims_alone_are_there_and_one_key_unfolds_one(dialog, qtbot: QtBot) -> None:
    first = dialog.entries[0]
    assert dialog.focusWidget() is dialog.help.button
    qtbot.keyClick(dialog.help.button, Key.Key_Down)
    assert dialog.focusWidget() is first.button
    assert _seen(first) == []
    for key, unfolded in (
        (Key.Key_Return, True),
        (Key.Key_Return, False),
        (Key.Key_Space, True),
        (Key.Key_Left, False),
        (Key.Key_Left, False),
        (Key.Key_Right, True),
        (Key.Key_Right, True),
    ):
        qtbot.keyClick(first.button, key)
        assert first.button.unfolded is unfolded
    seen = _seen(first)
    for title, text in claim_lines(first.claim):
        assert title in seen
        assert text in seen
    assert "1,877 people" in " ".join(seen)
    assert _seen(dialog.entries[1]) == []


def test_up_and_down_go_from_claim_to_claim_and_stay_in_view(dialog, qtbot: QtBot) -> None:
    for entry in dialog.entries:
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Down)
        assert dialog.focusWidget() is entry.button
        top = entry.button.mapTo(dialog.page.viewport(), entry.button.rect().topLeft()).y()
        assert 0 <= top <= dialog.page.viewport().height() - entry.button.height()
    last = dialog.focusWidget()
    qtbot.keyClick(last, Key.Key_Down)
    assert dialog.focusWidget() is last
    qtbot.keyClick(last, Key.Key_Up)
    assert dialog.focusWidget() is dialog.entries[-2].button
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Home)
    assert dialog.page.verticalScrollBar().value() == 0
    qtbot.keyClick(dialog.focusWidget(), Key.Key_PageDown)
    assert dialog.page.verticalScrollBar().value() > 0


def test_how_to_read_the_figures_unfolds_too(dialog, qtbot: QtBot) -> None:
    assert _seen(dialog.help) == []
    qtbot.keyClick(dialog.help.button, Key.Key_Return)
    assert "by convention about 0.2 is called small" in " ".join(_seen(dialog.help))


def test_all_unfold_and_fold_with_one_link(dialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.unfold_button, Qt.MouseButton.LeftButton)
    assert all(entry.button.unfolded for entry in dialog.entries)
    assert dialog.unfold_button.text() == "Fold all"
    qtbot.mouseClick(dialog.entries[3].button, Qt.MouseButton.LeftButton)
    assert dialog.unfold_button.text() == "Unfold all"
    dialog.entries[3].button.click()
    dialog.unfold_button.click()
    assert not any(entry.button.unfolded for entry in dialog.entries)


def test_the_source_is_copied_by_keyboard_and_it_says_so(dialog, qtbot: QtBot) -> None:
    entry = dialog.entries[0]
    entry.button.setFocus()
    qtbot.keyClick(entry.button, Key.Key_Return)
    QApplication.processEvents()
    qtbot.keyClick(entry.button, Key.Key_Tab)
    assert dialog.focusWidget() is entry.copy_button
    qtbot.keyClick(entry.copy_button, Key.Key_Return)
    assert (
        QGuiApplication.clipboard().text()
        == source_text(entry.claim)
        == "Gordon 2018, JAMA Psychiatry 75:566"
    )
    assert dialog.status.text() == "The source is on the clipboard."
    qtbot.keyClick(entry.copy_button, Key.Key_Down)
    assert dialog.focusWidget() is dialog.entries[1].button
    QGuiApplication.clipboard().clear()


def test_a_screen_reader_hears_the_claim_and_what_it_unfolds(dialog, qtbot: QtBot) -> None:
    dialog.unfold_button.click()
    assert nameless(dialog) == []
    entry = dialog.entries[0]
    heard = QAccessible.queryAccessibleInterface(entry.button)
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == entry.claim.claim
    assert "How large: d 0.66" in heard.text(QAccessible.Text.Description)
    entry.button.click()
    assert "folded" in heard.text(QAccessible.Text.Description)
    assert "0.66" not in heard.text(QAccessible.Text.Description)
    assert entry.claim.claim in entry.copy_button.accessibleDescription()


@pytest.mark.parametrize(
    ("theme", "scale", "size"), [("light", 1.0, (1024, 640)), ("dark", 2.0, (1024, 640))]
)
def test_nothing_is_cut_or_wider_than_the_window(made: Made, qapp, theme, scale, size) -> None:
    apply_theme(qapp, theme, scale)
    dialog = made(*size)
    dialog.unfold_button.click()
    QApplication.processEvents()
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    assert dialog.page.page.width() <= dialog.page.viewport().width()
    for entry in dialog.entries:
        assert entry.button.height() >= max(44, entry.button.heightForWidth(entry.button.width()))
        for label in entry.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_escape_puts_it_away(dialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.focusWidget(), Key.Key_Escape)
    assert not dialog.isVisible()


def test_settings_about_opens_it(qtbot: QtBot, qapp) -> None:
    apply_theme(qapp, "light")
    card = AboutCard()
    hold(qtbot, card)
    card.show()
    qtbot.mouseClick(card.evidence_button, Qt.MouseButton.LeftButton)
    (opened,) = card.findChildren(EvidenceDialog)
    assert opened.isVisible()
    opened.close()
