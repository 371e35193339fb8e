"""A checksum of every page of a closed profile, and where each table begins.

SQLite notices when a tree of pages does not hold together. It does not notice a letter or a figure that the
disk changed: a plain page has no checksum of its own. So whoever closes a profile writes one for each page
beside it, and whoever opens it next compares them. A file that was put in the place of the sealed one (a
backup, a copy on another disk) is another file to the system, and the seal says nothing about it.

The list of where tables begin helps to recover rows when the page with that list in the database is lost; it
holds page numbers, and which NextRep closed the profile, so that an older one can name it.
"""

from __future__ import annotations

import json
import os
import zlib
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import nextrep
from nextrep.storage import disk, wal
from nextrep.storage.database import FILE_NAME, MAP_FILE, PAGE_BYTES, SEAL_FILE
from nextrep.storage.migrations import LATEST


@dataclass(frozen=True, slots=True)
class Seal:
    """CRC-32 of each page, the first page first.

    Attributes:
        written_ns: when the file was last written to, as it was found; 0 while it is closed.
    """

    sums: tuple[int, ...]
    written_ns: int = 0


def write(folder: Path, roots: dict[str, int]) -> None:
    """Seal a profile that was just closed; a disk that takes no seal is no matter.

    Args:
        folder: the profile folder, whose lock the caller holds.
        roots: first page by table.
    """
    database = folder / FILE_NAME
    log = wal.log_of(database)
    with suppress(OSError):
        if log.exists() and log.stat().st_size:
            return  # somebody else has it open
        sums = _sums(database.read_bytes())
        text = b64encode(b"".join(one.to_bytes(4, "big") for one in sums))
        body = b"%d %b" % (database.stat().st_ino, text)
        _write(folder / SEAL_FILE, b"1 %08x\n%b\n" % (zlib.crc32(body), body))
        if roots:
            by = {"program": nextrep.__version__, "format": LATEST}
            known = {"file": database.stat().st_ino, "roots": roots, **by}
            _write(folder / MAP_FILE, json.dumps(known).encode())


def take(folder: Path) -> Seal | None:
    """Return the seal and take it away: from now on the file may change. None where there is no good one."""
    seal = read(folder)
    if seal is not None:
        with suppress(OSError):
            seal = replace(seal, written_ns=(folder / FILE_NAME).stat().st_mtime_ns)
    with suppress(OSError):
        (folder / SEAL_FILE).unlink(missing_ok=True)
        # Before anything is written: after a power cut the old seal would call the new file damaged.
        disk.sync_folder(folder)
    return seal


def read(folder: Path) -> Seal | None:
    """Return the seal of a profile that nobody has opened since it was made; None where there is none."""
    with suppress(OSError, ValueError):
        head, body = (folder / SEAL_FILE).read_bytes().split(b"\n")[:2]
        file, text = body.split(b" ")
        if head == b"1 %08x" % zlib.crc32(body) and int(file) == (folder / FILE_NAME).stat().st_ino:
            raw = b64decode(text, validate=True)
            return Seal(tuple(int.from_bytes(raw[at : at + 4], "big") for at in range(0, len(raw), 4)))
    return None


def roots(folder: Path) -> dict[str, int]:
    """Return the first page of each table as it was when the profile was last closed; empty if unknown."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        known = json.loads((folder / MAP_FILE).read_bytes())
        if known["file"] == (folder / FILE_NAME).stat().st_ino:
            return {str(name): int(page) for name, page in known["roots"].items() if int(page) > 1}
    return {}


def altered(folder: Path, seal: Seal, content: bytes) -> list[int]:
    """Return the pages that are not as they were sealed, though nobody has written them; empty for none.

    The profile may be open: what is written goes into its log. Once that was moved into the file, nothing can
    be told any more, and the answer is empty too.

    Args:
        folder: the profile folder.
        seal: what the file was.
        content: what it is now; of an open profile by `Store.content`.

    Raises:
        OSError: the file is not there now.
    """
    database = folder / FILE_NAME
    now = _sums(content)
    found = [page for page, (old, new) in enumerate(zip(seal.sums, now, strict=False), 1) if old != new]
    found += range(len(now) + 1, len(seal.sums) + 1)
    if seal.written_ns and database.stat().st_mtime_ns != seal.written_ns:
        return []  # pages were moved into it from the log: nobody knows which
    return found


def _sums(content: bytes) -> list[int]:
    view = memoryview(content)
    return [zlib.crc32(view[at : at + PAGE_BYTES]) for at in range(0, len(view), PAGE_BYTES)]


def _write(file: Path, content: bytes) -> None:
    aside = file.with_name(f"{file.name}.new")
    handle = os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as target:
        target.write(content)
    disk.move(aside, file)
