"""A damaged profile: what can be read of it, the newest good backup, and which of the two goes on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nextrep.domain.contents import Contents, Recovered
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import backups
from nextrep.storage import damage, integrity, kept
from nextrep.storage import seal as seals
from nextrep.storage.backup_files import extract_database
from nextrep.storage.database import FILE_NAME
from nextrep.storage.lock import ProfileLock
from nextrep.storage.salvage.recover import recover
from nextrep.storage.vault.key import ProfileKey

BACKUP_FILE = "from-backup.db"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Copy:
    """A good backup.

    Attributes:
        file: the backup, which is not changed.
        database: what it holds, taken out into a file of its own.
        made_at: an aware time, in the zone it was made in.
        contents: what it holds.
    """

    file: Path
    database: Path
    made_at: datetime
    contents: Contents


@dataclass(frozen=True, slots=True)
class Offer:
    """What the person can choose from.

    Attributes:
        recovered: what could be read of the damaged file, None where that was nothing at all.
        backup: the newest backup that is whole, None where there is none.
        altered: parts of the file that can be read and are not as they were saved: what stands there may be
            another figure or letter than was written.
    """

    recovered: Recovered | None
    backup: Copy | None
    altered: int = 0


class Rescue:
    """Holds a damaged profile for as long as the person chooses. Until then the damaged file is only read."""

    def __init__(self, folder: Path, key: ProfileKey | None = None, place: Path | None = None) -> None:
        """Keep other windows out.

        Args:
            folder: the profile folder.
            key: of an encrypted profile; what is recovered is encrypted with it too.
            place: the folder that the person chose for backups.

        Raises:
            KnownError: another window has the profile open, or the folder cannot be written.
        """
        self._folder, self._key, self._place = folder, key, place
        self._lock = _hold(folder)
        self._made: Path | None = None

    def prepare(self, now: datetime, progress: Progress) -> Offer:
        """Read everything that can be read into a new file beside the damaged one, and look for a backup.

        Takes about a second for each 10 MB; to be run off the window's thread.

        Raises:
            KnownError: there is no room for it, or the folder cannot be written.
        """
        self.forget()
        try:
            self._made = kept.new_folder(self._folder, "recovered", now)
            recovered = recover(self._folder / FILE_NAME, self._made, progress, self._key)
            backup = newest_good(self._folder, now, self._made / BACKUP_FILE, self._key, self._place)
        except OSError as error:
            self.forget()
            raise _no_room(self._folder, error) from None
        except BaseException:
            self.forget()
            raise
        # Without rows it is worth something only if it was empty before.
        was_empty = recovered.pages and not (recovered.bad_pages or recovered.log_hurt)
        return Offer(recovered if recovered.rows or was_empty else None, backup, _altered(self._folder))

    def use_recovered(self, now: datetime) -> Path:
        """Go on with what was recovered; returns the folder that keeps the damaged file.

        Raises:
            KnownError: the folder cannot be written; the damaged file is kept in any case.
            ValueError: nothing was prepared.
        """
        if self._made is None:
            raise ValueError("nothing was prepared")
        made, self._made = self._made, None
        aside = self._put_in_place(made / FILE_NAME, now)
        with suppress(OSError):
            (made / BACKUP_FILE).unlink(missing_ok=True)
            if not any(made.iterdir()):
                made.rmdir()
        return aside

    def use_backup(self, backup: Copy, now: datetime) -> Path:
        """Go on with a backup, which stays where it is too; returns the folder that keeps the damaged file.

        What was recovered is kept beside it: it may hold what is newer than the backup.

        Raises:
            KnownError: the folder cannot be written; the damaged file is kept in any case.
        """
        self._made = None
        return self._put_in_place(backup.database, now)

    def forget(self) -> None:
        """Take away what was recovered, if it was not chosen."""
        if self._made is not None:
            shutil.rmtree(self._made, ignore_errors=True)
            self._made = None

    def close(self) -> None:
        """Let the profile go: its files are as they were, or as was chosen."""
        self.forget()
        self._lock.release()

    def _put_in_place(self, file: Path, now: datetime) -> Path:
        try:
            seals.take(self._folder)  # it was of the damaged file
            aside = kept.put_in_place(self._folder, file, "damaged", now)
            damage.unmark(self._folder)
        except OSError as error:
            raise _no_room(self._folder, error) from None
        return aside


def newest_good(
    folder: Path, now: datetime, out: Path, key: ProfileKey | None = None, place: Path | None = None
) -> Copy | None:
    """Return the newest backup of a profile that is whole, None where there is none.

    Args:
        folder: the profile folder.
        now: aware; its zone is taken for the times of old copies, which do not say it.
        out: a file that takes the database of the backup.
        key: of an encrypted profile.
        place: the folder that the person chose for backups; of those there only this profile's count.
    """
    own = {one.about.profile for one in backups.found(folder, now)} - {""}
    for one in backups.found(folder, now, backups.Place(place)):
        if one.path.parent != backups.own_folder(folder) and one.about.profile not in own:
            continue
        contents = _look(one.path, out, key)
        if contents is not None:
            return Copy(one.path, out, one.about.made_at, contents)
    out.unlink(missing_ok=True)
    return None


def _look(backup: Path, out: Path, key: ProfileKey | None) -> Contents | None:
    """Take the database out of a backup and return what it holds, None where it is not whole."""
    with open(out, "wb", opener=_private) as target:
        try:
            extract_database(backup, target)
        except KnownError:
            return None
    return integrity.look(out, key)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _altered(folder: Path) -> int:
    """Count the parts that are not as they were saved, by the seal or by what the check noted."""
    seal = seals.read(folder)
    if seal is not None:
        with suppress(OSError):
            return len(seals.altered(folder, seal, (folder / FILE_NAME).read_bytes()))
    return sum(line.startswith(damage.ALTERED) for line in damage.marked(folder))


def _hold(folder: Path) -> ProfileLock:
    try:
        return ProfileLock(folder)
    except OSError as error:
        raise _no_room(folder, error) from None


def _no_room(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        tr("What can be recovered could not be written to “{folder}”.", folder=folder),
        safe=tr("The damaged file was left exactly as it is."),
        next_step=tr(
            "Make room, or see that you may write there, and start again: {why}.", why=error.strerror or error
        ),
    )
