"""A short word outside the window, for when another program is in front."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

if TYPE_CHECKING:
    from nextrep.ui.runtime.desktop_note import DesktopNote

MakeTray = Callable[[QObject], QSystemTrayIcon | None]
MakeNote = Callable[[QObject], "DesktopNote | None"]

_STAYS_MS = 15_000
"""How long the icon stands in the tray: a notification belongs to an icon, and we need none else."""
_IN_TRAY = "in_tray"


def offer_in_tray(action: QAction) -> None:
    """Have an action of a window stand in the menu of its icon in the tray, while there is one."""
    action.setProperty(_IN_TRAY, True)


def bring_to_front(window: QWidget) -> None:
    """Show the window of a widget over others, where it was hidden or minimised too."""
    whole = window.window()
    whole.setWindowState(whole.windowState() & ~Qt.WindowState.WindowMinimized)
    whole.show()
    whole.raise_()
    whole.activateWindow()


class Notice(QObject):
    """Says something by way of the system tray, else of the desktop, and lets the window ask for attention.

    What is said may be seen by others, on a locked screen too: hand in no personal words.

    Attributes:
        clicked: emitted when the person clicked on what was said, after the window came to the front.
        unseen: emitted with the text where neither shows it.
    """

    clicked = Signal()
    unseen = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        make_tray: MakeTray | None = None,
        make_note: MakeNote | None = None,
    ) -> None:
        """Make a silent notice.

        Args:
            parent: owner.
            make_tray: returns an icon of the tray, or None where there is no tray.
            make_note: returns a way to the desktop's own notes, or None where there is none.
        """
        super().__init__(parent)
        self._make_tray, self._make_note = make_tray or _system_tray, make_note or _desktop_note
        self._tray: QSystemTrayIcon | None = None
        self._note: DesktopNote | None = None
        self._window: QWidget | None = None
        self._text = ""
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_STAYS_MS)
        self._away.timeout.connect(self.put_away)

    def say(self, window: QWidget, title: str, text: str) -> None:
        """Say `text` under `title`; a click on it brings `window` to the front."""
        self._window, self._text = window, text
        QApplication.alert(window)
        if self._tray is None and self._note is None:
            self._find_a_way(window)
        if self._tray is not None:
            self._tray.setToolTip(text)
            self._tray.show()
            self._tray.showMessage(title, text, self._tray.icon(), _STAYS_MS)
            self._away.start()
        elif self._note is not None:
            self._note.say(title, text)
        else:
            self._on_refused()

    def put_away(self) -> None:
        """Take the icon out of the tray again, and a note off the desktop."""
        self._away.stop()
        if self._tray is not None:
            self._tray.hide()
        if self._note is not None:
            self._note.take_back()

    def _find_a_way(self, window: QWidget) -> None:
        """Make an icon of the tray, else a note of the desktop."""
        self._tray = self._make_tray(self)
        if self._tray is not None:
            self._tray.messageClicked.connect(self._on_clicked)
            self._add_menu(self._tray, window.window())
        else:
            self._note = self._make_note(self)
            if self._note is None:
                return
            self._note.clicked.connect(self._on_clicked)
            self._note.refused.connect(self._on_refused)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.put_away)

    def _on_refused(self) -> None:
        self.unseen.emit(self._text)

    def _add_menu(self, tray: QSystemTrayIcon, window: QWidget) -> None:
        offered = [action for action in window.actions() if action.property(_IN_TRAY)]
        if offered:
            menu = QMenu(window)
            menu.addActions(offered)
            tray.setContextMenu(menu)

    def _on_clicked(self) -> None:
        self.put_away()
        if self._window is not None:
            bring_to_front(self._window)
            self.clicked.emit()


def _system_tray(parent: QObject) -> QSystemTrayIcon | None:
    """Return an icon of the system's tray, None where there is no tray or it shows no messages."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return None
    from nextrep.ui.theme.icons import icon  # not before the first paint

    return QSystemTrayIcon(icon("check", "primary"), parent)


def _desktop_note(parent: QObject) -> DesktopNote | None:
    """Return a way to the desktop's notes, None where no session bus is named: none is started for it."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    from nextrep.ui.runtime.desktop_note import DesktopNote  # few need Qt's D-Bus

    return DesktopNote(parent)
