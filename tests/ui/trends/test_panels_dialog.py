"""Choosing, ordering and sizing panels, and giving views names, with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nextrep.domain.panels import Panel, PanelKind, PanelSize, PanelView, built_in_views
from nextrep.services import demo, panels, trend_view
from nextrep.storage.store import Store
from nextrep.ui.trends.panels_dialog import PanelsDialog
from nextrep.ui.trends.range_dialog import RangeDialog
from nextrep.ui.trends.screen import TrendsScreen
from tests.ui.names import nameless
from tests.ui.trends.scene import NOW, TODAY

OVERVIEW = built_in_views()[0]
Opener = Callable[[], PanelsDialog]


@pytest.fixture
def store(store: Store) -> Store:
    demo.fill(store, 14, 1, NOW)
    return store


@pytest.fixture
def dialog(screen: TrendsScreen, qtbot: QtBot) -> PanelsDialog:
    qtbot.mouseClick(screen.header.choose, Qt.MouseButton.LeftButton)
    found = screen.findChild(PanelsDialog)
    assert found is not None
    return found


def drawn(screen: TrendsScreen) -> list[str]:
    assert screen.charts is not None
    return [panel.series.key for panel in screen.charts.panels if panel.series]


def test_it_begins_with_the_view_and_everything_has_a_name(dialog: PanelsDialog) -> None:
    assert dialog.title.text() == "Overview"
    assert dialog.chosen.panels == OVERVIEW.panels
    assert nameless(dialog) == []
    dialog.reject()


def test_a_panel_is_found_added_sized_and_moved_with_keys(
    screen: TrendsScreen, dialog: PanelsDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.search, "asleep")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert [panel.of for panel in dialog.chosen.panels] == ["", "", "mood", "anxiety"], (
        "it was there: it goes"
    )
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    up = dialog.chosen.rows[-1].up
    dialog.activateWindow()
    up.setFocus()
    qtbot.keyClick(up, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [panel.of for panel in dialog.chosen.panels] == ["", "", "mood", "tst", "anxiety"]
    assert dialog.chosen.rows[3].up.hasFocus(), "so that it can be moved on"
    box = dialog.chosen.rows[3].size_box
    box.setCurrentIndex(2)
    box.activated.emit(2)
    qtbot.keyClick(dialog.chosen.rows[0].remove, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert drawn(screen) == ["sessions", "rating:mood", "sleep:tst", "rating:anxiety"]
    kept = panels.views(screen.context.store)[0]
    assert kept.title == "", "a built-in name stays in the person's language"
    assert kept.panels[2] == Panel(PanelKind.SLEEP, "tst", PanelSize.LARGE)
    screen.context.undo.undo()
    assert drawn(screen)[0] == "e1rm"


def test_a_new_view_needs_a_name_of_its_own_and_is_shown_at_once(
    screen: TrendsScreen, dialog: PanelsDialog, qtbot: QtBot
) -> None:
    dialog.title.setText("sleep")
    qtbot.mouseClick(dialog.save_new, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "there is a view of that name"
    dialog.title.setText("Evenings")
    qtbot.mouseClick(dialog.save_new, Qt.MouseButton.LeftButton)
    assert screen.header.views.currentText() == "Evenings"
    assert trend_view.chosen(screen.context.store).key == "own_1"


def test_an_own_view_can_be_removed_and_a_built_in_one_put_back(
    screen: TrendsScreen, store: Store, qtbot: QtBot
) -> None:
    panels.save_view(store, PanelView("own_1", "Mine", (Panel(PanelKind.FOCUS),)))
    panels.save_view(store, PanelView(OVERVIEW.key, "", (Panel(PanelKind.FOCUS),)))
    for key, count in (("own_1", len(built_in_views())), (OVERVIEW.key, len(built_in_views()))):
        screen.header.view_chosen.emit(key)
        qtbot.mouseClick(screen.header.choose, Qt.MouseButton.LeftButton)
        found = screen.findChildren(PanelsDialog)[-1]
        qtbot.mouseClick(found.remove, Qt.MouseButton.LeftButton)
        assert len(panels.views(store)) == count
    assert panels.views(store)[0] == OVERVIEW
    assert drawn(screen) == [panel.key for panel in OVERVIEW.panels]


def test_views_are_changed_from_the_box_and_remembered(screen: TrendsScreen, store: Store) -> None:
    box = screen.header.views
    assert [box.itemText(row) for row in range(box.count())] == [
        "Overview", "Strength", "Sleep", "For my clinician",
    ]  # fmt: skip
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert drawn(screen) == ["sleep:tst", "sleep:se", "sleep:sol", "sleep:waso", "sleep:quality"]
    assert not screen.header.exercise.isVisible(), "no panel of it has an exercise"
    assert trend_view.chosen(store).key == "sleep"


def test_any_stretch_of_days_can_be_looked_at(screen: TrendsScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(screen.header.own_range, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(RangeDialog)
    assert dialog is not None
    dialog.first.setDate(dialog.last.date().addDays(-3))
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "three days are no stretch"
    dialog.first.setDate(dialog.last.date().addDays(-19))
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert screen.charts is not None
    assert (screen.charts.span.first, screen.charts.span.last) == (TODAY - 19, TODAY)
    assert screen.header.own_range.isChecked()
    qtbot.mouseClick(screen.header.earlier, Qt.MouseButton.LeftButton)
    assert (screen.charts.span.first, screen.charts.span.last) == (TODAY - 39, TODAY - 20)
    assert screen.header.later.isEnabled()
