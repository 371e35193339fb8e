"""Finds what a bundle is made of, from its files: Python packages, and the libraries that no package names.

A bundle is the folder that a package or an installer puts on a computer. parts.toml beside this says which
part each binary belongs to; what is in none of them stops the build.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

import tomllib

from tools.shipping.frozen_modules import modules_in

_DATA = Path(__file__).with_name("parts.toml")
_BINARY = (
    b"\x7fELF",
    b"MZ",
    b"\xcf\xfa\xed\xfe",  # macOS, one processor
    b"\xca\xfe\xba\xbe",  # macOS, several
)
_PYTHON_OWN = re.compile(r"_sysconfigdata|_distutils_hack$|sitecustomize$")
_SHARED = {"backports", "jaraco"}
"""First names of modules under which several packages have theirs."""
_OURS = {"nextrep", "launch", "nextrep_launch", "no_opengl"}
_NO_PACKAGES = {"PyInstaller"}
"""Where modules are from that are in no package of requirements.txt."""
_PLACES = ("site-packages", "_internal", "packages", "program")
"""Folders of a bundle in which the packages of Python lie."""


class UnknownPartError(Exception):
    """Something is in a bundle that nobody has said what it is, or whose licence is not in its notice."""


@dataclass(frozen=True)
class Kind:
    """What parts.toml says of one part; its head explains the words."""

    name: str
    licence: str
    files: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    version: str = ""
    sign: str = ""
    debian: str = ""
    of: str = ""
    notice: str = ""
    words: str = ""
    is_package: bool = False


@dataclass(frozen=True)
class Found:
    """One part of a bundle.

    Attributes:
        kind: what is known of it.
        version: as its own bytes say, "" where they do not.
        files: its binaries, or those that it is linked into, by their place in the bundle.
    """

    kind: Kind
    version: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """All that a bundle is made of.

    Attributes:
        parts: each library and each package with binaries.
        packages: names of the packages of requirements.txt, with binaries or without.
    """

    parts: tuple[Found, ...]
    packages: tuple[str, ...]


def contents(bundle: Path, pins: Iterable[str]) -> Contents:
    """Return what is in a bundle.

    Args:
        bundle: the folder, as it is installed.
        pins: the packages that may be in it: those of requirements.txt.

    Raises:
        UnknownPartError: a binary or a Python module is of no known part, or something must not be there.
    """
    binaries = sorted(_binaries(bundle))
    owned: dict[Kind, list[str]] = {}
    lost = []
    for place in binaries:
        kind = next((one for one in kinds() if _any_fits(place, one.files)), None)
        if kind is None:
            lost.append(place)
        else:
            owned.setdefault(kind, []).append(place)
    if lost:
        raise UnknownPartError(
            f"What are these? Nothing in tools/shipping/parts.toml names them:\n  {chr(10).join(lost)}"
        )
    _assert_nothing_forbidden(bundle, binaries)
    parts = [Found(kind, _version(bundle, kind, files), tuple(files)) for kind, files in owned.items()]
    parts += [one for kind in kinds() if not kind.files and (one := _linked(bundle, kind, binaries))]
    packages = {one.kind.name for one in parts if one.kind.is_package} | _pure(bundle, set(pins))
    order = sorted(parts, key=lambda one: (one.kind.name.lower(), one.kind.of, one.files))
    return Contents(tuple(order), tuple(sorted(packages)))


def unspoken(found: Contents, notice: str) -> list[str]:
    """Return the parts whose licence does not stand in a notice, each with what is missing.

    Args:
        notice: the text of NOTICES.txt as it lies in the bundle.
    """
    spoken = {}
    for part in ("\n" + notice).split("\n" + "#" * 16 + " ")[1:]:
        spoken[part.partition(" | ")[0]] = part
    missing = [name for name in found.packages if name not in spoken]
    for one in found.parts:
        text = spoken.get(one.kind.notice, "")
        if not text or one.kind.words.lower() not in text.lower():
            missing.append(f"{one.kind.name}: “{one.kind.words}” under {one.kind.notice}")
    return sorted(set(missing))


@lru_cache(maxsize=1)
def kinds() -> tuple[Kind, ...]:
    """Return the parts of parts.toml, in its order."""
    return tuple(_kind(entry) for entry in _data()["part"])


@lru_cache(maxsize=1)
def _data() -> dict[str, list[dict[str, str | list[str]]]]:
    with _DATA.open("rb") as file:
        return tomllib.load(file)


def _kind(entry: dict[str, str | list[str]]) -> Kind:
    words = {key: value for key, value in entry.items() if isinstance(value, str) and key != "package"}
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    if "package" in entry:
        words |= {"name": str(entry["package"]), "licence": ""}
    kind = Kind(**words, **lists, is_package="package" in entry)  # type: ignore[arg-type]
    kind = replace(kind, notice=kind.notice or kind.name)
    return replace(kind, words=kind.words or kind.name.partition(",")[0])


def _binaries(bundle: Path) -> Iterator[str]:
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4).startswith(_BINARY):
                    yield path.relative_to(bundle).as_posix()


def _any_fits(place: str, ends: tuple[str, ...]) -> bool:
    return any(fnmatchcase(f"/{place}", f"*/{end}") for end in ends)


def _linked(bundle: Path, kind: Kind, binaries: list[str]) -> Found | None:
    """Return a part that lies inside other binaries, or comes with them; None where they are not there."""
    if kind.beside:
        return Found(kind, "", ()) if any(_any_fits(place, kind.beside) for place in binaries) else None
    files = [place for place in binaries if _any_fits(place, kind.inside)]
    if kind.sign:
        sign = re.compile(kind.sign.encode())
        files = [place for place in files if sign.search((bundle / place).read_bytes())]
    if not files:
        return None
    return Found(kind, _version(bundle, kind, files), tuple(files))


def _version(bundle: Path, kind: Kind, files: list[str]) -> str:
    if not kind.version:
        return ""
    said = re.compile(kind.version.encode())
    for place in files:
        if found := said.search((bundle / place).read_bytes()):
            return found[1].decode("ascii")
    return ""


def _assert_nothing_forbidden(bundle: Path, binaries: list[str]) -> None:
    for entry in _data()["never"]:
        sign, inside = re.compile(str(entry["sign"]).encode()), tuple(entry["inside"])
        for place in binaries:
            if _any_fits(place, inside) and sign.search((bundle / place).read_bytes()):
                raise UnknownPartError(f"{place} carries {entry['name']}.")


def _pure(bundle: Path, pins: set[str]) -> set[str]:
    """Return the packages of Python whose modules are in a bundle."""
    named = {key: str(value) for key, value in _data()["modules"].items()}  # type: ignore[attr-defined]
    strange, found = [], set()
    for module in _top_modules(bundle):
        name = named.get(module, re.sub(r"[._]", "-", module.lower()))
        if name in pins:
            found.add(name)
        elif name not in _NO_PACKAGES:
            strange.append(module)
    if strange:
        raise UnknownPartError(f"Of which package are these modules? {', '.join(sorted(strange))}")
    return found


def _top_modules(bundle: Path) -> set[str]:
    """Return the first names of all Python modules that are neither Python's own nor ours."""
    found = set()
    for path in bundle.iterdir():
        if path.is_file() and path.suffix in {"", ".exe"}:
            found |= {_top(name) for name in modules_in(path)}
    for folder in (path for path in (*bundle.glob("*"), *bundle.glob("*/*")) if path.name in _PLACES):
        found |= {path.name.partition(".")[0] for path in folder.glob("*.py*")}
        found |= {path.parent.name for path in folder.glob("*/__init__.py*")} - _SHARED
        found |= {f"{name}.{path.stem}" for name in _SHARED for path in folder.glob(f"{name}/[!_]*")}
    own = set(sys.stdlib_module_names) | _OURS
    return {name for name in found if name and name not in own and not _PYTHON_OWN.match(name)}


def _top(module: str) -> str:
    """Return what tells the package of a module: its first name, or two where packages share the first."""
    first, _dot, rest = module.partition(".")
    return (
        f"{first}.{rest.partition('.')[0]}"
        if first in _SHARED and rest
        else ""
        if first in _SHARED
        else first
    )
