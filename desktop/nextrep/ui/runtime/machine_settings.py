"""Settings of this computer: they stay in the profile folder but do not travel with the data."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings

from nextrep.domain.errors import UserError
from nextrep.settings.table import Scope, Setting

FILE = "window.ini"
T = TypeVar("T", str, bool, int, bytes)


class MachineSettings(QObject):
    """Reads and writes settings of scope MACHINE in `window.ini`."""

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(profile / FILE), QSettings.Format.IniFormat, self)

    def get(self, setting: Setting[T]) -> T:
        """Return the kept value, or the default where there is none or it does not fit."""
        if not self._file.contains(setting.key):
            return setting.default
        value = self._file.value(setting.key, type=QByteArray if setting.type is bytes else setting.type)
        try:
            return setting.check(value.data() if isinstance(value, QByteArray) else value)
        except UserError:
            return setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Keep a value.

        Raises:
            UserError: the setting cannot hold it.
        """
        if setting.scope is not Scope.MACHINE:
            raise ValueError(setting.key)
        checked: object = setting.check(value)
        self._file.setValue(setting.key, QByteArray(checked) if isinstance(checked, bytes) else checked)

    def save(self) -> None:
        """Write to disk now rather than at the next turn of the event loop."""
        self._file.sync()
