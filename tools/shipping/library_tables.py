"""What the packages of a Debian say of their own libraries: which one brings it, since when a symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tools.shipping.debian_versions import order
from tools.shipping.roots import Root

_SHLIBS = re.compile(r"^([^\s:#]+) (\S+) (\S+)(?: \(>= ([^)]+)\))?", re.MULTILINE)
"""Not the lines that begin with "udeb:", which are for Debian's installer."""
_EVER = "0"
"""What a table says of a symbol that the library always had."""


class LibraryTables:
    """The tables of the packages that are installed in one bare system (deb-symbols(5), deb-shlibs(5))."""

    def __init__(self, root: Root) -> None:
        self._symbols: dict[str, tuple[str, dict[str, str]]] = {}
        self._whole: dict[str, tuple[str, str]] = {}
        folder = root.path("/var/lib/dpkg/info")
        for path in sorted(folder.glob("*.symbols")):
            self._read_symbols(path)
        for path in sorted(folder.glob("*.shlibs")):
            for name, number, package, version in _SHLIBS.findall(path.read_text(encoding="utf-8")):
                self._whole[f"{name} {number}"] = (package, version)

    def __contains__(self, library: str) -> bool:
        return library in self._symbols or _apart(library) in self._whole

    def oldest(self, library: str, symbols: Iterable[str]) -> tuple[str, str, str]:
        """Return a library's package, its oldest version with all of `symbols` that it has, and the symbol.

        Args:
            library: its name, as "libc.so.6".
            symbols: "name@version", also of other libraries; where a package has no table of symbols, its
                version is the one it asks for itself, and the symbol is "".
        """
        if library not in self._symbols:
            return (*self._whole[_apart(library)], "")
        package, since = self._symbols[library]
        asked = [(since[symbol], symbol) for symbol in sorted(symbols) if symbol in since]
        version, symbol = max(asked, key=_newest, default=("", ""))
        return package, version, symbol

    def _read_symbols(self, path: Path) -> None:
        since: dict[str, str] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                words = line.split()
                since[words[0]] = "" if words[1] == _EVER else words[1]
            elif line and line[0] not in "|*#":
                library, package = line.split()[:2]
                since = {}
                self._symbols[library] = (package, since)


def _newest(asked: tuple[str, str]) -> tuple[object, ...]:
    version, symbol = asked
    name, _, of = symbol.partition("@")
    return order(version), name != of  # a function says more than the mere name of a version


def _apart(library: str) -> str:
    """Return "libz 1" for "libz.so.1" and "libdb 5.3" for "libdb-5.3.so"."""
    name, _, number = library.partition(".so.")
    if number:
        return f"{name} {number}"
    name, _, number = library.removesuffix(".so").rpartition("-")
    return f"{name} {number}"
