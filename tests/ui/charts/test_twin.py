"""The table twin says what the charts show, and can be copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from nextrep.ui.charts.twin import TwinTable
from tests.ui.charts.examples import EVENTS, FIRST, mood, sessions, sleep


@pytest.fixture
def table(qtbot: QtBot) -> TwinTable:
    made = TwinTable()
    qtbot.addWidget(made)
    made.show_series(
        (
            sessions(((FIRST, 2.0),)),
            mood(((FIRST, 5.0), (FIRST + 1, 0.0))),
            sleep(((FIRST + 3, 7 + 10 / 60),)),
        )
    )
    made.show()
    return made


def cells(table: TwinTable, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[list[object]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[model.index(row, column).data(role) for column in columns] for row in range(model.rowCount())]


def test_days_stand_newest_first_and_missing_is_not_zero(table: TwinTable) -> None:
    assert cells(table) == [
        ["Thu 3 Sep", "–", "–", "7 h 10 min"],
        ["Tue 1 Sep", "–", "0", "–"],
        ["Mon 31 Aug", "2", "5", "–"],
    ]
    assert cells(table, Qt.ItemDataRole.AccessibleTextRole)[1][1:] == [
        "Sessions not logged",
        "Mood 0",
        "Sleep not logged",
    ]
    heads = [table.model().headerData(i, Qt.Orientation.Horizontal) for i in range(4)]
    assert heads == ["Date", "Sessions a week", "Mood", "Sleep"]


def test_ctrl_c_copies_all_days_for_a_spreadsheet(table: TwinTable, qtbot: QtBot) -> None:
    table.clearSelection()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        (
            "Date\tSessions (a week)\tMood (as it was · daily, 7-day median)"
            "\tSleep (hours asleep · daily, 7-day median)"
        ),
        "2026-09-03\t\t\t7.167",
        "2026-09-01\t\t0\t",
        "2026-08-31\t2\t5\t",
    ]


def test_ctrl_c_copies_only_what_is_selected(table: TwinTable, qtbot: QtBot) -> None:
    table.selectRow(2)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert [line[:10] for line in QGuiApplication.clipboard().text().splitlines()[1:]] == ["2026-08-31"]


def test_events_have_a_column_and_days_of_their_own(table: TwinTable) -> None:
    table.show_series((mood(((FIRST, 5.0),)),), EVENTS)
    assert cells(table) == [
        ["Fri 16 Oct", "–", "Travel: Lisbon ends"],
        ["Sat 10 Oct", "–", "Travel: Lisbon"],
        ["Thu 10 Sep", "–", "Medication started: sertraline, 50 mg"],
        ["Mon 31 Aug", "5", ""],
    ]
    assert table.model().headerData(2, Qt.Orientation.Horizontal) == "Events"
    table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[-1] == "Events"
    assert lines[1].split("\t") == ["2026-10-16", "", "Travel: Lisbon ends"]


def test_a_night_that_is_known_in_part_is_marked(qtbot: QtBot) -> None:
    table = TwinTable()
    qtbot.addWidget(table)
    nights = sleep(((FIRST, 7.0), (FIRST + 1, 6.5)))
    table.show_series((replace(nights, at_most=frozenset({FIRST})),))
    table.show()
    assert [row[1] for row in cells(table)] == ["6 h 30 min", "at most 7 h"]
    assert cells(table, Qt.ItemDataRole.AccessibleTextRole)[1][1] == "Sleep at most 7 h"
