"""Settings of scope DATA."""

from __future__ import annotations

import json
from typing import TypeVar

from nextrep.domain.errors import UserError
from nextrep.settings.table import Scope, Setting
from nextrep.storage.base import Repository

T = TypeVar("T", str, bool, int, bytes)


class SettingRepository(Repository):
    """Reads and writes settings that travel with the profile."""

    def get(self, setting: Setting[T]) -> T:
        """Return the stored value, or the default where there is none or it no longer fits."""
        rows = self._sql("SELECT value FROM setting WHERE key = ?", (setting.key,))
        if not rows:
            return setting.default
        try:
            return setting.check(json.loads(rows[0][0]))
        except (ValueError, UserError):
            return setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Store a value.

        Raises:
            UserError: the setting cannot hold it.
        """
        if setting.scope is not Scope.DATA:
            raise ValueError(setting.key)
        text = json.dumps(setting.check(value))
        self._sql("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (setting.key, text))
