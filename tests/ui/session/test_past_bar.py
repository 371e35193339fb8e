"""The bar above the sets of a session of the past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel

from nextrep.services import session
from nextrep.ui.session.past_bar import PastBar
from tests.ui.names import nameless
from tests.ui.session.conftest import MORNING, Hands, did, train

Key = Qt.Key


@pytest.fixture
def bar(hands: Hands, qtbot) -> Iterator[PastBar]:
    """The bar over a session of goblet squats of three days ago, 07:14, 20 minutes."""
    number = train(hands.store, MORNING - timedelta(days=3), "goblet_squat", did(16, 9))
    bar = PastBar(hands.context)
    qtbot.addWidget(bar)
    bar.show_session(hands.store.sessions.get(number))
    bar.resize(1000, 160)
    with qtbot.waitExposed(bar):
        bar.show()
    yield bar
    hands.context.undo.clear()


def kept(hands: Hands):
    return hands.store.sessions.done()[0]


def said(bar: PastBar) -> str:
    return "\n".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def type_in(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def test_it_shows_what_the_session_says(bar: PastBar):
    assert bar.name.text() == "Free session"
    assert bar.day.date() == QDate(2026, 11, 17)
    assert (bar.time.text(), bar.minutes.text()) == ("07:14", "20")
    assert bar.effort.currentText() == "–"
    assert nameless(bar) == []


def test_each_field_is_kept_as_soon_as_it_is_left_and_can_be_taken_back(bar: PastBar, hands: Hands, qtbot):
    heard = []
    bar.changed.connect(heard.append)
    type_in(qtbot, bar.name, "Legs at home")
    type_in(qtbot, bar.time, "1830")
    type_in(qtbot, bar.minutes, "45")
    bar.day.setDate(QDate(2026, 11, 16))
    bar.effort.setCurrentIndex(8)
    bar.effort.activated.emit(8)
    bar.note.setPlainText("Slow and\nsteady")
    bar.note.left.emit()
    found = kept(hands)
    assert (found.title, found.duration_s, found.effort, found.note) == (
        "Legs at home",
        2700,
        7,
        "Slow and\nsteady",
    )
    assert (found.started_at.day, found.started_at.hour, found.started_at.minute) == (16, 18, 30)
    assert heard[-1] == found
    assert len(heard) == 6
    for _ in range(6):
        hands.context.undo.undo()
    assert kept(hands).title == "Free session"
    assert kept(hands).note == ""


def test_what_does_not_fit_is_said_at_its_field_and_not_kept(bar: PastBar, hands: Hands, qtbot):
    before = kept(hands)
    type_in(qtbot, bar.minutes, "3000")
    assert "0 to 1440" in said(bar)
    type_in(qtbot, bar.minutes, "x")
    assert "whole minutes" in said(bar)
    type_in(qtbot, bar.minutes, "20")
    bar.name.selectAll()
    type_in(qtbot, bar.name, "  ")
    assert "1 to 120" in said(bar)
    assert kept(hands) == before
    with qtbot.assertNotEmitted(bar.done):
        hands.click(bar.done_button)
    type_in(qtbot, bar.name, "Legs")
    assert "1 to 120" not in said(bar)
    with qtbot.waitSignal(bar.done):
        hands.click(bar.done_button)
    assert kept(hands).title == "Legs"


def test_a_day_to_come_cannot_be_chosen(bar: PastBar, hands: Hands):
    bar.day.setDate(QDate(2027, 1, 1))
    assert bar.day.date() == QDate(2026, 11, 20)


def test_a_length_can_be_unknown_but_it_began_at_some_time(bar: PastBar, hands: Hands, qtbot):
    for field in (bar.minutes, bar.time):
        field.setFocus()
        field.clear()
        qtbot.keyClick(field, Key.Key_Return)
    assert kept(hands).duration_s is None
    assert bar.time.text() == "07:14"


def test_nothing_is_written_where_nothing_changed(bar: PastBar, hands: Hands, qtbot):
    with qtbot.waitSignal(bar.done):
        hands.click(bar.done_button)
    assert not hands.context.undo.canUndo()


def test_another_session_takes_the_place_of_what_was_typed(bar: PastBar, hands: Hands, qtbot):
    other = train(hands.store, MORNING - timedelta(days=9), "goblet_squat", did(16, 9))
    bar.name.setText("half typed")
    bar.show_session(hands.store.sessions.get(other))
    assert bar.name.text() == "Free session"
    assert bar.day.date() == QDate(2026, 11, 11)
    assert session.recent(hands.store, 1)[0].title == "Free session"
