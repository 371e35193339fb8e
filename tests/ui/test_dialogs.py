"""The dialog for conditions of the world: what happened, what is safe, what to do next."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nextrep.domain.errors import KnownError
from nextrep.ui.shell.dialogs import DialogReporter
from nextrep.ui.shell.message_dialog import MessageDialog

FULL = KnownError("The disk is full", safe="Nothing was lost.", next_step="Free some space.")


def test_a_known_error_says_what_is_safe_and_what_to_do(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    reporter = DialogReporter(window)
    reporter.known(FULL)
    reporter.known(FULL)
    (dialog,) = window.findChildren(MessageDialog)
    assert not dialog.isModal()
    assert dialog.windowTitle() == "The disk is full"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "The disk is full\nNothing was lost.\nFree some space."
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not isValid(dialog))
    reporter.known(FULL)
    (again,) = window.findChildren(MessageDialog)
    assert again.isVisible()
