"""A note by the desktop itself, where it has no tray: its notification portal, asked over D-Bus.

The portal takes texts alone. The older org.freedesktop.Notifications wants an unsigned number, which PySide
cannot give a call. Nothing is waited for: whether a portal is there is known when it answers.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Notification"
_OPEN = "open"
"""What a click on a note means."""


class DesktopNote(QObject):
    """Says something through the portal.

    Attributes:
        clicked: emitted when the person clicks on the note.
        refused: emitted when nothing shows it.
    """

    clicked = Signal()
    refused = Signal()

    def __init__(self, parent: QObject | None = None, bus: QDBusConnection | None = None) -> None:
        """Listen for clicks; `bus` is the session's by default."""
        super().__init__(parent)
        self._bus = bus if bus is not None else QDBusConnection.sessionBus()
        self._shown = False
        self._name = f"note-{id(self)}"  # a further note takes the place of the one before it
        # PySide takes the slot as a text, whatever its stubs say.
        slot: Any = SLOT("_on_action(QDBusMessage)")
        self._bus.connect(SERVICE, PATH, INTERFACE, "ActionInvoked", self, slot)

    def say(self, title: str, text: str) -> None:
        """Say `text` under `title`."""
        if not self._bus.isConnected():
            self.refused.emit()
            return
        self._shown = True
        note = {"title": title, "body": text, "default-action": _OPEN}
        call = self._bus.asyncCall(_call("AddNotification", self._name, note))
        answer = QDBusPendingCallWatcher(call, self)
        answer.finished.connect(self._on_answer)

    def take_back(self) -> None:
        """Have the note go away: a click on it would lead nowhere any more."""
        if self._shown:
            self._shown = False
            self._bus.send(_call("RemoveNotification", self._name))

    def _on_answer(self, answer: QDBusPendingCallWatcher) -> None:
        if answer.isError():
            self._shown = False
            self.refused.emit()
        answer.deleteLater()

    @Slot(QDBusMessage)
    def _on_action(self, message: QDBusMessage) -> None:
        if message.arguments()[:2] == [self._name, _OPEN]:
            self._shown = False
            self.clicked.emit()


def _call(method: str, *arguments: Any) -> QDBusMessage:
    message = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, method)
    message.setArguments(list(arguments))
    return message
