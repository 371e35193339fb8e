"""The write-ahead log of a profile, read without SQLite.

SQLite ends a log at the first frame that does not fit its checksum, and takes all after it for the rest
of a write that was cut off. That is right when the power failed, and silently drops work when the file
was damaged. Both look different: each transaction is on the disk before the next one begins
(`synchronous=FULL`), so whole frames of a later transaction behind a broken one are never the work of a power
cut.

Sources of the layouts: https://www.sqlite.org/fileformat2.html, section 4, and
https://www.sqlite.org/walformat.html, section 2.1.
"""

from __future__ import annotations

import struct
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HEADER_BYTES, FRAME_HEADER_BYTES = 32, 24
USUAL_PAGE = 4096
_INDEX_HEADER, _INDEX_BYTES = 48, 100
"""Of the index: its header, which stands there twice, and what is read of it."""
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

    A log that is not there or is empty has none. With a broken header the first one cannot be checked.

    Raises:
        OSError: it cannot be read.
    """
    try:
        content = log.read_bytes()
    except FileNotFoundError:
        return []
    return list(_frames(content))


def lost(database: Path) -> int:
    """Return how many frames SQLite would drop although they were on the disk for good; 0 for none.

    Frames behind a broken one count only if a whole transaction stands between: otherwise they may be the
    rest of a write that the power cut off. How many there were in the end says the index of the log, which
    outlives a killed process; SQLite counts no frame there before it is on the disk. A broken header
    counts as one.

    Raises:
        OSError: the log cannot be read.
    """
    counted = _counted(database)  # first: a writer beside us adds to the log before it counts
    try:
        content = log_of(database).read_bytes()
    except FileNotFoundError:
        content = b""
    if len(content) > HEADER_BYTES and not _header_fits(content):
        return 1
    found = list(_frames(content))
    broken = next((place for place, frame in enumerate(found) if not frame.whole), len(found))
    ends = [place for place, frame in enumerate(found) if frame.commits and place >= broken]
    behind = len(found) - broken if ends and ends[0] < len(found) - 1 else 0
    salts_fit = not content or content[16:24] == counted.salts
    return max(behind, counted.frames - broken if salts_fit and counted.frames > counted.moved else 0)


def latest_pages(found: list[Frame]) -> dict[int, bytes]:
    """Return the last whole version of each page, up to the last commit.

    Frames behind a broken one count too, as long as each fits the one before: SQLite would leave them out.
    """
    last = max((place for place, frame in enumerate(found) if frame.commits and frame.whole), default=-1)
    return {frame.page: frame.data for frame in found[: last + 1] if frame.whole}


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the index of the log says: frames, how many of them are in the file by now, salts of the round."""

    frames: int = 0
    moved: int = 0
    salts: bytes = b""


def _counted(database: Path) -> _Counted:
    """Read the index of the log; one that is not there, or is broken, says nothing."""
    try:
        with database.with_name(f"{database.name}-shm").open("rb") as file:
            index = file.read(_INDEX_BYTES)
    except OSError:
        return _Counted()
    head = index[:_INDEX_HEADER]
    if len(index) < _INDEX_BYTES or head != index[_INDEX_HEADER : 2 * _INDEX_HEADER] or not head[12]:
        return _Counted()
    words = struct.unpack("=10I", head[:40])
    if _sum(words, (0, 0)) != struct.unpack("=2I", head[40:]):
        return _Counted()
    (moved,) = struct.unpack("=I", index[2 * _INDEX_HEADER :])
    return _Counted(words[4], moved, head[32:40])


def _header_fits(content: bytes) -> bool:
    magic, _, size = struct.unpack(">3I", content[:12])
    if magic not in {_LITTLE, _BIG} or not 512 <= size <= 65536 or size & (size - 1):
        return False
    words = struct.unpack(f"{'<' if magic == _LITTLE else '>'}6I", content[:24])
    return _sum(words, (0, 0)) == struct.unpack(">2I", content[24:HEADER_BYTES])


def _start_of(content: bytes) -> tuple[int, int, tuple[int, int], Sum]:
    """Return magic, page size, salts and first sum; where the header is broken, as its frames have it."""
    magic, _, size, _, one, two, *kept = struct.unpack(">8I", content[:HEADER_BYTES])
    if _header_fits(content):
        return magic, size, (one, two), (kept[0], kept[1])
    step = USUAL_PAGE + FRAME_HEADER_BYTES
    seen = Counter(content[at + 8 : at + 16] for at in range(HEADER_BYTES, len(content) - step + 1, step))
    salts = struct.unpack(">2I", seen.most_common(1)[0][0]) if seen else (0, 0)
    little = magic == _LITTLE or (magic != _BIG and sys.byteorder == "little")
    return _LITTLE if little else _BIG, USUAL_PAGE, (salts[0], salts[1]), (0, 0)


def _frames(content: bytes) -> Iterator[Frame]:
    if len(content) < HEADER_BYTES:
        return
    magic, size, (salt_1, salt_2), before = _start_of(content)
    words = struct.Struct(f"{'<' if magic == _LITTLE else '>'}{size // 4}I")
    start = struct.Struct(f"{'<' if magic == _LITTLE else '>'}6I")
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
