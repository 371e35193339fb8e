"""A year in pixels from the Trends screen: other measures, other years, a picture."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nextrep.domain.journal import Rating
from nextrep.services import journal
from nextrep.storage.store import Store
from nextrep.ui.trends.screen import TrendsScreen
from nextrep.ui.trends.year_dialog import YearDialog
from tests.ui.fixtures_ui import make_context
from tests.ui.names import nameless

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    journal.check_in(opened, TODAY - 1, {Rating.MOOD: 70, Rating.ANXIETY: 20}, NOW)
    journal.check_in(opened, date(2025, 3, 4).toordinal(), {Rating.MOOD: 30}, NOW)
    yield opened
    opened.close()


@pytest.fixture
def screen(tmp_path: Path, store: Store, qtbot: QtBot) -> TrendsScreen:
    context, _reporter = make_context(tmp_path, store, NOW)
    screen = TrendsScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.activate()
    return screen


@pytest.fixture
def dialog(screen: TrendsScreen, qtbot: QtBot) -> YearDialog:
    qtbot.mouseClick(screen.chart_card.year, Qt.MouseButton.LeftButton)
    found = screen.findChild(YearDialog)
    assert found is not None
    return found


def test_it_begins_with_this_year_and_goes_back_but_not_beyond_today(
    dialog: YearDialog, qtbot: QtBot
) -> None:
    assert nameless(dialog) == []
    assert not dialog.later.isEnabled()
    dialog.view.move_to(TODAY - 1)
    assert dialog.read_out.text() == "Sat 21 Nov: Mood 7"
    dialog.view.move_to(TODAY - 2)
    assert dialog.read_out.text() == "Fri 20 Nov: not logged"
    qtbot.mouseClick(dialog.earlier, Qt.MouseButton.LeftButton)
    dialog.view.move_to(date(2025, 3, 4).toordinal())
    assert dialog.read_out.text() == "Tue 4 Mar: Mood 3"
    assert dialog.later.isEnabled()


def test_another_measure_and_a_picture(dialog: YearDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.measure.setCurrentIndex(dialog.measure.findText("Anxiety"))
    dialog.measure.activated.emit(dialog.measure.currentIndex())
    dialog.view.move_to(TODAY - 1)
    assert dialog.read_out.text() == "Sat 21 Nov: Anxiety 2"
    qtbot.mouseClick(dialog.save_picture, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    target = tmp_path / "year.png"
    asked.fileSelected.emit(str(target))
    asked.close()
    assert dialog.read_out.text() == f"Saved: {target}"
    assert QImage(str(target)).width() > dialog.view.width()
