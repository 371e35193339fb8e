"""Backup files: their names, what is in them, and reading them.

A backup is a zip whose parts are stored as they are: `nextrep.db`, the file of the database; `nextrep.key`
where that is encrypted; `about.json`, which says when it was made and by what, and nothing of the person.
Copies that older versions made are the bare file of the database, and are read as well.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import IO, Any

from nextrep.domain.backup_rotation import BackupKind
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

ENDING = ".nextrep-backup"
DATABASE, KEY, ABOUT = "nextrep.db", "nextrep.key", "about.json"
"""Parts of a backup; the first two have the names that they have in a profile."""
VERSION = 1
"""Of the file's layout. The format of the profile inside has a number of its own."""
CHUNK = 1 << 20
SMALL = 1 << 20
"""No part but the database is larger, in bytes: whatever is, was not written by NextRep."""
_OLD_NAME = re.compile(r"(nextrep|before-format-\d+)-(\d{8}-\d{6})\.db")


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself.

    Attributes:
        format: of the profile inside; 0 for a copy of an older version, which does not say it.
        program: the version that made it, "" where it is not known.
        made_at: aware, in the zone it was made in.
        kind: why.
        profile: random letters that name the profile, "" where it is not known.
        encrypted: whether it takes a passphrase.
    """

    format: int
    program: str
    made_at: datetime
    kind: BackupKind
    profile: str
    encrypted: bool


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup that was found, with its size in bytes."""

    path: Path
    about: About
    size: int


def name_of(made_at: datetime) -> str:
    """Return the name of the file of a backup."""
    return f"NextRep {made_at:%Y-%m-%d %H%M%S}{ENDING}"


def dump_about(about: About) -> bytes:
    """Return it as it stands in a backup."""
    content = {
        "nextrep_backup": VERSION,
        "format": about.format,
        "program": about.program,
        "made_at": about.made_at.isoformat(),
        "kind": str(about.kind),
        "profile": about.profile,
        "encrypted": about.encrypted,
    }
    return json.dumps(content).encode()


def read_about(file: Path, zone: tzinfo | None) -> About:
    """Return what a backup says of itself.

    Args:
        file: the backup.
        zone: taken for the times of older copies, which do not say it.

    Raises:
        KnownError: it is no backup of NextRep, was made by a newer one, or cannot be read.
    """
    old = _OLD_NAME.fullmatch(file.name)
    if old is not None and not zipfile.is_zipfile(file):
        return _about_old(file, old, zone)
    with _opened(file) as parts:
        return _parse(file, _small(file, parts, ABOUT), KEY in parts.namelist())


def read_key(file: Path) -> bytes | None:
    """Return the key file of an encrypted backup, None for a plain one.

    Raises:
        KnownError: it is no backup of NextRep, or cannot be read.
    """
    if not zipfile.is_zipfile(file):
        return None
    with _opened(file) as parts:
        return _small(file, parts, KEY) if KEY in parts.namelist() else None


def extract_database(file: Path, out: IO[bytes], check: Callable[[], None] | None = None) -> None:
    """Copy the database of a backup to `out`; `check` is called now and then and may raise to stop.

    Raises:
        KnownError: it is no backup of NextRep, is damaged, or cannot be read.
        OSError: `out` cannot be written.
    """
    if file.suffix == ".db":
        with _reading(file), file.open("rb") as bare:
            copy(bare, out, check)
        return
    with _opened(file) as parts, _reading(file), parts.open(DATABASE) as inside:
        copy(inside, out, check)


def found_in(place: Path, zone: tzinfo | None) -> list[BackupFile]:
    """Return the backups in a folder, newest first. What cannot be read is not among them."""
    found: list[BackupFile] = []
    with suppress(OSError):
        for file in place.iterdir():
            if file.suffix == ENDING or _OLD_NAME.fullmatch(file.name):
                with suppress(KnownError, OSError):
                    found.append(BackupFile(file, read_about(file, zone), file.stat().st_size))
    return sorted(found, key=_newest_first, reverse=True)


