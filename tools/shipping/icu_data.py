"""Makes ICU's data file smaller, which Qt brings: 32 MB, of which Qt's widgets use 8.

Qt asks ICU for sorting and for upper and lower case. Names of languages, countries, currencies and units, old
character sets and the rules that break Thai lines stay unread in NextRep: Qt has names of its own. The person
may put ICU's own file back in its place; it is the same library with fewer tables.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

from tools.shipping.roots import Root

_UNREAD = re.compile(r"(unit|curr|lang|region|translit|rbnf|brkitr|zone)/|.*\.cnv$|unames\.icu$")
"""Folders and tables that are left out. What stays: sorting (coll), locales, normal forms, zones' rules."""
_SOURCE = """
    .section .rodata
    .balign 16
    .globl {symbol}
    .type {symbol}, @object
{symbol}:
    .incbin "{table}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",@progbits
"""


def shrink(root: Root, library: str) -> None:
    """Replace `library` (the path of libicudata.so.N inside `root`, which has binutils and icu-devtools).

    Raises:
        SetupError: a tool failed.
    """
    symbol, start, size = _table(root, library)
    version = Path(library).name.rpartition(".")[2]
    name = f"icudt{version}l.dat"  # icupkg names the tables after the file: it must have ICU's name for it
    work = "/build/icu"
    root.run("mkdir", "-p", f"{work}/all", f"{work}/few")
    root.path(f"{work}/all/{name}").write_bytes(root.path(library).read_bytes()[start : start + size])
    names = root.run("icupkg", "-l", f"{work}/all/{name}").split()
    root.path(f"{work}/unread.txt").write_text("\n".join(filter(_UNREAD.match, names)) + "\n")
    root.run("icupkg", "-r", f"{work}/unread.txt", f"{work}/all/{name}", f"{work}/few/{name}")
    root.path(f"{work}/table.s").write_text(_SOURCE.format(symbol=symbol, table=f"{work}/few/{name}"))
    root.run("as", f"{work}/table.s", "-o", f"{work}/table.o")
    root.run(
        "ld",
        "-shared",
        "--strip-all",
        "-soname",
        Path(library).name,
        "-z",
        "noexecstack",
        "-o",
        library,
        f"{work}/table.o",
    )


def _table(root: Root, library: str) -> tuple[str, int, int]:
    """Return the name of the data's symbol, its place in the file and its size in bytes."""
    symbols = root.run("readelf", "--wide", "--dyn-syms", library)
    _value, size, symbol = next(
        (row[1], row[2], row[7])
        for row in map(str.split, symbols.splitlines())
        if row and row[-1].startswith("icudt")
    )
    address = int(_value, 16)
    data = root.path(library).read_bytes()
    # The segment that holds the address says where it lies in the file (ELF64 program headers).
    headers, count = struct.unpack_from("<Q", data, 32)[0], struct.unpack_from("<H", data, 56)[0]
    for number in range(count):
        kind, _flags, offset, virtual, _physical, in_file = struct.unpack_from(
            "<IIQQQQ", data, headers + 56 * number
        )
        if kind == 1 and virtual <= address < virtual + in_file:
            return symbol, offset + address - virtual, int(size, 0)
    raise ValueError(f"{library} has no table of ICU")
