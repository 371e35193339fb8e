"""The parts of putting a backup back that run on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nextrep.services import backups, restoring
from nextrep.services.backups import BackupFile, Place
from nextrep.services.restoring import BackupLook
from nextrep.services.vault import ProfileKey
from nextrep.ui.runtime.jobs import Progress


@dataclass(frozen=True, slots=True)
class FindBackups:
    """Looks for backups where they usually are: a drive may be slow, or away."""

    folder: Path
    now: datetime
    place: Place

    def __call__(self, _progress: Progress) -> list[BackupFile]:
        """Return them, newest first."""
        return backups.found(self.folder, self.now, self.place)


@dataclass(frozen=True, slots=True)
class Looked:
    """A backup that was read, with its key where it is locked."""

    look: BackupLook
    key: ProfileKey | None


@dataclass(frozen=True, slots=True)
class LookInto:
    """Reads a backup, and unlocks it where a passphrase is given."""

    folder: Path
    file: Path
    now: datetime
    passphrase: str | None = None

    def __call__(self, _progress: Progress) -> Looked:
        """Return what is in it.

        Raises:
            UserError: the passphrase is another one.
            KnownError: it is no backup, is damaged, or of a newer NextRep.
        """
        key = None
        if self.passphrase is not None:
            key = restoring.unlock(self.folder, self.file, self.passphrase, self.now)
        return Looked(restoring.look(self.folder, self.file, self.now.tzinfo, key), key)


@dataclass(frozen=True, slots=True)
class PrepareRestore:
    """Has a backup take the place of the profile at its next start."""

    folder: Path
    looked: Looked
    now: datetime

    def __call__(self, progress: Progress) -> ProfileKey | None:
        """Do it; returns the key that opens the profile then, None where it needs none.

        Raises:
            KnownError: it cannot be unpacked; nothing is changed.
            Cancelled: the dialog was closed; nothing is changed.
        """
        key = self.looked.key
        restoring.prepare(self.folder, self.looked.look.file, self.now, key, progress.check)
        return key
