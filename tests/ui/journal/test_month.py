"""The month: days in words and colours, and the keys that walk through it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nextrep.services.journal import MonthView
from nextrep.ui.journal.month import MonthCard
from nextrep.ui.journal.month_model import MonthModel, a_month_from, first_of_month, last_of_month
from nextrep.ui.journal.month_paint import SHADES, shade, text_on
from nextrep.ui.theme.contrast import TEXT, ratio
from nextrep.ui.theme.theme import Theme
from nextrep.ui.theme.tokens import load_tokens

TODAY = date(2026, 11, 22).toordinal()
FIRST = date(2026, 11, 1).toordinal()
MARKS = MonthView({TODAY: 60, FIRST: 45}, frozenset({TODAY}), frozenset({TODAY, TODAY - 1}))


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[MonthCard]:
    made = MonthCard()
    qtbot.addWidget(made)
    made.resize(300, 380)
    made.show_month(FIRST, MARKS, TODAY, TODAY)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def _asked(card: MonthCard) -> list[date]:
    asked: list[date] = []
    card.asked.connect(lambda day: asked.append(date.fromordinal(day)))
    return asked


def test_a_day_says_what_is_known_of_it() -> None:
    model = MonthModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_month(FIRST, MARKS, TODAY, TODAY)
    role = Qt.ItemDataRole.AccessibleTextRole

    def words(day: int) -> str:
        return str(model.index_of(day).data(role))

    assert words(TODAY) == "22 November, today, mood 6, trained, written"
    assert words(FIRST) == "1 November, mood 4.5"
    assert words(TODAY + 1) == "23 November, still to come"
    assert not model.index_of(FIRST - 1).isValid()
    assert model.index(0, 0).data() is None
    assert model.index_of(FIRST).column() == 6
    del tester


def test_a_screen_reader_hears_the_days(card: MonthCard) -> None:
    table = QAccessible.queryAccessibleInterface(card.table)
    assert table.role() == QAccessible.Role.Table
    names = [table.child(i).text(QAccessible.Text.Name) for i in range(table.childCount())]
    assert "22 November, today, mood 6, trained, written" in names
    assert "Monday" in names


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 21)),
        (Qt.Key.Key_Right, date(2026, 11, 23)),
        (Qt.Key.Key_Up, date(2026, 11, 15)),
        (Qt.Key.Key_Down, date(2026, 11, 29)),
        (Qt.Key.Key_PageUp, date(2026, 10, 22)),
        (Qt.Key.Key_PageDown, date(2026, 12, 22)),
        (Qt.Key.Key_Home, date(2026, 11, 1)),
        (Qt.Key.Key_End, date(2026, 11, 30)),
    ],
)
def test_keys_walk_through_the_days(card: MonthCard, qtbot: QtBot, key: Qt.Key, day: date) -> None:
    asked = _asked(card)
    qtbot.keyClick(card.table, key)
    assert asked == [day]


def test_a_click_asks_for_the_day_and_tab_leaves_the_month(card: MonthCard, qtbot: QtBot) -> None:
    asked = _asked(card)
    table = card.table
    model = table.model()
    assert isinstance(model, MonthModel)
    for day in (FIRST, TODAY + 1):
        place = table.visualRect(model.index_of(day)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(0, 0)).center()
    )
    assert asked == [date(2026, 11, 1), date(2026, 11, 23)]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not table


def test_every_day_of_six_weeks_is_in_view(card: MonthCard) -> None:
    august = date(2026, 8, 1).toordinal()  # a Saturday: 31 days need six rows
    card.show_month(august, MonthView({}, frozenset(), frozenset()), TODAY, TODAY)
    table = card.table
    model = table.model()
    assert isinstance(model, MonthModel)
    view = table.viewport().rect()
    for day in range(august, august + 31):
        place = table.visualRect(model.index_of(day))
        assert view.contains(place.center()), QDate.fromJulianDay(day)
        assert place.height() >= 30


def test_months_of_different_length() -> None:
    assert date.fromordinal(a_month_from(date(2027, 1, 31).toordinal(), 1)) == date(2027, 2, 28)
    assert date.fromordinal(a_month_from(date(2028, 3, 31).toordinal(), -1)) == date(2028, 2, 29)
    assert date.fromordinal(a_month_from(date(2026, 12, 5).toordinal(), 1)) == date(2027, 1, 5)
    leap = date(2028, 2, 10).toordinal()
    assert last_of_month(leap) - first_of_month(leap) == 28


@pytest.mark.parametrize("name", ["light", "dark"])
def test_figures_stand_out_on_every_shade(name: str) -> None:
    theme = Theme(load_tokens(name), dark=name == "dark")
    shades = [shade(theme, mood) for mood in range(0, 101, 5)]
    assert len(set(shades)) == len(SHADES)
    for colour in shades:
        assert ratio(text_on(theme, colour), colour) >= TEXT
