"""Any text goes the whole way unchanged, from the editor to the export and back, or is refused and stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from nextrep.domain.entry_search import shown_line
from nextrep.domain.journal import MAX_ENTRY_CHARS
from nextrep.services import entry_search, journal
from nextrep.services.export import export
from nextrep.storage.store import Store
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import make_context

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
TEXTS = {
    "right to left": "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 and back \u202eabc\u202c",
    "emoji": f"{FAMILY} walked \U0001f3c3\U0001f3fd",
    "null bytes": "before\0after \0",
    "control signs": "a\x01\x07\x1b\x7f\x9f\tb",
    "odd blanks": "80\u00a0kg\u202f\u200bx\u2028y",
    "accents apart": "e\u0301 and \u00e9",
    "marks": "# **All** of *it* `x`\n- a\n> b",
    "blanks at the ends": "  x  \n\n",
    "as long as may be": ("A long line of a day. \U0001f642\n" * 10_000)[:MAX_ENTRY_CHARS],
}


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with closing(Store(tmp_path, now=NOW)) as store:
        made, _reporter = make_context(tmp_path, store, NOW)
        yield made
        made.undo.clear()


@pytest.fixture
def screen(context: Context, qtbot: QtBot) -> Iterator[JournalScreen]:
    window = QMainWindow()
    made = JournalScreen(context)
    window.setCentralWidget(made)
    qtbot.addWidget(window)
    window.show()
    made.activate()
    yield made
    window.close()


def paste(screen: JournalScreen, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    screen._day_card.writing.editor.insertFromMimeData(data)


def said(screen: JournalScreen) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_comes_back_as_it_was_pasted(
    screen: JournalScreen, context: Context, tmp_path: Path, text: str
) -> None:
    paste(screen, text)
    screen.deactivate()
    [entry] = journal.entries_of(context.store, TODAY)
    assert entry.text == text
    screen.go_to(TODAY - 1)
    screen.go_to(TODAY)
    editor = screen._day_card.writing.editor
    assert editor.text() == text
    assert not editor.changed()
    row = screen._list.view.model().index(0, 0).data()
    assert row == shown_line(text)[0]
    screen.grab()  # calendar, list and text are painted
    export(context.store, tmp_path / "all.json", "json")
    exported = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [one["text"] for one in exported["entries"]] == [text]
    journal.delete_entry(context.store, entry.id)
    again = journal.write(context.store, TODAY, exported["entries"][0]["text"], NOW)
    assert again.value.text == text


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        (TEXTS["right to left"], "\u0645\u0631\u062d\u0628\u0627"),
        (TEXTS["emoji"], "walked"),
        (TEXTS["emoji"], "\U0001f3c3"),
        (TEXTS["null bytes"], "before"),
        (TEXTS["null bytes"], "after"),
        (TEXTS["control signs"], "a"),
        (TEXTS["accents apart"], "\u00e9"),
        ("met **Mara** again", "mara"),
    ],
)
def test_it_is_found_by_what_is_in_it(context: Context, text: str, typed: str) -> None:
    journal.write(context.store, TODAY, text, NOW)
    assert [entry.text for entry, _mood in entry_search.find(context.store, typed, 10).rows] == [text]


def test_a_megabyte_is_refused_with_its_reason_and_stays_in_the_editor(
    screen: JournalScreen, context: Context
) -> None:
    text = "Many words. " * 90_000
    paste(screen, text)
    screen.deactivate()
    assert journal.entries_of(context.store, TODAY) == ()
    assert "200000 characters" in said(screen)
    assert screen._day_card.writing.editor.text() == text
    screen._day_card.writing.editor.show_text("")


def test_line_ends_of_other_systems_are_ends_of_lines(screen: JournalScreen, context: Context) -> None:
    paste(screen, "a\r\nb\rc")
    screen.deactivate()
    assert [entry.text for entry in journal.entries_of(context.store, TODAY)] == ["a\nb\nc"]