def _newest_first(one: BackupFile) -> tuple[float, str]:
    return one.about.made_at.timestamp(), one.path.name


def _about_old(file: Path, name: re.Match[str], zone: tzinfo | None) -> About:
    try:
        at = datetime.strptime(name[2], "%Y%m%d-%H%M%S").replace(tzinfo=zone)
    except ValueError:
        raise _no_backup(file) from None
    kind = BackupKind.HAND if name[1] == "nextrep" else BackupKind.BEFORE_FORMAT
    return About(0, "", at, kind, "", encrypted=False)


def _parse(file: Path, data: bytes, has_key: bool) -> About:
    try:
        content: dict[str, Any] = json.loads(data)
        version = int(content["nextrep_backup"])
        if version > VERSION:
            raise newer(file)
        made_at = datetime.fromisoformat(content["made_at"])
        kind = content["kind"]
        about = About(
            int(content["format"]),
            str(content["program"]),
            made_at,
            BackupKind(kind) if kind in set(BackupKind) else BackupKind.HAND,
            str(content["profile"]),
            has_key,
        )
    except (ValueError, KeyError, TypeError):
        raise _no_backup(file) from None
    if made_at.tzinfo is None:
        raise _no_backup(file)
    return about


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open the zip of a backup, and refuse what NextRep would not have written."""
    try:
        parts = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _no_backup(file) from None
    except OSError as error:
        raise unreadable(file, error) from None
    with parts:
        if not _is_ours(parts):
            raise _no_backup(file)
        yield parts


def _is_ours(parts: zipfile.ZipFile) -> bool:
    names = parts.namelist()
    stored = all(one.compress_type == zipfile.ZIP_STORED for one in parts.infolist())
    once = len(names) == len(set(names))
    return stored and once and {DATABASE, ABOUT} <= set(names) <= {DATABASE, KEY, ABOUT}


def _small(file: Path, parts: zipfile.ZipFile, name: str) -> bytes:
    if parts.getinfo(name).file_size > SMALL:
        raise _no_backup(file)
    with _reading(file):
        return parts.read(name)


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """Say what is wrong with a backup that cannot be read to its end."""
    try:
        yield
    except WriteError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise damaged(file) from None
    except OSError as error:
        raise unreadable(file, error) from None


class WriteError(OSError):
    """The other end of a copy failed: the backup itself is not at fault."""


def copy(source: IO[bytes], out: IO[bytes], check: Callable[[], None] | None = None) -> None:
    """Copy all of `source` to `out`.

    Raises:
        WriteError: `out` cannot be written.
        OSError, zipfile.BadZipFile: `source` cannot be read, or is damaged.
    """
    while chunk := source.read(CHUNK):
        if check is not None:
            check()
        try:
            out.write(chunk)
        except OSError as error:
            raise WriteError(*error.args) from None


def _no_backup(file: Path) -> KnownError:
    return KnownError(
        tr("“{file}” is not a backup of NextRep, or is damaged.", file=file.name),
        safe=tr("Your record was not touched."),
        next_step=tr("Choose another file. Backups end with “{ending}”.", ending=ENDING),
    )


def damaged(file: Path) -> KnownError:
    """Return what to say of a backup that is not what was written."""
    return KnownError(
        tr("The backup “{file}” is damaged.", file=file.name),
        safe=tr("Your record was not touched."),
        next_step=tr("Choose an older one, or another copy of it."),
    )


def newer(file: Path) -> KnownError:
    """Return what to say of a backup of a later version."""
    return KnownError(
        tr("The backup “{file}” was made by a newer NextRep.", file=file.name),
        safe=tr("Nothing was changed, and the backup is fine."),
        next_step=tr("Install the newest NextRep here, then open it again."),
    )


def unreadable(file: Path, error: OSError) -> KnownError:
    """Return what to say of a backup that the system does not give out."""
    return KnownError(
        tr("“{file}” cannot be read.", file=file.name),
        safe=tr("Your record was not touched."),
        next_step=tr(
            "Check that it is there and that you may read it: {why}.", why=error.strerror or str(error)
        ),
    )
