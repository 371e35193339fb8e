"""What is said below the charts, grouping, two periods side by side, and a drawing that stays sharp."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.panels import Panel, PanelKind, PanelView
from nextrep.domain.series import Bin
from nextrep.services import demo, panels
from nextrep.storage.store import Store
from nextrep.ui.trends.comparing import Comparison
from nextrep.ui.trends.screen import TrendsScreen
from tests.ui.names import nameless
from tests.ui.trends.scene import NOW, TODAY


@pytest.fixture
def store(store: Store) -> Store:
    demo.fill(store, 30, 1, NOW)
    return store


def said(screen: TrendsScreen) -> str:
    return "\n".join(label.text() for label in screen.findings.findChildren(QLabel) if not label.isHidden())


def test_each_outcome_says_its_data_first_and_its_limits_beside_it(
    screen: TrendsScreen, qtbot: QtBot
) -> None:
    titles = [chip.text() for chip in screen.findings.chips]
    assert titles[:2] == ["Mood (higher is better)", "Anxiety (lower is better)"]
    assert titles[2] in {"Sleep efficiency (higher is better)", "Sleep quality (higher is better)"}
    assert "of 84 days" in said(screen)
    assert "not why" in said(screen)
    qtbot.mouseClick(screen.findings.chips[1], Qt.MouseButton.LeftButton)
    assert "Anxiety (lower is better)" in said(screen)
    assert screen.findings.chips[1].isChecked()
    assert nameless(screen.findings) == []


def test_no_sentence_names_a_cause_or_a_p_value(screen: TrendsScreen) -> None:
    text = screen.findings.text()
    wrong = r"\b(because|causes?|due to|thanks to|improve[sd]?|leads? to|significant|p\s*[<=])\b"
    assert not re.search(wrong, text, re.IGNORECASE)


def test_what_was_put_into_the_view_afterwards_is_labelled_so(
    screen: TrendsScreen, store: Store, qtbot: QtBot
) -> None:
    panels.save_view(store, PanelView("own_1", "Mine", (Panel(PanelKind.RATING, "energy"),)))
    screen.header.view_chosen.emit("own_1")
    chip = next(one for one in screen.findings.chips if one.text().startswith("Energy"))
    assert "Chosen after looking" not in said(screen)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert "Chosen after looking" in said(screen)


def test_all_that_is_said_can_be_copied(screen: TrendsScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(screen.findings.copy, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert all(chip.text() in text for chip in screen.findings.chips)


def test_values_are_grouped_by_week_with_their_middle_half(screen: TrendsScreen) -> None:
    screen.header.bins.setCurrentIndex(1)
    screen.header.bins.activated.emit(1)
    assert screen.charts is not None
    mood = next(panel.series for panel in screen.charts.panels if panel.series.key == "rating:mood")
    assert mood.bin is Bin.WEEK
    assert 0 < len(mood.spread) <= 12
    assert "middle half" in screen.chart_card.read_out.text()


def test_two_periods_stand_on_the_same_scales(screen: TrendsScreen) -> None:
    box = screen.header.comparison
    box.setCurrentIndex(box.findData(Comparison.BEFORE))
    box.activated.emit(box.currentIndex())
    pair = screen.chart_card.pair
    assert pair is not None
    assert pair.isVisible()
    assert (pair.earlier.span.first, pair.earlier.span.last) == (TODAY - 167, TODAY - 84)
    assert (pair.later.span.first, pair.later.span.last) == (TODAY - 83, TODAY)
    ends = [
        [(one.series.low, one.series.high) for one in charts.panels] for charts in (pair.earlier, pair.later)
    ]
    assert ends[0] == ends[1]
    assert None not in ends[0][0]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert screen.chart_card.pair is None
    assert screen.charts is not None
    assert screen.charts.isVisible()


def test_a_drawing_is_saved_as_text_and_lines(screen: TrendsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.mouseClick(screen.chart_card.save_picture, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "chart.svg"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    words = " ".join(ET.fromstring(target.read_text("utf-8")).itertext())
    assert "Trends, 31 Aug – 22 Nov 2026 (12 weeks)" in words
    assert "INVENTED DATA" in words


def test_two_periods_are_saved_as_one_drawing(screen: TrendsScreen, qtbot: QtBot, tmp_path: Path) -> None:
    box = screen.header.comparison
    box.setCurrentIndex(box.findData(Comparison.BEFORE))
    box.activated.emit(box.currentIndex())
    qtbot.mouseClick(screen.chart_card.save_picture, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    assert any("*.svg" in kind for kind in dialog.nameFilters())
    target = tmp_path / "two.svg"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    words = ["".join(one.itertext()) for one in ET.fromstring(target.read_text("utf-8")).iter()]
    assert words.count("Mood") == 2
    assert {"8 Jun – 30 Aug 2026 (12 weeks)", "31 Aug – 22 Nov 2026 (12 weeks)"} <= set(words)


def test_two_periods_are_looked_at_together(screen: TrendsScreen) -> None:
    box = screen.header.comparison
    box.setCurrentIndex(box.findData(Comparison.BEFORE))
    box.activated.emit(box.currentIndex())
    pair = screen.chart_card.pair
    assert pair is not None
    pair.later.zoom(0.5, TODAY)
    pair.later.pan(-7)
    assert pair.later.span is not None
    assert pair.earlier.span is not None
    assert pair.earlier.span.days == pair.later.span.days < 84
    assert pair.later.span.low - pair.earlier.span.low == 84


def test_two_periods_are_named_in_the_table_and_in_the_picture(screen: TrendsScreen, qtbot: QtBot) -> None:
    box = screen.header.comparison
    box.setCurrentIndex(box.findData(Comparison.BEFORE))
    box.activated.emit(box.currentIndex())
    qtbot.mouseClick(screen.chart_card.as_table, Qt.MouseButton.LeftButton)
    model = screen.chart_card.table.model()
    heads = [
        model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for at in range(model.columnCount())
    ]
    assert any("Mood" in head and "31 Aug – 22 Nov" in head for head in heads)
    assert any("Mood" in head and "8 Jun – 30 Aug" in head for head in heads)


def test_the_whole_view_can_be_read_out(screen: TrendsScreen) -> None:
    said = screen.chart_card.accessibleDescription()
    assert all(name in said for name in ("Strength", "Sessions", "Mood", "Anxiety", "Sleep"))
