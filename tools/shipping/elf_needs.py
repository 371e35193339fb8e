"""Which Debian packages the binaries of the frozen program need, and from which version on.

Every symbol that a binary takes from a library of the system is looked up in the tables that Debian's
packages bring of their own symbols, as Debian's own packages find their dependencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tools.console import SetupError
from tools.shipping.debian_versions import order
from tools.shipping.library_tables import LibraryTables
from tools.shipping.roots import Root

PROMISED = {"libc6": "2.36", "libstdc++6": "12"}
"""The newest versions that the program may ask for: those of Debian 12, which docs/releasing.md promises."""
_OTHER_NAMES = {"libglib2.0-0": "libglib2.0-0t64"}
"""Names that newer Debians gave to the same library."""
_OPTIONAL = re.compile(r"libwayland-|libcups|libenchant")
"""What only one plugin or one feature asks for; the program runs without."""
_NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)
_VERSION = re.compile(r"^ +0x[0-9a-f]{8} 0x[0-9a-f]{2} \d+ (\S+)$", re.MULTILINE)
_REFERENCES = re.compile(r"^ +required from (\S+):\n((?: +0x.*\n)+)", re.MULTILINE)
_TAKEN = re.compile(r"^\S+ +.*\*UND\*\s+[0-9a-f]+ +(?:\((\S+)\) +)?(\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Need:
    """A package that the program needs.

    Attributes:
        package: its name in the oldest supported Debian.
        version: the oldest one that does; "" where any does.
        because: the binary and the symbol that ask for this version.
    """

    package: str
    version: str
    because: str

    @property
    def entry(self) -> str:
        """The entry of Depends."""
        names = [self.package, *filter(None, [_OTHER_NAMES.get(self.package)])]
        return " | ".join(f"{name} (>= {self.version})" if self.version else name for name in names)


def packages_needed(root: Root, frozen: Path) -> list[str]:
    """Return the entries of Depends for the program in `frozen`, which lies inside `root`.

    Raises:
        SetupError: a library is neither in the bundle nor in the bare system, or a newer one is asked for
            than is promised.
    """
    found = needs(root, frozen)
    for need in found:
        if (most := PROMISED.get(need.package)) and order(need.version) > order(most):
            raise SetupError(
                f"The program would need {need.package} {need.version} because of {need.because}; it is"
                f" promised to run with {most} (docs/releasing.md)."
                " Leave that library out, or take an older one."
            )
    return sorted(need.entry for need in found)


def needs(root: Root, frozen: Path) -> list[Need]:
    """Return each package once, with the highest version that any binary asks for; see `packages_needed`.

    Raises:
        SetupError: a library is neither in the bundle nor in the bare system.
    """
    tables = LibraryTables(root)
    bundled = {path.name for path in frozen.rglob("*")}
    found: dict[str, Need] = {}
    for binary, said in _binaries(root, frozen):
        libraries = [
            name for name in _NEEDED.findall(said) if name not in bundled and not _OPTIONAL.match(name)
        ]
        symbols = _symbols(said)
        for library in libraries:
            if library not in tables:
                raise SetupError(f"{binary} needs {library}, which no package of this Debian brings.")
            package, version, symbol = tables.oldest(library, symbols)
            known = found.get(package)
            if known is None or order(version) > order(known.version):
                found[package] = Need(package, version, f"{symbol or library} in {binary}")
    return [found[package] for package in sorted(found)]


def libraries_needed(root: Root, frozen: Path) -> dict[str, set[str]]:
    """Return the libraries of the system that the program needs, each with the versions that binaries name.

    Libraries are as "libc.so.6", versions as "GLIBC_2.36"; many libraries have none.
    """
    bundled = {path.name for path in frozen.rglob("*")}
    found: dict[str, set[str]] = {}
    for _binary, said in _binaries(root, frozen):
        versions = {name: set(_VERSION.findall(rows)) for name, rows in _REFERENCES.findall(said)}
        for library in _NEEDED.findall(said):
            if library not in bundled and not _OPTIONAL.match(library):
                found.setdefault(library, set()).update(versions.get(library, ()))
    return dict(sorted(found.items()))


def _symbols(said: str) -> set[str]:
    """Return what a binary takes from others, as "name@version", versions themselves as "version@version"."""
    taken = {f"{name}@{version or 'Base'}" for version, name in _TAKEN.findall(said)}
    return taken | {f"{version}@{version}" for version in _VERSION.findall(said)}


def _binaries(root: Root, frozen: Path) -> list[tuple[str, str]]:
    """Return the name of each binary with what objdump says of it."""
    inside = f"/{frozen.relative_to(root.folder)}"
    text = root.run(
        "sh", "-c",
        f"find {inside} -type f \\( -name '*.so*' -o -name {frozen.name} \\) | LC_ALL=C sort"
        " | xargs objdump -p -T 2>/dev/null || true",
    )  # fmt: skip
    parts = re.split(r"^(\S.*?): +file format elf\S+$", text, flags=re.MULTILINE)[1:]
    return [(Path(name).name, said) for name, said in zip(parts[::2], parts[1::2])]
