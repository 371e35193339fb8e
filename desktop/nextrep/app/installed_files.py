"""Whether the libraries of an installed program are whole.

A library that a full disk or a broken copy cut off ends the program without a word (SIGBUS) as soon as it is
loaded; this finds it before. What somebody put there instead, as the licence of Qt allows, is not judged.
"""

from __future__ import annotations

import os
from pathlib import Path

_HEADER = 64
"""Bytes of the header of a 64-bit ELF file."""


def cut_off(folder: Path) -> Path | None:
    """Return a library below `folder` that ends before its own table of contents; None for no such.

    The table of sections stands at the end of an ELF file, and the header says where (System V ABI, "ELF
    Header": e_shoff, e_shentsize, e_shnum).
    """
    for place, _folders, names in os.walk(folder):
        for name in names:
            if ".so" in name and not _whole(Path(place, name)):
                return Path(place, name)
    return None


def _whole(library: Path) -> bool:
    with library.open("rb", buffering=0) as file:
        header = file.read(_HEADER)
        size = os.fstat(file.fileno()).st_size
    if len(header) < _HEADER or not header.startswith(b"\x7fELF"):
        return False
    table = int.from_bytes(header[40:48], "little")
    return size >= table + int.from_bytes(header[58:60], "little") * int.from_bytes(header[60:62], "little")
