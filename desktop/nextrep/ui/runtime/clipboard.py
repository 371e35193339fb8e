"""What is copied out of NextRep does not stay on the clipboard: after a minute it is taken away again.

A text that another program has taken already cannot be called back. Programs that keep a history of the
clipboard are asked not to keep what is private, by the signs that password managers use: Klipper's and those
of the histories of Windows and macOS. A history that heeds none of them is out of reach.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

KEPT_MS = 60_000
"""What was copied can be pasted for so long."""
_PUBLIC = "application/x-nextrep-public"
_HIDDEN_FROM_HISTORIES = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"1",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}
_ALL_OURS = ("offscreen", "minimal")
"""Platforms without a clipboard of a desktop; they cannot say whose it is."""


def private_mime(text: str) -> QMimeData:
    """Return a text for the clipboard or a drag, with the signs that histories heed."""
    mime = QMimeData()
    mime.setText(text)
    for kind, value in _HIDDEN_FROM_HISTORIES.items():
        mime.setData(kind, value)
    return mime


def copy_private(text: str) -> None:
    """Put a text of the person's on the clipboard."""
    QGuiApplication.clipboard().setMimeData(private_mime(text))


def copy_public(text: str) -> None:
    """Put something on the clipboard that says nothing of the person and may stay there."""
    mime = QMimeData()
    mime.setText(text)
    mime.setData(_PUBLIC, b"1")
    QGuiApplication.clipboard().setMimeData(mime)


class ClipboardKeeper(QObject):
    """Empties the clipboard a minute after something was copied here, if it is still that, and on `forget`.

    It hears of every copy, also of those that fields make by themselves, and never reads what another program
    holds: that program would have to answer, and the window would wait for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_MS)
        self._timer.timeout.connect(self.forget)
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)

    @property
    def waits(self) -> bool:
        """Whether something is there that will be taken away."""
        return self._timer.isActive()

    def forget(self) -> None:
        """Take away what was copied here and is still there."""
        self._timer.stop()
        if self._is_private():
            QGuiApplication.clipboard().clear()

    def stop(self) -> None:
        """Forget for the last time, and hear of no further copy."""
        self.forget()
        QGuiApplication.clipboard().dataChanged.disconnect(self._on_changed)

    def _on_changed(self) -> None:
        if self._is_private():
            self._timer.start()
        else:
            self._timer.stop()

    def _is_private(self) -> bool:
        clipboard = QGuiApplication.clipboard()
        if not (clipboard.ownsClipboard() or QGuiApplication.platformName() in _ALL_OURS):
            return False
        mime: QMimeData | None = clipboard.mimeData()  # there is none once it was emptied
        return mime is not None and bool(mime.formats()) and not mime.hasFormat(_PUBLIC)
