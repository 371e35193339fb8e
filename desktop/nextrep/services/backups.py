"""Backups: by hand, after each day of use, before an import; which are kept, and what is said about them."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from nextrep.domain.backup_rotation import Backup, BackupKind, superfluous
from nextrep.domain.errors import KnownError
from nextrep.services import preferences
from nextrep.settings.table import PROFILE_ID
from nextrep.storage import backup_log
from nextrep.storage.backup import try_place
from nextrep.storage.backup_files import ENDING, BackupFile, found_in, name_of
from nextrep.storage.database import BACKUP_FOLDER
from nextrep.storage.store import Store

__all__ = [
    "ENDING", "BackupFile", "Made", "Place", "before_import", "changed",
    "checked_place", "file_name", "found", "is_elsewhere", "is_own", "make", "make_daily",
    "own_folder", "rotate",
]  # fmt: skip

ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Place:
    """Where backups go.

    Attributes:
        folder: the folder that the person chose; None for the profile's own.
        copied: the person said that it is copied to another place, as a cloud service does.
    """

    folder: Path | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made.

    Attributes:
        path: its file.
        outside: whether it outlives this computer's disk, as far as can be known.
        instead_of: the chosen folder that could not be written to, and why, in words; "" where it could.
    """

    path: Path
    outside: bool
    instead_of: str = ""


def own_folder(folder: Path) -> Path:
    """Return the backup folder that every profile has."""
    return folder / BACKUP_FOLDER


def file_name(now: datetime) -> str:
    """Return the name of a backup that is made `now` (aware)."""
    return name_of(now)


def make(store: Store, now: datetime, place: Place = Place(), *, file: Path | None = None) -> Made:
    """Make a backup by hand. Of a file that the person chose, for another computer, every page is checked.

    Args:
        store: open on this thread.
        now: aware.
        place: where it goes.
        file: where the person chose a file; `place` does not count then. Given the ending if it has none.

    Raises:
        KnownError: it could not be written there; nothing was changed.
    """
    _ensure_id(store)
    if file is not None and file.suffix != ENDING:
        file = file.with_name(f"{file.name}{ENDING}")
    folder = file.parent.absolute() if file is not None else place.folder
    path = store.back_up(now, kind=BackupKind.HAND, place=folder, file=file, whole=file is not None)
    made = Made(path, _is_outside(store.folder, path, copied=place.copied and file is None))
    _note(store.folder, now, made, state="")
    return made


def make_daily(store: Store, now: datetime, place: Place = Place()) -> Made | None:
    """Back up what was changed since the last time; None where nothing was.

    Where the chosen folder cannot be written to, the profile's own takes it, and the next day tries again.

    Args:
        store: open on this thread.
        now: aware.
        place: where it goes.

    Raises:
        KnownError: it could not be written anywhere.
    """
    if not changed(store) or store.is_empty():
        return None
    _ensure_id(store)
    store.fold_log()
    state = backup_log.state_of(store.folder)
    made = _made_daily(store, now, place)
    _note(store.folder, now, made, state=state)
    rotate(store, made.path.parent, now)
    return made


def changed(store: Store) -> bool:
    """Tell whether the record is another one than the last daily backup has."""
    store.fold_log()
    state = backup_log.state_of(store.folder)
    return not state or state != backup_log.read(store.folder).state


def before_import(store: Store, now: datetime) -> Made | None:
    """Make the backup that comes before an import, in the profile's own folder; None while there is nothing.

    Raises:
        KnownError: it could not be written; the import ought not to begin.
    """
    if store.is_empty():
        return None
    _ensure_id(store)
    path = store.back_up(now, kind=BackupKind.BEFORE_IMPORT)
    rotate(store, path.parent, now)
    return Made(path, outside=False)


def rotate(store: Store, place: Path, now: datetime) -> list[Path]:
    """Take away this profile's backups in `place` that are not kept any more, and return them.

    A file that cannot be taken away stays, and is tried again the next time.
    """
    here = [one for one in found_in(place, now.tzinfo) if is_own(store, one)]
    seen = [Backup(one.path.name, one.about.made_at, one.about.kind) for one in here]
    gone: list[Path] = []
    for one in superfluous(seen, now):
        with suppress(OSError):
            (place / one.name).unlink()
            gone.append(place / one.name)
    return gone


def found(folder: Path, now: datetime, place: Place = Place()) -> list[BackupFile]:
    """Return the backups in the profile's own folder and the chosen one, newest first.

    Those of other profiles in a chosen folder are among them: who restores may want one of another computer.
    """
    places = [own_folder(folder), *([place.folder] if place.folder is not None else [])]
    every = [one for each in dict.fromkeys(places) for one in found_in(each, now.tzinfo)]
    return sorted(every, key=_made_at, reverse=True)


def checked_place(store: Store, folder: Path) -> Path | None:
    """Return the folder for backups as it is kept: None where it is the profile's own.

    Raises:
        KnownError: nothing can be written there.
    """
    if folder.absolute() == own_folder(store.folder).absolute():
        return None
    try_place(folder)
    return folder.absolute()


def is_elsewhere(store: Store, folder: Path) -> bool:
    """Tell whether a folder is on another disk than the profile."""
    return _on_other_disk(store.folder, folder)


def _made_daily(store: Store, now: datetime, place: Place) -> Made:
    missed = ""
    if place.folder is not None:
        try:
            path = store.back_up(now, kind=BackupKind.DAY, place=place.folder)
        except KnownError as error:
            missed = error.next_step
        else:
            return Made(path, _is_outside(store.folder, path, copied=place.copied))
    return Made(store.back_up(now, kind=BackupKind.DAY), outside=False, instead_of=missed)


def _ensure_id(store: Store) -> None:
    """Give the profile its mark; without room for it on the disk it goes without for now."""
    if not preferences.read(store, PROFILE_ID):
        with suppress(KnownError), store.transaction():
            store.settings.put(PROFILE_ID, secrets.token_hex(ID_BYTES))


def is_own(store: Store, one: BackupFile) -> bool:
    """Tell whether a backup is this profile's: in its own folder all are, elsewhere those with its mark."""
    if one.path.parent == own_folder(store.folder):
        return True
    return bool(one.about.profile) and one.about.profile == preferences.read(store, PROFILE_ID)


def _is_outside(folder: Path, path: Path, *, copied: bool) -> bool:
    return copied or _on_other_disk(folder, path)


def _on_other_disk(folder: Path, other: Path) -> bool:
    try:
        return folder.stat().st_dev != other.stat().st_dev
    except OSError:
        return False


def _note(folder: Path, now: datetime, made: Made, *, state: str) -> None:
    log, today = backup_log.read(folder), now.date().toordinal()
    backup_log.write(
        folder,
        replace(
            log,
            state=state or log.state,
            outside=today if made.outside else log.outside,
            missed=today if made.instead_of else 0,
        ),
    )


def _made_at(one: BackupFile) -> tuple[float, str]:
    return one.about.made_at.timestamp(), one.path.name
