"""Backups beside the window, and where they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from nextrep.settings.table import BACKUP_FOLDER_PLACE, BACKUP_PLACE_COPIED
from nextrep.ui.runtime.jobs import Progress

if TYPE_CHECKING:
    from nextrep.services.backups import Made, Place
    from nextrep.ui.runtime.context import Store
    from nextrep.ui.runtime.machine_settings import MachineSettings


def place_of(machine: MachineSettings) -> Place:
    """Return where backups go on this computer."""
    from nextrep.services.backups import Place  # with the database: not before the first paint

    folder = machine.get(BACKUP_FOLDER_PLACE)
    return Place(Path(folder) if folder else None, machine.get(BACKUP_PLACE_COPIED))


@dataclass(frozen=True, slots=True)
class BackUpDay:
    """Backs up what was changed since the last time, on a worker thread."""

    store: Store
    now: datetime
    place: Place

    def __call__(self, _progress: Progress) -> Made | None:
        """Do it; None where nothing was changed.

        Raises:
            KnownError: it could not be written anywhere.
        """
        from nextrep.services import backups

        with self.store.on_this_thread():
            return backups.make_daily(self.store, self.now, self.place)


@dataclass(frozen=True, slots=True)
class BackUpNow:
    """Makes a backup by hand, on a worker thread."""

    store: Store
    now: datetime
    place: Place
    file: Path | None = None

    def __call__(self, _progress: Progress) -> Made:
        """Do it.

        Raises:
            KnownError: it could not be written.
        """
        from nextrep.services import backups

        with self.store.on_this_thread():
            return backups.make(self.store, self.now, self.place, file=self.file)
