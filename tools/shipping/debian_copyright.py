"""Writes the Debian package's copyright file: whose each file is, in Debian's machine-readable form.

What is bundled is read from the bundle (parts.py), its licences from there and docs/licences.md. Who holds
the copyright is said by the notice in the bundle, which has every text in full: each part names its place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from tools.notices import licence_names, pinned
from tools.shipping.parts import Contents, Found, contents

_HEAD = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: NextRep
Upstream-Contact: The NextRep maintainers <maintainers@nextrep.invalid>
Comment:
 NextRep is one folder with all that it runs with. Each part is named here with its files; the text of every
 licence, and everybody who is named in it, stands in NOTICES.txt beside this file and in the program under
 Settings, About. licences.md says what each licence asks and how to put another build of Qt in its place.
"""
_OURS = "2026 The NextRep maintainers"
_DATA = {
    "resources/fonts/*": ("2022 The Noto Project Authors", "OFL-1.1"),
    "resources/exercises/*": ("none: facts, partly after free-exercise-db", "Unlicense"),
}
_SHORT = {
    "LGPL-3.0 (or GPL)": "LGPL-3.0-only or GPL-3.0-only",
    "BSD-3-Clause and others": "BSD-3-Clause",
    "public domain": "public-domain",
}
_ON_DEBIAN = {"LGPL-3.0": "LGPL-3", "LGPL-2.1": "LGPL-2.1", "GPL-3.0": "GPL-3", "GPL-2.0": "GPL-2",
              "Apache-2.0": "Apache-2.0", "MPL-2.0": "MPL-2.0"}  # fmt: skip
"""Texts that every Debian has in /usr/share/common-licenses."""


def copyright_text(checkout: Path, frozen: Path, inside: str) -> str:
    """Return the text of the file.

    Args:
        frozen: the frozen program.
        inside: where it is installed, without a slash at the beginning.

    Raises:
        UnknownPartError: a binary is of no known part.
    """
    found = contents(frozen, pinned())
    ours = (checkout / "LICENSE").read_text(encoding="utf-8").strip()
    stanzas = [_HEAD, f"Files: *\nCopyright: {_OURS}\nLicense: Expat\n{_indented(ours)}\n"]
    used = set()
    for files, holder, licence, said in _stanzas(found):
        used.add(licence)
        places = "\n ".join(f"{inside}/{file}" for file in files)
        comment = f"Comment:\n{_indented(said)}\n" if said else ""
        stanzas.append(f"Files:\n {places}\nCopyright:\n{_indented(holder)}\nLicense: {licence}\n{comment}")
    stanzas += [f"License: {licence}\n{_indented(_text_of(licence))}\n" for licence in sorted(used)]
    return "\n".join(stanzas)


def _stanzas(found: Contents) -> list[tuple[list[str], str, str, str]]:
    """Return for each part its files, its holders, the short name of its licence, and what else is to say."""
    names = licence_names()
    carried = defaultdict(set)
    for part in found.parts:
        if part.kind.inside:
            for file in part.files:
                carried[file].add(f"{part.kind.name} ({part.kind.licence})")
    own = [part for part in found.parts if not part.kind.inside]
    rows = []
    for part in own:
        phrase = part.kind.licence or names[part.kind.name]
        said = [phrase] if phrase != _short(phrase) else []
        inside = sorted(set().union(*(carried[file] for file in part.files)))
        said += [f"With {', '.join(inside)} inside."] if inside else []
        if part.kind.name == "PyInstaller":
            said.append(_modules(found, own, names))
        rows.append((list(part.files), _holders(part), _short(phrase), "\n".join(said)))
    rows += [([f"_internal/{files}"], holder, licence, "") for files, (holder, licence) in _DATA.items()]
    return rows


def _holders(part: Found) -> str:
    return f"its authors, as NOTICES.txt names them under “{part.kind.notice}”"


def _modules(found: Contents, own: list[Found], names: dict[str, str]) -> str:
    """Return which packages of Python are inside the program file, each with its licence."""
    elsewhere = {part.kind.name for part in own}
    lines = [f"{name}: {names[name]}" for name in found.packages if name not in elsewhere]
    return "\n".join(
        ["Modules of Python lie in this file, or beside it, of NextRep itself (Expat) and of", *lines]
    )


def _short(phrase: str) -> str:
    first = phrase.partition(";")[0].strip()
    name = _SHORT.get(first, first)
    return re.sub(r" WITH (\S+)$", r" with \1 exception", name)


def _text_of(licence: str) -> str:
    lines = [f"Its full text stands in NOTICES.txt beside this file, under the parts that are {licence}."]
    for name, file in _ON_DEBIAN.items():
        if name in licence:
            lines.append(f"On Debian it also lies in /usr/share/common-licenses/{file}.")
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(f" {line}" if line.strip() else " ." for line in text.splitlines())
