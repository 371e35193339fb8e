"""Discreet: somebody who looks over the shoulder sees the days of the list, and neither words nor moods."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from nextrep.services import journal
from nextrep.settings.table import DISCREET
from nextrep.ui.journal.entry_list import DISCREET_KEY, EntryListCard
from nextrep.ui.journal.screen import JournalScreen
from nextrep.ui.runtime.context import Context
from tests.ui.journal.conftest import EVENING

TODAY = EVENING.date().toordinal()


def write(context: Context, screen: JournalScreen, *texts: str) -> EntryListCard:
    for text in texts:
        journal.write(context.store, TODAY, text, context.now())
    screen.refresh()
    QTest.mouseMove(screen.window(), QPoint(2, 2))  # wherever an earlier test left it
    QApplication.processEvents()
    return screen._list


def picture(view: QListView, row: int) -> QImage:
    """What is seen of a row, without its lower edge."""
    place = view.visualRect(view.model().index(row, 0))
    size = QRect(place.left(), place.top(), place.width(), place.height() - 1)
    return view.viewport().grab(size).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_two_entries_look_the_same_until_one_has_the_pointer_or_the_keyboard(
    context: Context, screen: JournalScreen, qtbot: QtBot
) -> None:
    card = write(context, screen, "Slept badly and cried.", "ok")
    view = card.view
    view.setCurrentIndex(QModelIndex())  # the entry that is open has another ground
    assert picture(view, 0) != picture(view, 1)
    card.discreet.toggle()
    qtbot.waitUntil(lambda: picture(view, 0) == picture(view, 1))
    veiled = picture(view, 0)
    QTest.mouseMove(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    qtbot.waitUntil(lambda: picture(view, 0) != veiled)
    assert picture(view, 1) == veiled
    view.window().activateWindow()
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.waitUntil(lambda: picture(view, 1) != veiled)


def test_a_day_that_was_rated_looks_like_one_that_was_not(
    context: Context, screen: JournalScreen, qtbot: QtBot
) -> None:
    card = write(context, screen, "The same words.")
    card.discreet.toggle()
    QApplication.sendEvent(card.view.viewport(), QEvent(QEvent.Type.Leave))  # an earlier test's pointer goes
    QApplication.processEvents()
    unrated = picture(card.view, 0)
    for mood in (10, 90):
        journal.rate(context.store, TODAY, {"mood": mood}, context.now())
        screen.refresh()
        qtbot.waitUntil(lambda: picture(card.view, 0) == unrated)


def test_it_stays_on_this_computer_and_has_a_key(
    context: Context, screen: JournalScreen, qtbot: QtBot
) -> None:
    card = write(context, screen, "Something.")
    qtbot.waitUntil(card.isVisible)
    qtbot.keySequence(screen.window(), DISCREET_KEY)
    assert card.discreet.isChecked()
    assert context.settings_machine.get(DISCREET)
    again = EntryListCard(context)
    qtbot.addWidget(again)
    assert again.discreet.isChecked()
    assert again._delegate.discreet
    qtbot.keySequence(screen.window(), DISCREET_KEY)
    assert not context.settings_machine.get(DISCREET)
