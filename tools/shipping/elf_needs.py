"""Which Debian packages the binaries of the frozen program need."""

from __future__ import annotations

import re
from pathlib import Path

from tools.console import SetupError
from tools.shipping.roots import Root

FLOOR = {"libc6": "2.35", "libstdc++6": "12"}
"""Oldest versions that run it; from the symbols of the libraries inside (spec/packaging.md 2.2)."""
_OTHER_NAMES = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
"""Names that newer Debians gave to the same library."""
_OPTIONAL = re.compile(r"libwayland-|libcups|libenchant")
"""What only one plugin or one feature asks for; the program runs without."""


def packages_needed(root: Root, frozen: Path) -> list[str]:
    """Return the entries of Depends for the program in `frozen`, which lies inside `root`.

    Raises:
        SetupError: a library is neither in the bundle nor in the bare system.
    """
    inside = f"/{frozen.relative_to(root.folder)}"
    text = root.run(
        "sh", "-c",
        f"find {inside} -type f \\( -name '*.so*' -o -name {frozen.name} \\) -exec objdump -p {{}} \\;"
        " 2>/dev/null | awk '$1 == \"NEEDED\" { print $2 }' | sort -u",
    )  # fmt: skip
    bundled = {path.name for path in frozen.rglob("*")}
    wanted = [name for name in text.split() if name not in bundled and not _OPTIONAL.match(name)]
    places = dict(re.findall(r"^\s+(\S+) .*=> (\S+)$", root.run("ldconfig", "-p"), re.MULTILINE))
    places |= {"ld-linux-x86-64.so.2": "/lib64/ld-linux-x86-64.so.2"}
    lost = [name for name in wanted if name not in places]
    if lost:
        raise SetupError(f"No package of this Debian brings {', '.join(lost)}, which the program needs.")
    packages = {_package(root, name, places[name]) for name in wanted}
    return sorted(_entry(package) for package in packages)


def _package(root: Root, name: str, place: str) -> str:
    for candidate in (place, root.run("realpath", place).strip(), f"*/{name}"):
        # Debian 12 files lie under /usr, and dpkg may know them without it.
        for path in (candidate, candidate.removeprefix("/usr")):
            found = root.attempt("dpkg", "-S", path)
            if found.returncode == 0:
                return found.stdout.split(":")[0]
    raise SetupError(f"No package of this Debian owns {place}.")


def _entry(package: str) -> str:
    if package in FLOOR:
        return f"{package} (>= {FLOOR[package]})"
    return _OTHER_NAMES.get(package, package)
