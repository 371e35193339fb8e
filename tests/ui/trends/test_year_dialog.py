"""A year in pixels from the Trends screen: other measures, other years, a picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

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
from tests.ui.names import nameless
from tests.ui.trends.scene import NOW, TODAY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def store(store: Store) -> Store:
    journal.check_in(store, TODAY - 1, {Rating.MOOD: 70, Rating.ANXIETY: 20}, NOW)
    journal.check_in(store, date(2025, 3, 4).toordinal(), {Rating.MOOD: 30}, NOW)
    return store


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


def saved(dialog: YearDialog, qtbot: QtBot, target: Path) -> Path:
    qtbot.mouseClick(dialog.save_picture, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(target))
    asked.close()
    assert dialog.read_out.text() == f"Saved: {target}"
    return target


def test_another_measure_and_a_picture(dialog: YearDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.measure.setCurrentIndex(dialog.measure.findText("Anxiety"))
    dialog.measure.activated.emit(dialog.measure.currentIndex())
    dialog.view.move_to(TODAY - 1)
    assert dialog.read_out.text() == "Sat 21 Nov: Anxiety 2"
    target = saved(dialog, qtbot, tmp_path / "year.png")
    assert QImage(str(target)).width() > dialog.view.width()


def test_a_drawing_has_a_cell_for_each_day_and_colour_only_where_something_is_logged(
    dialog: YearDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    root = ET.fromstring(saved(dialog, qtbot, tmp_path / "year.svg").read_text("utf-8"))
    cells = [one for one in root.iter(f"{SVG}rect") if one.get("width") in {"27", "26"}]
    filled = [one for one in cells if one.get("fill") != "none"]
    assert len(cells) == NOW.timetuple().tm_yday
    assert len(filled) == 1
    words = " ".join(root.itertext())
    assert "Mood, 2026" in words
    assert "Mood in 2026: 1 of 326 days" in words
