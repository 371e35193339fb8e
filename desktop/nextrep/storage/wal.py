"""The write-ahead log of a profile, read without SQLite.

SQLite ends a log at the first frame that does not fit its checksum, and takes all after it for the rest
of a write that was cut off. That is right when the power failed, and silently drops work when the file
was damaged. Both look different: each transaction is on the disk before the next one begins
(`synchronous=FULL`), so whole frames of a later transaction behind a broken one are never the work of a power
cut.

Source of the layout: https://www.sqlite.org/fileformat2.html, section 4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEADER_BYTES, FRAME_HEADER_BYTES = 32, 24
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_MASK = 0xFFFFFFFF

Sum = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One page in the log.

    Attributes:
        page: number of the page, from 1.
        commits: whether a transaction ends with it.
        whole: whether its checksum fits what stands before it.
        data: the page.
    """

    page: int
    commits: bool
    whole: bool
    data: bytes


def log_of(database: Path) -> Path:
    """Return where the write-ahead log of a database file is."""
    return database.with_name(f"{database.name}-wal")


def frames(log: Path) -> list[Frame]:
    """Return the frames of the log's last round, whole or not; older rounds are not in it.

    A log that is not there, is empty or whose header is broken has none.

    Raises:
        OSError: it cannot be read.
    """
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return []
    return list(_frames(content))


def lost_in(found: list[Frame]) -> int:
    """Return how many frames SQLite would drop although they were on the disk for good; 0 for none.

    Frames behind a broken one count only if a whole transaction stands between: otherwise they may be the
    rest of a write that the power cut off.
    """
    broken = next((place for place, frame in enumerate(found) if not frame.whole), len(found))
    ends = [place for place, frame in enumerate(found) if frame.commits and place >= broken]
    return len(found) - broken if ends and ends[0] < len(found) - 1 else 0


def latest_pages(found: list[Frame]) -> dict[int, bytes]:
    """Return the last whole version of each page, up to the last commit.

    Frames behind a broken one count too, as long as each fits the one before: SQLite would leave them out.
    """
    last = max((place for place, frame in enumerate(found) if frame.commits and frame.whole), default=-1)
    return {frame.page: frame.data for frame in found[: last + 1] if frame.whole}


def _frames(content: bytes) -> Iterator[Frame]:
    if len(content) < HEADER_BYTES:
        return
    magic, _, size, _, salt_1, salt_2, *kept = struct.unpack(">8I", content[:HEADER_BYTES])
    if magic not in {_LITTLE, _BIG} or size < 512 or size > 65536 or size & (size - 1):
        return
    words = struct.Struct(f"{'<' if magic == _LITTLE else '>'}{size // 4}I")
    start = struct.Struct(f"{'<' if magic == _LITTLE else '>'}6I")
    before: Sum = (kept[0], kept[1])
    for place in range(HEADER_BYTES, len(content) - size - FRAME_HEADER_BYTES + 1, size + FRAME_HEADER_BYTES):
        head = content[place : place + FRAME_HEADER_BYTES]
        page, commit, one, two, *after = struct.unpack(">6I", head)
        if (one, two) != (salt_1, salt_2) and not _goes_on(content, place, size, (salt_1, salt_2)):
            return  # what an older round left behind
        data = content[place + FRAME_HEADER_BYTES : place + FRAME_HEADER_BYTES + size]
        reckoned = _sum(words.unpack(data), _sum(start.unpack(head)[:2], before))
        whole = (one, two) == (salt_1, salt_2) and reckoned == (after[0], after[1]) and page > 0
        yield Frame(page, commit > 0, whole, data)
        before = (after[0], after[1])


def _goes_on(content: bytes, place: int, size: int, salts: tuple[int, int]) -> bool:
    """Tell whether the frame behind this one is of the same round: then only this one is damaged."""
    behind = place + FRAME_HEADER_BYTES + size
    head = content[behind : behind + FRAME_HEADER_BYTES]
    return len(head) == FRAME_HEADER_BYTES and struct.unpack(">4I", head[:16])[2:] == salts


def _sum(words: tuple[int, ...], before: Sum) -> Sum:
    """Go on with SQLite's checksum over pairs of 32-bit words."""
    first, second = before
    pairs = iter(words)
    for one, two in zip(pairs, pairs, strict=True):
        first = (first + one + second) & _MASK
        second = (second + two + first) & _MASK
    return first, second
