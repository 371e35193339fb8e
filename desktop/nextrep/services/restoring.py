"""Opening a backup: what is in it, and putting it in the place of the profile."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.passphrase import FIELD
from nextrep.domain.text import tr
from nextrep.services import vault
from nextrep.storage import backup, backup_files, disk, restoring
from nextrep.storage.backup_files import DATABASE, KEY, About
from nextrep.storage.backup_look import Inside, NotAProfile, TooNew, check_copy, look_into
from nextrep.storage.database import FILE_NAME
from nextrep.storage.lock import ProfileLock
from nextrep.storage.vault.key import ProfileKey

__all__ = ["BackupLook", "Inside", "finish", "look", "prepare", "restore", "tidy", "unlock"]

_LOOKING = ".looking-"
Check = Callable[[], None]


@dataclass(frozen=True, slots=True)
class BackupLook:
    """What can be said of a backup before it is put in place.

    Attributes:
        file: the backup.
        about: what it says of itself.
        inside: what it holds; None while it is locked.
    """

    file: Path
    about: About
    inside: Inside | None


def look(folder: Path, file: Path, zone: tzinfo | None, key: ProfileKey | None = None) -> BackupLook:
    """Return what is in a backup, having read every page of it; of a locked one only what it says of itself.

    Args:
        folder: of the profile, where the backup is unpacked for as long as this takes.
        file: the backup.
        zone: of this computer, for the times of older copies.
        key: of an encrypted backup, see `unlock`.

    Raises:
        KnownError: it is no backup, is damaged or of a newer NextRep, or there is no room to unpack it.
    """
    about = backup_files.read_about(file, zone)
    if about.encrypted and key is None:
        return BackupLook(file, about, None)
    with _room(folder) as room:
        _unpack(file, room)
        return BackupLook(file, about, _inside(file, room / DATABASE, key))


def unlock(folder: Path, file: Path, passphrase: str, now: datetime) -> ProfileKey:
    """Return the key of an encrypted backup. Takes half a second: not for the thread of a window.

    Raises:
        UserError: the passphrase is not the one of this backup; `field` is "passphrase".
        KnownError: the backup cannot be read, or its key file is damaged.
    """
    data = backup_files.read_key(file)
    if data is None:
        raise UserError(tr("This backup needs no passphrase."), field=FIELD)
    with _room(folder) as room:
        with restoring.created(room / KEY) as out:
            out.write(data)
        return vault.unlock(room, passphrase, now)


def prepare(
    folder: Path, file: Path, now: datetime, key: ProfileKey | None = None, check: Check | None = None
) -> Path:
    """Have a backup take the place of the profile in `folder` at its next start.

    The profile may be open meanwhile. All of the backup is read and checked before.

    Args:
        folder: of the profile.
        file: the backup.
        now: aware; names the folder where the present files are kept.
        key: of an encrypted backup; without it only its key file is checked.
        check: called now and then; may raise Cancelled, and nothing is changed then.

    Returns:
        Where the files of the profile will be kept.

    Raises:
        KnownError: it is no backup, is damaged or of a newer NextRep, or there is no room: nothing changes.
        UserError: the backup is locked, and there is no key; `field` is "passphrase".
    """
    about = backup_files.read_about(file, now.tzinfo)
    if about.encrypted and key is None:
        raise UserError(tr("This backup is locked. It takes its passphrase."), field=FIELD)
    if restoring.is_decided(folder):
        raise KnownError(
            tr("Another backup waits to be put in place."),
            safe=tr("Nothing was changed."),
            next_step=tr("Close NextRep and open it again, then come back here."),
        )
    try:
        staged = restoring.staging(folder)
        _unpack(file, staged, check)
        _inside(file, staged / DATABASE, key)
        return restoring.decide(folder, f"{now:%Y-%m-%d %H%M%S}")
    except OSError as error:
        raise _no_room(folder, error) from None
    finally:
        restoring.clear(folder)


def finish(folder: Path, *, held: bool) -> None:
    """Put a backup that was prepared in place; whole or not at all, however often this is cut off.

    Args:
        folder: of the profile, which nobody has open.
        held: whether the caller holds the profile; otherwise it is held for as long as this takes.

    Raises:
        KnownError: another window has the profile, or files cannot be moved.
    """
    if not restoring.is_decided(folder):
        return
    try:
        if held:
            restoring.finish(folder)
            return
        with ProfileLock(folder):
            restoring.finish(folder)
    except OSError as error:
        raise _no_room(folder, error) from None


def restore(
    folder: Path, file: Path, now: datetime, key: ProfileKey | None = None, check: Check | None = None
) -> Path | None:
    """Put a backup in the place of the closed profile in `folder`, at once.

    Returns:
        Where the files that were there are kept; None where there were none.

    Raises:
        KnownError, UserError: as `prepare`, or another window has the profile.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with ProfileLock(folder):
            was_there = (folder / FILE_NAME).exists()
            kept = prepare(folder, file, now, key, check)
            finish(folder, held=True)
    except OSError as error:
        raise _no_room(folder, error) from None
    return kept if was_there else None


def tidy(folder: Path) -> None:
    """Take away what an earlier run was killed over; the caller holds the profile."""
    for left in folder.glob(f"{_LOOKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    restoring.clear(folder)
    backup.clear(folder)


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """Give a folder that only its owner can read, for as long as the body runs."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_LOOKING, dir=folder) as room:
            yield Path(room)
    except OSError as error:
        raise _no_room(folder, error) from None


def _unpack(file: Path, room: Path, check: Check | None = None) -> None:
    key = backup_files.read_key(file)
    if key is not None:
        with restoring.created(room / KEY) as out:
            out.write(key)
    with restoring.created(room / DATABASE) as out:
        backup_files.extract_database(file, out, check)


def _inside(file: Path, database: Path, key: ProfileKey | None) -> Inside:
    """Return what an unpacked backup holds.

    Raises:
        KnownError: it is none, is damaged, or of a newer NextRep.
    """
    try:
        inside = look_into(database, key)
    except NotAProfile:
        raise backup_files.damaged(file) from None
    except TooNew:
        raise backup_files.newer(file) from None
    if check_copy(database, key, whole=True):
        raise backup_files.damaged(file)
    return inside


def _no_room(folder: Path, error: OSError) -> KnownError:
    return disk.cannot_write(tr("The backup could not be unpacked."), folder, error)
