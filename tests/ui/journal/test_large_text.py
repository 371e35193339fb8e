"""The journal with text of twice the size in a window 1024 wide: nothing is wider than what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nextrep.resources.evidence import load_claims
from nextrep.services import demo
from nextrep.storage.store import Store
from nextrep.ui.evidence.dialog import EvidenceDialog
from nextrep.ui.journal.events_dialog import EventsDialog
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.measures.dialog import AskDialog
from nextrep.ui.preferences.own_words_dialog import OwnWordsDialog
from nextrep.ui.questionnaires.dialog import QuestionnairesDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.word_list_dialog import WordListDialog
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.today.screen import TodayScreen
from nextrep.ui.widgets.page import ScrollPage
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))
WIDE, HIGH = 1024, 640


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=NOW)
    demo.fill(store, 20, 1, NOW)
    apply_theme(qapp, "light", 2.0)
    made, _reporter = make_context(tmp_path, store, NOW)
    yield made
    made.undo.clear()
    store.close()
    apply_theme(qapp, "light")


def _made(kind: str, context: Context) -> QWidget:
    if kind == "journal":
        return JournalScreen(context)
    if kind == "today":
        return TodayScreen(context)
    if kind == "events":
        return EventsDialog(context, NOW.date().toordinal())
    if kind == "evidence":
        return EvidenceDialog(load_claims())
    dialogs = {
        "ask": AskDialog,
        "my words": OwnWordsDialog,
        "careful words": WordListDialog,
        "questionnaires": QuestionnairesDialog,
    }
    return dialogs[kind](context)


@pytest.mark.parametrize(
    "kind",
    ["journal", "today", "events", "evidence", "ask", "my words", "careful words", "questionnaires"],
)
def test_no_page_is_wider_than_the_window(kind: str, context: Context, qtbot: QtBot) -> None:
    shown = _made(kind, context)
    hold(qtbot, shown)
    shown.resize(WIDE, HIGH)
    shown.show()
    if isinstance(shown, JournalScreen | TodayScreen):
        shown.activate()
    QApplication.processEvents()
    assert shown.width() <= WIDE
    for page in shown.findChildren(ScrollPage):
        if page.isVisible():
            assert page.page.width() <= page.viewport().width()
