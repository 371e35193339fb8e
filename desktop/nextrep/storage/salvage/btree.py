"""SQLite's trees, read so that damage costs what it hit and nothing more.

Source of the layout: https://www.sqlite.org/fileformat2.html, sections 1.5 to 2.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from nextrep.storage.salvage.pages import Pages

Value = int | float | str | bytes | None

TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 0x0D, 0x05, 0x0A, 0x02
_DEEPEST = 20
"""SQLite's own bound on the depth of a tree."""
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number by its serial type."""


class Broken(Exception):  # noqa: N818 - not an error of the program
    """These bytes are not what they should be."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row as it is stored.

    Attributes:
        rowid: its number; None in a table that has none, where the key is among the values.
    """

    rowid: int | None
    values: tuple[Value, ...]


@dataclass(slots=True)
class Walk:
    """What was met on the way through one tree.

    Attributes:
        pages: the file.
        of_table: whether its rows have numbers; trees of indexes and of tables without row numbers have not.
        seen: pages that belong to a tree, overflow pages too; trees share it, as no page is in two of them.
        bad_pages: pages that are not what they should be; rows may be lost with them.
        bad_cells: rows that cannot be read on pages that can.
    """

    pages: Pages
    of_table: bool
    seen: set[int]
    bad_pages: set[int] = field(default_factory=set)
    bad_cells: int = 0

    @property
    def hurt(self) -> bool:
        """Whether anything was met that cannot be read."""
        return bool(self.bad_pages or self.bad_cells)

    def rows(self, root: int, depth: int = 0) -> Iterator[Cell]:
        """Yield the rows under a page, in order, around whatever is damaged."""
        if root in self.seen or depth > _DEEPEST:
            self.bad_pages.add(root)
            return
        self.seen.add(root)
        page = self.pages.get(root)
        if page is None:
            self.bad_pages.add(root)
            return
        leaf, inner = (TABLE_LEAF, TABLE_INNER) if self.of_table else (INDEX_LEAF, INDEX_INNER)
        kind = page[_start(root)]
        if kind not in {leaf, inner}:
            self.bad_pages.add(root)
            yield from self._guessed(root, page, leaf)
            return
        for pointer in self._pointers(root, page, kind):
            if kind == inner:
                yield from self.rows(_number(page, pointer, 4), depth + 1)
            if kind != TABLE_INNER:
                yield from self._cell(page, pointer, kind)
        if kind == inner:
            yield from self.rows(_number(page, _start(root) + 8, 4), depth + 1)

    def _guessed(self, number: int, page: bytes, leaf: int) -> list[Cell]:
        """Return the rows of a page whose kind cannot be read, if all of it makes sense as one with rows."""
        before, bad = self.bad_cells, len(self.bad_pages)
        pointers = self._pointers(number, page, leaf)
        cells = [cell for pointer in pointers for cell in self._cell(page, pointer, leaf)]
        rowids = [cell.rowid for cell in cells if cell.rowid is not None]
        ordered = all(one < two for one, two in pairwise(rowids))
        whole = self.bad_cells == before and len(self.bad_pages) == bad and len(set(pointers)) == len(cells)
        self.bad_cells = before
        return cells if whole and ordered and all(cell.values for cell in cells) else []

    def _pointers(self, number: int, page: bytes, kind: int) -> list[int]:
        start = _start(number)
        count = _number(page, start + 3, 2)
        first = start + (12 if kind in {TABLE_INNER, INDEX_INNER} else 8)
        if first + 2 * count > self.pages.usable:
            self.bad_pages.add(number)
            count = max(0, (self.pages.usable - first) // 2)
        found = [_number(page, first + 2 * place, 2) for place in range(count)]
        good = [one for one in found if first <= one < self.pages.usable]
        if len(good) < len(found):
            self.bad_pages.add(number)
        return good

    def _cell(self, page: bytes, place: int, kind: int) -> Iterator[Cell]:
        try:
            if kind == INDEX_INNER:
                place += 4
            length, place = varint(page, place)
            rowid = None
            if kind == TABLE_LEAF:
                unsigned, place = varint(page, place)
                rowid = unsigned - (1 << 64) if unsigned >> 63 else unsigned
            yield Cell(rowid, record(self._payload(page, place, length, table=kind == TABLE_LEAF)))
        except Broken:
            self.bad_cells += 1

    def _payload(self, page: bytes, place: int, length: int, *, table: bool) -> bytes:
        """Return a row's bytes, of which long ones go on in overflow pages."""
        usable = self.pages.usable
        most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return _slice(page, place, length, usable)
        if length > self.pages.count * self.pages.size:
            raise Broken
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
        parts = [_slice(page, place, here, usable)]
        following, left = _number(_slice(page, place + here, 4, usable), 0, 4), length - here
        while left > 0:
            overflow = self.pages.get(following)
            if overflow is None or following in self.seen:
                raise Broken
            self.seen.add(following)
            parts.append(overflow[4 : 4 + min(left, usable - 4)])
            left -= len(parts[-1])
            following = _number(overflow, 0, 4)
        return b"".join(parts)


def free_pages(pages: Pages) -> set[int]:
    """Return the pages that hold nothing any more, as far as their list can be followed."""
    found: set[int] = set()
    trunk = pages.header(32, 4)
    while trunk and trunk not in found and (page := pages.get(trunk)) is not None:
        found.add(trunk)
        count = min(_number(page, 4, 4), pages.usable // 4 - 2)
        found.update(_number(page, 8 + 4 * place, 4) for place in range(count))
        trunk = _number(page, 0, 4)
    return found


def record(payload: bytes) -> tuple[Value, ...]:
    """Return the values of a stored row.

    Raises:
        Broken: it is not one.
    """
    length, place = varint(payload, 0)
    if not place <= length <= len(payload):
        raise Broken
    kinds: list[int] = []
    while place < length:
        kind, place = varint(payload, place)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, length = _value(payload, length, kind)
        values.append(value)
    if length != len(payload):
        raise Broken
    return tuple(values)


def varint(data: bytes, place: int) -> tuple[int, int]:
    """Return an unsigned number of one to nine bytes, and where it ends.

    Raises:
        Broken: the data end before it does.
    """
    number = 0
    for step in range(9):
        if place >= len(data):
            raise Broken
        byte = data[place]
        place += 1
        if step == 8:
            return (number << 8) | byte, place
        number = (number << 7) | (byte & 0x7F)
        if byte < 0x80:
            break
    return number, place


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    """Return the value of a serial type at a place, and where it ends."""
    if kind == 0:
        return None, place
    if kind in {8, 9}:
        return kind - 8, place
    if kind in {10, 11}:
        raise Broken
    length = 8 if kind == 7 else _NUMBERS.get(kind) or (kind - 12) // 2
    raw = _slice(payload, place, length, len(payload))
    if kind == 7:
        (real,) = struct.unpack(">d", raw)
        return float(real), place + length
    if kind in _NUMBERS:
        return int.from_bytes(raw, "big", signed=True), place + length
    if kind % 2 == 0:
        return raw, place + length
    try:
        return raw.decode(), place + length
    except UnicodeDecodeError:
        raise Broken from None


def _start(number: int) -> int:
    """Return where a page's own header begins: the first one has the file's header before it."""
    return 100 if number == 1 else 0


def _slice(data: bytes, place: int, length: int, end: int) -> bytes:
    if place + length > end:
        raise Broken
    return data[place : place + length]


def _number(data: bytes, place: int, length: int) -> int:
    return int.from_bytes(data[place : place + length], "big")
