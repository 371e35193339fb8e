"""Collects the licence texts of everything that comes with the program: `python -m tools.notices`.

Writes resources/licences/NOTICES.txt, which Settings > About shows. Every package of requirements.txt is
in it, of every platform, and everything that lies in resources/. Texts come from the installed packages;
what a package does not bring, or is not installed here, stands in tools/licences/. What a licence is
called, and asks, is said in docs/licences.md alone.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTICES = ROOT / "resources" / "licences" / "NOTICES.txt"
PART, TEXT = "#" * 16, "#" * 8
"""How a line begins that names a part, or one of its texts. The program reads it back by these."""
_TEXTS = re.compile(
    r"(^|/)(LICEN[CS]E|COPYING|NOTICE)|licen[cs]es?[^/]*\.(txt|md|rst)$|/licenses/", re.IGNORECASE
)
_NO_TEXTS = (".py", ".pyc", ".json", "AUTHORS.md")
_OURS = ROOT / "tools" / "licences"
_MORE = {
    "pyside6-essentials": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "PCRE2.txt", "Qt-third-party.txt"),
    "shiboken6": ("Qt.txt", "LGPL-3.0.txt"),
    "sqlcipher3": ("SQLCipher.txt",),
    "cffi": ("libffi.txt",),
    "pyyaml": ("libyaml.txt",),
    "pywin32-ctypes": ("pywin32-ctypes.txt",),
    "pillow": ("Pillow.txt",),
    "numpy": ("numpy-windows.txt",),
}
_BESIDES = {
    "CPython": "CPython.txt",
    "bzip2": "bzip2.txt",
    "Expat": "Expat.txt",
    "libffi": "libffi.txt",
    "liblzma": "liblzma.txt",
    "libuuid": "libuuid.txt",
    "SQLite": "SQLite.txt",
    "xcb-util": "xcb-util.txt",
    "zlib": "zlib.txt",
    "PyInstaller": "PyInstaller.txt",
    "Microsoft Visual C++ runtime": "MSVC.txt",
    "MinGW-w64": "mingw-w64.txt",
    "NSIS": "NSIS.txt",
}
"""What an installed program carries that no package of requirements.txt brings, and where its text is."""
_OPTIONAL = {"libimagequant", "FriBiDi"}
"""What Pillow's own list names although the builds of Pillow have it not: tools/licences/Pillow.txt."""
_OPENSSL_IN = {"sqlcipher3"}
"""Packages that carry OpenSSL and no text of the Apache licence; another one has it."""


@dataclass(frozen=True)
class Part:
    """One thing that comes with the program, and its texts by title."""

    name: str
    version: str
    licence: str
    texts: dict[str, str]


def parts() -> list[Part]:
    """Return the program itself, what lies in resources/, the packages by name, then what is in a bundle.

    Raises:
        ValueError: a package has no text, or docs/licences.md does not name its licence.
    """
    packages = (_package(name, version) for name, version in sorted(pinned().items()))
    return [*_resources(), *packages, *_besides()]


def pinned() -> dict[str, str]:
    """Return the packages of requirements.txt with their versions."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", lock, re.MULTILINE))


def licence_names() -> dict[str, str]:
    """Return what docs/licences.md says that each package is under."""
    found = {}
    for line in (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if line.startswith("| ") and len(cells) > 3:
            found.update({name.strip(): cells[2] for name in cells[1].split(",")})
    return found


def written(found: list[Part]) -> str:
    """Return the notice as one text."""
    lines = []
    for part in found:
        lines += [f"{PART} {part.name} | {part.version} | {part.licence}"]
        for title, text in part.texts.items():
            lines += [f"{TEXT} {title}", text.strip("\n"), ""]
    return "\n".join(lines)


def _resources() -> list[Part]:
    ours = {"LICENSE": _read(ROOT / "LICENSE")}
    fonts, facts = ROOT / "resources" / "fonts", ROOT / "resources" / "exercises"
    return [
        Part("NextRep", "", "MIT", ours),
        Part(
            "Noto Sans, the font",
            "",
            "SIL Open Font License 1.1",
            {"OFL.txt": _read(fonts / "OFL.txt"), "Where it is from": _read(fonts / "SOURCES.md")},
        ),
        Part(
            "Exercise facts, partly after free-exercise-db",
            "",
            "Unlicense (public domain)",
            {"Unlicense": _read(_OURS / "Unlicense.txt"), "Where they are from": _read(facts / "SOURCES.md")},
        ),
        Part("LOINC codes, and the questionnaires", "", "LOINC licence", {"Notice": _codes()}),
    ]


def _codes() -> str:
    """Return what docs/licences.md says of codes and questionnaires."""
    text = _read(ROOT / "docs" / "licences.md")
    return text[text.index("This material contains content from LOINC") :].split("\n## ", maxsplit=1)[0]


def _besides() -> list[Part]:
    """Return what only an installed program carries: its versions stand in the bill of each package."""
    names = licence_names()
    return [Part(name, "", names[name], {file: _read(_OURS / file)}) for name, file in _BESIDES.items()]


def _package(name: str, version: str) -> Part:
    texts: dict[str, str] = {}
    try:
        installed = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        installed = None
    if installed is not None:
        version = installed.version
        texts = {_title(str(file)): _read(Path(str(file.locate()))) for file in _files_of(installed)}
        texts.update(_carried(installed))
    texts.update({more: _read(_OURS / more) for more in _MORE.get(name, ())})
    if name in _OPENSSL_IN:
        apache = metadata.distribution("cryptography").read_text("licenses/LICENSE.APACHE")
        texts["OpenSSL: Apache-2.0"] = apache or ""
    licence = licence_names().get(name, "")
    if not licence or not any(len(text) > 300 for text in texts.values()):
        raise ValueError(f"{name}: no licence text, or docs/licences.md does not know it")
    return Part(name, version, licence, texts)


def _files_of(installed: metadata.Distribution) -> list[metadata.PackagePath]:
    found = [file for file in installed.files or [] if _TEXTS.search(str(file))]
    return sorted(file for file in found if not str(file).endswith(_NO_TEXTS))


def _title(file: str) -> str:
    """Return the name of a text without the folder of its package's version."""
    return re.sub(r"^[^/]*\.dist-info/(licenses/)?", "", file)


def _carried(installed: metadata.Distribution) -> dict[str, str]:
    """Return the parts that a package says it carries (PEP 770), each with its licence where it says so."""
    lines = set()
    for file in installed.files or []:
        if "/sboms/" in str(file) and file.suffix == ".json":
            bill = json.loads(file.read_text(encoding="utf-8"))
            there = [one for one in bill.get("components", []) if one.get("name") not in _OPTIONAL]
            lines |= {_carried_line(one) for one in there}
    return {"What it says that it carries": "\n".join(sorted(lines))} if lines else {}


def _carried_line(component: dict[str, object]) -> str:
    named = component.get("licenses")
    words = []
    for one in named if isinstance(named, list) else []:
        licence = one.get("license") or {}
        words.append(one.get("expression") or licence.get("id") or licence.get("name") or "")
    version = component.get("version") or ""
    return " ".join(f"{component.get('name')} {version} {', '.join(filter(None, words))}".split())


def _read(file: Path) -> str:
    text = file.read_bytes().decode("utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\ufeff", "").replace("\f", "\n")


if __name__ == "__main__":
    NOTICES.parent.mkdir(parents=True, exist_ok=True)
    collected = parts()
    NOTICES.write_text(written(collected), encoding="utf-8")
    sys.stdout.write(f"{NOTICES.relative_to(ROOT)}: {len(collected)} parts\n")
