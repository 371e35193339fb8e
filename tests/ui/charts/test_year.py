"""A year in pixels: every day has its cell, an empty day is clearly empty, keys read it out."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.domain.series import Points
from nextrep.domain.year_pixels import LEAST_DEPTH, year_pixels
from nextrep.ui.charts.year import YearView
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from tests.ui.charts.examples import mood

NEW_YEAR = date(2026, 1, 1).toordinal()
TODAY = date(2026, 11, 22).toordinal()
POINTS: Points = ((NEW_YEAR - 1, 9.0), (NEW_YEAR, 0.0), (NEW_YEAR + 1, 10.0), (NEW_YEAR + 58, 5.0))


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> YearView:
    apply_theme(qapp, "light")
    made = YearView()
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show_year(year_pixels(mood(POINTS), 2026, TODAY))
    made.show()
    return made


def test_a_year_says_how_much_of_it_is_logged() -> None:
    year = year_pixels(mood(POINTS), 2026, TODAY)
    assert year.summary() == "Mood in 2026: 3 of 326 days. Median 5, from 0 to 10."
    assert year.day_text(NEW_YEAR) == "Thu 1 Jan: Mood 0"
    assert year.day_text(NEW_YEAR + 2) == "Sat 3 Jan: not logged"
    assert year.legend() == "stronger colour is higher, higher is better"
    assert year_pixels(mood(()), 2025, TODAY).summary() == "Mood in 2025: 0 of 365 days."


def test_the_lowest_value_has_colour_and_an_empty_day_has_none(view: YearView) -> None:
    year = year_pixels(mood(POINTS), 2026, TODAY)
    assert year.depth(0.0) == LEAST_DEPTH
    assert year.depth(10.0) == 1
    image, surface = view.grab().toImage(), current_theme().color("surface")
    background = view.palette().color(view.backgroundRole()).name()

    def inside(day: int) -> str:
        corner = view.cell(day).topLeft()
        return image.pixelColor(round(corner.x()) + 4, round(corner.y()) + 4).name()

    assert inside(NEW_YEAR) == view.color_of(0.0).name() != surface.name()
    assert inside(NEW_YEAR + 1) == current_theme().color("mood").name()
    assert inside(NEW_YEAR + 2) == background
    assert inside(TODAY + 1) == background


def test_keys_go_from_day_to_day_and_from_month_to_month(view: YearView, qtbot: QtBot) -> None:
    said: list[str] = []
    view.readOut.connect(said.append)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.day == TODAY
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert said[-1] == "Fri 2 Jan: Mood 10"
    assert view.accessibleDescription() == said[-1]
    view.move_to(date(2026, 1, 31).toordinal())
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.day == date(2026, 2, 28).toordinal()
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.day == TODAY
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.day is None
    assert view.accessibleDescription().startswith("Mood in 2026")


def test_pointing_reads_out_a_day_and_nothing_where_there_is_none(view: YearView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, view.cell(NEW_YEAR + 58).center().toPoint())
    assert view.text() == "Sat 28 Feb: Mood 5"
    beside = view.cell(NEW_YEAR + 58).center().toPoint() + QPoint(round(view.cell(NEW_YEAR).width()), 0)
    qtbot.mouseMove(view, beside)
    assert view.text() == "", "there is no 29 February in 2026"


def test_another_year_puts_the_cursor_away(view: YearView) -> None:
    view.move_to(NEW_YEAR)
    view.show_year(year_pixels(mood(POINTS), 2025, TODAY))
    assert view.day is None
