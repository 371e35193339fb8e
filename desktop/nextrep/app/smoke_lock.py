"""The lock in the smoke test: what a person does at the page that unlocks, with keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from nextrep.app.smoke_failed import Failed
from nextrep.ui.lock.unlock_page import UnlockPage
from nextrep.ui.shell.window import MainWindow
from nextrep.ui.widgets.screen import Screen

LOCK_KEY = "Ctrl+L"


def page_of(window: MainWindow) -> UnlockPage | None:
    """Return the page that unlocks, None while it does not show."""
    page = window.stack.currentWidget()
    return page if isinstance(page, UnlockPage) and page.isVisible() else None


def try_passphrase(window: MainWindow, passphrase: str) -> None:
    """Type a passphrase into the page that unlocks, and press Enter.

    Raises:
        Failed: the page does not show, or the field did not take what was typed.
    """
    page = page_of(window)
    if page is None:
        raise Failed("the page that unlocks does not show")
    page.field.selectAll()
    for letter in passphrase:
        _press(page.field, Qt.Key.Key_unknown, letter)
    if page.field.text() != passphrase:
        raise Failed("the field did not take the passphrase that was typed")
    _press(page.field, Qt.Key.Key_Return, "\r")


def expect_refusal(window: MainWindow) -> None:
    """Make sure that a wrong passphrase was refused, in words.

    Raises:
        Failed: it opened the profile, or nothing was said.
    """
    page = page_of(window)
    if page is None:
        raise Failed("a wrong passphrase opened the profile")
    if not page.problem():
        raise Failed("nothing was said of a wrong passphrase")


def lock(window: MainWindow) -> None:
    """Lock by what Ctrl+L does.

    Raises:
        Failed: no key of the window locks.
    """
    wanted = QKeySequence(LOCK_KEY)
    for action in window.actions():
        if action.shortcut() == wanted:
            action.trigger()
            return
    raise Failed(f"{LOCK_KEY} does nothing")


def expect_locked(window: MainWindow) -> None:
    """Make sure that nothing of the person is left in the window.

    Raises:
        Failed: something is.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if page_of(window) is None or window.current:
        raise Failed("the window is not locked")
    if window.findChildren(Screen):
        raise Failed("a screen is still there behind the lock")


def _press(widget: QWidget, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
