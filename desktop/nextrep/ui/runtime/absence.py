"""Notices that the person has left: the computer goes to sleep, or its session is locked.

Linux says both on D-Bus: logind ("PrepareForSleep" and the session's "Lock") and the desktop's screen saver
("ActiveChanged"). Windows sends messages (windows_signals.py). What a system does not say, the clock does: a
timer that comes much too late was asleep with the computer. That is how macOS is noticed here, after waking;
nothing of its own signals is used, because nothing of it could be tried.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

from nextrep.ui.runtime import steady_clock

LOOK_MS = 5_000
ASLEEP_MS = 30_000
"""A look that comes so much later than asked for was not merely held up by a busy computer."""

_LOGIND, _LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.cinnamon.ScreenSaver",
)


class AbsenceWatch(QObject):
    """Watches from `start` on.

    Attributes:
        left: emitted when the computer goes to sleep or wakes from it, or its session is locked.
    """

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        self._last = 0
        self._listening = False
        self._signals: object = None

    def start(self) -> None:
        """Begin to watch."""
        self._last = steady_clock.milliseconds()
        self._timer.start()
        if sys.platform.startswith("linux") and not self._listening:
            self._listening = True
            with suppress(ImportError):  # a build of Qt without D-Bus: the clock is left
                self._listen()
        elif sys.platform == "win32" and self._signals is None:
            from nextrep.ui.runtime.windows_signals import WindowsSignals

            with suppress(OSError):
                self._signals = WindowsSignals(self._leave)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot(bool)
    def on_sleep(self, asleep: bool) -> None:
        """Logind: the computer is about to sleep (True), or has woken."""
        if asleep:
            self._leave()

    @Slot()
    def on_session_lock(self) -> None:
        """Logind: the session is to be locked."""
        self._leave()

    @Slot(bool)
    def on_saver(self, active: bool) -> None:
        """The desktop's screen saver came on or went."""
        if active:
            self._leave()

    def _leave(self) -> None:
        if self._timer.isActive():
            self.left.emit()

    def _on_look(self) -> None:
        now = steady_clock.milliseconds()
        late, self._last = now - self._last - LOOK_MS, now
        if late >= ASLEEP_MS:
            self.left.emit()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        # PySide takes the slots as texts, whatever its stubs say.
        sleep: Any = SLOT("on_sleep(bool)")
        lock: Any = SLOT("on_session_lock()")
        saver: Any = SLOT("on_saver(bool)")
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            system.connect(_LOGIND, _LOGIND_PATH, f"{_LOGIND}.Manager", "PrepareForSleep", self, sleep)
            # Without a path: the session's own object has a name that only logind knows.
            system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, lock)
        if session.isConnected():
            for name in _SAVERS:
                session.connect("", "", name, "ActiveChanged", self, saver)
