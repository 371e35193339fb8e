"""Settings of this computer: they stay in the profile folder but do not travel with the data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings

FILE = "window.ini"


class MachineSettings(QObject):
    """Typed door to `window.ini`. A value that makes no sense reads as its default."""

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(profile / FILE), QSettings.Format.IniFormat, self)

    @property
    def theme(self) -> str:
        """Chosen theme: "system", "light" or "dark"."""
        value = self._text("theme")
        return value if value in {"system", "light", "dark"} else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._file.setValue("theme", value)

    @property
    def text_scale(self) -> int:
        """Text size in percent, 75 to 300."""
        value = self._file.value("text_scale", 100, type=int)
        return min(300, max(75, value)) if isinstance(value, int) and value else 100

    @text_scale.setter
    def text_scale(self, percent: int) -> None:
        self._file.setValue("text_scale", percent)

    @property
    def geometry(self) -> bytes:
        """Place and size of the window as Qt packs it; empty where never saved."""
        value = self._file.value("geometry", QByteArray(), type=QByteArray)
        if isinstance(value, QByteArray):
            return bytes(value.data())
        return value if isinstance(value, bytes) else b""

    @geometry.setter
    def geometry(self, packed: bytes) -> None:
        self._file.setValue("geometry", QByteArray(packed))

    @property
    def last_screen(self) -> str:
        """Key of the screen that was open last, or ""."""
        return self._text("last_screen")

    @last_screen.setter
    def last_screen(self, key: str) -> None:
        self._file.setValue("last_screen", key)

    def save(self) -> None:
        """Write to disk now rather than at the next turn of the event loop."""
        self._file.sync()

    def _text(self, key: str) -> str:
        value = self._file.value(key, "", type=str)
        return value if isinstance(value, str) else ""
