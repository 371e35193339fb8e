"""Notices that nobody has used keyboard or mouse in this program for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_USES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)
LATEST_RESTART_MS = 1000
"""A moving mouse sends hundreds of events a second; the timer is started anew at most this often."""


class IdleTimer(QObject):
    """Counts from the last key or movement.

    Attributes:
        idle: emitted once when the time is over; it counts on from the next use.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._filtering = False

    def set_minutes(self, minutes: int) -> None:
        """Wait so long, in minutes; 0 for not at all."""
        self._timer.stop()
        self._timer.setInterval(minutes * 60_000)
        app = QApplication.instance()
        if app is None:
            return
        if minutes and not self._filtering:
            app.installEventFilter(self)
        elif not minutes and self._filtering:
            app.removeEventFilter(self)
        self._filtering = bool(minutes)
        if minutes:
            self._timer.start()

    def minutes(self) -> int:
        """Return how long it waits, 0 for not at all."""
        return self._timer.interval() // 60_000 if self._filtering else 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start anew at each use; nothing is held back."""
        if event.type() in _USES and (
            not self._timer.isActive()
            or self._timer.interval() - self._timer.remainingTime() >= LATEST_RESTART_MS
        ):
            self._timer.start()
        return False
