"""Does what second starts of the program want of the window that is open."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from nextrep.app.presence import Presence
from nextrep.ui.shell.window import MainWindow

_SOON_MS = 300
"""How often it is looked whether a dialog that is in the way was closed."""
_POLL_MS = 1000
"""How often the folder is looked into where the system does not tell of changes."""


class Reception(QObject):
    """Brings the window to the front, and shows one program after the other.

    A program waits until the profile is unlocked, and until no dialog asks for something else.
    """

    def __init__(self, presence: Presence, window: MainWindow) -> None:
        super().__init__(window)
        self._presence, self._window = presence, window
        self._files: list[Path] = []
        self._coming = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SOON_MS)
        self._later.timeout.connect(self._go_on)
        window.shown.connect(self._on_shown)
        if presence.held and not self._watcher.addPath(str(presence.inbox)):
            self._poll.start()

    def show_file(self, file: Path) -> None:
        """Show the program in a file as soon as nothing is in its way."""
        self._files.append(file)
        self._go_on()

    def _look(self) -> None:
        for wish in self._presence.wishes():
            bring_to_front(self._window, wish.token)
            if wish.file is not None:
                self.show_file(wish.file)

    def _go_on(self) -> None:
        if not self._files or self._coming:
            return
        if QApplication.activeModalWidget() is not None:
            self._later.start()
            return
        self._coming = True
        self._window.show_screen("program", self._files.pop(0))  # it waits for the profile

    def _on_shown(self, _key: str) -> None:
        self._coming = False
        self._later.start()


def bring_to_front(window: QWidget, token: str = "") -> None:
    """Show a window over those of other programs, as far as the desktop lets it.

    Args:
        window: it, or the dialog over it that is asking for something.
        token: by which Wayland knows that the person wants this, "" for none.
    """
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there, and takes it away
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()
    QApplication.alert(window)  # where the desktop does not let it come, it says so in its own way
