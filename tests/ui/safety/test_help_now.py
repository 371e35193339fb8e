"""Help now: one click, one key, from every screen and dialog, with and without a profile (4.1.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from nextrep.domain.errors import KnownError
from nextrep.domain.hard_days import PlanPart
from nextrep.services import hard_days, safety
from nextrep.ui.safety.help_dialog import HelpDialog
from nextrep.ui.screens import SCREENS
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.theme.apply import apply_theme
from tests.ui.holding import hold
from tests.ui.names import nameless
from tests.ui.safety.conftest import said

F12 = Qt.Key.Key_F12


@pytest.fixture
def window(context, qtbot: QtBot) -> MainWindow:
    return _window(context, qtbot)


def _window(context, qtbot: QtBot) -> MainWindow:
    window = MainWindow(context)
    hold(qtbot, window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _help(window) -> list[HelpDialog]:
    return [one for one in window.findChildren(HelpDialog) if one.isVisible()]


@pytest.mark.parametrize("spec", SCREENS, ids=lambda spec: spec.key)
def test_it_is_one_key_and_one_click_away_from_every_screen(window, qtbot, spec) -> None:
    window.show_screen(spec.key)
    focus = QApplication.focusWidget() or window
    qtbot.keyClick(focus, F12)
    (dialog,) = _help(window)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert _help(window) == []
    assert window.status.help_button.isVisible()
    qtbot.mouseClick(window.status.help_button, Qt.MouseButton.LeftButton)
    (dialog,) = _help(window)
    assert window.current == spec.key
    dialog.close()


def test_it_opens_from_a_dialog_that_blocks_the_window(window, qtbot) -> None:
    window.show_screen("today")
    blocking = QDialog(window)
    field = QLineEdit()
    QVBoxLayout(blocking).addWidget(field)
    blocking.open()
    qtbot.waitUntil(blocking.isActiveWindow)
    qtbot.keyClick(field, F12)
    (dialog,) = _help(blocking)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.close_button.isEnabled()
    qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert _help(blocking) == []
    blocking.close()


def test_asked_for_twice_it_is_still_one(window, qtbot) -> None:
    window.show_screen("today")
    first = window.help.open()
    assert window.help.open() is first
    assert len(_help(window)) == 1
    first.close()


def test_the_menu_has_it_where_the_bar_is_narrow(window, qtbot, qapp) -> None:
    window.show_screen("today")
    apply_theme(qapp, "light", 2.0)
    window.resize(1024, 640)
    qtbot.waitUntil(window.nav.more.isVisible)
    (entry,) = [action for action in window.nav._menu.actions() if action.data() == "help"]
    entry.trigger()
    (dialog,) = _help(window)
    dialog.close()


def test_it_works_before_a_profile_is_open(context, qtbot) -> None:
    window = _window(replace(context, store=None), qtbot)
    qtbot.keyClick(window, F12)
    (dialog,) = _help(window)
    assert "Call the emergency number where you are." in said(dialog)
    assert not dialog.change_button.isVisible()
    assert not dialog.plan_button.isVisible()
    assert "Choose a country" not in said(dialog)
    dialog.close()


def test_it_works_where_the_profile_cannot_be_read(window, qtbot, monkeypatch) -> None:
    def broken(_store: object) -> None:
        raise KnownError("gone", safe="", next_step="")

    window.show_screen("today")
    monkeypatch.setattr(safety, "view", broken)
    assert "Call the emergency number" in said(window.help.open())
    window.help.open().close()


def test_it_is_given_what_it_shows_and_needs_no_store(qtbot, context, store) -> None:
    # for the lock screen: contacts only
    safety.write_contacts(store, "Anna 0170 1")
    view = replace(safety.view(store), plan=())
    dialog = HelpDialog(view)
    hold(qtbot, dialog)
    dialog.show()
    assert "Anna 0170 1" in said(dialog)


def test_the_plan_stands_below_the_contacts(qtbot, context, store) -> None:
    hard_days.write(store, PlanPart.SIGNS, "short nights")
    safety.write_contacts(store, "Anna 0170 1")
    dialog = HelpDialog(safety.view(store), None, context)
    hold(qtbot, dialog)
    dialog.show()
    words = said(dialog)
    places = [words.index(one) for one in ("In danger now", "Anna", "short nights", "works offline")]
    assert places == sorted(places)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_and_is_reached_by_keys_alone(window, qtbot, qapp, store, scale) -> None:
    window.show_screen("today")
    safety.choose_country(store, "DE")
    apply_theme(qapp, "light", scale)
    window.resize(1024, 640)
    dialog = window.help.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.width() <= 1024
    assert dialog.height() <= 640
    assert dialog.page.page.width() <= dialog.page.viewport().width()
    assert QApplication.focusWidget() is dialog.close_button
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_End)
    bar = dialog.page.verticalScrollBar()
    assert bar.value() == bar.maximum()
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_Home)
    assert bar.value() == 0
    reached = set()
    for _ in range(8):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {dialog.close_button, dialog.plan_button, dialog.change_button} <= reached
    assert nameless(dialog) == []
    dialog.close()


def test_numbers_are_larger_than_the_words_around_them(qtbot, context, store) -> None:
    safety.choose_country(store, "AT")
    dialog = HelpDialog(safety.view(store), None, context)
    hold(qtbot, dialog)
    dialog.show()
    heights = {label.text(): label.fontMetrics().height() for label in dialog.contacts.findChildren(QLabel)}
    assert heights["142"] > 1.6 * heights["Telefonseelsorge · call"]


def test_nothing_is_said_to_the_world(window, qtbot) -> None:
    window.show_screen("today")
    before = QGuiApplication.clipboard().text()
    dialog = window.help.open()
    assert QGuiApplication.clipboard().text() == before
    assert window.status.text().startswith("Saved")
    dialog.close()
