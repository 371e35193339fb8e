"""The pages of a database file, with its write-ahead log folded in, read without SQLite."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nextrep.storage import wal

USUAL_SIZE = 4096
"""Bytes of a page in every profile so far; taken where the header does not say."""

Decrypt = Callable[[int, bytes], bytes | None]
"""From a page's number and bytes as they are on the disk to its plain text, None where it is damaged."""


@dataclass(slots=True)
class Pages:
    """Pages by their number, from 1.

    Attributes:
        size: bytes of a page.
        usable: bytes of it that SQLite uses; encryption takes some at the end.
        count: pages of the file or its log, whichever has more.
        unreadable: numbers of pages that cannot be decrypted or do not come from the disk.
    """

    size: int
    usable: int
    count: int
    _content: bytes
    _log: dict[int, bytes]
    _decrypt: Decrypt | None = None
    unreadable: set[int] = field(default_factory=set)

    def get(self, number: int) -> bytes | None:
        """Return a page, None where there is none or it is damaged beyond reading."""
        if not 1 <= number <= self.count:
            return None
        raw = self._log.get(number) or self._content[(number - 1) * self.size : number * self.size]
        if len(raw) < self.size:
            self.unreadable.add(number)
            return None
        page = raw if self._decrypt is None else self._decrypt(number, raw)
        if page is None:
            self.unreadable.add(number)
        return page

    def header(self, place: int, length: int) -> int:
        """Return a big-endian number of the file's header, 0 where page 1 cannot be read."""
        page = self.get(1)
        return int.from_bytes(page[place : place + length], "big") if page else 0


def read_pages(file: Path, decrypt: Decrypt | None = None, reserved: int = 0) -> Pages:
    """Read a database file and its log into memory.

    Args:
        file: the database file.
        decrypt: for an encrypted profile.
        reserved: bytes at the end of each page that SQLite does not use; 0 in every plain profile, whatever a
            damaged header says.

    Raises:
        OSError: they cannot be read at all.
    """
    content = file.read_bytes() if file.exists() else b""
    size = USUAL_SIZE if decrypt is not None else _size(content)
    log = wal.latest_pages(wal.frames(wal.log_of(file)))
    log = {number: data for number, data in log.items() if len(data) == size}
    count = max([-(-len(content) // size), *log])
    return Pages(size, size - reserved, count, content, log, decrypt)


def _size(content: bytes) -> int:
    if len(content) < 100 or content[:16] != b"SQLite format 3\0":
        return USUAL_SIZE
    (size,) = struct.unpack(">H", content[16:18])
    size = 65536 if size == 1 else size
    return size if 512 <= size <= 65536 and not size & (size - 1) else USUAL_SIZE
