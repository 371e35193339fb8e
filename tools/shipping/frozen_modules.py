"""Reads which Python modules a frozen program holds: they lie in an archive at the end of its executable.

The archive is PyInstaller's: a cookie near the end of the file says where a table of contents is; one entry
of it is a PYZ, which ends in a marshalled list of its modules.
"""

from __future__ import annotations

import marshal
import struct
from pathlib import Path

_MAGIC = b"MEI\014\013\012\013\016"
_COOKIE = struct.Struct("!8sIIII64s")
"""Magic, length of the archive with this, place and length of the table, Python's version, its library."""
_ENTRY = struct.Struct("!IIIIBc")
"""Length of this entry with its name, place, length, length unpacked, whether packed, kind."""
_PYZ, _PYZ_TABLE_AT = b"z", 8


def modules_in(executable: Path) -> set[str]:
    """Return the dotted names of the modules in a frozen program; none for a program that is not frozen.

    Args:
        executable: the program that starts it.

    Raises:
        ValueError: there is an archive, and it is not laid out as expected.
    """
    body = executable.read_bytes()
    at = body.rfind(_MAGIC)
    if at < 0 or at + _COOKIE.size > len(body):
        return set()
    _magic, length, table_at, table_length, _version, _library = _COOKIE.unpack_from(body, at)
    start = at + _COOKIE.size - length
    if start < 0:
        raise ValueError(f"{executable.name} has an archive that begins before its start")
    found: set[str] = set()
    for place, size, kind in _entries(body[start + table_at : start + table_at + table_length]):
        if kind == _PYZ:
            found |= _pyz_modules(body[start + place : start + place + size])
    if not found:
        raise ValueError(f"{executable.name} has an archive without modules")
    return found


def _entries(table: bytes) -> list[tuple[int, int, bytes]]:
    """Return place, length and kind of what a table of contents names."""
    found, at = [], 0
    while at + _ENTRY.size <= len(table):
        step, place, size, _unpacked, _packed, kind = _ENTRY.unpack_from(table, at)
        found.append((place, size, kind))
        if step < _ENTRY.size:
            raise ValueError("an entry of the archive is shorter than its own head")
        at += step
    return found


def _pyz_modules(pyz: bytes) -> set[str]:
    (table_at,) = struct.unpack_from("!i", pyz, _PYZ_TABLE_AT)
    # A list of names and numbers, written by the build itself: nothing of it is carried out.
    listed = marshal.loads(pyz[table_at:])  # noqa: S302
    return {name for name, *_rest in listed}
