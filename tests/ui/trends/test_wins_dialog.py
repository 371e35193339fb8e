"""The page of small wins names what went well, leads to the words, and says nothing of the rest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nextrep.services import demo, journal
from nextrep.storage.store import Store
from nextrep.ui.trends.wins_dialog import WinsDialog
from nextrep.ui.widgets.buttons import LinkButton
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless
from tests.ui.trends.scene import NOW, TODAY, Opener


def texts(dialog: WinsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible() and label.text()]


def test_what_went_well_is_shown_and_words_are_opened(store: Store, opened: Opener, qtbot: QtBot) -> None:
    demo.fill(store, 14, 1, NOW)
    entry = journal.write(store, TODAY - 3, "The stairs were easy", NOW).value
    journal.star(store, entry.id, starred=True)
    screen = opened(store)
    qtbot.mouseClick(screen.chart_card.small_wins, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(WinsDialog)
    assert dialog is not None
    shown = texts(dialog)
    assert {"You came", "Bests", "Your words"} <= set(shown)
    assert "The stairs were easy" in shown
    assert not any("0 " in text[:2] or "missed" in text for text in shown)
    assert nameless(dialog) == []
    link = next(one for one in dialog.findChildren(LinkButton))
    with qtbot.waitSignal(screen.navigate) as asked:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert asked.args == ["journal", TODAY - 3]


def test_an_empty_page_has_no_comment(store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    context, _reporter = make_context(tmp_path, store, NOW)
    dialog = WinsDialog(context, TODAY - 83, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    assert texts(dialog) == ["Small wins", "31 Aug – 22 Nov 2026 (12 weeks)"]
