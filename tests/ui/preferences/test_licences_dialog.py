"""Settings, About: the licences of all parts are there to read and to search, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.ui.preferences.licences_dialog import LicencesDialog
from tests.ui.fixtures_ui import make_context


@pytest.fixture
def dialog(tmp_path: Path, qtbot: QtBot) -> Iterator[LicencesDialog]:
    context, _reporter = make_context(tmp_path)
    made = LicencesDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.text.toPlainText() != "")
    yield made
    context.jobs.shutdown()


def test_the_programs_own_licence_comes_first(dialog: LicencesDialog) -> None:
    assert dialog.licence.text() == "MIT"
    assert "Permission is hereby granted" in dialog.text.toPlainText()


def test_what_is_typed_is_found_in_the_texts_and_marked(dialog: LicencesDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "zetetic")
    assert dialog.found.text() == "1 part"
    assert dialog.licence.text().startswith("zlib")
    assert dialog.text.textCursor().selectedText().casefold() == "zetetic"
    dialog.search.setText("zetetic nowhere-at-all")
    assert (dialog.found.text(), dialog.text.toPlainText()) == ("0 parts", "")
    dialog.search.clear()
    assert dialog.licence.text() == "MIT"


def test_arrows_go_through_the_list_while_the_keyboard_is_in_the_search(
    dialog: LicencesDialog, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().row() == 1
    assert "SIL OPEN FONT LICENSE" in dialog.text.toPlainText()
