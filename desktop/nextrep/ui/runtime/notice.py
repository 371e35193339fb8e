"""A short word outside the window, for when another program is in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from nextrep.ui.theme.icons import icon

MakeTray = Callable[[QObject], QSystemTrayIcon | None]

_STAYS_MS = 15_000
"""How long the icon stands in the tray: a notification belongs to an icon, and we need none else."""


class Notice(QObject):
    """Says something by way of the system tray, where there is one, and lets the window ask for attention.

    What is said may be seen by others, on a locked screen too: hand in no personal words.
    """

    def __init__(self, parent: QObject | None = None, *, make_tray: MakeTray | None = None) -> None:
        """Make a silent notice; `make_tray` returns an icon of the tray, or None where there is no tray."""
        super().__init__(parent)
        self._make_tray = make_tray or _system_tray
        self._tray: QSystemTrayIcon | None = None
        self._window: QWidget | None = None
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(_STAYS_MS)
        self._away.timeout.connect(self.put_away)

    def say(self, window: QWidget, title: str, text: str) -> None:
        """Say `text` under `title`; a click on it brings `window` to the front."""
        self._window = window
        QApplication.alert(window)
        if self._tray is None:
            self._tray = self._make_tray(self)
            if self._tray is None:
                return
            self._tray.messageClicked.connect(self._on_clicked)
            app = QApplication.instance()
            if app is not None:
                app.aboutToQuit.connect(self.put_away)
        self._tray.setToolTip(text)
        self._tray.show()
        self._tray.showMessage(title, text, self._tray.icon(), _STAYS_MS)
        self._away.start()

    def put_away(self) -> None:
        """Take the icon out of the tray again."""
        self._away.stop()
        if self._tray is not None:
            self._tray.hide()

    def _on_clicked(self) -> None:
        self.put_away()
        if self._window is not None:
            window = self._window.window()
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()


def _system_tray(parent: QObject) -> QSystemTrayIcon | None:
    """Return an icon of the system's tray, None where there is no tray or it shows no messages."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return None
    return QSystemTrayIcon(icon("check", "primary"), parent)
