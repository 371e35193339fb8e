"""Making a backup: written aside, brought to the disk, read back and opened, then given its name."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

import nextrep
from nextrep.domain.backup_rotation import BackupKind
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.settings.table import PROFILE_ID
from nextrep.storage import backup_files, disk
from nextrep.storage.backup_files import ABOUT, CHUNK, DATABASE, ENDING, KEY, About
from nextrep.storage.backup_look import check_copy
from nextrep.storage.database import BACKUP_FOLDER
from nextrep.storage.live_copy import SNAPSHOT, RoomIsFull, Source, copied_from
from nextrep.storage.vault.connection import KeyedDatabase
from nextrep.storage.vault.key import ProfileKey

_PART = ".nextrep-part-"
_STALE_S = 24 * 3600
"""What was written aside so long before, by the clock of the folder itself, nobody writes to any more."""


def _not_written() -> str:
    return tr("The backup could not be written.")


def about_of(database: KeyedDatabase, version: int, now: datetime, kind: BackupKind) -> About:
    """Return what a backup of a database says of itself.

    Args:
        database: of any format.
        version: its format.
        now: aware.
        kind: why it is made.
    """
    rows = database.execute_sql("SELECT value FROM setting WHERE key = ?", (PROFILE_ID.key,)).fetchall()
    profile = ""
    with suppress(ValueError, UserError):
        profile = PROFILE_ID.check(json.loads(rows[0][0])) if rows else ""
    return About(version, nextrep.__version__, now, kind, profile, database.key is not None)


def write(
    source: Source, place: Path, about: About, *, file: Path | None = None, whole: bool = False
) -> Path:
    """Write a backup into `place` and return its file.

    Args:
        source: what is copied.
        place: the folder; made only if it is the profile's own: none shall stand in for a stick that is away.
        about: what the backup says of itself.
        file: its name where the person chose one; an older file of that name is replaced.
        whole: also check every page of what was written.

    Raises:
        KnownError: it cannot be written; nothing is left in its place, and an older file is as it was.
    """
    try:
        if place.parent == source.folder:
            place.mkdir(mode=0o700, exist_ok=True)
        _clear_stale(place, _PART)
        target = file or _free_name(place, about.made_at)
        # Where the profile's own disk is full, a backup elsewhere is wanted most.
        for room in dict.fromkeys((source.folder, place)):
            with suppress(RoomIsFull):
                _write(source, target, about, room, whole=whole)
                return target
    except OSError as error:
        raise disk.cannot_write(_not_written(), place, error) from None
    raise disk.cannot_write(_not_written(), source.folder, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))


def clear(folder: Path) -> None:
    """Take away what an earlier run was killed over in the profile folder; the caller holds the profile."""
    for place, beginning in ((folder, SNAPSHOT), (folder / BACKUP_FOLDER, _PART)):
        for left in place.glob(f"{beginning}*"):
            with suppress(OSError):
                left.unlink()


def _write(source: Source, target: Path, about: About, room: Path, *, whole: bool) -> None:
    """Write a backup aside, look into it, and give it its name.

    Raises:
        OSError, KnownError, RoomIsFull: it cannot be; nothing is left of it.
    """
    part = target.with_name(f"{_PART}{os.getpid()}-{target.stem}")
    try:
        with open(part, "xb", opener=_private) as out:
            _fill(source, out, about, room)
            out.flush()
            os.fsync(out.fileno())
        _verify(source.database.key, part, room, whole=whole)
        disk.move(part, target)
        disk.sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):  # the drive may be gone
            part.unlink(missing_ok=True)
        raise


def try_place(place: Path) -> None:
    """Write a file into a folder and take it away again.

    Raises:
        KnownError: that cannot be done.
    """
    probe = place / f"{_PART}{os.getpid()}-try"
    try:
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        raise disk.cannot_write(tr("Backups cannot be written there."), place, error) from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _free_name(place: Path, made_at: datetime) -> Path:
    """Return a name that no file has yet: two backups may be made within one second."""
    first = place / backup_files.name_of(made_at)
    target, number = first, 2
    while target.exists():
        target, number = first.with_name(f"{first.stem} {number}{ENDING}"), number + 1
    return target


def _clear_stale(place: Path, beginning: str) -> None:
    """Take away what an earlier run was killed over; not what another computer may be writing right now."""
    now_there: float | None = None
    for left in place.glob(f"{beginning}*"):
        if now_there is None:
            now_there = _time_in(place)
        with suppress(OSError):
            if left.stat().st_mtime < now_there - _STALE_S or f"{beginning}{os.getpid()}-" in left.name:
                left.unlink()


def _time_in(place: Path) -> float:
    """Return the time that the folder's own disk goes by, which may be another computer's."""
    probe = place / f"{_PART}{os.getpid()}-time"
    probe.touch()
    try:
        return probe.stat().st_mtime
    finally:
        probe.unlink()


def _fill(source: Source, out: IO[bytes], about: About, room: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as parts:
        _add(parts, ABOUT, about.made_at, backup_files.dump_about(about))
        if about.encrypted:
            _add(parts, KEY, about.made_at, (source.folder / KEY).read_bytes())
        info = _info(DATABASE, about.made_at)
        with copied_from(source, room) as (read, size):
            info.file_size = size
            with parts.open(info, "w") as inside:
                while chunk := read(CHUNK):
                    inside.write(chunk)


def _add(parts: zipfile.ZipFile, name: str, made_at: datetime, data: bytes) -> None:
    parts.writestr(_info(name, made_at), data)


def _info(name: str, made_at: datetime) -> zipfile.ZipInfo:
    year = min(max(made_at.year, 1980), 2107)  # what a zip can say; a clock may be far off
    info = zipfile.ZipInfo(name, (year, *made_at.timetuple()[1:6]))
    info.external_attr = 0o600 << 16
    return info


def _verify(key: ProfileKey | None, part: Path, room: Path, *, whole: bool) -> None:
    """Open what was written.

    Raises:
        KnownError: it is not what it ought to be.
        RoomIsFull: there is no room to unpack it.
    """
    aside = room / f"{SNAPSHOT}{os.getpid()}-check.db"
    try:
        with (
            zipfile.ZipFile(part) as parts,
            parts.open(DATABASE) as inside,
            open(aside, "wb", opener=_private) as out,
        ):
            backup_files.copy(inside, out)
        problem = check_copy(aside, key, whole=whole)
    except backup_files.WriteError as error:
        if error.errno in disk.FULL:
            raise RoomIsFull from None
        raise disk.cannot_write(_not_written(), room, error) from None
    except zipfile.BadZipFile as error:
        problem = str(error)
    finally:
        aside.unlink(missing_ok=True)
    if problem:
        raise KnownError(
            tr("The backup that was just written cannot be opened, and was taken away again."),
            safe=tr("Earlier backups were left as they are."),
            next_step=tr("Check the profile in Settings; the record may be damaged: {why}.", why=problem),
        )
